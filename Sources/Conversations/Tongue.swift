/// The languages in which conversations are held; both are written by hand, neither is a translation.
package enum Tongue: String, Sendable, Hashable, CaseIterable, Codable {
  case chinese = "zh"
  case english = "en"
}

/// The same thing in both languages.
package struct Both<Value: Sendable & Hashable>: Sendable, Hashable {
  package var chinese: Value
  package var english: Value

  package init(_ chinese: Value, _ english: Value) {
    self.chinese = chinese
    self.english = english
  }

  package subscript(tongue: Tongue) -> Value {
    get { tongue == .chinese ? chinese : english }
    set { if tongue == .chinese { chinese = newValue } else { english = newValue } }
  }
}
