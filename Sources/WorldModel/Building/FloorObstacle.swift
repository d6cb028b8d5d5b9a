package import Geometry
package import VectorMath

/// What stands in the way of whoever moves over a floor: a rectangle of the floor, world frame, metres.
package struct FloorObstacle: Sendable, Hashable {
  package var center: Vector2
  /// Unit, along the rectangle.
  package var axis: Vector2
  /// Half extents along `axis` and to the left of it.
  package var half: Vector2

  package init(center: Vector2, axis: Vector2 = Vector2(1, 0), half: Vector2) {
    self.center = center
    self.axis = axis
    self.half = half
  }

  /// The shadow of a box that stands upright; of one that leans, the rectangle along x and y around it.
  package init(_ box: OrientedBox) {
    let m = box.rotation.matrix
    let axes = [m.x, m.y, m.z]
    let sizes = [box.halfSize.x, box.halfSize.y, box.halfSize.z]
    if let up = axes.indices.first(where: { axes[$0].z.magnitude > 0.999 }) {
      let (a, b) = ((up + 1) % 3, (up + 2) % 3)
      self.init(
        center: Vector2(box.center.x, box.center.y), axis: normalized(Vector2(axes[a].x, axes[a].y)),
        half: Vector2(sizes[a], sizes[b]))
    } else {
      let bounds = box.bounds
      self.init(
        center: Vector2(bounds.center.x, bounds.center.y), half: Vector2(bounds.size.x, bounds.size.y) / 2)
    }
  }

  /// Metres from a point; 0 inside.
  package func distance(to p: Vector2) -> Double {
    let d = p - center
    let x = max(0, dot(d, axis).magnitude - half.x)
    let y = max(0, cross(axis, d).magnitude - half.y)
    return (x * x + y * y).squareRoot()
  }

  /// Half extents of the rectangle along x and y around it.
  var reach: Vector2 {
    Vector2(
      axis.x.magnitude * half.x + axis.y.magnitude * half.y,
      axis.y.magnitude * half.x + axis.x.magnitude * half.y)
  }
}

extension World {
  /// What stands between two heights in a home at a time: things and their parts, leaves of doors and cloth as they are.
  package func floorObstacles(between low: Double, and high: Double, at time: Double) -> [FloorObstacle] {
    var out: [FloorObstacle] = []
    for entity in entities {
      let isThing = entity.attributes.contains { $0.name == "supported_by" }
      let isLeaf = entity.nativeClass.name == "door"
      guard isThing || isLeaf || entity.nativeClass.name == "curtain" else { continue }
      let asset = entity.asset
      let poses = entity.articulation?.articulation(of: asset, at: time).poses ?? asset.restPoses
      let nodes = asset.objectFromNodes(poses)
      let pose = entity.track.pose(at: time)
      var boxes = [Box3](repeating: Box3(), count: nodes.count)
      for piece in asset.pieces where boxes.indices.contains(piece.node) {
        boxes[piece.node].insert(piece.mesh.bounds)
      }
      for node in nodes.indices where !boxes[node].isEmpty {
        // The frame of a door is part of the wall.
        if isLeaf && !asset.fittings.joints.contains(where: { $0.node == node }) { continue }
        let box = OrientedBox(
          center: pose * (nodes[node] * boxes[node].center * entity.scale),
          halfSize: boxes[node].size * (entity.scale.magnitude / 2),
          rotation: (pose.rotation * Quaternion(nodes[node].linear)).normalized)
        let bounds = box.bounds
        guard bounds.max.z > low && bounds.min.z < high else { continue }
        out.append(FloorObstacle(box))
      }
    }
    return out
  }
}

extension HomePlan {
  /// Walls of the storey with that floor without the ways between rooms that are as high as a walker; ways outdoors
  /// count as shut.
  func wallObstacles(on floor: Double, height: Double) -> [FloorObstacle] {
    walls.filter { Self.isLevel($0.floor, floor) }.flatMap { wall -> [FloorObstacle] in
      guard wall.length > 1e-9 else { return [] }
      func piece(_ from: Double, _ to: Double) -> FloorObstacle {
        FloorObstacle(
          center: wall.start + wall.direction * ((from + to) / 2), axis: wall.direction,
          half: Vector2((to - from) / 2, wall.thickness / 2))
      }
      var pieces: [FloorObstacle] = []
      var from = 0.0
      for opening in wall.openings where opening.isWay && !wall.isExterior && opening.head >= height {
        pieces.append(piece(from, opening.offset + Self.lining))
        from = opening.end - Self.lining
      }
      pieces.append(piece(from, wall.length))
      return pieces
    }
  }

  /// The floors of the ways between rooms of the storey with that floor.
  func doorways(on floor: Double, height: Double) -> [FloorObstacle] {
    walls.filter { Self.isLevel($0.floor, floor) }.flatMap { wall in
      wall.openings.filter { $0.isWay && !wall.isExterior && $0.head >= height }.map {
        FloorObstacle(
          center: wall.start + wall.direction * (($0.offset + $0.end) / 2), axis: wall.direction,
          half: Vector2($0.width / 2, wall.thickness / 2 + 1e-6))
      }
    }
  }

  /// How far a door's frame reaches into its opening, metres.
  private static let lining = 0.03
}
