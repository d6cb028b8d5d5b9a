import Assets

/// What a style decides about one building; `StreetBuilding` makes it.
struct FacadeDesign: Sendable {
  enum GroundFloor: Sendable {
    /// Shops side by side, a house door between or beside them.
    case shops(isChinese: Bool)
    /// Windows, a door in one bay.
    case dwelling(doorWidth: Double)
    /// A house door, windows, and a garage at one end.
    case garage
    /// Gates for lorries, a door.
    case hall
    /// Glass from wall to wall.
    case lobby
  }

  struct Window: Sendable {
    /// Metres.
    var width = 1.1
    var height = 1.6
    /// Of the sill over the floor.
    var sill = 0.85
    var reveal = 0.16
    var columns: [Double] = [0.5]
    var rows: [Double] = []
    var bar = 0.07
    var hasSill = true
    /// A band of stone around the opening, metres wide; 0 = none.
    var surround = 0.0
  }

  struct Course: Sendable {
    /// Over the top of this storey: 0 = the ground floor.
    var storey: Int
    var height = 0.18
    /// How far it stands out.
    var out = 0.08
  }

  enum Balcony: Sendable {
    case bars
    case glass
    case wall
    /// Closed with windows, as a bay.
    case enclosed
  }

  enum Roof: Sendable {
    case flat(parapet: Double)
    /// Rise over run.
    case gable(pitch: Double)
    case hip(pitch: Double)
    case mansard
  }

  /// Storeys above the ground floor.
  var storeys: Int
  var groundHeight = 3.6
  var storeyHeight = 3.0
  var wall: Surfacing
  /// Walls of the ground floor.
  var base: Surfacing
  var trim: Surfacing
  var frame: Surfacing
  var roofing: Surfacing
  var door: Surfacing
  /// Panes; `nil` = what is seen through them.
  var glass: Surfacing?
  /// The wanted width of a bay, metres.
  var bay = 2.8
  var window = Window()
  var ground: GroundFloor
  var plinth = 0.45
  var courses: [Course] = []
  var cornice = Course(storey: 0, height: 0.25, out: 0.2)
  var roof: Roof
  /// Every which bay has a balcony; 0 = none.
  var balconyEvery = 0
  var balcony = Balcony.bars
  var balconyDepth = 1.1
  var shutters: Surfacing?
  var litShare = 0.04
  /// Share of windows with the outer half of an air conditioner.
  var airConditioners = 0.0
  /// Share of windows behind bars.
  var cages = 0.0
  var dormers = false
  var chimneys = 0
  var rooftop = false
  var drainPipes = true
  /// Width that a column of windows takes on end walls, metres, and the share of columns that have them.
  var endBay = 4.2
  var endWindows = 0.7
  /// A band at every floor of end walls.
  var hasEndBands = false
  /// The ground floor's material goes around the house.
  var isBaseAround = false
}
