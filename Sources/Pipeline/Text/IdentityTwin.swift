import Identities

/// The same sentence, from which nobody learns who is spoken of.
enum IdentityTwin: String, Sendable, Hashable, CaseIterable {
  /// Stars for all but the ends that forms and receipts show.
  case masked
  /// The kind's name in brackets.
  case tagged
  /// Somebody else's identifiers, of the same kinds and in the same forms.
  case pseudonym

  /// How values are hidden; `nil` where others stand in their place.
  var mask: Masking.Style? {
    switch self {
    case .masked: .partial
    case .tagged: .tag
    case .pseudonym: nil
    }
  }
}
