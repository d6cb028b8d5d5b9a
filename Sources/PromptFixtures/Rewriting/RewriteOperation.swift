import Conversations
import RandomStreams

/// A way of rewriting with a mechanical check.
enum RewriteOperation: String, Sendable, CaseIterable {
  /// 您 becomes 你, or the other way round; contractions are made or written out.
  case register
  /// Only what carries a number, a day or a place is kept.
  case shorten
  /// An enumeration becomes a list.
  case bullets
  /// Names, telephones and addresses become placeholders.
  case deidentify = "de_identify"
  /// Kilometres and degrees Celsius become miles and degrees Fahrenheit.
  case units
  /// Digits become words.
  case numbers

  /// What is asked, the text, the text rewritten, and the same with one change left out or done in excess.
  struct Made: Sendable, Hashable {
    var instruction: String
    var source: String
    var result: String
    var missed: String
  }

  func made(_ tongue: Tongue, _ stream: inout RandomStream) -> Made? {
    switch self {
    case .register: RewriteTexts.register(tongue, &stream)
    case .shorten: RewriteTexts.shorten(tongue, &stream)
    case .bullets: RewriteTexts.bullets(tongue, &stream)
    case .deidentify: RewriteTexts.deidentify(tongue, &stream)
    case .units: RewriteTexts.units(tongue, &stream)
    case .numbers: RewriteTexts.numbers(tongue, &stream)
    }
  }
}
