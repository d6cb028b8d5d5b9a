import RoadNetwork
import VectorMath
import WorldModel

/// Paving between a pavement's edge and the fronts of a row of houses.
struct Forecourts {
  let scenery: SceneryPlacement
  private static let step = 2.5
  /// How far it goes on under the houses, metres.
  private static let beneath = 0.4
  /// The ground under it may lie this much lower, metres.
  private static let fall = 0.3
  /// It goes on beyond the houses by this, metres.
  private static let beyond = 3.0

  /// Before the houses only: without them it would be a slab in the grass.
  ///
  /// - Parameter setbacks: of rows of houses, by the place of their side.
  func items(setbacks: [Int: Double], fronts: [BuildingRows.Front]) -> [SceneryPlacement.Item] {
    var strips = PavedStrips()
    for (index, side) in scenery.sides.sides.enumerated() {
      guard let setback = setbacks[index] else { continue }
      let built = fronts.filter { $0.side.path == side.path }
      let n = max(1, Int((side.length / Self.step).rounded(.up)))
      var last: (inner: Vector3, outer: Vector3)?
      for i in 0...n {
        let at = side.length * Double(i) / Double(n)
        let isBuilt = built.contains { at > $0.start - Self.beyond && at < $0.end + Self.beyond }
        let next = isBuilt ? edges(side, at, setback) : nil
        if let last, let next { strips.add(last.inner, last.outer, next.outer, next.inner) }
        last = next
      }
    }
    let (material, tile) = GroundMaterials.material(.sidewalk)
    let item = strips.item(
      "forecourt", native: "sidewalk", material, tile: tile, around: scenery.region.center)
    return item.map { [$0] } ?? []
  }

  /// Both edges of the strip at a place; nil where there is no green for it to cover.
  private func edges(
    _ side: RoadSides.Side, _ at: Double, _ setback: Double
  ) -> (inner: Vector3, outer: Vector3)? {
    guard let place = scenery.sides.place(side, at), let z = scenery.pavementHeight(place) else { return nil }
    // It begins on the pavement's rim, so that no gap shows.
    let edge = Vector2(place.point.x, place.point.y)
    let inner = edge - place.outward * 0.005
    let outer = edge + place.outward * (setback + Self.beneath)
    for f in [0.4, 1.0] {
      // Where the land falls away a forecourt would hang in the air.
      guard let spot = scenery.ground.spot(inner + (outer - inner) * f), spot.kind == .terrain,
        spot.height > z - Self.fall
      else { return nil }
    }
    let rise = 0.01 * (setback + Self.beneath)
    return (Vector3(inner.x, inner.y, z + 0.002), Vector3(outer.x, outer.y, z + 0.002 + rise))
  }
}
