/// One piece of a text that is about to be: what a template's derivation is a list of.
package enum TextPiece: Sendable, Hashable {
  /// Text of a template. Spaces at its two ends are soft: runs of them, also across pieces, become what the
  /// `SpacingStyle` puts at that seam; those at the ends of the text vanish. So an empty option leaves no trace.
  /// Spaces further in stay.
  case literal(String)
  /// Text to be kept to the bit.
  case verbatim(String)
  /// A soft space.
  case space
  /// A span begins with the next scalar; soft spaces before it stay outside.
  case slotBegin(SlotTag)
  /// The innermost open span ends with the last scalar. A span that has none is left out.
  case slotEnd
  /// A word ends here (not printed): the `·` of Chinese templates. The tag is of the word that ends.
  case boundary(WordTag = .unknown)
}

/// A span that is about to be: what `TextSpan` says of it but where it stands.
package struct SlotTag: Sendable, Hashable {
  package var label: String
  package var role: String?
  package var group: String?
  package var value: String?
  package var referent: UInt32?
  package var isProtected: Bool

  package init(
    _ label: String, role: String? = nil, group: String? = nil, value: String? = nil, referent: UInt32? = nil,
    isProtected: Bool = false
  ) {
    self.label = label
    self.role = role
    self.group = group
    self.value = value
    self.referent = referent
    self.isProtected = isProtected
  }
}
