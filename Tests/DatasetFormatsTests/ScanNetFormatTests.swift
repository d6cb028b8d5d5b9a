import Annotations
import Checks
import DatasetFormats
import Encodings
import Foundation
import Imaging
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Meshes, segments and groups of a scan, and what its pictures say.
@Suite struct ScanNetFormatTests {
  private static func surface(_ id: UInt32, _ category: String, part: Int) throws -> SurfaceModel {
    SurfaceModel(
      instance: id, nativeClass: try #require(Ontology.named(category)), part: part,
      positions: [Vector3(Double(id), 0, 0), Vector3(1, 0.5, 0), Vector3(0, 1, 0.25)],
      colours: [SIMD4<UInt8>](repeating: SIMD4(1, 2, 3, 255), count: 3), triangles: [SIMD3(0, 1, 2)])
  }

  private static func options() throws -> FormatOptions {
    var options = FormatOptions.test()
    let surfaces = [
      try surface(1, "chair", part: 0), try surface(1, "chair", part: 0), try surface(1, "chair", part: 1),
      try surface(2, "car", part: 0),
    ]
    options.models = { TestModels(surfaces: surfaces) { _, _ in nil } }
    return options
  }

  private static let sample: Sample = {
    var scene = ShapeScene(
      8, 4,
      [
        .init(instance: 1, category: "chair", contains: ShapeScene.pixels(2...3, 1...2)),
        .init(instance: 2, category: "car", contains: ShapeScene.pixels(6...6, 0...0)),
      ])
    scene.camera = Camera(width: 8, height: 4, fx: 6, fy: 7, cx: 3.25, cy: 1.5)
    scene.rigFromCamera = Rig.mount(at: Vector3(1, 2, 3))
    return .test(0, [scene])
  }()

  @Test func posesGroupsAndSegments() throws {
    let out = try Written(ScanNetFormat.self, [Self.sample], try Self.options())
    let scan = "scans/scene0000_00"
    // Columns: right is −y, down −z, forward x, place.
    let pose = try out.text("\(scan)/pose/0.txt").split { $0.isWhitespace }.compactMap { Double($0) }
    #expect(pose == [0, 0, 1, 1, -1, 0, 0, 2, 0, -1, 0, 3, 0, 0, 0, 1])
    #expect(try out.text("\(scan)/intrinsic/intrinsic_depth.txt").hasPrefix("6.000000 0.000000 3.250000 0"))
    let mesh = try out.text("\(scan)/scene0000_00_vh_clean_2.labels.ply").split(separator: "\n")
    #expect(mesh.contains("element vertex 12") && mesh.contains("element face 4"))
    let body = try #require(mesh.firstIndex(of: "end_header")) + 1
    #expect(mesh[body].hasPrefix("1 0 0 ") && mesh[body].hasSuffix(" 5") && mesh[body + 9].hasSuffix(" 0"))
    #expect(mesh[body + 12] == "3 0 1 2" && mesh[body + 15] == "3 9 10 11")
    let segs = try out.json("\(scan)/scene0000_00_vh_clean_2.0.010000.segs.json")
    #expect(segs["segIndices"] as? [Int] == [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2])
    let groups = try out.json("\(scan)/scene0000_00.aggregation.json").list("segGroups")
    #expect(try groups.map { try $0.int("objectId") } == [0, 1])
    #expect(try groups.map { try $0.ints("segments") } == [[0, 1], [2]])
    #expect(groups.map { $0["label"] as? String } == ["chair", "car"])
    let rows = try out.text("scannetv2-labels.combined.tsv").split(separator: "\n")
    #expect(rows.contains("101\tchair\tchair\t1\t5\tchair") && rows.contains("3\tcar\tcar\t1\t0\tvoid"))
  }

  @Test func depthIsInMillimetresAndInstancesStay() throws {
    // Pictures as their values, the first byte the more significant one.
    var options = try Self.options()
    options.encodePNG = { (raster: AnyRaster) -> [UInt8] in
      guard case .uint16(let values) = raster else { return [] }
      return values.values.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
    let out = try Written(ScanNetFormat.self, [Self.sample], options)
    func values(_ path: String) throws -> [Int] {
      var bytes: [UInt8] = []
      if case .bytes(let found)? = out.files["scans/scene0000_00/\(path)"] { bytes = found }
      return stride(from: 0, to: bytes.count, by: 2).map { Int(bytes[$0]) * 256 + Int(bytes[$0 + 1]) }
    }
    // 1.502 m, and 3.006 m for the second thing at column 6.
    let depth = try values("depth/0.png")
    #expect(depth.count == 32 && depth[10] == 1502 && depth[6] == 3006 && depth[0] == 0)
    #expect(try values("instance-filt/0.png")[10] == 1)
  }

  private func violations(_ change: (WrittenFolder) throws -> Void) throws -> [String] {
    let folder = try WrittenFolder(ScanNetFormat.self, [Self.sample], try Self.options())
    try change(folder)
    var formed = CheckFinding()
    _ = try ScanNetValidator().read(try FormatFolder(folder.path), into: &formed)
    return formed.first.map(\.description)
  }

  @Test func mistakesInMeshesAreFound() throws {
    let scan = "scans/scene0000_00/scene0000_00"
    #expect(try violations { _ in } == [])
    let groups = "\(scan).aggregation.json"
    let segs = "\(scan)_vh_clean_2.0.010000.segs.json"
    #expect(try !violations { try $0.edit(groups) { $0.replacing("\"chair\"", with: "\"car\"") } }.isEmpty)
    #expect(try !violations { try $0.edit(groups) { $0.replacing("[0,1]", with: "[0,7]") } }.isEmpty)
    #expect(try !violations { try $0.edit(groups) { $0.replacing("[2]", with: "[1]") } }.isEmpty)
    #expect(try !violations { try $0.edit(segs) { $0.replacing("2,2,2", with: "2,2") } }.isEmpty)
  }
}
