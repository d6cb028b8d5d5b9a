/// Where the mouth and the larynx head for during a part of a sound, for a vocal tract of 17.5 cm.
struct VocalTarget: Sendable, Hashable {
  /// Hertz, first three formants, in the middle of the sound.
  var formants: SIMD3<Double>
  /// Hertz.
  var bandwidths: SIMD3<Double>
  /// Where the formants point at the edges of the sound: the locus of consonants; the formants themselves for vowels.
  var locus: SIMD3<Double>
  /// How much a neighbour's formants count at the edge: 0 only the locus, 1 only the neighbour.
  var yielding: SIMD3<Double>
  /// The higher rules at an edge between two sounds.
  var rank: Int
  /// Seconds that its transitions reach into itself and into its neighbour.
  var within: Double
  var beyond: Double
  /// Voice, linear: 1 as in vowels.
  var voice: Double
  /// Breath through the glottis, linear.
  var breath: Double
  /// Noise made in the mouth: its colour and level (linear, 1 as loud as a vowel).
  var noise: NoiseColour?
  var noiseLevel: Double
  /// How far the nose is open, 0 to 1.
  var nasality: Double
  /// Whether the formants are those of what comes next (h, breath behind a stop).
  var follows: Bool

  init(
    _ formants: SIMD3<Double>, _ bandwidths: SIMD3<Double>, rank: Int = 2, within: Double = 0.04,
    beyond: Double = 0.04
  ) {
    self.formants = formants
    self.bandwidths = bandwidths
    locus = formants
    yielding = SIMD3(repeating: 0.5)
    self.rank = rank
    self.within = within
    self.beyond = beyond
    voice = 1
    breath = 0
    noise = nil
    noiseLevel = 0
    nasality = 0
    follows = false
  }

  /// The mouth at rest, silent.
  static let rest: VocalTarget = {
    var target = VocalTarget([500, 1500, 2500], [80, 100, 150], rank: 0)
    target.voice = 0
    target.follows = true
    return target
  }()
}

/// The colour of noise made in the mouth: resonances and a share of white noise.
enum NoiseColour: String, Sendable, Hashable {
  case s, sh, alveolopalatal, retroflex, f, th, labialBurst, alveolarBurst, velarBurst, velarBurstBack, velar

  /// Hertz, hertz, linear gain.
  var resonances: [(frequency: Double, bandwidth: Double, gain: Double)] {
    switch self {
    case .s: [(5200, 900, 0.8), (6800, 1200, 1)]
    case .sh: [(2650, 450, 1), (3900, 700, 0.7), (5400, 1000, 0.4)]
    case .alveolopalatal: [(3700, 600, 1), (5000, 900, 0.8), (6600, 1200, 0.4)]
    case .retroflex: [(2450, 400, 1), (3400, 600, 0.7), (5000, 1000, 0.25)]
    case .f: [(1400, 1200, 0.15), (7200, 2500, 0.6)]
    case .th: [(1600, 1000, 0.1), (6200, 1800, 0.8)]
    case .labialBurst: [(700, 500, 1), (1600, 900, 0.4)]
    case .alveolarBurst: [(3600, 900, 0.8), (5200, 1200, 1)]
    case .velarBurst: [(2300, 350, 1), (4200, 900, 0.3)]
    case .velarBurstBack: [(1250, 300, 1), (3600, 900, 0.25)]
    case .velar: [(1300, 500, 1), (2600, 900, 0.3)]
    }
  }

  /// White noise beside them, linear.
  var white: Double {
    switch self {
    case .f: 0.5
    case .th: 0.35
    case .labialBurst: 0.15
    default: 0.02
    }
  }
}
