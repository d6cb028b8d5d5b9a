import Annotations
import AudioFiles
import Degradation
import RandomStreams
import Signals
import Testing

@Suite struct CarriedTests {
  /// A29: what comes back lies where it was, for every codec at the rates of recordings and its lowest bit rates.
  @Test(arguments: AudioCodec.allCases, [8000, 16_000, 48_000]) func codecsKeepTime(
    _ codec: AudioCodec, rate: Int
  ) throws {
    let made = try Degraded(
      "[{codec: {codec: \(codec.rawValue), bit_rate: 16, quality: 0.1}}]", [voice(rate, rate: rate)],
      rate: rate)
    let shift = lag(of: made.channels[0], against: made.clean[0])
    #expect(
      shift.magnitude <= (codec.rate(for: rate) < rate || codec == .opus ? 1 : 0),
      "\(codec.rawValue): \(shift)")
    #expect(try #require(made.chain.distortion) > 3)
  }

  /// Bytes tell the bit rate; more of them sound better.
  @Test(arguments: ["opus", "mp3"]) func bitRatesAreKept(_ codec: String) throws {
    func made(_ rate: Int) throws -> Degraded {
      try Degraded(
        "[{codec: {codec: \(codec), bit_rate: \(rate)}}]", [voice(96_000, rate: 48_000)], rate: 48_000)
    }
    let (low, high) = (try made(32), try made(96))
    for (one, wanted) in [(low, 32.0), (high, 96)] {
      let measured = try #require(one.number("measured_bit_rate"))
      #expect((measured / wanted - 1).magnitude < 0.35, "\(codec) at \(wanted): \(measured) kbit/s")
    }
    #expect(try #require(high.chain.distortion) > (try #require(low.chain.distortion)) + 2)
  }

  /// G.711 has 256 values, of ITU-T's formulas; nearest to what went in.
  @Test(arguments: [AudioCodec.muLaw, .aLaw]) func telephonesHaveTheirSteps(_ codec: AudioCodec) throws {
    let values: [Double] = (0..<128).map { code in
      let (segment, step) = (code / 16, code % 16)
      if codec == .muLaw { return Double(((2 * step + 33) << segment) - 33) / 8192 }
      return Double(segment == 0 ? 2 * step + 1 : (2 * step + 33) << (segment - 1)) / 4096
    }
    let clean = voice(8000, rate: 8000, level: 0.9)
    let back = try codec.journey(clean, rate: 8000, .init()).samples
    let codes = Dictionary(values.enumerated().map { (Float($1), $0) }, uniquingKeysWith: { a, _ in a })
    let strange = back.first { codes[$0.magnitude] == nil }
    #expect(strange == nil, "\(String(describing: strange)) is no value of \(codec.rawValue)")
    let far = zip(clean, back).first { x, y in
      // Half of a step of the segment, and one of the 13 or 14 bits that the coder takes in.
      let segment = (codes[y.magnitude] ?? 0) / 16
      let half = codec == .muLaw ? Double(1 << segment) / 8192 : Double(1 << max(0, segment - 1)) / 4096
      return (Double(y) - Double(x)).magnitude > half + 1.0 / 4096
    }
    #expect(far == nil, "\(String(describing: far))")
  }

  /// The delay that is taken away is the codec's: a codec with a known one.
  @Test func telephonesHaveNoDelay() throws {
    for codec in [AudioCodec.muLaw, .aLaw, .gsm, .g721, .imaADPCM] {
      #expect(try codec.delay(rate: 8000, .init()) == 0, "\(codec.rawValue)")
    }
  }
}
