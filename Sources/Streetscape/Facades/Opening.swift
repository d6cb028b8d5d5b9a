import VectorMath

/// A hole in a wall, in the wall's own metres: what it is framed with and what closes it.
struct Opening: Sendable {
  /// Left, right, bottom and top edge.
  var left: Double
  var right: Double
  var bottom: Double
  var top: Double
  /// How far behind the wall's face its filling lies, metres.
  var reveal: Double
  /// Of the sides of the hole; `nil` = as the wall.
  var revealMaterial: Int?
  var filling: Glazing

  var width: Double { right - left }
  var height: Double { top - bottom }
  var middle: Double { (left + right) / 2 }
}

/// Panes in a frame: a window, a door, a shop front.
struct Glazing: Sendable {
  /// Cuts between panes, fractions of the width, ascending within 0...1.
  var columns: [Double] = []
  /// Cuts between rows of panes, fractions of the height from below.
  var rows: [Double] = []
  /// Width of the frame's outer bars, metres; bars between panes are two thirds of it.
  var bar: Double = 0.07
  /// How far panes lie behind the frame's face, metres.
  var step: Double = 0.035
  var frame: Int
  /// Materials of the rows of panes from below; the last goes for all further rows.
  var panes: [Int]
  /// The part of the pane's texture that the whole opening shows.
  var picture: (low: Vector2, high: Vector2) = (.zero, Vector2(1, 1))
  var part = "window"
}
