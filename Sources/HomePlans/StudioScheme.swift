import RandomStreams
import WorldModel

/// A home of one room: a strip of bathroom, entrance and kitchen along the back, the living room before it.
struct StudioScheme {
  var programme: HomeProgramme
  var scale: Double

  func layout(_ chance: inout RandomStream) -> PlanLayout? {
    let total = programme.area * scale * 100
    let strip = chance.integer(in: 17...24)
    let width = chance.integer(in: 40...62)
    let depth = Int((total / Double(width)).rounded()) + 4
    let bath = min(max(Int((chance.uniform(3.6, 5.2) * 100 / Double(strip)).rounded()), 18), 28)
    let hall = chance.integer(in: 13...17)
    var layout = PlanLayout()
    func add(_ kind: RoomKind, _ r: PlanRect) {
      let target = kind == .livingRoom || kind == .kitchen ? Double(r.area) / 100 * 0.93 : 4.2
      layout.zones.append(PlanZone(kind: kind, rects: [r], target: target))
    }
    let rest = width - bath - hall
    if programme.hasKitchen {
      guard rest >= 20 else { return nil }
      add(.hallway, PlanRect(bath, 0, bath + hall, strip))
      add(.bathroom, PlanRect(0, 0, bath, strip))
      add(.kitchen, PlanRect(bath + hall, 0, width, strip))
      add(.livingRoom, PlanRect(0, strip, width, depth))
    } else {
      // What is left beside the entrance belongs to the room.
      guard rest >= 12 else { return nil }
      add(.hallway, PlanRect(bath, 0, bath + hall, strip))
      add(.bathroom, PlanRect(0, 0, bath, strip))
      layout.zones.append(
        PlanZone(
          kind: .livingRoom,
          rects: [PlanRect(0, strip, width, depth), PlanRect(bath + hall, 0, width, strip)],
          target: Double(width * (depth - strip) + rest * strip) / 100 * 0.95))
    }
    layout.entrance = PlanRect(bath, 0, bath + hall, 0)
    return layout
  }
}
