import Perturbation
import RandomStreams
import Testing
import TextModel

/// What the catalog asks of every perturbation.
@Suite struct PerturbationConformanceTests {
  static let ids = PerturbationCatalog.all.map(\.rule.id)

  private func perturbation(_ id: String) throws -> any TextPerturbation {
    try #require(PerturbationCatalog[id])
  }

  /// Every text at every severity with several seeds; the body sees those that applied.
  private func forEachRevision(
    of perturbation: any TextPerturbation, seeds: Int = 6, _ texts: [AnnotatedText]? = nil,
    _ body: (AnnotatedText, Revision, Severity) throws -> Void
  ) throws -> Int {
    var count = 0
    for (n, text) in try (texts ?? SampleTexts.all()).enumerated() {
      for severity in Severity.allCases {
        for seed in 0..<seeds {
          let stream = RandomStream(seed: UInt64(seed)).child(n)
          guard let revision = perturbation.perturb(text, severity: severity, stream: stream) else {
            continue
          }
          try body(text, revision, severity)
          count += 1
        }
      }
    }
    return count
  }

  @Test func idsAreUnique() { #expect(Set(Self.ids).count == Self.ids.count) }

  @Test(arguments: ids) func keepsWhatItPromises(_ id: String) throws {
    let perturbation = try perturbation(id)
    let count = try forEachRevision(of: perturbation) { text, revision, _ in
      let new = revision.text
      #expect(new.fault == nil, "\(new)")
      #expect(Array(new.string.utf8) != Array(text.string.utf8), "nothing changed")
      #expect(new.provenance.perturbations == [id])
      #expect(revision.records.allSatisfy { $0.edit.operation == id })
      // Labels of the text.
      switch perturbation.rule.effect {
      case .invariant, .revalues, .strengthens: #expect(new.labels == text.labels)
      case .flips:
        #expect(zip(new.labels, text.labels).allSatisfy { LabelOpposite.of($0.value) == $1.value })
        #expect(new.labels.count == text.labels.count)
      }
      // Spans: all there, and the same but for what the effect allows.
      #expect(new.spans.map(\.id) == text.spans.map(\.id))
      for (a, b) in zip(text.spans, new.spans) {
        #expect(a.label == b.label && a.role == b.role)
        let isReplaced = revision.records.contains { $0.edit.range == a.range && $0.edit.value != nil }
        if perturbation.rule.effect == .revalues, isReplaced {
          let value = try #require(b.value)
          #expect(b.value != a.value && new.surface(of: b).contains(value))
        } else {
          #expect(a.value == b.value)
        }
      }
    }
    #expect(count > 0, "\(id) applies to none of the sample texts")
  }

  @Test(arguments: ids) func offsetsAreExact(_ id: String) throws {
    _ = try forEachRevision(of: try perturbation(id), seeds: 3) { text, revision, _ in
      let string = revision.text.string
      let (utf16, characters) = (Array(string.utf16), Array(string))
      let (units, graphemes) = (revision.text.ranges(in: .utf16), revision.text.ranges(in: .grapheme))
      for (i, span) in revision.text.spans.enumerated() {
        let surface = Array(revision.text.surface(of: span).utf8)
        #expect(Array(String(decoding: utf16[units[i]], as: UTF16.self).utf8) == surface)
        #expect(characters[graphemes[i]].flatMap { Array($0.utf8) } == surface)
      }
      // Outside of the edits nothing has changed, and they lead back.
      for copy in revision.alignment.copies {
        #expect(text.scalars[copy.source].elementsEqual(revision.text.scalars[copy.target]))
      }
      var noisy = NoisyText(text)
      noisy.append(revision)
      #expect(noisy.restored == text.scalars)
    }
  }

  @Test(arguments: ids) func leavesProtectedSpansAlone(_ id: String) throws {
    let texts = try SampleTexts.all().map { text in
      var spans = text.spans
      for i in spans.indices { spans[i].isProtected = true }
      return try AnnotatedText(
        scalars: text.scalars, spans: spans, tokens: text.tokens, labels: text.labels, language: text.language
      )
    }
    _ = try forEachRevision(of: try perturbation(id), texts) { text, revision, _ in
      #expect(
        text.spans.map { text.surface(of: $0) } == revision.text.spans.map { revision.text.surface(of: $0) })
    }
  }

  @Test(arguments: ids) func repeatsItself(_ id: String) throws {
    let perturbation = try perturbation(id)
    for text in try SampleTexts.all() {
      let stream = RandomStream(seed: 9).child("a")
      let first = perturbation.perturb(text, severity: .strong, stream: stream)
      #expect(first == perturbation.perturb(text, severity: .strong, stream: stream))
    }
  }

  @Test(arguments: ids) func growsWithSeverity(_ id: String) throws {
    let perturbation = try perturbation(id)
    var edits = [Severity: Int]()
    _ = try forEachRevision(of: perturbation, seeds: 60) { _, revision, severity in
      edits[severity, default: 0] += revision.records.count
    }
    let counts = Severity.allCases.map { edits[$0] ?? 0 }
    // Overlapping places make single texts uneven by a little; never more than one in fifty.
    for (a, b) in zip(counts, counts.dropFirst()) { #expect(b * 50 >= a * 49, "\(id): \(counts)") }
    if let shares = perturbation.rule.ladder.shares, shares[0] < shares[4] {
      #expect(counts[4] >= counts[0], "\(id): \(counts)")
    } else {
      #expect(counts[4] == counts[0], "\(id): \(counts)")
    }
  }

  @Test(arguments: ids) func honoursItsLimit(_ id: String) throws {
    let perturbation = try perturbation(id)
    for text in try SampleTexts.all() {
      let stream = RandomStream(seed: 3)
      #expect(perturbation.perturb(text, severity: .severe, limit: 0, stream: stream) == nil)
      let one = perturbation.perturb(text, severity: .severe, limit: 1, stream: stream)
      // An article goes with its word.
      #expect((one?.records.count ?? 0) <= 2)
    }
  }

  /// T21: the labels that the perturbations claim are those that another reader finds.
  @Test func aSecondReaderAgrees() throws {
    var turned = 0
    var kept = 0
    // Noise on letters may make words unknown to the judge; these never do.
    let plain = [
      "negation", "antonym-swap", "intensity-up", "contractions-contract", "contractions-expand",
      "spoken-filler",
      "change-person", "change-location", "numeral-form", "date-form", "punctuation-noise", "case-noise",
    ]
    for id in plain {
      let perturbation = try perturbation(id)
      _ = try forEachRevision(of: perturbation) { text, revision, _ in
        guard let label = text.label("sentiment") else { return }
        #expect(SentimentJudge.label(text) == label, "\(text.string)")
        #expect(
          SentimentJudge.label(revision.text) == revision.text.label("sentiment"),
          "\(id): \(revision.text.string)")
        if perturbation.rule.effect == .flips { turned += 1 } else { kept += 1 }
      }
    }
    #expect(turned >= 300 && kept >= 300, "\(turned), \(kept)")
  }
}
