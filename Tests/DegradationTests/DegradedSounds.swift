import Annotations
import Degradation
import LocatedYAML
import RandomStreams
import Signals
import VectorMath
import WorldModel

/// Steps as a recipe has them.
struct Steps: YAMLDecodable {
  static let summary = "Steps."
  let chain: DegradationChain

  init(from fields: FieldReader) {
    chain = DegradationChain(
      joining: fields.read("degrade", DegradationChain.form, defaultYAML: "[]", "Steps."))
  }
}

func chain(_ yaml: String) throws -> DegradationChain {
  try YAMLDocument(text: "degrade: \(yaml)\n", file: "steps.yaml").decode(Steps.self).value.chain
}

/// A chirp of short notes with consonants between, that no step can shift unnoticed.
func voice(_ count: Int, rate: Int, level: Double = 0.3) -> [Float] {
  var stream = RandomStream(seed: 9).child("consonants")
  return (0..<count).map { n in
    let t = Double(n) / Double(rate)
    let beat = (t * 5).truncatingRemainder(dividingBy: 1)
    let envelope = beat < 0.1 ? beat * 10 : DeterministicMath.exp(-4 * (beat - 0.1))
    let phase = 2 * Double.pi * (300 * t + 60 * t * t)
    let tone = DeterministicMath.sin(phase) + 0.5 * DeterministicMath.sin(3 * phase)
    let hiss = beat < 0.08 ? stream.uniform(-1, 1) : 0
    return Float(level * envelope * (0.5 * tone + 0.4 * hiss))
  }
}

/// A clean recording of one event, heard from sample 2000 on.
func recording(
  _ channels: [[Float]], rate: Int, by microphones: [RecordedArray.Microphone] = [],
  soundSpeed: Double = 343
) -> Sample.Recording {
  let count = channels[0].count
  let onset = min(2000, count / 4)
  let event = SoundEvent(
    id: 1, entity: nil, source: "voice", kind: "speech", english: "speech", chinese: "说话声",
    foreign: .init(audioSet: "", esc50: "", urbanSound8K: "", dcase: ""), parameters: [],
    emissionStart: 0, emissionEnd: Double(count) / Double(rate), onsets: channels.map { _ in onset },
    offsets: channels.map { _ in count }, level: 60, signalToNoise: nil, directions: [], room: nil,
    speech: nil, isBackground: false, isAnomaly: false)
  let label = RecordingLabel(
    rate: rate, count: count, start: 0, pascals: 2, gain: 1,
    microphones: RecordedArray(name: "some", convention: nil, microphones: microphones, poses: []),
    space: RecordedSpace(
      kind: "outdoors", ground: "grass", bands: [125], temperature: 20, humidity: 50, soundSpeed: soundSpeed),
    events: [event])
  var labels = LabelSet()
  labels.set(label)
  return Sample.Recording(sensor: "ears", rate: rate, channels: channels, labels: labels)
}

struct Degraded {
  var clean: [[Float]]
  var channels: [[Float]]
  var label: RecordingLabel
  var chain: RecordedDegradation
  var step: RecordedDegradation.Step

  /// One step done to a voice on two microphones, or to what is given.
  init(
    _ yaml: String, _ given: [[Float]]? = nil, rate: Int = 16_000, seconds: Double = 1, seed: UInt64 = 4,
    by microphones: [RecordedArray.Microphone] = [], soundSpeed: Double = 343
  ) throws {
    let one = voice(Int(seconds * Double(rate)), rate: rate)
    clean = given ?? [one, one.map { 0.7 * $0 }]
    let made = try DegradationTests.chain(yaml).degraded(
      recording(clean, rate: rate, by: microphones, soundSpeed: soundSpeed),
      stream: RandomStream(seed: seed), index: 0)
    guard let made, let label = made.labels[RecordingLabel.self], let chain = label.degradation,
      let step = chain.steps.last
    else { throw Missing() }
    (channels, self.label, self.chain, self.step) = (made.channels, label, chain, step)
  }

  struct Missing: Error {}

  func number(_ name: String) -> Double? { step.parameters.first { $0.name == name }?.number }

  /// What was added to a microphone.
  func added(_ m: Int = 0) -> [Float] { zip(channels[m], clean[m]).map { $0 - $1 } }
}

/// Where two signals are most alike, in samples by which the first is late.
func lag(of late: [Float], against clean: [Float], reach: Int = 1500) -> Int {
  let fft = RealFFT(count: clean.count + late.count + 2 * reach)
  func rising(_ x: [Float]) -> [Float] { x.indices.map { $0 == 0 ? x[0] : x[$0] - x[$0 - 1] } }
  let (a, b) = (fft.forward(rising(late)), fft.forward(rising(clean)))
  var product = Spectrum(count: fft.count)
  for k in a.real.indices {
    product.real[k] = a.real[k] * b.real[k] + a.imaginary[k] * b.imaginary[k]
    product.imaginary[k] = a.imaginary[k] * b.real[k] - a.real[k] * b.imaginary[k]
  }
  let values = fft.inverse(product)
  return (-reach...reach).max { values[($0 + fft.count) % fft.count] < values[($1 + fft.count) % fft.count] }
    ?? 0
}
