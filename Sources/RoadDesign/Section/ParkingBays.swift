import Geometry
import RoadNetwork

/// Bays on the parking lanes of a street, each an object with its lines (EAR 05: 2.5 m wide across, 5 to 5.7 m long along
/// the kerb).
struct ParkingBays {
  let profile: StreetProfile
  let layout: StreetSections
  /// Clear of the ends of parking lanes, metres.
  private var margin: Double { profile.parkingKind == .across ? 1.2 : 7 }

  init(_ profile: StreetProfile, _ layout: StreetSections) {
    self.profile = profile
    self.layout = layout
  }

  func mark(_ road: Int, _ draft: inout NetworkDraft) {
    guard profile.parking > 0 else { return }
    let from = layout.midst.lowerBound + (layout.start == nil ? 0.5 : margin)
    let to = layout.midst.upperBound - (layout.end == nil ? 0.5 : margin)
    let count = Int((to - from) / profile.bay)
    guard count > 0 else { return }
    let first = from + ((to - from) - Double(count) * profile.bay) / 2
    let inner = profile.kerb - profile.parking
    for side in [1.0, -1.0] {
      for k in 0..<count {
        let (a, b) = (first + Double(k) * profile.bay, first + Double(k + 1) * profile.bay)
        let (near, far) = (side * inner, side * profile.kerb)
        var object = RoadObject(
          id: draft.furnitureID(), type: "parkingSpace", s: (a + b) / 2, t: (near + far) / 2)
        object.name = "bay"
        object.orientation = side < 0 ? .forward : .backward
        (object.length, object.width) = (b - a, profile.parking)
        object.parkingSpace = .init(access: "all")
        object.outlines = [
          .init(
            id: 0,
            corners: [
              .init(id: 0, first: a, second: near), .init(id: 1, first: b, second: near),
              .init(id: 2, first: b, second: far), .init(id: 3, first: a, second: far),
            ])
        ]
        // Sides towards the neighbours; the last has both.
        func line(_ corners: [Int], _ length: Double) -> RoadObject.Marking {
          .init(side: nil, corners: corners, width: 0.12, lineLength: length)
        }
        object.markings = [line([0, 3], profile.parking)]
        if k == count - 1 { object.markings.append(line([1, 2], profile.parking)) }
        if profile.parkingKind == .along { object.markings.append(line([0, 1], b - a)) }
        draft.edit(road) { $0.objects.append(object) }
      }
    }
  }
}
