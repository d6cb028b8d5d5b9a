/// A class of things in rooms, and what others call it.
package struct IndoorClass: Sendable {
  package let id: UInt16
  package let name: String
  /// Of the 40 classes of NYU Depth v2.
  package let nyu40: String?
  /// Of the 150 classes of ADE20K.
  package let ade20k: String?
  /// Of COCO's 80 detection classes.
  package let coco: String?

  fileprivate init(_ id: UInt16, _ name: String, _ nyu40: String?, _ ade20k: String?, _ coco: String? = nil) {
    (self.id, self.name, self.nyu40, self.ade20k, self.coco) = (id, name, nyu40, ade20k, coco)
  }

  /// Of COCO's 53 kinds of stuff, for what is none of its 80 things.
  var cocoStuff: String? {
    switch nyu40 {
    case "lamp": "light"
    case "cabinet", "dresser", "night stand": "cabinet-merged"
    case "table", "desk": "table-merged"
    case "counter": "counter"
    case "bookshelf", "shelves": "shelf"
    case "floor mat": "rug-merged"
    case "pillow": "pillow"
    case "towel": "towel"
    case "mirror": "mirror-stuff"
    case "blinds": "window-blind"
    case "shower curtain": "curtain"
    case "paper": "paper-merged"
    default: name == "stairs" ? "stairs" : name == "blanket" ? "blanket" : nil
    }
  }

  /// A colour for pictures: hues by the golden angle, in three shades.
  var color: SIMD3<UInt8> {
    let turn = (Int(id) * 137 + 20) % 360
    let (sector, part) = (turn / 60, turn % 60)
    let high = [230, 180, 140][Int(id) % 3]
    let low = high / 4
    let (up, down) = (low + (high - low) * part / 60, high - (high - low) * part / 60)
    let rgb =
      [
        [high, up, low], [down, high, low], [low, high, up], [low, down, high], [up, low, high],
        [high, low, down],
      ][sector]
    return SIMD3(UInt8(rgb[0]), UInt8(rgb[1]), UInt8(rgb[2]))
  }
}

