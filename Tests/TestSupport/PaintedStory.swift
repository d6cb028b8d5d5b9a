import VectorMath

/// A street over three seconds: the carrier goes straight on; a blue car overtakes a white van, a green bus stops, a person
/// comes into view.
package enum PaintedStory {
  /// Of the carrier, m/s.
  package static let speed = 5.0

  package static var frames: [(time: Double, scene: PaintedScene)] {
    (0..<4).map { k in
      let t = Double(k)
      func thing(
        _ category: String, _ colour: SIMD3<UInt8>, _ center: Vector3, _ size: Vector3, _ velocity: Vector3
      ) -> PaintedScene.Thing {
        var thing = PaintedScene.Thing(category, colour, at: center, size: size)
        thing.velocity = velocity
        return thing
      }
      let busSpeed = [8, 0.5, 0, 0][k]
      let busWay = [0, 4, 4.5, 4.5][k]
      var scene = PaintedScene(
        [
          thing(
            "car", SIMD3(30, 60, 200), Vector3(10 + 12 * t, 4, 0.75), Vector3(4, 1.8, 1.5), Vector3(12, 0, 0)),
          thing(
            "van", SIMD3(250, 250, 250), Vector3(20 + 6 * t, -3, 1), Vector3(5, 2, 2), Vector3(6, 0, 0)),
          thing(
            "bus", SIMD3(30, 150, 50), Vector3(40 + busWay, 12, 1.6), Vector3(11, 2.5, 3.2),
            Vector3(busSpeed, 0, 0)),
          thing(
            "person", SIMD3(20, 20, 20), Vector3(36, k < 2 ? -60 : -12 + 1.5 * t, 0.9),
            Vector3(0.8, 0.8, 1.8),
            Vector3(0, 1.5, 0)),
        ], isStreet: true)
      scene.station = speed * t
      return (time: t, scene: scene)
    }
  }
}
