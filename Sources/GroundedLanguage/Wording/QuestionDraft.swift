/// A question before it is put into words.
package struct QuestionDraft: Sendable, Hashable {
  package var family: QuestionFamily
  package var program: Program
  /// What it speaks of, in order.
  package var things: [Description]
  /// Values to choose from, in the order in which they are named.
  package var values: [Filter] = []
  package var relation: Relation?
  package var seconds: Int?
  /// Numbers to choose from, in the order in which they are named.
  package var numbers: [Int] = []
  /// Questions of one block share a number.
  package var block = 0

  package init(
    _ family: QuestionFamily, _ program: Program, _ things: [Description], values: [Filter] = [],
    relation: Relation? = nil, seconds: Int? = nil
  ) {
    self.family = family
    self.program = program
    self.things = things
    self.values = values
    self.relation = relation
    self.seconds = seconds
  }
}
