/// What somebody wants to say, apart from any language.
enum DialogueMove: Sendable, Hashable {
  // The user.
  case open([SlotFill], greets: Bool)
  /// Answers a question, perhaps with more than was asked.
  case give([SlotFill], asked: String)
  case repeated(SlotFill)
  case change(SlotFill, from: SlotValue, Occasion)
  case refuse
  case ask(attribute: String, DialogueItem, Pointing)
  case pick(DialogueItem, Pointing, [SlotFill])
  case agree
  case digress(Digression)
  case giveUp
  case leave
  // The assistant.
  case say(Opening, Matter)

  /// When something is put right.
  enum Occasion: Sendable, Hashable {
    /// By the way, naming what was said before or not.
    case atOnce(naming: Bool)
    /// Because the assistant has understood it wrongly, naming the mistake or not.
    case atConfirmation(naming: Bool)
    case afterwards
    /// Because nothing was found.
    case forWant
  }

  /// How an item is pointed to.
  enum Pointing: Sendable, Hashable {
    /// It is being spoken of.
    case current
    /// It was spoken of before the current one.
    case previous
    /// By its place in a list, 0 for the first.
    case ordinal(Int)
    case name
  }

  /// How the assistant takes up what was said.
  enum Opening: Sendable, Hashable {
    case none
    case greeting
    case noted
    case echo([SlotFill])
    case changed(SlotFill)
    case attribute(String, DialogueItem)
    case digression(Digression)
    case unheard
    case chosen(DialogueItem)
  }

  /// What the assistant then comes to.
  enum Matter: Sendable, Hashable {
    case ask(String)
    case offer(DialogueItem, isOther: Bool)
    case list([DialogueItem])
    /// Whether it is to be the one spoken of.
    case propose
    case choose
    case nothingFound(SlotFill)
    case confirm([SlotFill], DialogueItem)
    case done(DialogueItem, number: String)
    case unavailable(DialogueItem)
    case handOver
    case more
    case goodbye(isDone: Bool)
  }
}

/// Something asked by the way.
enum Digression: Sendable, Hashable {
  /// Which day of the week today is.
  case today
  /// The date of a day that was named.
  case dateOf(SlotFill)
  /// The length of time in hours before which one may cancel.
  case cancelling(hours: Int)
  /// Whether it is a machine that speaks.
  case machine
  /// A yes-or-no matter of the domain.
  case policy(String, Bool)
}
