import Diagnostics
import Language
import RandomStreams
import Testing

@Suite struct TemplateFaultTests {
  @Test func faultsPointIntoTheLine() {
    let text = """
      template: t
      slots:
        city: [Paris, Rome]
      intents:
        go:
          en: |
            # to places
            go to {city}
            fly to {citty} now
      """
    #expect(
      fault(text) == """
        t.yaml:9:14: error: there is no slot citty
                fly to {citty} now
                       ^
          help: did you mean city?
        """)
  }

  @Test func faultsInQuotedAndPlainTexts() {
    let quoted = "template: t\nintents:\n  a: 'go <home>'\n"
    #expect(fault(quoted).hasPrefix("t.yaml:3:10: error: there is no alias home"))
    let plain = "template: t\nintents:\n  a: [go (now, stop]\n"
    #expect(fault(plain).hasPrefix("t.yaml:3:10: error: this choice ( is not closed"))
  }

  @Test(arguments: [
    ("intents: {a: 'x'}\nslots: {s: {range: 5..1}}", "a range runs upwards"),
    ("intents: {a: '{s}'}\nslots: {s: {values: {}}}", "the slot has no value"),
    ("intents: {a: 'x ; colour=red'}", "there is no feature colour"),
    (
      "features: {num: [sg, pl]}\nslots: {s: [a]}\nintents: {a: '{s;num=dual}'}",
      "there is no value of num dual"
    ),
    ("aliases: {p: '<q>', q: 'x <p>'}\nintents: {a: '<p>'}", "<p> → <q> → <p>"),
    ("slots: {s: ['x {t}'], t: ['y {s}']}\nintents: {a: '{s}'}", "{s} → {t} → {s}"),
    ("slots: {s: [a]}\nintents: {a: '$x {s}'}", "nothing in this sentence is called x"),
    ("slots: {s: [a]}\nintents: {a: '[{s}] $s'}", "$s is read in sentences that do not say {s}"),
    ("slots: {s: [a]}\nintents: {a: {where: s != u, en: '{s}'}}", "nothing in a is called u"),
    ("slots: {s: [a]}\nintents: {a: {where: s != 'a', en: '{s}'}}", "derives no sentence"),
    ("slots: {s: [a]}\nintents: {a: {where: s =, en: '{s}'}}", "expected a comparison"),
    ("slots: {s: [a, b]}\nintents: {a: '{s} and {s}, not $s'}", "{s} is said twice"),
    ("slots: {s: [a]}\nintents: {a: '{s} $s.kind'}", "the value a of s has no attribute kind"),
    ("intents: {a: '$shout(x)'}", "there is no function shout"),
    ("aliases: {p(x): '<x>'}\nintents: {a: '<p>'}", "p takes 1 arguments, found 0"),
    ("intents: {a: {en: 'x', wher: 'y'}}", "did you mean where?"),
    ("slot: {}\nintents: {a: x}", "did you mean slots?"),
    ("intents: {a: 'x ; *lots'}", "a weight is a number"),
    ("intents: {a: 'x ; 30%'}", "belong inside of [ ]"),
    ("intents: {a: 'x ) y'}", "without its opening bracket"),
    ("about: nothing", "has no intents"),
    ("slots: {s: [a]}\nintents: {a: '{s#best}'}", "has the variation best"),
    ("languages: [zh, en]\nslots: {s: [a]}\nintents: {a: {zh: '{s}', en: 'x'}}", "say the same in zh and en"),
  ])
  func faultsAreNamed(text: String, expected: String) {
    #expect(fault("template: t\n" + text).contains(expected), "\(fault("template: t\n" + text))")
  }

  @Test func whatNobodyUsesIsTold() throws {
    let set = try templates(
      "template: t\nslots: {s: [a], u: [b]}\naliases: {p: x, q: '{u}'}\nintents: {a: '{s} <p>'}\n")
    let warnings = TemplateLint.warnings(in: set).map(\.message)
    #expect(warnings == ["the slot u is used by no intent", "the alias q is used by no intent"])
  }

  @Test func textsOfTwoIntentsAreShown() throws {
    let space = try space(
      "template: t\nslots: {s: [a, b]}\nintents: {x: '[please] go {s}', y: 'please go b', z: '[x] [x]'}\n")
    let ambiguity = Ambiguity(of: space)
    #expect(ambiguity.isExhaustive && ambiguity.examined == 4 + 1 + 4)
    #expect(ambiguity.betweenCount == 1)
    #expect(ambiguity.betweenIntents.first?.text == "please go b")
    #expect(ambiguity.betweenIntents.first.map { [$0.first, $0.second] } == ["x/en/1", "y/en/1"])
    #expect(ambiguity.withinIntents.first?.text == "x")
    #expect(ambiguity.distinct == 7)
  }

  /// Cut, doubled and mangled templates end in an error or compile, never in a trap.
  @Test func mangledTemplatesAreTold() {
    var random = RandomTemplates(seed: 77)
    let marks = Array("{}[]()<>;|$#*%?=,\\·: ")
    for _ in 0..<200 {
      var text = Array(random.text())
      for _ in 0..<random.stream.integer(in: 1...6) {
        let place = random.stream.integer(in: 0..<text.count)
        if random.stream.bool() {
          text.remove(at: place)
        } else {
          text.insert(random.stream.choose(marks) ?? " ", at: place)
        }
      }
      guard let space = try? space(String(text)) else { continue }
      #expect(!space.count.isZero)
    }
  }
}
