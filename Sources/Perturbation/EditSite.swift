package import TextModel

/// A place where a perturbation may act, and what it may do there.
package struct EditSite: Sendable, Hashable {
  package struct Alternative: Sendable, Hashable {
    package var replacement: String
    package var reason: String
    /// See `TextEdit`.
    package var value: String?
    package var tokens: [TextToken]?
    /// A second edit that goes with it, such as the article before a word.
    package var companion: TextEdit?

    package init(
      _ replacement: String, reason: String = "", value: String? = nil, tokens: [TextToken]? = nil,
      companion: TextEdit? = nil
    ) {
      self.replacement = replacement
      self.reason = reason
      self.value = value
      self.tokens = tokens
      self.companion = companion
    }
  }

  package var range: Range<Int>
  /// At least one.
  package var alternatives: [Alternative]

  package init(_ range: Range<Int>, _ alternatives: [Alternative]) {
    self.range = range
    self.alternatives = alternatives
  }

  package init(_ range: Range<Int>, _ replacement: String, reason: String = "") {
    self.init(range, [Alternative(replacement, reason: reason)])
  }

  /// All that it may touch.
  var extent: Range<Int> {
    alternatives.reduce(range) { extent, alternative in
      guard let other = alternative.companion?.range else { return extent }
      return min(extent.lowerBound, other.lowerBound)..<max(extent.upperBound, other.upperBound)
    }
  }
}
