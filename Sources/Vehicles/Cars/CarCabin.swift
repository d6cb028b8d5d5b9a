import Assets
import VectorMath
import WorldModel

/// What is seen through a car's panes: dashboard, steering wheel, seats, mirror.
struct CarCabin {
  let form: CarForm
  /// Rows of seats: two, or three in minivans, one in two-seaters.
  let rows: Int
  let driver: DriverSide

  private var floor: Double { form.shoulder(form.cowl + 1) - CarBody.cabinDepth }

  func add(to asset: inout AssetBuilder) {
    let belt = form.shoulder(form.cowl + 0.6)
    let half = form.footHalf(form.cowl + 0.8) - 0.05
    let dash = asset.material(VehicleMaterials.dashboard)
    let seat = asset.material(VehicleMaterials.seat)
    func add(_ shape: MeshBuilder, _ material: Int, _ crease: Double = 0.8) {
      asset.add(shape, material: material, part: "interior", crease: crease)
    }
    // Dashboard: from under the windscreen, its top just above the belt, rounded towards the seats.
    let start = form.cowl + form.screenBow.foot + 0.12
    let profile: [(Double, Double)] = [
      (start, floor + 0.01), (start, belt - 0.03), (start + 0.2, belt + 0.015), (start + 0.34, belt + 0.01),
      (start + 0.42, belt - 0.05), (start + 0.44, floor + 0.01),
    ]
    add(
      .loft(
        [-half, -half * 0.5, 0, half * 0.5, half].map { y in
          profile.map {
            Vector3(form.x($0.0), y, $0.1 + ($0.1 > floor + 0.02 ? 0.015 * (1 - (y / half) * (y / half)) : 0))
          }
        }), dash)
    let wheel = SteeringWheel(
      center: Vector3(form.x(start + 0.58), driver.sign * 0.37, belt + 0.02), radius: 0.18, tilt: 1.15,
      detail: form.detail)
    if form.detail.hasLines {
      let hood = Vector3(form.x(start + 0.36), driver.sign * 0.37, belt + 0.045)
      add(
        .ellipsoid(
          center: hood, radii: Vector3(0.09, 0.17, 0.045), sides: form.detail.sides(14),
          rings: form.detail.rings(6)), dash)
      wheel.add(to: &asset, material: dash)
    }
    // Seats.
    let first = start + 1.1
    for row in 0..<rows {
      let d = first + Double(row) * 0.84
      guard d < form.rearFoot - 0.25 else { continue }
      let top = min(belt + 0.24, form.roofLine(d) - 0.24)
      let places: [Double] = row == 0 ? [0.37, -0.37] : [0.4, 0, -0.4]
      for y in places {
        let isDriver = row == 0 && y * driver.sign > 0
        let side = y > 0 ? "left" : y < 0 ? "right" : "middle"
        asset.seat(
          Asset.Seat(
            name: isDriver ? "driver" : "\(row == 0 ? "front" : row == 1 ? "rear" : "back")_\(side)",
            hip: Vector3(form.x(d - 0.19), y, belt - 0.38), recline: 0.2,
            top: form.roofLine(d - 0.1) - 0.05, floor: floor, wheel: isDriver ? wheel.grip : nil))
        let w = row == 0 ? 0.24 : 0.21
        let sections: [(Double, Double, Double)] = [
          (floor - 0.005, 0, 1), (belt, 0.04, 1), (top - 0.05, 0.1, 0.9), (top, 0.11, 0.7),
        ]
        add(
          .loft(
            sections.map { z, lean, k in
              superellipse(0.06, w * k, exponent: 3, count: form.detail.sides(16)).map {
                Vector3(form.x(d + lean) + $0.x, y + $0.y, z)
              }
            }), seat)
        let head = Vector3(form.x(d + 0.13), y, top + 0.07)
        let bevel = form.detail.hasLines ? 0.035 : 0
        add(.box(size: Vector3(0.09, 0.25, 0.15), center: head, bevel: bevel), seat, 1)
        guard form.detail.hasLines else { continue }
        add(.box(size: Vector3(0.02, 0.12, 0.06), center: head - Vector3(0, 0, 0.09)), seat)
      }
    }
    // Mirror behind the windscreen's head.
    let d = form.header + 0.02
    add(
      .box(
        size: Vector3(0.03, 0.24, 0.07), center: Vector3(form.x(d), 0, form.roofLine(d) - 0.1), bevel: 0.012),
      dash)
  }
}
