import JSON

extension Form {
  /// A list of values of one form.
  ///
  /// - Parameter count: how many; `2...2` for a pair.
  package static func list<Element>(
    of element: Form<Element>, count: ClosedRange<Int> = 0...Int.max
  ) -> Form<[Element]> where Value == [Element] {
    let amount =
      switch (count.lowerBound, count.upperBound) {
      case (0, Int.max): "a list"
      case (let low, Int.max): "a list of at least \(low)"
      case (let low, let high) where low == high: "a list of \(low)"
      case (let low, let high): "a list of \(low) to \(high)"
      }
    return Form<[Element]>(
      read: { node, log in
        guard let items = node.items, count.contains(items.count) else {
          log.add("expected \(amount), found \(node.found)", at: node)
          return nil
        }
        let decoded = items.compactMap { element.read($0, log) }
        guard decoded.count == items.count else { return nil }
        return Decoded(decoded.map(\.value), .array(decoded.map(\.resolved)))
      },
      describe: { builder in
        var members: [JSONValue.Member] = [.init("type", "array"), .init("items", element.describe(builder))]
        if count.lowerBound > 0 { members.append(.init("minItems", .integer(count.lowerBound))) }
        if count.upperBound < .max { members.append(.init("maxItems", .integer(count.upperBound))) }
        return .object(members)
      },
      encode: { values in
        let encoded = values.compactMap(element.encode)
        return encoded.count == values.count ? .array(encoded) : nil
      },
      placeholder: { (0..<count.lowerBound).map { _ in element.placeholder() } }, unit: element.unit)
  }

  /// A mapping whose keys the user chooses, in the order written.
  package static func map<Element>(
    of element: Form<Element>
  ) -> Form<[NamedValue<Element>]> where Value == [NamedValue<Element>] {
    Form<[NamedValue<Element>]>(
      read: { node, log in
        guard let entries = node.entries else {
          log.add("expected a mapping, found \(node.found)", at: node)
          return nil
        }
        let decoded = entries.compactMap { entry in element.read(entry.value, log).map { (entry.key, $0) } }
        guard decoded.count == entries.count else { return nil }
        return Decoded(
          decoded.map { NamedValue(name: $0, value: $1.value) },
          .object(decoded.map { .init($0, $1.resolved) }))
      },
      describe: { builder in ["type": "object", "additionalProperties": element.describe(builder)] },
      encode: { values in
        let encoded = values.compactMap { item in
          element.encode(item.value).map { JSONValue.Member(item.name, $0) }
        }
        return encoded.count == values.count ? .object(encoded) : nil
      },
      placeholder: { [] })
  }
}

/// An entry of a mapping with free keys.
package struct NamedValue<Value> {
  package var name: String
  package var value: Value

  package init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

extension NamedValue: Sendable where Value: Sendable {}
extension NamedValue: Equatable where Value: Equatable {}
extension NamedValue: Hashable where Value: Hashable {}
