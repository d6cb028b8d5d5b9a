import LocatedYAML

/// All degradations; a newcomer is a file and a line here.
package enum DegradationCatalog {
  package static let all: [any Degradation.Type] = [
    // Added
    AddedNoise.self,
    WindNoise.self,
    HandlingNoise.self,
    Reverberation.self,
    DirectOffset.self,
    // Shaped
    GainChange.self,
    GainDrift.self,
    BandLimit.self,
    Clipping.self,
    Quantisation.self,
    // Played
    SpeedChange.self,
    PitchChange.self,
    // Carried
    CodecJourney.self,
    // Lost
    PacketLoss.self,
    Dropouts.self,
  ]

  static var cases: [Case<any Degradation>] {
    func one<D: Degradation>(_ type: D.Type) -> Case<any Degradation> { Case(D.name, type) { $0 } }
    return all.map { one($0) }
  }
}
