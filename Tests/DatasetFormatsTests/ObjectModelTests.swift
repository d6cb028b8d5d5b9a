import Annotations
import DatasetFormats
import Encodings
import Foundation
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Shapes of objects, and what BOP says of them.
@Suite struct ObjectModelTests {
  /// A prism over a regular polygon.
  private func prism(_ sides: Int, height: Double = 0.3, tint: Int? = nil) -> ObjectModel {
    var positions: [Vector3] = []
    for z in [0, height] {
      for k in 0..<sides {
        let (s, c) = DeterministicMath.sincos(2 * .pi * Double(k) / Double(sides))
        positions.append(Vector3(0.2 * c + 5, 0.2 * s, z))
      }
      positions.append(Vector3(5, 0, z))
    }
    let (low, high) = (UInt32(sides), UInt32(2 * sides + 1))
    var triangles: [SIMD3<UInt32>] = []
    for k in 0..<UInt32(sides) {
      let next = (k + 1) % UInt32(sides)
      triangles += [
        SIMD3(low, next, k), SIMD3(high, low + 1 + k, low + 1 + next), SIMD3(k, next, low + 1 + k),
        SIMD3(next, low + 1 + next, low + 1 + k),
      ]
    }
    var colours = [SIMD4<UInt8>](repeating: SIMD4(9, 9, 9, 255), count: positions.count)
    if let tint { colours[tint] = SIMD4(8, 9, 9, 255) }
    return ObjectModel(
      positions: positions, normals: positions.map { _ in Vector3f(0, 0, 1) }, colours: colours,
      triangles: triangles, isTextured: false)
  }

  private func info(_ model: ObjectModel) throws -> [String: Any] {
    try BOPModels(model: model).written.json("models/models_info.json")
      .first.flatMap { $0.value as? [String: Any] } ?? [:]
  }

  private func symmetries(_ model: ObjectModel) throws -> [[Double]] {
    try info(model)["symmetries_discrete"] as? [[Double]] ?? []
  }

  @Test func diametersAreOfAllPairs() {
    var dice = Dice(state: 4)
    for n in [1, 2, 50, 400] + [Int](repeating: 5, count: 300) {
      let places = (0..<n).map { _ in
        Vector3(dice.real(-1...1), dice.real(-1...1), dice.real(-1...1))
      }
      let model = ObjectModel(
        positions: places, normals: [], colours: [], triangles: [], isTextured: false)
      var best = 0.0
      for a in places { for b in places { best = max(best, length(a - b)) } }
      #expect(abs(model.diameter - best) < 1e-12)
    }
  }

  /// Every turn about the axis is carried by n − 1, every half turn across by n; a triangle's prism has no centre in
  /// the middle of its box.
  @Test func symmetriesAreThoseThatCanBeProved() throws {
    #expect(try symmetries(prism(32)).count == 63)
    #expect(try symmetries(prism(6)).count == 11)
    // One vertex of another colour leaves the half turn that keeps it, or none.
    #expect(try symmetries(prism(6, tint: 13)).count == 5)
    #expect(try symmetries(prism(6, tint: 1)).isEmpty)
    #expect(try symmetries(ObjectModel(cuboid: Vector3(1, 2, 3))).count == 3)
    let painted = prism(32)
    #expect(
      try symmetries(
        ObjectModel(
          positions: painted.positions, normals: painted.normals, colours: painted.colours,
          triangles: painted.triangles, isTextured: true)
      ).isEmpty)
    for m in try symmetries(prism(6)) {
      #expect(m.count == 16 && m[3] == 0 && m[15] == 1)
      let (x, y, z) = (Vector3(m[0], m[1], m[2]), Vector3(m[4], m[5], m[6]), Vector3(m[8], m[9], m[10]))
      #expect(length(cross(x, y) - z) < 1e-6 && abs(length(x) - 1) < 1e-6)
    }
  }

  @Test func equalShapesAreOneModelAndOthersAreNot() throws {
    // The shapes of cars 1 and 3 are equal, so are those of all samples; persons are of another class.
    let cube = ObjectModel(cuboid: Vector3(1, 1, 1))
    let round = prism(12)
    var options = FormatOptions.test(cameras: ["front"])
    options.models = { TestModels { instance, _ in instance == 2 ? round : cube } }
    func shape(_ id: UInt32, _ category: String) -> ShapeScene.Shape {
      var shape = ShapeScene.Shape(
        instance: id, category: category,
        contains: ShapeScene.pixels(Int(id) * 3...Int(id) * 3 + 1, 1...2))
      shape.box3D = .init(
        instance: id, size: [1, 1, 1], center: [3, 2, 3], rotation: [1, 0, 0, 0], cameraCenter: [0, 0, 2],
        cameraRotation: [0.5, 0.5, -0.5, 0.5], corners: [])
      return shape
    }
    let scene = ShapeScene(
      20, 4, [shape(1, "car"), shape(2, "car"), shape(3, "car"), shape(4, "person")])
    let out = try Written(BOPFormat.self, [.test(0, [scene]), .test(1, [scene])], options)
    for folder in ["train/000000", "val/000001", "train/000001"]
    where out.files["\(folder)/scene_gt.json"] != nil {
      let truth = try out.json("\(folder)/scene_gt.json")
      let ids = try truth.values.map { try #require($0 as? [[String: Any]]).map { try $0.int("obj_id") } }
      #expect(ids == [[1, 2, 1, 3]])
      let categories = try out.json("\(folder)/scene_gt_coco.json").list("annotations")
        .map { try $0.int("category_id") }
      #expect(categories == [1, 2, 1, 3])
    }
    let infos = try out.json("models/models_info.json")
    #expect(infos.count == 3 && (infos["3"] as? [String: Any])?["name"] as? String == "person")
    #expect((infos["1"] as? [String: Any])?["size_x"] as? Double == 1000)
    let lines = try out.text("models/obj_000001.ply").split(separator: "\n")
    #expect(lines.contains("-500 -500 -500 -1 0 0 180 180 180 255"))
    let plain = try out.text("models_eval/obj_000001.ply")
    #expect(plain.contains("element vertex 8\n") && plain.contains("element face 12\n"))
    #expect(out.files["models/obj_000004.ply"] == nil)
  }
}

/// One object of a given shape, as BOP.
private struct BOPModels {
  let written: Written

  init(model: ObjectModel) throws {
    var shape = ShapeScene.Shape(
      instance: 1, category: "chair", contains: ShapeScene.pixels(2...3, 1...2))
    shape.box3D = .init(
      instance: 1, size: [1, 1, 1], center: [0, 0, 0], rotation: [1, 0, 0, 0], cameraCenter: [0, 0, 2],
      cameraRotation: [1, 0, 0, 0], corners: [])
    var options = FormatOptions.test()
    options.models = { TestModels { _, _ in model } }
    written = try Written(BOPFormat.self, [.test(0, [ShapeScene(8, 4, [shape])])], options)
  }
}
