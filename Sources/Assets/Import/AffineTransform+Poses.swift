internal import VectorMath
internal import WorldModel

extension AffineTransform {
  /// The map as node poses, outermost first: one where translation · rotation · scale expresses it, else two.
  ///
  /// A shear has no such form, but every linear map is U Σ Vᵀ with rotations U, V and a diagonal Σ: a pose with
  /// U and Σ, and inside it one that only turns by Vᵀ. Mirrors show as one negative scale.
  var poses: [NodePose] {
    let m = linear
    let scale = Vector3(length(m.x), length(m.y), length(m.z))
    let top = greatest(scale)
    guard top > 0, top.isFinite else {
      return [NodePose(translation: translation, scale: .zero)]
    }
    if least(scale) > 1e-9 * top {
      let (x, y, z) = (m.x / scale.x, m.y / scale.y, m.z / scale.z)
      if max(dot(x, y).magnitude, dot(y, z).magnitude, dot(z, x).magnitude) < 1e-6 {
        let sign: Double = m.determinant < 0 ? -1 : 1
        return [
          NodePose(
            translation: translation, rotation: Quaternion(Matrix3(columns: x * sign, y, z)),
            scale: Vector3(scale.x * sign, scale.y, scale.z))
        ]
      }
    }
    let (u, sigma, v) = m.singularValues
    return [
      NodePose(translation: translation, rotation: Quaternion(u), scale: sigma),
      NodePose(rotation: Quaternion(v.transpose)),
    ]
  }
}

extension Matrix3 {
  /// U, Σ and V with `self = U Σ Vᵀ`; U and V are rotations, Σ's last entry carries the sign.
  ///
  /// Jacobi's one-sided method: turn pairs of columns until they are orthogonal.
  var singularValues: (u: Matrix3, sigma: Vector3, v: Matrix3) {
    var columns = [x, y, z]
    var turns = [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1)]
    for _ in 0..<32 {
      var isDone = true
      for (i, j) in [(0, 1), (0, 2), (1, 2)] {
        let (a, b) = (dot(columns[i], columns[i]), dot(columns[j], columns[j]))
        let c = dot(columns[i], columns[j])
        guard c.magnitude > 1e-15 * (a * b).squareRoot(), c != 0 else { continue }
        isDone = false
        let zeta = (b - a) / (2 * c)
        let t = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
        let cosine = 1 / (1 + t * t).squareRoot()
        let sine = cosine * t
        (columns[i], columns[j]) = (
          columns[i] * cosine - columns[j] * sine, columns[i] * sine + columns[j] * cosine
        )
        (turns[i], turns[j]) = (turns[i] * cosine - turns[j] * sine, turns[i] * sine + turns[j] * cosine)
      }
      if isDone { break }
    }
    let order = [0, 1, 2].sorted { length(columns[$0]) > length(columns[$1]) }
    let (a, b, c) = (columns[order[0]], columns[order[1]], columns[order[2]])
    let (va, vb) = (turns[order[0]], turns[order[1]])
    let u0 = length(a) > 0 ? normalized(a) : Vector3(1, 0, 0)
    // A vanishing second column leaves its direction free: any across the first will do.
    let free = u0.x.magnitude < 0.7 ? cross(u0, Vector3(1, 0, 0)) : cross(u0, Vector3(0, 1, 0))
    let u1 = length(b) > 1e-12 * length(a) ? normalized(b - u0 * dot(u0, b)) : normalized(free)
    let u2 = cross(u0, u1)
    let vc = cross(va, vb)
    let sign: Double = dot(c, u2) * dot(turns[order[2]], vc) < 0 ? -1 : 1
    return (
      Matrix3(columns: u0, u1, u2), Vector3(length(a), length(b), sign * length(c)),
      Matrix3(columns: va, vb, vc)
    )
  }
}
