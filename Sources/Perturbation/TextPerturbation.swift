package import RandomStreams
package import TextModel

/// What a perturbation is and promises.
package struct PerturbationRule: Sendable, Hashable {
  package enum Language: String, Sendable, Hashable, CaseIterable {
    case english
    case chinese
  }

  /// `keyboard-typo`; also the operation of its edits.
  package var id: String
  package var summary: String
  package var languages: [Language]
  package var effect: LabelEffect
  package var ladder: SeverityLadder

  package init(
    _ id: String, _ summary: String, languages: [Language] = [.english, .chinese],
    effect: LabelEffect = .invariant, ladder: SeverityLadder = .words
  ) {
    self.id = id
    self.summary = summary
    self.languages = languages
    self.effect = effect
    self.ladder = ladder
  }
}

/// A way to vary a text, from noise to another meaning, of which the effect on labels is known.
package protocol TextPerturbation: Sendable {
  var rule: PerturbationRule { get }

  /// Edits that the text allows (`PerturbableText.allows`), in order and apart; none where it offers no place.
  ///
  /// - Parameters:
  ///   - limit: at most that many places, the ones that a lower severity would choose first.
  ///   - stream: all chance; nothing else decides.
  func edits(
    of text: PerturbableText, severity: Severity, limit: Int, stream: RandomStream
  ) -> [TextEdit]
}

extension TextPerturbation {
  /// The text after the perturbation; `nil` where it does not apply: another language, no place for it, or labels of
  /// which the effect is not known.
  ///
  /// The result's labels, spans and words are right whatever was done.
  package func perturb(
    _ text: AnnotatedText, severity: Severity = .moderate, limit: Int = .max, stream: RandomStream
  ) -> Revision? {
    let perturbable = PerturbableText(text)
    let rule = rule
    guard rule.languages.contains(perturbable.isChinese ? .chinese : .english) else { return nil }
    var labels: [TextLabel]?
    if rule.effect == .flips {
      labels = LabelOpposite.flipped(text.labels)
      guard labels != nil else { return nil }
    }
    let edits = edits(of: perturbable, severity: severity, limit: limit, stream: stream)
    guard !edits.isEmpty, var revision = Self.revision(of: text, edits, isGraded: rule.ladder != .once) else {
      return nil
    }
    if let labels { revision.text.labels = labels }
    revision.text.provenance.perturbations.append(rule.id)
    return revision
  }

  /// All edits, or those of them that can be: an edit may turn out to join its letters to a span's edge.
  private static func revision(of text: AnnotatedText, _ edits: [TextEdit], isGraded: Bool) -> Revision? {
    if let revision = try? text.applying(edits) { return revision }
    guard isGraded else { return nil }
    var kept: [TextEdit] = []
    for edit in edits where (try? text.applying(kept + [edit])) != nil { kept.append(edit) }
    return kept.isEmpty ? nil : try? text.applying(kept)
  }
}

/// A perturbation that is a list of places with alternatives.
package protocol SitePerturbation: TextPerturbation {
  /// Places from left to right. They need not be allowed, and may overlap: whichever chance favours is taken.
  func sites(in text: PerturbableText) -> [EditSite]
}

extension SitePerturbation {
  package func edits(
    of text: PerturbableText, severity: Severity, limit: Int, stream: RandomStream
  ) -> [TextEdit] {
    let sites = sites(in: text).filter { !$0.alternatives.isEmpty && text.allows($0.range) }
    guard !sites.isEmpty, limit > 0 else { return [] }
    let rule = rule
    guard rule.ladder != .once || sites.count == 1 else { return [] }
    var chance = SiteChance(stream)
    // Favoured first; ties from left to right.
    let order = sites.indices.map { (chance: chance.next(), index: $0) }.sorted { $0 < $1 }
    let bound = SiteChance.bound(rule.ladder.share(severity))
    var chosen: [EditSite] = []
    for (rank, place) in order.enumerated() where rank == 0 || place.chance < bound {
      guard chosen.count < limit else { break }
      let extent = sites[place.index].extent
      let isApart = chosen.allSatisfy {
        let other = $0.extent
        return extent != other
          && (extent.upperBound <= other.lowerBound || other.upperBound <= extent.lowerBound)
      }
      if isApart { chosen.append(sites[place.index]) }
    }
    var edits: [TextEdit] = []
    for site in chosen {
      // By place, so that a site's choice does not hang on which others were chosen.
      let draw = Int(stream.bits(at: SiteChance.firstChoice + UInt64(site.range.lowerBound)) >> 33)
      let alternative = site.alternatives[draw % site.alternatives.count]
      edits.append(
        TextEdit(
          site.range, alternative.replacement, operation: rule.id, reason: alternative.reason,
          value: alternative.value, tokens: alternative.tokens))
      if let companion = alternative.companion, text.allows(companion.range) { edits.append(companion) }
    }
    return edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
