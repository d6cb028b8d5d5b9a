import Diagnostics
import RoadNetwork
import Testing

/// Each irregularity is named with the line of the element that is at fault, and with nothing else.
struct NetworkReviewTests {
  private static let end = "<successor elementType=\"road\" elementId=\"b\" contactPoint=\"start\"/>"
  private static let start = "<predecessor elementType=\"road\" elementId=\"a\" contactPoint=\"end\"/>"
  private static func pair(x: Double = 50, back: Bool = true, lanes: String? = nil, more: String = "")
    -> String
  {
    JunctionParsingTests.road("a", link: end) + "\n"
      + JunctionParsingTests.road("b", x: x, link: back ? start : "", lanes: lanes) + more
  }

  /// (what is between the header in line 1 and the end, line, words of the warning)
  static let cases: [(String, Int, String)] = [
    (pair(back: false), 2, "does not return the link"),
    (pair(x: 50.02, lanes: JunctionParsingTests.lane(-1)), 4, "with a gap of 0.02 m"),
    (
      pair(lanes: JunctionParsingTests.lane(-1, "<link><predecessor id=\"-7\"/></link>")), 7,
      "its predecessor -7 is not there"
    ),
    (JunctionParsingTests.road("a", junction: "j"), 2, "which is not in the file"),
    (JunctionParsingTests.road("a", lanes: JunctionParsingTests.lane(-2)), 3, "leave gaps"),
    (JunctionParsingTests.road("a", attributes: "rule=\"left\""), 2, "neither RHT nor LHT"),
    (
      JunctionParsingTests.road("a", lanes: JunctionParsingTests.lane(-1, "<speedy/>")), 4,
      "<speedy> is no element of <lane>"
    ),
    (
      JunctionParsingTests.road("a", lanes: JunctionParsingTests.lane(-1, attributes: "direction=\"up\"")), 4,
      "direction \"up\""
    ),
    (JunctionParsingTests.road("a") + "\n<include file=\"x\"/>", 5, "included files are not read"),
    (
      JunctionParsingTests.road("a") + "\n<controller id=\"c\"><control signalId=\"9\"/></controller>", 5,
      "controls signal \"9\""
    ),
    (
      JunctionParsingTests.road("a") + "\n<junction id=\"j\"><controller id=\"q\"/></junction>", 5,
      "names controller \"q\""
    ),
    (
      JunctionParsingTests.road("a") + "\n<junction id=\"j\" type=\"round\"/>", 5, "type \"round\" is unknown"
    ),
  ]

  @Test(arguments: cases) func irregularitiesAreNamed(body: String, line: Int, words: String) throws {
    let map = try JunctionParsingTests.parse(body)
    let found = map.warnings.filter { $0.message.contains(words) }
    #expect(found.count == 1, "\(words): \(map.warnings)")
    #expect(found.first?.location?.line == line && found.first?.location?.file == "t.xodr", "\(found)")
    #expect(map.warnings.count == 1, "\(map.warnings)")
  }

  @Test func furnitureIsHeldToItsRoad() throws {
    let map = try FurnitureParsingTests.map(
      "<object id=\"o\" type=\"pole\" s=\"170\" t=\"0\"/><object id=\"m\" type=\"none\" s=\"1\" t=\"0\"><markings><marking side=\"top\"/></markings></object>",
      signals: """
        <signal id="s" s="5" t="0" dynamic="no" orientation="x"/><signal id="s" s="6" t="0" dynamic="no" orientation="+"/>
        <signal id="d" s="7" t="0" dynamic="no" orientation="+"><dependency id="nobody"/><validity fromLane="4" toLane="5"/></signal>
        <signalReference id="gone" s="1" t="0" orientation="+"/>
        """)
    let wanted = [
      "stands at s = 170.0", "at side \"top\"", "orientation \"x\"", "signal id \"s\" comes twice",
      "depends on \"nobody\"", "holds for lanes 4 to 5", "names signal \"gone\"",
    ]
    for words in wanted { #expect(map.warnings.contains { $0.message.contains(words) }, "\(words)") }
    #expect(map.warnings.count == wanted.count, "\(map.warnings)")
    #expect(map.warnings.allSatisfy { ($0.location?.line ?? 0) > 1 })
  }
}
