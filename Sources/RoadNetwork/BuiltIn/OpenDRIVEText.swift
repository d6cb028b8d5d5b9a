/// Writes the small subset of OpenDRIVE 1.7 that the built-in networks need.
struct OpenDRIVEText {
  struct LaneText {
    var id: Int
    var type: String
    var width: Double
    var mark: String
    var predecessor: Int?
    var successor: Int?

    init(_ id: Int, _ type: String, _ width: Double, mark: String = "none", from: Int? = nil, to: Int? = nil)
    {
      self.id = id
      self.type = type
      self.width = width
      self.mark = mark
      predecessor = from
      successor = to
    }
  }

  /// A geometry by its shape; its start follows from the one before.
  enum Piece {
    case line(Double)
    case arc(Double, curvature: Double)
    case spiral(Double, from: Double, to: Double)
  }

  struct RoadText {
    var id: Int
    var junction: Int?
    var x: Double
    var y: Double
    var heading: Double
    var pieces: [Piece]
    var lanes: [LaneText]
    var predecessor: String?
    var successor: String?
    var kind = "town"
    /// m/s.
    var speed = 13.89
    /// Height records (s, z, slope …) as attributes.
    var elevation: [(s: Double, a: Double, b: Double, c: Double, d: Double)] = []
    var centerMark = "broken"
    /// From station to station, over the carriageway of that half width.
    var crosswalk: (from: Double, to: Double, halfWidth: Double)?
  }

  var text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <OpenDRIVE>
      <header revMajor="1" revMinor="7" name="built in" version="1" vendor="Diorama"/>

    """

  mutating func junction(_ id: Int, connections: [(incoming: Int, connecting: Int, from: Int, to: Int)]) {
    text += "  <junction id=\"\(id)\" name=\"\">\n"
    for (i, c) in connections.enumerated() {
      text += """
            <connection id="\(i)" incomingRoad="\(c.incoming)" connectingRoad="\(c.connecting)" contactPoint="start">
              <laneLink from="\(c.from)" to="\(c.to)"/>
            </connection>

        """
    }
    text += "  </junction>\n"
  }

  mutating func finish() -> String {
    text += "</OpenDRIVE>\n"
    return text
  }

  static func link(road: Int, contact: String) -> String {
    "elementType=\"road\" elementId=\"\(road)\" contactPoint=\"\(contact)\""
  }
  static func link(junction: Int) -> String { "elementType=\"junction\" elementId=\"\(junction)\"" }
}
