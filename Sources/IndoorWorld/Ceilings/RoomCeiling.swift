import Geometry
package import VectorMath

/// What hangs below the flat ceiling of a room: the border of a tray, or beams. World, metres.
///
/// The flat ceiling stays where the plan has it, at the top of the prism that is the room's layout.
package struct RoomCeiling: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case plain
    /// Lower along the walls than in the middle.
    case tray
    /// From wall to wall.
    case beams
  }

  package var form: Form
  /// How far below the flat ceiling it reaches; 0 for plain ones.
  package var drop: Double
  /// The inner edge of a tray's border, counter-clockwise; empty for others.
  package var inner: [Vector2]
  /// Each beam from above, counter-clockwise; a little into the walls that it ends at.
  package var beams: [[Vector2]]

  package init(form: Form, drop: Double, inner: [Vector2] = [], beams: [[Vector2]] = []) {
    self.form = form
    self.drop = drop
    self.inner = inner
    self.beams = beams
  }

  package static let plain = RoomCeiling(form: .plain, drop: 0)

  /// Whether a place of the plan lies below the flat ceiling itself.
  package func isFlat(over p: Vector2) -> Bool {
    switch form {
    case .plain: true
    case .tray: Polygon(inner).contains(p)
    case .beams: !beams.contains { Polygon($0).contains(p) }
    }
  }
}
