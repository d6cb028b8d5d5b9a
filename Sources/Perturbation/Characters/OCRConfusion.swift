package import TextModel

/// What optical recognition takes for one another: `rn` and `m`, `0` and `O`, 未 and 末.
package struct OCRConfusion: SitePerturbation {
  package let rule = PerturbationRule(
    "ocr-confusion", "Characters that look alike in print, as recognition confuses them.", ladder: .letters)

  package init() {}

  /// Each reads as any of the others of its line.
  private static let confusions: [Unicode.Scalar: [(from: [Unicode.Scalar], to: String)]] = {
    let lines = [
      "0 O o", "1 l I", "5 S", "8 B", "2 Z", "6 b", "9 g q", "rn m", "cl d", "vv w", "li h", "ii u", "e c",
      "a o",
      "i j", "f t", "n ri", "D O", "G C", "E F", "U V", "u v",
    ]
    var out: [Unicode.Scalar: [(from: [Unicode.Scalar], to: String)]] = [:]
    for line in lines {
      let forms = line.split(separator: " ").map(String.init)
      for form in forms {
        let scalars = Array(form.unicodeScalars)
        guard let first = scalars.first else { continue }
        for other in forms where other != form { out[first, default: []].append((scalars, other)) }
      }
    }
    return out
  }()

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    var sites: [EditSite] = []
    for i in scalars.indices {
      if PerturbableText.isHan(scalars[i]) {
        let like = ShapeTable.standard.alike(scalars[i])
        if !like.isEmpty {
          sites.append(EditSite(i..<(i + 1), like.map { .init("\($0)", reason: "looks alike") }))
        }
        continue
      }
      // By length, since the alternatives of a site share a range.
      var byLength: [[EditSite.Alternative]] = [[], []]
      for (from, to) in Self.confusions[scalars[i]] ?? [] {
        guard i + from.count <= scalars.count, scalars[i..<(i + from.count)].elementsEqual(from) else {
          continue
        }
        byLength[from.count - 1].append(.init(to, reason: "looks alike"))
      }
      for (n, alternatives) in byLength.enumerated() where !alternatives.isEmpty {
        sites.append(EditSite(i..<(i + n + 1), alternatives))
      }
    }
    return sites
  }
}
