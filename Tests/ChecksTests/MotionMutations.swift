import Annotations
import Checks
import Imaging
import VectorMath
import WorldModel

extension Mutation {
  static let motion: [Mutation] = [
    Mutation("flow the other way", "29", "30", "31") {
      for c in 0..<2 { $0.scale(0, LabelNames.flowForward, c, -1) }
    },
    Mutation("flow channels exchanged", "29") { $0.swapChannels(0, LabelNames.flowForward, 0, 1) },
    Mutation("one flow off by 0.03 px", "29") {
      let (u, v) = $0.pixel(0, of: 7)
      $0.floats(0, LabelNames.flowForward) { $0[u, v, 0] += 0.03 }
    },
    Mutation("a trace of flow where nothing moves", "29") {
      let (u, v) = $0.pixel(1, of: 1, skip: 1500)
      $0.floats(1, LabelNames.flowForward) { $0[u, v, 0] = 1e-6 }
    },
    Mutation("flow of the frame before", "29", "31") {
      let old = $0.samples[0].views[0].labels.floats(LabelNames.flowForward)
      $0.floats(2, LabelNames.flowForward) { if let old { $0 = old } }
    },
    Mutation("flow of the objects the other way", "30") {
      let ids = $0.samples[1].views[0].labels.words(LabelNames.instance)
      $0.floats(1, LabelNames.flowForward) { r in
        for (p, id) in (ids?.values ?? []).enumerated() where id == 2 {
          r.values[2 * p] *= -1
          r.values[2 * p + 1] *= -1
        }
      }
    },
    Mutation("still ground that flows with the camera", "30") {
      let ids = $0.samples[0].views[0].labels.words(LabelNames.instance)
      $0.floats(0, LabelNames.flowForward) { r in
        for (p, id) in (ids?.values ?? []).enumerated() where id == 1 { r.values[2 * p] *= -1 }
      }
    },
    Mutation("backward flow of the wrong frame", "31") {
      let other = $0.samples[3].views[0].labels.floats(LabelNames.flowBackward)
      $0.floats(1, LabelNames.flowBackward) { if let other { $0 = other } }
    },
    Mutation("backward flow with the sign of forward", "31") {
      for c in 0..<2 { $0.scale(1, LabelNames.flowBackward, c, -1) }
    },
    Mutation("nothing ever hidden", "31") {
      for s in 0..<4 {
        $0.bytes(s, LabelNames.occlusionForward) { for i in $0.values.indices { $0.values[i] = 0 } }
      }
    },
    Mutation("everything hidden", "31") {
      $0.bytes(0, LabelNames.occlusionForward) { for i in $0.values.indices { $0.values[i] = 1 } }
    },
    Mutation("colours of another object", "32") {
      let ids = $0.samples[1].views[0].labels.words(LabelNames.instance)
      $0.bytes(1, LabelNames.albedo) { r in
        for (p, id) in (ids?.values ?? []).enumerated() where id == 7 { r.values[3 * p] &-= 60 }
      }
    },
    Mutation("colours of three frames on", "32") {
      let other = $0.samples[3].views[0].labels.bytes(LabelNames.albedo)
      $0.bytes(0, LabelNames.albedo) { if let other { $0 = other } }
    },
    Mutation("scene flow in world axes", "33", "29") {
      let turn = $0.samples[1].views[0].worldFromCamera.rotation.matrix
      $0.floats(1, LabelNames.sceneFlow) { r in
        for p in 0..<(r.width * r.height) {
          let inWorld =
            turn * Vector3(Double(r.values[3 * p]), Double(r.values[3 * p + 1]), Double(r.values[3 * p + 2]))
          for c in 0..<3 { r.values[3 * p + c] = Float(inWorld[c]) }
        }
      }
    },
    Mutation("scene flow as velocity", "33", "29") {
      for c in 0..<3 { $0.scale(1, LabelNames.sceneFlow, c, 10) }
    },
    Mutation("flow of a thin post off by a pixel", "29") {
      let ids = $0.samples[0].views[0].labels.words(LabelNames.instance)
      $0.floats(0, LabelNames.flowForward) { r in
        for (p, id) in (ids?.values ?? []).enumerated() where id == 11 { r.values[2 * p] += 1 }
      }
    },
    Mutation("a tracked point off by a hundredth of a pixel", "34") {
      $0.point(1, seen: true) { $0.u? += 0.01 }
    },
    Mutation("a tracked point that slides over its surface", "34") {
      // Both its places, as if another point had been taken: only flow and scene flow know.
      let camera = $0.samples[2].views[0].camera
      $0.point(2, seen: true, of: 1) {
        $0.camera[0] += 0.02
        let p = camera.project(Vector3($0.camera[0], $0.camera[1], $0.camera[2]))
        ($0.u, $0.v) = (p.x, p.y)
      }
    },
    Mutation("a tracked point on another triangle", "34") { $0.point(2, seen: true) { $0.triangle += 1 } },
    Mutation("a tracked point with other weights", "34") {
      $0.point(2, seen: true) { $0.weights.swapAt(0, 1) }
    },
    Mutation("a tracked point of another object", "34") { $0.point(2, seen: true) { $0.instance = 9 } },
    Mutation("weights that are not of a point on the triangle", "34") {
      for s in 0..<4 { $0.point(s, seen: true) { $0.weights = [0.5, 0.5, 0.5] } }
    },
    Mutation("every fourth seen point called hidden", "34") {
      $0.label(1, PointTracksLabel.self) {
        for i in $0.entries.indices where $0.entries[i].visibility == 2 && i % 4 == 0 {
          $0.entries[i].visibility = 1
        }
      }
    },
    Mutation("all hidden points called seen", "34") {
      for s in 0..<4 {
        $0.label(s, PointTracksLabel.self) {
          for i in $0.entries.indices where $0.entries[i].visibility == 1 { $0.entries[i].visibility = 2 }
        }
      }
    },
    Mutation("a point in the image called outside", "34") {
      $0.point(1, seen: true) { $0.visibility = 0 }
    },
    Mutation("a tracked point that is lost", "34") {
      $0.label(3, PointTracksLabel.self) { $0.entries.removeLast() }
    },
    Mutation("two tracked points with one id", "34") {
      $0.label(3, PointTracksLabel.self) { $0.entries[1].id = $0.entries[0].id }
    },
    Mutation("tracks of the frame before", "34") {
      if let old = $0.samples[1].views[0].labels[PointTracksLabel.self] {
        $0.samples[2].views[0].labels.set(old)
      }
    },
    Mutation("tracks of the other camera", "34") {
      if let other = $0.samples[1].views[1].labels[PointTracksLabel.self] {
        $0.samples[1].views[0].labels.set(other)
      }
    },
    Mutation("an id that comes back as another object", "37") {
      $0.label(3, ObjectsLabel.self) {
        $0.entries[1].name = "dog"
        $0.entries[1].category = "dog"
      }
    },
    Mutation("an object with a new id after a frame away", "37") {
      // The ball is gone in frame 2 and is back in frame 3 with a fresh id.
      for v in 0..<2 {
        guard var gone = $0.samples[2].views[v].labels[ObjectsLabel.self],
          var back = $0.samples[3].views[v].labels[ObjectsLabel.self]
        else { return }
        gone.entries.removeAll { $0.instance == 2 }
        back.entries[1].instance = 33
        $0.samples[2].views[v].labels.set(gone)
        $0.samples[3].views[v].labels.set(back)
      }
    },
    Mutation("ids of two objects exchanged", "37") {
      for s in 2..<4 {
        $0.label(s, Boxes3DLabel.self) {
          let (a, b) = ($0.entries[0].instance, $0.entries[1].instance)
          ($0.entries[0].instance, $0.entries[1].instance) = (b, a)
        }
      }
    },
    Mutation("camera pose of the frame before", "38", "20") {
      $0.samples[3].views[0].worldFromCamera = $0.samples[2].views[0].worldFromCamera
    },
    Mutation("time that stands still", "38") { $0.samples[2].time = $0.samples[1].time },
    Mutation("maps of the frame before", "38", "20") {
      let old = $0.samples[0].views[0].labels
      for name in [LabelNames.depth, LabelNames.instance, LabelNames.positionWorld, LabelNames.albedo] {
        if let raster = old.raster(name) { $0.samples[1].views[0].labels.set(name, raster) }
      }
    },
  ]

