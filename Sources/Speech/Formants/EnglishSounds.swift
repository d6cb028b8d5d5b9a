/// How the sounds of English are made: formants of vowels after Peterson and Barney (1952) and Klatt (1980, table II),
/// durations after Klatt (1979).
struct EnglishSounds: Sendable {
  /// A vowel: one target, or two for diphthongs.
  struct Vowel: Sendable {
    var start: VocalTarget
    var end: VocalTarget?
    /// Seconds, as stressed before nothing, and at least.
    var length: Double
    var least: Double
  }

  static let vowels: [String: Vowel] = {
    // symbol, milliseconds, least; F1 F2 F3 B1 B2 B3, and again for the end of a diphthong.
    let table = """
      IY 155 55 300 2230 2980 50 160 300
      IH 135 40 410 1900 2560 60 110 160
      EY 190 80 470 1850 2540 65 110 180 330 2150 2700 55 140 220
      EH 150 70 540 1800 2500 65 100 180
      AE 210 80 670 1720 2430 75 140 250
      AA 230 90 730 1130 2480 100 80 160
      AO 230 90 590 900 2450 90 90 110
      AH 140 60 630 1220 2480 80 70 140
      AX 90 40 500 1450 2480 80 90 140
      UH 150 60 450 1080 2300 80 90 90
      UW 200 70 320 930 2250 65 100 140
      ER 180 80 470 1310 1650 80 70 110
      OW 220 80 520 980 2350 80 80 80 390 850 2300 65 80 80
      AY 250 120 710 1200 2450 95 80 180 400 1950 2560 65 110 200
      AW 260 100 700 1280 2450 90 80 150 430 950 2350 75 80 90
      OY 270 120 540 880 2400 80 70 130 380 1900 2500 60 90 170
      """
    var out: [String: Vowel] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let n = parts.dropFirst().compactMap { Double($0) }
      guard let symbol = parts.first, n.count >= 8 else { continue }
      let start = VocalTarget([n[2], n[3], n[4]], [n[5], n[6], n[7]])
      let end = n.count >= 14 ? VocalTarget([n[8], n[9], n[10]], [n[11], n[12], n[13]]) : nil
      out[String(symbol)] = Vowel(start: start, end: end, length: n[0] / 1000, least: n[1] / 1000)
    }
    return out
  }()

  /// A consonant that is one target throughout.
  struct Continuant: Sendable {
    var target: VocalTarget
    var length: Double
    var least: Double
  }

  static let continuants: [String: Continuant] = [
    "W": .init(target: glide([300, 640, 2200], beyond: 0.07), length: 0.08, least: 0.06),
    "Y": .init(target: glide([280, 2200, 3000], beyond: 0.07), length: 0.08, least: 0.04),
    "R": .init(target: glide([330, 1150, 1500], beyond: 0.075), length: 0.08, least: 0.03),
    "L": .init(target: lateral, length: 0.08, least: 0.04),
    "M": .init(target: nasal(.labial), length: 0.07, least: 0.06),
    "N": .init(target: nasal(.alveolar), length: 0.06, least: 0.05),
    "NG": .init(target: nasal(.velar), length: 0.095, least: 0.06),
    "F": .init(target: fricative(.labial, .f, 0.09, voice: 0), length: 0.1, least: 0.08),
    "V": .init(target: fricative(.labial, .f, 0.035, voice: 0.5), length: 0.06, least: 0.04),
    "TH": .init(target: fricative(.dental, .th, 0.075, voice: 0), length: 0.09, least: 0.06),
    "DH": .init(target: fricative(.dental, .th, 0.018, voice: 0.4), length: 0.05, least: 0.03),
    "S": .init(target: fricative(.alveolar, .s, 0.52, voice: 0), length: 0.105, least: 0.06),
    "Z": .init(target: fricative(.alveolar, .s, 0.33, voice: 0.3), length: 0.075, least: 0.04),
    "SH": .init(target: fricative(.palatal, .sh, 0.58, voice: 0), length: 0.105, least: 0.08),
    "ZH": .init(target: fricative(.palatal, .sh, 0.3, voice: 0.3), length: 0.07, least: 0.04),
    "HH": .init(target: breath(0.16), length: 0.07, least: 0.03),
  ]

  /// Where a consonant is made, with its loci.
  enum Place: Sendable {
    case labial, dental, alveolar, palatal, velar, velarBack, retroflex, alveolopalatal

    /// Hertz that the formants of neighbours point at, and how much they yield.
    var locus: (formants: SIMD3<Double>, yielding: SIMD3<Double>) {
      switch self {
      case .labial: ([240, 850, 2150], [0.45, 0.6, 0.55])
      case .dental: ([260, 1400, 2550], [0.45, 0.45, 0.5])
      case .alveolar: ([250, 1780, 2650], [0.4, 0.45, 0.45])
      case .palatal: ([250, 1950, 2650], [0.4, 0.4, 0.45])
      case .velar: ([250, 2250, 2500], [0.4, 0.55, 0.5])
      case .velarBack: ([260, 1250, 2250], [0.4, 0.65, 0.5])
      case .retroflex: ([280, 1700, 2250], [0.4, 0.4, 0.4])
      case .alveolopalatal: ([250, 2200, 3000], [0.4, 0.4, 0.4])
      }
    }
  }

  static func obstruent(_ place: Place, rank: Int = 20) -> VocalTarget {
    let (formants, yielding) = place.locus
    var target = VocalTarget(formants, [200, 120, 200], rank: rank, within: 0.02, beyond: 0.05)
    target.yielding = yielding
    target.voice = 0
    return target
  }

  static func fricative(_ place: Place, _ noise: NoiseColour, _ level: Double, voice: Double) -> VocalTarget {
    var target = obstruent(place, rank: 20)
    target.noise = noise
    target.noiseLevel = level
    target.voice = voice
    target.within = 0.03
    return target
  }

  /// The murmur of a nasal; neighbours see the locus of its place.
  static func nasal(_ place: Place) -> VocalTarget {
    let (locus, yielding) = place.locus
    let formants: SIMD3<Double> =
      switch place {
      case .labial: [270, 1150, 2150]
      case .alveolar: [270, 1450, 2450]
      default: [270, 1950, 2600]
      }
    var target = VocalTarget(formants, [60, 250, 300], rank: 22, within: 0.012, beyond: 0.045)
    target.locus = locus
    target.locus[0] = 400
    target.yielding = yielding
    target.voice = 0.55
    target.nasality = 1
    return target
  }

  static func glide(_ formants: SIMD3<Double>, beyond: Double) -> VocalTarget {
    var target = VocalTarget(formants, [55, 90, 120], rank: 10, within: 0.045, beyond: beyond)
    target.yielding = [0.3, 0.3, 0.3]
    target.voice = 0.8
    return target
  }

  static let lateral: VocalTarget = {
    var target = VocalTarget([330, 1050, 2800], [60, 110, 250], rank: 11, within: 0.02, beyond: 0.045)
    target.yielding = [0.3, 0.3, 0.4]
    target.voice = 0.65
    return target
  }()

  /// h: the formants of what follows, breathed.
  static func breath(_ level: Double) -> VocalTarget {
    var target = VocalTarget([500, 1500, 2500], [250, 150, 200], rank: 1, within: 0.03, beyond: 0.03)
    target.follows = true
    target.voice = 0
    target.breath = level
    return target
  }

  /// A stop or affricate.
  struct Stop: Sendable {
    var place: Place
    var isVoiced: Bool
    /// Seconds, closure and all.
    var length: Double
    var least: Double
    var burst: NoiseColour
    var burstLevel: Double
    /// The noise behind an affricate's closure.
    var friction: (colour: NoiseColour, level: Double)?
  }

  static let stops: [String: Stop] = [
    "P": .init(
      place: .labial, isVoiced: false, length: 0.09, least: 0.05, burst: .labialBurst, burstLevel: 0.2),
    "B": .init(
      place: .labial, isVoiced: true, length: 0.085, least: 0.06, burst: .labialBurst, burstLevel: 0.15),
    "T": .init(
      place: .alveolar, isVoiced: false, length: 0.08, least: 0.05, burst: .alveolarBurst, burstLevel: 1),
    "D": .init(
      place: .alveolar, isVoiced: true, length: 0.075, least: 0.05, burst: .alveolarBurst, burstLevel: 0.45),
    "K": .init(
      place: .velar, isVoiced: false, length: 0.085, least: 0.06, burst: .velarBurst, burstLevel: 0.3),
    "G": .init(
      place: .velar, isVoiced: true, length: 0.08, least: 0.06, burst: .velarBurst, burstLevel: 0.22),
    "CH": .init(
      place: .palatal, isVoiced: false, length: 0.13, least: 0.09, burst: .sh, burstLevel: 0.6,
      friction: (.sh, 0.7)),
    "JH": .init(
      place: .palatal, isVoiced: true, length: 0.1, least: 0.07, burst: .sh, burstLevel: 0.4,
      friction: (.sh, 0.45)),
  ]
}
