/// Every locale, in the order of `IdentityLocale`.
enum LocaleCatalog {
  static let all: [any LocaleProfile] = [
    ChineseProfile(),
    AmericanProfile(),
    JapaneseProfile(),
    KoreanProfile(),
    GermanProfile(),
    FrenchProfile(),
    SpanishProfile(),
    ItalianProfile(),
    BrazilianProfile(),
    RussianProfile(),
  ]

  static func profile(_ locale: IdentityLocale) -> any LocaleProfile {
    all.first { $0.locale == locale } ?? AmericanProfile()
  }
}
