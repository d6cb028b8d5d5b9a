/// Every derivation of a template set, compiled: a graph of sums and products whose size is known exactly and whose
/// members are found by number.
package struct DerivationSpace: Sendable {
  /// What a node derives.
  package enum Kind: UInt8, Sendable {
    /// Nothing, in one way.
    case empty
    /// An atom: `first`.
    case text
    /// The article before what follows; `first` is 1 for a capital.
    case article
    /// All of `length` links from `first`.
    case sequence
    /// One of `length` links from `first`.
    case choice
    /// One of `length` links from `first`, which all derive as much.
    case alike
    /// One of `length` rows from `first`: a slot's value said by one atom.
    case values
    /// A labelled span: use `first` around node `length`.
    case span
    /// A slot's value `first` (over all slots), said by node `length`.
    case value
    /// One of the rows of assignment `first`: values for variables, before anything is said.
    case assign
    /// The value of a variable, said by the node that directory `first` has for it.
    case given
    /// Read `first`: text that another place has decided.
    case read
    /// Call `first`: a function of values.
    case call
    /// Sentence template `first`, derived by node `length`.
    case template
    /// Language `first`, said by node `length`.
    case language
    /// Intent `first`, derived by node `length`.
    case intent
  }

  package struct Node: Sendable {
    package var kind: Kind
    package var first: Int32
    package var length: Int32
    /// Derivations; `UInt64.max` where they need more than 63 bits and stand in `large`.
    package var count: UInt64
  }

  /// A piece of text in one language.
  package struct Atom: Sendable {
    var start: Int32
    var bytes: Int32
    var scalars: Int32
    var firstToken: Int32
    var tokens: Int32
    var leading: Gap
    var trailing: Gap
    var opening: CharacterClass
    var ending: CharacterClass
    /// Whether the first or last character is a word of its own.
    var opensApart: Bool
    var endsWithPunctuation: Bool
    var takesAn: Bool
  }

  /// How a span is labelled.
  package struct SpanUse: Sendable {
    package var label: Int32
    /// -1 for none.
    package var role: Int32
    /// The variable's name.
    package var variable: Int32
    /// Where reads find it; -1 when nothing does.
    package var register: Int32
    /// The register whose mention this repeats; -1 for a mention of its own.
    package var repeats: Int32
    /// Whether it does so in other words.
    package var isMention = false
  }

  package struct ValueRow: Sendable {
    var value: Int32
    var atom: Int32
  }

  /// Rows of values for some variables.
  package struct Assignment: Sendable {
    /// Registers of variables.
    var variables: [Int32]
    /// Values by row, variables together.
    var rows: [Int32]
    var count: Int
  }

  /// Nodes by value of a slot, for a value that is decided elsewhere.
  package struct Directory: Sendable {
    var variable: Int32
    /// The number of the slot's first value.
    var base: Int32
    /// -1 where the value cannot be said.
    var nodes: [Int32]
  }

  /// A value of a slot.
  package struct Value: Sendable {
    package var slot: Int32
    package var canonical: String
  }

  package struct Read: Sendable {
    var register: Int32
    /// Atoms by value of the slot, from value `base`; empty for the words themselves.
    var atoms: [Int32]
    var base: Int32
  }

  package struct Call: Sendable {
    enum Argument: Sendable {
      /// The attribute's texts by value, from value `base`.
      case variable(register: Int32, base: Int32, texts: [String])
      case constant(String)
    }
    var function: TextFunction
    var arguments: [Argument]
    var language: String
  }

  /// A sentence of an intent.
  package struct Template: Sendable {
    package var intent: Int32
    package var language: Int32
    package var origin: Origin
    /// `navigate/en/3`: intent, language, number from 1.
    package var name: String
  }

  package var name = ""
  package var languages: [String] = []
  package var intents: [Intent] = []
  package var templates: [Template] = []
  package var nodes: [Node] = []
  package var links: [Int32] = []
  /// Beside each link of a choice: derivations up to and without it.
  package var prefix: [UInt64] = []
  /// Beside each link: shares by weights and by rules.
  package var weights: [Float] = []
  package var evenWeights: [Float] = []
  /// Mass of each node by weights and by rules.
  package var mass: [Float] = []
  package var evenMass: [Float] = []
  package var rows: [ValueRow] = []
  package var atoms: [Atom] = []
  package var bytes: [UInt8] = []
  package var tokens: [Range<Int32>] = []
  package var uses: [SpanUse] = []
  package var labels: [String] = []
  package var roles: [String] = []
  package var variables: [String] = []
  package var values: [Value] = []
  package var slotNames: [String] = []
  package var assignments: [Assignment] = []
  package var directories: [Directory] = []
  package var reads: [Read] = []
  package var calls: [Call] = []
  package var registers = 0
  /// Exact counts of nodes that need more than 63 bits.
  package var large: [Int32: Natural] = [:]
  package var root: Int32 = 0
  /// What is known of words, by language.
  package var words: [WordLexicon] = []
  /// Languages by number whose sentences begin with a capital letter.
  package var capitalized: [Bool] = []
  /// What compilation found odd.
  package var notes: [String] = []

  package struct Intent: Sendable {
    package var name: String
    package var labels: [(name: String, value: String)]
    package var node: Int32
    package var relations: [Relation] = []
  }

  /// What ties the mentions of two variables, where a sentence has both.
  package struct Relation: Sendable {
    package var name: String
    /// The variables' numbers.
    package var source: Int32
    package var target: Int32
  }

  /// The exact number of a node's derivations.
  package func count(of node: Int32) -> Natural {
    let count = nodes[Int(node)].count
    return count == .max ? large[node] ?? .zero : Natural(count)
  }

  /// The exact number of derivations.
  package var count: Natural { count(of: root) }
}
