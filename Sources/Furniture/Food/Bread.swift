import Assets
import VectorMath
package import WorldModel

/// A loaf: a long one, a round one with slashes, or a tin loaf with slices cut off.
package struct Bread: FurnitureAsset {
  package static let assetName = "bread"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bread", mainPart: "loaf")
    let v = look.variation
    let crust = asset.material(Material(name: "crust", roughness: 0.75))
    func put(_ solid: MeshBuilder, _ part: String) {
      let low = solid.points.map(\.z).min() ?? 0
      asset.add(solid.translated(0, 0, -low), material: crust, part: part, crease: part == "slice" ? 0.9 : 1)
    }
    switch v.choice("kind", of: 3) {
    case 0: put(loaf(half: 0.13, wide: 0.055, high: 0.075, slashes: 4), "loaf")
    case 1: put(loaf(half: 0.1, wide: 0.085, high: 0.085, slashes: 3), "loaf")
    default:
      // A tin loaf along y, and two slices that lean on it.
      let rings = [(-0.11, 0.9), (-0.106, 0.97), (-0.09, 1), (0.05, 1)]
      put(painted(rings.map { y, s in section(y, s) }, cut: 0.05), "loaf")
      for k in 0..<2 {
        let tilt = Quaternion(axis: Vector3(1, 0, 0), angle: 0.2 + 0.22 * Double(k))
        let slice = painted([section(-0.005, 1), section(0.005, 1)], cut: 0.0045)
        put(slice.rotated(tilt).translated(0.004 * Double(k), 0.082 + 0.026 * Double(k), 0), "slice")
      }
    }
    return asset.asset()
  }

  /// The section of a tin loaf: straight sides, a bulging head.
  private func section(_ y: Double, _ s: Double) -> [Vector3] {
    let outline = Turned.softened([
      Vector2(0.045, 0), Vector2(0.05, 0.004), Vector2(0.052, 0.06), Vector2(0.06, 0.075),
      Vector2(0.052, 0.098), Vector2(0.02, 0.106), Vector2(0, 0.107),
    ])
    let whole = outline + outline.dropLast().reversed().map { Vector2(-$0.x, $0.y) }
    return whole.map { Vector3($0.x * s, y, 0.05 + ($0.y - 0.05) * s) }
  }

  /// A loft whose flat ends at |y| >= `cut` show the crumb.
  private func painted(_ rings: [[Vector3]], cut: Double) -> MeshBuilder {
    var b = MeshBuilder.loft(rings)
    b.paint { p in
      let top = smoothstep(0.03, 0.1, p.z)
      let brown = Colour(0xb9772f).linear + (Colour(0x8a4a1a).linear - Colour(0xb9772f).linear) * Float(top)
      return brown
    }
    // The crumb: a thin lid of the same outline, drawn in.
    for ring in [rings.first, rings.last].compactMap({ $0 }) {
      guard let y = ring.first?.y, y >= cut - 1e-9 || (rings.count == 2) else { continue }
      let out = y > 0 ? 0.0006 : -0.0006
      let inner = ring.map { Vector3($0.x * 0.93, y, 0.05 + ($0.z - 0.05) * 0.94) }
      var crumb = MeshBuilder.loft([
        inner.map { $0 - Vector3(0, out, 0) }, inner.map { $0 + Vector3(0, out, 0) },
      ])
      crumb.paint { _ in Colour(0xead3a2).linear }
      b.append(crumb)
    }
    return b
  }

  /// A free loaf along y, domed, with slashes across that show lighter crust.
  private func loaf(half: Double, wide: Double, high: Double, slashes: Int) -> MeshBuilder {
    let (sides, rings) = (22, 30)
    func slash(_ p: Vector3) -> Double {
      let along = (p.y + 0.35 * p.x) / half
      let phase = (along * 0.62 + 0.5) * Double(slashes)
      let nearest = (phase - phase.rounded(.down) - 0.5).magnitude
      let inside =
        smoothstep(0.78, 0.62, (p.y / half).magnitude) * smoothstep(0.75, 0.5, (p.x / wide).magnitude)
      return smoothstep(0.16, 0.04, nearest) * inside * (p.z > high * 0.55 ? 1 : 0)
    }
    var b = MeshBuilder.ellipsoid(radii: Vector3(1, 1, 1), sides: sides, rings: rings)
      .rotated(Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2))
    b.displace { p in
      let belly = p.z < 0 ? p.z * 0.45 : p.z
      return Vector3(p.x * wide, p.y * half, (belly + 0.45) / 1.45 * high)
    }
    b.displace { p in
      let bump = 0.0025 * DeterministicMath.sin(p.x * 90 + 1) * DeterministicMath.sin(p.y * 70)
      return p.z < 0.01 ? p : Vector3(p.x, p.y, p.z - 0.006 * slash(p) + bump)
    }
    b.paint { p in
      let low = Colour(0xc99550).linear
      let brown = low + (Colour(0x8f4f1e).linear - low) * Float(smoothstep(0.1 * high, 0.8 * high, p.z))
      return brown + (Colour(0xe8c88a).linear - brown) * Float(0.85 * slash(p))
    }
    return b
  }
}
