package import Geometry
package import VectorMath

/// What sounds in a world, and the space that carries it. Names of sounds and materials are those of the catalogs of the
/// modules that make sounds: the world only says which.
package struct Soundscape: Sendable {
  package var space: AcousticSpace
  /// °C and % relative humidity.
  package var temperature: Double
  package var humidity: Double
  /// Each with a name of its own, in a fixed order.
  package var sources: [SoundSource]
  /// What the background is brought to, if somebody asks.
  package var background: BackgroundLevel?

  package init(
    _ space: AcousticSpace, temperature: Double = 20, humidity: Double = 50, sources: [SoundSource] = [],
    background: BackgroundLevel? = nil
  ) {
    self.space = space
    self.temperature = temperature
    self.humidity = humidity
    self.sources = sources
    self.background = background
  }
}

/// Where sound goes.
package enum AcousticSpace: Sendable, Hashable {
  /// Over level ground of a named surface at a height.
  case outdoors(ground: String, height: Double)
  /// A box with sides along the axes of the world.
  ///
  /// `walls` names the materials at low x, high x, low y, high y, floor and ceiling. `reverberation`, in seconds, scales what
  /// they absorb to that time in all bands; `nil` leaves them as they are.
  case room(Box3, walls: [String], reverberation: Double?)
}

/// One gain for all background sources, so that a named ratio holds at the first microphone.
package struct BackgroundLevel: Sendable, Hashable {
  /// A definition of the ratio of signal to noise, e.g. `rms_active`.
  package var definition: String
  package var decibels: Double

  package init(definition: String, decibels: Double) {
    self.definition = definition
    self.decibels = decibels
  }
}
