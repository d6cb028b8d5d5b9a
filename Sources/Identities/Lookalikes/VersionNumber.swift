import RandomStreams

/// Four numbers between dots of which one is too great for an address.
struct VersionNumber: LookalikeGenerator {
  let reason = "octet_range"

  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike? {
    var parts = (0..<4).map { _ in stream.integer(in: 0...40) }
    parts[stream.integer(in: 1...3)] = stream.integer(in: 256...9999)
    return Lookalike(resembles: .ipv4, text: parts.map(String.init).joined(separator: "."), reason: reason)
  }
}
