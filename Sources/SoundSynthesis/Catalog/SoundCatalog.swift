/// Every kind of sound, by name. A new one is a file and a line in one of the lists.
package enum SoundCatalog {
  /// In the order of the lists.
  package static let kinds: [SoundKind] =
    impacts + water + signals + machines + living + music + vehicles + works + nature
  /// Their identifiers, in the same order.
  package static let ids: [String] = kinds.map(\.card.id)

  /// The kind with an identifier, or `nil`.
  package static func named(_ id: String) -> SoundKind? { byID[id] }
  private static let byID = Dictionary(kinds.map { ($0.card.id, $0) }) { first, _ in first }

  private static let impacts: [SoundKind] = list([
    Footsteps(),
    Knock(),
    DoorSlam(),
    Creak(),
    Drawer(),
    GlassClink(),
    GlassBreak(),
    Dishes(),
    BallBounce(),
    Typing(),
    Clapping(),
  ])
  private static let water: [SoundKind] = list([
    RunningTap(),
    Pouring(),
    Boiling(),
    Rain(),
  ])
  private static let signals: [SoundKind] = list([
    ClockTick(),
    AlarmClock(),
    PhoneRing(),
    Doorbell(),
    Bell(),
  ])
  private static let living: [SoundKind] = list([
    Cough(),
    Laugh(),
    Breathing(),
    DogBark(),
    BabyCry(),
    CrowdBabble(),
  ])
  private static let machines: [SoundKind] = list([
    VacuumCleaner(),
    WashingMachine(),
    Fan(),
    Refrigerator(),
    AirConditioner(),
  ])
  private static let music: [SoundKind] = list([
    PluckedString(),
    PianoNote(),
  ])
  private static let vehicles: [SoundKind] = list([
    CarEngine(),
    TruckEngine(),
    ElectricDrive(),
    Motorcycle(),
    TyreNoise(),
    WindNoise(),
    BrakeSqueal(),
    AirBrake(),
    TyreSkid(),
    CarHorn(),
    TruckHorn(),
    Siren(),
    ReversingBeeper(),
    IndicatorRelay(),
    SeatBeltChime(),
    Wiper(),
    CrossingBell(),
    TrainPass(),
    Tram(),
    Collision(),
    TyreBurst(),
    RoadThump(),
    BicycleFreewheel(),
    BicycleBell(),
  ])
  private static let works: [SoundKind] = list([
    Jackhammer(),
    CircularSaw(),
    Drill(),
    PedestrianSignal(),
  ])
  private static let nature: [SoundKind] = list([
    WindInTrees(),
    BirdSong(),
    Insects(),
    Thunder(),
    Helicopter(),
  ])

  private static func list(_ recipes: [any SoundRecipe]) -> [SoundKind] { recipes.map(SoundKind.init) }
}
