extension FurnitureCatalog {
  /// What stands in rooms: seats, tables, beds, storage.
  static let furniture: [Entry] = [
    Entry(Sofa.self), Entry(SofaTwoSeater.self), Entry(SofaCorner.self), Entry(Armchair.self),
    Entry(Ottoman.self),
    Entry(TVStand.self), Entry(Sideboard.self), Entry(Dresser.self), Entry(Nightstand.self),
    Entry(Wardrobe.self),
    Entry(Bookshelf.self), Entry(DoubleBed.self), Entry(SingleBed.self), Entry(DiningTable.self),
    Entry(CoffeeTable.self), Entry(SideTable.self), Entry(ConsoleTable.self),
    Entry(DiningChair.self), Entry(Stool.self), Entry(BarStool.self), Entry(IndoorBench.self),
    Entry(Desk.self),
    Entry(OfficeChair.self), Entry(DressingTable.self), Entry(ShoeCabinet.self), Entry(DisplayCabinet.self),
    Entry(WallShelf.self), Entry(CoatRack.self), Entry(ClothesRack.self), Entry(FilingCabinet.self),
    Entry(BunkBed.self),
    Entry(Cot.self), Entry(HighChair.self), Entry(RockingChair.self), Entry(BeanBag.self),
    Entry(FoldingChair.self),
    Entry(RoomDivider.self), Entry(Piano.self),
    Entry(LadderShelf.self), Entry(Locker.self), Entry(SchoolDesk.self), Entry(ReceptionDesk.self),
    Entry(MeetingTable.self), Entry(HospitalBed.self), Entry(Pallet.self), Entry(WarehouseRack.self),
  ]
}
