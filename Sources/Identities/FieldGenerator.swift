package import RandomStreams

/// Who or what bears an identifier.
package enum Holder: Sendable, Hashable {
  case person(Person)
  case organisation(Organisation)
  case vehicle(Vehicle)

  package var locale: IdentityLocale {
    switch self {
    case .person(let p): p.locale
    case .organisation(let o): o.address.locale
    case .vehicle(let v): v.locale
    }
  }

  package var place: Place {
    switch self {
    case .person(let p): p.residence.place
    case .organisation(let o): o.address.place
    case .vehicle(let v): v.place
    }
  }

  package var person: Person? { if case .person(let p) = self { p } else { nil } }
  package var organisation: Organisation? { if case .organisation(let o) = self { o } else { nil } }
  package var vehicle: Vehicle? { if case .vehicle(let v) = self { v } else { nil } }
}

/// What a generator may use for one value.
package struct FieldDraw: Sendable {
  package var policy: RangePolicy
  /// Below the generator's capacity; differs from holder to holder of a population.
  package var serial: UInt64
  /// The stream of this field of this holder.
  package var stream: RandomStream

  /// The lowest digits of the serial, `count` of them, which are taken off it.
  mutating func serialDigits(_ count: Int) -> String {
    let text = String(serial % Self.power(count))
    serial /= Self.power(count)
    return String(repeating: "0", count: count - text.utf8.count) + text
  }

  /// `count` random digits.
  mutating func digits(_ count: Int) -> String {
    var out = ""
    for _ in 0..<count { out += String(stream.integer(in: 0...9)) }
    return out
  }

  private static func power(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}

/// Makes one kind of identifier. A new one is a file in `Fields` and a line in `FieldCatalog`.
package protocol FieldGenerator: Sendable {
  var kind: FieldKind { get }
  /// What holds of its values under `RangePolicy.reserved`.
  var guarantee: Guarantee { get }

  /// How many holders get distinct values; `nil` where values may repeat by their nature, or are too few.
  /// - Parameter population: how many holders there are.
  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64?

  /// The value in normal form; `nil` when such a holder has none.
  func value(for holder: Holder, _ draw: inout FieldDraw) -> String?
}

extension FieldGenerator {
  package var guarantee: Guarantee { .unassigned }
  package func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { nil }
}
