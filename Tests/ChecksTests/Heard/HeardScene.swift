import Annotations
import VectorMath
import WorldModel

/// Two microphones 0.4 m apart, a beep at 45° and a word behind, in samples whose truth is known in closed form.
enum HeardScene {
  static let rate = 16_000
  static let count = 8000
  static let soundSpeed = 343.2
  /// Metres from the array's origin.
  private static let beep = Vector3(3, 3, 0)
  private static let talker = Vector3(-2, 0, 0.5)
  private static let ears = [Vector3(0, 0.2, 0), Vector3(0, -0.2, 0)]
  /// Where the array is in the world, looking along y.
  private static let pose = RigidTransform<WorldSpace, ObjectSpace>(
    rotation: Quaternion(axis: Vector3(0, 0, 1), angle: .pi / 2), translation: Vector3(10, 20, 1.5))

  static let sample: Sample = {
    let stems = [
      stem(beep, start: 1000, length: 1600) { $0 % 8 < 4 ? 0.25 : -0.25 },
      stem(talker, start: 2000, length: 2400) { $0 % 16 < 8 ? 0.125 : -0.125 },
    ]
    let channels = (0..<2).map { m in (0..<count).map { stems[0][m][$0] + stems[1][m][$0] } }
    let array = RecordedArray(
      name: "stereo_ab", convention: nil,
      microphones: ears.enumerated().map {
        .init(
          name: $0 == 0 ? "left" : "right", position: [$1.x, $1.y, $1.z], axis: [1, 0, 0],
          pattern: "omnidirectional")
      },
      poses: [
        .init(
          time: 0, translation: [10, 20, 1.5],
          rotation: [pose.rotation.w, pose.rotation.x, pose.rotation.y, pose.rotation.z])
      ])
    var label = RecordingLabel(
      rate: rate, count: count, start: 0, pascals: 2, gain: 1, microphones: array,
      space: RecordedSpace(
        kind: "outdoors", ground: "grass", bands: [125], temperature: 20, humidity: 50, soundSpeed: soundSpeed
      ),
      events: [])
    label.events = [
      event(1, "doorbell", beep, start: 1000, length: 1600, stems[0], stems[1]),
      event(2, "speech", talker, start: 2000, length: 2400, stems[1], stems[0]),
    ]
    label.events[1].speech = speech
    var labels = LabelSet()
    labels.set(label)
    var sample = Sample(
      index: 0, sequence: 0, frame: 0, time: 0, worldFromRig: .identity, views: [], drawn: [],
      attributes: [])
    sample.recordings = [
      Sample.Recording(
        sensor: "ears", rate: rate, channels: channels,
        stems: [Sample.Stem(event: 1, channels: stems[0]), Sample.Stem(event: 2, channels: stems[1])],
        labels: labels),
      degraded(channels, label),
    ]
    return sample
  }()

  /// Half as loud, with a rustle on it and ten milliseconds lost.
  private static func degraded(_ clean: [[Float]], _ truth: RecordingLabel) -> Sample.Recording {
    let gap = 5000..<5160
    let channels = clean.map { channel in
      channel.indices.map { n in
        gap.contains(n) ? 0 : 0.5 * channel[n] + Float((n * 7919) % 101 - 50) / 5000
      }
    }
    // Least squares: what is left beside the nearest multiple of the clean sound.
    let (x, y) = (clean[0].map(Double.init), channels[0].map(Double.init))
    let energy = x.reduce(0) { $0 + $1 * $1 }
    let gain = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / energy
    let rest = zip(x, y).reduce(0) { $0 + ($1.1 - gain * $1.0) * ($1.1 - gain * $1.0) }
    var label = truth
    label.degradation = RecordedDegradation(
      clean: "ears",
      steps: [
        .init(kind: "gain", effect: "exact", parameters: []),
        .init(kind: "noise", effect: "exact", parameters: []),
        .init(
          kind: "dropouts", effect: "gaps", parameters: [],
          gaps: [.init(start: gap.lowerBound, end: gap.upperBound)]),
      ],
      gain: 1,
      distortion: 10 * DeterministicMath.log(gain * gain * energy / rest) / DeterministicMath.log(10))
    var labels = LabelSet()
    labels.set(label)
    return Sample.Recording(sensor: "ears-degraded", rate: rate, channels: channels, labels: labels)
  }

  private static func onset(_ place: Vector3, _ ear: Vector3, _ start: Int) -> Int {
    start + Int((length(place - ear) / soundSpeed * Double(rate)).rounded())
  }

  private static func stem(_ place: Vector3, start: Int, length: Int, _ wave: (Int) -> Float) -> [[Float]] {
    ears.map { ear in
      let first = onset(place, ear, start)
      return (0..<count).map { first <= $0 && $0 < first + length ? wave($0 - first) : 0 }
    }
  }

  private static func event(
    _ id: Int, _ kind: String, _ place: Vector3, start: Int, length n: Int, _ own: [[Float]],
    _ other: [[Float]]
  ) -> SoundEvent {
    let onsets = ears.map { onset(place, $0, start) }
    let range = onsets[0]..<onsets[0] + n
    let mine = range.reduce(0.0) { $0 + Double(own[0][$1]) * Double(own[0][$1]) }
    let rest = range.reduce(0.0) { $0 + Double(other[0][$1]) * Double(other[0][$1]) }
    func decibels(_ x: Double) -> Double { 10 * DeterministicMath.log(x) / DeterministicMath.log(10) }
    let world = pose * place
    let flat = (place.x * place.x + place.y * place.y).squareRoot()
    return SoundEvent(
      id: id, entity: nil, source: kind, kind: kind, english: kind, chinese: kind,
      foreign: .init(audioSet: "", esc50: "", urbanSound8K: "", dcase: ""), parameters: [],
      emissionStart: Double(start) / Double(rate), emissionEnd: Double(start + n) / Double(rate),
      onsets: onsets, offsets: onsets.map { $0 + n }, level: decibels(mine / Double(n) * 4 / 4e-10),
      signalToNoise: decibels(mine / rest),
      directions: [
        .init(
          time: 0.1, azimuth: DeterministicMath.atan2(place.y, place.x) * 180 / .pi,
          elevation: DeterministicMath.atan2(place.z, flat) * 180 / .pi, distance: length(place),
          radialVelocity: 0, position: [world.x, world.y, world.z])
      ], room: nil, speech: nil, isBackground: false, isAnomaly: false)
  }

  private static let speech = SpokenText(
    speaker: "p1", sex: "female", language: "en", style: "normal", text: "red door", transcript: "red door",
    words: [
      .init(text: "red", start: 0, end: 1000, sourceStart: 0, sourceEnd: 3),
      .init(text: "door", start: 1100, end: 2400, sourceStart: 4, sourceEnd: 8),
    ],
    syllables: [
      .init(text: "r eh d", start: 0, end: 1000, word: 0, tone: nil, writtenTone: nil, stress: 1),
      .init(text: "d ao r", start: 1100, end: 2400, word: 1, tone: nil, writtenTone: nil, stress: 1),
    ],
    phones: [
      .init(symbol: "r", start: 0, end: 400), .init(symbol: "eh", start: 400, end: 800),
      .init(symbol: "d", start: 800, end: 1000), .init(symbol: "pau", start: 1000, end: 1100),
      .init(symbol: "d", start: 1100, end: 1400), .init(symbol: "ao", start: 1400, end: 2000),
      .init(symbol: "r", start: 2000, end: 2400),
    ],
    entities: [.init(label: "thing", sourceStart: 4, sourceEnd: 8, start: 1100, end: 2400)],
    isBackChannel: false)
}
