import Testing
import VerifiedProblems

@Suite struct ProblemLanguageTests {
  @Test func bothLanguages() { #expect(ProblemLanguage.allCases.map(\.rawValue) == ["zh", "en"]) }
}
