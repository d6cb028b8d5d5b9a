package import Annotations
import Geometry
import Imaging
import RandomStreams
package import VectorMath
package import WorldModel

/// A view whose labels are worked out without a renderer: every thing is an upright box and looks like the rectangle
/// around its corners, the nearer painted over the farther.
package struct PaintedScene {
  package struct Thing {
    package var category: String
    package var colour: SIMD3<UInt8>
    /// Of the middle, world frame, metres; the camera is 1.4 m above the origin and looks along x.
    package var center: Vector3
    package var size: Vector3
    package var asset = ""
    package var attributes: [String: String] = [:]
    package var velocity = Vector3(0, 0, 0)
    /// Counter-clockwise, rad/s.
    package var yawRate = 0.0
    package var openness: Double?
    package var power: String?
    /// Index of what it stands on.
    package var on: Int?
    /// Names of materials with the share of each.
    package var materials: [(name: String, share: Double)] = []
    /// What the rest of it shows.
    var paint: String {
      "paint_"
        + [colour.x, colour.y, colour.z].map { String(256 + Int($0), radix: 16).dropFirst() }.joined()
    }
    /// Name of its lane, and where that is for the carrier.
    package var lane: (name: String, place: LanesLabel.Place)?
    /// Whether it faces the camera.
    package var isTurned = false

    package init(_ category: String, _ colour: SIMD3<UInt8>, at center: Vector3, size: Vector3) {
      self.category = category
      self.colour = colour
      self.center = center
      self.size = size
      asset = category
    }
  }

  package var things: [Thing]
  package var isStreet: Bool
  /// Metres that the camera, and its carrier, have gone along x.
  package var station = 0.0

  package init(_ things: [Thing], isStreet: Bool = false) {
    self.things = things
    self.isStreet = isStreet
  }

  static let camera = Camera(width: 320, height: 240, fx: 200, fy: 200, cx: 159.5, cy: 119.5)
  static let mount = Rig.mount(at: Vector3(0, 0, 1.4))
  private var pose: RigidTransform<WorldSpace, CameraSpace> {
    RigidTransform(rotation: Self.mount.rotation, translation: Vector3(station, 0, 1.4))
  }

  /// Instance ids: things from 1; the road, if any, last.
  package var view: Sample.View {
    let (w, h) = (Self.camera.width, Self.camera.height)
    let boxes = things.map { OrientedBox(center: $0.center, halfSize: $0.size * 0.5) }
    let inverse = pose.inverse
    var rectangles: [(u0: Int, v0: Int, u1: Int, v1: Int)] = []
    for box in boxes {
      let pixels = box.corners.map { Self.camera.project(inverse * $0) }
      let (us, vs) = (pixels.map(\.x), pixels.map(\.y))
      rectangles.append(
        (
          Int((us.min() ?? 0).rounded()), Int((vs.min() ?? 0).rounded()), Int((us.max() ?? 0).rounded()),
          Int((vs.max() ?? 0).rounded())
        ))
    }
    func clipped(_ r: (u0: Int, v0: Int, u1: Int, v1: Int)) -> (u: Range<Int>, v: Range<Int>) {
      let (u0, v0) = (min(max(r.u0, 0), w), min(max(r.v0, 0), h))
      return (u0..<max(u0, min(r.u1, w)), v0..<max(v0, min(r.v1, h)))
    }
    var instance = [UInt32](repeating: 0, count: w * h)
    var albedo = [UInt8](repeating: 0, count: 3 * w * h)
    let distances = boxes.map { length($0.center - pose.translation) }
    let order = things.indices.sorted { (distances[$1], $0) < (distances[$0], $1) }
    for i in order {
      let r = clipped(rectangles[i])
      for v in r.v {
        for u in r.u {
          instance[v * w + u] = UInt32(i + 1)
          for c in 0..<3 { albedo[3 * (v * w + u) + c] = things[i].colour[c] }
        }
      }
    }
    var labels = LabelSet()
    labels.set(
      LabelNames.instance, .uint32(Raster(width: w, height: h, channels: 1, values: instance)))
    labels.set(LabelNames.albedo, .uint8(Raster(width: w, height: h, channels: 3, values: albedo)))
    setObjects(&labels, instance, rectangles, clipped)
    setWorld(&labels, boxes, order)
    return Sample.View(
      sensor: "camera", camera: Self.camera,
      rigFromCamera: Self.mount, worldFromCamera: pose, labels: labels)
  }

  private func setObjects(
    _ labels: inout LabelSet, _ instance: [UInt32],
    _ rectangles: [(u0: Int, v0: Int, u1: Int, v1: Int)],
    _ clipped: ((u0: Int, v0: Int, u1: Int, v1: Int)) -> (u: Range<Int>, v: Range<Int>)
  ) {
    let w = Self.camera.width
    var objects = things.enumerated().map { i, t in
      var attributes = t.attributes
      if let lane = t.lane {
        attributes["lanes"] = "0 " + lane.name
        if lane.place == .parking { attributes["state"] = "parked" }
      }
      return ObjectsLabel.Entry(
        instance: UInt32(i + 1), name: "\(t.category)_\(i + 1)", category: t.category, isThing: true,
        asset: t.asset, attributes: attributes)
    }
    if isStreet {
      objects.append(
        .init(
          instance: UInt32(things.count + 1), name: "road", category: "road", isThing: false, asset: "road",
          attributes: [:]))
    }
    labels.set(ObjectsLabel(entries: objects))
    var boxes: [Boxes2DLabel.Entry] = []
    var visibility: [VisibilityLabel.Entry] = []
    var edges: [OcclusionLabel.Edge] = []
    for i in things.indices {
      let pixels = instance.indices.filter { instance[$0] == UInt32(i + 1) }
      let (us, vs) = (pixels.map { $0 % w }, pixels.map { $0 / w })
      var box: PixelBox?
      if let u0 = us.min(), let u1 = us.max(), let v0 = vs.min(), let v1 = vs.max() {
        box = PixelBox(x: u0, y: v0, width: u1 - u0 + 1, height: v1 - v0 + 1)
      }
      let whole = clipped(rectangles[i])
      boxes.append(
        .init(
          instance: UInt32(i + 1), visible: box,
          amodal: PixelBox(
            x: whole.u.lowerBound, y: whole.v.lowerBound, width: whole.u.count, height: whole.v.count)))
      let r = rectangles[i]
      visibility.append(
        .init(
          instance: UInt32(i + 1), visiblePixels: pixels.count, amodalPixels: whole.u.count * whole.v.count,
          canvasPixels: max(0, r.u1 - r.u0) * max(0, r.v1 - r.v0)))
      for j in things.indices where j != i {
        let other = clipped(rectangles[j])
        let common = whole.u.clamped(to: other.u).count * whole.v.clamped(to: other.v).count
        let isBehind =
          (length(things[j].center - pose.translation), j) < (
            length(things[i].center - pose.translation), i
          )
        if common > 0, isBehind {
          edges.append(.init(front: UInt32(j + 1), behind: UInt32(i + 1), pixels: common))
        }
      }
    }
    setMaterials(&labels, visibility)
    labels.set(Boxes2DLabel(entries: boxes))
    labels.set(VisibilityLabel(entries: visibility))
    labels.set(OcclusionLabel(edges: edges))
  }

  private func setMaterials(_ labels: inout LabelSet, _ visibility: [VisibilityLabel.Entry]) {
    var entries: [MaterialSharesLabel.Entry] = []
    for (thing, seen) in zip(things, visibility) where seen.visiblePixels > 0 {
      var left = seen.visiblePixels
      var shares: [MaterialSharesLabel.Share] = []
      for (n, material) in (thing.materials + [(name: thing.paint, share: 1)]).enumerated() {
        let pixels = min(left, Int((material.share * Double(seen.visiblePixels)).rounded()))
        left -= pixels
        if pixels > 0 { shares.append(.init(id: n + 1, name: material.name, pixels: pixels)) }
      }
      entries.append(.init(instance: seen.instance, shares: shares))
    }
    labels.set(MaterialSharesLabel(entries: entries))
  }

  private func setWorld(_ labels: inout LabelSet, _ boxes: [OrientedBox], _ order: [Int]) {
    let inverse = pose.inverse
    let turns = things.map { $0.isTurned ? Quaternion(yaw: .pi) : Quaternion.identity }
    labels.set(
      Boxes3DLabel(
        entries: boxes.enumerated().map { i, b in
          let c = inverse * b.center
          let (own, turn) = (turns[i], inverse.rotation * turns[i])
          return .init(
            instance: UInt32(i + 1), size: [b.size.x, b.size.y, b.size.z],
            center: [b.center.x, b.center.y, b.center.z], rotation: [own.w, own.x, own.y, own.z],
            cameraCenter: [c.x, c.y, c.z], cameraRotation: [turn.w, turn.x, turn.y, turn.z], corners: [])
        }))
    labels.set(
      MotionLabel(
        entries: things.enumerated().map { i, t in
          .init(
            instance: UInt32(i + 1), velocity: [t.velocity.x, t.velocity.y, t.velocity.z], yawRate: t.yawRate)
        }))
    labels.set(
      StatesLabel(
        entries: things.enumerated().map { i, t in
          .init(
            instance: UInt32(i + 1), openness: t.openness, power: t.power, posture: t.attributes["posture"])
        }))
    labels.set(
      LanesLabel(
        carrier: "1/0/-1", route: ["1/0/-1", "2/0/-1"],
        entries: things.enumerated().compactMap { i, t in
          t.lane.map { .init(instance: UInt32(i + 1), lane: $0.name, place: $0.place) }
        }))
    guard !isStreet else { return }
    labels.set(
      SceneGraphLabel(
        surfaces: [],
        things: things.enumerated().map { .init(instance: UInt32($0 + 1), category: $1.category, room: 1) },
        relations: things.enumerated().compactMap { i, t in
          t.on.map { .init(subject: UInt32(i + 1), relation: "on", object: UInt32($0 + 1)) }
        }, adjacencies: []))
  }

  /// Any number of different scenes; sizes and places are what chance gives.
  package static func random(_ number: Int, isStreet: Bool = false) -> PaintedScene {
    var stream = RandomStream(seed: 77).child("painted").child(number)
    let indoor = [
      "dining_chair", "dining_chair", "armchair", "coffee_table", "book", "mug", "table_lamp", "wardrobe",
      "picture", "vase", "desk", "stool",
    ]
    let street = [
      "car", "car", "van", "bus", "person", "tree", "bicycle", "traffic_light", "traffic_sign", "object",
    ]
    let colours: [SIMD3<UInt8>] = [
      SIMD3(200, 20, 20), SIMD3(250, 250, 250), SIMD3(20, 20, 20), SIMD3(30, 60, 200), SIMD3(30, 150, 50),
      SIMD3(120, 120, 120), SIMD3(230, 200, 150),
    ]
    var things: [Thing] = []
    for _ in 0..<stream.integer(in: 5..<13) {
      let far = stream.uniform(2, isStreet ? 40 : 7)
      var thing = Thing(
        stream.choose(isStreet ? street : indoor) ?? "book", stream.choose(colours) ?? SIMD3(0, 0, 0),
        at: Vector3(far, stream.uniform(-0.7, 0.7) * far, stream.uniform(0.1, 1.8)),
        size: Vector3(stream.uniform(0.2, 1), stream.uniform(0.2, 1), stream.uniform(0.2, 1)))
      if isStreet { thing.size = thing.size * 2 }
      if stream.bool(probability: 0.3), !things.isEmpty {
        let base = stream.integer(in: 0..<things.count)
        thing.on = base
        thing.center.x = things[base].center.x
        thing.center.y = things[base].center.y
        thing.center.z = things[base].center.z + (things[base].size.z + thing.size.z) / 2
      }
      switch thing.category {
      case "wardrobe": thing.openness = stream.choose([0, 0.005, 0.1, 0.4, 1])
      case "table_lamp": thing.power = stream.choose(["on", "off"])
      case "traffic_light":
        thing.isTurned = stream.bool(probability: 0.8)
        let state = stream.choose(["red", "green"]) ?? "red"
        thing.attributes["state"] = state
        thing.materials = [(name: "lamp_\(state)_lit", share: 0.1)]
      case "object":
        thing.isTurned = stream.bool(probability: 0.9)
        (thing.asset, thing.attributes["text"]) = ("shop_sign", stream.choose(["Bakery", "Books", "茶"]))
      case "traffic_sign":
        thing.isTurned = stream.bool(probability: 0.8)
        thing.asset = stream.choose(["traffic_sign_stop", "traffic_sign_speed_limit_30"]) ?? ""
      case "person": thing.attributes["state"] = stream.choose(["standing", "walking"])
      default: break
      }
      if isStreet, ["car", "van", "bus", "person", "bicycle"].contains(thing.category) {
        thing.velocity = Vector3(stream.choose([0, 0, -8, 5, 0.4]) ?? 0, stream.choose([0, 1, -3]) ?? 0, 0)
      }
      if isStreet, ["car", "van", "bus"].contains(thing.category) {
        let lanes: [(name: String, place: LanesLabel.Place)] = [
          ("1/0/-1", .own), ("2/0/-1", .own), ("1/0/-2", .beside), ("1/0/1", .oncoming), ("7/0/3", .parking),
        ]
        thing.lane = stream.choose(lanes)
        thing.isTurned = thing.lane?.place == .oncoming
        let brakes = thing.velocity.x <= 0
        thing.attributes["lamps"] = brakes ? "day+brake" : "day"
        thing.materials = [
          (name: brakes ? "lamp_brake_lit" : "lamp_brake", share: 0.05), (name: "lamp_day_lit", share: 0.05),
        ]
        thing.yawRate = stream.choose([0, 0.01, 0.08, 0.2, -0.4]) ?? 0
      }
      if !isStreet {
        thing.attributes["room_kind"] = "living_room"
        let share = stream.choose([0.03, 0.5, 0.8, 1]) ?? 1
        thing.materials = [
          (name: stream.choose(["oak_c49a6a", "metal_brass", "glass_x"]) ?? "", share: share)
        ]
      }
      things.append(thing)
    }
    return PaintedScene(things, isStreet: isStreet)
  }
}
