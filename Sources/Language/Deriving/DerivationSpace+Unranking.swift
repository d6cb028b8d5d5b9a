extension DerivationSpace {
  /// Makes derivation number `rank`, from 0 ..< `count`.
  package func unrank(_ rank: Natural, into derivation: inout Derivation) {
    derivation.reset()
    unrank(root, rank, &derivation)
  }

  /// Makes derivation number `rank` of a space whose count fits a word.
  package func unrank(_ rank: UInt64, into derivation: inout Derivation) {
    derivation.reset()
    if nodes[Int(root)].count == .max {
      unrank(root, Natural(rank), &derivation)
    } else {
      unrank(root, rank, &derivation)
    }
  }

  /// Below nodes whose counts need many words.
  func unrank(_ node: Int32, _ rank: Natural, _ derivation: inout Derivation) {
    let item = nodes[Int(node)]
    if item.count != .max { return unrank(node, rank.word ?? 0, &derivation) }
    let first = Int(item.first)
    switch item.kind {
    case .sequence:
      var rest = rank
      for part in links[first..<first + Int(item.length)] {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: count(of: part))
        unrank(part, digit, &derivation)
        rest = quotient
      }
    case .choice, .alike:
      var rest = rank
      for k in 0..<Int(item.length) {
        let count = count(of: links[first + k])
        if rest < count { return unrank(links[first + k], rest, &derivation) }
        rest = rest - count
      }
    case .span, .value, .template, .language, .intent:
      let inner = open(item, &derivation)
      unrank(inner, rank, &derivation)
      close(item, &derivation)
    case .given:
      let directory = directories[first]
      unrank(
        directory.nodes[Int(derivation.values[Int(directory.variable)] - directory.base)], rank, &derivation)
    case .empty, .text, .article, .values, .assign, .read, .call: return
    }
  }

  /// Below nodes whose counts fit a word.
  func unrank(_ node: Int32, _ rank: UInt64, _ derivation: inout Derivation) {
    let item = nodes[Int(node)]
    let first = Int(item.first)
    switch item.kind {
    case .empty: return
    case .text: derivation.add(.text, item.first)
    case .article: derivation.add(.article, item.first)
    case .read: derivation.add(.read, item.first)
    case .call: derivation.add(.call, item.first)
    case .sequence:
      // Mixed radix, the first part fastest.
      var rest = rank
      for k in first..<first + Int(item.length) {
        let part = links[k]
        let count = nodes[Int(part)].count
        if count == 1 {
          unrank(part, 0 as UInt64, &derivation)
        } else {
          let quotient = rest / count
          unrank(part, rest &- quotient &* count, &derivation)
          rest = quotient
        }
      }
    case .choice:
      // The last link whose prefix is not above the rank.
      var (low, high) = (first, first + Int(item.length))
      while high - low > 1 {
        let middle = (low + high) >> 1
        if prefix[middle] <= rank { low = middle } else { high = middle }
      }
      unrank(links[low], rank - prefix[low], &derivation)
    case .alike:
      let each = nodes[Int(links[first])].count
      let number = each == 1 ? rank : rank / each
      unrank(links[first + Int(number)], rank - number &* each, &derivation)
    case .values:
      let row = rows[first + Int(rank)]
      derivation.add(.value, row.value)
      derivation.add(.text, row.atom)
    case .assign:
      let assignment = assignments[first]
      let width = assignment.variables.count
      for (k, variable) in assignment.variables.enumerated() {
        let value = assignment.rows[Int(rank) * width + k]
        for l in 0..<languages.count { derivation.values[Int(variable) + l] = value }
      }
    case .given:
      let value = derivation.values[Int(directories[first].variable)]
      unrank(directories[first].nodes[Int(value - directories[first].base)], rank, &derivation)
    case .span, .value, .template, .language, .intent:
      let inner = open(item, &derivation)
      unrank(inner, rank, &derivation)
      close(item, &derivation)
    }
  }

  /// Begins what stands around one node.
  ///
  /// - Returns: that node.
  @inline(__always) func open(_ item: Node, _ derivation: inout Derivation) -> Int32 {
    switch item.kind {
    case .span:
      let register = uses[Int(item.first)].register
      if register >= 0 { derivation.starts[Int(register)] = Int32(derivation.steps.count) }
      derivation.add(.begin, item.first)
    case .value: derivation.add(.value, item.first)
    case .template: derivation.add(.template, item.first)
    case .language: derivation.add(.language, item.first)
    default: derivation.add(.intent, item.first)
    }
    return item.length
  }

  @inline(__always) func close(_ item: Node, _ derivation: inout Derivation) {
    guard item.kind == .span else { return }
    derivation.add(.end, item.first)
    let register = Int(uses[Int(item.first)].register)
    guard register >= 0 else { return }
    derivation.ends[register] = Int32(derivation.steps.count)
    // The value is the first step inside.
    let start = Int(derivation.starts[register])
    if start + 1 < derivation.steps.count, derivation.steps[start + 1].operation == .value {
      derivation.values[register] = derivation.steps[start + 1].payload
    }
  }
}
