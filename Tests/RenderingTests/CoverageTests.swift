import Geometry
import Imaging
import RandomStreams
import Rendering
import Testing
import VectorMath
import WorldModel

/// Neighbouring triangles share their edges: no pixel between them is missed or hit twice.
@Suite struct CoverageTests {
  /// Sees the plane z = 1 one pixel to a unit of 1/100, from the origin.
  private static let camera = Camera(width: 67, height: 61, fx: 100, fy: 100, cx: 33, cy: 30, near: 0.01)

  private static func snapshot(_ meshes: [Mesh], materials: [Material]) -> Snapshot {
    let pieces = meshes.enumerated().map {
      Snapshot.Piece(mesh: $1, entity: $0, material: 0, worldFromMesh: .identity)
    }
    return Snapshot(
      time: 0, pieces: pieces, materials: materials,
      subjects: pieces.indices.map {
        Snapshot.Subject(
          id: UInt32($0 + 1), nativeClass: Ontology.classes[0], worldFromObject: .identity,
          pieces: $0..<($0 + 1))
      })
  }

  private static let sheet = [Material(name: "sheet", isDoubleSided: true)]

  /// How many triangles, each drawn on its own, cover each pixel.
  private static func hits(_ mesh: Mesh, materials: [Material]) -> [Int] {
    let renderer = Renderer()
    let atlas = TextureAtlas(materials)
    var counts = [Int](repeating: 0, count: camera.width * camera.height)
    for t in mesh.triangles {
      let one = Mesh(positions: mesh.positions, triangles: [t])
      renderer.render(
        snapshot([one], materials: materials),
        ViewRequest(camera: camera, worldFromCamera: .identity, channels: .visibility), atlas: atlas)
      for (i, p) in renderer.buffers.piece.values.enumerated() where p != 0 { counts[i] += 1 }
    }
    return counts
  }

  /// A crooked grid over the whole image at random sub-pixel places, at various depths.
  @Test(arguments: 0..<6) func gridsHaveNeitherHolesNorOverlaps(_ number: Int) {
    var draws = RandomStream(seed: 3).child(number)
    let cells = 9
    var positions: [Vector3f] = []
    for j in 0...cells {
      for i in 0...cells {
        // Some places are whole or half pixels: the top-left rule must decide there.
        let isWhole = draws.bool(probability: 0.3)
        var x = -4 + 76 * Double(i) / Double(cells) + draws.uniform(-2, 2)
        var y = -4 + 70 * Double(j) / Double(cells) + draws.uniform(-2, 2)
        if isWhole { (x, y) = ((2 * x).rounded() / 2, (2 * y).rounded() / 2) }
        let z = number % 2 == 0 ? 1 : draws.uniform(0.5, 2)
        positions.append(Vector3f(Vector3((x - 33) / 100 * z, (y - 30) / 100 * z, z)))
      }
    }
    var triangles: [SIMD3<UInt32>] = []
    for j in 0..<UInt32(cells) {
      for i in 0..<UInt32(cells) {
        let a = j * UInt32(cells + 1) + i
        let (b, c, d) = (a + 1, a + UInt32(cells) + 1, a + UInt32(cells) + 2)
        triangles += draws.bool() ? [SIMD3(a, c, d), SIMD3(a, d, b)] : [SIMD3(a, c, b), SIMD3(b, c, d)]
      }
    }
    let counts = Self.hits(Mesh(positions: positions, triangles: triangles), materials: Self.sheet)
    #expect(counts.allSatisfy { $0 == 1 }, "\(counts.filter { $0 == 0 }.count) holes")
  }

