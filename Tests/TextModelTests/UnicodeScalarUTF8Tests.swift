import Testing
import TextModel

@Suite struct UnicodeScalarUTF8Tests {
  /// Every scalar there is, as the standard library encodes it.
  @Test func bytesAreThoseOfUTF8() {
    var wrong: [UInt32] = []
    for value in 0...0x10_FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var bytes: [UInt8] = []
      scalar.encodeUTF8 { bytes.append($0) }
      if !bytes.elementsEqual(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func stringsKeepEveryScalar() {
    for text in ["", "a", "naïve café", "e\u{301}", "北京🚗👨‍👩‍👧", "\0\u{10FFFF}\u{FEFF}"] {
      let scalars = Array(text.unicodeScalars)
      #expect(Array(AnnotatedText(text).string.unicodeScalars) == scalars)
      var bytes: [UInt8] = [1]
      AnnotatedText(text).appendUTF8(to: &bytes)
      #expect(bytes == [1] + Array(text.utf8))
    }
  }
}
