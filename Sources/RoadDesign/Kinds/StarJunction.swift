import RandomStreams
import RoadNetwork
import VectorMath

/// Streets that meet in one place and lead to the edges of the map.
struct StarJunction {
  struct Street {
    /// Away from the junction, radians.
    var direction: Double
    var length: Double
    var profile: StreetProfile
    var isMajor: Bool
    var z = 0.0
    /// Sideways shift of the far end, so that the street bends, metres.
    var sway = 0.0
  }

  var streets: [Street]
  var rule: RightOfWay
  var kerbRadius: Double
  var hasCrosswalks: Bool
  var hasTurnLanes: Bool

  func map() -> RoadMap {
    var graph = StreetGraph()
    let centre = graph.node(.zero)
    graph.nodes[centre].rule = rule
    graph.nodes[centre].kerbRadius = kerbRadius
    graph.nodes[centre].hasCrosswalks = hasCrosswalks
    for street in streets {
      let axis = PlanPose(.zero, heading: street.direction)
      let far = graph.node(axis.moved(ahead: street.length, left: street.sway).point, z: street.z)
      let through = street.sway == 0 ? [] : [axis.moved(ahead: street.length * 0.55).point]
      graph.edges.append(
        .init(
          from: far, to: centre, through: through, radius: 150, profile: street.profile,
          isMajor: street.isMajor, hasTurnLanes: hasTurnLanes && street.isMajor))
    }
    var draft = NetworkDraft()
    graph.build(into: &draft)
    return draft.finish(name: "")
  }
}
