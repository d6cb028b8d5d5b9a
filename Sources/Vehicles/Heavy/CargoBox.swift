import Assets
import VectorMath
import WorldModel

/// The box of a lorry or trailer: panels in rails, two rear doors with their bars, marks that reflect.
struct CargoBox {
  /// Tarpaulin with straps instead of panels.
  var isCurtain = false
  var front: Double
  var rear: Double
  var floor: Double
  var top: Double
  var width = 2.54
  var variant: UInt64
  /// A made-up firm.
  var name: String?

  private static let firms = [
    "NORDIC FREIGHT", "BLUE RIVER", "ORBIS CARGO", "HANLIN LOGISTICS", "GREEN MILE", "TRANSALTO",
  ]

  init(isCurtain: Bool = false, front: Double, rear: Double, floor: Double, top: Double, variant: UInt64) {
    self.isCurtain = isCurtain
    self.front = front
    self.rear = rear
    self.floor = floor
    self.top = top
    self.variant = variant
    let look = AssetVariation(seed: variant)
    name = look.unit("named box") < 0.75 ? Self.firms[look.choice("firm", of: Self.firms.count)] : nil
  }

  func add(to asset: inout AssetBuilder, colour: Colour, node: Int = 0, offset: Double = 0) {
    let panel = asset.material(
      Material(name: "panel", baseColor: colour.linear, roughness: isCurtain ? 0.6 : 0.4))
    let steel = asset.material(VehicleMaterials.steel)
    let gap = asset.material(VehicleMaterials.gap)
    let w = width / 2
    func put(_ shape: MeshBuilder, _ material: Int) {
      asset.add(shape.translated(-offset, 0, 0), material: material, part: "box", node: node)
    }
    let skin = MeshBuilder.box(
      from: Vector3(rear + 0.02, -w + 0.02, floor), to: Vector3(front - 0.02, w - 0.02, top - 0.02),
      bevel: 0.02)
    put(skin, panel)
    // Rails along the edges, corner posts.
    for y in [w - 0.025, -w + 0.025] {
      for (z, h) in [(floor + 0.06, 0.12), (top - 0.05, 0.1)] {
        put(
          .box(size: Vector3(front - rear, 0.05, h), center: Vector3((front + rear) / 2, y, z), bevel: 0.01),
          steel)
      }
      for x in [rear + 0.04, front - 0.04] {
        put(
          .box(size: Vector3(0.08, 0.05, top - floor), center: Vector3(x, y, (top + floor) / 2), bevel: 0.01),
          steel)
      }
    }
    for x in [rear + 0.03, front - 0.03] {
      put(.box(size: Vector3(0.06, width - 0.1, 0.1), center: Vector3(x, 0, top - 0.05), bevel: 0.01), steel)
    }
    if isCurtain {
      // Folds over the posts behind, straps with buckles.
      let n = Int(((front - rear) / 0.75).rounded())
      for k in 1..<max(2, n) {
        let x = rear + (front - rear) * Double(k) / Double(n)
        for y in [w - 0.016, -w + 0.016] {
          put(
            .box(
              size: Vector3(0.045, 0.012, top - floor - 0.24), center: Vector3(x, y, (top + floor) / 2),
              bevel: 0.004), gap)
          put(.box(size: Vector3(0.07, 0.03, 0.16), center: Vector3(x, y, floor + 0.24), bevel: 0.006), steel)
        }
      }
    } else {
      let n = Int(((front - rear) / 1.2).rounded())
      for k in 1..<max(2, n) {
        let x = rear + (front - rear) * Double(k) / Double(n)
        for y in [w - 0.019, -w + 0.019] {
          put(
            .box(size: Vector3(0.012, 0.006, top - floor - 0.24), center: Vector3(x, y, (top + floor) / 2)),
            gap)
        }
      }
    }
    addDoors(put, steel: steel, gap: gap)
    let red = asset.material(VehicleMaterials.reflectiveRed)
    let white = asset.material(VehicleMaterials.livery("reflective_white", Colour(0xe4e4dc)))
    addMarks(put, red: red, white: white)
    guard let name else { return }
    let probe = SurfaceProbe([skin])
    let ink = [Colour(0x1c3f8c), Colour(0xb8161c), Colour(0x1d6a3a), Colour(0x202326)][Int(variant % 4)]
    let size = Vector2(min(4.2, (front - rear) * 0.62), 0.55)
    for mirrored in [false, true] {
      SignBoard(text: name, ink: ink, ground: colour).add(
        to: &asset, probe: probe, side: .left, center: Vector2((front + rear) / 2, (floor + top) / 2 + 0.2),
        size: size,
        mirrored: mirrored, part: "box", proud: 0.004, node: node, offset: offset)
    }
  }

  private func addDoors(_ put: (MeshBuilder, Int) -> Void, steel: Int, gap: Int) {
    let x = rear + 0.012
    put(.box(size: Vector3(0.03, 0.014, top - floor - 0.2), center: Vector3(x, 0, (top + floor) / 2)), gap)
    for y in [-0.95, -0.32, 0.32, 0.95] {
      put(
        .cylinder(
          from: Vector3(x - 0.006, y, floor + 0.04), to: Vector3(x - 0.006, y, top - 0.06), radius: 0.017,
          sides: 8),
        steel)
      put(
        .box(
          size: Vector3(0.03, 0.26, 0.04),
          center: Vector3(x - 0.004, y + (y > 0 ? -0.11 : 0.11), floor + 0.6), bevel: 0.008),
        steel)
    }
    for y in [1.22, -1.22] {
      for k in 0..<4 {
        let z = floor + 0.3 + (top - floor - 0.6) * Double(k) / 3
        put(.box(size: Vector3(0.035, 0.1, 0.09), center: Vector3(x, y, z), bevel: 0.008), steel)
      }
    }
  }

  /// Lines that reflect along the edges (UNECE R104): white or yellow at the sides, red behind.
  private func addMarks(_ put: (MeshBuilder, Int) -> Void, red: Int, white: Int) {
    let w = width / 2
    let n = Int(((front - rear) / 0.6).rounded())
    for k in 0..<n {
      let x = rear + (front - rear) * (Double(k) + 0.5) / Double(n)
      for y in [w + 0.0005, -w - 0.0005] {
        put(.box(size: Vector3(0.42, 0.004, 0.05), center: Vector3(x, y, floor + 0.06)), white)
      }
    }
    for z in [floor + 0.05, top - 0.05] {
      for k in 0..<6 {
        let y = -1.0 + 0.4 * Double(k)
        put(.box(size: Vector3(0.004, 0.3, 0.05), center: Vector3(rear - 0.001, y, z)), red)
      }
    }
  }
}
