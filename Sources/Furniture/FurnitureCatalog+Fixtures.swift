extension FurnitureCatalog {
  /// Kitchens, baths, appliances and electronics.
  static let fixtures: [Entry] = kitchen + bath + electronics + appliances

  private static let kitchen: [Entry] = [
    Entry(KitchenBaseCabinet.self), Entry(KitchenWallCabinet.self), Entry(KitchenTallCabinet.self),
    Entry(KitchenCounter.self), Entry(KitchenSink.self), Entry(Hob.self), Entry(Oven.self),
    Entry(RangeHood.self), Entry(Dishwasher.self), Entry(Refrigerator.self), Entry(KitchenIsland.self),
  ]

  private static let bath: [Entry] = [
    Entry(Toilet.self), Entry(WallHungToilet.self), Entry(Washbasin.self), Entry(Vanity.self),
    Entry(Bathtub.self), Entry(FreestandingBathtub.self), Entry(Shower.self), Entry(MirrorCabinet.self),
    Entry(Tap.self), Entry(TowelRail.self), Entry(ToiletPaperHolder.self), Entry(ToiletBrush.self),
    Entry(ShowerCurtain.self), Entry(BathroomScale.self),
  ]

  private static let electronics: [Entry] = [
    Entry(Television.self), Entry(WallTelevision.self), Entry(Monitor.self), Entry(Laptop.self),
    Entry(Computer.self), Entry(Keyboard.self), Entry(ComputerMouse.self), Entry(TabletComputer.self),
    Entry(Phone.self), Entry(RemoteControl.self), Entry(GameConsole.self), Entry(Loudspeaker.self),
    Entry(Printer.self), Entry(Router.self), Entry(Projector.self),
  ]

  private static let appliances: [Entry] = [
    Entry(Microwave.self), Entry(Kettle.self), Entry(Toaster.self), Entry(CoffeeMachine.self),
    Entry(RiceCooker.self), Entry(Blender.self), Entry(WashingMachine.self), Entry(StandingFan.self),
    Entry(Radiator.self), Entry(VacuumCleaner.self), Entry(FlatIron.self), Entry(HairDryer.self),
    Entry(AirConditioner.self), Entry(LightSwitch.self), Entry(PowerSocket.self), Entry(Fireplace.self),
    Entry(Aquarium.self), Entry(Treadmill.self),
  ]
}
