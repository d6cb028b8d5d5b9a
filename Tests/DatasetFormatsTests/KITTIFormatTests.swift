import Annotations
import DatasetFormats
import Diagnostics
import TestSupport
import Testing
import VectorMath
import WorldModel

@Suite struct KITTIFormatTests {
  /// The numbers of a calibration file by name.
  private func calibration(_ out: Written, _ number: String = "000000") throws -> [String: [Double]] {
    let rows = try out.rows("training/calib/\(number).txt")
    #expect(
      rows.map(\.name) == ["P0:", "P1:", "P2:", "P3:", "R0_rect:", "Tr_velo_to_cam:", "Tr_imu_to_velo:"])
    #expect(rows.map(\.numbers.count) == [12, 12, 12, 12, 9, 12, 12])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.numbers) })
  }

  private func apply(_ m: [Double], _ p: Vector3) -> Vector3 {
    Vector3(
      m[0] * p.x + m[1] * p.y + m[2] * p.z + m[3], m[4] * p.x + m[5] * p.y + m[6] * p.z + m[7],
      m[8] * p.x + m[9] * p.y + m[10] * p.z + m[11])
  }

  private func project(_ m: [Double], _ p: Vector3) -> Vector2 {
    let q = apply(m, p)
    return Vector2(q.x / q.z, q.y / q.z)
  }

  /// Corners from the printed numbers by the devkit's formula.
  private func corners(_ n: [Double]) -> [Vector3] {
    let (h, w, l, ry) = (n[7], n[8], n[9], n[13])
    let (s, c) = DeterministicMath.sincos(ry)
    var out: [Vector3] = []
    for y in [0, -h] {
      for (x, z) in [(l / 2, w / 2), (l / 2, -w / 2), (-l / 2, -w / 2), (-l / 2, w / 2)] {
        out.append(Vector3(c * x + s * z + n[10], y + n[11], -s * x + c * z + n[12]))
      }
    }
    return out
  }

  /// Every printed corner lies on one of the label's corners, and the other way round.
  private func expectSameCorners(_ printed: [Vector2], _ label: [[Double]?]) throws {
    let truth = try label.map { c -> Vector2 in
      let c = try #require(c)
      return Vector2(c[0], c[1])
    }
    for p in printed { #expect(truth.contains { length($0 - p) < 0.02 }, "\(p) is no corner of \(truth)") }
    for t in truth { #expect(printed.contains { length($0 - t) < 0.02 }, "\(t) is not written") }
  }

  private static let mounts: [[Double]] = [
    [0, 0, 0], [0.4, 0, 0], [0, -0.15, 0], [2.5, 0.2, 0.1], [-1, -0.4, -0.05],
  ]

  @Test(arguments: mounts)
  func labelAndCalibrationProjectOntoTheCorners(mount: [Double]) throws {
    let (yaw, pitch, roll) = (mount[0], mount[1], mount[2])
    var dice = Dice(state: 11)
    var tried = 0
    for i in 0..<40 {
      var scene = ShapeScene(120, 40)
      scene.camera = Camera(width: 120, height: 40, fx: 70, fy: 75, cx: 55.5, cy: 21.25)
      scene.rigFromCamera = Rig.mount(at: Vector3(0.7, -0.2, 1.6), yaw: yaw, pitch: pitch, roll: roll)
      let ahead = scene.rigFromCamera.rotation * Vector3(0, 0, 1)
      let distance = dice.real(5...30)
      let center = Vector3(
        ahead.x * distance + dice.real(-2...2), ahead.y * distance + dice.real(-2...2), dice.real(0.5...2))
      let size = Vector3(dice.real(1...5), dice.real(0.4...2.2), dice.real(0.8...3))
      guard let car = scene.solid(5, "car", center: center, size: size, yaw: dice.real(-3.2...3.2)) else {
        continue
      }
      scene.shapes = [car]
      let out = try Written(KITTIFormat.self, [.test(0, [scene])], .test())
      guard let row = try out.rows("training/label_2/000000.txt").first, row.name == "Car" else { continue }
      tried += 1
      let entry = try #require(car.box3D)
      let calib = try calibration(out)
      let p2 = try #require(calib["P2:"])
      try expectSameCorners(corners(row.numbers).map { project(p2, $0) }, entry.corners)
      // The front is where the object's x axis points.
      let front = (corners(row.numbers)[0] + corners(row.numbers)[1] - corners(row.numbers)[2] * 2) / 2
      let q = entry.rotation
      let forward = Quaternion(w: q[0], x: q[1], y: q[2], z: q[3]) * Vector3(1, 0, 0)
      let velo = try #require(calib["Tr_velo_to_cam:"])
      let turned = apply(velo, forward) - apply(velo, .zero)
      #expect(dot(normalized(Vector3(front.x, 0, front.z)), turned) > 0.9 || size.y > size.x)
      let alpha = KITTIGeometry.wrapped(
        row.numbers[13] - DeterministicMath.atan2(row.numbers[10], row.numbers[12]))
      #expect(abs(KITTIGeometry.wrapped(alpha - row.numbers[2])) < 3e-6, "sample \(i)")
      #expect(row.numbers[13].magnitude <= Double.pi && row.numbers[2].magnitude <= Double.pi)
      // The 2D box lies in the 3D box's picture.
      let us = entry.corners.compactMap { $0?[0] }
      #expect(row.numbers[3] >= (us.min() ?? 0) - 1e-6 && row.numbers[5] <= (us.max() ?? 0) + 1e-6)
    }
    #expect(tried >= 10)
  }

  @Test func aLevelCameraHasThePlainMatrix() throws {
    var scene = ShapeScene(100, 40)
    scene.camera.fx = 71
    let out = try Written(KITTIFormat.self, [.test(0, [scene])], .test())
    let calib = try calibration(out)
    let k = scene.camera
    let plain: [Double] = [71, 0, k.cx, 0, 0, k.fy, k.cy, 0, 0, 0, 1, 0]
    for name in ["P0:", "P1:", "P2:", "P3:"] {
      let values = try #require(calib[name])
      #expect(zip(values, plain).allSatisfy { abs($0 - $1) < 1e-8 })
    }
    #expect(calib["R0_rect:"] == [1, 0, 0, 0, 1, 0, 0, 0, 1])
    // Straight ahead in the rig is straight ahead in the camera; left is −x, up is −y.
    let velo = try #require(calib["Tr_velo_to_cam:"])
    #expect(length(apply(velo, Vector3(10, 2, 1.65)) - Vector3(-2, 0, 10)) < 1e-6)
  }

  @Test(arguments: [(0, -1), (1, -2), (-1, 0), (2, 1)])
  func rotationOfKnownHeadings(quarterTurns: Int, expectedQuarters: Int) throws {
    let (yaw, expected) = (Double(quarterTurns) * Double.pi / 2, Double(expectedQuarters) * Double.pi / 2)
    // Driving away from the camera is −π/2, to the right 0, towards it π/2, to the left ±π.
    var scene = ShapeScene(100, 60)
    scene.shapes = [
      try #require(scene.solid(1, "car", center: Vector3(12, 0, 0.8), size: Vector3(4, 2, 1.6), yaw: yaw))
    ]
    let out = try Written(KITTIFormat.self, [.test(0, [scene])], .test())
    let n = try #require(try out.rows("training/label_2/000000.txt").first).numbers
    #expect(abs(KITTIGeometry.wrapped(n[13] - expected)) < 2e-6)
    #expect(abs(KITTIGeometry.wrapped(n[2] - expected)) < 2e-6)
    #expect(n[7...9].elementsEqual([1.6, 2, 4]))
    // The bottom face's centre: 1.65 m below the camera, whose axis points down.
    #expect(abs(n[10]) < 1e-6 && abs(n[11] - 1.65) < 1e-6 && abs(n[12] - 12) < 1e-6)
    #expect(n[0] == 0 && n[1] == 0)
  }

  @Test func boxesArePixelIndicesOfTheWholeObject() throws {
    let scene = ShapeScene(
      30, 20,
      [
        .init(instance: 1, category: "bicycle", contains: ShapeScene.pixels(0...29, 0...19)),
        .init(instance: 2, category: "pole", contains: ShapeScene.pixels(0...20, 0...19)),
      ])
    let out = try Written(KITTIFormat.self, [.test(0, [scene])], .test())
    #expect(
      try out.text("training/label_2/000000.txt")
        == "DontCare -1 -1 -10 0.00 0.00 29.00 19.00 -1 -1 -1 -1000 -1000 -1000 -10\n")
  }

  @Test func occlusionAndTruncation() throws {
    var scene = ShapeScene(100, 60)
    let car = try #require(
      scene.solid(1, "car", center: Vector3(12, 0, 0.8), size: Vector3(4, 2, 1.6), yaw: 0))
    func first(_ shapes: [ShapeScene.Shape]) throws -> (name: String, numbers: [Double])? {
      scene.shapes = shapes
      return try Written(KITTIFormat.self, [.test(0, [scene])], .test()).rows("training/label_2/000000.txt")
        .first
    }
    func curtain(_ columns: ClosedRange<Int>) -> ShapeScene.Shape {
      .init(instance: 2, category: "wall", contains: ShapeScene.pixels(columns, 0...59))
    }
    let box = try #require(scene.with([car]).view.labels[Boxes2DLabel.self]?.entries[0].visible)
    #expect(try first([car])?.numbers[1] == 0)
    #expect(try first([car, curtain(0...(box.x + box.width / 3))])?.numbers[1] == 1)
    #expect(try first([car, curtain(0...(box.x + box.width * 2 / 3))])?.numbers[1] == 2)
    #expect(try first([car, curtain(0...99)]) == nil)
    // Half outside on the left.
    let aside = try #require(
      scene.solid(1, "car", center: Vector3(12, 9.9, 0.8), size: Vector3(4, 2, 1.6), yaw: 0))
    let n = try #require(try first([aside])).numbers
    #expect(n[0] > 0.1 && n[0] < 0.9 && n[3] == 0)
    // All but gone.
    let gone = try #require(
      scene.solid(1, "car", center: Vector3(12, 12.3, 0.8), size: Vector3(4, 2, 1.6), yaw: 0))
    #expect(try first([gone])?.name == "DontCare")
  }

  @Test func stereoPairsAreFound() throws {
    let out = try Written(KITTIFormat.self, TrapDataset.samples, .test(cameras: TrapDataset.cameras))
    #expect(
      out.files["training/image_2/000003.png"] == .native(.init(sample: 3, sensor: "front", label: "rgb")))
    #expect(
      out.files["training/image_3/000003.png"] == .native(.init(sample: 3, sensor: "right", label: "rgb")))
    let calib = try calibration(out, "000003")
    let (p2, p3) = (try #require(calib["P2:"]), try #require(calib["P3:"]))
    // Disparity of a point 10 m ahead: f · b / z.
    let p = Vector3(1, -2, 10)
    let shift = project(p2, p) - project(p3, p)
    #expect(abs(shift.x - p2[0] * 0.5 / 10) < 1e-6 && abs(shift.y) < 1e-9)
    let train = try out.text("ImageSets/train.txt").split(separator: "\n")
    let val = try out.text("ImageSets/val.txt").split(separator: "\n")
    #expect((train + val).sorted() == (0..<12).map { Substring(FileNames.number($0)) })
    #expect(!val.isEmpty)
  }

  @Test func leaningObjectsAreReported() throws {
    var scene = ShapeScene(100, 60)
    scene.shapes = [
      try #require(
        scene.solid(1, "car", center: Vector3(12, 0, 0.8), size: Vector3(4, 2, 1.6), yaw: 0.3, pitch: 0.2))
    ]
    let warnings = try KITTIFormat(options: .test()).fragment(for: .test(0, [scene])).warnings
    #expect(warnings.count == 1)
    #expect(warnings.first?.message.contains("11.5°") == true)
  }

  @Test func emptyAndOnePixelPictures() throws {
    let out = try Written(KITTIFormat.self, [.test(0, [ShapeScene(1, 1)])], .test())
    #expect(try out.text("training/label_2/000000.txt").isEmpty)
    #expect(out.files.count == 5)
    var none = Sample.test(0, [])
    none.views = []
    #expect(throws: (any Error).self) { try KITTIFormat(options: .test()).fragment(for: none) }
  }

  @Test func aCameraLookingDownKeepsItsOwnFrame() throws {
    var scene = ShapeScene(40, 40)
    scene.rigFromCamera = Rig.mount(at: Vector3(0, 0, 10), pitch: -Double.pi / 2)
    let g = KITTIGeometry(view: scene.view)
    #expect(g.referenceFromCamera == .identity)
  }
}

extension ShapeScene {
  fileprivate func with(_ shapes: [Shape]) -> ShapeScene {
    var copy = self
    copy.shapes = shapes
    return copy
  }
}
