package import Identities
import TextModel

/// What files that speak of a whole dataset need to know of it: counts and vocabularies, which grow with the grammar
/// and not with the number of texts.
package struct TextFacts: Sendable {
  /// Of one language.
  package struct Vocabulary: Sendable {
    /// Texts by part.
    package var counts: [TextPart: Int] = [:]
    /// Values of each task, `intent` among them.
    package var tasks: [String: Set<String>] = [:]
    /// Roles of each label.
    package var roles: [String: Set<String>] = [:]
    /// Labels that each relation goes from and to.
    package var relations: [String: (sources: Set<String>, targets: Set<String>)] = [:]
    /// Whether several spans speak of one thing, and whether some of them are pronouns and the like.
    package var hasChains = false
    package var hasMentions = false
    /// Surfaces by label and canonical value; no longer kept for a label of `open`.
    package var surfaces: [String: [String: Set<String>]] = [:]
    /// Labels with more surfaces than a list can be expected to name.
    package var open: Set<String> = []
    private var sizes: [String: Int] = [:]

    /// Labels in the order of their bytes.
    package var labels: [String] { roles.keys.sorted(by: Self.isOrdered) }

    /// Values of a task in the order of their bytes.
    package func values(of task: String) -> [String] { tasks[task, default: []].sorted(by: Self.isOrdered) }

    static func isOrdered(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

    mutating func add(_ text: AnnotatedText) {
      for label in text.labels { tasks[label.task, default: []].insert(label.value) }
      for relation in text.numberedRelations {
        relations[relation.name, default: ([], [])].sources.insert(text.spans[relation.source].label)
        relations[relation.name, default: ([], [])].targets.insert(text.spans[relation.target].label)
      }
      hasChains = hasChains || !text.chains.isEmpty
      hasMentions = hasMentions || text.spans.contains(where: \.isMention)
      for span in text.spans where !span.isMention {
        roles[span.label, default: []].formUnion(span.role.map { [$0] } ?? [])
        note(span.label, span.value ?? text.surface(of: span), text.surface(of: span))
      }
    }

    private mutating func note(_ label: String, _ value: String, _ surface: String) {
      guard !open.contains(label),
        surfaces[label, default: [:]][value, default: []].insert(surface).inserted
      else { return }
      sizes[label, default: 0] += 1
      if sizes[label, default: 0] > TextFacts.surfaceLimit { close(label) }
    }

    private mutating func close(_ label: String) {
      open.insert(label)
      surfaces[label] = nil
    }

    mutating func merge(_ other: Vocabulary) {
      for (part, count) in other.counts { counts[part, default: 0] += count }
      for (task, values) in other.tasks { tasks[task, default: []].formUnion(values) }
      for (label, names) in other.roles { roles[label, default: []].formUnion(names) }
      for (name, ends) in other.relations {
        relations[name, default: ([], [])].sources.formUnion(ends.sources)
        relations[name, default: ([], [])].targets.formUnion(ends.targets)
      }
      hasChains = hasChains || other.hasChains
      hasMentions = hasMentions || other.hasMentions
      for label in other.open { close(label) }
      for (label, values) in other.surfaces {
        for (value, surfaces) in values { for surface in surfaces { note(label, value, surface) } }
      }
    }
  }

  /// Surfaces of one label that are kept.
  static let surfaceLimit = 10_000

  /// The dataset's name.
  package var title: String
  package var split: TextSplit
  /// What is known of the identifiers of people, judged anew by their publishers' ranges.
  package private(set) var certificate = PrivacyCertificate()
  package private(set) var vocabularies: [String: Vocabulary] = [:]

  package init(title: String, split: TextSplit) {
    self.title = title
    self.split = split
  }

  /// Languages in the order of their bytes.
  package var languages: [String] { vocabularies.keys.sorted(by: Vocabulary.isOrdered) }

  /// What is known of a language; nothing of one that has no texts.
  package subscript(language: String) -> Vocabulary { vocabularies[language] ?? Vocabulary() }

  /// Parts that have texts in some language.
  package var parts: [TextPart] {
    TextPart.allCases.filter { part in vocabularies.values.contains { $0.counts[part, default: 0] > 0 } }
  }

  package mutating func add(_ placed: PlacedText) {
    vocabularies[placed.text.language, default: Vocabulary()].counts[placed.part, default: 0] += 1
    if let code = placed.text.fields.first(where: { $0.kind == "locale" })?.value,
      let locale = IdentityLocale(rawValue: code)
    {
      for field in placed.text.fields {
        guard let kind = FieldKind(rawValue: field.kind) else { continue }
        certificate.examine(kind, field.value, locale, record: placed.text.index)
      }
    }
    if case .labelled(let text) = placed.text.body {
      vocabularies[placed.text.language, default: Vocabulary()].add(text)
    }
  }

  package mutating func merge(_ other: TextFacts) {
    certificate.merge(other.certificate)
    for (language, vocabulary) in other.vocabularies {
      vocabularies[language, default: Vocabulary()].merge(vocabulary)
    }
  }
}
