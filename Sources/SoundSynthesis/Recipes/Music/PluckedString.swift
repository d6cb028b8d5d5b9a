import RandomStreams
import VectorMath

/// A plucked string by Karplus and Strong (1983): a burst of noise runs round a delay line that loses its
/// high frequencies; where it is plucked decides which harmonics are missing.
struct PluckedString: SoundRecipe {
  static let pitch = SoundParameter.uniform(
    "fundamental", 110...440, "Hz", "of the first note", limits: 60...1000)
  static let notes = SoundParameter.count("notes", 1...6, "number of notes", limits: 1...50)
  static let interval = SoundParameter.uniform(
    "interval", 0.25...0.6, "s", "from note to note", limits: 0.05...5)
  static let pluck = SoundParameter.uniform(
    "pluck_position", 0.1...0.35, "1", "share of the string", limits: 0.02...0.5)
  static let decay = SoundParameter.uniform(
    "decay", 2...5, "s", "of the fundamental, to -60 dB", limits: 0.2...10)

  let card = SoundCard(
    "plucked_string", "plucked string", "拨弦声", .indoor,
    .init("Plucked string instrument", dcase: "Musical instrument"), .event, level: 60...76,
    .fastMaximum, [pitch, notes, interval, pluck, decay])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: 0.1))
    var chance = s.chance("melody")
    let scale = [0.0, 2, 4, 7, 9, 12]
    let body = ModalBank([
      Mode(frequency: 102, decay: 0.12, gain: 0.6), Mode(frequency: 204, decay: 0.1, gain: 0.8),
      Mode(frequency: 390, decay: 0.06, gain: 0.5),
    ])
    for i in 0..<s.count(Self.notes) {
      let step = i == 0 ? 0 : chance.choose(scale) ?? 0
      let pitch = s[Self.pitch] * DeterministicMath.pow(2, step / 12)
      let time = Double(i) * s[Self.interval]
      let note = Self.string(pitch, s[Self.decay], s[Self.pluck], s.chance("string").child(i)).normalised()
      performance.waveform.add(note, at: time)
      performance.waveform.add(body.struck(0.002, impulse: 1).peakNormalised(), at: time, gain: 0.35)
      performance.mark(time, "pluck")
      if i + 1 == s.count(Self.notes) { performance.tone("string", pitch, from: time + 0.1, to: time + 1) }
    }
    return performance
  }

  static func string(_ pitch: Double, _ decay: Double, _ place: Double, _ stream: RandomStream) -> Waveform {
    let rate = Waveform.rate
    let total = Int(min(decay * 1.1, 11) * rate)
    // Loop: integer delay + half a sample of the averaging filter + an all-pass for the rest.
    let period = rate / pitch
    let smoothing = 0.5
    let whole = max(2, Int(period - smoothing - 0.3))
    let rest = period - smoothing - Double(whole)
    let coefficient = (1 - rest) / (1 + rest)
    let loss = DeterministicMath.exp(-6.907755278982137 / (decay * pitch))
    // The shape of a finger: noise, softened, minus itself from the other side.
    let burst = Noise.white(whole, stream).softened(4200)
    let shift = max(1, Int(place * period))
    var line = (0..<whole).map { burst.samples[$0] - ($0 >= shift ? burst.samples[$0 - shift] : 0) }
    let mean = line.reduce(0, +) / Double(whole)
    for i in line.indices { line[i] -= mean }
    var out = Waveform(count: total)
    var (position, previous, passIn, passOut) = (0, 0.0, 0.0, 0.0)
    for i in 0..<total {
      let x = line[position]
      let averaged = 0.5 * (x + previous)
      previous = x
      let y = coefficient * (averaged - passOut) + passIn
      passIn = averaged
      passOut = y
      line[position] = loss * y
      position = position + 1 == whole ? 0 : position + 1
      out.samples[i] = x
    }
    return out
  }
}