extension Ontology {
  /// Classes of furniture, fittings and small things, beyond the first ones of `classes`; a class is one line.
  package static let indoor: [IndoorClass] = [
    // Bedrooms and seats
    IndoorClass(117, "nightstand", "night stand", "table"),
    IndoorClass(118, "table_lamp", "lamp", "lamp"),
    IndoorClass(119, "single_bed", "bed", "bed", "bed"),
    IndoorClass(120, "bunk_bed", "bed", "bed", "bed"),
    IndoorClass(121, "cot", "bed", "cradle", "bed"),
    IndoorClass(122, "wardrobe", "cabinet", "wardrobe"),
    IndoorClass(123, "dresser", "dresser", "chest of drawers"),
    IndoorClass(124, "dressing_table", "desk", "table"),
    IndoorClass(125, "armchair", "chair", "armchair", "chair"),
    IndoorClass(126, "dining_chair", "chair", "chair", "chair"),
    IndoorClass(127, "office_chair", "chair", "swivel chair", "chair"),
    IndoorClass(128, "bar_stool", "chair", "stool", "chair"),
    IndoorClass(129, "stool", "otherfurniture", "stool"),
    IndoorClass(130, "ottoman", "otherfurniture", "ottoman"),
    IndoorClass(131, "bean_bag", "sofa", "seat"),
    IndoorClass(132, "rocking_chair", "chair", "armchair", "chair"),
    IndoorClass(133, "high_chair", "chair", "chair", "chair"),
    IndoorClass(134, "folding_chair", "chair", "chair", "chair"),
    IndoorClass(135, "indoor_bench", "otherfurniture", "bench", "bench"),
    IndoorClass(136, "coffee_table", "table", "coffee table"),
    IndoorClass(137, "side_table", "table", "table"),
    IndoorClass(138, "dining_table", "table", "table", "dining table"),
    IndoorClass(139, "console_table", "table", "table"),
    IndoorClass(140, "desk", "desk", "desk"),
    IndoorClass(141, "tv_stand", "otherfurniture", "cabinet"),
    IndoorClass(142, "bookshelf", "bookshelf", "bookcase"),
    IndoorClass(143, "wall_shelf", "shelves", "shelf"),
    IndoorClass(144, "sideboard", "cabinet", "buffet"),
    IndoorClass(145, "shoe_cabinet", "cabinet", "cabinet"),
    IndoorClass(146, "display_cabinet", "cabinet", "case"),
    IndoorClass(147, "filing_cabinet", "cabinet", "cabinet"),
    IndoorClass(148, "coat_rack", "otherfurniture", nil),
    IndoorClass(149, "clothes_rack", "otherfurniture", nil),
    IndoorClass(150, "room_divider", "otherfurniture", "screen"),
    // Kitchens, baths, appliances, electronics
    IndoorClass(151, "kitchen_base_cabinet", "cabinet", "cabinet"),
    IndoorClass(152, "kitchen_wall_cabinet", "cabinet", "cabinet"),
    IndoorClass(153, "kitchen_counter", "counter", "countertop"),
    IndoorClass(154, "kitchen_island", "counter", "kitchen island"),
    IndoorClass(155, "kitchen_sink", "sink", "sink", "sink"),
    IndoorClass(156, "hob", "otherprop", "stove"),
    IndoorClass(157, "oven", "otherfurniture", "oven", "oven"),
    IndoorClass(158, "range_hood", "otherfurniture", "hood"),
    IndoorClass(159, "refrigerator", "refridgerator", "refrigerator", "refrigerator"),
    IndoorClass(160, "dishwasher", "otherfurniture", "dishwasher"),
    IndoorClass(161, "microwave", "otherprop", "microwave", "microwave"),
    IndoorClass(162, "kettle", "otherprop", "pot"),
    IndoorClass(163, "toaster", "otherprop", nil, "toaster"),
    IndoorClass(164, "coffee_machine", "otherprop", nil),
    IndoorClass(165, "rice_cooker", "otherprop", "pot"),
    IndoorClass(166, "blender", "otherprop", nil),
    IndoorClass(167, "washing_machine", "otherfurniture", "washer"),
    IndoorClass(168, "toilet", "toilet", "toilet", "toilet"),
    IndoorClass(169, "washbasin", "sink", "sink", "sink"),
    IndoorClass(170, "bathtub", "bathtub", "bathtub"),
    IndoorClass(171, "shower", "otherstructure", "shower"),
    IndoorClass(172, "shower_curtain", "shower curtain", "curtain"),
    IndoorClass(173, "bathroom_cabinet", "cabinet", "cabinet"),
    IndoorClass(174, "towel_rail", "otherfurniture", nil),
    IndoorClass(175, "toilet_paper_holder", "otherprop", nil),
    IndoorClass(176, "tap", "otherprop", nil),
    IndoorClass(177, "radiator", "otherfurniture", "radiator"),
    IndoorClass(178, "air_conditioner", "otherfurniture", nil),
    IndoorClass(179, "fan", "otherprop", "fan"),
    IndoorClass(180, "fireplace", "otherstructure", "fireplace"),
    IndoorClass(181, "monitor", "television", "monitor", "tv"),
    IndoorClass(182, "computer", "otherprop", "computer"),
    IndoorClass(183, "keyboard", "otherprop", nil, "keyboard"),
    IndoorClass(184, "mouse", "otherprop", nil, "mouse"),
    IndoorClass(185, "laptop", "otherprop", "computer", "laptop"),
    IndoorClass(186, "printer", "otherprop", nil),
    IndoorClass(187, "loudspeaker", "otherprop", nil),
    IndoorClass(188, "game_console", "otherprop", nil),
    IndoorClass(189, "remote_control", "otherprop", nil, "remote"),
    IndoorClass(190, "phone", "otherprop", nil, "cell phone"),
    IndoorClass(191, "tablet", "otherprop", nil),
    IndoorClass(192, "light_switch", "otherprop", nil),
    IndoorClass(193, "power_socket", "otherprop", nil),
    IndoorClass(194, "projector", "otherprop", nil),
    IndoorClass(195, "router", "otherprop", nil),
    IndoorClass(196, "vacuum_cleaner", "otherprop", nil),
    IndoorClass(197, "iron", "otherprop", nil),
    IndoorClass(198, "hair_dryer", "otherprop", nil, "hair drier"),
    // Lamps, textiles, decoration
    IndoorClass(199, "floor_lamp", "lamp", "lamp"),
    IndoorClass(200, "ceiling_lamp", "lamp", "light"),
    IndoorClass(201, "pendant_lamp", "lamp", "chandelier"),
    IndoorClass(202, "wall_lamp", "lamp", "sconce"),
    IndoorClass(203, "desk_lamp", "lamp", "lamp"),
    IndoorClass(204, "downlight", "lamp", "light"),
    IndoorClass(205, "rug", "floor mat", "rug"),
    IndoorClass(206, "doormat", "floor mat", "rug"),
    IndoorClass(207, "blind", "blinds", "blind"),
    IndoorClass(208, "pillow", "pillow", "pillow"),
    IndoorClass(209, "blanket", "otherprop", "blanket"),
    IndoorClass(210, "towel", "towel", "towel"),
    IndoorClass(211, "mirror", "mirror", "mirror"),
    IndoorClass(212, "clock", "otherprop", "clock", "clock"),
    IndoorClass(213, "vase", "otherprop", "vase", "vase"),
    IndoorClass(214, "flower", "otherprop", "flower"),
    IndoorClass(215, "potted_plant", "otherprop", "plant", "potted plant"),
    IndoorClass(216, "candle", "otherprop", nil),
    IndoorClass(217, "sculpture", "otherprop", "sculpture"),
    IndoorClass(218, "photo_frame", "picture", "painting"),
    IndoorClass(219, "poster", "picture", "poster"),
    IndoorClass(220, "calendar", "paper", "poster"),
    IndoorClass(221, "whiteboard", "whiteboard", "bulletin board"),
    IndoorClass(222, "aquarium", "otherprop", "tank"),
    // Small things
    IndoorClass(223, "magazine", "books", "book", "book"),
    IndoorClass(224, "newspaper", "paper", "book"),
    IndoorClass(225, "paper", "paper", nil),
    IndoorClass(226, "notebook", "books", "book", "book"),
    IndoorClass(227, "pen", "otherprop", nil),
    IndoorClass(228, "pen_holder", "otherprop", nil),
    IndoorClass(229, "plate", "otherprop", "plate"),
    IndoorClass(230, "bowl", "otherprop", nil, "bowl"),
    IndoorClass(231, "mug", "otherprop", "glass", "cup"),
    IndoorClass(232, "drinking_glass", "otherprop", "glass", "cup"),
    IndoorClass(233, "wine_glass", "otherprop", "glass", "wine glass"),
    IndoorClass(234, "wine_bottle", "otherprop", "bottle", "bottle"),
    IndoorClass(235, "teapot", "otherprop", "pot"),
    IndoorClass(236, "fork", "otherprop", nil, "fork"),
    IndoorClass(237, "knife", "otherprop", nil, "knife"),
    IndoorClass(238, "spoon", "otherprop", nil, "spoon"),
    IndoorClass(239, "chopsticks", "otherprop", nil),
    IndoorClass(240, "cooking_pot", "otherprop", "pot"),
    IndoorClass(241, "frying_pan", "otherprop", "pot"),
    IndoorClass(242, "wok", "otherprop", "pot"),
    IndoorClass(243, "cutting_board", "otherprop", nil),
    IndoorClass(244, "knife_block", "otherprop", nil),
    IndoorClass(245, "storage_jar", "otherprop", "bottle"),
    IndoorClass(246, "can", "otherprop", "food"),
    IndoorClass(247, "food_box", "box", "food"),
    IndoorClass(248, "apple", "otherprop", "food", "apple"),
    IndoorClass(249, "banana", "otherprop", "food", "banana"),
    IndoorClass(250, "orange", "otherprop", "food", "orange"),
    IndoorClass(251, "bread", "otherprop", "food"),
    IndoorClass(252, "fruit_bowl", "otherprop", "food", "bowl"),
    IndoorClass(253, "soap_dispenser", "otherprop", "bottle"),
    IndoorClass(254, "toothbrush_cup", "otherprop", "glass", "cup"),
    IndoorClass(255, "shampoo_bottle", "otherprop", "bottle", "bottle"),
    IndoorClass(256, "toilet_paper", "otherprop", nil),
    IndoorClass(257, "toilet_brush", "otherprop", nil),
    IndoorClass(258, "scale", "otherprop", nil),
    IndoorClass(259, "waste_bin", "otherprop", "ashcan"),
    IndoorClass(260, "basket", "otherprop", "basket"),
    IndoorClass(261, "laundry_basket", "otherprop", "basket"),
    IndoorClass(262, "storage_box", "box", "box"),
    IndoorClass(263, "tray", "otherprop", "tray"),
    IndoorClass(264, "shoe", "clothes", "apparel"),
    IndoorClass(265, "slipper", "clothes", "apparel"),
    IndoorClass(266, "jacket", "clothes", "apparel"),
    IndoorClass(267, "hat", "clothes", "apparel"),
    IndoorClass(268, "handbag", "bag", "bag", "handbag"),
    IndoorClass(269, "backpack", "bag", "bag", "backpack"),
    IndoorClass(270, "suitcase", "bag", "bag", "suitcase"),
    IndoorClass(271, "umbrella", "otherprop", nil, "umbrella"),
    IndoorClass(272, "teddy_bear", "otherprop", "plaything", "teddy bear"),
    IndoorClass(273, "toy_car", "otherprop", "plaything"),
    IndoorClass(274, "toy_blocks", "otherprop", "plaything"),
    IndoorClass(275, "ball", "otherprop", "ball", "sports ball"),
    IndoorClass(276, "guitar", "otherprop", nil),
    IndoorClass(277, "piano", "otherfurniture", nil),
    IndoorClass(278, "dumbbell", "otherprop", nil),
    IndoorClass(279, "treadmill", "otherfurniture", nil),
    IndoorClass(280, "ironing_board", "otherfurniture", nil),
    IndoorClass(281, "drying_rack", "otherfurniture", nil),
    IndoorClass(282, "broom", "otherprop", nil),
    IndoorClass(283, "bucket", "otherprop", nil),
    IndoorClass(284, "tissue_box", "otherprop", "box"),
    IndoorClass(285, "alarm_clock", "otherprop", "clock", "clock"),
    IndoorClass(286, "glasses", "otherprop", nil),
    IndoorClass(287, "keys", "otherprop", nil),
    IndoorClass(288, "pet_bed", "otherprop", "cushion"),
    IndoorClass(289, "pet_bowl", "otherprop", nil, "bowl"),
    // Parts of the building that can be counted
    IndoorClass(290, "stairs", "otherstructure", "stairs"),
    IndoorClass(291, "railing", "otherstructure", "railing"),
    IndoorClass(292, "column", "otherstructure", "column"),
    IndoorClass(293, "window_sill", "otherstructure", "windowpane"),
    IndoorClass(294, "warehouse_rack", "shelves", "shelf"),
    IndoorClass(295, "pallet", "otherprop", nil),
    IndoorClass(296, "hospital_bed", "bed", "bed", "bed"),
    IndoorClass(297, "reception_desk", "desk", "counter"),
    IndoorClass(298, "school_desk", "desk", "desk"),
    IndoorClass(299, "clothes_hanger", "clothes", "apparel"),
  ]
}
