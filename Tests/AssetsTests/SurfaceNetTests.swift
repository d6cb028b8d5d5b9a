import Assets
import Geometry
import TestSupport
import Testing
import VectorMath

struct SurfaceNetTests {
  private func ball(_ radius: Double, _ cell: Double) -> MeshBuilder {
    SurfaceNet(in: (Vector3(repeating: -radius), Vector3(repeating: radius)), cell: cell) {
      length($0 - Vector3(0.003, 0, 0)) - radius
    }.mesh()
  }

  @Test func aBallIsRoundClosedAndLooksOutward() {
    let mesh = ball(0.3, 0.02)
    for p in mesh.points { #expect((length(p - Vector3(0.003, 0, 0)) - 0.3).magnitude < 2e-4) }
    let soup = WeldedSoup([mesh.mesh()])
    #expect(soup.openEdges == 0)
    let volume = 4 / 3 * Double.pi * 0.027
    #expect((mesh.signedVolume / volume - 1).magnitude < 0.01)
    for (p, n) in zip(mesh.mesh().positions, mesh.mesh().normals) {
      #expect(dot(normalized(Vector3(p) - Vector3(0.003, 0, 0)), Vector3(n)) > 0.999)
    }
  }

  @Test func twoBodiesAndATunnelCloseToo() {
    // A ring and a ball beside it: surfaces of different kinds.
    let mesh = SurfaceNet(in: (Vector3(-0.5, -0.5, -0.2), Vector3(1.0, 0.5, 0.2)), cell: 0.021) { p in
      let ring = Vector2(length(Vector2(p.x, p.y)) - 0.3, p.z)
      return min(length(ring) - 0.1, length(p - Vector3(0.8, 0, 0)) - 0.12)
    }.mesh()
    #expect(WeldedSoup([mesh.mesh()]).openEdges == 0)
    let volume = 2 * Double.pi * Double.pi * 0.3 * 0.01 + 4 / 3 * Double.pi * 0.12 * 0.12 * 0.12
    #expect((mesh.signedVolume / volume - 1).magnitude < 0.02)
  }
}
