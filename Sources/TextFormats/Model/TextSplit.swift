package import JSON
package import Language
import TextModel

/// Which part of a dataset a text is in: a function of what it is made of and the salt, never of other texts.
///
/// By template, each language's own: the text is in the part of the template that it was derived from, so no template
/// stands in two parts. By value or combination: of the first span with the label or role that is named; texts without
/// one train. By sample: all languages of a sample together.
package struct TextSplit: Sendable, Hashable {
  package var settings: SplitSettings

  package init(_ settings: SplitSettings = SplitSettings()) { self.settings = settings }

  package func part(of text: NativeText) -> TextPart {
    let split = DatasetSplit(
      unit: settings.unit, variable: settings.slot,
      parts: zip(TextPart.allCases, settings.shares).map { ($0.rawValue, $1) }, salt: UInt64(settings.salt))
    let key: String
    switch settings.unit {
    case .sample: key = "\(text.index)"
    case .template: key = text.template
    case .value, .combination:
      guard let value = value(in: text) else { return .train }
      key = settings.unit == .value ? value : text.template + "\u{0}" + value
    }
    guard let number = split.part(ofKey: key), TextPart.allCases.indices.contains(number) else {
      return .train
    }
    return TextPart.allCases[number]
  }

  private func value(in text: NativeText) -> String? {
    guard case .labelled(let labelled) = text.body else { return nil }
    return labelled.spans.first { $0.label == settings.slot || $0.role == settings.slot }?.value
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
