extension Entity {
  /// The value of an attribute.
  package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Index of the room that it stands in or bounds, by its attribute `room`: a number, or (parts of the building) a name
  /// that ends in one, such as `bedroom_2`.
  package var room: Int? {
    guard let text = attribute("room"), let number = text.split(separator: "_").last else { return nil }
    return Int(number)
  }

  /// What holds it: `floor`, `wall`, `ceiling` or the id of another entity; `nil` for what is part of the building or
  /// stands outdoors.
  package var supportedBy: String? { attribute("supported_by") }
}
