package import VectorMath

extension VehicleBody {
  /// How far the box begins below the wheels, metres: the road may rise under it.
  private static let below = 0.3

  /// What it covers when it stands square to the surface, without its trailer.
  ///
  /// - Parameters:
  ///   - axle: of the middle of its rear axle, in the plan.
  ///   - forward: unit.
  ///   - ground: height of the surface there, metres.
  ///   - up: the surface's unit normal.
  package func footprint(axle: Vector2, forward: Vector2, ground: Double, up: Vector3) -> Footprint {
    let isDrawing = trailer != nil
    var box = Footprint(
      center: axle + forward * (isDrawing ? (ahead - overhang) / 2 : -rearAxle), forward: forward,
      half: Vector2(isDrawing ? ahead + overhang : length, width) / 2,
      low: ground - Self.below, high: ground + height)
    let side = dot(Vector2(up.x, up.y), box.left)
    // As steep as no street is: elsewhere upright boxes are right within a few centimetres.
    if side.magnitude > 0.2 {
      let middle = (height - Self.below) / 2
      box.center += box.left * (side * middle)
      let sunk = middle * (1 - (1 - min(1, side * side)).squareRoot())
      (box.low, box.high) = (box.low - sunk, box.high - sunk)
      box.lean = max(-1, min(1, side))
    }
    return box
  }
}
