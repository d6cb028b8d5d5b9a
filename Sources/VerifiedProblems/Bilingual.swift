/// The same thing in Chinese and English.
package struct Bilingual: Sendable, Hashable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// What reads the same in both: numbers, code, letters.
  package init(both text: String) { self.init(text, text) }

  package subscript(language: ProblemLanguage) -> String {
    language == .chinese ? chinese : english
  }
}
