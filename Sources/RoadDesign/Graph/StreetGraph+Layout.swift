import Geometry
import RoadNetwork
import VectorMath

extension StreetGraph {
  /// A street's end at a node, looking away from it.
  private struct Spoke {
    var edge: Int
    var isStart: Bool
    /// Radians of the street's direction away from the node.
    var direction: Double
    /// Distance of the kerbs from the axis: to the right and to the left of those who leave.
    var right: Double
    var left: Double
    /// Metres from the node to where the junction ends.
    var setback = 0.0
  }

  /// Roads and junctions of the plan, with their signs, lights, lines and crosswalks.
  func build(into draft: inout NetworkDraft) {
    let incidence = incidence
    let axes = edges.map { edge in
      Alignment(
        through: [nodes[edge.from].position] + edge.through + [nodes[edge.to].position], radius: edge.radius,
        margin: 30)
    }
    var spokes = nodes.indices.map { self.spokes($0, incidence[$0], axes) }
    for n in nodes.indices { setBack(&spokes[n], radius: nodes[n].kerbRadius) }
    var roads: [Int: Int] = [:]
    for (i, edge) in edges.enumerated() {
      func setback(_ node: Int, _ isStart: Bool) -> Double {
        spokes[node].first { $0.edge == i && $0.isStart == isStart }?.setback ?? 0
      }
      let (a, b) = (setback(edge.from, true), setback(edge.to, false))
      roads[i] = road(i, axes[i], a, b, incidence, &draft)
    }
    for n in nodes.indices where spokes[n].count > 1 {
      let arms = spokes[n].compactMap { spoke -> Arm? in
        guard let index = roads[spoke.edge] else { return nil }
        let edge = edges[spoke.edge]
        return Arm(
          draft.roads[index], index: index, contact: spoke.isStart ? .start : .end, isMajor: edge.isMajor,
          hasTurnLane: edge.hasTurnLanes)
      }
      let design = JunctionDesign(
        kerbRadius: nodes[n].kerbRadius, kind: edges[spokes[n][0].edge].profile.kind)
      let built = design.build(arms, into: &draft)
      let crosswalks = nodes[n].hasCrosswalks ? Set(arms.indices.filter { hasPavement(arms[$0]) }) : []
      JunctionControl(rule: nodes[n].rule, crosswalks: crosswalks)
        .furnish(arms, junction: built.id, &draft)
    }
    for n in nodes.indices where nodes[n].isClosed && spokes[n].count == 1 {
      let spoke = spokes[n][0]
      guard let road = roads[spoke.edge] else { continue }
      TurningCircle(profile: edges[spoke.edge].profile)
        .close(road, at: spoke.isStart ? .start : .end, &draft)
    }
  }

  private func hasPavement(_ arm: Arm) -> Bool {
    arm.nearSide.contains { $0.type == .sidewalk } && arm.farSide.contains { $0.type == .sidewalk }
  }

  // MARK: Nodes

  /// Counter-clockwise, so that who turns right comes to the next.
  private func spokes(_ node: Int, _ edges: [Int], _ axes: [Alignment]) -> [Spoke] {
    var result: [Spoke] = []
    for i in edges {
      let edge = self.edges[i]
      let profile = edge.profile
      let plain = profile.kerbAtJunction(hasTurnLane: false)
      let wide = profile.kerbAtJunction(hasTurnLane: edge.hasTurnLanes && edges.count > 2)
      for isStart in [true, false] where (isStart ? edge.from : edge.to) == node {
        let direction = isStart ? axes[i].start.heading : axes[i].end.heading + Double.pi
        result.append(
          Spoke(edge: i, isStart: isStart, direction: wrappedAngle(direction), right: plain, left: wide))
      }
    }
    return result.sorted {
      $0.direction != $1.direction ? $0.direction < $1.direction : $0.edge < $1.edge
    }
  }

