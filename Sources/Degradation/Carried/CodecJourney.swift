import AudioFiles
import LocatedYAML
import RandomStreams
import Signals

/// Through a codec and back, each microphone by itself. The codec's own delay is measured on a noise and taken away.
struct CodecJourney: Degradation {
  static let name = "codec"
  static let effect = TimeEffect.exact
  static let summary = "Through a codec and back, its delay taken away."

  let codec: TextDistribution
  let bitRate: Distribution
  let quality: Distribution

  init(from fields: FieldReader) {
    codec = fields.read(
      "codec", .textDistribution(among: AudioCodec.allCases.map(\.rawValue)),
      default: .choice(["mu-law", "gsm", "opus", "mp3"]),
      "mu-law, a-law, gsm and g721 as telephones at 8 kHz; ima-adpcm and vorbis at the recording's rate, opus and mp3 at one of theirs."
    )
    bitRate = fields.read(
      "bit_rate", .distribution(in: 6...256, unit: "kbit/s"), default: .choice([12, 24, 48]),
      "Of opus and mp3, for each microphone.")
    quality = fields.read(
      "quality", .distribution(in: 0...1), default: .uniform(min: 0, max: 0.6), "Of vorbis.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    guard let codec = AudioCodec(rawValue: chance.word(codec, "codec")) else { return }
    var setting = AudioCodec.Setting()
    if codec.hasBitRate { setting.bitRate = 1000 * chance.number(bitRate, "bit_rate", "kbit/s") }
    if codec == .vorbis { setting.quality = chance.number(quality, "quality") }
    let native = Double(sound.rate)
    let rate = codec.rate(for: sound.rate)
    let (down, up) = (
      Resampler(from: native, to: Double(rate)), Resampler(from: Double(rate), to: native)
    )
    let delay = try codec.delay(rate: rate, setting)
    var bytes = 0
    try sound.change { _, samples in
      let there = rate == Int(native) ? samples : down.resample(samples)
      let coded = try codec.journey(there, rate: rate, setting)
      bytes += coded.bytes
      let shifted = there.indices.map { n in
        coded.samples.indices.contains(n + delay) ? coded.samples[n + delay] : 0
      }
      let back = rate == Int(native) ? shifted : up.resample(shifted)
      samples = samples.indices.map { back.indices.contains($0) ? back[$0] : 0 }
    }
    chance.note("rate", Double(rate), "Hz")
    chance.note("delay", Double(delay), "samples of the codec, taken away")
    let seconds = Double(sound.count) / native * Double(sound.channels.count)
    chance.note("measured_bit_rate", seconds > 0 ? Double(bytes) * 8 / seconds / 1000 : 0, "kbit/s")
  }
}
