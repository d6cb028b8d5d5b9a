import Geometry
package import VectorMath

/// An object or signal where it stands.
package struct FurniturePlace: Sendable, Hashable {
  /// Index of the road that names it.
  package var road: Int
  /// Index in the road's `objects` or `signals`.
  package var index: Int
  /// Its foot, metres (a signal's `zOffset` and an object's included).
  package var position: Vector3
  /// Radians from +x, counter-clockwise: an object's own x axis; for a signal the way its face looks.
  package var heading: Double
  /// Metres; 0 = not given. Of repeats, interpolated.
  package var width: Double
  package var height: Double
}

extension RoadMap {
  /// Most places that one `repeat` is believed to make.
  package static let repeatLimit = 10_000

  /// All signals, in order; references stand where their road refers to them.
  ///
  /// A signal for traffic along +s (`+`) looks against +s, and the other way round (OpenDRIVE 1.8 §14.1).
  package var signalPlaces: [FurniturePlace] {
    roads.enumerated().flatMap { r, road in
      road.signals.enumerated().map { i, signal in
        let pose = road.pose(s: signal.s, t: signal.t, height: signal.zOffset)
        let facing = pose.heading + (signal.orientation == .backward ? 0 : Double.pi) + signal.headingOffset
        return FurniturePlace(
          road: r, index: i, position: pose.position, heading: wrapped(facing), width: signal.width,
          height: signal.height)
      }
    }
  }

  /// All objects, in order, with their repeats in place of the objects that have some. Continuous repeats (distance 0)
  /// are left out: they are bodies along the road, not places.
  package var objectPlaces: [FurniturePlace] {
    roads.enumerated().flatMap { r, road in
      road.objects.enumerated().flatMap { i, object -> [FurniturePlace] in
        guard !object.repeats.isEmpty else {
          return [
            place(
              r, i, s: object.s, t: object.t, z: object.zOffset, width: object.width, height: object.height)
          ]
        }
        return object.repeats.flatMap { each -> [FurniturePlace] in
          guard each.distance > 0 else { return [] }
          let count = min(Self.repeatLimit, Int(min(1e6, each.length / each.distance))) + 1
          return (0..<count).map { k in
            let along = Double(k) * each.distance
            let w = each.length > 0 ? along / each.length : 0
            func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * w }
            return place(
              r, i, s: each.s + along, t: mix(each.tStart, each.tEnd),
              z: mix(each.zOffsetStart, each.zOffsetEnd),
              width: mix(each.widthStart, each.widthEnd), height: mix(each.heightStart, each.heightEnd))
          }
        }
      }
    }
  }

  private func place(
    _ road: Int, _ index: Int, s: Double, t: Double, z: Double, width: Double, height: Double
  ) -> FurniturePlace {
    let pose = roads[road].pose(s: s, t: t, height: z)
    return FurniturePlace(
      road: road, index: index, position: pose.position,
      heading: wrapped(pose.heading + roads[road].objects[index].heading), width: width, height: height)
  }
}
