/// Names for formats whose words end at a space.
enum PlainName {
  /// Printable ASCII without spaces; every other character becomes `_`.
  static func word(_ text: String) -> String {
    let out = String(
      String.UnicodeScalarView(text.unicodeScalars.map { (0x21...0x7e).contains($0.value) ? $0 : "_" }))
    return out.isEmpty ? "_" : out
  }

  /// Letters, digits and `_`, no digit first.
  static func identifier(_ text: String) -> String {
    let out = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { s in
          s.isASCII && (s.properties.isAlphabetic || (0x30...0x39).contains(s.value)) ? s : "_"
        }))
    guard let first = out.unicodeScalars.first, !(0x30...0x39).contains(first.value) else { return "_" + out }
    return out
  }
}
