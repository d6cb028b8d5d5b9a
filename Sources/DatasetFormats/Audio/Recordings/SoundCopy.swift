import Annotations
import AudioFiles
import RandomStreams
import Signals
import WorldModel

/// The sound of recordings as a format wants it: another rate, fewer channels, another encoding.
///
/// Sample 0 stays at time 0, so seconds remain what they were. Sixteen bits are dithered with noise that the file's name
/// decides.
struct SoundCopy {
  /// Hertz.
  var rate: Int
  var encoding: AudioEncoding

  /// All of a recording.
  /// - Parameter isMono: the first channel alone.
  func clip(_ heard: HeardRecording, isMono: Bool) throws -> AudioClip {
    let channels = isMono ? Array(heard.recording.channels.prefix(1)) : heard.recording.channels
    return try clip(channels, from: heard.label.rate)
  }

  func clip(_ channels: [[Float]], from native: Int) throws -> AudioClip {
    let resampler = Resampler(from: Double(native), to: Double(rate))
    return try AudioClip(channels: channels.map(resampler.resample), rate: rate)
  }

  /// The samples of the copy that hold `range` of the original: from the last that is not later to the first after all.
  func place(_ range: Range<Int>, from native: Int, count: Int) -> Range<Int> {
    let from = range.lowerBound * rate / native
    let to = (range.upperBound * rate + native - 1) / native
    return (from..<max(to, from)).clamped(to: 0..<count)
  }

  func bytes(_ clip: AudioClip, named path: String) throws -> [UInt8] {
    try AudioWriter.encode(clip, as: encoding, dither: RandomStream(seed: 0).child("dither/\(path)"))
  }

  func file(_ path: String, _ clip: AudioClip) throws -> FormatFile {
    FormatFile(path, .bytes(try bytes(clip, named: path)))
  }

  /// What a validator finds in the file: the clip after its journey through the encoding.
  func expected(_ path: String, _ clip: AudioClip) throws -> FormatReading.Picture {
    let back = try AudioReader.decode(try bytes(clip, named: path), name: path)
    return FormatReading.Picture(sound: back, isExact: encoding.isLossless)
  }
}

extension AudioClip {
  /// Some of its samples, followed by silence up to `length` samples where that is more.
  func cut(_ range: Range<Int>, length: Int = 0) throws -> AudioClip {
    let range = range.clamped(to: 0..<count)
    return try AudioClip(
      channels: channels.map {
        $0[range] + [Float](repeating: 0, count: max(0, length - range.count))
      }, rate: rate)
  }
}

extension FormatFile {
  /// The native sound file of a recording, all channels, 24 bits.
  static func sound(_ path: String, _ heard: HeardRecording) -> FormatFile {
    FormatFile(
      path,
      .native(NativeImage(sample: heard.sample, sensor: heard.recording.sensor, label: nativeSound)))
  }

  /// What the sound of a recording is called among native files.
  private static let nativeSound = "audio"
}

extension HeardRecording {
  /// Name and ending of a copy of the native file.
  var nativeName: String { stem + nativeEnding }

  /// The same of the clean recording that this one was made of.
  var cleanName: String { cleanStem + nativeEnding }

  private var nativeEnding: String { recording.channels.count > 8 ? ".wav" : ".flac" }

  /// What a validator finds in the native file.
  func nativeSound() throws -> FormatReading.Picture {
    FormatReading.Picture(sound: try AudioClip(channels: recording.channels, rate: recording.rate))
  }
}
