import Assets
import VectorMath

/// What carries a table's top. Metres; the frame of a `FurnitureAsset`.
enum TableBase: Sendable {
  /// Four legs under an apron.
  case legs(LegShape)
  /// Two frames of square metal tube.
  case frames
  /// Two thin rods a corner that meet at the floor.
  case hairpins
  /// Crossed boards at both ends and a stretcher between them.
  case trestle
  /// A column on a round foot, or two for a long table.
  case pedestal
  /// Two solid panels.
  case panels

  /// Adds the base below a top whose underside is at `height`, within the plan given.
  func add(
    to asset: inout AssetBuilder, size: Vector2, height: Double, finish: Finish, width: Double,
    isRound: Bool = false
  ) {
    let (x, y) = (size.x / 2, size.y / 2)
    func put(_ a: Vector3, _ b: Vector3, _ bevel: Double = 0.004, part: String = "leg") {
      asset.add(.board(a, b, bevel: bevel), finish, part: part)
    }
    switch self {
    case .legs(let shape):
      let inset = isRound ? 0.44 * min(x, y) : shape == .post ? width / 2 + 0.004 : width / 2 + 0.035
      let splay = shape == .tapered ? min(0.06, height * 0.09) : 0
      for sx in [-1.0, 1] {
        for sy in [-1.0, 1] {
          let at = Vector3(sx * (x - inset), sy * (y - inset), 0)
          asset.add(
            shape.mesh(
              from: at + Vector3(0, 0, height + 0.002), to: at + Vector3(sx * splay, sy * splay, 0),
              width: width),
            finish, part: "leg")
        }
      }
      guard shape != .tube else { return }
      let apron = min(0.09, height * 0.14)
      let (ax, ay) = (x - inset, y - inset)
      for side in [-1.0, 1] {
        put(
          Vector3(-ax, side * ay - 0.011, height - apron), Vector3(ax, side * ay + 0.011, height), 0.002,
          part: "apron")
        put(
          Vector3(side * ax - 0.011, -ay, height - apron), Vector3(side * ax + 0.011, ay, height), 0.002,
          part: "apron")
      }
    case .frames:
      let (t, half) = (width / 2, x - 0.06)
      for side in [-1.0, 1] {
        let cy = side * (y - max(0.12, y * 0.2))
        func bar(_ a: Vector3, _ b: Vector3) {
          asset.add(
            .box(from: a - Vector3(t * 0.5, t, t * 0.5), to: b + Vector3(t * 0.5, t, t * 0.5), bevel: 0.002),
            finish, part: "leg")
        }
        bar(Vector3(-half, cy, t / 2), Vector3(half, cy, t / 2))
        bar(Vector3(-half, cy, height - t / 2), Vector3(half, cy, height - t / 2))
        bar(Vector3(-half, cy, t / 2), Vector3(-half, cy, height - t / 2))
        bar(Vector3(half, cy, t / 2), Vector3(half, cy, height - t / 2))
      }
    case .hairpins:
      for sx in [-1.0, 1] {
        for sy in [-1.0, 1] {
          let foot = Vector3(sx * (x - 0.06), sy * (y - 0.06), 0.006)
          let top = height + 0.002
          let (a, b) = (foot + Vector3(-sx * 0.09, 0, 0), foot + Vector3(0, -sy * 0.09, 0))
          let path = [
            Vector3(a.x, a.y, top), foot + Vector3(-sx * 0.006, sy * 0.004, 0.01), foot,
            foot + Vector3(sx * 0.004, -sy * 0.006, 0.01), Vector3(b.x, b.y, top),
          ]
          asset.add(.tube(path, radius: 0.006, sides: 8), finish, part: "leg", crease: 1.2)
        }
      }
      for sy in [-1.0, 1] {
        for sx in [-1.0, 1] {
          put(
            Vector3(sx * (x - 0.17), sy * (y - 0.17), height - 0.004),
            Vector3(sx * (x - 0.04), sy * (y - 0.04), height), 0.001,
            part: "plate")
        }
      }
    case .trestle:
      let (t, half) = (width, x * 0.72)
      let cy = y * 0.66
      for side in [-1.0, 1] {
        let at = side * cy
        for way in [-1.0, 1] {
          let section = roundedRectangle(t, t * 0.8, radius: 0.004, corner: 1)
          asset.add(
            MeshBuilder.bar(
              [Vector3(-way * half, at, t * 0.3), Vector3(way * half, at, height - t * 0.3)],
              section: section, up: Vector3(0, 1, 0)
            )
            .displaced { Vector3($0.x, $0.y, max(0, min(height, $0.z))) }.grainAlong, finish, part: "leg")
        }
        put(
          Vector3(-half - 0.03, at - t * 0.45, height - 0.05), Vector3(half + 0.03, at + t * 0.45, height),
          part: "apron")
      }
      put(
        Vector3(-t * 0.3, -cy, height * 0.5 - t * 0.45), Vector3(t * 0.3, cy, height * 0.5 + t * 0.45),
        part: "stretcher")
    case .pedestal:
      let places = y > 1.35 * x ? [-y * 0.5, y * 0.5] : [0]
      let reach = places.count > 1 ? x * 0.6 : min(x, y) * 0.62
      for cy in places {
        let profile: [(Double, Double)] = [
          (0, 0), (reach, 0), (reach, 0.008), (reach * 0.97, 0.016), (reach * 0.6, 0.028),
          (width * 0.9, 0.06),
          (width * 0.52, 0.12), (width * 0.45, height * 0.5), (width * 0.55, height - 0.1),
          (width * 1.2, height - 0.03),
          (width * 1.5, height), (0, height),
        ]
        asset.add(
          MeshBuilder.lathe(profile.map { Vector2($0.0, $0.1) }, sides: 36).grainAlong.translated(0, cy, 0),
          finish, part: "leg")
      }
    case .panels:
      for side in [-1.0, 1] {
        let at = side * (y - 0.1)
        put(Vector3(0.06 - x, at - width / 2, 0), Vector3(x - 0.06, at + width / 2, height))
      }
      put(Vector3(-0.012, 0.1 - y, height - 0.22), Vector3(0.012, y - 0.1, height - 0.02), part: "stretcher")
    }
  }
}

/// An oval, counter-clockwise, half lengths along x and y.
func ovalOutline(_ a: Double, _ b: Double, exponent: Double = 2, count: Int = 56) -> [Vector2] {
  superellipse(a, b, exponent: exponent, count: count)
}
