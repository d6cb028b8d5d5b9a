import Assets
import Geometry
import IndoorWorld
import RandomStreams
import RoomGeometry
import Testing
import VectorMath

/// What is inside of closed surfaces: against closed forms, and against itself asked for other regions.
struct EnclosureTests {
  private static func part(_ shape: MeshBuilder) -> SolidPart {
    let mesh = shape.mesh()
    return SolidPart(
      points: mesh.positions.map { Vector3($0) },
      triangles: mesh.triangles.map { SIMD3(Int32($0.x), Int32($0.y), Int32($0.z)) })
  }

  private static func places(_ count: Int, in box: Box3, seed: UInt64) -> [Vector3] {
    var chance = RandomStream(seed: seed)
    return (0..<count).map { _ in
      Vector3(
        chance.uniform(box.min.x, box.max.x), chance.uniform(box.min.y, box.max.y),
        chance.uniform(box.min.z, box.max.z))
    }
  }

  @Test func boxesEncloseWhatIsInThem() {
    let (low, high) = (Vector3(-0.4, -0.2, 0.1), Vector3(0.3, 0.5, 0.6))
    let part = Self.part(.box(from: low, to: high))
    let region = Box3(min: low - Vector3(repeating: 0.3), max: high + Vector3(repeating: 0.3))
    let inside = Enclosure(part, for: region)
    let solid = Box3(min: low, max: high)
    var count = 0
    for p in Self.places(2000, in: region, seed: 1) {
      #expect(inside.contains(p) == solid.contains(p), "\(p)")
      count += solid.contains(p) ? 1 : 0
    }
    #expect(count > 100)
  }

  @Test func hollowsAreOutside() {
    // A ring: its hole is outside though its box holds it.
    let part = Self.part(.torus(radius: 0.5, tube: 0.12, sides: 64, rings: 32))
    let region = part.box
    let inside = Enclosure(part, for: region)
    for p in Self.places(2000, in: region, seed: 2) {
      let r = (p.x * p.x + p.y * p.y).squareRoot()
      let d = ((r - 0.5) * (r - 0.5) + p.z * p.z).squareRoot()
      // The mesh is a little within the true ring.
      if d < 0.116 { #expect(inside.contains(p), "\(p)") }
      if d > 0.121 { #expect(!inside.contains(p), "\(p)") }
    }
  }

  /// The region that is asked for changes nothing: many small ones agree with a large one.
  @Test func regionsAgree() {
    let part = Self.part(.torus(radius: 0.3, tube: 0.2, sides: 24, rings: 12))
    let whole = Enclosure(part, for: part.box)
    var count = 0
    for p in Self.places(1500, in: part.box, seed: 3) {
      let alone = Enclosure(part, for: Box3(min: p, max: p))
      let about = Enclosure(
        part, for: Box3(min: p - Vector3(0.02, 0.05, 0.01), max: p + Vector3(0.03, 0.01, 0.04)))
      #expect(alone.contains(p) == whole.contains(p) && about.contains(p) == whole.contains(p), "\(p)")
      count += whole.contains(p) ? 1 : 0
    }
    #expect(count > 200)
  }

  @Test func sheetsEncloseNothing() {
    var sheet = MeshBuilder()
    sheet.texturedQuad(Vector3(0, 0, 0), Vector3(1, 0, 0), Vector3(1, 1, 0.4), Vector3(0, 1, 0.4))
    let inside = Enclosure(Self.part(sheet), for: Box3(min: .zero, max: Vector3(1, 1, 1)))
    #expect(!inside.contains(Vector3(0.5, 0.5, 0.1)))
  }
}
