package import VectorMath

extension Asset {
  /// A place where somebody sits, facing along x. Coordinates are the asset's, metres.
  package struct Seat: Sendable, Hashable {
    /// What a driver holds.
    package struct Wheel: Sendable, Hashable {
      /// The middle of the rim.
      package var center: Vector3
      /// Unit, across the rim's plane, towards who holds it.
      package var axis: Vector3
      /// Of the rim's middle line.
      package var radius: Double

      package init(center: Vector3, axis: Vector3, radius: Double) {
        self.center = center
        self.axis = axis
        self.radius = radius
      }
    }

    /// `driver`, or where it is, e.g. `rear_left`.
    package var name: String
    /// Between the hip joints of somebody of middle stature.
    package var hip: Vector3
    /// How far the back leans, radians.
    package var recline: Double
    /// The height of what is overhead: tall people sit lower.
    package var top: Double
    /// Below this nothing is to be seen of who sits here.
    package var floor: Double
    package var wheel: Wheel?

    package init(
      name: String, hip: Vector3, recline: Double, top: Double, floor: Double, wheel: Wheel? = nil
    ) {
      self.name = name
      self.hip = hip
      self.recline = recline
      self.top = top
      self.floor = floor
      self.wheel = wheel
    }
  }
}
