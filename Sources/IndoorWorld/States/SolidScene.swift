import Furniture
import Geometry
import RoomGeometry
import VectorMath
import WorldModel

/// The solids of a home while its last things find their places: walls, joinery, furniture as it stands open or shut.
final class SolidScene {
  /// What is in the way of something: a thing, by its index in the list of things, or a part of the building.
  enum Owner: Hashable {
    case thing(Int)
    case occupant(Int)
    case building(Int)
  }

  private struct Body {
    var owner: Owner
    var asset: Asset
    var worldFromNodes: [AffineTransform]
    var box: Box3
    var parts: [SolidPart]?
  }

  private var bodies: [Body] = []
  private var cache = SolidPartCache()
  private let walls: [SolidPart]
  /// Sectors in which leaves of doors swing: upright discs around their pins.
  private let swings: [(pin: Vector2, radius: Double, heights: ClosedRange<Double>)]
  let plan: HomePlan
  /// Boxes of the leaves of doors, and of cloth.
  let leaves: [OrientedBox]

  /// - Parameter shell: the entities of the building.
  init(plan: HomePlan, shell: [Entity]) {
    self.plan = plan
    walls = plan.solidWalls
    swings = shell.flatMap {
      LeafSwing.all(of: $0, floors: plan.floors)
    }.map {
      ($0.pin, $0.radius, $0.heights)
    }
    leaves = shell.filter { ["door", "curtain"].contains($0.nativeClass.name) }.flatMap(ViewFinder.leaves)
    for (i, entity) in shell.enumerated() {
      let isSheet = ["floor", "ceiling", "interior_wall", "building", "terrain"].contains(
        entity.nativeClass.name)
      guard !isSheet else { continue }
      let poses = entity.articulation?.articulation(of: entity.asset, at: 0).poses ?? entity.asset.restPoses
      add(.building(i), entity.asset, entity.track.pose(at: 0), poses)
    }
  }

  func add(_ thing: PlacedThing, at index: Int) {
    let asset = thing.thing.asset
    let poses = thing.articulation?.articulation(of: asset, at: 0).poses ?? asset.restPoses
    add(.thing(index), asset, thing.worldFromThing, poses)
  }

  func add(
    _ owner: Owner, _ asset: Asset, _ pose: RigidTransform<WorldSpace, ObjectSpace>, _ poses: [NodePose]
  ) {
    let nodes = asset.objectFromNodes(poses).map { pose.affine * $0 }
    var box = Box3()
    for piece in asset.pieces where piece.skin == nil {
      for corner in piece.mesh.bounds.corners { box.insert(nodes[piece.node] * corner) }
    }
    bodies.append(Body(owner: owner, asset: asset, worldFromNodes: nodes, box: box))
  }

  func remove(_ owner: Owner) { bodies.removeAll { $0.owner == owner } }

  /// The solids of an asset placed so, those of some nodes only where asked.
  func parts(
    of asset: Asset, at pose: RigidTransform<WorldSpace, ObjectSpace>, poses: [NodePose],
    nodes: Set<Int>? = nil
  ) -> [SolidPart] {
    let transforms = asset.objectFromNodes(poses).map { pose.affine * $0 }
    return cache.parts(of: asset).filter { nodes?.contains($0.node) ?? true }.map { part in
      SolidPart(points: part.points.map { transforms[part.node] * $0 }, triangles: part.triangles)
    }
  }

  private func parts(of index: Int) -> [SolidPart] {
    if let known = bodies[index].parts { return known }
    let body = bodies[index]
    let made = cache.parts(of: body.asset).map { part in
      SolidPart(
        points: part.points.map { body.worldFromNodes[part.node] * $0 }, triangles: part.triangles)
    }
    bodies[index].parts = made
    return made
  }

  /// Whether solids keep off everything by `-limit` metres (they may be so deep in it), and off the sectors of doors.
  func isFree(_ parts: [SolidPart], besides owners: Set<Owner>, limit: Double) -> Bool {
    let box = parts.reduce(into: Box3()) { $0.insert($1.box) }
    guard box.min.z >= -limit, isClearOfSwings(box, parts) else { return false }
    func meets(_ others: [SolidPart]) -> Bool {
      others.contains { other in
        other.box.grown(by: -limit / 2).meets(box)
          && parts.contains { part in
            part.box.grown(by: -limit / 2).meets(other.box.grown(by: -limit / 2))
              && (part.deepest(in: other, beyond: limit) != nil
                || other.deepest(in: part, beyond: limit) != nil)
          }
      }
    }
    if meets(walls) { return false }
    for i in bodies.indices where !owners.contains(bodies[i].owner) && bodies[i].box.meets(box) {
      if meets(self.parts(of: i)) { return false }
    }
    return true
  }

  private func isClearOfSwings(_ box: Box3, _ parts: [SolidPart]) -> Bool {
    !swings.contains { swing in
      guard box.min.z < swing.heights.upperBound, box.max.z > swing.heights.lowerBound,
        Self.distance(from: swing.pin, to: box) < swing.radius
      else { return false }
      return parts.contains { part in
        part.points.contains {
          swing.heights.contains($0.z) && length(Vector2($0.x, $0.y) - swing.pin) < swing.radius
        }
      }
    }
  }

  private static func distance(from p: Vector2, to box: Box3) -> Double {
    let x = max(0, max(box.min.x - p.x, p.x - box.max.x))
    let y = max(0, max(box.min.y - p.y, p.y - box.max.y))
    return (x * x + y * y).squareRoot()
  }

  // MARK: points

  /// How deep each of some points is in each solid thing: the deepest of all, by owner, in the order of the bodies; walls
  /// last, as `building(-1)`.
  func depths(of points: [Vector3], beyond limit: Double) -> [(owner: Owner, depth: Double, at: Vector3)] {
    let box = Box3(points)
    var out: [(owner: Owner, depth: Double, at: Vector3)] = []
    func deepest(in parts: [SolidPart]) -> (Double, Vector3)? {
      var best: (Double, Vector3)?
      for part in parts where part.isClosed && part.box.meets(box) {
        let inside = Enclosure(part, for: box.common(with: part.box))
        for p in points {
          let d = part.depth(of: p, beyond: best?.0 ?? limit, inside)
          if d > best?.0 ?? limit { best = (d, p) }
        }
      }
      return best
    }
    for i in bodies.indices where bodies[i].box.meets(box) {
      if let found = deepest(in: parts(of: i)) { out.append((bodies[i].owner, found.0, found.1)) }
    }
    if let found = deepest(in: walls) { out.append((.building(-1), found.0, found.1)) }
    return out
  }

  /// Whether some points lie where leaves of doors swing.
  func isInSwing(_ points: [Vector3]) -> Bool {
    points.contains { p in
      swings.contains {
        $0.heights.contains(p.z) && length(Vector2(p.x, p.y) - $0.pin) < $0.radius
      }
    }
  }
}
