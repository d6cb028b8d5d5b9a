import JSON
import VectorMath

extension Form where Value == SIMD2<Double> {
  /// `[x, y]`.
  package static func vector2(
    in range: ClosedRange<Double> = -.infinity ... .infinity, unit: String? = nil
  ) -> Form<SIMD2<Double>> {
    Form<[Double]>.list(of: .number(in: range, unit: unit), count: 2...2).map(
      { .success(SIMD2($0[0], $0[1])) }, back: { [$0.x, $0.y] }, placeholder: .zero)
  }
}

extension Form where Value == SIMD3<Double> {
  /// `[x, y, z]`.
  package static func vector3(
    in range: ClosedRange<Double> = -.infinity ... .infinity, unit: String? = nil
  ) -> Form<SIMD3<Double>> {
    Form<[Double]>.list(of: .number(in: range, unit: unit), count: 3...3).map(
      { .success(SIMD3($0[0], $0[1], $0[2])) }, back: { [$0.x, $0.y, $0.z] }, placeholder: .zero)
  }

  /// A colour in linear Rec.709: `"#rrggbb"` is sRGB (IEC 61966-2-1) and is linearised; three numbers from 0 to 1
  /// are linear already.
  package static var colour: Form<SIMD3<Double>> {
    let numbers = vector3(in: 0...1)
    return Form(
      read: { node, log in
        switch node.content {
        case .list: return numbers.read(node, log)
        case .text(let text):
          if let colour = linear(hex: text) { return Decoded(colour, .string(text)) }
          log.add("expected a colour \"#rrggbb\", found \(node.found)", at: node)
          return nil
        default:
          log.add(
            "expected a colour, \"#rrggbb\" or three numbers from 0 to 1, found \(node.found)", at: node,
            remedy: "a colour that begins with # must be in quotes: elsewhere # begins a comment")
          return nil
        }
      },
      describe: { builder in
        ["anyOf": [["type": "string", "pattern": "^#[0-9a-fA-F]{6}$"], numbers.describe(builder)]]
      },
      encode: numbers.encode,
      placeholder: { .zero })
  }

  private static func linear(hex text: String) -> SIMD3<Double>? {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
    var bits = 0
    for c in digits {
      guard c != UInt8(ascii: "+"), c != UInt8(ascii: "-"),
        let digit = Character(UnicodeScalar(c)).hexDigitValue
      else { return nil }
      bits = bits << 4 | digit
    }
    func linear(_ byte: Int) -> Double {
      let s = Double(byte & 255) / 255
      return s <= 0.04045 ? s / 12.92 : DeterministicMath.pow((s + 0.055) / 1.055, 2.4)
    }
    return SIMD3(linear(bits >> 16), linear(bits >> 8), linear(bits))
  }
}
