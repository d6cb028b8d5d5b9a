import GroundedLanguage
import RandomStreams

/// Programs of all forms about what scenes have, whether they make sense or not.
struct RandomPrograms {
  var stream: RandomStream
  let kinds: [String]

  private mutating func pick<T>(_ list: [T]) -> T { list[stream.integer(in: 0..<list.count)] }

  mutating func set(_ depth: Int = 2) -> ObjectSet {
    let base = ObjectSet.every(pick(kinds + [ClassNames.anything]))
    guard depth > 0 else { return base }
    switch stream.integer(in: 0..<5) {
    case 0: return base
    case 1:
      let attribute = pick(Attribute.allCases.filter { !$0.values.isEmpty })
      return .filter(Filter(attribute, pick(attribute.values)), of: set(depth - 1))
    case 2, 3: return .related(pick(Relation.allCases), to: set(depth - 1), of: set(depth - 1))
    default: return .extreme(pick(Extreme.allCases), of: set(depth - 1))
    }
  }

  mutating func program() -> Program {
    switch stream.integer(in: 0..<13) {
    case 0: .count(set())
    case 1, 2: .exist(set())
    case 3:
      .query(
        pick([
          .kind, .colour, .openness, .power, .motion, .material, .heading, .lane, .distance, .arrival,
          .parking, .turning, .text,
        ]), set())
    case 4:
      pick([
        .choose(.colour, ["red", "white", "blue"], set()), .choose(.material, ["wood", "metal"], set()),
        .choose(.distance, ["4", "7", "12", "20"], set()), .choose(.arrival, ["2", "5"], set(1)),
        .choose(.text, ["Bakery", "Books"], set(1)), .choose(.turning, ["left", "straight"], set(1)),
      ])
    case 5: .more(set(), than: set())
    case 6: .same(.colour, one: set(), other: set())
    case 7, 8: .relates(pick(Relation.allCases), one: set(1), other: set(1))
    case 9: .which(pick([.closer, .farther, .faster, .slower, .sooner, .later]), one: set(1), other: set(1))
    case 10: pick([.approaches(set(1)), .reachedWithin(seconds: 4, set(1))])
    case 11: .chooseCount([1, 2, 0], set())
    default: .locate(set())
    }
  }
}
