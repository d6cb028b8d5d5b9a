import Conversations
import JSON
import Testing

/// Lines of a family.
func records(_ family: any ConversationFamily, _ count: Int, seed: UInt64 = 1) throws -> [JSONValue] {
  let series = try #require(ConversationSeries(families: [family], tongues: Tongue.allCases, seed: seed))
  return try (0..<count).map { try #require(series.record(at: $0)) }
}

extension JSONValue {
  /// With another value at a place: members by name, items by number; the same where there is no such place.
  func setting(_ path: [String], _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard let head = path.first else { return change(self) }
    let rest = Array(path.dropFirst())
    switch self {
    case .object(var members):
      guard let i = members.firstIndex(where: { $0.key == head }) else { return self }
      members[i].value = members[i].value.setting(rest, change)
      return .object(members)
    case .array(var items):
      guard let i = Int(head), items.indices.contains(i) else { return self }
      items[i] = items[i].setting(rest, change)
      return .array(items)
    default: return self
    }
  }

  func at(_ path: String...) -> JSONValue? {
    var value: JSONValue? = self
    for part in path {
      if case .array(let items)? = value, let i = Int(part) {
        value = items.indices.contains(i) ? items[i] : nil
      } else {
        value = value?[part]
      }
    }
    return value
  }
}
