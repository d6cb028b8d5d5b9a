import Annotations
import Imaging
import Signals
import VectorMath
import WorldModel

/// Recordings as pictures: time to the right, frequency upwards on a logarithmic scale, 80 dB from dark to bright; events as
/// bars above.
enum SpectrogramPictures {
  private static let width = 640
  private static let height = 320
  private static let bars = 40

  /// A picture for each of the first four microphones.
  static func cells(of recording: Sample.Recording) -> [ContactSheet.Cell] {
    let label = recording.labels[RecordingLabel.self]
    return recording.channels.prefix(4).enumerated().map { c, channel in
      var picture = picture(of: channel, rate: recording.rate)
      if let label { draw(label.events, channel: c, count: channel.count, on: &picture) }
      let name = label?.microphones.microphones[safe: c]?.name ?? "\(c)"
      return .init(caption: "\(recording.sensor) \(name)", picture: picture, isSmooth: true)
    }
  }

  private static func picture(of samples: [Float], rate: Int) -> Raster<UInt8> {
    var out = Raster<UInt8>(width: width, height: height + bars, channels: 3, fill: 12)
    let hop = max(64, samples.count / width)
    let spectrogram = Spectrogram(samples, rate: Double(rate), size: 2048, hop: hop)
    let top = spectrogram.powers.max() ?? 0
    guard top > 0 else { return out }
    let (low, high) = (40.0, Double(rate) / 2)
    let octaves = DeterministicMath.log(high / low)
    for row in 0..<height {
      let frequency = low * DeterministicMath.exp(octaves * Double(height - 1 - row) / Double(height - 1))
      let bin = spectrogram.bin(frequency)
      for column in 0..<width {
        let frame = column * spectrogram.frames / width
        let power = spectrogram.power(frame: frame, bin: bin) / Double(top)
        let level = power > 0 ? 1 + DeterministicMath.log(power) / 2.302585 / 8 : 0
        let color = heat(min(max(level, 0), 1))
        for k in 0..<3 { out.values[3 * ((row + bars) * width + column) + k] = color[k] }
      }
    }
    return out
  }

  /// Black, violet, orange, white.
  private static func heat(_ x: Double) -> SIMD3<UInt8> {
    let red = min(1, 1.7 * x)
    let green = max(0, 1.9 * x - 0.9)
    let blue = x < 0.5 ? 0.9 * x : max(0, 0.9 - 1.2 * x) + max(0, 3.5 * x - 2.5)
    return SIMD3(UInt8(255 * red), UInt8(255 * min(1, green)), UInt8(255 * min(1, max(0, blue))))
  }

  /// A bar from onset to offset for each event, in rows.
  private static func draw(
    _ events: [SoundEvent], channel: Int, count: Int, on picture: inout Raster<UInt8>
  ) {
    let rows = 8
    for (k, event) in events.enumerated()
    where event.onsets.indices.contains(channel) && event.offsets.indices.contains(channel) && count > 0 {
      let from = event.onsets[channel] * width / count
      let to = max(from + 1, event.offsets[channel] * width / count)
      picture.fill(
        u: from, v: (k % rows) * bars / rows, width: to - from, height: bars / rows - 1,
        IdentifierColor.color(of: UInt32(event.id)))
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
