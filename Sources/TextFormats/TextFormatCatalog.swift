package import Checks

/// Every format of text datasets, one line each.
package enum TextFormatCatalog {
  package static let all: [any TextFormat] = [
    RasaFormat(),
    SnipsFormat(),
    ConLL2003Format(),
    ConLLUFormat(),
    SpaCyFormat(),
    LabelStudioFormat(),
    DoccanoFormat(),
    BratFormat(),
    HuggingFaceFormat(),
    PresidioFormat(),
    TabSeparatedFormat(),
    CheckListFormat(),
    TextPairsFormat(),
    PeopleTableFormat(),
    PeopleTwinsFormat(),
    MessagesFormat(),
    ShareGPTFormat(),
    AlpacaFormat(),
    TRLLanguageModelingFormat(),
    TRLPromptOnlyFormat(.chat),
    TRLPromptOnlyFormat(.text),
    TRLPromptCompletionFormat(.chat),
    TRLPromptCompletionFormat(.text),
    TRLPreferenceFormat(.chat),
    TRLPreferenceFormat(.text),
    TRLUnpairedPreferenceFormat(.chat),
    TRLUnpairedPreferenceFormat(.text),
    TRLStepwiseFormat(),
  ]

  /// What `diorama validate` checks of every format, in their order.
  package static var rules: [CheckRule] { all.flatMap { [$0.formed, $0.matched] } }

  package static func named(_ name: String) -> (any TextFormat)? { all.first { $0.name == name } }
}
