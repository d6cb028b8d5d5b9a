import Geometry
import Testing
import VectorMath
import WorldModel

@Suite struct StateTrackTests {
  private static let plate = Mesh(
    positions: [Vector3f(0, 0, 0), Vector3f(1, 0, 0), Vector3f(0, 1, 0)],
    normals: [Vector3f](repeating: Vector3f(0, 0, 1), count: 3), uvs: [], triangles: [SIMD3(0, 1, 2)])
  private static let asset = Asset(
    name: "plate", nativeClass: Ontology.classes[0],
    pieces: [
      Asset.Piece(mesh: plate, material: 0), Asset.Piece(mesh: plate, material: 1),
    ], materials: [Material(name: "housing"), Material(name: "lamp")])

  private func lamp(_ changes: [StateTrack.Change]) -> StateTrack {
    StateTrack(
      "lamp",
      states: [
        StateTrack.State("off"), StateTrack.State("on", materials: [1: Material(name: "lamp_lit")]),
      ], changes: changes)
  }

  @Test func theLastChangeHolds() {
    let track = lamp([.init(time: 1, state: 1), .init(time: 2, state: 0), .init(time: 5, state: 1)])
    for (t, value) in [
      (-9.0, "on"), (0.5, "on"), (1.5, "on"), (2.5, "off"), (4.9, "off"), (5.1, "on"), (99, "on"),
    ] {
      #expect(track.state(at: t).value == value, "at \(t)")
    }
  }

  /// What changes at the time of a frame is seen in that frame and not in the one before, however both were rounded.
  @Test(arguments: [1.0, 7, 10, 12, 15, 24, 25, 29.97, 30, 60, 120]) func changesFallOnTheirFrame(
    _ rate: Double
  ) {
    for frame in 1..<400 {
      let track = lamp([.init(time: 0, state: 0), .init(time: Double(frame) / rate, state: 1)])
      let step = 1 / rate
      #expect(track.state(at: Double(frame) * step).value == "on", "frame \(frame)")
      #expect(track.state(at: Double(frame - 1) * step).value == "off", "frame \(frame)")
    }
  }

  /// A snapshot shows the state's materials, at the same index at all times; other entities keep theirs.
  @Test func snapshotsShowTheState() {
    let still = Track(still: .identity)
    let world = World(entities: [
      Entity(id: 1, name: "a", asset: Self.asset, track: still),
      Entity(
        id: 2, name: "b", asset: Self.asset, track: still, materials: [0: Material(name: "painted")],
        attributes: [("kind", "x")],
        states: [lamp([.init(time: 0, state: 0), .init(time: 3, state: 1)])]),
      Entity(id: 3, name: "c", asset: Self.asset, track: still),
    ])
    func names(_ t: Double) -> [String] {
      let snapshot = world.snapshot(at: t)
      return snapshot.pieces.map { snapshot.materials[$0.material].name }
    }
    #expect(names(2) == ["housing", "lamp", "painted", "lamp", "housing", "lamp"])
    #expect(names(3) == ["housing", "lamp", "painted", "lamp_lit", "housing", "lamp"])
    let indices = [2.0, 3].map { world.snapshot(at: $0).pieces.map(\.material) }
    #expect(indices[0] == indices[1])
    #expect(world.entities[1].attributes(at: 2).map(\.value) == ["x", "off"])
    #expect(world.entities[1].attributes(at: 3).map(\.value) == ["x", "on"])
    #expect(world.allMaterials.contains { $0.name == "lamp_lit" })
  }
}
