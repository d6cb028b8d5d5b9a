import Diagnostics
import JSON
import LocatedYAML
import Testing

@Suite struct OverrideTests {
  let base = "title: t\ncameras:\n  - {name: front}\n  - {name: rear, width: 64}\nspeed: 3\n"

  func set(_ overrides: String...) throws -> JSONValue { try document(base).setting(overrides).json }

  @Test func replacesAddsAppendsRemoves() throws {
    #expect(try set("speed=9")["speed"] == 9)
    #expect(try set("speed={uniform: {min: 1, max: 2}}")["speed"] == ["uniform": ["min": 1, "max": 2]])
    #expect(try set("world.road.opendrive=a b=c.xodr")["world"] == ["road": ["opendrive": "a b=c.xodr"]])
    #expect(try set("cameras[1].width=128") == set("cameras.1.width=128"))
    #expect(
      try set("cameras[1].width=128")["cameras"] == [["name": "front"], ["name": "rear", "width": 128]])
    #expect(
      try set("cameras[2].name=left")["cameras"] == [
        ["name": "front"], ["name": "rear", "width": 64], ["name": "left"],
      ])
    #expect(try set("speed=null")["speed"] == nil)
    #expect(try set("speed=")["speed"] == nil)
    #expect(try set("cameras[0]=~")["cameras"] == [["name": "rear", "width": 64]])
    #expect(try set("light.colour=#ff8800")["light"] == ["colour": "#ff8800"])
    #expect(try set("speed=1", "speed=2")["speed"] == 2)
    #expect(try set("title=\"007\"")["title"] == "007")
    #expect(try set("light={}")["light"] == [:])
    #expect(try YAMLDocument(text: "", file: "e").setting("a.b.c=1").json == ["a": ["b": ["c": 1]]])
  }

  @Test(arguments: [
    ("speed", ExitReason.usage, "has no ="), ("=3", .usage, "empty key"), ("a..b=3", .usage, "empty key"),
    ("a[0=3", .usage, "without ]"), ("cameras[7].width=3", .badInput, "7 does not index"),
    ("cameras.first=3", .badInput, "first does not index"),
    ("speed.max=3", .badInput, "speed is 3, so it has no max"),
    ("speed=[1,", .badInput, "not valid YAML"), ("speed=.nan", .badInput, "finite"),
    ("cameras[-1]=1", .badInput, "-1"),
    ("cameras[5]=null", .badInput, "5"), ("a: b", .usage, "has no ="),
  ])
  func refuses(text: String, reason: ExitReason, why: String) throws {
    do {
      _ = try document(base).setting(text)
      Issue.record("accepted \(text)")
    } catch {
      #expect(error.reason == reason)
      #expect("\(error)".contains(why), "\(error)")
      #expect("\(error)".contains(text), "the error names the override: \(error)")
    }
  }

  /// The decoder points into the override as it does into a file.
  @Test func errorsPointIntoTheOverride() {
    #expect(
      fault(base, settings: ["cameras[0].width=wide"]) == """
        --set:1:18: error: cameras[0].width: expected a whole number from 16 to 16384 px, found the text "wide"
          cameras[0].width=wide
                           ^
        """)
    #expect(
      fault(base, settings: ["world.tonw.buildings=3"]) == """
        --set:1:1: error: world.tonw: unknown key
          world.tonw.buildings=3
          ^
          help: did you mean town? known keys: town, road, empty
        """)
  }
}
