import Annotations
import Imaging
import WorldModel

/// How much of each thing is of which colour, from what is seen of it: `albedo` under `instance`.
struct ColourShares {
  struct Count {
    var pixels = 0
    /// By index into `ColourName.allCases`.
    var sure = [Int](repeating: 0, count: ColourName.allCases.count)
    var possible = [Int](repeating: 0, count: ColourName.allCases.count)
  }

  private(set) var counts: [UInt32: Count] = [:]

  init(_ labels: LabelSet) {
    guard let albedo = labels.bytes(LabelNames.albedo), let instance = labels.words(LabelNames.instance),
      albedo.channels == 3, albedo.width == instance.width, albedo.height == instance.height
    else { return }
    var known: [UInt32: (sure: Int?, possible: [Int])] = [:]
    for (id, colours) in albedo.colourCounts(under: instance) {
      var count = Count()
      for (colour, pixels) in colours {
        let names =
          known[colour]
          ?? Self.names(
            UInt8(truncatingIfNeeded: colour >> 16), UInt8(truncatingIfNeeded: colour >> 8),
            UInt8(truncatingIfNeeded: colour))
        known[colour] = names
        count.pixels += pixels
        if let sure = names.sure { count.sure[sure] += pixels }
        for c in names.possible { count.possible[c] += pixels }
      }
      counts[id] = count
    }
  }

  /// Indices into `ColourName.allCases`.
  private static func names(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> (sure: Int?, possible: [Int]) {
    let (h, s, v) = ColourName.coordinates(r, g, b)
    let all = ColourName.allCases
    let possible = all.indices.filter { c in
      all[c].outer.contains { $0.contains(hue: h, saturation: s, value: v) }
    }
    guard possible.count == 1, let only = possible.first,
      all[only].inner.contains(hue: h, saturation: s, value: v)
    else { return (nil, possible) }
    return (only, possible)
  }

  func verdict(_ colour: ColourName, of instance: UInt32) -> Verdict {
    guard let count = counts[instance], let c = ColourName.allCases.firstIndex(of: colour) else {
      return .undecided
    }
    let pixels = Double(count.pixels)
    return Verdict(
      yes: Double(count.sure[c]) >= FactMargins.colourYes * pixels,
      no: Double(count.possible[c]) <= FactMargins.colourNo * pixels)
  }
}
