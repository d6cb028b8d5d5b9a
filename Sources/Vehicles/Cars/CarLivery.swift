import Assets
import VectorMath
import WorldModel

/// What taxis, police cars and ambulances wear: bands, words, roof signs and lights. All names are made up.
struct CarLivery {
  let form: CarForm
  let probe: SurfaceProbe
  let livery: Livery
  let variant: UInt64

  func add(to asset: inout AssetBuilder) {
    switch livery {
    case .none: break
    case .taxiEurope:
      addRoofSign(to: &asset, "TAXI", Colour(0xf0c21c))
    case .taxiChina:
      addRoofSign(to: &asset, "TAXI", Colour(0xf4f4f0))
      band(to: &asset, 0.32, 0.6, asset.material(VehicleMaterials.livery("lower", Colour(0xe9eaea))))
      word(to: &asset, "CITY TAXI", 0.72, Colour(0xf2f2ee), nil, height: 0.1)
    case .policeEurope:
      chequer(
        to: &asset, asset.material(VehicleMaterials.livery("blue", Colour(0x1a3f9c))),
        asset.material(VehicleMaterials.reflectiveYellow))
      word(to: &asset, "POLICE", 0.8, Colour(0x14306e), Colour(0xf0f0ee), height: 0.13)
      addLightBar(to: &asset, [.beaconBlue, .beaconBlue])
    case .policeChina:
      band(to: &asset, 0.36, 0.62, asset.material(VehicleMaterials.livery("blue", Colour(0x1c3f8c))))
      word(to: &asset, "POLICE", 0.8, Colour(0x1c3f8c), Colour(0xf0f0ee), height: 0.13)
      addLightBar(to: &asset, [.beaconRed, .beaconBlue])
    case .ambulanceEurope:
      chequer(
        to: &asset, asset.material(VehicleMaterials.livery("green", Colour(0x1d7a4a))),
        asset.material(VehicleMaterials.reflectiveYellow))
      upperWord(to: &asset, "AMBULANCE", Colour(0x1d7a4a), Colour(0xf0e23a))
      addLightBar(to: &asset, [.beaconBlue, .beaconBlue])
    case .ambulanceChina:
      band(to: &asset, 0.42, 0.62, asset.material(VehicleMaterials.livery("blue", Colour(0x1f5aa8))))
      upperWord(to: &asset, "AMBULANCE 120", Colour(0xb8161c), Colour(0xf2f2f0))
      addLightBar(to: &asset, [.beaconBlue, .beaconBlue])
    }
  }

  /// Where the sides run free of lamps.
  private var span: (from: Double, to: Double) { (form.frontOverhang * 0.62, form.length - 0.42) }

  private func z(_ d: Double, _ t: Double) -> Double {
    let low = form.sill(d)
    return low + (form.shoulder(d) - low) * t
  }

  private func both(_ asset: inout AssetBuilder, _ shape: MeshBuilder, _ material: Int) {
    asset.add(shape, material: material)
    asset.add(shape.mirrored, material: material)
  }

  /// Whether a place lies over a wheel arch.
  private func isOpen(_ d: Double, _ z: Double) -> Bool {
    form.axles.contains {
      VectorMath.length(Vector2(form.x(d) - $0, z - form.wheelRadius)) < form.archRadius + 0.012
        || (z < form.wheelRadius && (form.x(d) - $0).magnitude < form.archRadius + 0.012)
    }
  }

  /// A plate between stations and shares of the height, left out over wheel arches.
  private func patch(_ d0: Double, _ d1: Double, _ t0: Double, _ t1: Double) -> MeshBuilder {
    let n = max(1, Int(((d1 - d0) / 0.12).rounded()))
    var out = MeshBuilder()
    for k in 0..<n {
      let (a, b) = (d0 + (d1 - d0) * Double(k) / Double(n), d0 + (d1 - d0) * Double(k + 1) / Double(n))
      var low = [z(a, t0), z(b, t0)]
      let high = [z(a, t1), z(b, t1)]
      for (i, d) in [a, b].enumerated() {
        while low[i] < high[i], isOpen(d, low[i]) { low[i] += 0.01 }
      }
      guard low[0] < high[0] - 0.02, low[1] < high[1] - 0.02 else { continue }
      out.append(
        probe.quad(
          .left,
          (
            Vector2(form.x(b), high[1]), Vector2(form.x(a), high[0]), Vector2(form.x(a), low[0]),
            Vector2(form.x(b), low[1])
          ),
          columns: 2, rows: 2, proud: 0.002, depth: 0.01))
    }
    return out
  }

