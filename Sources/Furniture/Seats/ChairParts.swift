import Assets
import VectorMath

/// Members that chairs are joined from. Metres; x forward, the seat's middle above the origin.
struct ChairParts: Sendable {
  /// Half the seat's lengths, and the height of its top.
  var half: Vector2
  var seat: Double
  var back: Double
  /// How far the rear posts lean for each metre above the seat.
  var lean = 0.2

  /// The middle of a rear post at a height, on the side of `sign`: splayed below, leaning above.
  func post(_ z: Double, _ sign: Double, inset: Double = 0.02) -> Vector3 {
    let below = max(0, seat - z)
    let above = max(0, z - seat)
    // A smooth bend about the seat.
    let bend = above < 0.12 ? above * above / 0.24 : above - 0.06
    return Vector3(
      -half.x + 0.018 - below * 0.09 - lean * bend,
      sign * (half.y * 0.86 - inset - 0.05 * above + below * 0.02), z)
  }

  /// Both rear posts from the floor to the top of the back, `width` thick at the seat.
  func posts(width: Double, inset: Double = 0.02, isRound: Bool = false) -> MeshBuilder {
    var mesh = MeshBuilder()
    let heights = (0...14).map { back * Double($0) / 14 }
    for sign in [-1.0, 1] {
      mesh.append(
        MeshBuilder.loft(
          heights.map { z in
            let t = z < seat ? 0.72 + 0.28 * z / seat : 1 - 0.35 * (z - seat) / (back - seat)
            let w = width * t / 2
            let at = post(z, sign, inset: inset)
            let section =
              isRound
              ? superellipse(w, w, exponent: 2, count: 12)
              : roundedRectangle(2.2 * w, 1.8 * w, radius: w * 0.4, corner: 2)
            return section.map { at + Vector3($0.x, $0.y, 0) }
          }
        ).grainAlong)
    }
    return mesh
  }

  /// Front legs, upright or splayed a little.
  func frontLegs(_ shape: LegShape, width: Double, splay: Double = 0.012, top: Double) -> MeshBuilder {
    var mesh = MeshBuilder()
    for sign in [-1.0, 1] {
      let at = Vector3(half.x - 0.035, sign * (half.y - 0.035), 0)
      mesh.append(
        shape.mesh(from: at + Vector3(0, 0, top), to: at + Vector3(splay, sign * splay, 0), width: width))
    }
    return mesh
  }

  /// The seat's outline, narrower behind, its corners round.
  func outline(radius: Double, grow: Double = 0) -> [Vector2] {
    roundedRectangle(2 * half.x + 2 * grow, 2 * half.y + 2 * grow, radius: radius, corner: 5).map {
      Vector2($0.x, $0.y * (0.93 + 0.07 * $0.x / half.x))
    }
  }

  /// A wooden seat with a hollow.
  func woodenSeat(thickness: Double, radius: Double) -> MeshBuilder {
    let rings = 5
    let line = outline(radius: radius)
    func ring(_ share: Double, _ z: (Vector2) -> Double) -> [Vector3] {
      line.map { Vector3($0.x * share, $0.y * share, z($0 * share)) }
    }
    func hollow(_ p: Vector2) -> Double {
      let (a, b) = (p.x / half.x, p.y / half.y)
      return seat - 0.012 * max(0, 1 - a * a) * max(0, 1 - b * b)
    }
    var list: [[Vector3]] = [
      ring(0.97) { _ in seat - thickness }, ring(0.995) { _ in seat - thickness + 0.004 },
      ring(1) { _ in seat - 0.006 },
      ring(0.985) { _ in seat },
    ]
    for i in stride(from: rings - 1, to: 0, by: -1) {
      list.append(ring(0.97 * Double(i) / Double(rings), hollow))
    }
    list.append(line.map { _ in Vector3(0, 0, hollow(.zero)) })
    var mesh = MeshBuilder.loft(list)
    mesh.setUVs { Vector2($0.y, $0.x + $0.z) }
    return mesh
  }

  /// A padded seat: a cushion of the seat's outline.
  func paddedSeat(thickness: Double, radius: Double = 0.05, grow: Double = 0) -> MeshBuilder {
    let line = outline(radius: radius, grow: grow)
    func ring(_ inset: Double, _ z: Double) -> [Vector3] {
      insetOutline(line, by: inset).map { Vector3($0.x, $0.y, z) }
    }
    func shrunk(_ by: Double, _ z: Double) -> [Vector3] {
      insetOutline(line, by: 0.03).map { Vector3($0.x * by, $0.y * by, z) }
    }
    let low = seat - thickness
    var mesh = MeshBuilder.loft([
      ring(0.01, low), ring(0, low + 0.008), ring(0, seat - 0.03), ring(0.005, seat - 0.016),
      ring(0.014, seat - 0.006),
      ring(0.03, seat), shrunk(0.75, seat + 0.008), shrunk(0.4, seat + 0.014), shrunk(0, seat + 0.016),
    ])
    mesh.projectUVs()
    return mesh
  }

  /// A bow between the posts: a bar of the section given (depth, height) whose middle stands back by `sag`.
  func bow(_ z: Double, depth: Double, height: Double, sag: Double, inset: Double = 0.02, beyond: Double = 0)
    -> MeshBuilder
  {
    let (a, b) = (post(z, -1, inset: inset), post(z, 1, inset: inset))
    let path = (0...10).map { i -> Vector3 in
      let t = Double(i) / 10 * (1 + 2 * beyond) - beyond
      let middle = 1 - (2 * t - 1) * (2 * t - 1)
      return a + (b - a) * t + Vector3(-sag * middle, 0, 0)
    }
    let section = roundedRectangle(depth, height, radius: min(depth, height) * 0.42, corner: 3)
    return MeshBuilder.bar(path, section: section).grainAlong
  }

  /// Stretchers between the legs at a height: along both sides and, in the middle, across.
  func stretchers(_ z: Double, radius: Double) -> MeshBuilder {
    var mesh = MeshBuilder()
    let front = half.x - 0.03
    for sign in [-1.0, 1] {
      mesh.append(
        .cylinder(
          from: Vector3(front, sign * (half.y - 0.03), z), to: post(z, sign), radius: radius, sides: 10
        ).grainAlong)
    }
    let x = (front + post(z, 1).x) / 2
    mesh.append(
      .cylinder(
        from: Vector3(x, -half.y * 0.88, z), to: Vector3(x, half.y * 0.88, z), radius: radius, sides: 10
      ).grainAlong)
    return mesh
  }

  /// The four boards under the seat.
  func apron(height: Double, top: Double) -> MeshBuilder {
    var mesh = MeshBuilder()
    let (x0, x1) = (-half.x + 0.02, half.x - 0.035)
    let y = half.y - 0.035
    mesh.append(.board(Vector3(x1 - 0.009, -y, top - height), Vector3(x1 + 0.009, y, top)))
    mesh.append(.board(Vector3(x0 - 0.009, -y * 0.9, top - height), Vector3(x0 + 0.009, y * 0.9, top)))
    for sign in [-1.0, 1] {
      mesh.append(
        MeshBuilder.board(Vector3(x0, sign * y - 0.009, top - height), Vector3(x1, sign * y + 0.009, top))
          .displaced {
            Vector3($0.x, $0.y - sign * 0.035 * (x1 - $0.x) / (x1 - x0), $0.z)
          })
    }
    return mesh
  }
}
