import RandomStreams

/// Which part of a dataset a sample belongs to, so that what is held out was never seen.
///
/// A part depends on what the sample is made of and on the salt, never on other samples: new templates and values move
/// none of the old.
package struct DatasetSplit: Sendable {
  package enum Unit: String, Sendable, CaseIterable {
    /// Samples of one sentence template stay together: the default.
    case template
    /// Samples with one value of the slot stay together.
    case value
    /// Samples of one template with one value of the slot stay together: both are seen, but not together.
    case combination
    /// Each sample by itself; the templates leak.
    case sample
  }

  package var unit: Unit
  /// The variable, for `value` and `combination`.
  package var variable: String?
  /// Names and shares.
  package var parts: [(name: String, share: Double)]
  package var salt: UInt64

  package init(
    unit: Unit = .template, variable: String? = nil,
    parts: [(name: String, share: Double)] = [("train", 0.8), ("validation", 0.1), ("test", 0.1)],
    salt: UInt64 = 0
  ) {
    self.unit = unit
    self.variable = variable
    self.parts = parts
    self.salt = salt
  }

  /// The part of a sample, by number; `nil` where it has no value of the variable, so that no part of it is decided.
  package func part(of sample: RealisedSample, index: Int, in space: DerivationSpace) -> Int? {
    guard let text = sample.spoken.first else { return nil }
    let template = space.templates[Int(text.template)].name
    let key: String
    switch unit {
    case .sample: key = "\(index)"
    case .template: key = template
    case .value, .combination:
      guard let value = self.value(in: text, space) else { return nil }
      key = unit == .value ? value : template + "\u{0}" + value
    }
    return part(ofKey: key)
  }

  /// The part of all that has a key, by number.
  package func part(ofKey key: String) -> Int? {
    var state = salt
    for byte in key.utf8 { state = KeyedPermutation.hash(state ^ UInt64(byte), 0xBB67_AE85_84CA_A73B) }
    var left = Double(state >> 11) * 0x1p-53 * parts.reduce(0) { $0 + $1.share }
    for (number, part) in parts.enumerated() {
      if left < part.share { return number }
      left -= part.share
    }
    return parts.isEmpty ? nil : parts.count - 1
  }

  private func value(in text: RealisedText, _ space: DerivationSpace) -> String? {
    for span in text.spans where span.value >= 0 {
      let use = space.uses[Int(span.use)]
      if use.variable >= 0, space.variables[Int(use.variable)] == variable {
        return space.values[Int(span.value)].canonical
      }
    }
    return nil
  }
}

/// Finds what stands in two parts of a split.
package struct LeakageGate: Sendable {
  /// What leaks: how often, and examples.
  package struct Leak: Sendable {
    package var kind: String
    package var count: Int
    /// At most five.
    package var examples: [String]
  }

  private var sentences: [String: Set<Int>] = [:]
  private var skeletons: [String: Set<Int>] = [:]
  private var values: [String: Set<Int>] = [:]
  private let exclusive: String?

  /// - Parameter exclusive: the variable whose values must not stand in two parts.
  package init(exclusive: String? = nil) { self.exclusive = exclusive }

  /// Takes a text that stands in a part.
  package mutating func add(_ text: RealisedText, part: Int, in space: DerivationSpace) {
    sentences[text.string, default: []].insert(part)
    skeletons[Self.skeleton(of: text, space), default: []].insert(part)
    guard let exclusive else { return }
    for span in text.spans where span.value >= 0 {
      let use = space.uses[Int(span.use)]
      guard use.variable >= 0, space.variables[Int(use.variable)] == exclusive else { continue }
      values[space.values[Int(span.value)].canonical, default: []].insert(part)
    }
  }

  /// The text with labels in place of what they label, letters small: what a model could learn by heart.
  package static func skeleton(of text: RealisedText, _ space: DerivationSpace) -> String {
    var out: [UInt8] = []
    var position = 0
    for span in text.spans where span.depth == 0 && Int(span.byteStart) >= position {
      out += text.bytes[position..<Int(span.byteStart)]
      out += "{\(space.labels[Int(space.uses[Int(span.use)].label)])}".utf8
      position = Int(span.byteEnd)
    }
    out += text.bytes[position...]
    return String(decoding: out, as: UTF8.self).lowercased()
  }

  /// What was found in more than one part: texts, skeletons, exclusive values.
  package var leaks: [Leak] {
    [("text", sentences), ("delexicalised text", skeletons), ("exclusive value", values)].compactMap {
      kind, found in
      let leaking = found.filter { $0.value.count > 1 }.keys.sorted()
      return leaking.isEmpty
        ? nil : Leak(kind: kind, count: leaking.count, examples: Array(leaking.prefix(5)))
    }
  }
}
