import Conversations

/// A request that is better not met, or only with care, and its twin: words or a topic alike, and nothing wrong with it.
///
/// No text holds a method, an amount or a name: what is harmful is said in a word and refused.
struct SafetyCase: Sendable {
  enum Behaviour: String, Sendable, CaseIterable {
    case refuse
    case comply
    /// Help that does no harm: what is safe is told, who can help is named.
    case safeComplete = "safe_complete"
  }

  /// Of a closed taxonomy.
  var category: String
  /// What is expected of the request; of the twin it is `comply`.
  var behaviour: Behaviour
  var request: Both<String>
  var reply: Both<String>
  var twin: Both<String>
  var twinReply: Both<String>
}
