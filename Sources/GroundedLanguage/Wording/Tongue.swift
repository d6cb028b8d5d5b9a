/// The languages in which grounded language is written.
package enum Tongue: String, Sendable, Hashable, CaseIterable, Codable {
  case english = "en"
  case chinese = "zh"

  /// BCP 47.
  package var tag: String { self == .english ? "en-US" : "zh-CN" }
}
