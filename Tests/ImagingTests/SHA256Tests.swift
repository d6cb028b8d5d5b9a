import Imaging
import Testing

struct SHA256Tests {
  /// Known answers of FIPS 180-4's examples.
  static let known = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test(arguments: [SHA256.Engine.instructions, .portable]) func knownAnswers(engine: SHA256.Engine) {
    for (message, digest) in Self.known {
      var hasher = SHA256(engine: engine)
      hasher.update(Array(message.utf8))
      #expect(hasher.hex == digest)
    }
    var million = SHA256(engine: engine)
    for _ in 0..<1_000 { million.update([UInt8](repeating: 0x61, count: 1_000)) }
    #expect(million.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func enginesAgreeForEveryLengthAndSplit() {
    let bytes = TestPictures.random8(300, 1, 1, seed: 1).values
    for length in 0...300 {
      let message = Array(bytes[..<length])
      var portable = SHA256(engine: .portable)
      portable.update(message)
      #expect(SHA256.hex(of: message) == portable.hex)
      var split = SHA256()
      for start in stride(from: 0, to: length, by: 1 + length % 71) {
        split.update(Array(message[start..<min(length, start + 1 + length % 71)]))
      }
      #expect(split.hex == portable.hex)
    }
  }
}
