import CSndFile
package import Diagnostics

/// Bytes of audio files, whoever made them, to sounds.
package enum AudioReader {
  /// Most samples, over all channels, that a file may unpack to: 3 hours of stereo at 48 kHz.
  package static let mostSamples = 1 << 30

  /// The sound in `bytes`, of any kind that libsndfile knows. `name` is for messages.
  ///
  /// Throws one error for whatever is wrong: no audio file, cut off, too large, samples that are no numbers.
  package static func decode(
    _ bytes: [UInt8], name: String, mostSamples: Int = mostSamples
  ) throws(DioramaError) -> AudioClip {
    let file = MemoryFile(bytes)
    var info = SF_INFO()
    var calls = MemoryFile.calls()
    guard
      let handle = sf_open_virtual(&calls, Int32(SFM_READ), &info, Unmanaged.passUnretained(file).toOpaque())
    else {
      throw DioramaError(
        .badInput, "\(name): no audio file, or a damaged one",
        remedy: "WAV, FLAC, Ogg Vorbis, Ogg Opus and MP3 can be read.")
    }
    defer { sf_close(handle) }
    let width = Int(info.channels)
    guard (1...AudioClip.mostChannels).contains(width) else {
      throw DioramaError(
        .badInput, "\(name): \(width) channels; at most \(AudioClip.mostChannels) can be read")
    }
    guard AudioClip.rates.contains(Int(info.samplerate)) else {
      throw DioramaError(.badInput, "\(name): a sampling rate of \(info.samplerate) Hz")
    }
    // The header's count of frames is a claim: what counts is how many come.
    var channels = [[Float]](repeating: [], count: width)
    var piece = [Float](repeating: 0, count: 4096 * width)
    while true {
      let frames = Int(sf_readf_float(handle, &piece, 4096))
      guard frames > 0, frames <= 4096 else { break }
      guard (channels[0].count + frames) * width <= mostSamples else {
        throw DioramaError(.badInput, "\(name): more than \(mostSamples) samples")
      }
      for c in 0..<width {
        for n in 0..<frames {
          let value = piece[n * width + c]
          guard value.isFinite else {
            throw DioramaError(
              .badInput, "\(name): sample \(channels[c].count) of channel \(c) is \(value), no finite number")
          }
          channels[c].append(value)
        }
      }
    }
    guard sf_error(handle) == 0 else {
      throw DioramaError(
        .badInput, "\(name): damaged after \(channels[0].count) samples of each channel")
    }
    // Compressed kinds may not know their length; the others must keep what they promise.
    let promised = Int(info.frames)
    if promised != Int(Int64.max), promised > channels[0].count, promised > 0 {
      throw DioramaError(
        .badInput, "\(name): cut off: \(promised) samples a channel announced, \(channels[0].count) found")
    }
    return try AudioClip(channels: channels, rate: Int(info.samplerate))
  }
}
