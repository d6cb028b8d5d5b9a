import Annotations
import DatasetFormats
import Imaging
import Testing
import VectorMath
import WorldModel

/// Poses of cameras whose axes are known by hand, in the conventions of the formats that carry them.
@Suite struct CameraPoseFormatTests {
  /// A camera at (1, 2, 3) that looks along world x, or turned a quarter to the left along world y.
  private func scene(turned: Bool) -> AnalyticScene {
    var scene = AnalyticScene(
      8, 4, [.init(instance: 1, category: "chair", contains: AnalyticScene.pixels(2...3, 1...2))])
    scene.camera = Camera(width: 8, height: 4, fx: 6, fy: 7, cx: 3.25, cy: 1.5)
    scene.rigFromCamera = Rig.mount(at: Vector3(1, 2, 3), yaw: turned ? Double.pi / 2 : 0)
    return scene
  }

  private func expect(_ found: [Double], _ wanted: [Double], _ slack: Double = 2e-9) {
    #expect(
      found.count == wanted.count && zip(found, wanted).allSatisfy { abs($0 - $1) < slack },
      "\(found) is not \(wanted)")
  }

  /// Right is −y, down −z, forward +x: a third of a turn about (−1, 1, −1). Turned: a quarter about −x.
  @Test(arguments: [false, true]) func trajectoriesSayVectorsFirst(turned: Bool) throws {
    let out = try Written(TUMRGBDFormat.self, [.test(0, [scene(turned: turned)])], .test())
    let lines = try out.text("000000_front/groundtruth.txt").split(separator: "\n")
    let row = try #require(lines.last).split(separator: " ").compactMap { Double(String($0)) }
    let h = 0.5.squareRoot()
    expect(row, [0, 1, 2, 3] + (turned ? [-h, 0, 0, h] : [-0.5, 0.5, -0.5, 0.5]))
  }

  @Test func depthIsInFifthsOfAMillimetre() throws {
    // Pictures as their values, the first byte the more significant one.
    let options = FormatOptions(cameras: ["front"]) { raster in
      guard case .uint16(let values) = raster else { return [] }
      return values.values.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
    let out = try Written(TUMRGBDFormat.self, [.test(0, [scene(turned: false)])], options)
    guard case .bytes(let bytes)? = out.files["000000_front/depth/0.000000.png"] else {
      Issue.record("no depth")
      return
    }
    let values = stride(from: 0, to: bytes.count, by: 2).map { Int(bytes[$0]) * 256 + Int(bytes[$0 + 1]) }
    // 1.502 m and 1.503 m.
    #expect(values.count == 32 && values[8 + 2] == 7510 && values[8 + 3] == 7515 && values[0] == 0)
  }

  /// Columns: right, up, backward, place.
  @Test(arguments: [false, true]) func radianceFieldsLookBackward(turned: Bool) throws {
    let out = try Written(NeRFFormat.self, [.test(0, [scene(turned: turned)])], .test())
    let frame = try #require(try out.json("000000/transforms.json").list("frames").first)
    let matrix = try #require(frame["transform_matrix"] as? [[Double]])
    expect(
      matrix.flatMap { $0 },
      turned
        ? [1, 0, 0, 1, 0, 0, -1, 2, 0, 1, 0, 3, 0, 0, 0, 1]
        : [0, 0, -1, 1, -1, 0, 0, 2, 0, 1, 0, 3, 0, 0, 0, 1])
    let lens = ["fl_x", "fl_y", "cx", "cy"].compactMap { frame[$0] as? Double }
    expect(lens, [6, 7, 3.75, 2])
  }
}
