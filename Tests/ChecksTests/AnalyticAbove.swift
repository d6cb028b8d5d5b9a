import Annotations
import Imaging
import VectorMath
import WorldModel

extension AnalyticScene {
  /// The last frame from straight above by parallel rays, and the cells of the same range: a crate that counts as a car on
  /// a road without end.
  func above() -> Sample {
    let frame = 3
    let grid = BirdsEyeGrid(front: 14, back: 2, left: 6, right: 6, resolution: 0.125)
    let camera = Camera(width: 96, height: 128, metresAcross: 12, near: 0.1)
    let rigFromCamera = Rig.mount(at: Vector3(6, 0, 20), pitch: -.pi / 2)
    let pose = worldFromRig(frame) * rigFromCamera
    let axes = pose.rotation.matrix.transpose
    func floats(_ channels: Int, _ fill: Float = 0) -> Raster<Float> {
      Raster(width: 96, height: 128, channels: channels, fill: fill)
    }
    var (depth, local, world, normal) = (floats(1, .infinity), floats(3), floats(3), floats(3))
    var instance = Raster<UInt32>(width: 96, height: 128, fill: 0)
    var semantic = Raster<UInt16>(width: 96, height: 128, fill: 0)
    for v in 0..<128 {
      for u in 0..<96 {
        let (x, y) = ((Double(u) - 47.5) / 8, (Double(v) - 63.5) / 8)
        let down = pose.rotation.matrix * Vector3(0, 0, 1)
        guard let hit = trace(pose * Vector3(x, y, 0), down, frame: frame) else { continue }
        let body = bodies[hit.body]
        let inCamera = axes * (hit.point - pose.translation)
        depth[u, v] = Float(hit.depth)
        for i in 0..<3 {
          local[u, v, i] = Float(inCamera[i])
          world[u, v, i] = Float(hit.point[i])
          normal[u, v, i] = Float(hit.normal[i])
        }
        instance[u, v] = body.id
        semantic[u, v] = Ontology.named(body.category)?.id ?? 0
      }
    }
    var labels = LabelSet()
    for (name, raster) in [
      (LabelNames.depth, depth), (LabelNames.distance, depth), (LabelNames.positionCamera, local),
      (LabelNames.positionWorld, world), (LabelNames.normalGeometric, normal),
    ] { labels.set(name, .float(raster)) }
    labels.set(LabelNames.instance, .uint32(instance))
    labels.set(LabelNames.semantic, .uint16(semantic))
    cells(grid, frame, into: &labels)
    return Sample(
      index: 11, sequence: 5, frame: 0, time: 0, worldFromRig: worldFromRig(frame),
      views: [
        Sample.View(
          sensor: "above", camera: camera, rigFromCamera: rigFromCamera, worldFromCamera: pose, labels: labels
        )
      ], drawn: [], attributes: [])
  }

  private func cells(_ grid: BirdsEyeGrid, _ frame: Int, into labels: inout LabelSet) {
    let rig = rigPoses[frame + 1]
    guard let car = bodies.first(where: { $0.category == "car" }), let half = car.half else { return }
    let place = car.pose(frame)
    var layers = Raster<UInt16>(width: 96, height: 128, fill: 1)
    var ids = Raster<UInt32>(width: 96, height: 128, fill: 0)
    var count = 0
    for row in 0..<128 {
      for column in 0..<96 {
        let ego = Vector3(14 - (Double(row) + 0.5) / 8, 6 - (Double(column) + 0.5) / 8, place.position.z)
        let own = place.toLocal(rig.toWorld(ego))
        guard abs(own.x) < half.x, abs(own.y) < half.y else { continue }
        layers[column, row] = 1 | 1 << 12
        ids[column, row] = car.id
        count += 1
      }
    }
    let middle = rig.toLocal(place.position)
    let corners = [(1.0, 1.0), (-1, 1), (-1, -1), (1, -1)].map { sign -> [Double] in
      let p = rig.toLocal(place.toWorld(Vector3(half.x * sign.0, half.y * sign.1, 0)))
      return [(6 - p.y) * 8 - 0.5, (14 - p.x) * 8 - 0.5]
    }
    labels.set(LabelNames.bevLayers, .uint16(layers))
    labels.set(LabelNames.bevInstance, .uint32(ids))
    labels.set(
      BirdsEyeLabel(
        grid: grid, worldFromEgo: [rig.position.x, rig.position.y, rig.yaw],
        entries: [
          BirdsEyeLabel.Entry(
            instance: car.id, category: car.category, center: [middle.x, middle.y],
            size: [2 * half.x, 2 * half.y], heading: place.yaw - rig.yaw, corners: corners, cells: count)
        ]))
  }
}
