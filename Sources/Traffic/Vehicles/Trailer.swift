/// What hangs behind a vehicle and follows its hitch: a semitrailer.
package struct Trailer: Sendable, Hashable {
  /// The hitch ahead of the rear axle of what draws it, metres.
  package var hitch: Double
  /// From the hitch back to the middle of its axles, forward to its front and back to its rear, metres.
  package var axle: Double
  package var front: Double
  package var rear: Double
  package var width: Double
  package var height: Double

  package init(hitch: Double, axle: Double, front: Double, rear: Double, width: Double, height: Double) {
    self.hitch = hitch
    self.axle = axle
    self.front = front
    self.rear = rear
    self.width = width
    self.height = height
  }

  /// Its own body, whose rear axle is the middle of its axles.
  package var body: VehicleBody {
    let length = front + rear
    let middle = front - length / 2
    return VehicleBody(
      length: length, width: width, height: height, rearAxle: -axle - middle, frontAxle: -middle)
  }
}
