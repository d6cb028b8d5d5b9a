/// A value that chance decided, with the path of the stream that decided it.
package struct DrawnValue: Sendable, Hashable, Codable {
  /// E.g. `sample/42/world/traffic/speed`.
  package var path: String
  package var value: Value

  package enum Value: Sendable, Hashable {
    case number(Double)
    case text(String)
  }

  package init(path: String, value: Value) {
    self.path = path
    self.value = value
  }
}

extension DrawnValue.Value: Codable {
  package init(from decoder: any Decoder) throws {
    let c = try decoder.singleValueContainer()
    if let d = try? c.decode(Double.self) {
      self = .number(d)
    } else {
      self = .text(try c.decode(String.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var c = encoder.singleValueContainer()
    switch self {
    case .number(let d): try c.encode(d)
    case .text(let s): try c.encode(s)
    }
  }
}