  static let twins: [Mutation] = [
    Mutation("depth that knows of supersampling", "18") {
      if var depth = $0.supersampled.views[0].labels.floats(LabelNames.depth) {
        depth[50, 60] = depth[50, 60].nextUp
        $0.supersampled.views[0].labels.set(LabelNames.depth, .float(depth))
      }
    },
    Mutation("an id that knows of supersampling", "18") {
      if var ids = $0.supersampled.views[0].labels.words(LabelNames.instance) {
        ids[50, 60] += 1
        $0.supersampled.views[0].labels.set(LabelNames.instance, .uint32(ids))
      }
    },
    Mutation("albedo that knows the light", "40") {
      if var albedo = $0.relit.views[0].labels.bytes(LabelNames.albedo) {
        albedo[50, 60, 1] -= 1
        $0.relit.views[0].labels.set(LabelNames.albedo, .uint8(albedo))
      }
    },
    Mutation("one colour code of a replay", "51") {
      if var rgb = $0.replay.views[0].labels.bytes(LabelNames.rgb) {
        rgb[50, 60, 1] += 1
        $0.replay.views[0].labels.set(LabelNames.rgb, .uint8(rgb))
      }
    },
    Mutation("a negative zero of a replay", "51") {
      if var uv = $0.replay.views[0].labels.floats(LabelNames.uv) {
        uv[0, 0, 0] = -0.0
        $0.replay.views[0].labels.set(LabelNames.uv, .float(uv))
      }
    },
    Mutation("a box of a replay", "51") {
      if var boxes = $0.replay.views[0].labels[Boxes3DLabel.self] {
        boxes.entries[0].size[0] = boxes.entries[0].size[0].nextUp
        $0.replay.views[0].labels.set(boxes)
      }
    },
    Mutation("an attribute of a replay", "51") { $0.replay.attributes[0].value = "rain" },
    Mutation("a file that is gone", "52") { $0.facts.files[2].foundDigest = nil },
    Mutation("a file that was changed", "52") { $0.facts.files[2].foundDigest = "a9" },
    Mutation("a file that nobody wrote", "52") { $0.facts.strayFiles = ["samples/0/left.tmp"] },
    Mutation("a label left out of a sample", "52") { $0.facts.samples[1].labels.removeLast() },
    Mutation("a sample twice", "52") { $0.facts.samples[1].index = 0 },
    Mutation("fewer samples than promised", "52") { $0.facts.declaredSamples = 5 },
    Mutation("a world in two splits", "53") { $0.facts.samples[3].world = "7/0" },
    Mutation("an asset in two splits", "53") { $0.facts.samples[3].assets = ["crate"] },
    Mutation("statistics off by one pixel", "55") {
      $0.facts.declaredTally?.add(.init(category: "car", pixels: 1, objects: 0))
    },
    Mutation("a class the statistics forget", "55") {
      $0.facts.declaredTally = ClassTally(
        $0.facts.declaredTally?.counts.filter { $0.category != "car" } ?? [])
    },
  ]

  static let all = masks + geometry + motion + twins + rooms + grounded + heard + birdsEye + heardQuestions
}
