/// What attributes and relations are called in Chinese.
enum ChineseWords {
  private static let colours: [String: String] = [
    "black": "黑色", "white": "白色", "grey": "灰色", "red": "红色", "orange": "橙色", "yellow": "黄色", "green": "绿色",
    "blue": "蓝色", "purple": "紫色", "pink": "粉色", "brown": "棕色", "beige": "米色",
  ]

  static func colour(_ value: String) -> String { colours[value] ?? value }

  private static let screens: Set<String> = ["television", "monitor", "laptop"]
  private static let walkers: Set<String> = ["person", "dog", "cat", "animal"]

  /// A state before 的 and behind 是.
  static func state(_ filter: Filter, of concept: String) -> String {
    switch (filter.attribute, filter.value) {
    case (.openness, "open"): "开着"
    case (.openness, _): "关着"
    case (.power, "on"): screens.contains(concept) ? "开着" : "亮着"
    case (.power, _): screens.contains(concept) ? "关着" : "没亮"
    case (.posture, "standing"): "站着"
    case (.posture, "sitting"): "坐着"
    case (.posture, "lying"): walkers.contains(concept) && concept != "person" ? "趴着" : "躺着"
    case (.posture, _): "正在走动"
    case (.motion, "moving"): walkers.contains(concept) ? "走动" : "行驶中"
    case (.motion, _): walkers.contains(concept) ? "站着不动" : "停着"
    case (.signal, "red"): "亮红灯"
    case (.signal, _): "亮绿灯"
    case (.visibility, "partly_hidden"): "被挡住一部分"
    case (.visibility, _): "完全露出来"
    case (.room, let value): room(value) + "里"
    case (.colour, let value): colour(value)
    case (.kind, let value): ClassNames.concept(value)?.chinese ?? value
    }
  }

  /// A value as it stands in a choice: 是……还是……？
  static func value(_ filter: Filter, of concept: String) -> String {
    switch (filter.attribute, filter.value) {
    case (.colour, let value): colour(value) + "的"
    case (.openness, _): state(filter, of: concept) + "的"
    case (.room, let value): "在" + room(value)
    case (.posture, "walking"): "在走动"
    case (.motion, "moving"): walkers.contains(concept) ? "在走动" : "在行驶"
    case (.visibility, "partly_hidden"): "被挡住了一部分"
    default: state(filter, of: concept)
    }
  }

  static func extreme(_ extreme: Extreme) -> String {
    switch extreme {
    case .leftmost: "最左边"
    case .rightmost: "最右边"
    case .closest: "离镜头最近"
    case .farthest: "离镜头最远"
    }
  }

  /// What stands before and behind the other thing.
  static func relation(_ relation: Relation) -> (before: String, after: String) {
    switch relation {
    case .leftOf: ("", "左边")
    case .rightOf: ("", "右边")
    case .closer: ("比", "离镜头更近")
    case .farther: ("比", "离镜头更远")
    case .on: ("", "上")
    case .inside: ("", "里")
    case .above: ("", "上方")
    case .below: ("", "下方")
    case .nextTo: ("", "旁边")
    case .hiddenBy: ("被", "挡住一部分")
    case .faster: ("比", "快")
    case .slower: ("比", "慢")
    }
  }

  private static let rooms: [String: String] = [
    "living_room": "客厅", "kitchen": "厨房", "dining_room": "餐厅", "bedroom": "卧室", "bathroom": "卫生间",
    "hallway": "走廊", "study": "书房", "storage": "储藏室", "laundry": "洗衣房", "balcony": "阳台", "stairwell": "楼梯间",
    "office": "办公室", "meeting_room": "会议室", "classroom": "教室", "hotel_room": "酒店客房", "shop": "商店",
    "clinic": "诊室", "warehouse": "仓库",
  ]

  static func room(_ kind: String) -> String { rooms[kind] ?? kind }
}
