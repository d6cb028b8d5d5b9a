/// Colours that everybody has a word for, as regions of hue, saturation and value with soft edges.
///
/// The albedo of a pixel is surely of a colour if it lies in the inner region of that colour and in the outer region of
/// no other; it is possibly of each colour in whose outer region it lies. The outer regions cover all colours.
package enum ColourName: String, Sendable, Hashable, CaseIterable {
  case black, white, grey, red, orange, yellow, green, blue, purple, pink, brown, beige

  /// Ranges in degrees (which may begin below 0), and in 0...1.
  package struct Region: Sendable {
    package var hue: ClosedRange<Double>
    package var saturation: ClosedRange<Double>
    package var value: ClosedRange<Double>

    package init(
      _ hue: ClosedRange<Double>, _ saturation: ClosedRange<Double>, _ value: ClosedRange<Double>
    ) {
      (self.hue, self.saturation, self.value) = (hue, saturation, value)
    }

    /// - Parameter hue: degrees in 0..<360.
    package func contains(hue h: Double, saturation s: Double, value v: Double) -> Bool {
      saturation.contains(s) && value.contains(v) && (hue.contains(h) || hue.contains(h - 360))
    }
  }

  package var inner: Region {
    switch self {
    case .black: Region(-1...360, 0...1, 0...0.16)
    case .white: Region(-1...360, 0...0.1, 0.88...1)
    case .grey: Region(-1...360, 0...0.1, 0.32...0.72)
    case .red: Region(-10...10, 0.6...1, 0.4...1)
    case .orange: Region(22...36, 0.65...1, 0.75...1)
    case .yellow: Region(48...62, 0.5...1, 0.65...1)
    case .green: Region(85...160, 0.25...1, 0.25...1)
    case .blue: Region(195...245, 0.3...1, 0.25...1)
    case .purple: Region(268...300, 0.25...1, 0.25...1)
    case .pink: Region(-30...0, 0.15...0.5, 0.75...1)
    case .brown: Region(12...36, 0.35...1, 0.22...0.58)
    case .beige: Region(28...52, 0.14...0.3, 0.75...0.95)
    }
  }

  package var outer: [Region] {
    switch self {
    case .black: [Region(-1...360, 0...1, 0...0.27)]
    case .white: [Region(-1...360, 0...0.18, 0.76...1)]
    case .grey: [Region(-1...360, 0...0.22, 0.17...0.86)]
    case .red: [Region(-25...18, 0.4...1, 0.18...1)]
    case .orange: [Region(12...46, 0.45...1, 0.55...1)]
    case .yellow: [Region(40...75, 0.25...1, 0.4...1)]
    case .green: [Region(62...190, 0.1...1, 0.14...1), Region(44...63, 0.1...1, 0.14...0.62)]
    case .blue: [Region(175...265, 0.1...1, 0.14...1)]
    case .purple: [Region(245...325, 0.1...1, 0.14...1)]
    case .pink: [Region(-65...22, 0.08...0.65, 0.5...1), Region(-65 ... -20, 0.08...1, 0.14...1)]
    case .brown: [Region(0...50, 0.18...1, 0.14...0.72), Region(-40...0, 0.15...0.6, 0.14...0.6)]
    case .beige: [Region(10...75, 0.06...0.5, 0.5...1)]
    }
  }

  /// Hue in 0..<360 degrees (0 for greys), saturation and value in 0...1 of 8-bit sRGB.
  package static func coordinates(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> (
    hue: Double, saturation: Double, value: Double
  ) {
    let (r, g, b) = (Double(r), Double(g), Double(b))
    let (high, low) = (max(r, g, b), min(r, g, b))
    let chroma = high - low
    guard chroma > 0 else { return (0, 0, high / 255) }
    let sector =
      high == r ? (g - b) / chroma : high == g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma
    return (sector < 0 ? 60 * sector + 360 : 60 * sector, chroma / high, high / 255)
  }

  /// Whether this is the word for one colour, 8-bit sRGB.
  func verdict(_ rgb: SIMD3<UInt8>) -> Verdict {
    let (h, s, v) = Self.coordinates(rgb.x, rgb.y, rgb.z)
    func isOuter(_ name: ColourName) -> Bool {
      name.outer.contains { $0.contains(hue: h, saturation: s, value: v) }
    }
    guard isOuter(self) else { return .no }
    let isAlone = Self.allCases.allSatisfy { $0 == self || !isOuter($0) }
    return isAlone && inner.contains(hue: h, saturation: s, value: v) ? .yes : .undecided
  }

  /// The colour that the name of a paint ends in: `paint_c0392b`.
  static func paint(_ name: String) -> SIMD3<UInt8>? {
    let parts = name.split(separator: "_")
    guard parts.count == 2, parts[0] == "paint", parts[1].utf8.count == 6,
      let value = UInt32(parts[1], radix: 16)
    else { return nil }
    return SIMD3(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }
}
