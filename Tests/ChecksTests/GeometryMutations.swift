import Annotations
import Imaging
import VectorMath
import WorldModel

extension Mutation {
  static let geometry: [Mutation] = [
    Mutation("a panorama whose columns begin half a pixel late", "49", "20") {
      $0.panorama.views[0].camera.cx += 0.5
    },
    Mutation("a distorted picture whose pixels begin half a pixel late", "48", "20") {
      $0.distorted.views[0].camera.cx += 0.5
    },
    Mutation("tangential coefficients exchanged", "48", "20") {
      let d = $0.distorted.views[0].camera.distortion
      $0.distorted.views[0].camera.distortion = Distortion(k1: d.k1, k2: d.k2, p1: d.p2, p2: d.p1, k3: d.k3)
    },
    Mutation("the third radial coefficient forgotten", "48") {
      let d = $0.distorted.views[0].camera.distortion
      $0.distorted.views[0].camera.distortion = Distortion(k1: d.k1, k2: d.k2, p1: d.p1, p2: d.p2)
    },
    Mutation("distance for depth through a distorted lens", "20", "19") {
      let labels = $0.distorted.views[0].labels
      if let distance = labels.floats(LabelNames.distance) {
        $0.distorted.views[0].labels.set(LabelNames.depth, .float(distance))
      }
    },
    Mutation("normals of a distorted picture tilted by 2°", "23") {
      guard var n = $0.distorted.views[0].labels.floats(LabelNames.normalGeometric) else { return }
      for p in 0..<(n.width * n.height) where n.values[3 * p + 2] != 0 {
        let old = Vector3(
          Double(n.values[3 * p]), Double(n.values[3 * p + 1]), Double(n.values[3 * p + 2]))
        let v = normalized(old + Vector3(0.035, 0, 0.001))
        for k in 0..<3 { n.values[3 * p + k] = Float(v[k]) }
      }
      $0.distorted.views[0].labels.set(LabelNames.normalGeometric, .float(n))
    },
    Mutation("a panorama whose ground is bumpy", "26") {
      guard var x = $0.panorama.views[0].labels.floats(LabelNames.positionWorld) else { return }
      for p in 0..<(x.width * x.height) where p % 2 == 0 { x.values[3 * p + 2] += 0.002 }
      $0.panorama.views[0].labels.set(LabelNames.positionWorld, .float(x))
    },
    Mutation("a panorama that spans too little", "49") { $0.panorama.views[0].camera.fx *= 1.01 },
    Mutation("planar depth in a panorama", "49", "20") {
      guard var depth = $0.panorama.views[0].labels.floats(LabelNames.depth),
        let local = $0.panorama.views[0].labels.floats(LabelNames.positionCamera)
      else { return }
      for p in depth.values.indices where depth.values[p].isFinite {
        depth.values[p] = max(0.06, abs(local.values[3 * p + 2]))
      }
      $0.panorama.views[0].labels.set(LabelNames.depth, .float(depth))
    },
    Mutation("a panorama mirrored at the seam", "49") {
      guard var local = $0.panorama.views[0].labels.floats(LabelNames.positionCamera) else { return }
      for p in 0..<(local.width * local.height) { local.values[3 * p] *= -1 }
      $0.panorama.views[0].labels.set(LabelNames.positionCamera, .float(local))
    },
    Mutation("a step in the ground at a panorama's seam", "49") {
      guard var local = $0.panorama.views[0].labels.floats(LabelNames.positionCamera),
        var depth = $0.panorama.views[0].labels.floats(LabelNames.depth)
      else { return }
      // The left half a little nearer: each pixel right by itself, the plane broken.
      for p in 0..<(local.width * local.height) where p % local.width < local.width / 2 {
        depth.values[p] *= 0.999
        for k in 0..<3 { local.values[3 * p + k] *= 0.999 }
      }
      $0.panorama.views[0].labels.set(LabelNames.positionCamera, .float(local))
      $0.panorama.views[0].labels.set(LabelNames.depth, .float(depth))
    },
    Mutation("distance for depth", "19", "20") {
      let distance = $0.samples[1].views[0].labels.floats(LabelNames.distance)
      $0.floats(1, LabelNames.depth) { if let distance { $0 = distance } }
    },
    Mutation("one distance off by 2e-5", "19") {
      let (u, v) = $0.pixel(1, of: 7)
      $0.floats(1, LabelNames.distance) { $0[u, v] *= 1.00002 }
    },
    Mutation("K moved by half a pixel", "19", "20") {
      $0.samples[1].views[0].camera.cx += 0.5
    },
    Mutation("fx and fy exchanged", "19", "20") {
      let k = $0.samples[1].views[0].camera
      ($0.samples[1].views[0].camera.fx, $0.samples[1].views[0].camera.fy) = (k.fy, k.fx)
    },
    Mutation("positions y up", "20") { $0.scale(1, LabelNames.positionCamera, 1, -1) },
    Mutation("world positions with exchanged axes", "20") {
      $0.swapChannels(1, LabelNames.positionWorld, 0, 1)
    },
    Mutation("depth one pixel to the right", "20") {
      $0.floats(1, LabelNames.depth) { $0 = shifted($0, 1, 0) }
    },
    Mutation("positions of the frame before", "20") {
      let old = $0.samples[0].views[0].labels.floats(LabelNames.positionWorld)
      $0.floats(1, LabelNames.positionWorld) { if let old { $0 = old } }
    },
    Mutation("normals inside out", "22", "23") {
      for c in 0..<3 { $0.scale(1, LabelNames.normalGeometric, c, -1) }
    },
    Mutation("normals not of unit length", "22") { $0.scale(1, LabelNames.normal, 2, 1.001) },
    Mutation("camera normals in world axes", "22") {
      let world = $0.samples[1].views[0].labels.floats(LabelNames.normal)
      $0.floats(1, LabelNames.normalCamera) { if let world { $0 = world } }
    },
    Mutation("normals turned by two degrees", "23") {
      $0.floats(1, LabelNames.normalGeometric) { r in
        let (s, c) = DeterministicMath.sincos(2 * Double.pi / 180)
        for p in 0..<(r.width * r.height) {
          let (y, z) = (Double(r.values[3 * p + 1]), Double(r.values[3 * p + 2]))
          r.values[3 * p + 1] = Float(c * y - s * z)
          r.values[3 * p + 2] = Float(s * y + c * z)
        }
      }
    },
    Mutation("normals with exchanged axes", "23") { $0.swapChannels(1, LabelNames.normalGeometric, 1, 2) },
    Mutation("a class where nothing is hit", "24") {
      $0.shorts(1, LabelNames.semantic) { $0[0, 0] = 300 }
    },
    Mutation("no normal where something is hit", "24", "22") {
      let (u, v) = $0.pixel(1, of: 7)
      $0.floats(1, LabelNames.normal) { for c in 0..<3 { $0[u, v, c] = 0 } }
    },
    Mutation("a map of half the size", "25") {
      $0.samples[1].views[0].labels.set(LabelNames.material, .uint16(Raster(width: 48, height: 32, fill: 1)))
    },
    Mutation("a map of another type", "25") {
      $0.samples[1].views[0].labels.set(
        LabelNames.uv, .uint8(Raster(width: 96, height: 64, channels: 2, fill: 0)))
    },
    Mutation("one value that is not a number", "25") { $0.floats(1, LabelNames.uv) { $0[3, 60, 1] = .nan } },
    Mutation("zero for nothing hit", "25", "24") {
      $0.floats(1, LabelNames.depth) {
        for i in $0.values.indices where $0.values[i] == .infinity { $0.values[i] = 0 }
      }
    },
    Mutation("flags of 255", "25") {
      $0.bytes(1, LabelNames.occlusionForward) { for i in $0.values.indices { $0.values[i] *= 255 } }
    },
    Mutation("a millimetre off the plane", "26", "20") {
      let (u, v) = $0.pixel(1, of: 1, skip: 2300)
      $0.floats(1, LabelNames.positionWorld) { $0[u, v, 2] += 0.001 }
    },
    Mutation("negative disparity", "35") { $0.scale(1, LabelNames.disparity, 0, -1) },
    Mutation("disparity of half the baseline", "35") { $0.scale(1, LabelNames.disparity, 0, 0.5) },
    Mutation("disparity off by 2e-5", "35") {
      let (u, v) = $0.pixel(1, of: 7)
      $0.floats(1, LabelNames.disparity) { $0[u, v] *= 1.00002 }
    },
    Mutation("everything seen by the right camera", "35") {
      $0.bytes(1, LabelNames.disparityOcclusion) { for i in $0.values.indices { $0.values[i] = 0 } }
    },
    Mutation("nothing seen by the right camera", "35") {
      $0.bytes(1, LabelNames.disparityOcclusion) { for i in $0.values.indices { $0.values[i] = 1 } }
    },
    Mutation("baseline of 31 cm for one of 30", "35") {
      $0.samples[1].views[0].stereoBaseline = 0.31
    },
    Mutation("length and width exchanged", "41") {
      $0.label(1, Boxes3DLabel.self) { $0.entries[1].size.swapAt(0, 1) }
    },
    Mutation("box from its bottom", "41") {
      $0.label(1, Boxes3DLabel.self) { $0.entries[1].center[2] -= 0.5 }
    },
    Mutation("yaw turned round", "41") { $0.label(1, Boxes3DLabel.self) { $0.entries[1].rotation[3] *= -1 } },
    Mutation("quaternion as (x, y, z, w)", "41") {
      $0.label(1, Boxes3DLabel.self) {
        let q = $0.entries[1].rotation
        $0.entries[1].rotation = [q[1], q[2], q[3], q[0]]
      }
    },
    Mutation("corners z fastest", "41") {
      $0.label(1, Boxes3DLabel.self) {
        let c = $0.entries[1].corners
        $0.entries[1].corners = [0, 4, 2, 6, 1, 5, 3, 7].map { c[$0] }
      }
    },
    Mutation("corners with the corner-origin K", "41") {
      $0.label(1, Boxes3DLabel.self) {
        for i in $0.entries[1].corners.indices { $0.entries[1].corners[i]?[0] += 0.5 }
      }
    },
    Mutation("a box of three numbers too few", "41") {
      $0.label(1, Boxes3DLabel.self) { $0.entries[1].center = [] }
    },
    Mutation("a keypoint one pixel off", "42") {
      $0.label(1, KeypointsLabel.self) { $0.entries[0].points[0].u += 1 }
    },
    Mutation("a hidden keypoint said to be seen", "42") {
      $0.label(1, KeypointsLabel.self) { $0.entries[0].points[2].visibility = 2 }
    },
    Mutation("a seen keypoint said to be hidden", "42") {
      $0.label(1, KeypointsLabel.self) { $0.entries[1].points[1].visibility = 1 }
    },
    Mutation("an unlabelled keypoint with a place", "42") {
      $0.label(1, KeypointsLabel.self) { $0.entries[1].points[0].u = 3 }
    },
    Mutation("a visible keypoint not labelled", "42") {
      $0.label(1, KeypointsLabel.self) {
        $0.entries[0].points[0].visibility = 0
        $0.entries[0].points[0].u = 0
        $0.entries[0].points[0].v = 0
      }
    },
    Mutation("a lid said to be open a fifth of a radian more", "56") {
      $0.label(1, StatesLabel.self) {
        for i in $0.entries.indices {
          for k in $0.entries[i].joints.indices {
            $0.entries[i].joints[k].value += 0.2
            $0.entries[i].joints[k].openness += 0.1
          }
          $0.entries[i].openness = $0.entries[i].joints.map(\.openness).max()
        }
      }
    },
    Mutation("an openness that is not its value's", "56") {
      $0.label(1, StatesLabel.self) { label in
        for i in label.entries.indices where !label.entries[i].joints.isEmpty {
          label.entries[i].joints[0].openness += 0.1
        }
      }
    },
    Mutation("a lamp that is off and shines", "56") {
      $0.label(1, StatesLabel.self) { label in
        for i in label.entries.indices where label.entries[i].power != nil { label.entries[i].power = "off" }
      }
    },
    Mutation("a surface three millimetres too low", "56") {
      $0.label(1, StatesLabel.self) { label in
        for i in label.entries.indices where !label.entries[i].vessels.isEmpty {
          label.entries[i].vessels[0].surface = 0.797
        }
      }
    },
    Mutation("a filling of nothing", "56") {
      $0.label(1, StatesLabel.self) { label in
        for i in label.entries.indices where !label.entries[i].vessels.isEmpty {
          label.entries[i].vessels[0].content = nil
        }
      }
    },
    Mutation("a quaternion of length 1.01", "47") {
      $0.samples[1].views[0].worldFromCamera.rotation.w *= 1.01
    },
    Mutation("a negative focal length", "47") { $0.samples[1].views[0].camera.fx *= -1 },
  ]
}
