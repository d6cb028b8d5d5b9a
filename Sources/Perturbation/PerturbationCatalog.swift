/// All perturbations; a newcomer is a file and a line here.
package enum PerturbationCatalog {
  package static let all: [any TextPerturbation] = [
    // Characters
    KeyboardTypo(),
    CharacterNoise(.swap),
    CharacterNoise(.delete),
    CharacterNoise(.insert),
    CharacterNoise(.substitute),
    OCRConfusion(),
    CaseNoise(),
    WhitespaceNoise(),
    PunctuationNoise(),
    LookalikeLetters(),
    InvisibleCharacters(),
    DiacriticsRemoval(),
    // Chinese
    HomophoneCharacter(),
    ShapeCharacter(),
    PinyinTypo(),
    PinyinRomanisation(),
    HanSwap(),
    ScriptConversion(),
    WidthNoise(),
    // Words
    Contractions(.contract),
    Contractions(.expand),
    SynonymSwap(),
    Misspelling(),
    SpeechNoise(),
    SpokenInsertion(.filler),
    SpokenInsertion(.repetition),
    SpokenInsertion(.restart),
    RegisterChange(),
    // Values
    EntityChange(.person),
    EntityChange(.location),
    NumberChange(),
    NumeralForm(),
    DateForm(),
    UnitConversion(),
    // Meaning
    Negation(),
    AntonymSwap(),
    IntensityChange(),
  ]

  package static subscript(id: String) -> (any TextPerturbation)? { all.first { $0.rule.id == id } }
}
