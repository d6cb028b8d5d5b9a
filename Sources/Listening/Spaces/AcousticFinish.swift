package import WorldModel

/// Which acoustic surface a material of pictures is: one thing looks and sounds of the same stuff.
///
/// Materials are known by the words of their names (`carpet_loop_8c7b6a`, `boards_…`, `linen_…`); textiles sound by what
/// they are on. What no word tells is told by how it reflects light.
package enum AcousticFinish {
  /// The first word that a name contains decides.
  private static let words: [(word: String, surface: String)] = [
    ("carpet", "carpet"), ("rug", "carpet"), ("wool", "carpet"), ("doormat", "carpet"),
    ("acoustic", "acoustic_ceiling"), ("ceiling_tile", "acoustic_ceiling"),
    ("sheer", "curtain_light"), ("voile", "curtain_light"), ("curtain", "curtain_heavy"),
    ("drape", "curtain_heavy"), ("book", "bookshelf"), ("magazine", "bookshelf"), ("newspaper", "bookshelf"),
    ("upholstery", "upholstery"), ("suede", "upholstery"), ("leather", "upholstery"),
    ("velvet", "upholstery"),
    ("boucle", "upholstery"), ("corduroy", "upholstery"), ("twill", "upholstery"),
    ("herringbone", "upholstery"), ("knit", "upholstery"), ("terry", "upholstery"), ("linen", "upholstery"),
    ("fabric", "upholstery"), ("cloth", "upholstery"), ("cushion", "upholstery"), ("pillow", "upholstery"),
    ("mattress", "upholstery"), ("fur_", "upholstery"), ("hair", "upholstery"), ("skin", "upholstery"),
    ("glass", "glass_window"), ("panes", "glass_window"), ("mirror", "glass_large"),
    ("screen", "glass_large"),
    ("lawn", "grass"), ("grass", "grass"), ("leaves", "grass"), ("gravel", "gravel"), ("asphalt", "asphalt"),
    ("brick", "brick"), ("facade", "facade"), ("terrazzo", "marble"), ("marble", "marble"),
    ("granite", "marble"), ("quartz", "marble"), ("stone", "marble"), ("terracotta", "ceramic_tile"),
    ("tiles", "ceramic_tile"), ("ceramic", "ceramic_tile"), ("porcelain", "ceramic_tile"),
    ("enamel", "steel"), ("concrete", "concrete"), ("screed", "concrete"), ("paving", "concrete"),
    ("floor_", "parquet"), ("parquet", "parquet"), ("boards", "parquet"), ("linoleum", "linoleum"),
    ("vinyl", "linoleum"), ("rubber", "linoleum"), ("panelling", "wood_panel"), ("slats", "wood_panel"),
    ("gypsum", "gypsum_board"), ("ceiling", "gypsum_board"), ("plaster", "plaster"), ("wallpaper", "plaster"),
    ("wall_paint", "plaster"), ("metal", "steel"), ("steel", "steel"), ("stainless", "steel"),
    ("iron", "steel"), ("door", "door_wood"), ("wood", "wood_panel"), ("oak", "wood_panel"),
    ("ash", "wood_panel"), ("pine", "wood_panel"), ("cherry", "wood_panel"), ("walnut", "wood_panel"),
    ("rosewood", "wood_panel"), ("lacquer", "wood_panel"), ("water", "water"), ("paint", "plaster"),
  ]

  /// Classes that say more than words: what stands for their own surface, and in the place of which others.
  private static let classes: [String: (replaced: [String], surface: String)] = [
    "curtain": (["upholstery"], "curtain_heavy"), "rug": (["upholstery"], "carpet"),
    "doormat": (["upholstery"], "carpet"), "towel": (["upholstery"], "curtain_light"),
    "door": (["plaster", "wood_panel"], "door_wood"), "person": (["plaster", "wood_panel"], "upholstery"),
  ]

  /// All names of surfaces that materials may get.
  package static var surfaces: [String] {
    words.map(\.surface) + classes.values.map(\.surface).sorted()
  }

  /// The name of the surface in the table of acoustic materials, for a material on a thing of a class.
  package static func name(of material: Material, on nativeClass: NativeClass) -> String {
    var found = words.first { material.name.contains($0.word) }?.surface
    if found == nil, material.alpha == .blend { found = "glass_window" }
    if found == nil, material.metallic > 0.5 { found = "steel" }
    if let own = classes[nativeClass.name], found.map(own.replaced.contains) ?? true { return own.surface }
    return found ?? (nativeClass.isThing ? "wood_panel" : "plaster")
  }
}
