package import RandomStreams
package import TextModel

/// Keys beside the one that was meant: `navigate` → `navigste`.
package struct KeyboardTypo: TextPerturbation {
  package let rule = PerturbationRule(
    "keyboard-typo", "A neighbouring key in place of a letter.", ladder: .letters)

  package init() {}

  package func edits(
    of text: PerturbableText, severity: Severity, limit: Int, stream: RandomStream
  ) -> [TextEdit] {
    let layout = KeyboardLayout.qwerty
    let scalars = text.scalars
    let bound = SiteChance.bound(SeverityLadder.letters.share(severity))
    var chance = SiteChance(stream)
    var places: [(chance: UInt32, index: Int)] = []
    places.reserveCapacity(16)
    // The most favoured place, for texts of which no chance is below the bound.
    var best: (chance: UInt32, index: Int)?
    for i in scalars.indices where layout.count(scalars[i]) > 0 && !PerturbableText.isDigit(scalars[i]) {
      let draw = chance.next()
      if draw < bound {
        if text.allows(i..<(i + 1)) { places.append((draw, i)) }
      } else if places.isEmpty, draw < best?.chance ?? .max, text.allows(i..<(i + 1)) {
        best = (draw, i)
      }
    }
    if places.isEmpty, let best { places.append(best) }
    if places.count > limit {
      places = places.sorted { $0 < $1 }.prefix(max(0, limit)).sorted { $0.index < $1.index }
    }
    var edits: [TextEdit] = []
    edits.reserveCapacity(places.count)
    for place in places {
      let draw = stream.bits(at: SiteChance.firstChoice + UInt64(place.index)) >> 32
      let key = layout.neighbour(scalars[place.index], draw)
      edits.append(
        TextEdit(
          place.index..<(place.index + 1), String(key), operation: "keyboard-typo",
          reason: "neighbour"))
    }
    return edits
  }
}
