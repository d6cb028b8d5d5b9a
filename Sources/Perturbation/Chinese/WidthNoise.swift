package import TextModel

/// Latin letters, digits and marks in full width, or the other way round: `5G` → `５Ｇ`.
package struct WidthNoise: SitePerturbation {
  package let rule = PerturbationRule(
    "width-noise", "Letters, digits and marks in the other width.", languages: [.chinese])

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    var sites: [EditSite] = []
    var i = 0
    while i < scalars.count {
      let start = i
      while i < scalars.count, let other = Self.other(scalars[i]),
        Self.isFull(other) == Self.isFull(Self.other(scalars[start]) ?? other)
      {
        i += 1
      }
      if i > start {
        let replacement = GraphemeBoundaries.string(scalars[start..<i].compactMap(Self.other))
        sites.append(
          EditSite(start..<i, replacement, reason: Self.isFull(scalars[start]) ? "half width" : "full width"))
      } else {
        i += 1
      }
    }
    return sites
  }

  private static func isFull(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0xFF01 }

  /// The same sign in the other width.
  private static func other(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x21...0x7E: Unicode.Scalar(scalar.value + 0xFEE0)
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: nil
    }
  }
}
