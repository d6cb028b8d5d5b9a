package import Annotations
import Geometry
package import VectorMath
package import WorldModel

/// What is known of a view, from its labels alone, each fact with a margin.
///
/// The labels: `objects`, `boxes2d`, `visibility`, `occlusion`, `boxes3d`, `motion`, `lanes`, `material_shares`, `states`,
/// `scene_graph`, and the rasters `instance` and `albedo`. What is missing leaves facts undecided.
package struct SceneFacts: Sendable {
  package let width: Int
  package let height: Int
  /// Whether left and right mean something: not through lenses that see all around.
  package let hasSides: Bool
  /// Ascending by instance; everything countable that anybody could see.
  package let objects: [SceneObject]
  /// Whether a road is seen: distances are then those of streets.
  package let isStreet: Bool
  package let camera: Vector3
  /// Of the carrier, world frame, m/s; `nil` = not known.
  package let egoVelocity: Vector3?

  /// Classes of all things that the labels know of, seen or not, ascending: what one might ask for in vain.
  package let known: [String]
  /// The room that nearly all of what is clearly seen is in.
  package let roomKind: String?

  /// Where the carrier is and how it stands.
  let carrier: RigidTransform<WorldSpace, RigSpace>

  let colours: ColourShares
  /// Pixels of what stands behind that are hidden by what stands in front.
  let hidden: [SIMD2<UInt32>: Int]
  /// Pixels inside the image of each thing alone.
  let alone: [UInt32: Int]
  let hasGraph: Bool
  private let places: [UInt32: Int]

  package init(_ view: Sample.View, egoVelocity: Vector3?) {
    let labels = view.labels
    (width, height) = (view.camera.width, view.camera.height)
    hasSides = view.camera.period == nil
    camera = view.worldFromCamera.translation
    carrier = view.worldFromCamera * view.rigFromCamera.inverse
    self.egoVelocity = egoVelocity
    colours = ColourShares(labels)
    hasGraph = labels[SceneGraphLabel.self] != nil
    let entries = labels[ObjectsLabel.self]?.entries ?? []
    isStreet = entries.contains { $0.category == "road" }
    var made = Self.seen(entries, labels, area: width * height)
    Self.place(&made, labels, from: camera)
    Self.addStates(&made, labels, entries)
    Self.addSurfaces(&made, labels)
    objects = made
    known = Set(
      entries.filter(\.isThing).map { ClassNames.own(category: $0.category, asset: $0.asset) }
        + (labels[SceneGraphLabel.self]?.things ?? []).map(\.category)
    ).sorted()
    roomKind = Self.room(of: made)
    places = Dictionary(made.enumerated().map { ($1.instance, $0) }) { a, _ in a }
    hidden = Dictionary(
      (labels[OcclusionLabel.self]?.edges ?? []).map { (SIMD2($0.front, $0.behind), $0.pixels) }
    ) { a, _ in a }
    alone = Dictionary((labels[VisibilityLabel.self]?.entries ?? []).map { ($0.instance, $0.amodalPixels) }) {
      a, _ in a
    }
  }

  private static func room(of objects: [SceneObject]) -> String? {
    var pixels: [String: Int] = [:]
    for o in objects where o.isClear {
      if let kind = o.roomKind { pixels[kind, default: 0] += o.pixels }
    }
    let all = pixels.values.reduce(0, +)
    return pixels.keys.sorted().first { 10 * (pixels[$0] ?? 0) >= 9 * all }
  }

  package func index(of instance: UInt32) -> Int? { places[instance] }

  private static func seen(
    _ entries: [ObjectsLabel.Entry], _ labels: LabelSet, area: Int
  ) -> [SceneObject] {
    let boxes = Dictionary((labels[Boxes2DLabel.self]?.entries ?? []).map { ($0.instance, $0.visible) }) {
      a, _ in a
    }
    let visibility = Dictionary((labels[VisibilityLabel.self]?.entries ?? []).map { ($0.instance, $0) }) {
      a, _ in a
    }
    var out: [SceneObject] = []
    for entry in entries where entry.isThing {
      guard let box = boxes[entry.instance] ?? nil, let seen = visibility[entry.instance],
        seen.visiblePixels > FactMargins.imperceptible(area: area)
      else { continue }
      let category = ClassNames.own(category: entry.category, asset: entry.asset)
      let isHeap = ClassNames.isHeap(category: category, asset: entry.asset)
      out.append(
        SceneObject(
          instance: entry.instance, category: category, asset: entry.asset, box: box,
          pixels: seen.visiblePixels, visibleFraction: seen.visibleFraction, truncation: seen.truncation,
          isClear: seen.visiblePixels >= FactMargins.clear(area: area)
            && seen.visibleFraction >= FactMargins.clearFraction && !isHeap,
          isHeap: isHeap))
    }
    return out.sorted { $0.instance < $1.instance }
  }

  private static func place(_ objects: inout [SceneObject], _ labels: LabelSet, from camera: Vector3) {
    let boxes = Dictionary((labels[Boxes3DLabel.self]?.entries ?? []).map { ($0.instance, $0) }) { a, _ in a }
    let motion = Dictionary((labels[MotionLabel.self]?.entries ?? []).map { ($0.instance, $0) }) { a, _ in a }
    for i in objects.indices {
      if let motion = motion[objects[i].instance], motion.velocity.count == 3 {
        let v = motion.velocity
        objects[i].velocity = Vector3(v[0], v[1], v[2])
        objects[i].yawRate = motion.yawRate
      }
      guard let b = boxes[objects[i].instance], b.size.count == 3, b.center.count == 3, b.rotation.count == 4
      else { continue }
      let box = OrientedBox(
        center: Vector3(b.center[0], b.center[1], b.center[2]),
        halfSize: Vector3(b.size[0], b.size[1], b.size[2]) * 0.5,
        rotation: Quaternion(w: b.rotation[0], x: b.rotation[1], y: b.rotation[2], z: b.rotation[3]))
      objects[i].bounds = box
      let way = camera - box.center
      if length(way) > 1e-6 { objects[i].facing = dot(box.rotation * Vector3(1, 0, 0), way) / length(way) }
      objects[i].distance = length(box.center - camera)
      objects[i].nearest = box.distance(to: camera)
      let corners = box.corners
      objects[i].footprint = Polygon.hull(of: corners.map { Vector2($0.x, $0.y) })
      objects[i].low = corners.map(\.z).min() ?? 0
      objects[i].high = corners.map(\.z).max() ?? 0
    }
  }

  private static func addStates(
    _ objects: inout [SceneObject], _ labels: LabelSet, _ entries: [ObjectsLabel.Entry]
  ) {
    let states = Dictionary((labels[StatesLabel.self]?.entries ?? []).map { ($0.instance, $0) }) { a, _ in a }
    let attributes = Dictionary(entries.map { ($0.instance, $0.attributes) }) { a, _ in a }
    let graph = labels[SceneGraphLabel.self]
    let things = Set((graph?.things ?? []).map(\.instance))
    let category = Dictionary(objects.map { ($0.instance, $0.category) }) { a, _ in a }
    var on: [UInt32: UInt32] = [:]
    var inside: [UInt32: UInt32] = [:]
    var heldBy: [UInt32: UInt32] = [:]
    for relation in graph?.relations ?? [] where things.contains(relation.object) {
      if relation.relation == "on" { on[relation.subject] = relation.object }
      if relation.relation == "inside" { inside[relation.subject] = relation.object }
      if relation.relation == "held_by" { heldBy[relation.subject] = relation.object }
    }
    for i in objects.indices {
      let id = objects[i].instance
      objects[i].openness = states[id]?.openness
      objects[i].power = states[id]?.power
      objects[i].posture = states[id]?.posture
      if objects[i].category == "person", objects[i].posture == nil {
        // Of people in the street.
        objects[i].posture = attributes[id]?["state"].flatMap {
          ["standing", "walking"].contains($0) ? $0 : nil
        }
      }
      // Amber is between red and green: whoever is asked does not know.
      if objects[i].category == "traffic_light" {
        objects[i].signal = attributes[id]?["state"].flatMap {
          Attribute.signal.values.contains($0) ? $0 : nil
        }
      }
      objects[i].roomKind = attributes[id]?["room_kind"]
      if objects[i].category == ClassNames.board { objects[i].text = attributes[id]?["text"] }
      objects[i].on = on[id]
      // Nobody says that a blanket is inside a bed, whatever the boxes say.
      objects[i].inside = inside[id].flatMap { holder in
        ClassNames.isLainOn(category[holder] ?? "") ? nil : holder
      }
      objects[i].heldBy = heldBy[id]
    }
  }

  /// The name of the material of mirrors.
  private static let mirror = "mirror"

  /// What is read off things: materials, signs; and the lanes that they are on.
  private static func addSurfaces(_ objects: inout [SceneObject], _ labels: LabelSet) {
    let shares = Dictionary(
      (labels[MaterialSharesLabel.self]?.entries ?? []).map { ($0.instance, $0.shares) }
    ) { a, _ in a }
    let lanes = Dictionary((labels[LanesLabel.self]?.entries ?? []).map { ($0.instance, $0) }) { a, _ in a }
    for i in objects.indices {
      let id = objects[i].instance
      if let shares = shares[id] {
        var pixels: [Substance: Int] = [:]
        for share in shares {
          if let substance = Substance.of(material: share.name) {
            pixels[substance, default: 0] += share.pixels
          }
        }
        objects[i].substances = pixels
        let mirror = shares.reduce(0) { $0 + ($1.name == Self.mirror ? $1.pixels : 0) }
        objects[i].mirrorShare = Double(mirror) / Double(max(1, objects[i].pixels))
        if Self.vehicles.contains(objects[i].category) {
          for share in shares {
            guard let colour = ColourName.paint(share.name) else { continue }
            objects[i].paint = colour
            objects[i].paintShare = Double(share.pixels) / Double(max(1, objects[i].pixels))
          }
        }
      }
      if objects[i].category == "traffic_sign" { objects[i].sign = SignMeaning.of(asset: objects[i].asset) }
      objects[i].lane = lanes[id]?.lane
      objects[i].lanePlace = lanes[id]?.place
    }
  }
}
