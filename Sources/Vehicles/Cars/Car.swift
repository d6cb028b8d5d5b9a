package import Assets
import VectorMath
package import WorldModel

/// A passenger car.
///
/// Parts: body, door, window, interior, wheel, tyre, headlight, taillight, mirror, plate. Wheels turn on the nodes
/// `wheel_front_left`, `wheel_front_right`, `wheel_rear_left`, `wheel_rear_right`; lamps are lit by their materials
/// (`VehicleLamp`).
package struct Car: ParametricAsset {
  package static let assetName = "car"
  package var style: CarStyle
  package var colour: Colour
  package var size: CarSize?
  package var livery: Livery
  /// Chooses number plate, wheels and small things.
  package var variant: UInt64
  package var driver: DriverSide
  /// Of the asset.
  package var name: String?

  package init() { self.init(style: .hatchback) }

  package init(
    style: CarStyle, colour: Colour = Colour(0x8a1f24), size: CarSize? = nil, livery: Livery = .none,
    variant: UInt64 = 0, driver: DriverSide = .left, name: String? = nil
  ) {
    self.style = style
    self.colour = colour
    self.size = size
    self.livery = livery
    self.variant = variant
    self.driver = driver
    self.name = name
  }

  /// Rows of seats; behind a van's is its load.
  private var rows: Int {
    switch style {
    case .sports, .van: 1
    case .minivan: 3
    default: 2
    }
  }

  package func makeAsset() -> Asset {
    let empty = AssetBuilder(
      name: name ?? "car_\(style.rawValue)", nativeClass: style == .van ? "van" : "car")
    return .levelled(empty) { build(&$0, $1) }.withClusters(VehicleCatalog.cells)
  }

  private func build(_ asset: inout AssetBuilder, _ detail: Fineness) {
    var form = CarForm(style: style, size: size ?? CarSizes(style).size(variant))
    form.detail = detail
    let paint = asset.material(VehicleMaterials.paint(colour))
    let glass = asset.material(VehicleMaterials.glass)
    let trim = asset.material(VehicleMaterials.trim)
    let gloss = asset.material(VehicleMaterials.gloss)
    let shadow = asset.material(VehicleMaterials.shadow)
    let cabin = asset.material(VehicleMaterials.dashboard)
    let lining = asset.material(VehicleMaterials.lining)
    let body = CarBody(form: form).hull(paint: paint, trim: trim, shadow: shadow, cabin: cabin)
    body.add(to: &asset)
    let house = Greenhouse(form: form).hull(paint: paint, glass: glass, trim: gloss, lining: lining)
    house.add(to: &asset)
    let probe = SurfaceProbe([body.surface, house.surface], detail: detail)
    CarFront(form: form, probe: probe, style: style, variant: variant).add(to: &asset)
    CarRear(form: form, probe: probe, style: style, variant: variant).add(to: &asset)
    CarSides(form: form, probe: probe, style: style, variant: variant).add(to: &asset, paint: paint)
    CarCabin(form: form, rows: rows, driver: driver).add(to: &asset)
    CarLivery(form: form, probe: probe, livery: livery, variant: variant).add(to: &asset)
    VehicleWheel(
      radius: form.wheelRadius, width: form.tyreWidth, design: form.wheelDesign, detail: detail
    ).addAll(to: &asset, axles: form.axles, halfTrack: form.halfTrack)
  }
}
