import TextModel

/// What ties two spans of a text, for formats whose relations have two ends: chains are ties from one mention to the next.
struct SpanTie {
  static let coreference = "coreference"

  var name: String
  /// Numbers of spans.
  var source: Int
  var target: Int
  var isCoreference: Bool { name == Self.coreference }

  init(_ name: String, _ source: Int, _ target: Int) {
    (self.name, self.source, self.target) = (name, source, target)
  }

  static func list(of text: AnnotatedText) -> [SpanTie] {
    text.numberedRelations.map { SpanTie($0.name, $0.source, $0.target) }
      + text.chains.flatMap { chain in zip(chain, chain.dropFirst()).map { SpanTie(coreference, $0, $1) } }
  }

  /// Adds what ties say to a reading: those of coreference joined to chains.
  static func add(_ ties: [SpanTie], to reading: inout LabelledReading) {
    for tie in ties where !tie.isCoreference {
      reading.relations.append(.init(tie.name, tie.source, tie.target))
    }
    var chains: [Set<Int>] = []
    for tie in ties where tie.isCoreference {
      let met = chains.filter { $0.contains(tie.source) || $0.contains(tie.target) }
      chains.removeAll { met.contains($0) }
      chains.append(met.reduce([tie.source, tie.target]) { $0.union($1) })
    }
    reading.chains += chains.map { $0.sorted() }
  }
}
