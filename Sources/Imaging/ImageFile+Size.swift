extension ImageFile {
  /// Width and height as the first bytes of a PNG or JPEG say, without decoding a pixel; `nil` when they do not say.
  ///
  /// PNG: ISO/IEC 15948, 11.2.2 (IHDR comes first). JPEG: ITU-T T.81, B.2.2 (the frame header, behind any number of
  /// other segments).
  package static func size(in head: [UInt8]) -> (width: Int, height: Int)? {
    func number(_ at: Int, _ bytes: Int) -> Int? {
      guard at >= 0, at + bytes <= head.count else { return nil }
      return head[at..<(at + bytes)].reduce(0) { $0 << 8 | Int($1) }
    }
    switch kind(of: head) {
    case .png:
      guard let width = number(16, 4), let height = number(20, 4), number(12, 4) == 0x4948_4452 else {
        return nil
      }
      return (width, height)
    case .jpeg:
      var at = 2
      while let marker = number(at, 2) {
        // Fill bytes may stand before a marker.
        if marker == 0xffff {
          at += 1
          continue
        }
        guard marker >> 8 == 0xff, let length = number(at + 2, 2), length >= 2 else { return nil }
        let code = marker & 0xff
        if (0xc0...0xcf).contains(code), code != 0xc4, code != 0xc8, code != 0xcc {
          guard let height = number(at + 5, 2), let width = number(at + 7, 2) else { return nil }
          return (width, height)
        }
        if code == 0xda { return nil }
        at += 2 + length
      }
      return nil
    case nil:
      return nil
    }
  }
}
