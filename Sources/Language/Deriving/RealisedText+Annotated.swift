package import TextModel

extension RealisedText {
  /// The sentence as a text that can be edited, perturbed and exported, with its intent as a label.
  ///
  /// - Parameter derivation: what tells the sample apart, such as its rank; kept as provenance.
  /// - Throws: a fault where a span's edge falls inside of what a reader sees as one character, such as a letter and the
  ///   combining mark that the next word begins with.
  package func annotated(
    in space: DerivationSpace, derivation: String = ""
  ) throws(TextFault) -> AnnotatedText {
    let template = space.templates[Int(template)]
    let intent = space.intents[Int(template.intent)]
    var found: [TextSpan] = []
    for (id, span) in spans.enumerated() {
      let use = space.uses[Int(span.use)]
      let canonical = span.value >= 0 ? space.values[Int(span.value)].canonical : ""
      found.append(
        TextSpan(
          space.labels[Int(use.label)], Int(span.start)..<Int(span.end), id: id,
          role: use.role >= 0 ? space.roles[Int(use.role)] : nil,
          group: use.variable >= 0 ? space.variables[Int(use.variable)] : nil,
          value: canonical.isEmpty ? nil : canonical))
    }
    for (id, span) in spans.enumerated() where space.uses[Int(span.use)].isMention {
      found[id].isMention = true
    }
    for (number, chain) in chains(in: space).enumerated() { for id in chain { found[id].chain = number } }
    let tags = tags(in: space)
    return try AnnotatedText(
      scalars: Array(string.unicodeScalars), spans: found,
      tokens: tokens.enumerated().map { number, token in
        TextToken(Int(token.lowerBound)..<Int(token.upperBound), tags?[number] ?? .unknown)
      },
      relations: relations(in: space).map { TextRelation($0.name, from: $0.source, to: $0.target) },
      labels: [TextLabel("intent", intent.name)] + intent.labels.map { TextLabel($0.name, $0.value) },
      language: space.languages[Int(language)],
      provenance: TextProvenance(template: template.name, derivation: derivation))
  }
}
