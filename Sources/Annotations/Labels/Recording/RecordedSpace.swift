/// What carried the sound.
package struct RecordedSpace: Codable, Sendable, Hashable {
  /// `outdoors` or `room`.
  package var kind: String
  /// The ground's name; of rooms absent.
  package var ground: String?
  /// Of rooms, of the box around those that the array comes through: the corner with the lowest coordinates in the world, and the extent, metres.
  package var origin: [Double]?
  package var size: [Double]?
  /// `geometry` where sound went by what stands in the world, `plain` where by the box or the ground alone.
  package var propagation: String?
  /// `car` where the microphones hang in a closed one and hear through its body; absent in the open and in rooms.
  package var enclosure: String?
  /// Of the open air: the variance of its index of refraction, where it is not still. Onsets are those of still air.
  package var turbulence: Double?
  /// Of rooms heard as boxes: materials at low x, high x, low y, high y, floor and ceiling.
  package var walls: [String]?
  /// Centres of the octave bands that what follows goes by, Hz.
  package var bands: [Double]
  /// Of rooms heard as boxes: the reverberation time by which diffuse sound decays (Eyring, air included), seconds, by band.
  package var reverberation: [Double]?
  /// °C, % relative humidity, m/s.
  package var temperature: Double
  package var humidity: Double
  package var soundSpeed: Double

  package init(
    kind: String, ground: String? = nil, origin: [Double]? = nil, size: [Double]? = nil,
    walls: [String]? = nil, bands: [Double], reverberation: [Double]? = nil, temperature: Double,
    humidity: Double, soundSpeed: Double
  ) {
    self.kind = kind
    self.ground = ground
    self.origin = origin
    self.size = size
    self.walls = walls
    self.bands = bands
    self.reverberation = reverberation
    self.temperature = temperature
    self.humidity = humidity
    self.soundSpeed = soundSpeed
  }
}
