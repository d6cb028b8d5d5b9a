package import WorldModel

/// Which acoustic surface a material of pictures is: one thing looks and sounds of the same stuff.
///
/// Materials are known by the first words of their names, whole words between underscores (`carpet_loop_8c7b6a`,
/// `wall_brick_…`): the longest beginning that `AcousticFinishTable` has decides. Textiles, paint and the like sound by what
/// they are on. Materials of imported files, which have any names, are told by how they reflect light.
package enum AcousticFinish {
  /// What a material is by its name; nil where the table has no beginning of it.
  package static func surface(named name: String) -> String? {
    var words = name.split(separator: "_", omittingEmptySubsequences: false)
    while !words.isEmpty {
      if let found = AcousticFinishTable.surfaces[words.joined(separator: "_")] { return found }
      words.removeLast()
    }
    return nil
  }

  /// Classes that say more than names: what stands for their own surface, and in the place of which others.
  private static let classes: [String: (replaced: [String], surface: String)] = {
    let soft = ["upholstery"]
    var all: [String: (replaced: [String], surface: String)] = [
      "curtain": (soft, "curtain_heavy"), "shower_curtain": (soft, "curtain_light"),
      "blind": (soft, "curtain_light"), "rug": (soft, "carpet"), "doormat": (soft, "carpet"),
      "towel": (soft, "curtain_light"), "floor": (["wood_panel"], "parquet"),
      "door": (["plaster", "wood_panel"], "door_wood"),
      "person": (["plaster", "wood_panel"], "upholstery"), "road_mark": (["plaster"], "asphalt"),
    ]
    // Paint is on sheets there, and on walls elsewhere.
    for vehicle in ["bicycle", "bus", "car", "motorcycle", "trailer", "tram", "truck", "van"] {
      all[vehicle] = (["plaster"], "steel")
    }
    return all
  }()

  /// Surfaces that classes may get.
  package static var classSurfaces: [String] { classes.values.map(\.surface).sorted() }

  /// The name of the surface in the table of acoustic materials, for a material on a thing of a class.
  package static func name(of material: Material, on nativeClass: NativeClass) -> String {
    var found = surface(named: material.name)
    if found == nil, material.alpha == .blend { found = "glass_window" }
    if found == nil, material.metallic > 0.5 { found = "steel" }
    if let own = classes[nativeClass.name], found.map(own.replaced.contains) ?? true { return own.surface }
    return found ?? (nativeClass.isThing ? "wood_panel" : "plaster")
  }
}
