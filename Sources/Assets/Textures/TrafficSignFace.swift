package import Imaging
package import VectorMath

/// The faces of traffic signs after the Vienna Convention (1968), drawn as shapes. No country's artwork.
package enum TrafficSignFace: Sendable, Hashable {
  case stop
  case yield
  case speedLimit(Int)
  case endOfLimits
  case noEntry
  case priorityRoad
  case pedestrianCrossing
  case danger
  case roadWorks
  case keepRight
  case parking

  /// The outline of the plate in unit coordinates, y up, centred on (0, 0), within ±0.5; counter-clockwise.
  package var outline: [Vector2] {
    func regular(_ n: Int, turn: Double, radius: Double = 0.5) -> [Vector2] {
      (0..<n).map {
        let (s, c) = DeterministicMath.sincos(turn + 2 * Double.pi * Double($0) / Double(n))
        return Vector2(c, s) * radius
      }
    }
    switch self {
    case .stop: return regular(8, turn: Double.pi / 8, radius: 0.54)
    case .yield: return [Vector2(0, -0.45), Vector2(0.5, 0.42), Vector2(-0.5, 0.42)]
    case .danger, .roadWorks: return [Vector2(-0.5, -0.42), Vector2(0.5, -0.42), Vector2(0, 0.45)]
    case .priorityRoad: return regular(4, turn: 0, radius: 0.5)
    case .pedestrianCrossing, .parking:
      return [Vector2(-0.45, -0.45), Vector2(0.45, -0.45), Vector2(0.45, 0.45), Vector2(-0.45, 0.45)]
    default: return regular(28, turn: 0)
    }
  }

  /// A short name, e.g. `speed_limit_50`.
  package var name: String {
    switch self {
    case .stop: "stop"
    case .yield: "yield"
    case .speedLimit(let v): "speed_limit_\(v)"
    case .endOfLimits: "end_of_limits"
    case .noEntry: "no_entry"
    case .priorityRoad: "priority_road"
    case .pedestrianCrossing: "pedestrian_crossing"
    case .danger: "danger"
    case .roadWorks: "road_works"
    case .keepRight: "keep_right"
    case .parking: "parking"
    }
  }

  private static let red = Colour(0xb5121b)
  private static let blue = Colour(0x1a4f9c)
  private static let white = Colour(0xf2f2ee)
  private static let black = Colour(0x17181a)
  private static let yellow = Colour(0xf2b91d)

  /// 256 × 256; the plate's unit square fills the picture.
  package var texture: Texture {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Self.white)
    /// The outline about the centre, scaled.
    func plate(_ k: Double) -> [Vector2] { outline.map { Vector2(0.5 + $0.x * k, 0.5 - $0.y * k) } }
    /// A triangle's outline pulled in by an even border.
    func inset(_ k: Double) -> [Vector2] {
      let c = outline.reduce(Vector2.zero, +) / Double(outline.count)
      return outline.map { p in
        let q = c + (p - c) * k
        return Vector2(0.5 + q.x, 0.5 - q.y)
      }
    }
    let center = Vector2(0.5, 0.5)
    switch self {
    case .stop:
      canvas.fill(plate(0.96), Self.red)
      canvas.write("STOP", center: center, height: 0.32, weight: 0.17, aspect: 0.5, spacing: 0.26, Self.white)
    case .yield:
      canvas.fill(plate(1.1), Self.red)
      canvas.fill(inset(0.62), Self.white)
    case .danger:
      canvas.fill(plate(1.1), Self.red)
      canvas.fill(inset(0.66), Self.white)
      canvas.fill(
        [Vector2(0.47, 0.4), Vector2(0.53, 0.4), Vector2(0.515, 0.66), Vector2(0.485, 0.66)], Self.black)
      canvas.fillDisc(Vector2(0.5, 0.73), radius: 0.032, Self.black)
    case .roadWorks:
      canvas.fill(plate(1.1), Self.red)
      canvas.fill(inset(0.66), Self.white)
      // A figure with a shovel beside a heap.
      canvas.fillDisc(Vector2(0.47, 0.46), radius: 0.03, Self.black)
      canvas.stroke([Vector2(0.46, 0.51), Vector2(0.42, 0.63)], width: 0.055, Self.black)
      canvas.stroke([Vector2(0.42, 0.63), Vector2(0.46, 0.7), Vector2(0.43, 0.79)], width: 0.032, Self.black)
      canvas.stroke([Vector2(0.42, 0.63), Vector2(0.38, 0.79)], width: 0.032, Self.black)
      canvas.stroke([Vector2(0.46, 0.53), Vector2(0.53, 0.62)], width: 0.025, Self.black)
      canvas.stroke([Vector2(0.45, 0.6), Vector2(0.62, 0.73)], width: 0.014, Self.black)
      canvas.fill([Vector2(0.56, 0.79), Vector2(0.65, 0.7), Vector2(0.74, 0.79)], Self.black)
    case .speedLimit(let value):
      canvas.fillDisc(center, radius: 0.5, Self.red)
      canvas.fillDisc(center, radius: 0.385, Self.white)
      let text = String(max(0, min(130, value)))
      canvas.write(
        text, center: center, height: text.count > 2 ? 0.33 : 0.42, weight: 0.15,
        aspect: text.count > 2 ? 0.46 : 0.54,
        spacing: 0.24, Self.black)
    case .endOfLimits:
      canvas.fillDisc(center, radius: 0.5, Self.black)
      canvas.fillDisc(center, radius: 0.48, Self.white)
      for k in -2...2 {
        let d = Vector2(0.032, 0.032) * Double(k)
        canvas.stroke([Vector2(0.24, 0.76) + d, Vector2(0.76, 0.24) + d], width: 0.018, Self.black)
      }
    case .noEntry:
      canvas.fillDisc(center, radius: 0.5, Self.red)
      canvas.fillRectangle(Vector2(0.14, 0.41), Vector2(0.86, 0.59), Self.white)
    case .priorityRoad:
      canvas.fill(plate(1.0), Self.white)
      canvas.fill(plate(0.95), Self.black)
      canvas.fill(plate(0.91), Self.white)
      canvas.fill(plate(0.62), Self.yellow)
    case .pedestrianCrossing:
      canvas.fill(plate(1.2), Self.blue)
      canvas.fill([Vector2(0.5, 0.16), Vector2(0.83, 0.8), Vector2(0.17, 0.8)], Self.white)
      canvas.fillDisc(Vector2(0.51, 0.33), radius: 0.038, Self.black)
      canvas.stroke([Vector2(0.5, 0.4), Vector2(0.49, 0.54)], width: 0.06, Self.black)
      canvas.stroke(
        [Vector2(0.49, 0.54), Vector2(0.55, 0.63), Vector2(0.57, 0.72)], width: 0.034, Self.black)
      canvas.stroke(
        [Vector2(0.49, 0.54), Vector2(0.45, 0.64), Vector2(0.39, 0.71)], width: 0.034, Self.black)
      canvas.stroke([Vector2(0.51, 0.41), Vector2(0.58, 0.5)], width: 0.026, Self.black)
      canvas.stroke([Vector2(0.49, 0.41), Vector2(0.42, 0.49)], width: 0.026, Self.black)
      for k in 0..<4 {
        let x = 0.27 + 0.13 * Double(k)
        canvas.fillRectangle(Vector2(x, 0.745), Vector2(x + 0.07, 0.785), Self.black)
      }
    case .keepRight:
      canvas.fillDisc(center, radius: 0.5, Self.white)
      canvas.fillDisc(center, radius: 0.48, Self.blue)
      canvas.stroke([Vector2(0.3, 0.3), Vector2(0.62, 0.62)], width: 0.1, Self.white)
      canvas.fill([Vector2(0.76, 0.76), Vector2(0.46, 0.7), Vector2(0.7, 0.46)], Self.white)
    case .parking:
      canvas.fill(plate(1.2), Self.blue)
      canvas.write("P", center: center, height: 0.6, weight: 0.2, aspect: 0.56, Self.white)
    }
    return canvas.texture("sign_\(name)", wrap: .clamp)
  }
}
