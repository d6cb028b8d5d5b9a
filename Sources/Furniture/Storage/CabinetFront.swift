import Assets
import VectorMath

/// How the front of a door or drawer is made.
enum CabinetFront: Sendable {
  case flat
  /// A frame around a sunk panel.
  case framed
  /// A frame around a panel whose field is raised.
  case raised
  /// Upright half-round ribs.
  case fluted
  /// A frame around cane or cloth.
  case woven
  /// A frame around a pane.
  case glass

  /// What a front consists of; a pane or a weave has a finish of its own.
  struct Piece {
    enum Role { case front, weave, glass }
    var mesh: MeshBuilder
    var role: Role
  }

  /// The pieces of a front that fills y and z, its outer face at x = 0; metres.
  func pieces(_ y: ClosedRange<Double>, _ z: ClosedRange<Double>, thickness t: Double, isDrawer: Bool)
    -> [Piece]
  {
    let (w, h) = (y.upperBound - y.lowerBound, z.upperBound - z.lowerBound)
    let (a, b) = (Vector3(-t, y.lowerBound, z.lowerBound), Vector3(0, y.upperBound, z.upperBound))
    let grain = isDrawer || w > h * 1.4 ? 1 : 2
    if self == .flat || (self != .fluted && min(w, h) < 0.13) {
      return [Piece(mesh: .board(a, b, bevel: 0.002, grain: grain), role: .front)]
    }
    if self == .fluted { return [Piece(mesh: Self.ribs(y, z, thickness: t), role: .front)] }
    let stile = min(0.065, min(w, h) * 0.24) * (self == .glass ? 0.8 : 1)
    var out: [Piece] = []
    func add(_ a: Vector3, _ b: Vector3, _ bevel: Double, _ grain: Int, _ role: Piece.Role = .front) {
      out.append(Piece(mesh: .board(a, b, bevel: bevel, grain: grain), role: role))
    }
    let inner = (y.lowerBound + stile, y.upperBound - stile, z.lowerBound + stile, z.upperBound - stile)
    add(a, Vector3(0, inner.0, b.z), 0.0025, 2)
    add(Vector3(-t, inner.1, a.z), b, 0.0025, 2)
    add(Vector3(-t, inner.0, a.z), Vector3(0, inner.1, inner.2), 0.0025, 1)
    add(Vector3(-t, inner.0, inner.3), Vector3(0, inner.1, b.z), 0.0025, 1)
    let role: Piece.Role = self == .woven ? .weave : self == .glass ? .glass : .front
    let depth = self == .glass ? 0.004 : 0.008
    add(
      Vector3(-t + 0.001, inner.0 - 0.004, inner.2 - 0.004),
      Vector3(-t + 0.001 + depth, inner.1 + 0.004, inner.3 + 0.004), 0, grain, role)
    if self == .raised, inner.1 - inner.0 > 0.06, inner.3 - inner.2 > 0.06 {
      let gap = 0.012
      add(
        Vector3(-t + 0.004, inner.0 + gap, inner.2 + gap), Vector3(-0.003, inner.1 - gap, inner.3 - gap),
        0.0095, grain)
    }
    return out
  }

  private static func ribs(_ y: ClosedRange<Double>, _ z: ClosedRange<Double>, thickness t: Double)
    -> MeshBuilder
  {
    let w = y.upperBound - y.lowerBound
    let count = max(2, Int((w / 0.028).rounded()))
    let steps = 5
    func front(_ u: Double, _ v: Double) -> Vector3 {
      let phase = u * Double(count)
      let within = phase - phase.rounded(.down)
      let s = 2 * within - 1
      let bulge = u <= 0 || u >= 1 ? 0 : max(0, 1 - s * s).squareRoot()
      return Vector3(
        -0.009 + 0.009 * bulge, y.lowerBound + w * u, z.upperBound + (z.lowerBound - z.upperBound) * v)
    }
    var mesh = MeshBuilder.slab(columns: count * steps, rows: 1, front: front) { u, v in
      Vector3(-t, y.lowerBound + w * u, z.upperBound + (z.lowerBound - z.upperBound) * v)
    }
    mesh.setUVs { Vector2($0.z, $0.y + $0.x) }
    return mesh
  }
}

/// What one takes hold of to open a front.
enum CabinetHandle: Sendable {
  case knob, bar, cup
  /// A strip of metal over the upper or free edge.
  case edge
  /// Nothing: one pushes.
  case none

  /// The handle at the origin of a front's outer face, sticking out along x; `isUpright` turns a bar along z.
  func mesh(isUpright: Bool, span: Double) -> MeshBuilder {
    switch self {
    case .none: return MeshBuilder()
    case .knob:
      return MeshBuilder.lathe(
        [(0, 0), (0.006, 0), (0.005, 0.012), (0.013, 0.017), (0.0145, 0.022), (0.012, 0.026), (0, 0.0275)].map
        {
          Vector2($0.0, $0.1)
        }, sides: 14
      ).rotated(Quaternion(axis: Vector3(0, 1, 0), angle: Double.pi / 2))
    case .bar:
      let half = min(max(0.048, span * 0.16), 0.16)
      var mesh = MeshBuilder.box(
        from: Vector3(0.024, -half - 0.016, -0.005), to: Vector3(0.033, half + 0.016, 0.005), bevel: 0.0025)
      for y in [-half, half] {
        mesh.append(
          .box(from: Vector3(0, y - 0.004, -0.004), to: Vector3(0.026, y + 0.004, 0.004), bevel: 0.001))
      }
      return isUpright ? mesh.rotated(Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2)) : mesh
    case .cup:
      if isUpright { return Self.knob.mesh(isUpright: true, span: span) }
      // A quarter of a hollow ball, open below.
      let half = 0.045
      return .slab(
        columns: 10, rows: 5,
        front: { u, v in
          let (s, c) = DeterministicMath.sincos(Double.pi * u)
          let (up, out) = DeterministicMath.sincos(Double.pi / 2 * (1 - v))
          return Vector3(0.001 + 0.024 * s * out, -half * c * (0.75 + 0.25 * out), 0.014 + 0.022 * up * s)
        },
        back: { u, v in
          let (s, c) = DeterministicMath.sincos(Double.pi * u)
          let (up, out) = DeterministicMath.sincos(Double.pi / 2 * (1 - v))
          return Vector3(
            0.0003 + 0.022 * s * out, -(half - 0.003) * c * (0.75 + 0.25 * out), 0.0135 + 0.0195 * up * s)
        })
    case .edge:
      let half = min(span * 0.24, 0.09)
      let flat = MeshBuilder.box(
        from: Vector3(-0.016, -half, -0.001), to: Vector3(0.011, half, 0.0015), bevel: 0.0005)
      var lip = flat
      lip.append(.box(from: Vector3(0.0085, -half, -0.009), to: Vector3(0.011, half, 0.001), bevel: 0.0005))
      return isUpright ? lip.rotated(Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2)) : lip
    }
  }
}
