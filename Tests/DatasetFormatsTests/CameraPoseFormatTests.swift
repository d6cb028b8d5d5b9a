import Annotations
import DatasetFormats
import Imaging
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Poses of cameras whose axes are known by hand, in the conventions of the formats that carry them.
@Suite struct CameraPoseFormatTests {
  /// A camera at (1, 2, 3) that looks along world x, or turned a quarter to the left along world y.
  private func scene(turned: Bool) -> ShapeScene {
    var scene = ShapeScene(
      8, 4, [.init(instance: 1, category: "chair", contains: ShapeScene.pixels(2...3, 1...2))])
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

  /// Camera from world of the quarter turn: a quarter about +x, and the origin at (−1, 3, −2) of the camera.
  @Test func modelsSayRealPartsFirstAndPointsAtCorners() throws {
    var (a, b) = (
      Sample.test(0, sequence: 0, [scene(turned: true)]), Sample.test(1, sequence: 0, [scene(turned: true)])
    )
    // Two metres ahead and one to the right, standing still; another that moves; a third seen once.
    func entry(_ id: UInt32, _ camera: [Double], visibility: Int = 2) -> PointTracksLabel.Entry {
      .init(
        id: id, instance: 1, piece: 0, triangle: 0, weights: [1, 0, 0], camera: camera,
        u: 6 * camera[0] / camera[2] + 3.25, v: 7 * camera[1] / camera[2] + 1.5, visibility: visibility)
    }
    a.views[0].labels.set(
      PointTracksLabel(entries: [entry(0, [1, 0, 2]), entry(1, [0, 0, 2]), entry(2, [0, 0.1, 2])]))
    b.views[0].labels.set(
      PointTracksLabel(entries: [
        entry(0, [1, 0, 2]), entry(1, [0, 0, 2.5]), entry(2, [0, 0.1, 2], visibility: 1),
      ]))
    let out = try Written(COLMAPFormat.self, [a, b], .test())
    func lines(_ name: String) throws -> [[Double]] {
      try out.text("000000/sparse/0/\(name).txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: " ").compactMap { Double(String($0)) } }
    }
    #expect(
      try out.text("000000/sparse/0/cameras.txt").contains(
        "\n1 PINHOLE 8 4 6.000000000 7.000000000 3.750000000 2.000000000\n"))
    let images = try lines("images")
    #expect(images.count == 4)
    let h = 0.5.squareRoot()
    expect(images.first ?? [], [1, h, h, 0, 0, -1, 3, -2, 1])
    expect(images.dropFirst().first ?? [], [6.75, 2, 1, 3.75, 2, -1, 3.75, 2.35, -1])
    expect(images.last ?? [], [6.75, 2, 1, 3.75, 2, -1])
    // One right of the camera is +x, two ahead is +y; the pixel (6, 2) is background grey.
    let points = try lines("points3D")
    #expect(points.count == 1)
    expect(points.first ?? [], [1, 2, 4, 3, 90, 90, 90, 0, 1, 0, 2, 0])
  }

  /// A box two metres ahead of the camera at (1, 2, 3), turned as the world is.
  @Test func posesAreInMillimetres() throws {
    var scene = scene(turned: false)
    scene.shapes[0].box3D = .init(
      instance: 1, size: [0.4, 0.2, 0.6], center: [3, 2, 3], rotation: [1, 0, 0, 0], cameraCenter: [0, 0, 2],
      cameraRotation: [0.5, 0.5, -0.5, 0.5], corners: [])
    let out = try Written(BOPFormat.self, [.test(0, [scene])], .test())
    let camera = try #require(try out.json("train/000000/scene_camera.json")["0"] as? [String: Any])
    expect(try #require(camera["cam_K"] as? [Double]), [6, 0, 3.25, 0, 7, 1.5, 0, 0, 1])
    expect([try #require(camera["depth_scale"] as? Double)], [0.2])
    expect(try #require(camera["cam_R_w2c"] as? [Double]), [0, -1, 0, 0, 0, -1, 1, 0, 0])
    expect(try #require(camera["cam_t_w2c"] as? [Double]), [2000, 3000, -1000], 1e-6)
    let pose = try #require(try out.json("train/000000/scene_gt.json").list("0").first)
    expect(try #require(pose["cam_R_m2c"] as? [Double]), [0, -1, 0, 0, 0, -1, 1, 0, 0])
    expect(try #require(pose["cam_t_m2c"] as? [Double]), [0, 0, 2000])
    let info = try #require(try out.json("train/000000/scene_gt_info.json").list("0").first)
    #expect(try info.ints("bbox_visib") == [2, 1, 2, 2] && info.ints("bbox_obj") == [2, 1, 2, 2])
    let counts = try ["px_count_all", "px_count_valid", "px_count_visib"].map { try info.int($0) }
    #expect(counts == [4, 4, 4] && info["visib_fract"] as? Double == 1)
    let model = try #require(
      try out.json("models/models_info.json")["\(try pose.int("obj_id"))"] as? [String: Any])
    expect(
      ["diameter", "min_x", "size_y", "size_z"].compactMap { model[$0] as? Double },
      [748.331477, -200, 200, 600], 1e-5)
    #expect(model["name"] as? String == "chair")
  }
}
