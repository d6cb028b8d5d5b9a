/// One element of a kitchen run: what it is and how much of the wall it takes.
package struct KitchenModule: Sendable, Hashable {
  /// What stands there.
  package enum Kind: Sendable, Hashable {
    /// Drawers, one above the other.
    case drawers(Int)
    /// Doors before a shelf; a drawer above them.
    case doors(hasDrawer: Bool)
    case openShelf
    /// A cabinet below a sink with its tap.
    case sink
    /// A hob over an oven or over drawers, a hood above.
    case hob(hasOven: Bool)
    case dishwasher
    /// A refrigerator that stands free; no worktop over it.
    case refrigerator
    /// A tall cabinet with an oven at the height of the chest.
    case ovenTower
    /// A tall cabinet with shelves.
    case larder
    /// A cabinet that reaches into the corner of two walls; 0.65 m of it lie behind the other run.
    case corner
    /// A panel that closes a gap.
    case filler
  }

  /// What stands there.
  package var kind: Kind
  /// Metres along the wall.
  package var width: Double

  package init(_ kind: Kind, width: Double) {
    self.kind = kind
    self.width = width
  }

  /// Reaches above the worktop.
  package var isTall: Bool {
    switch kind {
    case .refrigerator, .ovenTower, .larder: true
    default: false
    }
  }
}
