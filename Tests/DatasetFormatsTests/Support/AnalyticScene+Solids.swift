import Annotations
import DatasetFormats
import GroundedLanguage
import RandomStreams
import VectorMath
import WorldModel

extension AnalyticScene {
  /// An upright cuboid in the world whose picture is the hull of its corners; nil when not all are in front.
  func solid(
    _ instance: UInt32, _ category: String, center: Vector3, size: Vector3, yaw: Double, pitch: Double = 0
  ) -> Shape? {
    let worldFromBox = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: yaw, pitch: pitch), translation: center)
    let worldFromCamera = RigidTransform<WorldSpace, RigSpace>.identity * rigFromCamera
    let cameraFromBox = worldFromCamera.inverse * worldFromBox
    var corners: [Vector2] = []
    for i in 0..<8 {
      let corner = Vector3(i & 1 == 0 ? -0.5 : 0.5, i & 2 == 0 ? -0.5 : 0.5, i & 4 == 0 ? -0.5 : 0.5) * size
      let p = cameraFromBox * corner
      guard p.z > 0.1 else { return nil }
      corners.append(camera.project(p))
    }
    let q = cameraFromBox.rotation
    let w = worldFromBox.rotation
    let c = cameraFromBox.translation
    let entry = Boxes3DLabel.Entry(
      instance: instance, size: [size.x, size.y, size.z], center: [center.x, center.y, center.z],
      rotation: [w.w, w.x, w.y, w.z], cameraCenter: [c.x, c.y, c.z], cameraRotation: [q.w, q.x, q.y, q.z],
      corners: corners.map { [$0.x, $0.y] })
    let hull = Self.hull(corners)
    return Shape(
      instance: instance, category: category,
      contains: { u, v in
        hull.indices.allSatisfy { i in
          let (a, b) = (hull[i], hull[(i + 1) % hull.count])
          return cross(b - a, Vector2(u, v) - a) >= 0
        }
      }, box3D: entry)
  }

  /// A person as an upright ellipse with 17 points inside, some hidden or outside.
  static func person(_ instance: UInt32, _ u: Double, _ v: Double, _ height: Double, labelled: Int = 17)
    -> Shape
  {
    let points = (0..<17).map { i in
      let (x, y) = (
        u + (i % 2 == 0 ? 0.08 : -0.08) * height, v - 0.45 * height + 0.9 * height * Double(i) / 16
      )
      let seen = i < labelled
      return KeypointsLabel.Point(
        name: "p\(i)", u: seen ? x : 0, v: seen ? y : 0, visibility: seen ? 1 + i % 2 : 0, camera: [0, 0, 1])
    }
    return Shape(
      instance: instance, category: "person",
      contains: { x, y in
        let (dx, dy) = ((x - u) / (0.2 * height), (y - v) / (0.5 * height))
        return dx * dx + dy * dy <= 1
      },
      keypoints: KeypointsLabel.Entry(instance: instance, skeleton: "coco17", points: points))
  }

  /// The convex hull by gift wrapping, clockwise as seen (y down).
  private static func hull(_ points: [Vector2]) -> [Vector2] {
    guard var at = points.indices.min(by: { points[$0].x < points[$1].x }) else { return [] }
    let start = at
    var ring: [Vector2] = []
    repeat {
      ring.append(points[at])
      var next = at == 0 ? 1 : 0
      for i in points.indices where i != at {
        let side = cross(points[next] - points[at], points[i] - points[at])
        if side < 0 { next = i }
      }
      at = next
    } while at != start && ring.count <= points.count
    return ring
  }
}

/// A small dataset with every trap: holes, parts, borders, single columns, empty pictures, stereo, names.
enum TrapDataset {
  static let cameras = ["front", "right", "rück/seite 😀"]

  static let samples: [Sample] = (0..<12).map { i in
    var front = AnalyticScene(160, 96)
    front.stereoBaseline = 0.5
    var right = front
    right.sensor = "right"
    right.stereoBaseline = nil
    right.rigFromCamera.translation.y -= 0.5
    var rear = AnalyticScene(64 + i, 48)
    rear.sensor = "rück/seite 😀"
    rear.rigFromCamera = Rig.mount(at: Vector3(-1, 0, 1.4), yaw: Double.pi, pitch: -0.2)
    if i != 5 {
      front.shapes = shapes(front, i)
      right.shapes = shapes(right, i)
      rear.shapes = [
        AnalyticScene.Shape(
          instance: 90, category: "building", contains: AnalyticScene.pixels(0...(63 + i), 0...20)),
        AnalyticScene.Shape(
          instance: 91, category: "terrain", contains: AnalyticScene.pixels(0...(63 + i), 40...47)),
        // One pixel wide, at the right border, from top to bottom.
        AnalyticScene.Shape(
          instance: 92, category: "pole", contains: AnalyticScene.pixels((63 + i)...(63 + i), 0...47)),
        AnalyticScene.Shape(instance: 93, category: "dog", contains: AnalyticScene.disc(20, 30, 6.5)),
      ]
    }
    var sample = Sample.test(i, sequence: i, [front, right, rear])
    sample.views[0].labels.set(FloorPlanFormatTests.label)
    sample.recordings = SoundDataset.recordings(i)
    for number in sample.views.indices {
      GroundedLanguageLabels.add(
        Set(GroundedLanguageLabels.names), to: &sample.views[number], number: 3 * i + number,
        egoVelocity: Vector3(6, 0, 0), GroundedOptions(), RandomStream(seed: 7).child(i).child(number))
    }
    return sample
  }

  private static func shapes(_ scene: AnalyticScene, _ i: Int) -> [AnalyticScene.Shape] {
    var out = [
      AnalyticScene.Shape(instance: 70, category: "road", contains: AnalyticScene.pixels(0...159, 60...95)),
      AnalyticScene.Shape(instance: 71, category: "terrain", contains: AnalyticScene.pixels(0...30, 50...70)),
    ]
    out += [
      scene.solid(
        1, "car", center: Vector3(14, 3, 0.75), size: Vector3(4.2, 1.8, 1.5), yaw: 0.3 * Double(i)),
      scene.solid(
        2, "truck", center: Vector3(9, -3, 1.6), size: Vector3(6, 2.4, 3.2), yaw: 0.2 + 0.5 * Double(i)),
      // Partly outside the image.
      scene.solid(3, "van", center: Vector3(5, 4.6, 1), size: Vector3(4, 1.9, 2), yaw: -0.4),
      scene.solid(4, "bicycle", center: Vector3(8, 0.5, 0.5), size: Vector3(1.7, 0.5, 1), yaw: 1),
    ].compactMap { $0 }
    out.append(AnalyticScene.person(5, 100, 60, 30))
    out.append(AnalyticScene.person(6, 20.3, 70.6, 24, labelled: 9))
    // A post across the car makes two parts of it; a frame has a hole.
    out.append(
      AnalyticScene.Shape(instance: 7, category: "pole", contains: AnalyticScene.pixels(60...61, 10...95)))
    out.append(
      AnalyticScene.Shape(
        instance: 8, category: "window",
        contains: { u, v in
          abs(u - 130) <= 12 && abs(v - 20) <= 10 && !(abs(u - 130) <= 6 && abs(v - 20) <= 5)
        }))
    return out
  }
}
