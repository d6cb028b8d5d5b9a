import RandomStreams

/// A Chinese resident identity number with two neighbouring digits exchanged, the commonest slip of the hand; modulo
/// 11 notices all of them.
struct SwappedDigits: LookalikeGenerator {
  let reason = "transposition"

  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike? {
    guard let value = record[.residentID] else { return nil }
    var bytes = Array(value.utf8)
    let places = (0..<16).filter { bytes[$0] != bytes[$0 + 1] }
    guard let place = stream.choose(places) else { return nil }
    bytes.swapAt(place, place + 1)
    return Lookalike(resembles: .residentID, text: String(decoding: bytes, as: UTF8.self), reason: reason)
  }
}
