/// Surfaces of homes, halls and streets: absorption at random incidence and scattering.
///
/// Absorption is of the size that textbooks agree on (Vorländer, Auralization, 2008; Kuttruff, Room Acoustics, 2009),
/// rounded to what a real sample varies by. Scattering is an estimate from the depth of the relief.
package enum MaterialTable {
  /// In order of their names.
  package static let all: [AcousticMaterial] = [
    AcousticMaterial(
      "acoustic_ceiling", [0.45, 0.70, 0.80, 0.80, 0.65, 0.45, 0.40], [0.10, 0.10, 0.15, 0.2]),
    AcousticMaterial("asphalt", [0.02, 0.03, 0.04, 0.05, 0.07, 0.10, 0.12], [0.05, 0.05, 0.1, 0.1, 0.2]),
    AcousticMaterial("bookshelf", [0.25, 0.30, 0.40, 0.40, 0.35, 0.35, 0.35], [0.3, 0.4, 0.5, 0.6, 0.7]),
    AcousticMaterial("brick", [0.02, 0.02, 0.03, 0.04, 0.05, 0.07, 0.07], [0.05, 0.05, 0.1, 0.15, 0.2]),
    AcousticMaterial("carpet", [0.02, 0.06, 0.14, 0.35, 0.55, 0.65, 0.65], [0.05, 0.05, 0.1, 0.1, 0.2]),
    AcousticMaterial("ceramic_tile", [0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.03], [0.02, 0.02, 0.03, 0.05]),
    AcousticMaterial("concrete", [0.01, 0.01, 0.02, 0.02, 0.02, 0.03, 0.04], [0.05]),
    AcousticMaterial("concrete_block", [0.36, 0.44, 0.31, 0.29, 0.39, 0.25, 0.25], [0.1, 0.1, 0.15, 0.2]),
    AcousticMaterial(
      "curtain_heavy", [0.14, 0.35, 0.55, 0.72, 0.70, 0.65, 0.65], [0.1, 0.15, 0.3, 0.4, 0.5]),
    AcousticMaterial(
      "curtain_light", [0.03, 0.04, 0.11, 0.17, 0.24, 0.35, 0.35], [0.05, 0.1, 0.2, 0.3, 0.4]),
    AcousticMaterial("door_wood", [0.14, 0.10, 0.06, 0.08, 0.10, 0.10, 0.10], [0.05, 0.05, 0.1]),
    AcousticMaterial("facade", [0.03, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08], [0.1, 0.15, 0.2, 0.3, 0.3]),
    AcousticMaterial("glass_large", [0.18, 0.06, 0.04, 0.03, 0.02, 0.02, 0.02], [0.02]),
    AcousticMaterial("glass_window", [0.30, 0.20, 0.12, 0.08, 0.06, 0.04, 0.04], [0.05]),
    AcousticMaterial("grass", [0.11, 0.26, 0.50, 0.60, 0.69, 0.85, 0.90], [0.2, 0.3, 0.4, 0.5, 0.6]),
    AcousticMaterial("gravel", [0.25, 0.40, 0.55, 0.65, 0.70, 0.75, 0.75], [0.2, 0.3, 0.4, 0.5, 0.6]),
    AcousticMaterial("gypsum_board", [0.28, 0.12, 0.08, 0.06, 0.06, 0.07, 0.07], [0.05]),
    AcousticMaterial("linoleum", [0.02, 0.02, 0.03, 0.04, 0.04, 0.05, 0.05], [0.02]),
    AcousticMaterial("marble", [0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.02], [0.02]),
    AcousticMaterial("mineral_wool", [0.25, 0.60, 0.90, 0.95, 0.95, 0.95, 0.95], [0.05, 0.1, 0.1]),
    AcousticMaterial("parquet", [0.04, 0.04, 0.07, 0.06, 0.06, 0.07, 0.07], [0.02, 0.03, 0.05]),
    AcousticMaterial("plaster", [0.02, 0.02, 0.03, 0.03, 0.04, 0.05, 0.05], [0.03, 0.03, 0.05]),
    AcousticMaterial("snow", [0.45, 0.75, 0.90, 0.95, 0.95, 0.95, 0.95], [0.1, 0.2, 0.3]),
    AcousticMaterial("steel", [0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05], [0.02]),
    AcousticMaterial("upholstery", [0.20, 0.35, 0.60, 0.70, 0.70, 0.65, 0.60], [0.2, 0.3, 0.4, 0.5, 0.5]),
    AcousticMaterial("water", [0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.03], [0.05]),
    AcousticMaterial("wood_panel", [0.30, 0.20, 0.15, 0.10, 0.09, 0.08, 0.08], [0.05, 0.05, 0.1]),
  ]

  /// The material of a name.
  package static subscript(name: String) -> AcousticMaterial? { all.first { $0.name == name } }
}
