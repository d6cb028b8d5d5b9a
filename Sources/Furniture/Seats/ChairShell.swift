import Assets
import VectorMath

/// A seat moulded in one piece with its back, as of plastic or ply. Metres; x forward.
struct ChairShell: Sendable {
  /// The height of the seat at its lowest and of the back's upper edge.
  var seat: Double
  var back: Double
  /// The width of the seat.
  var width: Double
  /// How much the sides curl up: 0.02 a slight dish, 0.12 arm rests.
  var curl: Double
  var thickness = 0.007

  /// The middle line from the front edge (v = 1) to the upper edge (v = 0), and the width there.
  private func line(_ v: Double) -> (Vector2, Double) {
    let s = 1 - v
    let rise = back - seat
    let x = ProfileCurve([
      Vector2(0, 0.235), Vector2(0.06, 0.215), Vector2(0.3, 0.05), Vector2(0.48, -0.12), Vector2(0.58, -0.19),
      Vector2(0.75, -0.225), Vector2(1, -0.275),
    ])
    let z = ProfileCurve([
      Vector2(0, -0.012), Vector2(0.1, 0.008), Vector2(0.3, 0), Vector2(0.46, 0.008),
      Vector2(0.58, rise * 0.2),
      Vector2(0.75, rise * 0.55), Vector2(1, rise),
    ])
    let w = ProfileCurve([
      Vector2(0, 0.94), Vector2(0.1, 0.97), Vector2(0.3, 1), Vector2(0.55, 0.96), Vector2(0.8, 0.9),
      Vector2(1, 0.84),
    ])
    // Round corners above and in front, after a superellipse.
    func round(_ t: Double, _ n: Double) -> Double {
      t <= 0 ? 1 : DeterministicMath.pow(max(0, 1 - DeterministicMath.pow(min(t, 0.999), n)), 1 / n)
    }
    let corners = round((s - 0.74) / 0.262, 2.6) * round((0.1 - s) / 0.104, 2.2)
    return (Vector2(x(s), seat + z(s)), width * w(s) * corners)
  }

  private func place(_ u: Double, _ v: Double, _ lift: Double) -> Vector3 {
    let (p, w) = line(v)
    let (a, b) = (line(min(1, v + 0.01)).0, line(max(0, v - 0.01)).0)
    let along = normalized(b - a)
    // The side that one sits on: up on the seat, forward on the back.
    let normal = Vector2(along.y, -along.x)
    let t = 2 * u - 1
    let side = curl * smoothstep(1.02, 0.75, v) * smoothstep(-0.05, 0.3, v) + 0.015
    let up = side * t * t * t * t * 0.5 + side * t * t * 0.5 + lift
    return Vector3(p.x + normal.x * up, w / 2 * t * (1 - 0.35 * side * t * t), p.y + normal.y * up)
  }

  var mesh: MeshBuilder {
    // Rows crowd at both ends, where the outline turns in.
    func row(_ v: Double) -> Double { 0.5 - 0.5 * DeterministicMath.cos(Double.pi * v) }
    var mesh = MeshBuilder.slab(
      columns: 16, rows: 28, front: { u, v in place(1 - u, row(v), thickness / 2) },
      back: { u, v in place(1 - u, row(v), -thickness / 2) })
    mesh.projectUVs()
    return mesh
  }

  /// A pad on the seat's part of the shell.
  var pad: MeshBuilder {
    var mesh = MeshBuilder.slab(
      columns: 12, rows: 10,
      front: { u, v in
        let edge = min(min(u, 1 - u), min(v, 1 - v))
        let full = min(1, edge / 0.12)
        return place(
          0.09 + 0.82 * (1 - u), 0.57 + 0.37 * v,
          thickness / 2 + 0.004 + 0.022 * (full * (2 - full)).squareRoot())
      }, back: { u, v in place(0.09 + 0.82 * (1 - u), 0.57 + 0.37 * v, 0) })
    mesh.projectUVs()
    return mesh
  }
}
