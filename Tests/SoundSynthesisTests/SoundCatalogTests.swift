import RandomStreams
import SoundSynthesis
import Testing

@Suite struct SoundCatalogTests {
  @Test func namesAreUniqueAndSpeakBothLanguages() {
    #expect(SoundCatalog.kinds.count >= 65)
    #expect(Set(SoundCatalog.ids).count == SoundCatalog.ids.count)
    #expect(Set(SoundCatalog.kinds.map(\.card.english)).count == SoundCatalog.ids.count)
    #expect(Set(SoundCatalog.kinds.map(\.card.chinese)).count == SoundCatalog.ids.count)
    for card in SoundCatalog.kinds.map(\.card) {
      #expect(card.id.allSatisfy { ("a"..."z").contains($0) || $0 == "_" }, "\(card.id)")
      #expect(
        card.chinese.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }, "\(card.chinese)")
      #expect(SoundCatalog.named(card.id)?.card == card)
      let names = card.parameters.map(\.name) + ["level"]
      #expect(Set(names).count == names.count, "\(card.id): parameters")
      #expect(card.timing.isDriven == !card.reference.isEmpty, "\(card.id): reference")
    }
  }

  /// Names of other collections are theirs, letter by letter.
  @Test func foreignNamesExist() {
    let esc50 = """
      dog rooster pig cow frog cat hen insects sheep crow rain sea_waves crackling_fire crickets chirping_birds \
      water_drops wind pouring_water toilet_flush thunderstorm crying_baby sneezing clapping breathing coughing \
      footsteps laughing brushing_teeth snoring drinking_sipping door_wood_knock mouse_click keyboard_typing \
      door_wood_creaks can_opening washing_machine vacuum_cleaner clock_alarm clock_tick glass_breaking helicopter \
      chainsaw siren car_horn engine train church_bells airplane fireworks hand_saw
      """.split(separator: " ").map(String.init)
    let urban = [
      "air_conditioner", "car_horn", "children_playing", "dog_bark", "drilling", "engine_idling", "gun_shot",
      "jackhammer", "siren", "street_music",
    ]
    let dcase = [
      "Alarm_bell_ringing", "Blender", "Cat", "Dishes", "Dog", "Electric_shaver_toothbrush", "Frying",
      "Running_water",
      "Speech", "Vacuum_cleaner", "Female speech, woman speaking", "Male speech, man speaking", "Clapping",
      "Telephone",
      "Laughter", "Domestic sounds", "Walk, footsteps", "Door, open or close", "Music", "Musical instrument",
      "Water tap, faucet", "Bell", "Knock",
    ]
    #expect(esc50.count == 50)
    for card in SoundCatalog.kinds.map(\.card) {
      #expect(card.foreign.esc50.isEmpty || esc50.contains(card.foreign.esc50), "\(card.id)")
      #expect(card.foreign.urbanSound8K.isEmpty || urban.contains(card.foreign.urbanSound8K), "\(card.id)")
      #expect(card.foreign.dcase.isEmpty || dcase.contains(card.foreign.dcase), "\(card.id)")
    }
  }

  @Test func drawnParametersObeyTheirDomains() throws {
    for kind in SoundCatalog.kinds where kind.card.timing != .contacts {
      let sound = try SoundProbe.make(kind, rate: 8000, seed: 11, seconds: 0.2)
      #expect(sound.parameters.map(\.name) == kind.card.parameters.map(\.name) + ["level"])
      for (parameter, named) in zip(kind.card.parameters, sound.parameters) {
        switch (parameter.domain, named.value) {
        case (.number(_, let limits, let unit), .number(let value)):
          #expect(
            limits.contains(value) && named.unit == unit, "\(kind.card.id).\(parameter.name) = \(value)")
        case (.choice(let words), .word(let word)):
          #expect(words.contains { $0.value == word }, "\(kind.card.id).\(parameter.name) = \(word)")
        default: Issue.record("\(kind.card.id).\(parameter.name): \(named.value)")
        }
      }
    }
  }
}

extension SoundCard.Timing {
  var isDriven: Bool { if case .driven = self { true } else { false } }
}
