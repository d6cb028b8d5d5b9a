import Annotations
import DatasetFormats
import GroundedLanguage
import RandomStreams
import TestSupport
import VectorMath
import WorldModel

/// A small dataset with every trap: holes, parts, borders, single columns, empty pictures, stereo, names.
enum TrapDataset {
  static let cameras = ["front", "right", "rück/seite 😀"]

  static let samples: [Sample] = (0..<12).map { i in
    var front = ShapeScene(160, 96)
    front.stereoBaseline = 0.5
    var right = front
    right.sensor = "right"
    right.stereoBaseline = nil
    right.rigFromCamera.translation.y -= 0.5
    var rear = ShapeScene(64 + i, 48)
    rear.sensor = "rück/seite 😀"
    rear.rigFromCamera = Rig.mount(at: Vector3(-1, 0, 1.4), yaw: Double.pi, pitch: -0.2)
    if i != 5 {
      front.shapes = shapes(front, i)
      right.shapes = shapes(right, i)
      rear.shapes = [
        ShapeScene.Shape(
          instance: 90, category: "building", contains: ShapeScene.pixels(0...(63 + i), 0...20)),
        ShapeScene.Shape(
          instance: 91, category: "terrain", contains: ShapeScene.pixels(0...(63 + i), 40...47)),
        // One pixel wide, at the right border, from top to bottom.
        ShapeScene.Shape(
          instance: 92, category: "pole", contains: ShapeScene.pixels((63 + i)...(63 + i), 0...47)),
        ShapeScene.Shape(instance: 93, category: "dog", contains: ShapeScene.disc(20, 30, 6.5)),
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

  private static func shapes(_ scene: ShapeScene, _ i: Int) -> [ShapeScene.Shape] {
    var out = [
      ShapeScene.Shape(instance: 70, category: "road", contains: ShapeScene.pixels(0...159, 60...95)),
      ShapeScene.Shape(instance: 71, category: "terrain", contains: ShapeScene.pixels(0...30, 50...70)),
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
    out.append(ShapeScene.person(5, 100, 60, 30))
    out.append(ShapeScene.person(6, 20.3, 70.6, 24, labelled: 9))
    // A post across the car makes two parts of it; a frame has a hole.
    out.append(
      ShapeScene.Shape(instance: 7, category: "pole", contains: ShapeScene.pixels(60...61, 10...95)))
    out.append(
      ShapeScene.Shape(
        instance: 8, category: "window",
        contains: { u, v in
          abs(u - 130) <= 12 && abs(v - 20) <= 10 && !(abs(u - 130) <= 6 && abs(v - 20) <= 5)
        }))
    return out
  }
}

extension Sample {
  /// A sample of given scenes, one a camera.
  static func test(_ index: Int, sequence: Int? = nil, _ scenes: [ShapeScene]) -> Sample {
    Sample(
      index: index, sequence: sequence ?? index, frame: 0, time: Double(index) / 10, worldFromRig: .identity,
      views: scenes.map(\.view), drawn: [], attributes: [])
  }
}

extension FormatOptions {
  /// Options whose pictures are plain test PNGs.
  static func test(cameras: [String] = ["front"]) -> FormatOptions {
    FormatOptions(cameras: cameras) { raster in try StoredPNG.encode(raster) }
  }
}
