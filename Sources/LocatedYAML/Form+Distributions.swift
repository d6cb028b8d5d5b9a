import JSON
package import RandomStreams

extension Form where Value == Distribution {
  /// A number, or how chance decides it:
  ///
  ///     12
  ///     {uniform: {min: 8, max: 14}}
  ///     {normal: {mean: 12, sd: 2, min: 8, max: 16}}       min and max are optional: the tails are cut exactly
  ///     {lognormal: {median: 12, sigma: 0.4}}              or mu = ln median; min and max as above
  ///     {choice: [8, 12, 14]}
  ///     {weighted: {8: 1, 12: 3}}                          or [{value: 8, weight: 1}, …]
  ///     {sequence: [8, 12, 14]}                            by sample index
  ///     {curve: [[8, 0], [12, 1], [14, 0]]}                a density, linear between its points
  ///     {constant: 12}
  ///
  /// - Parameters:
  ///   - range: what may be drawn: bounded distributions must lie within, open tails are cut at its ends.
  ///   - unit: named in errors and in the schema.
  package static func distribution(
    in range: ClosedRange<Double> = -.infinity ... .infinity, unit: String? = nil
  ) -> Form<Distribution> {
    let limits = Limits(range: range, unit: unit)
    let number = Form<Double>.number(in: range, unit: unit)
    // Made when a distribution is met; most fields hold plain numbers.
    func cases() -> [Case<Distribution>] { distributionCases(number, range) }
    let expected = "\(limits.text("a number")) or a distribution"
    return Form(
      read: { node, log in
        let decoded: Decoded<Distribution>?
        switch node.content {
        case .integer, .number:
          decoded = number.read(node, log).map { Decoded(.constant($0.value), $0.resolved) }
        case .mapping: decoded = readMapping(node, cases(), log)
        case .list(let items):
          let pair = items.compactMap(\.number)
          log.add(
            "expected \(expected), found \(node.found)", at: node,
            remedy: pair.count == 2 && items.count == 2
              ? "write {uniform: {min: \(Limits.text(pair[0])), max: \(Limits.text(pair[1]))}}, or {choice: […]}"
              : "write {choice: […]} for one of them, {sequence: […]} for one after another")
          return nil
        default:
          log.add(
            "expected \(expected), found \(node.found)", at: node,
            remedy: quoteRemedy(node) ?? "write a number, or for instance {uniform: {min: 1, max: 2}}")
          return nil
        }
        guard let decoded else { return nil }
        if let problem = decoded.value.problem {
          log.add(problem, at: node)
          return nil
        }
        return Decoded(decoded.value.limited(to: range), decoded.resolved)
      },
      describe: { builder in
        // Fields of other units share the definition, so it names none.
        let bare = Form<Double>.number(in: range)
        let name =
          range.lowerBound.isFinite || range.upperBound.isFinite
          ? "number-\(Limits.text(range.lowerBound))-\(Limits.text(range.upperBound))" : "number"
        return builder.define(name.replacing("null", with: "any")) {
          [
            "anyOf": .array(
              [bare.describe(builder)] + distributionCases(bare, range).map { $0.schema(builder) })
          ]
        }
      },
      encode: { $0.json },
      placeholder: { .constant(number.placeholder()) }, unit: unit)
  }

  private static func distributionCases(_ number: Form<Double>, _ range: ClosedRange<Double>) -> [Case<
    Distribution
  >] {
    let any = Form<Double>.number()
    let spread = Form<Double>.number(in: 0 ... .infinity)
    let list = Form<[Double]>.list(of: number, count: 1...Int.max)
    let point = Form<[Double]>.list(of: any, count: 2...2)
    func record(_ make: @escaping (FieldReader) -> Distribution) -> Form<Distribution> {
      .fields(named: "", nil, "", make)
    }
    return [
      Case("constant", number, "Always this number.") { .constant($0) },
      Case(
        "uniform",
        record {
          .uniform(
            min: $0.require("min", number, "The least value."),
            max: $0.require("max", number, "The greatest value."))
        }, "Every value between min and max is as likely."
      ) { $0 },
      Case(
        "normal",
        record {
          .normal(
            mean: $0.require("mean", any, "The centre, before tails are cut."),
            sd: $0.require("sd", spread, "The standard deviation, before tails are cut."),
            min: $0.optional("min", number, "Values below are drawn again."),
            max: $0.optional("max", number, "Values above are drawn again."))
        }, "A Gaussian."
      ) { $0 },
      Case(
        "lognormal",
        record { fields in
          let median = fields.optional("median", spread, "Half of the values lie below.")
          let mu = fields.optional("mu", .number(in: -700...700), "ln median, instead of the median.")
          fields.check((median == nil) != (mu == nil), "median", "lognormal needs either median or mu")
          return .logNormal(
            median: median ?? mu.map { Distribution.median(mu: $0) } ?? 1,
            sigma: fields.require("sigma", spread, "The standard deviation of the logarithm."),
            min: fields.optional("min", number, "Values below are drawn again."),
            max: fields.optional("max", number, "Values above are drawn again."))
        }, "e to the power of a Gaussian."
      ) { $0 },
      Case("choice", list, "One of these, each as likely.") { .choice($0) },
      Case(
        "weighted", weighted(number) { Double($0).flatMap { $0.isFinite ? $0 : nil } },
        "One of these, by weight."
      ) {
        .weighted($0)
      },
      Case("sequence", list, "One after another, by sample index, starting over at the end.") {
        .sequence($0)
      },
      Case(
        "curve",
        Form<[[Double]]>.list(of: point, count: 2...Int.max).checked { points in
          points.allSatisfy { range.contains($0[0]) }
            ? nil : "expected values within \(Limits(range: range, unit: nil).text("a range"))"
        }, "A density, linear between [value, density] points."
      ) { .curve($0.map { SIMD2($0[0], $0[1]) }) },
    ]
  }
}

