package import JSON
package import LocatedYAML

/// How a recipe wants its texts split into train, dev and test.
package struct SplitSettings: YAMLDecodable, Sendable, Hashable {
  package static let summary = "How texts are split into train, dev and test, for formats that part them."

  package var unit: DatasetSplit.Unit
  /// The label or role whose values are held out; for `value` and `combination`.
  package var slot: String?
  /// Of train, dev and test; three numbers that add up to 1.
  package var shares: [Double]
  package var salt: Int

  package init(
    unit: DatasetSplit.Unit = .template, slot: String? = nil, shares: [Double] = [0.8, 0.1, 0.1],
    salt: Int = 0
  ) {
    self.unit = unit
    self.slot = slot
    self.shares = shares
    self.salt = salt
  }

  package init(from fields: FieldReader) {
    unit = fields.read(
      "by", .choice(of: DatasetSplit.Unit.self), default: .template,
      "What stays together: a template, a value, a combination of both, or each sample by itself.")
    slot = fields.optional("slot", .text, "The label or role whose values are held out.")
    shares = fields.read(
      "shares", .list(of: .number(in: 0...1), count: 3...3), default: [0.8, 0.1, 0.1],
      "Shares of train, dev and test.")
    salt = fields.read("salt", .integer(in: 0...(1 << 53)), default: 0, "Another salt is another split.")
    let needsSlot = unit == .value || unit == .combination
    fields.check(
      needsSlot == (slot != nil), "slot",
      needsSlot
        ? "a split by \(unit.rawValue) needs the slot whose values are held out"
        : "a split by \(unit.rawValue) has no slot")
    fields.check(
      abs(shares.reduce(0, +) - 1) < 1e-9 && (shares.first ?? 0) > 0, "shares",
      "shares must add up to 1, and train must have some")
  }

  /// `template`, or a mapping.
  package static var form: Form<SplitSettings> {
    .byShape(
      scalar: Form<DatasetSplit.Unit>.choice(of: DatasetSplit.Unit.self).map(
        { unit in
          unit == .value || unit == .combination
            ? .failure(
              FormProblem("a split by \(unit.rawValue) is a mapping with the slot: {by: value, slot: city}"))
            : .success(SplitSettings(unit: unit))
        }, back: { $0 == SplitSettings(unit: $0.unit) ? $0.unit : nil }, placeholder: SplitSettings()),
      mapping: .record(), placeholder: SplitSettings())
  }

  /// As it stands in a manifest.
  package var json: JSONValue {
    .object(
      [.init("by", .string(unit.rawValue))] + (slot.map { [.init("slot", .string($0))] } ?? [])
        + [.init("shares", .array(shares.map { .number($0) })), .init("salt", .integer(salt))])
  }

  /// From a manifest; `nil` where there is none, or it is damaged.
  package init?(json: JSONValue?) {
    guard case .string(let name)? = json?["by"], let unit = DatasetSplit.Unit(rawValue: name),
      case .array(let items)? = json?["shares"], case .integer(let salt)? = json?["salt"]
    else { return nil }
    var slot: String?
    if case .string(let text)? = json?["slot"] { slot = text }
    var shares: [Double] = []
    for item in items {
      switch item {
      case .number(let share): shares.append(share)
      case .integer(let share): shares.append(Double(share))
      default: return nil
      }
    }
    guard shares.count == 3, shares.allSatisfy({ $0 >= 0 && $0 <= 1 }), salt >= 0 else { return nil }
    self.init(unit: unit, slot: slot, shares: shares, salt: salt)
  }
}
