import JSON
import VectorMath

/// Lights of binary glTF: the extension `KHR_lights_punctual`.
///
/// It knows points, spots and a sun. Balls become points of their intensity in candela; matt panels become spots of a
/// half turn whose intensity on the axis is theirs (beside it, the extension's fall-off is cos² where a panel's is cos).
/// What the lamps are is in `extras`: `radius` or `width` and `height` in metres, `luminance` in cd/m², and the
/// `instance_id` of the thing.
struct GLTFLights {
  static let name = "KHR_lights_punctual"
  let lights: [SceneLight]

  /// What a node says that is light number `i`.
  static func node(_ i: Int) -> JSONValue.Member { .init("extensions", [name: ["light": .integer(i)]]) }

  /// Members of the document besides the name among `extensionsUsed`; none without lights.
  var members: [JSONValue.Member] {
    if lights.isEmpty { return [] }
    return [.init("extensions", [Self.name: ["lights": .array(lights.map(Self.light))]])]
  }

  private static func light(_ light: SceneLight) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(light.name)),
      .init("color", .numbers([light.color.x, light.color.y, light.color.z])),
    ]
    var extras: [JSONValue.Member] =
      light.thing == 0 ? [] : [.init("instance_id", .integer(Int(light.thing)))]
    if light.luminance > 0 { extras.append(.init("luminance", .number(light.luminance))) }
    switch light.shape {
    case .sun(let angle):
      members += [.init("type", "directional"), .init("intensity", .number(light.strength))]
      extras.append(.init("angle", .number(angle)))
    case .ball(let radius):
      members += [.init("type", "point"), .init("intensity", .number(light.intensity))]
      extras.append(.init("radius", .number(radius)))
    case .panel(let width, let height):
      members += [
        .init("type", "spot"), .init("intensity", .number(light.intensity)),
        .init("spot", ["innerConeAngle": 0, "outerConeAngle": .number(Double.pi / 2)]),
      ]
      extras += [.init("width", .number(width)), .init("height", .number(height))]
    }
    members.append(.init("extras", .object(extras)))
    return .object(members)
  }
}
