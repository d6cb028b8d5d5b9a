/// How the initials and finals of Mandarin are made: formants of vowels in hertz for a man, after published averages
/// (Wu and Lin 1989; Zee and Lee 2001).
enum MandarinSounds {
  /// F1 F2 F3 B1 B2 B3 of the qualities that finals are made of.
  static let qualities: [String: VocalTarget] = {
    let table = """
      a 820 1260 2600 95 90 160
      A 760 1080 2550 95 85 150
      o 540 850 2500 80 75 110
      e 500 1130 2550 75 80 140
      E 540 1850 2560 65 100 180
      @ 500 1350 2550 75 90 140
      i 290 2280 3050 50 140 280
      I 410 1980 2620 60 110 180
      u 350 680 2400 65 75 100
      U 430 780 2400 75 80 100
      y 290 2020 2420 50 130 180
      z 370 1350 2650 60 100 180
      Z 400 1680 2300 60 110 140
      r 480 1380 1780 70 90 120
      """
    var out: [String: VocalTarget] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let n = parts.dropFirst().compactMap { Double($0) }
      guard let name = parts.first, n.count == 6 else { continue }
      out[String(name)] = VocalTarget([n[0], n[1], n[2]], [n[3], n[4], n[5]])
    }
    out["n"] = EnglishSounds.nasal(.alveolar)
    out["N"] = EnglishSounds.nasal(.velar)
    return out
  }()

  /// Qualities of a final with their shares of its length.
  static let finals: [String: [(quality: String, share: Double)]] = [
    "a": [("a", 1)], "o": [("u", 0.2), ("o", 0.8)], "e": [("e", 1)], "ai": [("a", 0.55), ("I", 0.45)],
    "ei": [("E", 0.5), ("I", 0.5)], "ao": [("A", 0.55), ("U", 0.45)], "ou": [("o", 0.55), ("u", 0.45)],
    "an": [("a", 0.6), ("n", 0.4)], "en": [("@", 0.55), ("n", 0.45)], "ang": [("A", 0.55), ("N", 0.45)],
    "eng": [("@", 0.5), ("N", 0.5)], "ong": [("U", 0.5), ("N", 0.5)], "er": [("@", 0.4), ("r", 0.6)],
    "i": [("i", 1)], "ia": [("i", 0.25), ("a", 0.75)], "ie": [("i", 0.25), ("E", 0.75)],
    "io": [("i", 0.25), ("o", 0.75)],
    "iao": [("i", 0.2), ("A", 0.45), ("U", 0.35)], "iou": [("i", 0.25), ("o", 0.4), ("u", 0.35)],
    "ian": [("i", 0.22), ("E", 0.43), ("n", 0.35)], "in": [("i", 0.55), ("n", 0.45)],
    "iang": [("i", 0.2), ("A", 0.42), ("N", 0.38)], "ing": [("i", 0.45), ("@", 0.13), ("N", 0.42)],
    "iong": [("y", 0.25), ("U", 0.37), ("N", 0.38)], "u": [("u", 1)], "ua": [("u", 0.25), ("a", 0.75)],
    "uo": [("u", 0.25), ("o", 0.75)], "uai": [("u", 0.2), ("a", 0.45), ("I", 0.35)],
    "uei": [("u", 0.25), ("E", 0.4), ("I", 0.35)], "uan": [("u", 0.22), ("a", 0.43), ("n", 0.35)],
    "uen": [("u", 0.22), ("@", 0.38), ("n", 0.4)], "uang": [("u", 0.2), ("A", 0.42), ("N", 0.38)],
    "ueng": [("u", 0.22), ("@", 0.38), ("N", 0.4)], "v": [("y", 1)], "ve": [("y", 0.25), ("E", 0.75)],
    "van": [("y", 0.22), ("E", 0.43), ("n", 0.35)], "vn": [("y", 0.55), ("n", 0.45)], "ii": [("z", 1)],
    "iii": [("Z", 1)],
  ]

  /// An initial: seconds of closure, of noise and of breath behind it, or one target.
  struct Initial: Sendable {
    var place: EnglishSounds.Place
    var closure: Double
    var burst: (colour: NoiseColour, level: Double)?
    var friction: (colour: NoiseColour, level: Double, length: Double)?
    var breath: Double
  }

  static let stops: [String: Initial] = [
    "b": .init(place: .labial, closure: 0.065, burst: (.labialBurst, 0.15), breath: 0),
    "p": .init(place: .labial, closure: 0.055, burst: (.labialBurst, 0.2), breath: 0.07),
    "d": .init(place: .alveolar, closure: 0.06, burst: (.alveolarBurst, 0.45), breath: 0),
    "t": .init(place: .alveolar, closure: 0.05, burst: (.alveolarBurst, 0.65), breath: 0.07),
    "g": .init(place: .velar, closure: 0.06, burst: (.velarBurst, 0.22), breath: 0.008),
    "k": .init(place: .velar, closure: 0.05, burst: (.velarBurst, 0.28), breath: 0.075),
    "j": .init(place: .alveolopalatal, closure: 0.055, friction: (.alveolopalatal, 0.34, 0.045), breath: 0),
    "q": .init(place: .alveolopalatal, closure: 0.045, friction: (.alveolopalatal, 0.42, 0.1), breath: 0.02),
    "zh": .init(place: .retroflex, closure: 0.05, friction: (.retroflex, 0.36, 0.04), breath: 0),
    "ch": .init(place: .retroflex, closure: 0.045, friction: (.retroflex, 0.44, 0.09), breath: 0.025),
    "z": .init(place: .alveolar, closure: 0.05, friction: (.s, 0.33, 0.05), breath: 0),
    "c": .init(place: .alveolar, closure: 0.045, friction: (.s, 0.42, 0.1), breath: 0.02),
  ]

  static let continuants: [String: (target: VocalTarget, length: Double)] = [
    "m": (EnglishSounds.nasal(.labial), 0.065),
    "n": (EnglishSounds.nasal(.alveolar), 0.06),
    "l": (EnglishSounds.lateral, 0.06),
    "f": (EnglishSounds.fricative(.labial, .f, 0.09, voice: 0), 0.095),
    "s": (EnglishSounds.fricative(.alveolar, .s, 0.42, voice: 0), 0.11),
    "sh": (EnglishSounds.fricative(.retroflex, .retroflex, 0.46, voice: 0), 0.11),
    "x": (EnglishSounds.fricative(.alveolopalatal, .alveolopalatal, 0.44, voice: 0), 0.11),
    "h": (velarBreath, 0.085),
    "r": (softR, 0.065),
  ]

  /// h of Mandarin is made at the back of the tongue: breath and a little noise.
  private static let velarBreath: VocalTarget = {
    var target = EnglishSounds.breath(0.17)
    target.noise = .velar
    target.noiseLevel = 0.05
    return target
  }()

  /// r of Mandarin: the tongue of sh, with voice.
  private static let softR: VocalTarget = {
    var target = VocalTarget([330, 1600, 2150], [70, 120, 160], rank: 12, within: 0.03, beyond: 0.05)
    target.yielding = [0.4, 0.35, 0.3]
    target.voice = 0.55
    target.noise = .retroflex
    target.noiseLevel = 0.02
    return target
  }()
}