  /// A fan around one pixel, with edges exactly through pixel centres in all directions.
  @Test func fansThroughCentresHitEachPixelOnce() {
    let rim = [(0, -40), (40, -40), (40, 0), (40, 40), (0, 40), (-40, 40), (-40, 0), (-40, -40)]
    var points: [Vector3f] = [Vector3f(0, 0, 1)]
    for (u, v) in rim { points.append(Vector3f(Vector3(Double(u) / 100, Double(v) / 100, 1))) }
    var triangles: [SIMD3<UInt32>] = []
    for i in 0..<8 as Range<UInt32> {
      let next = (i + 1) % 8
      triangles.append(SIMD3(0, i + 1, next + 1))
    }
    let mesh = Mesh(positions: points, triangles: triangles)
    #expect(Self.hits(mesh, materials: Self.sheet).allSatisfy { $0 == 1 })
  }

  /// The outside of a closed convex body covers each pixel of its outline once, and its inside as often.
  @Test func closedBodiesAreHitOnceFromOutside() {
    var draws = RandomStream(seed: 5)
    for _ in 0..<4 {
      let ball = AnalyticShape.sphere(radius: 0.35, subdivisions: 2).mesh
      let turn = Quaternion(axis: draws.unitVector(), angle: draws.uniform(0, 3))
      let at = Vector3(draws.uniform(-0.1, 0.1), draws.uniform(-0.1, 0.1), draws.uniform(1.4, 3))
      let mesh = Mesh(
        positions: ball.positions.map { Vector3f(turn * Vector3($0) + at) }, triangles: ball.triangles)
      let once = Self.hits(mesh, materials: [Material(name: "outside")])
      let twice = Self.hits(mesh, materials: Self.sheet)
      #expect(once.allSatisfy { $0 <= 1 } && once.contains(1))
      #expect(zip(once, twice).allSatisfy { 2 * $0 == $1 })
    }
  }

  /// Where depths differ, the order of pieces means nothing.
  @Test func orderMeansNothing() {
    for number in 0..<12 {
      let scene = RandomScene(number, width: 131, height: 67)
      var turned = scene.snapshot
      turned.pieces = scene.snapshot.pieces.reversed()
      let n = scene.snapshot.pieces.count
      for i in turned.pieces.indices { turned.pieces[i].entity = i }
      let request = ViewRequest(
        camera: scene.camera, worldFromCamera: scene.worldFromCamera,
        channels: [.visibility, .depth, .normal])
      let renderer = Renderer()
      let atlas = TextureAtlas(turned.materials)
      renderer.render(scene.snapshot, request, atlas: atlas)
      let (piece, depth) = (renderer.buffers.piece, renderer.buffers.depth)
      renderer.render(turned, request, atlas: atlas)
      let (other, otherDepth) = (renderer.buffers.piece, renderer.buffers.depth)
      var differing = 0
      for i in piece.values.indices {
        let mirrored = other.values[i] == 0 ? 0 : UInt32(n + 1) - other.values[i]
        if piece.values[i] != mirrored {
          differing += 1
          let (a, b) = (depth.values[i], otherDepth.values[i])
          #expect((a - b).magnitude < 2e-6 * a, "world \(number): depths \(a) and \(b)")
        } else {
          #expect(depth.values[i] == otherDepth.values[i])
        }
      }
      #expect(differing < 20)
    }
  }

  @Test func earlierPieceWinsATie() {
    let square = AnalyticShape.rectangle(width: 0.4, height: 0.4).mesh
    let piece = { (entity: Int) in
      Snapshot.Piece(
        mesh: square, entity: entity, material: 0,
        worldFromMesh: AffineTransform(
          linear: Quaternion(axis: Vector3(1, 0.2, 0), angle: 0.4).matrix, translation: Vector3(0, 0, 1.2)))
    }
    var snapshot = Self.snapshot([square, square, square], materials: Self.sheet)
    snapshot.pieces = [piece(0), piece(1), piece(2)]
    let renderer = Renderer()
    renderer.render(
      snapshot, ViewRequest(camera: Self.camera, worldFromCamera: .identity, channels: .visibility),
      atlas: TextureAtlas(Self.sheet))
    let seen = renderer.buffers.piece.values
    #expect(seen.contains(1) && !seen.contains(2) && !seen.contains(3))
  }
}
