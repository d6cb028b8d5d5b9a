package import Annotations
import RandomStreams
package import VectorMath
package import WorldModel

/// A recording whose label is written without any sound: what is said to be heard, when and from where.
package struct PaintedRecording {
  package struct Event {
    package var kind: String
    /// In the frame of the array, which is the world's, metres.
    package var place: Vector3
    /// Seconds.
    package var onset: Double
    package var offset: Double
    package var level = 60.0
    package var ratio = 10.0
    package var entity: Int?
    package var source: String?
    package var voice: (sex: String, text: String)?
    package var isBackChannel = false
    package var isBackground = false

    package init(_ kind: String, at place: Vector3, from onset: Double, to offset: Double) {
      self.kind = kind
      self.place = place
      self.onset = onset
      self.offset = offset
    }
  }

  package var events: [Event]
  package var microphones: Int

  package init(_ events: [Event], microphones: Int = 2) {
    self.events = events
    self.microphones = microphones
  }

  static let rate = 16_000

  package var label: RecordingLabel {
    let array = RecordedArray(
      name: "stereo_ab", convention: nil,
      microphones: (0..<microphones).map {
        .init(
          name: "m\($0)", position: [0, 0.2 - 0.4 * Double($0), 0], axis: [1, 0, 0],
          pattern: "omnidirectional")
      }, poses: [.init(time: 0, translation: [0, 0, 0], rotation: [1, 0, 0, 0])])
    return RecordingLabel(
      rate: Self.rate, count: 10 * Self.rate, start: 0, pascals: 1, gain: 1, microphones: array,
      space: RecordedSpace(
        kind: "outdoors", ground: "grass", bands: [125], temperature: 20, humidity: 50, soundSpeed: 343),
      events: events.enumerated().map { event($0 + 1, $1) })
  }

  private func event(_ id: Int, _ e: Event) -> SoundEvent {
    let degrees = 180 / Double.pi
    let flat = (e.place.x * e.place.x + e.place.y * e.place.y).squareRoot()
    let samples = [e.onset, e.offset].map { Int(($0 * Double(Self.rate)).rounded()) }
    return SoundEvent(
      id: id, entity: e.entity, source: e.source ?? "source_\(id)", kind: e.kind, english: e.kind,
      chinese: "声", foreign: .init(audioSet: "", esc50: "", urbanSound8K: "", dcase: ""), parameters: [],
      emissionStart: e.onset, emissionEnd: e.offset,
      onsets: Array(repeating: samples[0], count: microphones),
      offsets: Array(repeating: samples[1], count: microphones), level: e.level, signalToNoise: e.ratio,
      directions: [
        .init(
          time: e.onset, azimuth: DeterministicMath.atan2(e.place.y, e.place.x) * degrees,
          elevation: DeterministicMath.atan2(e.place.z, flat) * degrees, distance: length(e.place),
          radialVelocity: 0, position: [e.place.x, e.place.y, e.place.z])
      ], room: nil,
      speech: e.voice.map { voice in
        SpokenText(
          speaker: voice.sex, sex: voice.sex, language: "en", style: "normal", text: voice.text,
          transcript: voice.text, words: [], syllables: [], phones: [], entities: [],
          isBackChannel: e.isBackChannel)
      }, isBackground: e.isBackground, isAnomaly: false)
  }

  /// What stands for it among a sample's recordings: no sound at all.
  package func recording(_ labels: LabelSet) -> Sample.Recording {
    Sample.Recording(sensor: "ears", rate: Self.rate, channels: [], labels: labels)
  }

  /// Any number of different recordings.
  /// - Parameter entities: what may sound in them.
  package static func random(_ number: Int, entities: [UInt32]) -> PaintedRecording {
    var stream = RandomStream(seed: 78).child("recorded").child(number)
    var kinds = ["doorbell", "dog_bark", "knock", "car_horn", "siren", "car_engine", "footsteps"]
    stream.shuffle(&kinds)
    var events: [Event] = []
    func place() -> Vector3 {
      Vector3(stream.uniform(-8, 8), stream.uniform(-8, 8), stream.uniform(-0.5, 0.5))
    }
    func add(_ kind: String, at place: Vector3, entity: Int?) {
      let onset = stream.bool(probability: 0.15) ? 0 : stream.uniform(0.1, 8)
      var event = Event(kind, at: place, from: onset, to: onset + stream.uniform(0.2, 1.5))
      event.level = stream.uniform(20, 80)
      event.ratio = stream.uniform(-8, 25)
      event.entity = entity
      event.isBackground = stream.bool(probability: 0.1)
      events.append(event)
    }
    for kind in kinds.prefix(stream.integer(in: 1..<5)) {
      for _ in 0..<(stream.choose([1, 1, 1, 3]) ?? 1) {
        add(
          kind, at: place(),
          entity: stream.bool(probability: 0.6) ? stream.choose(entities).map(Int.init) : nil)
      }
    }
    let lines = [
      "The table is by the window.", "Seven, please.", "Where have you been?", "It is raining.", "Yes.",
    ]
    for speaker in 0..<stream.integer(in: 0..<5) {
      let (spot, entity) = (
        place(), entities.isEmpty ? 100 + speaker : Int(entities[speaker % entities.count])
      )
      let sex = stream.choose(["female", "male"]) ?? "male"
      for _ in 0..<stream.integer(in: 1..<3) {
        add("speech", at: spot, entity: entity)
        events[events.count - 1].voice = (sex, stream.choose(lines) ?? "Yes.")
        events[events.count - 1].ratio = stream.uniform(0, 25)
        events[events.count - 1].isBackground = false
        events[events.count - 1].isBackChannel = stream.bool(probability: 0.1)
      }
    }
    return PaintedRecording(events, microphones: stream.choose([1, 2, 2, 4]) ?? 2)
  }
}