  /// How far back streets must end so that kerbs find room for their corners.
  private func setBack(_ spokes: inout [Spoke], radius: Double) {
    guard spokes.count > 1 else { return }
    for i in spokes.indices {
      let j = (i + 1) % spokes.count
      var gap = wrappedAngle(spokes[j].direction - spokes[i].direction)
      if gap <= 0 { gap += 2 * Double.pi }
      // Nearly straight on, or turned away: corners need no room.
      guard gap < Double.pi - 0.12 else { continue }
      let (sin, cos) = DeterministicMath.sincos(gap)
      let (a, b) = (spokes[i].left, spokes[j].right)
      let half = DeterministicMath.sincos((Double.pi - gap) / 2)
      let tangent = radius * half.sin / max(0.05, half.cos)
      spokes[i].setback = max(spokes[i].setback, (b + a * cos) / sin + tangent)
      spokes[j].setback = max(spokes[j].setback, (a + b * cos) / sin + tangent)
    }
    // No way through may be shorter than a car's turn: arms without an own need keep away from the middle.
    let least = (spokes.map { max($0.left, $0.right) }.max() ?? 4) + 2
    for i in spokes.indices { spokes[i].setback = max(spokes[i].setback, least) }
  }

  // MARK: Edges

  private func road(
    _ i: Int, _ axis: Alignment, _ a: Double, _ b: Double, _ incidence: [[Int]], _ draft: inout NetworkDraft
  ) -> Int? {
    let edge = edges[i]
    // Where nodes lie too close to one another, the junctions share what there is.
    let least = 4.0
    let scale = min(1, max(0, axis.length - least) / max(1e-6, a + b))
    let alignment = axis.trimmed(from: a * scale, to: axis.length - b * scale)
    guard alignment.length > 1 else { return nil }
    let profile = edge.profile
    func end(_ node: Int) -> StreetEnd? {
      let arms = incidence[node].count
      guard arms > 1 || nodes[node].isClosed else { return nil }
      var end = StreetEnd()
      end.hasTurnLane = edge.hasTurnLanes && arms > 2
      end.isSolid = nodes[node].rule != .unmarked
      end.approach = end.hasTurnLane ? 45 : end.isSolid ? 25 : profile.parking > 0 ? 9 : 12
      if profile.parkingKind == .across { end.approach = 2.5 }
      return end
    }
    let layout = StreetSections(
      profile, length: alignment.length, start: end(edge.from), end: end(edge.to))
    let index = draft.add(alignment, sections: layout.sections)
    draft.edit(index) { road in
      road.name = edge.name
      road.kinds = [RoadKind(start: 0, name: profile.kind, speedLimit: profile.speed)]
      let flat = min(20, road.length / 4)
      road.elevation = heights(edge, road.length, flat: flat)
      let (startRunIn, endRunIn) = (end(edge.from) != nil ? flat : nil, end(edge.to) != nil ? flat : nil)
      if let banking = edge.banking {
        road.superelevation = Banking.followingBends(alignment, full: banking)
        road.lateralShape = Banking.crownOnStraights(
          alignment, left: profile.kerb, right: profile.kerb, startRunIn: startRunIn, endRunIn: endRunIn)
      } else if profile.hasCrown {
        road.lateralShape = Banking.crown(
          left: profile.kerb, right: profile.kerb, length: road.length, startRunIn: startRunIn,
          endRunIn: endRunIn)
      }
      if let last = road.sections.indices.last { road.sections[last].end = road.length }
    }
    ParkingBays(profile, layout).mark(index, &draft)
    return index
  }

  /// Level where the street begins and ends, whatever lies between.
  private func heights(_ edge: Edge, _ length: Double, flat: Double) -> PiecewiseCubic {
    let (a, b) = (nodes[edge.from].z, nodes[edge.to].z)
    guard !edge.hills.isEmpty else { return VerticalProfile.step(from: a, to: b, length: length, flat: flat) }
    var points: [VerticalProfile.Point] = [.init(s: 0, z: a, half: 0), .init(s: 2 * flat, z: a, half: flat)]
    for hill in edge.hills { points.append(.init(s: hill.share * length, z: hill.z, half: 80)) }
    points += [.init(s: length - 2 * flat, z: b, half: flat), .init(s: length, z: b, half: 0)]
    return VerticalProfile.parabolic(points)
  }
}
