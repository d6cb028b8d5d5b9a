/// A way to speak of things: a class, told apart by modifiers.
package struct Description: Sendable, Hashable {
  package enum Modifier: Sendable, Hashable {
    case filter(Filter)
    /// To a thing that its class alone tells apart.
    case relation(Relation, to: String)
    case extreme(Extreme)
  }

  /// A `Concept`.
  package var concept: String
  /// In the order in which they narrow down; a superlative comes last.
  package var modifiers: [Modifier]

  package init(_ concept: String, _ modifiers: [Modifier] = []) {
    self.concept = concept
    self.modifiers = modifiers
  }

  /// The things that it fits.
  package var set: ObjectSet {
    modifiers.reduce(.every(concept)) { rest, modifier in
      switch modifier {
      case .filter(let filter): .filter(filter, of: rest)
      case .relation(let relation, let anchor): .related(relation, to: .every(anchor), of: rest)
      case .extreme(let extreme): .extreme(extreme, of: rest)
      }
    }
  }

  /// It without one of its modifiers.
  package func without(_ index: Int) -> Description {
    var out = self
    out.modifiers.remove(at: index)
    return out
  }

  /// The classes that it names: its own and those of its anchors.
  package var anchors: [String] {
    modifiers.compactMap { if case .relation(_, let anchor) = $0 { anchor } else { nil } }
  }

  /// Its form: what it is made of but for values that may tell it from its twin: which colour, left or right.
  package var shape: String {
    ([concept]
      + modifiers.map { modifier in
        switch modifier {
        case .filter(let filter): "has \(filter.attribute.rawValue)"
        case .relation(let relation, let anchor):
          "\(relation.mirrored == nil ? relation.rawValue : "aside") \(anchor)"
        case .extreme(let extreme): extreme.form
        }
      }).joined(separator: ", ")
  }

  /// It without where it is: sides of things and halves of the picture.
  package var anywhere: Description {
    Description(
      concept,
      modifiers.filter {
        switch $0 {
        case .relation: false
        case .filter(let filter): filter.attribute != .side
        case .extreme: true
        }
      })
  }
}
