import CivilCalendar
import JSON
import VerifiedProblems

/// Solves problems anew from their parameters, by other means than the families: brute force, other formulas, other
/// algorithms. The result is in canonical form; `nil` when the problem has no or more than one answer.
enum SecondSolvers {
  static func solve(_ problem: Problem) -> String? {
    let p = Parameters(problem.parameters)
    switch problem.family {
    case "arithmetic-chain": return ArithmeticSolvers.chain(p)
    case "fraction-sum": return ArithmeticSolvers.fractions(p)
    case "unit-conversion": return ArithmeticSolvers.units(p)
    case "calendar-day": return ArithmeticSolvers.weekday(p)
    case "clock-angle": return ArithmeticSolvers.clock(p)
    case "percentage-change": return ArithmeticSolvers.percentages(p)
    case "linear-system": return ArithmeticSolvers.linear(p)
    case "number-sequence": return ArithmeticSolvers.sequence(p)
    case "common-divisor": return ArithmeticSolvers.divisor(p)
    case "base-conversion": return ArithmeticSolvers.base(p)
    case "set-operation": return LogicSolvers.sets(p)
    case "ordering-puzzle": return LogicSolvers.ordering(p)
    case "knights-and-knaves": return LogicSolvers.knights(p)
    case "zebra-puzzle": return LogicSolvers.zebra(p)
    case "boolean-satisfaction": return LogicSolvers.satisfaction(p)
    case "syllogism": return LogicSolvers.syllogism(p)
    case "shortest-path": return StructureSolvers.path(p)
    case "interval-overlap": return StructureSolvers.intervals(p)
    case "table-lookup": return StructureSolvers.table(p)
    case "string-edit": return StructureSolvers.edits(p)
    case "regex-match": return StructureSolvers.regex(p)
    case "json-path": return StructureSolvers.jsonPath(p)
    case "code-trace": return PythonInterpreter.output(of: p.text("code"))
    case "kinematics": return SceneSolvers.kinematics(p)
    case "scene-geometry": return SceneSolvers.geometry(p)
    default: return nil
    }
  }
}

/// Reading parameters, without traps.
struct Parameters {
  let json: JSONValue
  init(_ json: JSONValue) { self.json = json }

  func int(_ key: String) -> Int { Self.int(json[key]) }
  func text(_ key: String) -> String { if case .string(let s)? = json[key] { s } else { "" } }
  func bool(_ key: String) -> Bool { json[key] == .boolean(true) }
  func list(_ key: String) -> [JSONValue] { Self.list(json[key]) }
  func ints(_ key: String) -> [Int] { list(key).map(Self.int) }
  func table(_ key: String) -> [[Int]] { list(key).map { Self.list($0).map(Self.int) } }
  func texts(_ key: String) -> [String] { list(key).map { if case .string(let s) = $0 { s } else { "" } } }

  static func int(_ value: JSONValue?) -> Int { if case .integer(let i)? = value { i } else { 0 } }
  static func list(_ value: JSONValue?) -> [JSONValue] { if case .array(let a)? = value { a } else { [] } }
  static func text(_ value: JSONValue?) -> String { if case .string(let s)? = value { s } else { "" } }
}
