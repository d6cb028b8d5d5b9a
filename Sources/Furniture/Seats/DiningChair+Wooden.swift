import Assets
import VectorMath

/// The designs that a joiner makes.
extension DiningChair {
  func addSlats(to asset: inout AssetBuilder, _ wood: Finish, _ cover: Finish) {
    let p = parts
    let isPadded = look.variation.unit("pad") < 0.5
    asset.add(
      isPadded ? p.paddedSeat(thickness: 0.045) : p.woodenSeat(thickness: 0.022, radius: 0.04),
      isPadded ? cover : wood)
    let under = p.seat - (isPadded ? 0.04 : 0.02)
    asset.add(p.posts(width: 0.036), wood, part: "leg", crease: 1)
    asset.add(p.frontLegs(.spade, width: 0.038, splay: 0, top: under), wood, part: "leg")
    asset.add(p.apron(height: 0.055, top: under), wood, part: "frame")
    let count = 2 + look.variation.choice("slats", of: 3)
    let first = p.seat + 0.16
    for i in 0..<count {
      let t = count == 1 ? 1 : Double(i) / Double(count - 1)
      let z = first + (p.back - 0.035 - first) * t
      let isTop = i == count - 1
      asset.add(
        p.bow(z, depth: 0.016, height: isTop ? 0.065 : count > 3 ? 0.03 : 0.045, sag: 0.028), wood,
        part: "back", crease: 1)
    }
  }

