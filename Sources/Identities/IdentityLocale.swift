/// A language and country whose people can be made.
package enum IdentityLocale: String, Sendable, Hashable, CaseIterable, Codable {
  case chinese = "zh-CN"
  case american = "en-US"
  case japanese = "ja-JP"
  case korean = "ko-KR"
  case german = "de-DE"
  case french = "fr-FR"
  case spanish = "es-ES"
  case italian = "it-IT"
  case brazilian = "pt-BR"
  case russian = "ru-RU"

  /// ISO 3166-1 alpha-2.
  package var country: String { String(rawValue.suffix(2)) }

  /// Whether every field exists; the others have names, addresses, e-mail and what their country publishes.
  package var isFull: Bool { self == .chinese || self == .american }
}

/// The genders that identity documents of these countries write.
package enum Gender: String, Sendable, Hashable, CaseIterable, Codable {
  case female, male
}
