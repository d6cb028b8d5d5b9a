import AudioFiles
import Diagnostics
import RandomStreams
import Testing

@Suite struct AudioReaderTests {
  /// Whatever the bytes: a sound of finite numbers, or one error that names the file.
  private func survives(_ bytes: [UInt8]) {
    do {
      let clip = try AudioReader.decode(bytes, name: "hostile.wav", mostSamples: 1 << 16)
      #expect(clip.channels.joined().allSatisfy { $0.isFinite })
    } catch {
      #expect(error.message.hasPrefix("hostile.wav: ") && error.reason == .badInput)
    }
  }

  @Test(arguments: AudioEncoding.allCases) func survivesDamage(encoding: AudioEncoding) throws {
    let clip = try AudioClip(channels: melody(3000, channels: 2), rate: 48_000)
    let bytes = try AudioWriter.encode(clip, as: encoding, dither: RandomStream(seed: 1))
    var stream = RandomStream(seed: 2).child(encoding.rawValue)
    for _ in 0..<20 { survives(Array(bytes.prefix(stream.integer(in: 0..<bytes.count)))) }
    for _ in 0..<30 {
      var broken = bytes
      for _ in 0..<3 {
        broken[stream.integer(in: 0..<min(bytes.count, 200))] = UInt8(stream.integer(in: 0..<256))
      }
      survives(broken)
    }
  }

  @Test func saysWhatIsWrong() throws {
    #expect(throws: DioramaError.self) { try AudioReader.decode([], name: "empty") }
    #expect(throws: DioramaError.self) { try AudioReader.decode(Array("no sound at all".utf8), name: "text") }
    let clip = try AudioClip(channels: melody(1000), rate: 16_000)
    let bytes = try AudioWriter.encode(clip, as: .wav24, dither: RandomStream(seed: 1))
    #expect(throws: DioramaError.self) { try AudioReader.decode(bytes, name: "x", mostSamples: 999) }
    // A NaN written by hand into the data of a float file.
    var float = try AudioWriter.encode(clip, as: .wavFloat, dither: RandomStream(seed: 1))
    for (i, byte) in [UInt8(0), 0, 0xC0, 0x7F].enumerated() { float[float.count - 8 + i] = byte }
    let found = #expect(throws: DioramaError.self) { try AudioReader.decode(float, name: "x") }
    #expect(found?.message.contains("no finite number") == true)
  }
}
