extension Unicode.Scalar {
  /// Calls `body` with each byte of the UTF-8 form: one for ASCII, up to four.
  @inline(__always)
  package func encodeUTF8(_ body: (UInt8) -> Void) {
    let v = value
    if v < 0x80 {
      body(UInt8(truncatingIfNeeded: v))
      return
    }
    if v < 0x800 {
      body(0xC0 | UInt8(truncatingIfNeeded: v >> 6))
    } else {
      if v < 0x1_0000 {
        body(0xE0 | UInt8(truncatingIfNeeded: v >> 12))
      } else {
        body(0xF0 | UInt8(truncatingIfNeeded: v >> 18))
        body(0x80 | UInt8(truncatingIfNeeded: v >> 12 & 0x3F))
      }
      body(0x80 | UInt8(truncatingIfNeeded: v >> 6 & 0x3F))
    }
    body(0x80 | UInt8(truncatingIfNeeded: v & 0x3F))
  }
}