  private func band(to asset: inout AssetBuilder, _ t0: Double, _ t1: Double, _ material: Int) {
    both(&asset, patch(span.from, span.to, t0, t1), material)
  }

  /// Two rows of squares in two colours.
  private func chequer(to asset: inout AssetBuilder, _ a: Int, _ b: Int) {
    let n = Int(((span.to - span.from) / 0.34).rounded())
    for k in 0..<n {
      let d0 = span.from + (span.to - span.from) * Double(k) / Double(n)
      let d1 = span.from + (span.to - span.from) * Double(k + 1) / Double(n)
      for row in 0..<2 {
        let (t0, t1) = row == 0 ? (0.3, 0.5) : (0.5, 0.7)
        both(&asset, patch(d0, d1, t0, t1), (k + row) % 2 == 0 ? a : b)
      }
    }
  }

  /// A word on the front doors.
  private func word(
    to asset: inout AssetBuilder, _ text: String, _ t: Double, _ ink: Colour, _ ground: Colour?,
    height: Double
  ) {
    guard form.doorGaps.count >= 2 else { return }
    let d = (form.doorGaps[0] + form.doorGaps[1]) / 2
    let board = SignBoard(text: text, ink: ink, ground: ground ?? Colour(0x2a6a4a))
    for mirrored in [false, true] {
      board.add(
        to: &asset, probe: probe, side: .left, center: Vector2(form.x(d), z(d, t)),
        size: Vector2(height * Double(text.count) * 0.62, height), mirrored: mirrored, part: nil, proud: 0.003
      )
    }
  }

  /// A word high on the sides of vans.
  private func upperWord(to asset: inout AssetBuilder, _ text: String, _ ink: Colour, _ ground: Colour) {
    let d = form.length * 0.66
    let z = form.height * 0.72
    let board = SignBoard(text: text, ink: ink, ground: ground)
    for mirrored in [false, true] {
      board.add(
        to: &asset, probe: probe, side: .left, center: Vector2(form.x(d), z), size: Vector2(2.2, 0.26),
        mirrored: mirrored, part: nil, proud: 0.003)
    }
    board.add(
      to: &asset, probe: probe, side: .rear, center: Vector2(0, form.height * 0.8), size: Vector2(1.1, 0.15),
      part: nil,
      proud: 0.003)
  }

  private func addRoofSign(to asset: inout AssetBuilder, _ text: String, _ ground: Colour) {
    let d = form.header + 0.42
    let z = form.roofLine(d)
    let sign = asset.lamp(.sign)
    let box = MeshBuilder.loft(
      [(0.0, 1.0), (0.03, 1.0), (0.115, 0.8), (0.135, 0.7)].map { h, s in
        roundedRectangle(0.17 * s, 0.44 * (0.9 + 0.1 * s), radius: 0.04, corner: 3).map {
          Vector3(form.x(d) + $0.x, $0.y, z - 0.012 + h)
        }
      })
    asset.add(box, material: sign, part: "sign", crease: 0.9)
    let board = SignBoard(text: text, ground: ground)
    let feel = SurfaceProbe([box])
    for side in [SurfaceProbe.Side.front, .rear] {
      board.add(
        to: &asset, probe: feel, side: side, center: Vector2(0, z + 0.06), size: Vector2(0.34, 0.075),
        proud: 0.003)
    }
  }

  private func addLightBar(to asset: inout AssetBuilder, _ lamps: [VehicleLamp]) {
    let d = form.header + 0.35
    let z = form.roofLine(d)
    let half = min(0.6, form.roofHalf - 0.02)
    let trim = asset.material(VehicleMaterials.trim)
    asset.add(
      .box(size: Vector3(0.26, half * 2, 0.035), center: Vector3(form.x(d), 0, z + 0.02), bevel: 0.01),
      material: trim,
      part: "beacon")
    for (k, lamp) in lamps.enumerated() {
      let y = (k == 0 ? 1 : -1) * half * 0.58
      let pod = MeshBuilder.loft(
        [(0.035, 1.0), (0.08, 0.94), (0.1, 0.78)].map { h, s in
          roundedRectangle(0.25 * s, half * 0.8 * (0.93 + 0.07 * s), radius: 0.05, corner: 3).map {
            Vector3(form.x(d) + $0.x, y + $0.y, z + h)
          }
        })
      asset.add(pod, material: asset.lamp(lamp), part: "beacon", crease: 0.9)
    }
    asset.add(
      .box(size: Vector3(0.18, half * 0.34, 0.05), center: Vector3(form.x(d), 0, z + 0.055), bevel: 0.012),
      material: asset.material(VehicleMaterials.gloss), part: "beacon")
  }
}
