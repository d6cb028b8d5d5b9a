import Diagnostics
import Furniture
import RandomStreams
import WorldModel

/// Draws homes until one is as the recipe says it must be.
struct HomeSearch {
  /// A plan and what stands in it.
  struct Found {
    var plan: HomePlan
    var furnisher: HomeFurnisher
    var things: [PlacedThing]
    /// One a room.
    var ceilings: [CeilingDesign] = []
  }

  let wishes: [HomeWish]
  /// Rooms that must come out, which a plan may have failed to fit in.
  let rooms: [(kind: RoomKind, count: Int)]
  var storeys = 1

  /// How many plans are looked at, and how many of them are furnished, before giving up.
  private static let (plans, furnished) = (80, 24)

  /// - Parameters:
  ///   - plan: draws one.
  ///   - furnish: furnishes it.
  /// - Throws: `DioramaError` with what was hardest, if no home is as it must be.
  func find(
    _ draws: inout Draws, plan: (inout Draws) -> HomePlan, furnish: (HomePlan, inout Draws) -> Found
  ) throws(DioramaError) -> Found {
    var record = Record(wishes: wishes, rooms: rooms, storeys: storeys)
    while record.plans < Self.plans && record.furnished < Self.furnished {
      // What was drawn for homes that are not kept is no part of the sample.
      var trial = draws
      let number = record.plans
      let found =
        number == 0
        ? attempt(&trial, &record, plan: plan, furnish: furnish)
        : trial.scope("attempt/\(number)") { attempt(&$0, &record, plan: plan, furnish: furnish) }
      if let found {
        draws = trial
        return found
      }
    }
    throw record.error
  }

  private func attempt(
    _ draws: inout Draws, _ record: inout Record, plan: (inout Draws) -> HomePlan,
    furnish: (HomePlan, inout Draws) -> Found
  ) -> Found? {
    let plan = plan(&draws)
    guard record.notes(plan) else { return nil }
    let found = furnish(plan, &draws)
    return record.notes(found) ? found : nil
  }

  /// What became of the homes looked at.
  private struct Record {
    let wishes: [HomeWish]
    let rooms: [(kind: RoomKind, count: Int)]
    private(set) var plans = 0
    private(set) var furnished = 0
    /// Plans and homes in which each held.
    private var rightRooms: [Int]
    private var held: [Int]
    private let storeys: Int
    private var rightStoreys = 0

    init(wishes: [HomeWish], rooms: [(kind: RoomKind, count: Int)], storeys: Int) {
      self.storeys = storeys
      self.wishes = wishes
      self.rooms = rooms
      rightRooms = Array(repeating: 0, count: rooms.count)
      held = Array(repeating: 0, count: wishes.count)
    }

    /// - Returns: whether the plan is as it must be.
    mutating func notes(_ plan: HomePlan) -> Bool {
      plans += 1
      var isRight = plan.floors.count == storeys
      if isRight { rightStoreys += 1 }
      for (k, room) in rooms.enumerated() {
        if plan.rooms.count(where: { $0.kind == room.kind }) == room.count {
          rightRooms[k] += 1
        } else {
          isRight = false
        }
      }
      for (k, wish) in wishes.enumerated() where wish.isAboutPlan {
        if wish.holds(in: plan, []) { held[k] += 1 } else { isRight = false }
      }
      return isRight
    }

    /// - Returns: whether the home is as it must be.
    mutating func notes(_ found: Found) -> Bool {
      furnished += 1
      var isRight = true
      for (k, wish) in wishes.enumerated() where !wish.isAboutPlan {
        if wish.holds(in: found.plan, found.things) { held[k] += 1 } else { isRight = false }
      }
      return isRight
    }

    var error: DioramaError {
      var parts = zip(rooms, rightRooms).filter { $0.1 < plans }.map { room, right in
        "\(room.count) \(room.kind.rawValue) in \(Self.share(right, of: plans, "plans"))"
      }
      if rightStoreys < plans {
        parts.append("\(storeys) storeys in \(Self.share(rightStoreys, of: plans, "plans"))")
      }
      for (wish, held) in zip(wishes, held) {
        let all = wish.isAboutPlan ? plans : furnished
        if held < all {
          parts.append(
            "\"\(wish.text)\" in \(Self.share(held, of: all, wish.isAboutPlan ? "plans" : "furnished homes"))"
          )
        } else if all == 0 {
          parts.append("\"\(wish.text)\" was not reached")
        }
      }
      return DioramaError(
        .badInput,
        "no home is as `world.storeys`, `world.rooms` and `world.must` ask, all at once; each alone: "
          + parts.joined(separator: ", "),
        remedy:
          "take back what is rarest, or help it: more `area`, `fullness: 1`, a room that such things stand in (`rooms: {study: 1}`)"
      )
    }

    private static func share(_ count: Int, of all: Int, _ what: String) -> String {
      count == 0 ? "none of \(all) \(what)" : "\(count) of \(all) \(what)"
    }
  }
}
