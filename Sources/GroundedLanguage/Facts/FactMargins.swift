/// How clear a fact must be before anything is said of it: the one place for the thresholds of grounded language.
///
/// Between a pair of limits a fact is undecided: it is neither asked, nor told, nor used to tell things apart.
package enum FactMargins {
  /// Fewer pixels than this show nothing to anybody. Of `area` pixels of the image.
  package static func imperceptible(area: Int) -> Int { max(3, area * 3 / 100_000) }
  /// As many pixels as this, and as large a share of the thing, show what it is.
  package static func clear(area: Int) -> Int { max(30, area * 8 / 10_000) }
  package static let clearFraction = 0.3
  /// Of the pixels of a thing: as many surely of a colour, at most so many possibly of it.
  package static let colourYes = 0.6
  package static let colourNo = 0.08
  /// Of the pixels of a vehicle, how many must show its paint for its colour to be seen.
  package static let paint = 0.25
  /// Of the pixels of a thing, how many may be a mirror's for its colour to be told.
  package static let mirror = 0.3
  /// Shares of the image's width between the middles of boxes.
  package static let sideYes = 0.05
  package static let sideNo = 0.01
  /// A thing is nearer if it is by this share of its own distance and by so many metres.
  package static let nearerShare = 0.1
  package static let nearerMetres = 0.2
  /// Things with less of them in the image say little about their distance or place.
  package static let truncation = 0.5
  /// Metres between footprints: next to each other, not. In the street these are `streetScale` times as long.
  package static let nextToYes = 0.4
  package static let nextToNo = 1.0
  package static let streetScale = 4.0
  /// Metres: how much a thing above another may sink into it; how far beside it surely is not above it.
  package static let aboveSlack = 0.02
  package static let aboveNo = 0.5
  /// Of the pixels of a thing alone, how many another one hides; and at least so many pixels.
  package static let hidesYes = 0.08
  package static let hidesPixels = 10
  /// Visible fractions: partly hidden, in full view.
  package static let partlyHidden = 0.7
  package static let inFullView = 0.97
  /// Shares of a joint's range.
  package static let open = 0.2
  package static let closed = 0.01
  /// What must be seen of a thing to see whether it is open.
  package static let stateFraction = 0.6
  /// Metres a second.
  package static let moving = 0.8
  package static let still = 0.1
  package static let fasterShare = 0.2
  package static let fasterMetres = 1.0
  /// Metres a second towards the camera.
  package static let approaching = 1.0
  package static let notApproaching = 0.2
  /// A distance is called by a number that it is off by at most this share or so many metres; it surely is not what it is
  /// farther off from. Times likewise, in seconds.
  package static let roundShare = 0.125
  package static let roundUnits = 0.5
  package static let otherShare = 0.3
  package static let otherUnits = 0.8
  /// How far behind its nearest place the middle of a thing may lie where its distance is told: share of it, metres.
  package static let depthShare = 0.25
  package static let depthMetres = 2.5
  /// Of a limit of distance: what is surely nearer, what surely is not.
  package static let rangeYes = 0.9
  package static let rangeNo = 1.1
  /// What is taller is by this share and so many metres, and hardly anything of it lies outside the picture.
  package static let tallerShare = 0.15
  package static let tallerMetres = 0.4
  package static let tallTruncation = 0.05
  /// Radians a second of what turns, and of what goes straight on.
  package static let turning = 0.12
  package static let straight = 0.03
  /// A board can be read where its letters are this high in pixels and there is room for them.
  package static let boardHeight = 14
  package static let boardWidth = 40
  /// A time is below another if it is by this share.
  package static let timeShare = 0.2
  /// Share of the image's width between what is in a half of it and its middle.
  package static let half = 0.01
  /// Of the pixels of a thing: as many of a material, at most so many of it.
  package static let materialYes = 0.75
  package static let materialNo = 0.05
  /// A sign can be read where it is this wide in pixels, this much of it is seen and it faces the camera by this cosine.
  package static let signPixels = 14
  package static let signFraction = 0.9
  package static let signFacing = 0.6
  /// Cosines between two ways: alike (opposite) and not; across each other and not.
  package static let alikeYes = 0.94
  package static let alikeNo = 0.77
  package static let acrossYes = 0.34
  package static let acrossNo = 0.64
  /// The carrier's length, metres forward of its rear axle: what lies in it is beside it, what lies beyond ahead or behind.
  package static let besideYes = 0.0...2.6
  package static let aheadYes = 4.0
  package static let behindYes = -1.5
  /// Metres between the ends of two things of which one is ahead.
  package static let aheadGap = 1.0
  /// Radians that a heading turns by, over a sequence.
  package static let turn = 0.6
  /// What comes nearer does by this share of its distance and so many metres.
  package static let nearingShare = 0.2
  package static let nearingMetres = 3.0
}
