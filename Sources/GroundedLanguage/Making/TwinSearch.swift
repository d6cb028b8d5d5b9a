/// Looks for things of one kind that are told apart by words of one form: the red car and the white car, the leftmost
/// chair and the rightmost chair.
///
/// What is asked of one is asked of the other in the same words but for the colour or the side, so that whoever hears the
/// question learns nothing about its answer from what the thing is.
struct TwinSearch {
  struct Named: Sendable, Hashable {
    var index: Int
    var description: Description
  }

  let executor: ProgramExecutor
  let search: ReferringSearch
  /// Descriptions by form, forms ascending; only forms that tell at least two things apart.
  let groups: [[Named]]

  /// - Parameter things: numbers of the things to speak of.
  init(_ executor: ProgramExecutor, _ search: ReferringSearch, among things: [Int]) {
    self.executor = executor
    self.search = search
    let facts = executor.facts
    let anchors = things.map { facts.objects[$0].category }
    var byShape: [String: [Named]] = [:]
    for i in things where facts.objects[i].category != ClassNames.anything {
      for concept in ClassNames.names(of: facts.objects[i].category) where concept.id != ClassNames.anything {
        // Nobody is told apart by class alone where there is a twin.
        guard (executor.members(.every(concept.id)) ?? []).count(where: { $0 == .yes }) >= 2 else { continue }
        for modifiers in Self.modifiers(of: i, search, anchors) {
          let description = Description(concept.id, modifiers)
          if Self.isTold(description, i, by: executor) {
            byShape[description.shape, default: []].append(Named(index: i, description: description))
          }
        }
      }
    }
    groups = byShape.keys.sorted().compactMap { shape in
      let group = byShape[shape] ?? []
      return Set(group.map(\.index)).count >= 2 ? group : nil
    }
  }

  /// Whether a description means a thing and every modifier is needed for that, be it because of things that are hardly
  /// seen.
  private static func isTold(_ description: Description, _ i: Int, by executor: ProgramExecutor) -> Bool {
    executor.unique(description.set) == i
      && description.modifiers.indices.allSatisfy { executor.unique(description.without($0).set) != i }
  }

  /// One of what is surely so, a place in the order from a side or from the camera, a side of a thing; two of what is so;
  /// and one of what is so with an outermost or the nearest place.
  private static func modifiers(
    of i: Int, _ search: ReferringSearch, _ anchors: [String]
  ) -> [[Description.Modifier]] {
    let filters = search.filters(of: i)
    let outermost = [Description.Modifier.extreme(.leftmost), .extreme(.rightmost)]
    let ordered = [Extreme.secondLeftmost, .secondRightmost, .closest, .secondClosest].map {
      Description.Modifier.extreme($0)
    }
    let aside = search.relations(of: i).filter { modifier in
      guard case .relation(let relation, let anchor) = modifier else { return false }
      return relation.mirrored != nil && anchors.contains(anchor)
    }
    let pairs = filters.indices.flatMap { n in filters[(n + 1)...].map { [filters[n], $0] } }
    return (filters + outermost + ordered + aside).map { [$0] } + pairs
      + filters.flatMap { filter in (outermost + [.extreme(.closest)]).map { [filter, $0] } }
  }

  /// Ordered pairs of different things that one form tells apart, without some attributes in their descriptions.
  /// - Parameters:
  ///   - acrossSides: whether left and right may be what tells them apart; else something else does.
  ///   - acrossDepth: whether which of them is nearer may be.
  ///   - fits: whether a pair will do.
  func pairs(
    without excluded: [Attribute] = [], acrossSides: Bool = true, acrossDepth: Bool = false,
    _ fits: (_ one: Named, _ other: Named) -> Bool
  ) -> [[(one: Named, other: Named)]] {
    groups.compactMap { group in
      let usable = group.filter { !$0.description.uses(excluded) }
      var found: [(one: Named, other: Named)] = []
      for a in usable {
        for b in usable where a.index != b.index && a.description != b.description {
          let isTold =
            (acrossSides || a.description.places == b.description.places)
            && (acrossDepth || a.description.depth == b.description.depth)
          if isTold && fits(a, b) {
            found.append((one: a, other: b))
          }
        }
      }
      return found.isEmpty ? nil : found
    }
  }
}

extension Description {
  /// What it says of where its thing is.
  var places: [Modifier] { modifiers.filter { if case .filter = $0 { false } else { true } } }

  /// Whether it says on which side its thing is.
  var hasSide: Bool {
    modifiers.contains { modifier in
      switch modifier {
      case .filter(let filter): filter.attribute == .side
      case .relation(let relation, _): relation.mirrored != nil
      case .extreme(let extreme): extreme.isAside
      }
    }
  }

  /// What it says of the order from the camera.
  var depth: Modifier? {
    modifiers.first { if case .extreme(let extreme) = $0 { extreme.relation == .closer } else { false } }
  }

  /// Whether one of some attributes tells it apart.
  func uses(_ attributes: [Attribute]) -> Bool {
    modifiers.contains { if case .filter(let f) = $0 { attributes.contains(f.attribute) } else { false } }
  }
}
