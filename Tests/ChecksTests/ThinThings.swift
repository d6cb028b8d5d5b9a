import Annotations
import Imaging
import VectorMath
import WorldModel

/// A wall that fills the view, with bars or wires before it that the pixels' centres meet or miss: right labels that
/// pictures seem to speak against. One object; the camera looks straight at the wall.
struct ThinThings {
  static let wall = 10.0
  static let bars = 8.8
  let camera = Camera(width: 96, height: 64, fx: 80, fy: 80, cx: 47.5, cy: 31.5, near: 0.05)
  /// Pixels whose centres lie on bars a pixel apart, each less than half a pixel wide, as seen from x = 0.
  var columns = 0..<0
  var rows = 0..<64
  /// Whether bars are a part of their own.
  var isOwnPart = true

  /// From x = 0 the bars are seen; half a pixel on, all centres pass between them.
  func sample(_ frame: Int) -> Sample {
    let step = 0.5 * Self.bars / camera.fx
    let pose = RigidTransform<WorldSpace, CameraSpace>(
      rotation: .identity, translation: Vector3(step * Double(frame), 0, 0))
    func floats(_ channels: Int) -> Raster<Float> {
      Raster(width: camera.width, height: camera.height, channels: channels, fill: 0)
    }
    var (depth, world, normal) = (floats(1), floats(3), floats(3))
    var flow = floats(2)
    var albedo = Raster<UInt8>(width: camera.width, height: camera.height, channels: 3, fill: 0)
    var part = Raster<UInt32>(width: camera.width, height: camera.height, fill: 0)
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        let isBar = frame == 0 && columns.contains(u) && rows.contains(v)
        let z = isBar ? Self.bars : Self.wall
        let p = camera.ray(Double(u), Double(v)) * z + pose.translation
        depth[u, v] = Float(z)
        for k in 0..<3 {
          world[u, v, k] = Float(p[k])
          albedo[u, v, k] = isBar ? 40 : 200
        }
        normal[u, v, 2] = -1
        flow[u, v, 0] = Float(-step * camera.fx / z)
        part[u, v] = isBar && isOwnPart ? 1282 : 1281
      }
    }
    var labels = LabelSet()
    for (name, raster) in [
      (LabelNames.depth, depth), (LabelNames.positionWorld, world), (LabelNames.normalGeometric, normal),
      (LabelNames.flowForward, flow), (LabelNames.sceneFlow, floats(3)),
    ] { labels.set(name, .float(raster)) }
    labels.set(LabelNames.albedo, .uint8(albedo))
    labels.set(
      LabelNames.occlusionForward, .uint8(Raster(width: camera.width, height: camera.height, fill: 0)))
    labels.set(
      LabelNames.instance, .uint32(Raster(width: camera.width, height: camera.height, fill: 5)))
    labels.set(LabelNames.part, .uint32(part))
    return Sample(
      index: frame, sequence: 0, frame: frame, time: 0.1 * Double(frame),
      worldFromRig: RigidTransform(rotation: .identity, translation: pose.translation),
      views: [
        Sample.View(
          sensor: "front", camera: camera,
          rigFromCamera: RigidTransform(rotation: .identity, translation: .zero), worldFromCamera: pose,
          stereoBaseline: nil, labels: labels)
      ], drawn: [], attributes: [])
  }

  /// Tracked points on the wall, all in the image; every one that `isHidden` is said to lie behind a wire.
  func points(_ count: Int, isHidden: (Int) -> Bool) -> PointTracksLabel {
    PointTracksLabel(
      entries: (0..<count).map { i in
        let place = Vector2(10.3 + Double(i * 7 % 76), 8.4 + Double(i * 11 % 48))
        let p = camera.ray(place.x, place.y) * Self.wall
        return PointTracksLabel.Entry(
          id: UInt32(i + 1), instance: 5, piece: 0, triangle: 0, weights: [0.5, 0.25, 0.25],
          camera: [p.x, p.y, p.z], u: place.x, v: place.y, visibility: isHidden(i) ? 1 : 2)
      })
  }
}
