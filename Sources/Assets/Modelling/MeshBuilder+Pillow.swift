package import VectorMath

extension MeshBuilder {
  /// A stuffed pillow that lies flat around the origin: its lengths along x and y and its greatest thickness, metres.
  /// Its corners stand out, its seam lies at half height, and folds run in from the seam.
  package static func bedPillow(_ size: Vector3, phase: Double = 0, columns: Int = 10, rows: Int = 10)
    -> MeshBuilder
  {
    func at(_ u: Double, _ v: Double, _ side: Double) -> Vector3 {
      // Even steps of an angle: more points near the seam, where the surface bends.
      let s = -DeterministicMath.cos(Double.pi * u)
      let t = -DeterministicMath.cos(Double.pi * v)
      let (ws, wt) = (1 - s * s, 1 - t * t)
      let x = size.x / 2 * s * (1 - 0.07 * wt)
      let y = size.y / 2 * t * (1 - 0.05 * ws)
      let height = DeterministicMath.pow(max(0, ws * wt), 0.42)
      let folds =
        DeterministicMath.sin(11 * s + 5 * t + phase * 6.3)
        * DeterministicMath.sin(9 * t - 4 * s + phase * 9.1)
      let z = size.z / 2 * height * (1 + 0.09 * folds)
      return Vector3(x, y, side > 0 ? z : -z * 0.75)
    }
    var mesh = slab(columns: columns, rows: rows, front: { at($0, $1, 1) }, back: { at($0, $1, -1) })
    mesh.projectUVs()
    return mesh
  }
}
