import WorldModel

/// One sentence of `must`: what a home has to be like.
///
/// ```
/// [every] ROOM has [COUNT] THING|window|door        home has [COUNT] THING|ROOM
/// [every] ROOM next to ROOM                         [every] ROOM opens to ROOM
/// [every] ROOM larger than AREA m2                  [every] ROOM smaller than AREA m2
/// [every] THING faces THING|window|door             [every] THING near THING|window|door
/// [every] THING away from THING|window|door         no THING|ROOM
/// ```
///
/// Without `every`, one is enough; with it there has to be one, and all have to be so. Rooms are kinds of rooms
/// (`living_room`), things native classes (`coffee_table`).
package struct HomeWish: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case home
    case room(RoomKind)
    case thing(String)
  }

  /// What a thing faces, is near to or away from; what a room has.
  enum Object: Sendable, Hashable {
    case thing(String)
    case room(RoomKind)
    case window
    case door
  }

  enum Relation: Sendable, Hashable {
    /// At least so many.
    case has(Int, Object)
    case hasNone(Object)
    /// A wall between them.
    case nextTo(RoomKind)
    /// A door or a passage between them.
    case opensTo(RoomKind)
    /// Clear floor, m².
    case largerThan(Double)
    case smallerThan(Double)
    case faces(Object)
    case near(Object)
    case awayFrom(Object)
  }

  /// As it was written.
  package let text: String
  let isEvery: Bool
  let subject: Subject
  let relation: Relation

  init(text: String, isEvery: Bool, subject: Subject, relation: Relation) {
    self.text = text
    self.isEvery = isEvery
    self.subject = subject
    self.relation = relation
  }

  /// One of many, where any will do.
  static let example = HomeWish(
    text: "desk faces window", isEvery: false, subject: .thing("desk"), relation: .faces(.window))

  /// Whether the plan alone tells.
  var isAboutPlan: Bool {
    switch relation {
    case .nextTo, .opensTo, .largerThan, .smallerThan: true
    case .has(_, let object), .hasNone(let object):
      switch object {
      case .thing: false
      case .room, .window, .door: true
      }
    case .faces, .near, .awayFrom: false
    }
  }
}
