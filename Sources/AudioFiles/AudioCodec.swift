import CSndFile
package import Diagnostics
import RandomStreams

/// Codecs that sound goes through and comes back from changed: telephones, broadcasts, calls.
package enum AudioCodec: String, Sendable, Hashable, CaseIterable {
  /// ITU-T G.711, 64 kbit/s.
  case muLaw = "mu-law"
  case aLaw = "a-law"
  /// GSM 06.10 full rate, 13 kbit/s.
  case gsm
  /// ITU-T G.721 (now G.726), 32 kbit/s.
  case g721
  /// Four bits a sample, of IMA.
  case imaADPCM = "ima-adpcm"
  case vorbis
  case opus
  case mp3

  /// How it is asked to code; what a codec does not know is left aside.
  package struct Setting: Sendable, Hashable {
    /// Bits a second, of Opus and MP3.
    package var bitRate: Double
    /// 0 … 1, of Vorbis.
    package var quality: Double

    package init(bitRate: Double = 32_000, quality: Double = 0.3) {
      self.bitRate = bitRate
      self.quality = quality
    }
  }

  package var hasBitRate: Bool { self == .opus || self == .mp3 }

  /// The rate in hertz at which it codes sound of `rate`: that of telephones, or the codec's next above.
  package func rate(for rate: Int) -> Int {
    switch self {
    case .muLaw, .aLaw, .gsm, .g721: 8000
    case .imaADPCM, .vorbis: rate
    case .opus, .mp3: rates.first { $0 >= rate } ?? 48_000
    }
  }

  private var rates: [Int] {
    (self == .opus ? AudioEncoding.opus.rates : AudioEncoding.mp3.rates) ?? []
  }

  /// libsndfile's number.
  private var format: Int32 {
    switch self {
    case .muLaw: Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_ULAW)
    case .aLaw: Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_ALAW)
    case .gsm: Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_GSM610)
    case .g721: Int32(SF_FORMAT_AU) | Int32(SF_FORMAT_G721_32)
    case .imaADPCM: Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_IMA_ADPCM)
    case .vorbis: AudioEncoding.vorbis.format
    case .opus: AudioEncoding.opus.format
    case .mp3: AudioEncoding.mp3.format
    }
  }

  /// One channel after its journey, beginning at the same time 0 but for the codec's delay, and the bytes of its file. May be
  /// longer: codecs work in blocks.
  ///
  /// - Parameter rate: hertz, one of the codec's (`rate(for:)`).
  /// - Throws: `.cannotCreate` where the installed library lacks the codec.
  package func journey(
    _ samples: [Float], rate: Int, _ setting: Setting
  ) throws(DioramaError) -> (samples: [Float], bytes: Int) {
    guard !samples.isEmpty else { return ([], 0) }
    let bytes = try coded(samples, rate: rate, setting)
    let back = try AudioReader.decode(bytes, name: "a sound coded as \(rawValue)")
    return (back.channels[0], bytes.count)
  }

  private func coded(
    _ samples: [Float], rate: Int, _ setting: Setting
  ) throws(DioramaError) -> [UInt8] {
    let file = MemoryFile()
    var info = SF_INFO()
    (info.samplerate, info.channels, info.format) = (Int32(rate), 1, format)
    var calls = MemoryFile.calls()
    guard sf_format_check(&info) != 0,
      let handle = sf_open_virtual(&calls, Int32(SFM_WRITE), &info, Unmanaged.passUnretained(file).toOpaque())
    else { throw missing }
    configure(handle, rate: rate, setting)
    // Integers inside of codecs wrap around beyond full scale.
    let held = samples.map { min(max($0, -0.99997), 0.99997) }
    var written = true
    for start in stride(from: 0, to: held.count, by: 4096) where written {
      let piece = Array(held[start..<min(start + 4096, held.count)])
      written = sf_writef_float(handle, piece, sf_count_t(piece.count)) == sf_count_t(piece.count)
    }
    guard sf_close(handle) == 0, written else { throw missing }
    return file.bytes
  }

  private func configure(_ handle: OpaquePointer, rate: Int, _ setting: Setting) {
    func level(_ value: Double) {
      var value = min(max(value, 0), 1)
      _ = sf_command(handle, Int32(SFC_SET_COMPRESSION_LEVEL), &value, Int32(MemoryLayout<Double>.size))
    }
    switch self {
    case .vorbis: level(1 - setting.quality)
    case .opus:
      // The library spreads 6 to 256 kbit/s a channel over its levels.
      level((256_000 - setting.bitRate) / 250_000)
    case .mp3:
      var mode = Int32(SF_BITRATE_MODE_CONSTANT)
      _ = sf_command(handle, Int32(SFC_SET_BITRATE_MODE), &mode, Int32(MemoryLayout<Int32>.size))
      // And the rates of a version of MPEG over MP3's.
      let range: ClosedRange<Double> = rate >= 32_000 ? 32...320 : rate >= 16_000 ? 8...160 : 8...64
      level((range.upperBound - setting.bitRate / 1000) / (range.upperBound - range.lowerBound))
    default: break
    }
  }

  private var missing: DioramaError {
    DioramaError(
      .cannotCreate, "the installed libsndfile cannot code \(rawValue)",
      remedy: "Install libsndfile 1.1 or later, built with that codec, or choose another.")
  }

  /// Samples by which the codec is late at these settings: where a noise that went through it is most like itself.
  package func delay(rate: Int, _ setting: Setting) throws(DioramaError) -> Int {
    // Noise of a few samples' correlation, between silences.
    let (reach, length) = (2400, 3000)
    var stream = RandomStream(seed: 1).child("codec delay")
    var probe = [Float](repeating: 0, count: length + 2 * reach)
    var last = 0.0
    for n in reach..<reach + length {
      last = 0.6 * last + 0.2 * stream.uniform(-1, 1)
      probe[n] = Float(last)
    }
    let back = try journey(probe, rate: rate, setting).samples
    var best = (lag: 0, product: -Double.infinity)
    for lag in -reach...reach {
      var sum: Float = 0
      let (from, to) = (max(reach, -lag), min(reach + length, back.count - lag))
      guard from < to else { continue }
      probe.withUnsafeBufferPointer { a in
        back.withUnsafeBufferPointer { b in
          for n in from..<to { sum += a[n] * b[n &+ lag] }
        }
      }
      if Double(sum) > best.product { best = (lag, Double(sum)) }
    }
    return best.lag
  }
}
