import Annotations
import Geometry
import VectorMath
import WorldModel

/// visual-45: things stand, hang or are held, not in each other nor in the way of doors, and one can walk from room to
/// room between them.
package struct FurnishingIsSound: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-45", name: "furnishing-is-sound",
    summary:
      "Every thing is held by a surface of its room in the end: on it within 1 mm, hung, or held; bodies as full as cupboards do not overlap by more than 3 cm, as far as handles stand out; no leaf sweeps over furniture (of double and balcony doors: as far as they stand open); a walker 0.4 m wide gets from every room to every other when doors are open.",
    unit: "things, pairs and rooms", labels: [FloorPlanLabel.name, SceneGraphLabel.name])

  package init() {}

  /// How near to what holds it a thing is, metres.
  private static let contact = 1e-3
  /// How far the boxes of full bodies may overlap, metres: handles stand out of their fronts, and where two kitchen runs
  /// meet in a corner one reaches before the other.
  private static let slack = 0.03

  /// Classes that fill the box around them.
  static let full: Set<String> = [
    "nightstand", "wardrobe", "dresser", "sideboard", "shoe_cabinet", "display_cabinet", "filing_cabinet",
    "bookshelf", "tv_stand", "kitchen_base_cabinet", "kitchen_wall_cabinet", "refrigerator", "dishwasher",
    "washing_machine", "cabinet", "bathroom_cabinet", "single_bed", "bed", "sofa", "microwave", "oven",
  ]

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[FloorPlanLabel.self], let graph = view[SceneGraphLabel.self] else { return }
    supports(graph, label, view, &finding)
    guard let plan = PlanGeometry(label) else { return }
    overlaps(plan, graph, view, &finding)
    doors(plan, view, &finding)
    ways(plan, view, &finding)
  }

  // MARK: what holds them

  private func supports(
    _ graph: SceneGraphLabel, _ label: FloorPlanLabel, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    let surfaces = Dictionary(graph.surfaces.map { ($0.instance, $0) }, uniquingKeysWith: { a, _ in a })
    let rooms = Dictionary(graph.things.map { ($0.instance, $0.room) }, uniquingKeysWith: { a, _ in a })
    var holds: [UInt32: SceneGraphLabel.Relation] = [:]
    for relation in graph.relations where relation.relation != "inside" {
      finding.expect(
        holds.updateValue(relation, forKey: relation.subject) == nil && rooms[relation.subject] != nil,
        view.about(
          relation.subject, item: relation.relation, found: "a second support, or of what is no thing",
          expected: "one support a thing"))
    }
    let boxes = Dictionary(
      (view[Boxes3DLabel.self]?.entries ?? []).map { ($0.instance, $0) }, uniquingKeysWith: { a, _ in a })
    let symbols = Dictionary(label.furniture.map { ($0.instance, $0) }, uniquingKeysWith: { a, _ in a })
    for thing in graph.things {
      guard let relation = holds[thing.instance] else {
        finding.expect(false, view.about(thing.instance, found: "no support", expected: "one"))
        continue
      }
      let surface = surfaces[relation.object]
      let room = surface?.room ?? rooms[relation.object]
      let kind =
        switch relation.relation {
        case "on": surface == nil || surface?.kind == "floor"
        case "hung_on": surface?.kind == "wall"
        case "hung_from": surface?.kind == "ceiling"
        default: relation.relation == "held_by"
        }
      let isNear =
        relation.relation == "held_by" ? true : (relation.distance ?? .infinity) <= Self.contact
      let isOn = relation.relation != "on" || (relation.distance ?? -1) >= -Self.contact
      finding.expect(
        room == thing.room && kind && isNear && isOn && Self.ends(thing.instance, holds, surfaces),
        view.about(
          thing.instance, item: relation.relation,
          found: "\(relation.relation) \(relation.object), \(relation.distance.map { "\($0) m off" } ?? "")",
          expected: "a surface or thing of room \(thing.room) within \(Self.contact) m"))
      guard relation.relation == "on", let height = relation.height, let gap = relation.distance else {
        continue
      }
      if let box = boxes[thing.instance], let low = Self.low(box) {
        finding.expect(
          abs(low - height - gap) <= 1e-4,
          view.about(
            thing.instance, item: Boxes3DLabel.name, found: "a box down to \(low) m",
            expected: "one down to \(height + gap) m"))
      }
      if let symbol = symbols[thing.instance] {
        finding.expect(
          abs(symbol.low - height - gap) <= 1e-6,
          view.about(
            thing.instance, item: FloorPlanLabel.name, found: "a symbol from \(symbol.low) m",
            expected: "from \(height + gap) m"))
      }
    }
  }

  /// Whether what holds a thing, and what holds that, ends at a surface.
  private static func ends(
    _ thing: UInt32, _ holds: [UInt32: SceneGraphLabel.Relation],
    _ surfaces: [UInt32: SceneGraphLabel.Surface]
  ) -> Bool {
    var at = thing
    for _ in 0...holds.count {
      guard let next = holds[at]?.object else { return false }
      if surfaces[next] != nil { return true }
      at = next
    }
    return false
  }

  /// The foot of a box that stands upright.
  private static func low(_ box: Boxes3DLabel.Entry) -> Double? {
    guard box.size.count == 3, box.center.count == 3, box.rotation.count == 4,
      abs(box.rotation[1]) < 1e-9, abs(box.rotation[2]) < 1e-9
    else { return nil }
    return box.center[2] - box.size[2] / 2
  }

  // MARK: what is in the way

  private func overlaps(
    _ plan: PlanGeometry, _ graph: SceneGraphLabel, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    let bodies = plan.label.furniture.filter { Self.full.contains($0.category) }
    var holder: [UInt32: UInt32] = [:]
    for relation in graph.relations { holder[relation.subject] = relation.object }
    for (i, a) in bodies.enumerated() {
      for b in bodies.dropFirst(i + 1) where a.room == b.room {
        let upright = min(a.high, b.high) - max(a.low, b.low)
        let isHeld = holder[a.instance] == b.instance || holder[b.instance] == a.instance
        let depth = isHeld ? 0 : min(upright, Self.depth(a, b))
        finding.expect(
          depth <= Self.slack,
          view.about(
            a.instance, found: "\(a.category) \(depth) m in \(b.category) \(b.instance)",
            expected: "at most \(Self.slack) m"))
      }
    }
  }

  /// How far two rectangles overlap: the shortest way to part them along an edge of either; negative when apart.
  private static func depth(_ a: FloorPlanLabel.Symbol, _ b: FloorPlanLabel.Symbol) -> Double {
    let rings = [a.footprint.map(PlanGeometry.point), b.footprint.map(PlanGeometry.point)]
    var least = Double.infinity
    for ring in rings {
      for (p, q) in Polygon(ring).edges where p != q {
        let d = normalized(q - p)
        let n = Vector2(-d.y, d.x)
        let spans = rings.map { ring in
          ring.reduce(into: (low: Double.infinity, high: -Double.infinity)) { span, p in
            span = (min(span.low, dot(p, n)), max(span.high, dot(p, n)))
          }
        }
        least = min(least, min(spans[0].high - spans[1].low, spans[1].high - spans[0].low))
      }
    }
    return least
  }

  private func doors(_ plan: PlanGeometry, _ view: ViewLabels, _ finding: inout CheckFinding) {
    for opening in plan.label.openings {
      let floor = plan.wall(of: opening)?.floor ?? 0
      for leaf in opening.leaves {
        // Wide doors need not open all the way.
        let part =
          opening.kind == HomePlan.Opening.Kind.hingedDoor.rawValue ? 1 : max(0, min(1, leaf.opening))
        guard opening.kind != HomePlan.Opening.Kind.window.rawValue,
          let sweep = plan.sweep(of: leaf, until: part)
        else { continue }
        let hit = plan.label.furniture.first { symbol in
          symbol.high > floor + 0.03 && symbol.low < floor + opening.head - 0.02 && symbol.support != "wall"
            && symbol.support != "ceiling"
            && Polygon(symbol.footprint.map(PlanGeometry.point)).clipped(toConvex: sweep).area > 1e-3
        }
        finding.expect(
          hit == nil,
          view.about(
            hit?.instance, item: "opening \(opening.opening)", found: "\(hit?.category ?? "") under its leaf",
            expected: "a clear floor"))
      }
    }
  }

  private func ways(_ plan: PlanGeometry, _ view: ViewLabels, _ finding: inout CheckFinding) {
    let home = plan.plan
    let size = plan.outlines.flatMap(\.points).reduce(into: Box3()) { $0.insert(Vector3($1.x, $1.y, 0)) }.size
    // Larger than any home, it would take too long.
    guard size.x * size.y < 10_000, !home.rooms.isEmpty, home.floors.count <= 20 else { return }
    let reach = HomeReach(plan: home, radius: 0.2, height: 1.8) { floor in
      plan.label.furniture.filter { $0.high > floor + 0.03 && $0.low < floor + 1.8 }.map { symbol in
        let (s, c) = DeterministicMath.sincos(symbol.heading)
        return FloorObstacle(
          center: PlanGeometry.point(symbol.center), axis: Vector2(c, s),
          half: Vector2(symbol.size[0], symbol.size[1]) / 2)
      }
    }
    var reached: Set<Int> = []
    for (grid, part) in zip(reach.grids, reach.isReached) {
      reached.formUnion(part.indices.filter { part[$0] }.map { grid.rooms[$0] })
    }
    // A room that is only reached from outdoors has nothing to do with the others.
    let joined = plan.label.passages.filter { !$0.rooms.contains(0) }.flatMap(\.rooms)
    for room in plan.label.rooms where joined.contains(room.room) {
      finding.expect(
        reached.contains(room.room &- 1),
        view.about(item: "room \(room.room)", found: "no way in", expected: "a way 0.4 m wide"))
    }
  }
}
