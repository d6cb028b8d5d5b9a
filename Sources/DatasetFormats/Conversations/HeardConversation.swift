import Annotations
import GroundedLanguage
import WorldModel

/// A recording with what is said of it in each language, and where both go.
struct HeardConversation {
  let heard: HeardRecording
  /// Where the sound goes.
  let path: String
  let dialogues: [(tongue: Tongue, dialogue: HeardDialogue)]
  private let pictures: [String: ViewPicture]

  static func all(of sample: Sample, _ options: FormatOptions) throws -> [HeardConversation] {
    var pictures: [String: ViewPicture] = [:]
    for view in sample.views { pictures[view.sensor] = try ViewPicture(view, of: sample, options) }
    return try sample.heard(options).map { heard in
      HeardConversation(
        heard: heard, path: "audio/\(heard.side)/\(heard.nativeName)",
        dialogues: Tongue.allCases.compactMap { tongue in
          HeardDialogue(heard, tongue, number: heard.sample + heard.place).map { (tongue, $0) }
        }, pictures: pictures)
    }
  }

  /// The picture that a conversation shows beside the sound.
  func picture(of dialogue: HeardDialogue) -> ViewPicture? { dialogue.picture.flatMap { pictures[$0] } }
}
