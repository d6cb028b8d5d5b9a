package import Assets
import VectorMath
package import WorldModel

/// A tipper with three axles and an open body for earth and gravel.
package struct Tipper: ParametricAsset {
  package static let assetName = "tipper"
  package var colour: Colour
  package var bodyColour: Colour
  package var variant: UInt64
  package var driver: DriverSide

  package init() { self.init(colour: Colour(0xc8641e)) }

  package init(
    colour: Colour, bodyColour: Colour = Colour(0x8a8f92), variant: UInt64 = 1, driver: DriverSide = .left
  ) {
    self.colour = colour
    self.bodyColour = bodyColour
    self.variant = variant
    self.driver = driver
  }

  package static let length = 8.4

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "tipper", nativeClass: "truck")
    let paint = asset.material(VehicleMaterials.paint(colour))
    let (f, r) = (Self.length / 2, -Self.length / 2)
    let cab = LorryCab(kind: .day, front: f, wheelRadius: 0.52, variant: variant, driver: driver)
    cab.add(to: &asset, paint: paint)
    let axles = [r + 2.45, r + 1.1]
    var chassis = LorryChassis(front: f - 0.9, rear: r, axles: axles, wheelRadius: 0.52, variant: variant)
    chassis.add(to: &asset)
    chassis.guards = nil
    chassis.addWheels(to: &asset) { ["wheel_rear\($0 + 1)_left", "wheel_rear\($0 + 1)_right"] }
    VehicleWheel(radius: 0.52, width: 0.32, rimShare: 0.56, design: .convexDish).addPair(
      to: &asset, names: ["wheel_front_left", "wheel_front_right"], x: cab.axle, halfTrack: 1.04)
    addBed(to: &asset, front: f - cab.depth - 0.2, rear: r + 0.05)
    return asset.asset()
  }

  private func addBed(to asset: inout AssetBuilder, front: Double, rear: Double) {
    let steel = asset.material(VehicleMaterials.livery("bed", bodyColour))
    let earth = asset.material(Material(name: "earth", baseColor: Colour(0x5d4a36).linear, roughness: 1))
    let (low, high, w) = (1.12, 2.5, 1.24)
    // Walls as one shell: outside, rim, inside.
    func ring(_ x0: Double, _ x1: Double, _ y: Double, _ z: Double) -> [Vector3] {
      [Vector3(x0, -y, z), Vector3(x1, -y, z), Vector3(x1, y, z), Vector3(x0, y, z)]
    }
    asset.add(
      .loft([
        ring(rear + 0.12, front, w - 0.14, low), ring(rear + 0.1, front, w - 0.03, low + 0.22),
        ring(rear, front + 0.02, w, high), ring(rear + 0.06, front - 0.04, w - 0.06, high),
        ring(rear + 0.16, front - 0.06, w - 0.1, low + 0.3),
      ]), material: steel, part: "bed", crease: 0.3)
    // The load, heaped.
    let look = AssetVariation(seed: variant)
    let heap = (0...10).map { i -> [Vector3] in
      let u = Double(i) / 10
      let x = rear + 0.16 + (front - rear - 0.22) * u
      return (0...8).map { j -> Vector3 in
        let v = Double(j) / 8
        let bulge = 16 * u * (1 - u) * v * (1 - v)
        let rough = look.number("heap", i * 9 + j, in: -0.06...0.06) * (bulge > 0 ? 1 : 0)
        return Vector3(x, (2 * v - 1) * (w - 0.1), high - 0.35 + 0.5 * bulge + rough)
      }
    }
    asset.add(
      .slab(
        columns: 10, rows: 8, front: { heap[Int(($0 * 10).rounded())][Int(($1 * 8).rounded())] },
        back: {
          Vector3(
            heap[Int(($0 * 10).rounded())][Int(($1 * 8).rounded())].x, (2 * $1 - 1) * (w - 0.1), high - 0.6)
        }),
      material: earth, part: "load", crease: 0.9)
    // Ribs, the canopy over the cab, the tailgate's hinges.
    for side in [1.0, -1.0] {
      var x = rear + 0.45
      while x < front - 0.2 {
        asset.add(
          .box(
            from: Vector3(x - 0.05, side * (w - 0.04), low + 0.2),
            to: Vector3(x + 0.05, side * (w + 0.045), high - 0.02), bevel: 0.012),
          material: steel, part: "bed")
        x += 0.78
      }
      asset.add(
        .box(
          from: Vector3(rear - 0.0, side * (w - 0.02), high - 0.1),
          to: Vector3(front, side * (w + 0.055), high + 0.02), bevel: 0.015),
        material: steel, part: "bed")
      asset.add(
        .cylinder(
          from: Vector3(rear + 0.03, side * 1.1, high + 0.05),
          to: Vector3(rear + 0.03, side * 0.9, high + 0.05), radius: 0.05, sides: 12),
        material: asset.material(VehicleMaterials.shadow), part: "bed")
    }
    asset.add(
      .box(
        from: Vector3(front - 0.05, -w, high - 0.02), to: Vector3(front + 0.85, w, high + 0.36), bevel: 0.03),
      material: steel, part: "bed")
    asset.add(
      .box(
        from: Vector3(front - 0.04, -w, high - 0.3), to: Vector3(front + 0.03, w, high + 0.05), bevel: 0.01),
      material: steel, part: "bed")
  }
}
