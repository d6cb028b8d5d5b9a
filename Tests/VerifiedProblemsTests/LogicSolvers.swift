import JSON

enum LogicSolvers {
  /// Element by element, as bits.
  static func sets(_ p: Parameters) -> String? {
    let masks = p.table("sets").map { $0.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
    var value = masks[0]
    for (sign, mask) in zip(p.texts("signs"), masks.dropFirst()) {
      value = sign == "∪" ? value | mask : sign == "∩" ? value & mask : value & ~mask
    }
    return (0..<64).filter { value >> UInt64($0) & 1 == 1 }.map(String.init).sorted().joined(separator: ",")
  }

  /// Places people one after the other, giving up as soon as a clue is broken.
  static func ordering(_ p: Parameters) -> String? {
    let names = p.texts("people")
    let clues = p.list("clues").map { Parameters.list($0) }
    var place = [Int: Int]()
    var answers: [String] = []
    func holds(_ clue: [JSONValue]) -> Bool {
      guard let a = place[Parameters.int(clue[1])] else { return true }
      let kind = Parameters.text(clue[0])
      if kind == "not_at" { return a != Parameters.int(clue[2]) }
      guard let b = place[Parameters.int(clue[2])] else { return true }
      switch kind {
      case "before": return a < b
      case "next": return b == a + 1
      default: return max(a, b) - min(a, b) == Parameters.int(clue[3]) + 1
      }
    }
    func go(_ person: Int) {
      if person == names.count {
        for (who, at) in place where at == p.int("asked") { answers.append(names[who]) }
        return
      }
      for at in 1...names.count where !place.values.contains(at) {
        place[person] = at
        if clues.allSatisfy(holds) { go(person + 1) }
        place[person] = nil
      }
    }
    go(0)
    return answers.count == 1 ? answers[0] : nil
  }

  /// Every claim as a formula over bits: true exactly when its speaker's bit is set.
  static func knights(_ p: Parameters) -> String? {
    let names = p.texts("people")
    let claims = p.list("claims").map { Parameters.list($0) }
    var models: [Int] = []
    for mask in 0..<(1 << names.count) {
      let isModel = claims.indices.allSatisfy { i in
        let claim = claims[i]
        let bits = claim.dropFirst().map { mask >> Parameters.int($0) & 1 }
        let truth: Bool
        switch Parameters.text(claim[0]) {
        case "knight": truth = bits[0] == 1
        case "knave": truth = bits[0] == 0
        case "same": truth = bits[0] ^ bits[1] == 0
        case "different": truth = bits[0] ^ bits[1] == 1
        case "knights": truth = mask.nonzeroBitCount == Parameters.int(claim[1])
        default: truth = mask != (1 << names.count) - 1
        }
        return truth == (mask >> i & 1 == 1)
      }
      if isModel { models.append(mask) }
    }
    guard models.count == 1 else { return nil }
    return names.indices.filter { models[0] >> $0 & 1 == 1 }.map { names[$0] }.sorted().joined(separator: ",")
  }

  /// Assigns houses to things one by one; counts complete worlds.
  static func zebra(_ p: Parameters) -> String? {
    let (n, categories) = (p.int("houses"), p.int("categories"))
    let names = p.texts("people")
    let clues = p.list("clues").map { Parameters.list($0) }
    var house = Array(repeating: Array(repeating: 0, count: n), count: categories)
    func at(_ thing: JSONValue) -> Int {
      let pair = Parameters.list(thing).map { Parameters.int($0) }
      return house[pair[0]][pair[1]]
    }
    func holds(_ clue: [JSONValue]) -> Bool {
      let a = at(clue[1])
      guard a > 0 else { return true }
      if Parameters.text(clue[0]) == "at" { return a == Parameters.int(clue[2]) }
      let b = at(clue[2])
      guard b > 0 else { return true }
      return Parameters.text(clue[0]) == "together" ? a == b : a == b - 1
    }
    var worlds = 0
    var answer = ""
    func go(_ cell: Int) {
      if cell == n * categories {
        worlds += 1
        let asked = p.ints("asked")
        answer = names.indices.first { house[0][$0] == house[asked[0]][asked[1]] }.map { names[$0] } ?? ""
        return
      }
      let (category, index) = (cell / n, cell % n)
      for h in 1...n where !house[category].contains(h) {
        house[category][index] = h
        if clues.allSatisfy(holds) { go(cell + 1) }
        house[category][index] = 0
      }
    }
    go(0)
    return worlds == 1 ? answer : nil
  }

  /// Unit propagation and splitting, counting all models.
  static func satisfaction(_ p: Parameters) -> String? {
    let n = p.int("variables")
    var models: [[Bool]] = []
    func go(_ clauses: [[Int]], _ values: [Bool?]) {
      if clauses.contains(where: \.isEmpty) { return }
      let unit = clauses.first { $0.count == 1 }?.first
      guard let variable = unit.map({ abs($0) }) ?? (1...n).first(where: { values[$0 - 1] == nil }) else {
        models.append(values.map { $0 ?? false })
        return
      }
      for value in unit.map({ [$0 > 0] }) ?? [true, false] {
        let literal = value ? variable : -variable
        var next = values
        next[variable - 1] = value
        go(clauses.filter { !$0.contains(literal) }.map { $0.filter { $0 != -literal } }, next)
      }
    }
    go(p.table("clauses"), Array(repeating: nil, count: n))
    guard models.count == 1 else { return nil }
    return (0..<n).filter { models[0][$0] }.map { ["A", "B", "C", "D", "E"][$0] }.sorted().joined(
      separator: ",")
  }

  /// All worlds: every choice of which regions of the diagram have members.
  static func syllogism(_ p: Parameters) -> String? {
    let terms = p.texts("terms")
    let n = terms.count
    let regions = 1 << n
    func area(_ test: (Int) -> Bool) -> Int { (0..<regions).filter(test).reduce(0) { $0 | 1 << $1 } }
    func has(_ r: Int, _ t: Int) -> Bool { r >> t & 1 == 1 }
    let members = (0..<n).map { t in area { has($0, t) } }
    let premises = p.list("premises").map { premise -> (kind: String, both: Int, only: Int) in
      let parts = Parameters.list(premise)
      let (a, b) = (Parameters.int(parts[1]), Parameters.int(parts[2]))
      return (
        Parameters.text(parts[0]), area { has($0, a) && has($0, b) }, area { has($0, a) && !has($0, b) }
      )
    }
    let (both, only) = (area { has($0, 0) && has($0, n - 1) }, area { has($0, 0) && !has($0, n - 1) })
    var holds = ["all": true, "no": true, "some": true, "some_not": true]
    var worlds = 0
    for world in 0..<(1 << regions) {
      guard members.allSatisfy({ world & $0 != 0 }) else { continue }
      let fits = premises.allSatisfy { premise in
        switch premise.kind {
        case "all": world & premise.only == 0
        case "no": world & premise.both == 0
        case "some": world & premise.both != 0
        default: world & premise.only != 0
        }
      }
      guard fits else { continue }
      worlds += 1
      if world & only != 0 { holds["all"] = false } else { holds["some_not"] = false }
      if world & both != 0 { holds["no"] = false } else { holds["some"] = false }
    }
    guard worlds > 0 else { return nil }
    let (s, q) = (terms[0], terms[n - 1])
    if holds["all"] == true { return "all \(s) are \(q)" }
    if holds["no"] == true { return "no \(s) are \(q)" }
    if holds["some"] == true { return holds["some_not"] == true ? nil : "some \(s) are \(q)" }
    return holds["some_not"] == true ? "some \(s) are not \(q)" : "nothing follows"
  }
}
