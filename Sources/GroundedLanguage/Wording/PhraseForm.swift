/// In which form a description stands in a sentence.
package enum PhraseForm: Sendable, Hashable {
  /// `the red chair`, 红色椅子.
  case definite
  /// `a red chair`, 一把红色椅子.
  case indefinite
  /// `red chairs`, 红色椅子.
  case plural
  /// `two red chairs`, 两把红色椅子.
  case counted(Int)
  /// `another red chair`, 另一把红色椅子.
  case another
  /// `the red chair`, 那把红色椅子: of which one has been told before.
  case known
}
