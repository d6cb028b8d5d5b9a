import JSON

extension Form {
  /// A value that may be written in several shapes, told apart by what YAML it is: a single value, a list, a mapping.
  ///
  ///     labels: all
  ///     labels: [depth, flow]
  ///
  /// - Parameter placeholder: stands for the value after an error.
  package static func byShape(
    scalar: Form<Value>? = nil, list: Form<Value>? = nil, mapping: Form<Value>? = nil,
    placeholder: @escaping @autoclosure () -> Value
  ) -> Form<Value> {
    let shapes = [(scalar, "a single value"), (list, "a list"), (mapping, "a mapping")]
    let offered = shapes.compactMap { form, name in form.map { ($0, name) } }
    return Form(
      read: { node, log in
        let match =
          switch node.content {
          case .list: list
          case .mapping: mapping
          default: scalar
          }
        guard let match else {
          log.add("expected \(offered.map(\.1).joined(separator: " or ")), found \(node.found)", at: node)
          return nil
        }
        return match.read(node, log)
      },
      describe: { builder in ["anyOf": .array(offered.map { $0.0.describe(builder) })] },
      encode: { value in offered.lazy.compactMap { $0.0.encode(value) }.first },
      placeholder: placeholder)
  }

  /// One value or a list of them: `formats: coco` is `formats: [coco]`.
  package static func oneOrMore<Element>(of element: Form<Element>) -> Form<[Element]>
  where Value == [Element] {
    let one = element.map({ .success([$0]) }, back: { $0.count == 1 ? $0.first : nil }, placeholder: [])
    let many = Form<[Element]>.list(of: element, count: 1...Int.max)
    return byShape(scalar: one, list: many, placeholder: [])
  }
}
