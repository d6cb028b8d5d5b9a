package import JSON
package import Language
import TextModel

/// Which part of a dataset a text is in: a function of what it is made of and the salt, never of other texts.
///
/// By template, each language's own: the text is in the part of the template that it was derived from, so no template
/// stands in two parts. By value or combination: of the spans with the label or role that is named; of several, the part
/// that is held out the most, so that no held-out value is ever seen in training; texts without one train. By sample: all
/// languages of a sample together.
package struct TextSplit: Sendable, Hashable {
  package var settings: SplitSettings

  package init(_ settings: SplitSettings = SplitSettings()) { self.settings = settings }

  package func part(of text: NativeText) -> TextPart {
    let split = DatasetSplit(
      unit: settings.unit, variable: settings.slot,
      parts: zip(TextPart.allCases, settings.shares).map { ($0.rawValue, $1) }, salt: UInt64(settings.salt))
    let keys: [String]
    switch settings.unit {
    case .sample: keys = ["\(text.index)"]
    case .template: keys = [text.template]
    case .value: keys = values(in: text)
    case .combination: keys = values(in: text).map { text.template + "\u{0}" + $0 }
    }
    let heldOut = keys.compactMap { split.part(ofKey: $0) }.max() ?? 0
    return TextPart.allCases.indices.contains(heldOut) ? TextPart.allCases[heldOut] : .train
  }

  private func values(in text: NativeText) -> [String] {
    guard case .labelled(let labelled) = text.body else { return [] }
    return labelled.spans.filter { $0.label == settings.slot || $0.role == settings.slot }.compactMap(\.value)
  }

  /// As it stands in the manifest.
  package var json: JSONValue { settings.json }

  /// In words, for people.
  package var summary: String {
    let shares = settings.shares.map { "\(($0 * 1000).rounded() / 10) %" }.joined(separator: ", ")
    return "by \(settings.unit.rawValue)" + (settings.slot.map { " of \($0)" } ?? "")
      + " (train, dev, test: \(shares))"
  }
}
