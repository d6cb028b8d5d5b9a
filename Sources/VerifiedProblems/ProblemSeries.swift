import JSON
package import RandomStreams

/// A dataset of problems: which problem stands at each index, a function of seed and index alone.
///
/// Families come by turns, in an order drawn anew each round; levels by turns of rounds. So every family and every level
/// of it has its share to within one.
package struct ProblemSeries: Sendable {
  package let families: [any ProblemFamily]
  /// 1 … 5.
  package let levels: [Int]
  package let languages: [ProblemLanguage]
  /// Those that rejected replies may have.
  package let defects: [Defect]
  private let root: RandomStream

  /// - Returns: `nil` without families, levels or languages.
  package init?(
    families: [any ProblemFamily], levels: [Int], languages: [ProblemLanguage],
    defects: [Defect] = Defect.allCases, seed: UInt64
  ) {
    guard !families.isEmpty, !levels.isEmpty, !languages.isEmpty,
      levels.allSatisfy({ (1...5).contains($0) })
    else { return nil }
    self.families = families
    self.levels = levels
    self.languages = languages
    self.defects = defects
    root = RandomStream(seed: seed).child("problems")
  }

  /// The problem at an index and the stream of all that is drawn for it; `nil` only if its family has none.
  package func problem(at index: Int) -> (problem: Problem, stream: RandomStream)? {
    let (round, place) = index.quotientAndRemainder(dividingBy: families.count)
    var order = root.child("round/\(round)")
    let family = families[order.permutation(families.count)[place]]
    let stream = root.child("\(index)")
    guard let problem = family.problem(level: levels[round % levels.count], stream) else { return nil }
    return (problem, stream)
  }

  /// A reply of the problem with one of the defects and a right one; `nil` where none has a place.
  package func preference(_ problem: Problem, in language: ProblemLanguage, _ stream: RandomStream)
    -> PreferencePair?
  {
    let own = stream.child("pair/\(language.rawValue)")
    var draw = own.child("defect")
    for number in draw.permutation(defects.count) {
      if let pair = PreferencePair(problem, in: language, defect: defects[number], own) { return pair }
    }
    return nil
  }
}
