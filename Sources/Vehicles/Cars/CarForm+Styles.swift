import Assets
import VectorMath

/// Outer measures of a car, metres.
package struct CarSize: Sendable, Hashable {
  package var length: Double
  package var width: Double
  package var height: Double

  package init(length: Double, width: Double, height: Double) {
    self.length = length
    self.width = width
    self.height = height
  }
}

extension CarForm {
  /// A style's lines at a size: drawn for its usual size, then stretched along each axis. Wheels stay round.
  init(style: CarStyle, size: CarSize? = nil) {
    let drawing = CarDrawing.drawing(of: style)
    let size = size ?? drawing.size
    let (sx, sy, sz) = (
      size.length / drawing.size.length, size.width / drawing.size.width, size.height / drawing.size.height
    )
    func curve(_ p: [(Double, Double)]) -> ProfileCurve {
      ProfileCurve(p.map { Vector2($0.0 * sx, $0.1 * sz) })
    }
    let d = drawing
    length = size.length
    width = size.width
    height = size.height
    wheelbase = d.wheelbase * sx
    frontOverhang = d.frontOverhang * sx
    wheelRadius = d.wheelRadius
    tyreWidth = d.tyreWidth
    sill = curve(d.sill)
    shoulder = curve(d.shoulder)
    crown = curve(d.crown)
    nose = ProfileCurve(d.nose.map { Vector2($0.0, $0.1) })
    tail = ProfileCurve(d.tail.map { Vector2($0.0, $0.1) })
    (noseDepth, tailDepth, squareness) = (d.noseDepth * sx, d.tailDepth * sx, d.squareness)
    (cowl, header, roofEnd, rearFoot) = (d.cowl * sx, d.header * sx, d.roofEnd * sx, d.rearFoot * sx)
    roof = curve(d.roof)
    roofHalf = d.roofHalf * sy
    screenBow = (d.screenBow.foot * sx, d.screenBow.head * sx)
    pillars = d.pillars.map {
      (foot: ($0.0 * sx, $0.1 * sx), head: ($0.2 * sx, $0.3 * sx))
    }
    doorGaps = d.doorGaps.map { $0 * sx }
    ledge = d.ledge
    paneTop = d.paneTop.isEmpty ? nil : curve(d.paneTop)
    hasRearPane = d.hasRearPane
    hasCladding = d.hasCladding
    hasRails = d.hasRails
    bed = d.bed.map { (from: $0.from * sx, to: $0.to * sx) }
    wheelDesign = d.wheelDesign
    fitWidth(size.width)
    fitHeight(size.height)
  }

  /// Narrows the plan so that doors and lips of the arches are just as wide as the car may be.
  private mutating func fitWidth(_ wanted: Double) {
    for _ in 0..<3 {
      var widest = 0.0
      for column in CarBody(form: self).outline { widest = max(widest, column) }
      guard widest > 0 else { return }
      width *= wanted / (2 * widest)
    }
  }

  /// Shifts the roof so that its highest point is just as high as the car may be.
  private mutating func fitHeight(_ wanted: Double) {
    let highest = Greenhouse(form: self).highest
    roofShift += wanted - highest
  }
}

/// How the sizes of a style's cars are spread (normal, cut off): lengths of European new registrations and fleet
/// surveys, rounded; width and height follow the length with some spread of their own.
package struct CarSizes: Sendable {
  package var mean: CarSize
  package var deviation: CarSize
  /// As shares of the mean.
  package var limits: ClosedRange<Double> = 0.93...1.07

  package init(_ style: CarStyle) {
    mean = CarDrawing.drawing(of: style).size
    deviation = CarSize(length: 0.032 * mean.length, width: 0.016 * mean.width, height: 0.02 * mean.height)
  }

  /// The size of one car by a number.
  package func size(_ variant: UInt64) -> CarSize {
    let chance = AssetVariation(seed: variant)
    /// The sum of twelve numbers, less six, is nearly normal.
    func normal(_ name: StaticString) -> Double {
      (0..<12).reduce(-6.0) { $0 + chance.unit(name, $1) }
    }
    func drawn(_ mean: Double, _ deviation: Double, _ z: Double) -> Double {
      max(mean * limits.lowerBound, min(mean * limits.upperBound, mean + deviation * z))
    }
    let long = normal("car length")
    return CarSize(
      length: drawn(mean.length, deviation.length, long),
      width: drawn(mean.width, deviation.width, 0.6 * long + 0.8 * normal("car width")),
      height: drawn(mean.height, deviation.height, 0.2 * long + 0.98 * normal("car height")))
  }
}

/// A body style as it is drawn: metres behind the nose and above the ground, for its usual size.
struct CarDrawing {
  var size: CarSize
  var wheelbase: Double
  var frontOverhang: Double
  var wheelRadius: Double
  var tyreWidth: Double
  var sill: [(Double, Double)]
  var shoulder: [(Double, Double)]
  var crown: [(Double, Double)]
  var nose: [(Double, Double)] = [
    (0, 0.1), (0.12, 0.03), (0.3, 0.0), (0.45, 0.006), (0.62, 0.028), (0.8, 0.04), (0.92, 0.065), (1, 0.13),
  ]
  var tail: [(Double, Double)] = [
    (0, 0.12), (0.12, 0.03), (0.3, 0.0), (0.42, 0.004), (0.52, 0.05), (0.75, 0.055), (0.9, 0.075), (1, 0.12),
  ]
  var noseDepth = 0.56
  var tailDepth = 0.4
  var squareness = 2.7
  var cowl: Double
  var header: Double
  var roofEnd: Double
  var rearFoot: Double
  var roof: [(Double, Double)]
  var roofHalf: Double
  var screenBow = (foot: 0.2, head: 0.07)
  /// Foot from, foot to, head from, head to.
  var pillars: [(Double, Double, Double, Double)]
  var doorGaps: [Double]
  /// How far the panes stand in from the shoulder.
  var ledge = 0.045
  /// The upper edge of the panes where it is not just below the roof: metres above the ground over d.
  var paneTop: [(Double, Double)] = []
  var hasRearPane = true
  var hasCladding = false
  var hasRails = false
  var bed: (from: Double, to: Double)?
  var wheelDesign = VehicleWheel.Design.fiveTwin

  static func drawing(of style: CarStyle) -> CarDrawing {
    switch style {
    case .hatchback: hatchback
    case .saloon: saloon
    case .estate: estate
    case .suv: suv
    case .city: city
    case .minivan: minivan
    case .sports: sports
    case .pickup: pickup
    case .van: van
    }
  }
}
