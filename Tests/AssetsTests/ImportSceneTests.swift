import Assets
import Diagnostics
import Foundation
import Geometry
import Testing
import VectorMath
import WorldModel

@Suite struct ImportSceneTests {
  private func scene(_ nodes: [[String: Any]], options: ImportOptions = ImportOptions()) throws -> Imported<
    [Entity]
  > {
    var b = GLBBuilder()
    let p = b.floats([0, 0, 0, 2, 0, 0, 0, 3, 0], type: "VEC3")
    b.json["meshes"] = [
      ["primitives": [["attributes": ["POSITION": p]]]], ["primitives": [["attributes": ["POSITION": p]]]],
    ]
    b.json["nodes"] = nodes
    return try GLTFImporter(options: options, decode: stubDecoder).importScene(
      ImportSource(name: "scene.glb", bytes: try b.file()))
  }

  /// Where the world has the mesh's second vertex.
  private func vertex(_ e: Entity, piece: Int = 0) -> Vector3 {
    let t = e.asset.objectFromNodes(e.asset.restPoses)[e.asset.pieces[piece].node]
    return e.track.pose(at: 0) * (t * Vector3(e.asset.pieces[piece].mesh.positions[1]))
  }

  @Test func nodesBecomeEntities() throws {
    let entities = try scene([
      [
        "name": "b", "mesh": 0, "translation": [1, 2, 3],
        "extras": ["instance_id": 7, "class": "car", "class_id": 3],
      ],
      [
        "name": "a", "mesh": 0, "scale": [2, 2, 2],
        "extras": ["instance_id": 4, "class": "amphora", "class_id": 8],
      ],
      ["name": "loose", "mesh": 1],
      ["name": "empty", "extras": ["instance_id": 9]],
      [
        "name": "group", "children": [5, 6], "translation": [0, 10, 0],
        "extras": ["instance_id": 5, "class": "chair"],
      ],
      ["name": "seat", "mesh": 0], ["name": "on top", "mesh": 1, "extras": ["instance_id": 6]],
      ["name": "b2", "mesh": 0, "extras": ["instance_id": 8, "class": "car"]],
    ]).product
    #expect(entities.map(\.id) == [4, 5, 6, 7, 8, 10])
    #expect(entities.map(\.name) == ["a", "group", "on top", "b", "b2", "loose"])
    #expect(entities.map(\.nativeClass.name) == ["object", "chair", "object", "car", "car", "object"])
    #expect(entities[0].attributes.map(\.value) == ["amphora", "8"])
    #expect(entities[1].asset.pieces.count == 1)
    #expect(entities[3].asset === entities[4].asset && entities[3].asset !== entities[0].asset)
    #expect(entities[3].asset.pieces[0].mesh === entities[0].asset.pieces[0].mesh)
    // (2, 0, 0) in the file lies 2 to the left.
    #expect(vertex(entities[0]) == Vector3(0, 4, 0))
    #expect(vertex(entities[2]) == Vector3(0, 2, 10))
    #expect(vertex(entities[3]) == Vector3(3, 3, 2))
  }

  @Test func placesSurviveChains() throws {
    let h = 0.5.squareRoot()
    let nodes: [[String: Any]] = [
      ["children": [1], "translation": [1, 0, 0], "rotation": [0, h, 0, h], "scale": [3, 3, 3]],
      ["children": [2], "translation": [0, 0, 2], "scale": [1, 2, 1]],
      ["mesh": 0, "rotation": [0, 0, h, h], "extras": ["instance_id": 1]],
    ]
    // (2, 0, 0) → quarter turn about z: (0, 2, 0) → scaled (0, 4, 0), moved (0, 4, 2) → times 3 (0, 12, 6) → quarter turn
    // about y (z to x): (6, 12, 0) → (7, 12, 0) in the file.
    let entity = try #require(try scene(nodes).product.first)
    #expect(length(vertex(entity) - Vector3(0, 7, 12)) < 1e-9)
    let turned = try #require(
      try scene(nodes, options: ImportOptions(scale: 0.5, yaw: .pi / 2)).product.first)
    #expect(length(vertex(turned) - Vector3(-3.5, 0, 6)) < 1e-9)
  }

  @Test func idsMustBeSound() throws {
    for nodes in [
      [["mesh": 0, "extras": ["instance_id": 1]], ["mesh": 0, "extras": ["instance_id": 1]]],
      [["mesh": 0, "extras": ["instance_id": 0]]], [["mesh": 0, "extras": ["instance_id": -1]]],
      [["mesh": 0, "extras": ["instance_id": 1.5]]], [["mesh": 0, "extras": ["instance_id": "x"]]],
      [["mesh": 0, "extras": ["instance_id": 1 << 40]]],
      [["mesh": 0, "extras": ["instance_id": 4_294_967_294]], ["mesh": 0]],
    ] as [[[String: Any]]] {
      let error = dioramaError { _ = try scene(nodes) }
      #expect(error?.reason == .badInput)
    }
  }
}
