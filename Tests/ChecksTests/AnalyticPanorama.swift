import Annotations
import Foundation
import Imaging
import VectorMath
import WorldModel

extension AnalyticScene {
  /// The first frame seen all around, with maps in closed form; the angles are the C library's.
  func panorama() -> Sample {
    let (w, h) = (96.0, 48.0)
    return view(9, "around", Camera(equirectangularHeight: 48)) { u, v in
      let longitude = (u + 0.5) / w * 2 * .pi - .pi
      let down = (v + 0.5) / h * .pi - .pi / 2
      return Vector3(
        Foundation.sin(longitude) * Foundation.cos(down), Foundation.sin(down),
        Foundation.cos(longitude) * Foundation.cos(down))
    }
  }

  /// The first frame through a barrel with tangential faults; slopes by the iteration that most calibrations use.
  func distorted() -> Sample {
    let d = Distortion(k1: -0.18, k2: 0.03, p1: 0.004, p2: -0.003, k3: -0.002)
    let camera = Camera(
      width: 96, height: 72, fx: 60, fy: 62, cx: 46, cy: 36.5, projection: .brownConrady, distortion: d)
    return view(10, "bent", camera) { u, v in
      let (a, b) = ((u - 46) / 60, (v - 36.5) / 62)
      var (x, y) = (a, b)
      for _ in 0..<400 {
        let r = x * x + y * y
        let s = 1 + d.k1 * r + d.k2 * r * r + d.k3 * r * r * r
        let (dx, dy) = (2 * d.p1 * x * y + d.p2 * (r + 2 * x * x), d.p1 * (r + 2 * y * y) + 2 * d.p2 * x * y)
        (x, y) = ((a - dx) / s, (b - dy) / s)
      }
      return Vector3(x, y, 1)
    }
  }

  /// A view from above the ground, which covers the seam below the horizon; `ray` has depth 1.
  private func view(_ index: Int, _ sensor: String, _ camera: Camera, ray: (Double, Double) -> Vector3)
    -> Sample
  {
    let (w, h) = (camera.width, camera.height)
    let rigFromCamera = Rig.mount(at: Vector3(0.4, 0.1, 1.7))
    let pose = worldFromRig(0) * rigFromCamera
    let axes = pose.rotation.matrix.transpose
    func floats(_ channels: Int, _ fill: Float = 0) -> Raster<Float> {
      Raster(width: w, height: h, channels: channels, fill: fill)
    }
    var (depth, local, world) = (floats(1, .infinity), floats(3), floats(3))
    var distance = depth
    var (normal, normalCamera) = (floats(3), floats(3))
    var instance = Raster<UInt32>(width: w, height: h, fill: 0)
    var part = instance
    for v in 0..<h {
      for u in 0..<w {
        let ray = ray(Double(u), Double(v))
        guard let hit = trace(pose.translation, pose.rotation.matrix * ray, frame: 0) else { continue }
        depth[u, v] = Float(hit.depth)
        distance[u, v] = Float(hit.depth * length(ray))
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
      (LabelNames.depth, depth), (LabelNames.distance, distance), (LabelNames.positionCamera, local),
      (LabelNames.positionWorld, world), (LabelNames.normal, normal), (LabelNames.normalCamera, normalCamera),
      (LabelNames.normalGeometric, normal), (LabelNames.normalGeometricCamera, normalCamera),
    ] { labels.set(name, .float(raster)) }
    labels.set(LabelNames.instance, .uint32(instance))
    labels.set(LabelNames.part, .uint32(part))
    return Sample(
      index: index, sequence: index - 6, frame: 0, time: 0, worldFromRig: worldFromRig(0),
      views: [
        Sample.View(
          sensor: sensor, camera: camera, rigFromCamera: rigFromCamera, worldFromCamera: pose, labels: labels)
      ], drawn: [], attributes: [])
  }
}
