/// Puts nodes of a derivation space together, counting as it goes.
struct SpaceBuilder {
  var space = DerivationSpace()
  private var counts: [Natural] = []
  private var knownAtoms: [String: Int32] = [:]
  private var knownTexts: [Int32: Int32] = [:]
  private var emptyNode: Int32?

  mutating func add(
    _ kind: DerivationSpace.Kind, _ first: Int, _ length: Int = 0, count: Natural, mass: Double = 1,
    evenMass: Double = 1
  ) -> Int32 {
    let number = Int32(space.nodes.count)
    let word = count.word.flatMap { $0 < UInt64.max >> 1 ? $0 : nil }
    if word == nil { space.large[number] = count }
    space.nodes.append(
      .init(kind: kind, first: Int32(first), length: Int32(length), count: word ?? .max))
    counts.append(count)
    space.mass.append(Float(mass))
    space.evenMass.append(Float(evenMass))
    return number
  }

  func count(_ node: Int32) -> Natural { counts[Int(node)] }
  private func mass(_ node: Int32) -> Double { Double(space.mass[Int(node)]) }
  private func evenMass(_ node: Int32) -> Double { Double(space.evenMass[Int(node)]) }

  mutating func empty() -> Int32 {
    if let emptyNode { return emptyNode }
    let node = add(.empty, 0, count: 1)
    emptyNode = node
    return node
  }

  /// The number of an atom; the same for the same text.
  mutating func atom(_ text: String, _ language: String) -> Int32 {
    let key = language + "\u{0}" + text
    if let known = knownAtoms[key] { return known }
    let literal = LiteralText(text, language: language)
    var utf8 = String.UnicodeScalarView()
    utf8.append(contentsOf: literal.scalars)
    let plain = String(utf8)
    let start = space.bytes.count
    space.bytes += plain.utf8
    let firstToken = space.tokens.count
    space.tokens += literal.tokens.map { Int32($0.lowerBound)..<Int32($0.upperBound) }
    // Said apart: as one expression it takes the compiler seconds.
    let opening: CharacterClass = literal.scalars.first.map { CharacterClass($0) } ?? .other
    let ending: CharacterClass = literal.scalars.last.map { CharacterClass($0) } ?? .other
    let endsWithPunctuation: Bool = literal.scalars.last.map { CharacterClass.isPunctuation($0) } ?? false
    space.atoms.append(
      .init(
        start: Int32(start), bytes: Int32(space.bytes.count - start), scalars: Int32(literal.scalars.count),
        firstToken: Int32(firstToken), tokens: Int32(literal.tokens.count), leading: literal.leading,
        trailing: literal.trailing, opening: opening, ending: ending,
        opensApart: literal.opensApart, endsWithPunctuation: endsWithPunctuation,
        takesAn: EnglishArticle.takesAn(plain)))
    let number = Int32(space.atoms.count - 1)
    knownAtoms[key] = number
    return number
  }

  mutating func text(_ text: String, _ language: String) -> Int32 {
    let atom = atom(text, language)
    if let known = knownTexts[atom] { return known }
    let node = add(.text, Int(atom), count: 1)
    knownTexts[atom] = node
    return node
  }

  /// All of some nodes; sequences inside are opened, what is empty is left out.
  mutating func sequence(_ parts: [Int32]) -> Int32 {
    var flat: [Int32] = []
    for part in parts {
      let node = space.nodes[Int(part)]
      switch node.kind {
      case .empty: continue
      case .sequence: flat += space.links[Int(node.first)..<Int(node.first + node.length)]
      default: flat.append(part)
      }
    }
    guard flat.count != 1 else { return flat[0] }
    guard !flat.isEmpty else { return empty() }
    let first = space.links.count
    link(flat.map { ($0, 1, 1) })
    return add(
      .sequence, first, flat.count, count: flat.reduce(Natural.one) { $0 * count($1) },
      mass: flat.reduce(1) { $0 * mass($1) }, evenMass: flat.reduce(1) { $0 * evenMass($1) })
  }

  /// One of some nodes with their shares by weights and by rules.
  mutating func choice(_ options: [(node: Int32, weight: Double, evenWeight: Double)]) -> Int32 {
    if options.count == 1, options[0].weight == 1, options[0].evenWeight == 1 { return options[0].node }
    let first = space.links.count
    link(options)
    let isAlike = options.allSatisfy { count($0.node) == count(options[0].node) }
    return add(
      isAlike ? .alike : .choice, first, options.count,
      count: options.reduce(Natural.zero) { $0 + count($1.node) },
      mass: options.reduce(0) { $0 + $1.weight * mass($1.node) },
      evenMass: options.reduce(0) { $0 + $1.evenWeight * evenMass($1.node) })
  }

  private mutating func link(_ options: [(node: Int32, weight: Double, evenWeight: Double)]) {
    var sum = Natural.zero
    for option in options {
      space.links.append(option.node)
      space.prefix.append(sum.word ?? .max)
      space.weights.append(Float(option.weight))
      space.evenWeights.append(Float(option.evenWeight))
      sum += count(option.node)
    }
  }

  /// A slot's values, each said by one atom, all alike.
  mutating func values(_ rows: [DerivationSpace.ValueRow]) -> Int32 {
    let first = space.rows.count
    space.rows += rows
    return add(.values, first, rows.count, count: Natural(rows.count))
  }

  /// A node around one other.
  mutating func around(_ kind: DerivationSpace.Kind, _ first: Int, _ inner: Int32) -> Int32 {
    add(
      kind, first, Int(inner), count: count(inner), mass: mass(inner), evenMass: evenMass(inner))
  }

  mutating func assign(_ assignment: DerivationSpace.Assignment) -> Int32 {
    space.assignments.append(assignment)
    return add(.assign, space.assignments.count - 1, count: Natural(assignment.count))
  }

  /// A value decided elsewhere; every node of the directory has the same count.
  mutating func given(_ directory: DerivationSpace.Directory, count: Natural) -> Int32 {
    space.directories.append(directory)
    let known = directory.nodes.filter { $0 >= 0 }
    let share = known.isEmpty ? 0 : 1 / Double(known.count)
    return add(
      .given, space.directories.count - 1, count: count,
      mass: known.reduce(0) { $0 + share * mass($1) },
      evenMass: known.reduce(0) { $0 + share * evenMass($1) })
  }

  /// A text's number in a list of names, added when new.
  static func number(_ name: String, in names: inout [String]) -> Int32 {
    if let known = names.firstIndex(of: name) { return Int32(known) }
    names.append(name)
    return Int32(names.count - 1)
  }
}
