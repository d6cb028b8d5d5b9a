extension FurnitureCatalog {
  /// Small things that stand and lie about.
  static let objects: [Entry] = [
    Entry(Book.self), Entry(BookRow.self), Entry(BookStack.self), Entry(Magazine.self), Entry(Newspaper.self),
    Entry(Notebook.self), Entry(Paper.self), Entry(Pen.self), Entry(PenHolder.self),
    Entry(Mug.self), Entry(Cup.self), Entry(DrinkingGlass.self), Entry(WineGlass.self),
    Entry(WineBottle.self),
    Entry(Bottle.self), Entry(Plate.self), Entry(PlateStack.self), Entry(Bowl.self), Entry(Teapot.self),
    Entry(Fork.self), Entry(Knife.self), Entry(Spoon.self), Entry(Chopsticks.self), Entry(CookingPot.self),
    Entry(FryingPan.self), Entry(Wok.self), Entry(CuttingBoard.self), Entry(KnifeBlock.self),
    Entry(StorageJar.self),
    Entry(FoodBox.self), Entry(Can.self), Entry(Apple.self), Entry(Banana.self), Entry(Orange.self),
    Entry(Bread.self), Entry(FruitBowl.self),
    Entry(SoapDispenser.self), Entry(ToothbrushCup.self), Entry(ShampooBottle.self), Entry(ToiletPaper.self),
    Entry(WasteBin.self), Entry(Basket.self), Entry(LaundryBasket.self), Entry(StorageBox.self),
    Entry(Tray.self),
    Entry(TissueBox.self), Entry(AlarmClock.self), Entry(Bucket.self), Entry(Broom.self), Entry(PetBed.self),
    Entry(PetBowl.self),
    Entry(Shoe.self), Entry(Slipper.self), Entry(Jacket.self), Entry(ClothesHanger.self),
    Entry(FoldedClothes.self),
    Entry(Hat.self), Entry(Handbag.self), Entry(Backpack.self), Entry(Suitcase.self), Entry(Umbrella.self),
    Entry(Glasses.self), Entry(Keys.self),
    Entry(TeddyBear.self), Entry(ToyCar.self), Entry(ToyBlocks.self), Entry(Ball.self), Entry(Guitar.self),
    Entry(Dumbbell.self), Entry(IroningBoard.self), Entry(DryingRack.self), Entry(CatLying.self),
    Entry(DogSitting.self), Entry(CatStanding.self), Entry(CatSitting.self), Entry(DogStanding.self),
    Entry(DogLying.self),
  ]
}
