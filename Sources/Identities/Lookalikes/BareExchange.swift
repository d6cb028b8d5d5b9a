import RandomStreams

/// A telephone number without its area code: seven digits that nobody can dial from elsewhere.
struct BareExchange: LookalikeGenerator {
  let reason = "no_area_code"

  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike? {
    Lookalike(
      resembles: .landlinePhone, text: "555-01" + String(100 + stream.integer(in: 0...99)).dropFirst(),
      reason: reason)
  }
}
