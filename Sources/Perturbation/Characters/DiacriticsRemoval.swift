package import TextModel

/// Accents left out: `café` → `cafe`; whether they are letters of their own or combining marks.
package struct DiacriticsRemoval: SitePerturbation {
  package let rule = PerturbationRule("diacritics-removal", "Accents left out.")

  package init() {}

  private static let bases: [Unicode.Scalar: String] = {
    let lines = [
      "a àáâãäåāăą", "c çćč", "d ďđ", "e èéêëēėęě", "g ğģ", "i ìíîïīį", "l łľļ", "n ñńňņ", "o òóôõöøōő",
      "r řŕ",
      "s śšşș", "t ťţț", "u ùúûüūůűų", "y ýÿ", "z źżž", "A ÀÁÂÃÄÅĀ", "C ÇĆČ", "E ÈÉÊËĒĘ", "I ÌÍÎÏĪ", "L Ł",
      "N ÑŃ", "O ÒÓÔÕÖØŌ", "S ŚŠŞ", "U ÙÚÛÜŪŮ", "Y Ý", "Z ŹŻŽ",
    ]
    var out: [Unicode.Scalar: String] = [:]
    for line in lines {
      for letter in line.unicodeScalars.dropFirst(2) { out[letter] = String(line.prefix(1)) }
    }
    return out
  }()

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    return scalars.indices.compactMap { i in
      if let base = Self.bases[scalars[i]] { return EditSite(i..<(i + 1), base, reason: "accent") }
      guard i > 0, (0x300...0x36F).contains(scalars[i].value), PerturbableText.isLetter(scalars[i - 1]) else {
        return nil
      }
      return EditSite(i..<(i + 1), "", reason: "combining accent")
    }
  }
}
