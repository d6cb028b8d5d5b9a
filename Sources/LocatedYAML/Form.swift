package import JSON

/// The form that a value takes in YAML: how it is read and checked, and what editors are told about it. Both come
/// from this one description, so they cannot drift apart.
///
/// Forms are made by the static members of this type (`.number(in:)`, `.text`, `.list(of:)`, `.record(…)`) and given
/// to a `FieldReader`.
package struct Form<Value> {
  /// Reads a value; on an error notes it and returns `nil`.
  package let read: (LocatedNode, ErrorLog) -> Decoded<Value>?
  /// The JSON Schema of the form.
  package let describe: (SchemaBuilder) -> JSONValue
  /// How a value would be written; `nil` where the form does not know.
  package let encode: (Value) -> JSONValue?
  /// A value to carry on with after an error; it is never seen by who asked for the document.
  let placeholder: () -> Value
  /// The unit of numbers, which the schema appends to a field's documentation.
  let unit: String?

  /// A form of one's own.
  package init(
    read: @escaping (LocatedNode, ErrorLog) -> Decoded<Value>?,
    describe: @escaping (SchemaBuilder) -> JSONValue,
    encode: @escaping (Value) -> JSONValue?,
    placeholder: @escaping () -> Value,
    unit: String? = nil
  ) {
    self.read = read
    self.describe = describe
    self.encode = encode
    self.placeholder = placeholder
    self.unit = unit
  }
}

/// A value and the JSON that says the same with every default filled in.
package struct Decoded<Value> {
  package var value: Value
  /// JSON that reads back as `value`.
  package var resolved: JSONValue

  package init(_ value: Value, _ resolved: JSONValue) {
    self.value = value
    self.resolved = resolved
  }
}

extension Decoded: Sendable where Value: Sendable {}

extension Form {
  /// The form's value turned into another type.
  ///
  /// - Parameters:
  ///   - convert: the other value, or an error's text: what was expected instead.
  ///   - back: the inverse, for defaults.
  package func map<Other>(
    _ convert: @escaping (Value) -> Result<Other, FormProblem>, back: @escaping (Other) -> Value?,
    placeholder other: @escaping @autoclosure () -> Other
  ) -> Form<Other> {
    Form<Other>(
      read: { node, log in
        guard let decoded = read(node, log) else { return nil }
        switch convert(decoded.value) {
        case .success(let value): return Decoded<Other>(value, decoded.resolved)
        case .failure(let problem):
          log.add(problem.message, at: node, remedy: problem.remedy)
          return nil
        }
      },
      describe: describe,
      encode: { back($0).flatMap(encode) },
      placeholder: other, unit: unit)
  }

  /// The same form with a further condition, which the schema does not know.
  ///
  /// - Parameter problem: what is wrong with a value; `nil` when nothing is.
  package func checked(_ problem: @escaping (Value) -> String?) -> Form<Value> {
    map(
      { value in problem(value).map { .failure(FormProblem($0)) } ?? .success(value) }, back: { $0 },
      placeholder: placeholder())
  }

  /// The value together with its place, for errors that only show later (a missing file, an unknown name).
  package var located: Form<Located<Value>> {
    Form<Located<Value>>(
      read: { node, log in
        read(node, log).map { Decoded<Located<Value>>(Located(value: $0.value, node: node), $0.resolved) }
      },
      describe: describe,
      encode: { encode($0.value) },
      placeholder: { Located(value: placeholder(), node: nil) }, unit: unit)
  }
}

/// Why a value does not fit its form.
package struct FormProblem: Error {
  /// What was expected, or what is wrong.
  package var message: String
  package var remedy: String?

  package init(_ message: String, remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
  }
}
