package import JSON

/// A question whose answer a program knows, with how to reach it and how people miss it.
package struct Problem: Sendable, Hashable {
  /// Name of the family.
  package var family: String
  /// 1 (easy) … 5.
  package var level: Int
  /// All that the question says, enough to solve it anew.
  package var parameters: JSONValue
  package var question: Bilingual
  package var answer: Answer
  package var steps: [Step]
  /// Wrong answers, each by one misconception; all different, at least three.
  package var distractors: [Distractor]
  /// What makes it hard, the chief measure first; all grow with the level.
  package var difficulty: [Measure]

  /// One line of the worked solution and what it finds.
  package struct Step: Sendable, Hashable {
    package var text: Bilingual
    /// The intermediate result in its canonical form; that of the last step is the answer's.
    package var value: String

    package init(_ chinese: String, _ english: String, _ value: String) {
      text = Bilingual(chinese, english)
      self.value = value
    }
  }

  package struct Distractor: Sendable, Hashable {
    /// The mistake that leads to it, such as `forgets_to_carry`.
    package var misconception: String
    package var answer: Answer
  }

  package struct Measure: Sendable, Hashable {
    package var name: String
    package var value: Double

    package init(_ name: String, _ value: Int) {
      self.name = name
      self.value = Double(value)
    }
  }
}
