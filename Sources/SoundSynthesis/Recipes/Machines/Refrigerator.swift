import RandomStreams
import VectorMath

/// A refrigerator: the compressor starts with a shudder, hums at twice the mains frequency and its multiples,
/// and gurgles.
struct Refrigerator: SoundRecipe {
  static let mains = SoundParameter(
    name: "mains", summary: "frequency of the mains",
    domain: .number(.choice([50, 60]), limits: 50...60, unit: "Hz"))
  static let start = SoundParameter.uniform(
    "compressor_start", 0.2...1, "s", "when the compressor starts", limits: 0...5)
  static let rattle = SoundParameter.uniform("rattle", 0...0.4, "1", "things that shake along")

  let card = SoundCard(
    "refrigerator", "refrigerator hum", "冰箱声", .indoor, .init("Mains hum"),
    .continuous(.uniform(min: 4, max: 10)),
    level: 36...48, .equivalent, [mains, start, rattle])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let mains = s[Self.mains]
    let start = min(s[Self.start], s.duration * 0.3)
    func run(_ time: Double) -> Double {
      time < start ? 0.12 : 1 + 1.4 * DeterministicMath.exp(-(time - start) / 0.16)
    }
    var hum = HarmonicTone(
      [0.5, 1, 0.18, 0.6, 0.12, 0.35, 0.1, 0.28, 0.06, 0.2, 0.05, 0.12, 0.04, 0.08, 0.03, 0.06],
      highest: mains, crest: 0.17
    ).wave([Double](repeating: mains, count: count)).normalised()
    let slow = Noise.drift(s.duration, correlation: 0.7, s.chance("slow"))
    hum.multiply { run($0) * (1 + 0.05 * slow.value(at: $0)) }
    var out = hum
    // The piston's own beat, a little below the mains for the motor slips.
    let beat = HarmonicTone([1, 0.6, 0.4, 0.3, 0.2, 0.15, 0.1], highest: mains, crest: 0.05)
      .wave([Double](repeating: mains * 0.965, count: count))
    var piston = beat.normalised()
    piston.multiply { run($0) }
    out.add(piston, gain: 0.45)
    let air = Noise.pink(count, s.chance("air")).lowPassed(1500)
    var flow = air.normalised()
    flow.multiply { run($0) * 0.8 + 0.1 }
    out.add(flow, gain: 0.22)
    var shake = Waveform(count: count)
    let shaking = Noise.drift(s.duration, correlation: 0.05, s.chance("shake"))
    var chance = s.chance("rattle")
    for k in 0..<Int(s.duration * mains) {
      let time = Double(k) / mains
      let pressure = shaking.value(at: time) + (time > start && time < start + 0.35 ? 1.5 : 0) - 1
      guard time > start, pressure > 0 else { continue }
      shake.addBlow(at: time, duration: 0.0006, impulse: pressure * chance.uniform(0.5, 1))
    }
    let bottles = ModalBank(fundamental: 640, ratios: [1, 1.9, 3.1, 4.6], decay: 0.03).response(to: shake)
    if bottles.peak > 0 { out.add(bottles.peakNormalised(), gain: 1.2 * s[Self.rattle]) }
    out.cut(count)
    var performance = Performance(out)
    performance.mark(start, "compressor_start")
    performance.tone("hum", 2 * mains, from: start + 0.4, to: s.duration - 0.1)
    return performance
  }
}
