import Assets
import Furniture
import VectorMath
import WorldModel

/// A person or an animal in a home.
struct Occupant {
  enum Posture: String, Sendable, CaseIterable { case standing, sitting, lying, walking }

  var name: String
  var asset: Asset
  var track: Track
  var articulation: (any Articulating)?
  var room: Int
  var hold: PlacedThing.Hold
  var posture: Posture
  /// What people are doing, e.g. `resting`.
  var activity: String?
  /// `child`, `adult` or `elder`, of people.
  var age: String?

  /// - Parameter holder: the id of what it sits or lies on, if that is a thing.
  func entity(id: UInt32, plan: HomePlan, holder: UInt32?) -> Entity {
    var attributes = [("room", String(room)), ("room_kind", plan.rooms[room].kind.rawValue)]
    attributes.append(("supported_by", holder.map { String($0) } ?? "floor"))
    attributes.append(("posture", posture.rawValue))
    if let activity { attributes.append(("activity", activity)) }
    if let age { attributes.append(("age", age)) }
    return Entity(
      id: id, name: "\(name)_\(id)", asset: asset, track: track, articulation: articulation,
      attributes: attributes.map { (name: $0.0, value: $0.1) })
  }
}
