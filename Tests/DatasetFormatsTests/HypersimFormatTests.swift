import Annotations
import Checks
import DatasetFormats
import Foundation
import Imaging
import TestSupport
import Testing
import VectorMath
import WorldModel

/// What Hypersim's files hold, byte by byte and by meaning.
@Suite struct HypersimFormatTests {
  private func scene() -> ShapeScene {
    var scene = ShapeScene(
      8, 4,
      [
        .init(instance: 1, category: "chair", contains: ShapeScene.pixels(2...3, 1...2)),
        .init(instance: 2, category: "car", contains: ShapeScene.pixels(6...6, 0...0)),
      ])
    scene.camera = Camera(width: 8, height: 4, fx: 6, fy: 7, cx: 3.25, cy: 1.25)
    scene.rigFromCamera = Rig.mount(at: Vector3(1, 2, 3))
    return scene
  }

  private func bytes(_ out: Written, _ path: String) throws -> [UInt8] {
    guard case .bytes(let bytes) = try #require(out.files[path], "\(path)") else { return [] }
    return bytes
  }

  /// The last bytes of a file are its values.
  private func values<T>(_ file: [UInt8], _ count: Int, _ type: T.Type) -> [T] {
    let tail = Array(file.suffix(count * MemoryLayout<T>.size))
    return tail.withUnsafeBytes { raw in
      (0..<count).map { raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<T>.size, as: T.self) }
    }
  }

  @Test func distancesClassesAndInstances() throws {
    let out = try Written(HypersimFormat.self, [.test(0, [scene()])], .test())
    let stem = "ai_000_000/images/scene_cam_00_geometry_hdf5/frame.0000."
    let distance = values(try bytes(out, stem + "depth_meters.hdf5"), 32, Float.self)
    // Pixel (2, 1): z = 1.502 m, and 1.25 and 0.25 pixels beside the axis.
    let ray = (1 + (1.25 / 6) * (1.25 / 6) + (0.25 / 7) * (0.25 / 7)).squareRoot()
    #expect(abs(distance[10] - Float(1.502 * ray)) < 1e-6 && distance[0].isNaN)
    let classes = values(try bytes(out, stem + "semantic.hdf5"), 32, Int16.self)
    // A chair is 5 of NYU40, a car has no counterpart, and nothing is nothing.
    #expect(classes[10] == 5 && classes[6] == -1 && classes[0] == -1)
    let instances = values(try bytes(out, stem + "semantic_instance.hdf5"), 32, Int32.self)
    #expect(instances[10] == 1 && instances[6] == 2 && instances[0] == -1)
  }

  @Test func camerasLookBackwardAndUVsAtBorders() throws {
    let out = try Written(HypersimFormat.self, [.test(0, [scene()])], .test())
    let place = values(
      try bytes(out, "ai_000_000/_detail/cam_00/camera_keyframe_positions.hdf5"), 3, Double.self)
    #expect(place == [1, 2, 3])
    // Right is −y, up is z, backward is −x.
    let turn = values(
      try bytes(out, "ai_000_000/_detail/cam_00/camera_keyframe_orientations.hdf5"), 9, Double.self)
    let wanted: [Double] = [0, 0, -1, -1, 0, 0, 0, 1, 0]
    #expect(zip(turn, wanted).allSatisfy { abs($0 - $1) < 1e-12 })
    let lines = try out.text("metadata_camera_parameters.csv").split(separator: "\n").map {
      $0.split(separator: ",")
    }
    let row = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
    func number(_ key: String) throws -> Double { try #require(row[Substring(key)].flatMap { Double($0) }) }
    // u = −1 is the left border, half a pixel before pixel 0, whose centre is 3.25 pixels left of the axis.
    let left = try number("M_cam_from_uv_02") - number("M_cam_from_uv_00")
    #expect(abs(left - (-3.75 / 6)) < 1e-12)
    let top = try number("M_cam_from_uv_12") + number("M_cam_from_uv_11")
    // v = 1 is the upper border, half a pixel above row 0.
    #expect(abs(top - 1.75 / 7) < 1e-12)
    // Projecting the left border's ray gives −1.
    let clip = try number("M_proj_00") * left - number("M_proj_02")
    #expect(abs(clip + 1) < 1e-12)
  }

  /// Every prefix, and random bytes in the place of some, are read or refused, and never trap.
  @Test func brokenFilesAreRefused() throws {
    let folder = try WrittenFolder(HypersimFormat.self, [.test(0, [scene()])], .test())
    let path = "ai_000_000/images/scene_cam_00_geometry_hdf5/frame.0000.semantic.hdf5"
    let whole = try folder.bytes(path)
    var dice = Dice(state: 12)
    func violations() throws -> Int {
      var finding = CheckFinding()
      _ = try HypersimValidator().read(try FormatFolder(folder.path), into: &finding)
      return finding.violations
    }
    #expect(try violations() == 0)
    for cut in [0, 7, 95, 130, 700, 1050, 1100, whole.count - 1] {
      try folder.write(Array(whole.prefix(cut)), path)
      #expect(try violations() > 0, "\(cut)")
    }
    for _ in 0..<300 {
      var torn = whole
      for _ in 0..<3 { torn[dice.roll(torn.count - 64)] = UInt8(dice.roll(256)) }
      try folder.write(torn, path)
      _ = try violations()
    }
  }
}
