import RandomStreams

/// A lorry's air horn: two or three long trumpets of 150 to 250 Hz, brassy and slow to speak.
struct TruckHorn: SoundRecipe {
  static let low = SoundParameter.uniform(
    "low_frequency", 150...200, "Hz", "fundamental of the longest trumpet", limits: 100...300)
  static let trumpets = SoundParameter.count("trumpets", 2...3, "number of trumpets", limits: 1...4)
  static let length = SoundParameter.logNormal(
    "press", median: 1, sigma: 0.5, in: 0.3...5, "s", "how long air is on")

  let card = SoundCard(
    "truck_horn", "truck air horn", "卡车气喇叭", .outdoor, .init("Air horn, truck horn", urban: "car_horn"),
    .event,
    level: 112...122, .fastMaximum, [low, trumpets, length])

  func perform(_ s: SoundScene) -> Performance {
    let press = s[Self.length]
    var performance = Performance(Waveform(seconds: press + 0.2))
    let ratios = [1, 1.25, 1.5, 2]
    for i in 0..<min(ratios.count, s.count(Self.trumpets)) {
      var chance = s.chance("trumpet").child(i)
      let pitch = s[Self.low] * (ratios[i] * (i == 0 ? 1 : chance.uniform(0.985, 1.015)))
      let amplitudes = (1...50).map { h -> Double in
        let f = Double(h) * pitch
        // A flare passes the higher ones better, up to 1.5 kHz.
        let flare = f < 900 ? 0.35 + 0.65 * f / 900 : 1 / (1 + (f - 900) / 700 * (f - 900) / 700 * 0.5)
        return flare * chance.uniform(0.7, 1.3)
      }
      let reed = Reed(amplitudes: amplitudes, attack: 0.055, release: 0.07, bend: -0.035, wobble: 0.002)
      let sound = reed.sound(pitch, seconds: press, crest: 0.23 + 0.07 * Double(i), s.chance("reed").child(i))
      performance.waveform.add(sound.normalised())
      performance.tone("trumpet", pitch, from: 0.25, to: press - 0.01)
    }
    let count = performance.waveform.samples.count
    var air = Noise.white(count, s.chance("air")).peaks([(1200, 0.6, 1), (3500, 0.8, 0.5)]).normalised()
    air.multiply { min(1, $0 / 0.03) * ($0 > press ? max(0, 1 - ($0 - press) / 0.18) : 1) }
    performance.waveform.add(air, gain: 0.05)
    performance.mark(0, "press")
    performance.mark(press, "release")
    return performance
  }
}