  func addSpindles(to asset: inout AssetBuilder, _ wood: Finish) {
    let p = parts
    asset.add(p.woodenSeat(thickness: 0.032, radius: 0.13), wood)
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let top = Vector3(sx * (p.half.x - 0.075), sy * (p.half.y - 0.085), p.seat - 0.02)
        let foot = Vector3(sx * (p.half.x + (sx < 0 ? 0.03 : 0.0)), sy * (p.half.y - 0.01), 0)
        asset.add(LegShape.tapered.mesh(from: top, to: foot, width: 0.034), wood, part: "leg")
      }
    }
    let z = 0.2
    let side = p.half.y - 0.045
    for sy in [-1.0, 1] {
      asset.add(
        .cylinder(
          from: Vector3(p.half.x - 0.03, sy * side, z), to: Vector3(-p.half.x + 0.012, sy * side, z),
          radius: 0.01, sides: 10
        ).grainAlong,
        wood, part: "stretcher")
    }
    asset.add(
      .cylinder(from: Vector3(0, -side, z), to: Vector3(0, side, z), radius: 0.01, sides: 10).grainAlong,
      wood, part: "stretcher")
    // A bent crest on spindles that fan out.
    let count = 7
    let top = p.back - 0.03
    func crest(_ t: Double) -> Vector3 {
      Vector3(-p.half.x + 0.03 - 0.2 * (top - p.seat) - 0.05 * (1 - t * t), t * (p.half.y - 0.005), top)
    }
    for i in 0..<count {
      let t = 2 * Double(i) / Double(count - 1) - 1
      let foot = Vector3(-p.half.x + 0.045 + 0.05 * t * t, t * (p.half.y - 0.075), p.seat - 0.012)
      let head = crest(t * 0.9)
      asset.add(
        MeshBuilder.tube(
          [foot, foot + (head - foot) * 0.35, head],
          radii: i == 0 || i == count - 1 ? [0.012, 0.013, 0.009] : [0.007, 0.0085, 0.006], sides: 10
        )
        .grainAlong, wood, part: "back", crease: 1)
    }
    let path = (0...12).map { crest(Double($0) / 6 - 1) }
    let section = roundedRectangle(0.02, 0.07, radius: 0.009, corner: 3)
    asset.add(MeshBuilder.bar(path, section: section).grainAlong, wood, part: "back", crease: 1)
  }

  func addCross(to asset: inout AssetBuilder, _ wood: Finish) {
    let p = parts
    // A cane seat in a bent ring.
    let cane = Finish.fabric(Colour(0xcbb083))
    let line = p.outline(radius: 0.15)
    asset.add(
      .plate(insetOutline(line, by: 0.012), bottom: p.seat - 0.012, top: p.seat - 0.004, edge: 0.001), cane)
    let ring = insetOutline(line, by: 0.018).map { Vector3($0.x, $0.y, p.seat - 0.013) }
    asset.add(.cord(ring, axis: Vector3(0, 0, 1), radius: 0.019, sides: 8), wood, part: "frame", crease: 1.2)
    asset.add(p.posts(width: 0.032, inset: 0.012, isRound: true), wood, part: "leg", crease: 1)
    for sign in [-1.0, 1] {
      let foot = Vector3(p.half.x - 0.025, sign * (p.half.y - 0.03), 0)
      asset.add(
        LegShape.tapered.mesh(
          from: Vector3(p.half.x - 0.06, sign * (p.half.y - 0.075), p.seat - 0.012), to: foot, width: 0.036),
        wood,
        part: "leg")
    }
    asset.add(p.stretchers(0.2, radius: 0.009), wood, part: "stretcher")
    // The crest closes the posts in an arch; two bent rods cross below it.
    asset.add(
      p.bow(p.back - 0.012, depth: 0.026, height: 0.034, sag: 0.04, inset: 0.012, beyond: 0.02), wood,
      part: "back", crease: 1)
    let (low, high) = (p.seat + 0.03, p.back - 0.03)
    for sign in [-1.0, 1] {
      let path = (0...12).map { i -> Vector3 in
        let t = Double(i) / 12
        let z = low + (high - low) * t
        let side = p.post(z, 1, inset: 0.012).y
        let y = sign * side * (1 - 2 * smoothstep(0, 1, t))
        let sag = 0.034 * (1 - (y / side) * (y / side))
        return Vector3(p.post(z, 1, inset: 0.012).x - sag - sign * 0.006, y, z)
      }
      asset.add(
        MeshBuilder.bar(
          path, section: roundedRectangle(0.02, 0.012, radius: 0.005, corner: 2), up: Vector3(1, 0, 0)
        ).grainAlong, wood, part: "back", crease: 1)
    }
  }

  func addYoke(to asset: inout AssetBuilder, _ wood: Finish) {
    var p = parts
    p.lean = 0.12
    let w = 0.03
    let (x, y) = (p.half.x, p.half.y)
    // The seat: a frame around a woven mat.
    asset.add(
      .board(
        Vector3(0.05 - x, 0.05 - y, p.seat - 0.012), Vector3(x - 0.05, y - 0.05, p.seat - 0.003), bevel: 0),
      .fabric(Colour(0xc4ab7c)))
    for side in [-1.0, 1] {
      asset.add(
        .board(Vector3(-x, side * y, p.seat - 0.032), Vector3(x, side * (y - 0.055), p.seat), bevel: 0.007),
        wood, part: "frame")
      asset.add(
        .board(
          Vector3(side * x, 0.05 - y, p.seat - 0.032), Vector3(side * (x - 0.055), y - 0.05, p.seat),
          bevel: 0.007), wood, part: "frame")
      asset.add(
        .board(
          Vector3(0.03 - x, side * (y - 0.02) - 0.006, p.seat - 0.075),
          Vector3(x - 0.03, side * (y - 0.02) + 0.006, p.seat - 0.03)), wood, part: "apron")
      let post = (0...10).map { i -> Vector3 in
        let z = p.back * Double(i) / 10
        let bend = max(0, z - p.seat)
        return Vector3(0.025 - x - 0.22 * bend * bend, side * (y - 0.025), z)
      }
      asset.add(MeshBuilder.tube(post, radius: w / 2, sides: 12).grainAlong, wood, part: "leg", crease: 1)
      asset.add(
        .cylinder(
          from: Vector3(x - 0.025, side * (y - 0.025), 0),
          to: Vector3(x - 0.025, side * (y - 0.025), p.seat - 0.01), radius: w / 2, sides: 12
        ).grainAlong, wood, part: "leg")
      asset.add(
        .board(
          Vector3(0.03 - x, side * (y - 0.025) - 0.007, 0.16),
          Vector3(x - 0.03, side * (y - 0.025) + 0.007, 0.185)), wood, part: "stretcher")
    }
    asset.add(
      .board(Vector3(x - 0.035, 0.02 - y, 0.07), Vector3(x - 0.01, y - 0.02, 0.092), bevel: 0.003), wood,
      part: "stretcher")
    asset.add(
      .board(Vector3(x - 0.031, 0.03 - y, p.seat - 0.075), Vector3(x - 0.019, y - 0.03, p.seat - 0.03)), wood,
      part: "apron")
    asset.add(
      .board(Vector3(0.018 - x, 0.02 - y, 0.2), Vector3(0.032 - x, y - 0.02, 0.222)), wood, part: "stretcher")
    // The yoke: a rail that rises in the middle and runs past the posts; the splat bends with the spine.
    let rise = p.back - p.seat
    let rear = 0.025 - x - 0.22 * rise * rise
    let yoke = (0...16).map { i -> Vector3 in
      let t = Double(i) / 8 - 1
      let c = DeterministicMath.cos(Double.pi * t)
      return Vector3(rear - 0.018 * (1 - t * t), t * (y + 0.055), p.back + 0.014 + 0.013 * c)
    }
    asset.add(
      MeshBuilder.tube(yoke, radii: yoke.indices.map { $0 == 0 || $0 == 16 ? 0.012 : 0.0175 }, sides: 12)
        .grainAlong, wood, part: "back", crease: 1)
    let splat = (0...10).map { i -> Vector3 in
      let t = Double(i) / 10
      let z = p.seat + rise * t
      let s = DeterministicMath.sin(2 * Double.pi * t)
      return Vector3(0.03 - x - (0.03 - x - rear + 0.018) * t * t + 0.016 * s, 0, z)
    }
    asset.add(
      MeshBuilder.bar(
        splat, section: roundedRectangle(0.16, 0.012, radius: 0.004, corner: 2), up: Vector3(1, 0, 0)
      ).grainAlong, wood, part: "back", crease: 1)
  }
}
