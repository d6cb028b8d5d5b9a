/// What a derivation of a phrase takes for granted about the rest of its sentence: agreements, groups, variables.
///
/// Two phrases stand in one sentence only if their facts unify.
struct Facts: Hashable {
  /// Sorted by name; names are interned.
  private(set) var items: [Fact] = []

  struct Fact: Hashable {
    var name: Int32
    var state: Int32
  }

  init() {}
  init(_ name: Int32, _ state: Int32) { items = [Fact(name: name, state: state)] }

  var isEmpty: Bool { items.isEmpty }

  subscript(name: Int32) -> Int32? { items.first { $0.name == name }?.state }

  /// Both together; `nil` where they contradict.
  ///
  /// - Parameter join: the common state of a fact that both know; `nil` where there is none.
  func unified(with other: Facts, _ join: (Fact, Fact) -> Int32?) -> Facts? {
    if other.isEmpty { return self }
    if isEmpty { return other }
    var merged = Facts()
    var (i, j) = (0, 0)
    while i < items.count || j < other.items.count {
      if j == other.items.count || i < items.count && items[i].name < other.items[j].name {
        merged.items.append(items[i])
        i += 1
      } else if i == items.count || other.items[j].name < items[i].name {
        merged.items.append(other.items[j])
        j += 1
      } else {
        guard let state = join(items[i], other.items[j]) else { return nil }
        merged.items.append(Fact(name: items[i].name, state: state))
        i += 1
        j += 1
      }
    }
    return merged
  }

  /// The facts renamed; those that become `nil` are left out.
  func renamed(_ rename: (Int32) -> Int32?) -> Facts {
    var renamed = Facts()
    renamed.items = items.compactMap { fact in rename(fact.name).map { Fact(name: $0, state: fact.state) } }
    renamed.items.sort { $0.name < $1.name }
    return renamed
  }
}

/// The derivations of a phrase that share their facts.
struct Branch {
  var facts: Facts
  var node: Int32
  /// The share that choices on the way have left it, by weights and by rules.
  var weight = 1.0
  var evenWeight = 1.0
}

/// What a variable may be in a branch.
struct ValueSet: Hashable {
  /// Ascending numbers of the slot's values; empty where the branch decides the value itself.
  var values: [Int32] = []
  /// How many values the places that say it could say, in all branches.
  var among = 0

  /// The branch's share of what is drawn evenly from those values.
  var share: Double { among > 0 ? Double(values.count) / Double(among) : 1 }

  /// What two languages can say; `nil` where that is nothing.
  func common(with other: ValueSet) -> ValueSet? {
    let common = Set(values).intersection(other.values)
    return common.isEmpty ? nil : ValueSet(values: common.sorted(), among: min(among, other.among))
  }
}

/// Names and sets as numbers, in the order of their first mention.
struct Interner<Item: Hashable> {
  private var numbers: [Item: Int32] = [:]
  private(set) var items: [Item] = []

  mutating func number(_ item: Item) -> Int32 {
    if let known = numbers[item] { return known }
    let number = Int32(items.count)
    numbers[item] = number
    items.append(item)
    return number
  }

  func known(_ item: Item) -> Int32? { numbers[item] }
  subscript(number: Int32) -> Item { items[Int(number)] }
}
