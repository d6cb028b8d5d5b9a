import Foundation
import SceneFormats
import Testing
import VectorMath

/// The sun and lamps in scene files: units and directions, by hand.
@Suite struct SceneLightTests {
  private let folder = SmallWorld.folder()

  @Test func lampsOfGLTFAreInCandela() throws {
    let data = Data(try SmallWorld.bytes(SmallWorld.write(GLBFormat.self, in: folder)))
    let end = 20 + (Int(data[12]) | Int(data[13]) << 8 | Int(data[14]) << 16)
    let json = try #require(
      try JSONSerialization.jsonObject(with: data.subdata(in: 20..<end)) as? [String: Any])
    // Beside what materials use, once.
    let used = try #require(json["extensionsUsed"] as? [String])
    #expect(used.filter { $0 == "KHR_lights_punctual" }.count == 1 && Set(used).count == used.count)
    #expect(json["extensionsRequired"] == nil)
    let name = "KHR_lights_punctual"
    func lights(_ value: Any?) -> [[String: Any]] {
      (((value as? [String: Any])?[name]) as? [String: Any])?["lights"] as? [[String: Any]] ?? []
    }
    let all = lights(json["extensions"])
    #expect(all.map { $0["type"] as? String } == ["directional", "spot", "point"])
    #expect(all.map { $0["name"] as? String } == ["sun", "lidded", "lamp"])
    #expect(all[0]["intensity"] as? Double == 50_000 && all[0]["color"] as? [Double] == [1, 0.5, 0.25])
    // 1000 lm/m² of 4 m² to a half space: 4000/π cd on the axis; a ball of ½ m: 2000 · r².
    let panel = try #require(all[1]["intensity"] as? Double)
    let ball = try #require(all[2]["intensity"] as? Double)
    #expect(abs(panel - 4000 / .pi) < 1e-3 && abs(ball - 500) < 1e-3)
    #expect((all[1]["extras"] as? [String: Any])?["instance_id"] as? Int == 300)
    #expect(all[1]["color"] as? [Double] == [0.5, 1, 0.25])
    let spot = try #require(all[1]["spot"] as? [String: Double])
    #expect(spot["innerConeAngle"] == 0 && spot["outerConeAngle"] == Double.pi / 2)
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    func node(_ i: Int) -> [String: Any]? {
      nodes.first { (($0["extensions"] as? [String: Any])?[name] as? [String: Int])?["light"] == i }
    }
    func shine(_ i: Int) throws -> Vector3 {
      let q = try #require(node(i)?["rotation"] as? [Double])
      return Quaternion(w: q[3], x: q[0], y: q[1], z: q[2]) * Vector3(0, 0, -1)
    }
    // From the sun to the ground; from the panel down: (0, 1, 0) × (1, 0, 0).
    #expect(length(try shine(0) - Vector3(-0.6, 0, -0.8)) < 1e-12)
    #expect(length(try shine(1) - Vector3(0, 0, -1)) < 1e-12)
    #expect(node(1)?["translation"] as? [Double] == [1, 2, 3])
    // They hang below the root that turns the world.
    let children = try #require(nodes[0]["children"] as? [Int])
    for i in 0..<3 {
      let at = nodes.firstIndex {
        (($0["extensions"] as? [String: Any])?[name] as? [String: Int])?["light"] == i
      }
      #expect(at.map(children.contains) ?? false)
    }
  }

  @Test func lampsOfUSDAreInNits() throws {
    let text = String(
      decoding: try SmallWorld.bytes(SmallWorld.write(USDFormat.self, in: folder)), as: UTF8.self)
    func block(_ type: String) throws -> Substring {
      let start = try #require(text.range(of: "def \(type) "))
      let end = try #require(text.range(of: "xformOpOrder", range: start.lowerBound..<text.endIndex))
      return text[start.lowerBound..<end.lowerBound]
    }
    func number(_ block: Substring, _ key: String) -> Double? {
      block.split(separator: "\n").first { $0.contains(key + " = ") }?.split(separator: " ").last
        .flatMap { Double($0) }
    }
    let (sun, panel, ball) = (try block("DistantLight"), try block("RectLight"), try block("SphereLight"))
    #expect(number(sun, "inputs:intensity") == 50_000 && sun.contains("bool inputs:normalize = 1"))
    #expect(abs((number(sun, "inputs:angle") ?? 0) - 0.0093 * 180 / .pi) < 1e-5)
    #expect(abs((number(panel, "inputs:intensity") ?? 0) - 1000 / .pi) < 1e-3)
    #expect(number(panel, "inputs:width") == 2 && number(panel, "inputs:height") == 2)
    #expect(panel.contains("int instance_id = 300") && panel.contains("(0.5, 1.0, 0.25)"))
    #expect(abs((number(ball, "inputs:intensity") ?? 0) - 2000 / .pi) < 1e-3)
    #expect(number(ball, "inputs:radius") == 0.5)
    #expect(text.components(separatedBy: "def SphereLight").count == 2)
  }
}
