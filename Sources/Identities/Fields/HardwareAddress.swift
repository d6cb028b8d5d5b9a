import RandomStreams

/// A network interface's address, of the 256 that RFC 7042 keeps for documentation: 00-00-5E-00-53-xx.
struct HardwareAddress: FieldGenerator {
  let kind = FieldKind.mac
  let guarantee = Guarantee.reserved

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil else { return nil }
    func pair() -> String {
      let byte = draw.stream.integer(in: 0...255)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    guard draw.policy == .realistic else { return "00:00:5E:00:53:" + pair() }
    return "3C:22:FB:\(pair()):\(pair()):\(pair())"
  }
}
