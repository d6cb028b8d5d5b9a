/// The languages in which problems are told; both are written by hand, neither is a translation.
package enum ProblemLanguage: String, Sendable, Hashable, CaseIterable, Codable {
  case chinese = "zh"
  case english = "en"
}
