import Assets
import VectorMath

/// The front of a door or a drawer in a kitchen's style, with its handle.
struct KitchenFront {
  enum Grip {
    case none
    /// Along the upper edge, as on drawers.
    case top
    /// Along the lower edge, as on flaps.
    case bottom
    /// Upright at the edge of least or greatest y, near the upper or the lower end.
    case low(isHigh: Bool)
    case high(isHigh: Bool)
  }

  var style: KitchenStyle
  var material: Int
  /// Extents in the node's frame, metres; the back lies at `x`, the face 20 mm before it.
  var x: Double = 0
  var y: ClosedRange<Double>
  var z: ClosedRange<Double>
  var part: String

  func add(to asset: inout AssetBuilder, node: Int, grip: Grip) {
    let t = KitchenStyle.frontThickness
    var (y0, y1) = (y.lowerBound + KitchenStyle.gap, y.upperBound - KitchenStyle.gap)
    var (z0, z1) = (z.lowerBound + KitchenStyle.gap, z.upperBound - KitchenStyle.gap)
    if y1 - y0 < 0.02 { (y0, y1) = (y.lowerBound, y.upperBound) }
    if z1 - z0 < 0.02 { (z0, z1) = (z.lowerBound, z.upperBound) }
    func box(_ a: Vector3, _ b: Vector3, _ bevel: Double = 0.0015) {
      asset.add(.box(from: a, to: b, bevel: bevel), material: material, part: part, node: node)
    }
    if case .rail = style.handle { addRail(&asset, node, grip, y0, y1, &z0, &z1) }
    let isSmall = y1 - y0 < 0.2 || z1 - z0 < 0.17
    switch style.front {
    case .shaker where !isSmall:
      let f = 0.062
      box(Vector3(x, y0, z0), Vector3(x + t, y0 + f, z1))
      box(Vector3(x, y1 - f, z0), Vector3(x + t, y1, z1))
      let rail = min(f, (z1 - z0) * 0.3)
      box(Vector3(x, y0 + f, z0), Vector3(x + t, y1 - f, z0 + rail))
      box(Vector3(x, y0 + f, z1 - rail), Vector3(x + t, y1 - f, z1))
      box(
        Vector3(x + 0.001, y0 + f - 0.004, z0 + rail - 0.004),
        Vector3(x + t - 0.009, y1 - f + 0.004, z1 - rail + 0.004), 0)
    case .boarded where !isSmall:
      let count = max(2, Int(((y1 - y0) / 0.095).rounded()))
      let w = (y1 - y0) / Double(count)
      for i in 0..<count {
        box(Vector3(x, y0 + w * Double(i), z0), Vector3(x + t, y0 + w * Double(i + 1), z1), 0.003)
      }
    default: box(Vector3(x, y0, z0), Vector3(x + t, y1, z1))
    }
    addHandle(&asset, node, grip, y0, y1, z0, z1, at: x + t)
  }

  /// A recessed grip rail: the front stops short of a strip of metal.
  private func addRail(
    _ asset: inout AssetBuilder, _ node: Int, _ grip: Grip, _ y0: Double, _ y1: Double, _ z0: inout Double,
    _ z1: inout Double
  ) {
    let metal = style.metal(&asset)
    let height = 0.022
    switch grip {
    case .none: return
    case .bottom, .low(isHigh: false), .high(isHigh: false):
      asset.add(
        .box(from: Vector3(x, y0, z0), to: Vector3(x + 0.006, y1, z0 + height), bevel: 0.001),
        material: metal,
        part: "handle", node: node)
      z0 += height
    default:
      asset.add(
        .box(from: Vector3(x, y0, z1 - height), to: Vector3(x + 0.006, y1, z1), bevel: 0.001),
        material: metal,
        part: "handle", node: node)
      z1 -= height
    }
  }

  private func addHandle(
    _ asset: inout AssetBuilder, _ node: Int, _ grip: Grip, _ y0: Double, _ y1: Double, _ z0: Double,
    _ z1: Double, at face: Double
  ) {
    let inset = 0.04
    let middle: Vector2
    let isUpright: Bool
    // Knobs and bars sit on the frame of a framed front.
    let fromEdge = style.front == .shaker ? 0.031 : 0.045
    switch grip {
    case .none: return
    case .top: (middle, isUpright) = (Vector2((y0 + y1) / 2, max(z1 - fromEdge, (z0 + z1) / 2)), false)
    case .bottom: (middle, isUpright) = (Vector2((y0 + y1) / 2, min(z0 + fromEdge, (z0 + z1) / 2)), false)
    case .low(let isHigh):
      (middle, isUpright) = (Vector2(y0 + fromEdge, isHigh ? z1 - inset - 0.08 : z0 + inset + 0.08), true)
    case .high(let isHigh):
      (middle, isUpright) = (Vector2(y1 - fromEdge, isHigh ? z1 - inset - 0.08 : z0 + inset + 0.08), true)
    }
    let at = Vector3(face, middle.x, middle.y)
    let metal = style.metal(&asset)
    func add(_ m: MeshBuilder) { asset.add(m, material: metal, part: "handle", node: node) }
    switch style.handle {
    case .rail: return
    case .knob:
      let profile = [
        Vector2(0, -0.002), Vector2(0.007, -0.002), Vector2(0.006, 0.012), Vector2(0.014, 0.018),
        Vector2(0.016, 0.024), Vector2(0.012, 0.029), Vector2(0, 0.031),
      ]
      add(FixtureShape.forward(.lathe(profile, sides: 14)).translated(at.x, at.y, at.z))
    case .cup where !isUpright:
      // A shell that one reaches into from below.
      add(
        .ellipsoid(
          center: at - Vector3(0.002, 0, 0), radii: Vector3(0.026, 0.048, 0.019), sides: 16, rings: 8))
    case .cup:
      let profile = [
        Vector2(0, -0.002), Vector2(0.008, -0.002), Vector2(0.007, 0.014), Vector2(0.014, 0.019),
        Vector2(0.014, 0.026), Vector2(0, 0.028),
      ]
      add(FixtureShape.forward(.lathe(profile, sides: 14)).translated(at.x, at.y, at.z))
    case .bar:
      let room = isUpright ? z1 - z0 : y1 - y0
      let half = min(style.barLength, room * 0.7) / 2
      let along = isUpright ? Vector3(0, 0, 1) : Vector3(0, 1, 0)
      let out = Vector3(0.03, 0, 0)
      add(.cylinder(from: at + out - along * half, to: at + out + along * half, radius: 0.006, sides: 10))
      for s in [-0.8, 0.8] {
        let p = at + along * (half * s)
        add(.cylinder(from: p - Vector3(0.002, 0, 0), to: p + out, radius: 0.0045, sides: 8))
      }
    }
  }
}
