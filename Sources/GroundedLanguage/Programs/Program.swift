/// The things a phrase speaks of.
package indirect enum ObjectSet: Sendable, Hashable {
  /// Everything countable that is seen.
  case scene
  case filter(Filter, of: ObjectSet)
  /// What stands so to the one thing of `anchor`, which is never among it.
  case related(Relation, to: ObjectSet, of: ObjectSet)
  /// The one of them that is more so than all others, or than all but one.
  case extreme(Extreme, of: ObjectSet)
}

/// A question to a scene, after CLEVR's functional programs (Johnson et al. 2017). Sets that must be one thing are
/// called `one` and `other`: a program whose thing is not unique has no answer.
package enum Program: Sendable, Hashable {
  case count(ObjectSet)
  case exist(ObjectSet)
  /// The only value that the thing has.
  case query(Attribute, ObjectSet)
  /// The same, where the question names the values to choose from.
  case choose(Attribute, [String], ObjectSet)
  /// Which of the numbers named there are.
  case chooseCount([Int], ObjectSet)
  case more(ObjectSet, than: ObjectSet)
  case same(Attribute, one: ObjectSet, other: ObjectSet)
  case relates(Relation, one: ObjectSet, other: ObjectSet)
  /// Which of the two stands so to the other: the class of it.
  case which(Relation, one: ObjectSet, other: ObjectSet)
  /// Whether the distance to the thing shrinks.
  case approaches(ObjectSet)
  /// Whether the camera would reach the thing within so many seconds if both went on as they do.
  case reachedWithin(seconds: Int, ObjectSet)
  /// The thing itself: what a referring expression means.
  case locate(ObjectSet)
}

/// What a program comes to.
package enum Answer: Sendable, Hashable {
  case truth(Bool)
  case number(Int)
  /// A value of an attribute, or a class.
  case value(String)
  /// An instance.
  case thing(UInt32)

  /// The form in labels: `yes`, `no`, digits or the value.
  package var text: String {
    switch self {
    case .truth(let holds): holds ? "yes" : "no"
    case .number(let n): String(n)
    case .value(let value): value
    case .thing(let instance): String(instance)
    }
  }
}
