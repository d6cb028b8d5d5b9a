import RandomStreams

/// Knuckles on a door: two to five blows of about a millisecond on a plate with its modes from 80 Hz up.
struct Knock: SoundRecipe {
  static let hits = SoundParameter.count("hits", 2...5, "number of knocks", limits: 1...20)
  static let interval = SoundParameter.uniform(
    "interval", 0.16...0.3, "s", "between knocks", limits: 0.08...2)
  static let lowest = SoundParameter.uniform("door_mode", 75...125, "Hz", "lowest mode of the door")
  static let decay = SoundParameter.uniform("decay", 0.16...0.3, "s", "of the lowest mode, to -60 dB")
  static let hardness = SoundParameter.uniform("contact", 0.0008...0.0018, "s", "duration of a blow")

  let card = SoundCard(
    "knock", "knocking on a door", "敲门声", .indoor, .init("Knock", esc50: "door_wood_knock", dcase: "Knock"),
    .contacts,
    level: 65...78, .fastMaximum, [hits, interval, lowest, decay, hardness])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("hand")
    var contacts = s.contacts
    if contacts.isEmpty {
      var time = 0.0
      for _ in 0..<s.count(Self.hits) {
        contacts.append(Contact(time: time, energy: chance.uniform(0.6, 1)))
        time += s[Self.interval] * (1 + 0.05 * chance.uniform(-1.7, 1.7))
      }
    }
    let door = ModalBank.plate(
      lowest: s[Self.lowest], highest: 1800, aspect: 2.4, decay: s[Self.decay], damping: 0.62
    )
    .varied(0.04, 0.3, s.chance("door"))
    let start = contacts.first?.time ?? 0
    var performance = Performance(Waveform(seconds: 0.1))
    for (i, contact) in contacts.enumerated() {
      // Knuckles never meet quite the same place twice.
      let place = door.varied(0, 0.25, s.chance("place").child(i))
      let strength = max(0, contact.energy).squareRoot()
      var blow = place.struck(s[Self.hardness] * chance.uniform(0.85, 1.15), impulse: strength)
      var skin = Noise.white(seconds: 0.012, s.chance("skin").child(i)).bandPassed(1900, q: 0.7)
      skin.multiply { (1 - $0 / 0.012) * (1 - $0 / 0.012) }
      blow.add(skin, gain: 0.03 * strength)
      performance.waveform.add(blow, at: contact.time - start)
      performance.mark(contact.time - start, "knock")
    }
    return performance
  }
}
