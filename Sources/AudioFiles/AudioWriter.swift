import CSndFile
package import Diagnostics
package import RandomStreams

/// Sounds to the bytes of files: the same clip, encoding and stream give the same bytes.
///
/// Nothing of the moment gets in: no time stamps (libsndfile's PEAK chunk has one), and Ogg streams get a serial number
/// of their own in place of the one that libsndfile draws from the clock.
package enum AudioWriter {
  /// The file's bytes. `dither` is asked for noise by 16-bit encodings alone; integers saturate at full scale.
  ///
  /// Throws where the encoding cannot hold the clip (rate, channels, no samples), a sample is not finite, or the library was built
  /// without the codec.
  package static func encode(
    _ clip: AudioClip, as encoding: AudioEncoding, dither: RandomStream
  ) throws(DioramaError) -> [UInt8] {
    try check(clip, encoding)
    let file = MemoryFile()
    var info = SF_INFO()
    info.samplerate = Int32(clip.rate)
    info.channels = Int32(clip.channels.count)
    info.format = encoding.format
    guard sf_format_check(&info) != 0 else { throw unsupported(encoding) }
    var calls = MemoryFile.calls()
    guard
      let handle = sf_open_virtual(&calls, Int32(SFM_WRITE), &info, Unmanaged.passUnretained(file).toOpaque())
    else { throw unsupported(encoding) }
    _ = sf_command(handle, Int32(SFC_SET_ADD_PEAK_CHUNK), nil, Int32(SF_FALSE))
    if var level = encoding.compression {
      _ = sf_command(
        handle, Int32(SFC_SET_COMPRESSION_LEVEL), &level, Int32(MemoryLayout<Double>.size))
    }
    var written = true
    // Pieces: libvorbis keeps a whole call's samples on the stack.
    for start in stride(from: 0, to: clip.count, by: 4096) where written {
      let frames = start..<min(start + 4096, clip.count)
      switch encoding.bits {
      case 16?:
        let values = quantized(clip, frames, dither)
        written = sf_writef_short(handle, values, sf_count_t(frames.count)) == sf_count_t(frames.count)
      case .some:
        let values = rounded(clip, frames)
        written = sf_writef_int(handle, values, sf_count_t(frames.count)) == sf_count_t(frames.count)
      case nil:
        let values = interleaved(clip, frames, held: !encoding.isLossless)
        written = sf_writef_float(handle, values, sf_count_t(frames.count)) == sf_count_t(frames.count)
      }
    }
    let closed = sf_close(handle)
    guard written, closed == 0 else {
      throw DioramaError(.inputOutput, "libsndfile could not finish a sound as \(encoding.rawValue)")
    }
    switch encoding {
    case .vorbis, .opus: return OggPages.withSerial(1, file.bytes)
    default: return file.bytes
    }
  }

  private static func check(_ clip: AudioClip, _ encoding: AudioEncoding) throws(DioramaError) {
    // Some encodings write no header for nothing, and a file that no program opens is worse than an error.
    if clip.count == 0 { throw DioramaError(.badInput, "a sound without samples cannot be written") }
    if clip.channels.count > encoding.mostChannels {
      throw DioramaError(
        .badInput,
        "\(encoding.rawValue) holds at most \(encoding.mostChannels) channels, the sound has \(clip.channels.count)",
        remedy: "Write wav-16, wav-24 or wav-float.")
    }
    if let rates = encoding.rates, !rates.contains(clip.rate) {
      throw DioramaError(
        .badInput, "\(encoding.rawValue) has no sampling rate of \(clip.rate) Hz",
        remedy: "It has \(rates.map(String.init).joined(separator: ", ")) Hz.")
    }
    for (c, channel) in clip.channels.enumerated() {
      if let n = channel.firstIndex(where: { !$0.isFinite }) {
        throw DioramaError(
          .badInput, "sample \(n) of channel \(c) is \(channel[n]): files hold finite numbers")
      }
    }
  }

  private static func unsupported(_ encoding: AudioEncoding) -> DioramaError {
    DioramaError(
      .cannotCreate, "the installed libsndfile cannot write \(encoding.rawValue)",
      remedy: "Install libsndfile 1.1 or later, built with that codec, or choose wav or flac.")
  }

  /// 16 bits: a stream a channel, two draws a sample by its number, so pieces do not matter.
  private static func quantized(_ clip: AudioClip, _ frames: Range<Int>, _ dither: RandomStream) -> [Int16] {
    let width = clip.channels.count
    var values = [Int16](repeating: 0, count: frames.count * width)
    for (c, channel) in clip.channels.enumerated() {
      let stream = dither.child(c)
      for n in frames {
        let bits = stream.bits(at: UInt64(n))
        // The difference of two uniform numbers: a triangle from −1 to 1.
        let noise = (Double(bits >> 32) - Double(bits & 0xffff_ffff)) * 0x1p-32
        let steps = (Double(channel[n]) * 32_768 + noise).rounded(.toNearestOrEven)
        values[(n - frames.lowerBound) * width + c] = Int16(min(max(steps, -32_768), 32_767))
      }
    }
    return values
  }

  /// 24 bits in the upper part of 32.
  private static func rounded(_ clip: AudioClip, _ frames: Range<Int>) -> [Int32] {
    let width = clip.channels.count
    var values = [Int32](repeating: 0, count: frames.count * width)
    for (c, channel) in clip.channels.enumerated() {
      for n in frames {
        let steps = (Double(channel[n]) * 8_388_608).rounded(.toNearestOrEven)
        values[(n - frames.lowerBound) * width + c] = Int32(min(max(steps, -8_388_608), 8_388_607)) << 8
      }
    }
    return values
  }

  private static func interleaved(_ clip: AudioClip, _ frames: Range<Int>, held: Bool) -> [Float] {
    let width = clip.channels.count
    var values = [Float](repeating: 0, count: frames.count * width)
    for (c, channel) in clip.channels.enumerated() {
      for n in frames {
        values[(n - frames.lowerBound) * width + c] = held ? min(max(channel[n], -1), 1) : channel[n]
      }
    }
    return values
  }
}