extension Form where Value == TextDistribution {
  /// A text, or how chance decides it: `clear`, `{choice: [clear, rain]}`, `{weighted: {clear: 3, rain: 1}}`,
  /// `{sequence: [clear, rain]}`, `{constant: clear}`.
  ///
  /// - Parameter options: the texts allowed; `nil` = any.
  package static func textDistribution(among options: [String]? = nil) -> Form<TextDistribution> {
    let text = options.map { Form<String>.text(among: $0) } ?? Form<String>.text
    let list = Form<[String]>.list(of: text, count: 1...Int.max)
    let cases = [
      Case("constant", text, "Always this text.") { TextDistribution.constant($0) },
      Case("choice", list, "One of these, each as likely.") { .choice($0) },
      Case("weighted", weighted(text) { $0 }, "One of these, by weight.") { .weighted($0) },
      Case("sequence", list, "One after another, by sample index, starting over at the end.") {
        .sequence($0)
      },
    ]
    return Form(
      read: { node, log in
        guard case .mapping = node.content else {
          return text.read(node, log).map { Decoded(.constant($0.value), $0.resolved) }
        }
        guard let decoded = readMapping(node, cases, log) else { return nil }
        if let problem = decoded.value.problem {
          log.add(problem, at: node)
          return nil
        }
        return decoded
      },
      describe: { builder in ["anyOf": .array([text.describe(builder)] + cases.map { $0.schema(builder) })] },
      encode: { $0.json },
      placeholder: { .constant(text.placeholder()) })
  }
}

/// Values with weights: a mapping from value to weight, or a list of {value, weight}.
private func weighted<Value: Sendable & Hashable>(
  _ form: Form<Value>, _ parse: @escaping (String) -> Value?
) -> Form<[Weighted<Value>]> {
  let weight = Form<Double>.number(in: 0 ... .infinity)
  let pairs = Form<[Weighted<Value>]>.list(
    of: .fields(named: "", nil, "") {
      Weighted($0.require("value", form, "The value."), weight: $0.require("weight", weight, "Its share."))
    }, count: 1...Int.max)
  return Form(
    read: { node, log in
      guard let entries = node.entries else {
        if case .list = node.content { return pairs.read(node, log) }
        log.add("expected a mapping from value to weight, found \(node.found)", at: node)
        return nil
      }
      var values: [Weighted<Value>] = []
      for entry in entries {
        // A key is a value too: it obeys the same form, at its own place.
        guard let parsed = parse(entry.key), let json = form.encode(parsed) else {
          log.add(
            "expected a number as the key, found the text \"\(entry.key)\"", at: entry.keyLocation,
            path: entry.value.path, remedy: nil)
          continue
        }
        var key = LocatedNode(json)
        key.place = entry.keyLocation
        key.path = entry.value.path
        guard let value = form.read(key, log), let weight = weight.read(entry.value, log) else { continue }
        values.append(Weighted(value.value, weight: weight.value))
      }
      guard values.count == entries.count else { return nil }
      return Decoded(values, node.json)
    },
    describe: { builder in
      [
        "anyOf": [
          ["type": "object", "minProperties": 1, "additionalProperties": weight.describe(builder)],
          pairs.describe(builder),
        ]
      ]
    },
    encode: { values in
      .array(
        values.compactMap { item in
          form.encode(item.value).map { ["value": $0, "weight": .number(item.weight)] }
        })
    },
    placeholder: { [] })
}
