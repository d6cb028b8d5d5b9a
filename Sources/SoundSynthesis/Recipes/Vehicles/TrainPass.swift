import RandomStreams
import VectorMath

/// A train: steel wheels roll and roar, and at each rail joint the axles of two bogies knock in pairs; in a
/// bend the flanges squeal.
struct TrainPass: SoundRecipe {
  static let joint = SoundParameter.uniform(
    "joint_distance", 12.5...25, "m", "between rail joints", limits: 5...60)
  static let axles = SoundParameter.uniform("axle_distance", 1.8...2.6, "m", "of a bogie")
  static let bogies = SoundParameter.uniform("bogie_distance", 13...19, "m", "of a car")
  static let squeal = SoundParameter(
    name: "flange_squeal", summary: "how much flanges squeal",
    domain: .number(.choice([0, 0, 0.5]), limits: 0...1, unit: "1"))

  let card = SoundCard(
    "train", "train", "火车", .outdoor, .init("Train", esc50: "train"), .driven(.uniform(min: 4, max: 10)),
    level: 90...102, .equivalent, at: "80 km/h", [joint, axles, bogies, squeal])

  func perform(_ s: SoundScene) -> Performance {
    let seconds = s.drive.duration
    let count = Waveform.index(seconds) + 1
    let speed = s.drive.speed
    let wander = Noise.drift(seconds, correlation: 0.2, s.chance("wheel"))
    var out = Noise.white(count, s.chance("rolling")).peaks([
      (950, 0.8, 1), (420, 0.8, 0.6), (1900, 0.9, 0.7), (120, 1, 0.5),
    ])
    .softened(3500)
    out.multiply { max(0.3, 1 + 0.15 * wander.value(at: $0)) }
    out = out.normalised()
    let wheel = Noise.white(count, s.chance("corrugation"))
      .filtered(.band, q: 9) { max(80, speed.value(at: $0) / 0.045) }.normalised()
    out.add(wheel, gain: 0.35)
    var performance = Performance(Waveform(count: 0))
    var force = Waveform(count: count)
    var chance = s.chance("joints")
    for (axle, offset) in [0, s[Self.axles], s[Self.bogies], s[Self.bogies] + s[Self.axles]].enumerated() {
      for time in s.drive.crossings(every: s[Self.joint], offset: offset) {
        force.addBlow(at: time, duration: 0.0016, impulse: chance.uniform(0.8, 1.1))
        performance.mark(time, axle % 2 == 0 ? "joint_leading_axle" : "joint_trailing_axle")
      }
    }
    let rail = ModalBank([
      Mode(frequency: 62, decay: 0.16, gain: 1), Mode(frequency: 118, decay: 0.13, gain: 1),
      Mode(frequency: 245, decay: 0.09, gain: 0.9), Mode(frequency: 530, decay: 0.07, gain: 0.7),
      Mode(frequency: 1020, decay: 0.06, gain: 0.6), Mode(frequency: 1730, decay: 0.04, gain: 0.4),
    ]).varied(0.05, 0.2, s.chance("rail"))
    let knocks = rail.response(to: force)
    if knocks.peak > 0 { out.add(knocks.peakNormalised(), gain: 7) }
    let squeal = s[Self.squeal]
    if squeal > 0 { out.add(FlangeSqueal.sound(seconds, s.chance("squeal")), gain: 1.5 * squeal) }
    out.cut(count)
    performance.waveform = out.normalised()
    performance.loudness = s.drive.loudness(slope: 30, reference: 80 / 3.6)
    return performance
  }
}

/// Flanges in a bend: wheel modes that come and go.
enum FlangeSqueal {
  /// Root mean square 1.
  static func sound(_ seconds: Double, _ stream: RandomStream) -> Waveform {
    let count = Waveform.index(seconds) + 1
    var out = Waveform(count: count)
    var chance = stream.child("modes")
    for i in 0..<4 {
      let pitch = chance.uniform(900, 4600)
      let slow = Noise.drift(seconds, correlation: 0.5, stream.child("slow").child(i))
      let quick = Noise.drift(seconds, correlation: 0.03, stream.child("quick").child(i))
      var wave = HarmonicTone([1, 0.2, 0.12], highest: pitch * 1.02)
        .wave(
          Curve.samples(count) { pitch * (1 + 0.003 * slow.value(at: $0) + 0.0008 * quick.value(at: $0)) })
      wave.multiply { time in
        let x = max(0, slow.value(at: time) + 0.1)
        return x * max(0.2, 1 + 0.25 * quick.value(at: time))
      }
      out.add(wave)
    }
    return out.normalised()
  }
}
