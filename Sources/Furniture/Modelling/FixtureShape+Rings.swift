import Assets
import VectorMath

extension FixtureShape {
  /// A level egg: half an ellipse of length `front` toward +x and another of length `back`, `half` wide to both sides.
  /// An exponent above 2 makes it squarer. Metres.
  static func egg(
    _ x: Double, front: Double, back: Double, half: Double, z: Double, exponent: Double = 2.2, count: Int = 32
  ) -> [Vector3] {
    superellipse(1, 1, exponent: exponent, count: count).map {
      Vector3(x + ($0.x > 0 ? front : back) * $0.x, half * $0.y, z)
    }
  }

  /// A skin over rings that come back to the first: seats, rims, tubes bent to a loop.
  static func hoop(_ rings: [[Vector3]]) -> MeshBuilder {
    var mesh = MeshBuilder()
    guard rings.count >= 3, let n = rings.first?.count, rings.allSatisfy({ $0.count == n }) else {
      return mesh
    }
    let ids = rings.map { $0.map { mesh.point($0) } }
    for r in ids.indices {
      let s = (r + 1) % ids.count
      for i in 0..<n {
        let j = (i + 1) % n
        mesh.quad(ids[r][i], ids[r][j], ids[s][j], ids[s][i])
      }
    }
    mesh.orientOutward()
    mesh.projectUVs()
    return mesh
  }
}
