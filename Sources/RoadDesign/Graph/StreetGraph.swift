import VectorMath

/// A plan of streets before their lanes: places where streets meet or end, and the streets between them.
struct StreetGraph {
  struct Node {
    /// Metres.
    var position: Vector2
    var z = 0.0
    var rule = RightOfWay.unmarked
    /// Of the kerbs' corners, metres.
    var kerbRadius = 8.0
    /// Share of its arms that have crosswalks: 0, or all of them for 1; picked by those who plan.
    var hasCrosswalks = false
    /// The one street that comes here ends in a circle; otherwise it leads out of the map.
    var isClosed = false
  }

  struct Edge {
    var from: Int
    var to: Int
    /// Corners of the street's axis between its nodes, from one to the other.
    var through: [Vector2] = []
    /// Of its bends, metres.
    var radius = 60.0
    var profile: StreetProfile
    /// Has priority over minor streets.
    var isMajor = true
    /// Turning lanes before junctions of three or more.
    var hasTurnLanes = false
    /// Heights on the way, by the share of the street's length; hills and dips between its nodes.
    var hills: [(share: Double, z: Double)] = []
    /// Tangent of the tilt in the tightest bend; nil = a crown along the whole street.
    var banking: Double?
    var name = ""
  }

  var nodes: [Node] = []
  var edges: [Edge] = []

  mutating func node(_ position: Vector2, z: Double = 0) -> Int {
    nodes.append(Node(position: position, z: z))
    return nodes.count - 1
  }

  /// Edges at each node.
  var incidence: [[Int]] {
    var result = [[Int]](repeating: [], count: nodes.count)
    for (i, edge) in edges.enumerated() {
      result[edge.from].append(i)
      result[edge.to].append(i)
    }
    return result
  }
}
