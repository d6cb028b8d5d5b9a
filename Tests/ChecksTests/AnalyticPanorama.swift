import Annotations
import Foundation
import Imaging
import VectorMath
import WorldModel

extension AnalyticScene {
  /// The first frame seen all around, with maps and boxes in closed form; the angles are the C library's.
  func panorama() -> Sample {
    let (w, h) = (96, 48)
    // Above the ground, which covers the seam below the horizon.
    let rigFromCamera = Rig.mount(at: Vector3(0.4, 0.1, 1.7))
    let pose = worldFromRig(0) * rigFromCamera
    let axes = pose.rotation.matrix.transpose
    func floats(_ channels: Int, _ fill: Float = 0) -> Raster<Float> {
      Raster(width: w, height: h, channels: channels, fill: fill)
    }
    var (depth, local, world) = (floats(1, .infinity), floats(3), floats(3))
    var (normal, normalCamera) = (floats(3), floats(3))
    var instance = Raster<UInt32>(width: w, height: h, fill: 0)
    var part = instance
    for v in 0..<h {
      for u in 0..<w {
        let longitude = (Double(u) + 0.5) / Double(w) * 2 * .pi - .pi
        let down = (Double(v) + 0.5) / Double(h) * .pi - .pi / 2
        let ray = Vector3(
          Foundation.sin(longitude) * Foundation.cos(down), Foundation.sin(down),
          Foundation.cos(longitude) * Foundation.cos(down))
        guard let hit = trace(pose.translation, pose.rotation.matrix * ray, frame: 0) else { continue }
        depth[u, v] = Float(hit.depth)
        let turned = axes * hit.normal
        for i in 0..<3 {
          local[u, v, i] = Float(ray[i] * hit.depth)
          world[u, v, i] = Float(hit.point[i])
          normal[u, v, i] = Float(hit.normal[i])
          normalCamera[u, v, i] = Float(turned[i])
        }
        instance[u, v] = bodies[hit.body].id
        part[u, v] = bodies[hit.body].id * 256 + UInt32(hit.part) + 1
      }
    }
    var labels = LabelSet()
    for (name, raster) in [
      (LabelNames.depth, depth), (LabelNames.distance, depth), (LabelNames.positionCamera, local),
      (LabelNames.positionWorld, world), (LabelNames.normal, normal), (LabelNames.normalCamera, normalCamera),
      (LabelNames.normalGeometric, normal), (LabelNames.normalGeometricCamera, normalCamera),
    ] { labels.set(name, .float(raster)) }
    labels.set(LabelNames.instance, .uint32(instance))
    labels.set(LabelNames.part, .uint32(part))
    return Sample(
      index: 9, sequence: 3, frame: 0, time: 0, worldFromRig: worldFromRig(0),
      views: [
        Sample.View(
          sensor: "around", camera: Camera(equirectangularHeight: h), rigFromCamera: rigFromCamera,
          worldFromCamera: pose, labels: labels)
      ], drawn: [], attributes: [])
  }
}
