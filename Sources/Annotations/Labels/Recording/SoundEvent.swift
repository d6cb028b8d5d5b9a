/// One sound of a recording: what it is, when and where.
package struct SoundEvent: Codable, Sendable, Hashable {
  /// What it was made with.
  package struct Parameter: Codable, Sendable, Hashable {
    package var name: String
    /// A number, or else a word.
    package var number: Double?
    package var word: String?
    package var unit: String

    package init(name: String, number: Double?, word: String?, unit: String) {
      self.name = name
      self.number = number
      self.word = word
      self.unit = unit
    }
  }

  /// Names of its class elsewhere; empty where there is none.
  package struct ForeignNames: Codable, Sendable, Hashable {
    package var audioSet: String
    package var esc50: String
    package var urbanSound8K: String
    package var dcase: String

    package init(audioSet: String, esc50: String, urbanSound8K: String, dcase: String) {
      self.audioSet = audioSet
      self.esc50 = esc50
      self.urbanSound8K = urbanSound8K
      self.dcase = dcase
    }
  }

  /// Where it is heard from.
  package struct Direction: Codable, Sendable, Hashable {
    /// World time at which it is heard, seconds.
    package var time: Double
    /// Where the source was when it emitted what is heard now: degrees and metres from the array.
    package var azimuth: Double
    package var elevation: Double
    package var distance: Double
    /// m/s, positive = going away.
    package var radialVelocity: Double
    /// The source then, in the world, metres.
    package var position: [Double]

    package init(
      time: Double, azimuth: Double, elevation: Double, distance: Double, radialVelocity: Double,
      position: [Double]
    ) {
      self.time = time
      self.azimuth = azimuth
      self.elevation = elevation
      self.distance = distance
      self.radialVelocity = radialVelocity
      self.position = position
    }
  }

  /// How its sound comes through a room to the first microphone.
  package struct RoomMeasures: Codable, Sendable, Hashable {
    /// Seconds, over all bands.
    package var t30: Double?
    package var earlyDecayTime: Double?
    /// dB.
    package var c50: Double?
    package var directToReverberant: Double?
    /// By band of the space.
    package var t30ByBand: [Double?]
    package var c50ByBand: [Double?]

    package init(
      t30: Double?, earlyDecayTime: Double?, c50: Double?, directToReverberant: Double?,
      t30ByBand: [Double?], c50ByBand: [Double?]
    ) {
      self.t30 = t30
      self.earlyDecayTime = earlyDecayTime
      self.c50 = c50
      self.directToReverberant = directToReverberant
      self.t30ByBand = t30ByBand
      self.c50ByBand = c50ByBand
    }
  }

  /// 1 or more, unique in the recording.
  package var id: Int
  /// The entity that sounds: the id that it has in images; absent for what nothing stands for.
  package var entity: Int?
  /// The source's name in the world; also the path of its chance.
  package var source: String
  /// The class: an id of the catalog of sounds, or `speech`.
  package var kind: String
  package var english: String
  package var chinese: String
  package var foreign: ForeignNames
  package var parameters: [Parameter]
  /// World time of the first sample that it emits and of the one after the last, seconds.
  package var emissionStart: Double
  package var emissionEnd: Double
  /// By microphone: the sample nearest to the arrival, by the straight way, of the first sample emitted, and that of the one
  /// after the last; cut to the recording.
  package var onsets: [Int]
  package var offsets: [Int]
  /// dB SPL at the first microphone, from onset to offset.
  package var level: Double?
  /// Ratio to all other sources there, `rms_active`, dB.
  package var signalToNoise: Double?
  /// Every 0.1 s from the recording's start, while it is heard directly; once, at its beginning, if it ends before the next.
  package var directions: [Direction]
  package var room: RoomMeasures?
  package var speech: SpokenText?
  package var isBackground: Bool
  package var isAnomaly: Bool

  package init(
    id: Int, entity: Int?, source: String, kind: String, english: String, chinese: String,
    foreign: ForeignNames, parameters: [Parameter], emissionStart: Double, emissionEnd: Double,
    onsets: [Int], offsets: [Int], level: Double?, signalToNoise: Double?, directions: [Direction],
    room: RoomMeasures?, speech: SpokenText?, isBackground: Bool, isAnomaly: Bool
  ) {
    self.id = id
    self.entity = entity
    self.source = source
    self.kind = kind
    self.english = english
    self.chinese = chinese
    self.foreign = foreign
    self.parameters = parameters
    self.emissionStart = emissionStart
    self.emissionEnd = emissionEnd
    self.onsets = onsets
    self.offsets = offsets
    self.level = level
    self.signalToNoise = signalToNoise
    self.directions = directions
    self.room = room
    self.speech = speech
    self.isBackground = isBackground
    self.isAnomaly = isAnomaly
  }
}
