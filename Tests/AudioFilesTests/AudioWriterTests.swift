import AudioFiles
import Diagnostics
import Foundation
import RandomStreams
import Testing

/// A melody that no codec can shift unnoticed, in full scale.
func melody(_ count: Int, rate: Double = 48_000, channels: Int = 1) -> [[Float]] {
  (0..<channels).map { c in
    (0..<count).map { n in
      let t = Double(n) / rate
      let pulse = exp(-30 * (t * 7).truncatingRemainder(dividingBy: 1))
      return Float(0.4 * pulse * sin(2 * .pi * (300 + 200 * Double(c)) * t + 3 * sin(40 * t)))
    }
  }
}

@Suite struct AudioWriterTests {
  let dither = RandomStream(seed: 3).child("dither")

  private func trip(_ clip: AudioClip, _ encoding: AudioEncoding) throws -> AudioClip {
    try AudioReader.decode(try AudioWriter.encode(clip, as: encoding, dither: dither), name: "test")
  }

  @Test func floatIsExactAlsoBeyondFullScale() throws {
    let clip = try AudioClip(
      channels: [[0.1, -3.5, 1e-30, .leastNonzeroMagnitude], [1, 2, 3, 4]], rate: 44_100)
    #expect(try trip(clip, .wavFloat) == clip)
  }

  @Test(arguments: [AudioEncoding.wav24, .flac24]) func roundsTo24Bits(encoding: AudioEncoding) throws {
    let clip = try AudioClip(channels: melody(5000, channels: 3), rate: 48_000)
    let found = try trip(clip, encoding)
    #expect(found.rate == 48_000 && found.count == 5000 && found.channels.count == 3)
    for (a, b) in zip(found.channels.joined(), clip.channels.joined()) {
      #expect(abs(a - b) <= 0x1p-24 * 1.001)
    }
  }

  /// TPDF dither: the mean error is zero and its power a quarter of a step squared, whatever the signal.
  @Test(arguments: [AudioEncoding.wav16, .flac16]) func dithersTo16Bits(encoding: AudioEncoding) throws {
    for level in [0.0, 0.3, 0.5, 101.25] {
      let clip = try AudioClip(
        channels: [Array(repeating: Float(level / 32_768), count: 20_000)], rate: 16_000)
      let steps = try trip(clip, encoding).channels[0].map { Double($0) * 32_768 - level }
      let mean = steps.reduce(0, +) / 20_000
      let power = steps.reduce(0) { $0 + $1 * $1 } / 20_000
      #expect(abs(mean) < 0.015 && abs(power - 0.25) < 0.01, "\(level): \(mean) \(power)")
    }
  }

  @Test func integersSaturate() throws {
    let clip = try AudioClip(channels: [[1.5, -1.5, 1, -1]], rate: 8000)
    let found = try trip(clip, .wav24).channels[0]
    let most: Float = 1 - 0x1p-23
    let wanted: [Float] = [most, -1, most, -1]
    #expect(found == wanted)
    #expect(try trip(clip, .wav16).channels[0].allSatisfy { $0 >= -1 && $0 < 1 })
  }

  /// A30 for files: nothing of the moment is in them. libsndfile draws another Ogg serial number at each call.
  @Test(arguments: AudioEncoding.allCases) func sameBytesEveryTime(encoding: AudioEncoding) throws {
    let clip = try AudioClip(channels: melody(9000, channels: 2), rate: 48_000)
    let first = try AudioWriter.encode(clip, as: encoding, dither: dither)
    #expect(try AudioWriter.encode(clip, as: encoding, dither: dither) == first)
    #expect(!first.starts(with: Array("PEAK".utf8)) && Data(first).range(of: Data("PEAK".utf8)) == nil)
    if encoding == .wav16 {
      #expect(try AudioWriter.encode(clip, as: encoding, dither: dither.child("other")) != first)
    }
  }

  /// A29: what comes back lies where it was, within a sample.
  @Test(arguments: [AudioEncoding.vorbis, .opus, .mp3]) func codecsKeepTime(encoding: AudioEncoding) throws {
    let count = 9_000
    let clip = try AudioClip(channels: melody(count), rate: 48_000)
    let found = try trip(clip, encoding)
    #expect(found.rate == 48_000 && abs(found.count - count) <= 1200, "\(found.count)")
    func product(_ lag: Int) -> Double {
      var sum = 0.0
      for n in 1000..<8000 { sum += Double(clip.channels[0][n]) * Double(found.channels[0][n + lag]) }
      return sum
    }
    let best = (-600...600).max { product($0) < product($1) } ?? 9999
    #expect(abs(best) <= 1, "\(encoding.rawValue) is late by \(best)")
    let power = clip.channels[0][1000..<8000].reduce(0.0) { $0 + Double($1) * Double($1) }
    #expect(abs(product(best) / power - 1) < 0.03)
  }

  @Test func refusesWhatDoesNotFit() throws {
    #expect(throws: DioramaError.self) { try AudioClip(channels: [], rate: 48_000) }
    #expect(throws: DioramaError.self) { try AudioClip(channels: [[1], [1, 2]], rate: 48_000) }
    #expect(throws: DioramaError.self) { try AudioClip(channels: [[1]], rate: 0) }
    for (channels, rate, encoding) in [
      (1, 44_100, AudioEncoding.opus), (3, 48_000, .mp3), (9, 48_000, .flac16), (1, 96_000, .mp3),
    ] {
      let clip = try AudioClip(channels: melody(10, channels: channels), rate: rate)
      #expect(throws: DioramaError.self) { try AudioWriter.encode(clip, as: encoding, dither: dither) }
    }
    let nothing = try AudioClip(channels: [[]], rate: 48_000)
    #expect(throws: DioramaError.self) { try AudioWriter.encode(nothing, as: .flac16, dither: dither) }
    let infinite = try AudioClip(channels: [[0, .nan]], rate: 48_000)
    #expect(throws: DioramaError.self) { try AudioWriter.encode(infinite, as: .wavFloat, dither: dither) }
  }
}
