import Assets
import InteriorSurfaces
import WorldModel

/// What the cabinets of one room share: fronts, handles, feet and finishes. It follows from style and palette alone,
/// so that a sideboard and a television stand in one room match.
struct CabinetSuite: Sendable {
  enum Base: Sendable { case legs(LegShape), plinth, frame }

  var front: CabinetFront
  var handle: CabinetHandle
  var base: Base
  var body: Finish
  var fronts: Finish
  /// Of handles, and of frames that carry cabinets.
  var metal: Finish
  /// Whether fronts lie between the boards rather than before them.
  var isInset: Bool
  /// The legs' wood, or the frame's metal.
  var legs: Finish
  /// A cloth or cane that fills panels.
  var weave: Finish

  init(_ look: Look) {
    let p = look.palette
    let (wood, dark, white) = (look.wood, look.darkWood, look.lacquer)
    metal = look.metal
    weave = .fabric(Colour(0xcdb28a))
    legs = wood
    let pick = (Int(p.upholstery.red) + Int(p.upholstery.green) * 3 + Int(p.linen.blue)) % 3
    switch (look.style, pick) {
    case (.scandinavian, 0):
      (front, handle, base, body, fronts, isInset) = (.flat, .knob, .legs(.tapered), wood, white, true)
    case (.scandinavian, 1):
      (front, handle, base, body, fronts, isInset) = (.flat, .edge, .legs(.tapered), white, wood, false)
    case (.scandinavian, _):
      (front, handle, base, body, fronts, isInset) = (.woven, .knob, .legs(.tapered), wood, wood, true)
    case (.modern, 0):
      (front, handle, base, body, fronts, isInset) = (.flat, .none, .plinth, white, white, false)
    case (.modern, 1):
      (front, handle, base, body, fronts, isInset) = (.fluted, .none, .frame, wood, wood, false)
    case (.modern, _):
      (front, handle, base, body, fronts, isInset) = (.flat, .edge, .frame, wood, white, false)
    case (.industrial, 0), (.industrial, 1):
      (front, handle, base, body, fronts, isInset) = (.flat, .bar, .frame, wood, wood, true)
    case (.industrial, _):
      (front, handle, base, body, fronts, isInset) = (.framed, .cup, .frame, wood, white, true)
    case (.classic, 0), (.classic, 1):
      (front, handle, base, body, fronts, isInset) = (.raised, .knob, .legs(.bun), wood, wood, true)
    case (.classic, _):
      (front, handle, base, body, fronts, isInset) = (.raised, .cup, .legs(.turned), white, white, true)
      legs = white
    case (.rustic, 0):
      (front, handle, base, body, fronts, isInset) = (.framed, .cup, .plinth, wood, white, true)
    case (.rustic, _):
      (front, handle, base, body, fronts, isInset) = (.framed, .knob, .legs(.post), wood, wood, true)
    case (.chineseModern, 0), (.chineseModern, 1):
      (front, handle, base, body, fronts, isInset) = (.framed, .bar, .legs(.spade), wood, wood, true)
    case (.chineseModern, _):
      (front, handle, base, body, fronts, isInset) = (.flat, .edge, .frame, dark, wood, false)
    }
    switch base {
    case .frame: legs = look.frameMetal
    case .legs where look.style == .chineseModern: legs = body
    default: break
    }
    if handle != .none, look.palette.metal == .white {
      metal = handle == .knob ? wood : .metal(.blackened)
    }
  }
}
