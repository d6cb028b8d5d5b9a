import Acoustics
import Signals
import SoundSynthesis

/// Names that recipes may use.
extension StageRoom {
  static let materials = MaterialTable.all.map(\.name)
  static let grounds = GroundSurface.all.map(\.name)
  static let kinds = SoundCatalog.ids
  static let ratios = SignalToNoise.allCases.map(\.rawValue)

  /// Those that go on as long as one wants.
  static let lastingKinds = SoundCatalog.kinds.filter {
    if case .continuous = $0.card.timing { true } else { false }
  }.map(\.card.id)
}
