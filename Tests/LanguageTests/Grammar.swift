import Diagnostics
import Language
import LocatedYAML

/// The space of a template text.
func space(_ text: String, languages: [String]? = nil) throws -> DerivationSpace {
  try GrammarCompiler.compile(templates(text), languages: languages)
}

func templates(_ text: String) throws -> TemplateSet {
  try TemplateReader.read(YAMLDocument(text: text, file: "t.yaml")).0
}

/// The message of the error that a template text ends with; empty when it compiles.
func fault(_ text: String) -> String {
  do {
    _ = try space(text)
    return ""
  } catch {
    return "\(error)"
  }
}

/// A sentence with its labels written into it: `go to [city Paris=paris]`.
func marked(_ text: RealisedText, _ space: DerivationSpace) -> String {
  let scalars = Array(text.string.unicodeScalars)
  var out = ""
  for i in 0...scalars.count {
    for span in text.spans.reversed() where Int(span.end) == i && span.start < span.end {
      out += span.value >= 0 ? "=\(space.values[Int(span.value)].canonical)]" : "]"
    }
    for span in text.spans where Int(span.start) == i {
      let use = space.uses[Int(span.use)]
      out +=
        "[" + space.labels[Int(use.label)] + (use.role >= 0 ? ">" + space.roles[Int(use.role)] : "") + " "
    }
    if i < scalars.count { out.unicodeScalars.append(scalars[i]) }
  }
  return out
}

/// Every sample of a space in the order of ranks, each as its marked sentences joined by ` / `.
func all(_ space: DerivationSpace) -> [String] {
  var derivation = Derivation(for: space)
  var realiser = Realiser(space)
  var sample = RealisedSample(for: space)
  return (0..<(space.count.word ?? 0)).map { rank in
    space.unrank(rank, into: &derivation)
    realiser.realise(derivation, into: &sample)
    return sample.spoken.map { marked($0, space) }.joined(separator: " / ")
  }
}
