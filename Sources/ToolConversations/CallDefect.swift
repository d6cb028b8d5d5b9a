package import JSON
import RandomStreams

/// What may be wrong with a call: a closed list.
package enum CallDefect: String, Sendable, Hashable, CaseIterable, Codable {
  /// One argument has another value of the right kind.
  case wrongValue = "wrong_value"
  /// Two arguments stand in each other's place.
  case swappedArguments = "swapped_arguments"
  /// A number is written as a text.
  case wrongType = "wrong_type"
  case missingArgument = "missing_argument"
  /// An argument that the tool has not.
  case unknownArgument = "unknown_argument"
  /// A value that is not among those that the tool takes.
  case inventedValue = "invented_value"
  case wrongTool = "wrong_tool"

  /// How much worse than the right call, 0 … 1.
  package var severity: Double {
    switch self {
    case .unknownArgument: 0.4
    case .wrongType: 0.5
    case .missingArgument, .inventedValue: 0.7
    case .wrongValue, .swappedArguments: 0.9
    case .wrongTool: 1
    }
  }

  /// The arguments of a call, spoiled; `nil` where there is no place for the defect.
  static func spoiled(_ arguments: JSONValue, with defect: CallDefect, _ stream: inout RandomStream)
    -> JSONValue?
  {
    guard case .object(var members) = arguments else { return nil }
    let numbers = members.indices.filter { if case .string = members[$0].value { false } else { true } }
    switch defect {
    case .wrongValue:
      guard let i = stream.choose(Array(members.indices)), let other = another(members[i].value, &stream)
      else { return nil }
      members[i].value = other
    case .swappedArguments:
      let pairs = members.indices.flatMap { i in members.indices.filter { $0 > i }.map { (i, $0) } }
        .filter { i, j in
          members[i].value.sameKind(as: members[j].value) && members[i].value != members[j].value
        }
      guard let (i, j) = stream.choose(pairs) else { return nil }
      (members[i].value, members[j].value) = (members[j].value, members[i].value)
    case .wrongType:
      guard let i = stream.choose(numbers) else { return nil }
      members[i].value = .string(members[i].value.canonicalText)
    case .missingArgument:
      guard members.count > 1, let i = stream.choose(Array(members.indices)) else { return nil }
      members.remove(at: i)
    case .unknownArgument:
      members.append(.init(["mode", "verbose", "locale"][stream.integer(in: 0...2)], "default"))
    case .inventedValue:
      guard let i = members.firstIndex(where: { ["from", "to", "category"].contains($0.key) }),
        case .string(let text) = members[i].value
      else { return nil }
      members[i].value = .string(text + "_x")
    case .wrongTool: return nil
    }
    return .object(members)
  }

  /// Another value of the same kind that is as plausible.
  private static func another(_ value: JSONValue, _ stream: inout RandomStream) -> JSONValue? {
    switch value {
    case .integer(let number): return .integer(number + [1, 2, 10, 5][stream.integer(in: 0...3)])
    case .number(let number): return .number((number * 10).rounded() / 10 + 1)
    case .string(let text):
      // The last digit, one further: dates, numbers of products, expressions.
      guard let i = text.lastIndex(where: { $0.isASCII && $0.isNumber }), let digit = text[i].wholeNumberValue
      else { return nil }
      return .string(text[..<i] + String((digit + 1) % 10) + text[text.index(after: i)...])
    default: return nil
    }
  }
}

extension JSONValue {
  fileprivate func sameKind(as other: JSONValue) -> Bool {
    switch (self, other) {
    case (.string, .string), (.integer, .integer), (.number, .number): true
    default: false
    }
  }
}
