/// Of which acoustic surface each material of pictures is, by the first words of its name.
///
/// Every material of our own assets and worlds has a line, which tests ask of all catalogs; colours and patterns follow
/// in names and need none. What is small, such as eyes and labels of bottles, is given what it is on.
package enum AcousticFinishTable {
  /// By the beginning of a name, in whole words.
  package static let surfaces: [String: String] = {
    var table: [String: String] = [:]
    for (surface, names) in rows {
      for name in names.split(whereSeparator: \.isWhitespace) { table[String(name)] = surface }
    }
    return table
  }()

  /// Surfaces of `MaterialTable`, each with names, which stand once.
  package static let rows: [(surface: String, names: String)] = [
    // Textiles, skins and what gives way.
    ("carpet", "carpet rug doormat"), ("curtain_heavy", "curtain drape"), ("curtain_light", "sheer voile"),
    (
      "upholstery",
      """
      upholstery fabric linen boucle corduroy twill herringbone knit terry velvet plain cotton wool suede leather fur cushion
      seat livery_seats hair skin torso top legs cap bag sock slipper shoe sole fastener crust
      eye iris lip shade diffuser lining
      """
    ),
    ("bookshelf", "book magazine newspaper letter paper calendar cardboard carton tissue"),
    // What grows, and open ground.
    (
      "grass",
      """
      grass lawn fields leaves leaf needles core treeline hedge hedgerow plant_stem flower_stem petal daisy_heart succulent cactus
      dry_stem dry_plume soil potting_soil
      """
    ),
    ("gravel", "gravel ballast earth ember grain pet_food"),
    ("asphalt", "asphalt lane parking"),
    ("water", "water coffee tea print_deep_water"),
    // Stone and what is cast or fired.
    ("brick", "brick wall_brick chimney_pot roof_tiles"),
    ("facade", "facade fascia ashlar slate far_wall far_roof mosaic"),
    ("concrete", "concrete screed paving pavers terrace kerb flat_roof"),
    ("marble", "marble granite quartz terrazzo stone setts"),
    ("ceramic_tile", "tiles ceramic porcelain terracotta"),
    ("plaster", "plaster wall_plaster wallpaper wall_paint paint number_plate"),
    ("gypsum_board", "gypsum ceiling"),
    ("acoustic_ceiling", "acoustic ceiling_tile"),
    // Wood.
    ("parquet", "floor parquet boards bark plant_bark"),
    (
      "wood_panel",
      """
      wood painted_wood oak ash pine cherry walnut rosewood lacquer wall_panelling wall_slats weatherboard wicker rattan cane
      painting poster posters frame panel block
      """
    ),
    ("door_wood", "door"),
    // Plastics.
    (
      "linoleum",
      """
      plastic linoleum vinyl rubber tyre ball fruit_skin trim dashboard gloss_black gap underbody housing base bin orange
      helmet backboard sign_body beacon horn
      """
    ),
    // Glass.
    (
      "glass_window",
      "glass panes lit_panes displays lamp side_marker lens bulb opal light glow ring"
    ),
    (
      "glass_large",
      "mirror screen black_glass phone_screen phone whiteboard print dial clock_dial clock_digits"
    ),
    // Metal.
    (
      "steel",
      """
      metal dark_metal brushed railing_metal sill_metal beam_steel steel stainless enamel chrome alloy galvanised cast_iron
      iron wok_iron pan brake_disc engine exhaust aerial livery sheeting reflective stripes post foot sign sign_back
      sign_face wire can_label bottle_label shampoo_label
      """
    ),
  ]
}
