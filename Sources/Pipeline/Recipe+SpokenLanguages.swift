import Diagnostics
import GroundedLanguage
import SoundStage
import WorldModel

extension Recipe {
  /// Languages that labels are not written in are spoken on stages only, where somebody has written what is said.
  ///
  /// - Throws: `.badInput` where a language is asked for that cannot be written or said.
  func checkSpokenLanguages(of generator: any WorldGenerator) throws(DioramaError) {
    let written = Tongue.allCases.map(\.rawValue)
    let names = written.joined(separator: " and ")
    if language.tongues.isEmpty, let label = LabelSelection.languages(labels).first {
      let spoken = language.spoken.joined(separator: ", ")
      throw DioramaError(
        .badInput, "language: the label \(label) is written in \(names), not in \(spoken)",
        remedy: "Say which of them: language: {languages: [en], spoken: [\(spoken)]}.")
    }
    guard !microphones.isEmpty else { return }
    if let stage = generator as? StageGenerator {
      try stage.check(languages: language.spoken)
    } else if let foreign = language.spoken.first(where: { !written.contains($0) }) {
      throw DioramaError(
        .badInput, "language: people in this kind of world speak \(names), not \(foreign)",
        remedy: "Choose one of them, or generator: stage with sentences of your own.")
    }
  }
}
