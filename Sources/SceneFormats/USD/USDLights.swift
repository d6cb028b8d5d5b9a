import VectorMath

/// Lights of USD (UsdLux): a `DistantLight` of so many lux, `SphereLight`s and `RectLight`s of so many nits; all shine along
/// −z. Nits take the place of USD's units, which have no scale.
enum USDLights {
  static func write(_ light: SceneLight, _ index: Int, _ text: inout USDText) {
    let type: String
    var inputs: [(String, String, Double)] = []
    switch light.shape {
    case .sun(let angle):
      type = "DistantLight"
      inputs = [("float", "intensity", light.strength), ("float", "angle", angle * 180 / .pi)]
    case .ball(let radius):
      type = "SphereLight"
      inputs = [("float", "intensity", light.luminance), ("float", "radius", radius)]
    case .panel(let width, let height):
      type = "RectLight"
      inputs = [
        ("float", "intensity", light.luminance), ("float", "width", width), ("float", "height", height),
      ]
    }
    text.line("def \(type) \"l\(index)_\(PlainName.identifier(light.name))\" (")
    text.open("", ")") {
      $0.open("customData = {", "}") {
        $0.line("string name = \(USDText.quoted(light.name))")
        if light.thing != 0 { $0.line("int instance_id = \(Int32(truncatingIfNeeded: light.thing))") }
      }
    }
    text.begin("{")
    for (kind, name, value) in inputs { text.line("\(kind) inputs:\(name) = \(Float(value))") }
    if case .sun = light.shape { text.line("bool inputs:normalize = 1") }
    text.line("color3f inputs:color = (\(light.color.x), \(light.color.y), \(light.color.z))")
    text.pose(light.place, light.worldFromLight)
    text.end("}")
  }
}
