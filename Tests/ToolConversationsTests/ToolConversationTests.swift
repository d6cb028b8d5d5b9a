import Conversations
import JSON
import RandomStreams
import Testing
import ToolConversations

@Suite struct ToolConversationTests {
  let family = ToolConversation()

  @Test func everythingFollows() throws {
    var segments: [String: Int] = [:]
    var defects: [String: Int] = [:]
    for record in try records(family, 250) {
      #expect(family.faults(of: record) == [])
      for item in record.at("parameters", "segments")?.asItems ?? [] {
        segments[item.asText ?? "", default: 0] += 1
      }
      for text in record["texts"]?.asItems ?? [] {
        defects[text.at("preference", "defect")?.asText ?? "", default: 0] += 1
      }
    }
    for name in ["single", "parallel", "chain", "follow_up", "clarification", "recovery", "no_tool"] {
      #expect(segments[name, default: 0] >= 10, "\(name)")
    }
    for defect in CallDefect.allCases {
      #expect(defects[defect.rawValue, default: 0] >= 8, "\(defect.rawValue)")
    }
  }

  /// Answers, arguments, ids, replies and the name of the defect: whatever is changed is noticed.
  @Test func changesAreFound() throws {
    var tried = 0
    for record in try records(family, 40, seed: 2) {
      let messages = record.at("texts", "1", "messages")?.asItems ?? []
      guard let call = messages.firstIndex(where: { $0["tool_calls"] != nil }),
        let answer = messages.firstIndex(where: { $0["role"] == "tool" })
      else { continue }
      tried += 1
      let text = ["texts", "1"]
      func found(_ path: [String], _ change: (JSONValue) -> JSONValue) -> Bool {
        let other = record.setting(text + path, change)
        return other != record && !family.faults(of: other).isEmpty
      }
      #expect(
        found(["messages", "\(answer)", "content"]) {
          .string(($0.asText ?? "").replacing("\"", with: "\"x", maxReplacements: 1))
        })
      #expect(found(["messages", "\(answer)", "tool_call_id"]) { _ in "call_none" })
      #expect(found(["messages", "\(call)", "tool_calls", "0", "function", "name"]) { _ in "delete_all" })
      #expect(
        found(["messages", "\(call)", "tool_calls", "0", "function", "arguments"]) { _ in #"{"days": 77777}"#
        })
      #expect(found(["messages", "\(messages.count - 1)"]) { _ in ["role": "user", "content": "and?"] })
      if record.at("texts", "1", "preference") != nil {
        #expect(found(["preference", "defect"]) { $0 == "wrong_tool" ? "wrong_type" : "wrong_tool" })
      }
    }
    #expect(tried > 25)
  }

  /// Floyd and Warshall's way to the same minutes.
  @Test func routesAreFastest() throws {
    var stream = RandomStream(seed: 4)
    for _ in 0..<120 {
      let world = ToolWorld(&stream)
      let n = world.stations.count
      var best = [[Int]](repeating: [Int](repeating: 1 << 20, count: n), count: n)
      for i in 0..<n { best[i][i] = 0 }
      for link in world.links {
        best[link.a][link.b] = min(best[link.a][link.b], link.minutes)
        best[link.b][link.a] = best[link.a][link.b]
      }
      for k in 0..<n {
        for i in 0..<n { for j in 0..<n { best[i][j] = min(best[i][j], best[i][k] + best[k][j]) } }
      }
      for i in 0..<n {
        for j in 0..<n where i != j {
          let asked: JSONValue = [
            "from": .string(world.station(i, .english)), "to": .string(world.station(j, .english)),
          ]
          let answer = ToolCatalog.run("plan_route", asked, world, .english)
          #expect(answer["minutes"] == .integer(best[i][j]))
        }
      }
    }
  }

  /// Published values: a marathon is 26.2 miles, a pound is 453.59237 g, a foot has twelve inches.
  @Test(arguments: [
    (26.2, "mi", "km", "42.1648"), (1, "lb", "g", "453.5924"), (1, "ft", "in", "12"), (2.5, "kg", "jin", "5"),
    (16, "oz", "lb", "1"), (100, "cm", "in", "39.3701"),
  ])
  func unitsAreExact(value: Double, from: String, to: String, expected: String) throws {
    var stream = RandomStream(seed: 1)
    let world = ToolWorld(&stream)
    let result = ToolCatalog.run(
      "convert_units", ["value": .number(value), "from": .string(from), "to": .string(to)], world, .english)
    #expect(result["value"]?.canonicalText == expected)
    let mixed = ToolCatalog.run("convert_units", ["value": 1, "from": "km", "to": "kg"], world, .english)
    #expect(mixed["error"] != nil)
  }

  @Test(arguments: [
    ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("7 - 2 - 1", "4"), ("2 * (3 + (4 - 1))", "12"),
  ])
  func sums(text: String, value: String) throws {
    var stream = RandomStream(seed: 1)
    let world = ToolWorld(&stream)
    #expect(
      ToolCatalog.run("calculate", ["expression": .string(text)], world, .english)["result"]?.canonicalText
        == value)
    for wrong in ["", "2 +", "(2", "a", "9999999999 * 9999999999"] {
      #expect(ToolCatalog.run("calculate", ["expression": .string(wrong)], world, .english)["error"] != nil)
    }
  }
}
