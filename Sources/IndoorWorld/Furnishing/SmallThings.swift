import WorldModel

/// What lies about where, and how likely.
package enum SmallThings {
  /// A part of a support: its middle and how far things stray from it, in half sizes (x to the front, y to the left).
  enum Zone {
    case anywhere, middle, left, right, back, front, backLeft, backRight

    var place: (Double, Double) {
      switch self {
      case .anywhere, .middle: (0, 0)
      case .left: (0, 0.6)
      case .right: (0, -0.6)
      case .back: (-0.7, 0)
      case .front: (0.5, 0)
      case .backLeft: (-0.7, 0.8)
      case .backRight: (-0.7, -0.8)
      }
    }
    var spread: (Double, Double) {
      switch self {
      case .anywhere: (1, 1)
      case .middle: (0.15, 0.15)
      case .left, .right: (0.4, 0.3)
      case .back: (0.3, 0.9)
      case .front: (0.5, 0.9)
      case .backLeft, .backRight: (0.3, 0.2)
      }
    }
  }

  struct Choice {
    var name: String
    var chance: Double
    var most: Int
    var zone: Zone

    init(_ name: String, _ chance: Double, _ zone: Zone = .anywhere, most: Int = 1) {
      (self.name, self.chance, self.zone, self.most) = (name, chance, zone, most)
    }
  }

  /// For a class of furniture in a kind of room; `nil` where nothing should stand.
  static func menu(_ parent: String, in kind: RoomKind) -> [Choice]? {
    switch parent {
    case "coffee_table":
      [
        Choice("book_stack", 0.5, .left), Choice("magazine", 0.5, .right, most: 2),
        Choice("tray", 0.2, .middle),
        Choice("vase", 0.35, .middle), Choice("remote_control", 0.6), Choice("mug", 0.5, most: 2),
        Choice("candle", 0.3), Choice("fruit_bowl", 0.25, .middle), Choice("glasses", 0.2),
        Choice("tablet", 0.2),
        Choice("potted_plant_small", 0.25, .middle),
      ]
    case "side_table":
      [
        Choice("mug", 0.5, .front), Choice("book", 0.5, .front), Choice("glasses", 0.25),
        Choice("phone", 0.3),
      ]
    case "nightstand":
      [
        Choice("alarm_clock", 0.5, .front), Choice("book", 0.6, .front, most: 2),
        Choice("phone", 0.5, .front),
        Choice("glasses", 0.4, .front), Choice("drinking_glass", 0.4), Choice("tissue_box", 0.2),
      ]
    case "tv_stand":
      [
        Choice("loudspeaker", 0.0), Choice("game_console", 0.45, .right), Choice("router", 0.3, .left),
        Choice("remote_control", 0.4, .front), Choice("photo_frame", 0.4, .backLeft),
        Choice("potted_plant_small", 0.5, .backRight), Choice("candle", 0.3, .left),
        Choice("book_stack", 0.3, .left),
      ]
    case "dresser", "sideboard", "console_table", "shoe_cabinet", "dressing_table":
      [
        Choice("vase", 0.5, .left), Choice("photo_frame", 0.6, .back, most: 2),
        Choice("sculpture", 0.35, .right),
        Choice("potted_plant_small", 0.5, .right), Choice("table_lamp", 0.3, .backLeft),
        Choice("candle", 0.4, most: 2),
        Choice("book_stack", 0.35),
        Choice("keys", parent == "shoe_cabinet" || parent == "console_table" ? 0.6 : 0.1),
        Choice("tray", 0.3, .middle), Choice("clock", 0.0), Choice("basket", 0.2), Choice("handbag", 0.15),
      ]
    case "dining_table":
      [
        Choice("mug", 0.3, most: 2), Choice("newspaper", 0.2), Choice("laptop", 0.12),
        Choice("tissue_box", 0.3),
        Choice("bowl", 0.2), Choice("teapot", 0.25, .middle),
      ]
    case "desk":
      [
        Choice("pen_holder", 0.7, .backLeft), Choice("mug", 0.6), Choice("notebook", 0.6),
        Choice("paper", 0.6, most: 2),
        Choice("pen", 0.5, .front, most: 2), Choice("book_stack", 0.4, .backRight), Choice("phone", 0.4),
        Choice("potted_plant_small", 0.4, .backLeft), Choice("photo_frame", 0.3, .back),
        Choice("glasses", 0.2),
      ]
    case "kitchen_counter", "kitchen_island":
      [
        Choice("kettle", 0.6, .back), Choice("toaster", 0.4, .back), Choice("coffee_machine", 0.4, .back),
        Choice("rice_cooker", 0.35, .back), Choice("microwave", 0.4, .back),
        Choice("knife_block", 0.5, .back),
        Choice("cutting_board", 0.5, .front), Choice("storage_jar", 0.5, .back, most: 3),
        Choice("fruit_bowl", 0.4),
        Choice("bottle", 0.5, .back, most: 2), Choice("mug", 0.4, most: 2), Choice("plate_stack", 0.3),
        Choice("bowl", 0.3), Choice("bread", 0.25), Choice("blender", 0.2, .back),
        Choice("apple", 0.2, most: 2),
        Choice("food_box", 0.3, .back, most: 2), Choice("can", 0.2, most: 2),
        Choice("soap_dispenser", 0.2, .back),
      ]
    case "bathroom_cabinet", "washbasin":
      [
        Choice("soap_dispenser", 0.8, .back), Choice("toothbrush_cup", 0.8, .back),
        Choice("shampoo_bottle", 0.3, .back),
        Choice("towel_stack", 0.2), Choice("candle", 0.2),
      ]
    case "bathtub", "shower":
      [Choice("shampoo_bottle", 0.7, .anywhere, most: 3), Choice("candle", 0.2)]
    case "washing_machine": [Choice("basket", 0.3), Choice("bottle", 0.4, .back), Choice("towel_stack", 0.4)]
    case "filing_cabinet": [Choice("printer", 0.6, .middle), Choice("paper", 0.4), Choice("book_stack", 0.3)]
    case "window_sill":
      [
        Choice("potted_plant_small", 0.5, .anywhere, most: 2), Choice("candle", 0.2),
        Choice("sculpture", 0.15),
      ]
    case "hob": [Choice("cooking_pot", 0.5, .left), Choice("frying_pan", 0.3, .right)]
    case "microwave", "refrigerator": nil
    case "stool", "ottoman": [Choice("book", 0.25), Choice("tray", 0.15)]
    case "wardrobe": [Choice("storage_box", 0.5, .anywhere, most: 2), Choice("suitcase", 0.2)]
    case "storage_box", "television": nil
    case "school_desk":
      [Choice("notebook", 0.6), Choice("pen", 0.5, most: 2), Choice("pen_holder", 0.2), Choice("book", 0.4)]
    case "reception_desk":
      [
        Choice("laptop", 0.6, .middle), Choice("paper", 0.5), Choice("pen_holder", 0.6),
        Choice("vase", 0.4, .left),
        Choice("phone", 0.5),
      ]
    case "table":
      [
        Choice("laptop", 0.7, .anywhere, most: 3), Choice("notebook", 0.6, .anywhere, most: 4),
        Choice("mug", 0.6, .anywhere, most: 4), Choice("paper", 0.5, .anywhere, most: 3),
        Choice("bottle", 0.5, .middle),
      ]
    case "warehouse_rack", "pallet":
      [Choice("storage_box", 0.9, .anywhere, most: 6), Choice("bucket", 0.2), Choice("suitcase", 0.0)]
    case "clothes_rack":
      [
        Choice("shoe", 0.8, most: 4), Choice("handbag", 0.4), Choice("storage_box", 0.3, most: 2),
      ]
    case "fireplace":
      [Choice("photo_frame", 0.6, .back, most: 2), Choice("candle", 0.5, most: 3), Choice("vase", 0.5)]
    case "piano":
      [Choice("photo_frame", 0.6, .back, most: 2), Choice("vase", 0.3), Choice("book_stack", 0.3)]
    default: nil
    }
  }

  /// What one uses, puts down and fetches another of.
  static func isPutDown(_ name: String) -> Bool {
    [
      "mug", "cup", "bowl", "book", "magazine", "paper", "bottle", "can", "pen", "notebook", "apple",
      "banana",
      "food_box", "drinking_glass", "newspaper", "plate_stack", "cutting_board", "candle", "keys", "glasses",
      "book_stack", "storage_jar",
    ].contains(name)
  }

  /// What stands alone on a shelf.
  static let ornaments = [
    "vase", "sculpture", "photo_frame", "potted_plant_small", "candle", "storage_box", "basket", "book_stack",
    "teapot",
    "clock", "toy_car", "bowl", "storage_jar",
  ]

  /// Different ones of a kind in one home.
  static func looks(_ name: String) -> Int {
    switch name {
    case "book_row": 9
    case "book", "book_stack", "magazine", "food_box", "bottle", "photo_frame", "vase", "potted_plant_small":
      6
    case "plate", "fork", "knife", "spoon", "drinking_glass", "wine_glass", "bowl", "chopsticks": 1
    case "mug", "storage_jar", "sculpture", "cushion", "candle", "can": 4
    default: 2
    }
  }

  /// Not coloured to suit a room: its palette makes no difference, and rooms share them.
  package static func isAlikeEverywhere(_ name: String) -> Bool { alikeEverywhere.contains(name) }

  package static let alikeEverywhere: Set<String> = [
    "book", "book_row", "book_stack", "magazine", "newspaper", "paper", "food_box", "can", "apple", "banana",
    "orange", "bread", "remote_control", "toilet_paper", "television_wall",
  ]

  /// One in a room is enough.
  static func isSingle(_ name: String) -> Bool {
    [
      "kettle", "toaster", "coffee_machine", "rice_cooker", "microwave", "blender", "knife_block",
      "fruit_bowl",
      "game_console", "router", "printer", "tissue_box", "teapot", "plate_stack", "soap_dispenser",
      "toothbrush_cup",
      "bread", "cutting_board", "handbag", "keys",
    ].contains(name)
  }

  /// Looks the same from all sides: turned at random.
  static func isRound(_ name: String) -> Bool {
    [
      "vase", "candle", "plate", "bowl", "apple", "orange", "can", "bottle", "wine_bottle", "wine_glass",
      "drinking_glass", "potted_plant_small", "fruit_bowl", "mug", "storage_jar", "flower", "ball", "glasses",
    ].contains(name)
  }

  /// Lies flat, this way or that.
  static func lies(_ name: String) -> Bool {
    [
      "book", "magazine", "remote_control", "phone", "pen", "notebook", "paper", "newspaper", "keys",
      "tablet",
    ]
    .contains(name)
  }
}
