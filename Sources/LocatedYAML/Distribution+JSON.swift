package import JSON
package import RandomStreams
import VectorMath

extension Distribution {
  /// As a recipe writes it.
  package var json: JSONValue {
    func cut(_ name: String, _ members: [(String, Double?)]) -> JSONValue {
      let members = members.compactMap { key, value in value.map { JSONValue.Member(key, .number($0)) } }
      return .object([.init(name, .object(members))])
    }
    func list(_ values: [Double]) -> JSONValue { .array(values.map { .number($0) }) }
    switch self {
    case .constant(let value): return .number(value)
    case .uniform(let min, let max): return cut("uniform", [("min", min), ("max", max)])
    case .normal(let mean, let sd, let min, let max):
      return cut("normal", [("mean", mean), ("sd", sd), ("min", min), ("max", max)])
    case .logNormal(let median, let sigma, let min, let max):
      return cut("lognormal", [("median", median), ("sigma", sigma), ("min", min), ("max", max)])
    case .choice(let values): return ["choice": list(values)]
    case .weighted(let values):
      return ["weighted": .array(values.map { ["value": .number($0.value), "weight": .number($0.weight)] })]
    case .sequence(let values): return ["sequence": list(values)]
    case .curve(let points): return ["curve": .array(points.map { list([$0.x, $0.y]) })]
    }
  }

  /// The median of a log-normal whose logarithm has mean `mu`.
  static func median(mu: Double) -> Double { DeterministicMath.exp(mu) }
}

extension TextDistribution {
  /// As a recipe writes it.
  package var json: JSONValue {
    func list(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
    switch self {
    case .constant(let text): return .string(text)
    case .choice(let texts): return ["choice": list(texts)]
    case .weighted(let texts):
      return ["weighted": .array(texts.map { ["value": .string($0.value), "weight": .number($0.weight)] })]
    case .sequence(let texts): return ["sequence": list(texts)]
    }
  }
}
