/// What attributes and relations are called in Chinese.
enum ChineseWords {
  private static let colours: [String: String] = [
    "black": "黑色", "white": "白色", "grey": "灰色", "red": "红色", "orange": "橙色", "yellow": "黄色", "green": "绿色",
    "blue": "蓝色", "purple": "紫色", "pink": "粉色", "brown": "棕色", "beige": "米色",
  ]

  static func colour(_ value: String) -> String { colours[value] ?? value }

  private static let screens: Set<String> = ["television", "monitor", "laptop"]
  private static let walkers: Set<String> = ["person", "dog", "cat", "deer", "cow", "animal"]

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
    case (.visibility, _): "完全可见"
    case (.room, let value): room(value) + "里"
    case (.side, let value): "画面" + half(value)
    case (.material, let value): material(value).modifier
    case (.heading, "oncoming"): "迎面驶来"
    case (.heading, "same_way"): "与我们同向行驶"
    case (.heading, _): "横向行驶"
    case (.lane, "own_lane"): "我们车道上"
    case (.lane, _): "别的车道上"
    case (.pace, "faster"): "比我们快"
    case (.pace, _): "比我们慢"
    case (.station, "ahead"): "我们前方"
    case (.station, "behind"): "我们后方"
    case (.station, _): "我们旁边"
    case (.sign, let value): sign(value)
    case (.parking, "parked"): "停在路边"
    case (.parking, _): "车流中"
    case (.turning, "left"): "正在左转"
    case (.turning, "right"): "正在右转"
    case (.turning, _): "直行"
    case (.distance, let value): "大约\(value)米远"
    case (.range, let value): "\(value)米以内"
    case (.arrival, let value): "大约\(value)秒后到达"
    case (.text, let value): "写着“\(value)”"
    case (.colour, let value): colour(value)
    case (.kind, let value): ClassNames.concept(value)?.chinese ?? value
    }
  }

  static func half(_ value: String) -> String { value == "left_half" ? "左半边" : "右半边" }

  /// Before 的 and a thing, and before 做的.
  static func material(_ value: String) -> (modifier: String, noun: String) {
    switch Substance(rawValue: value) {
    case .wood: ("木制", "木头")
    case .metal: ("金属", "金属")
    case .glass: ("玻璃", "玻璃")
    case .ceramic: ("陶瓷", "陶瓷")
    case .fabric: ("布艺", "布料")
    case .leather: ("皮质", "皮革")
    case .plastic: ("塑料", "塑料")
    case .stone: ("石质", "石材")
    case .paper: ("纸质", "纸")
    case .wicker: ("藤编", "藤条")
    case .rubber: ("橡胶", "橡胶")
    case nil: (value, value)
    }
  }

  private static func sign(_ value: String) -> String {
    switch SignMeaning(rawValue: value) {
    case .stop: "停车让行标志"
    case .yield: "减速让行标志"
    case .danger: "注意危险标志"
    case .parking: "停车场标志"
    case .limit30: "限速三十标志"
    case .limit50: "限速五十标志"
    case .endOfLimits: "解除限速标志"
    case .noEntry: "禁止驶入标志"
    case .priorityRoad: "干路先行标志"
    case .crossing: "人行横道标志"
    case .roadWorks: "道路施工标志"
    case .keepRight: "靠右侧行驶标志"
    case nil: value
    }
  }

  /// A value as it stands in a choice: 是……还是……？
  static func value(_ filter: Filter, of concept: String) -> String {
    switch (filter.attribute, filter.value) {
    case (.colour, let value): colour(value) + "的"
    case (.openness, _): state(filter, of: concept) + "的"
    case (.room, let value): "在" + room(value)
    case (.side, let value): "在" + half(value)
    case (.material, let value): material(value).noun
    case (.lane, _), (.station, _): "在" + state(filter, of: concept)
    case (.heading, "crossing"): "在横向行驶"
    case (.parking, "in_traffic"): "在车流中"
    case (.turning, "left"): "在左转"
    case (.turning, "right"): "在右转"
    case (.turning, _): "在直行"
    case (.distance, let value): "\(value)米"
    case (.arrival, let value): "\(value)秒"
    case (.text, let value): "“\(value)”"
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
    case .secondLeftmost: "左起第二"
    case .secondRightmost: "右起第二"
    case .secondClosest: "离镜头第二近"
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
    case .sooner: ("比", "更早到达")
    case .later: ("比", "更晚到达")
    case .aheadOf: ("", "前方")
    case .behind: ("", "后方")
    case .sameLane: ("与", "在同一条车道上")
    case .taller: ("比", "高")
    case .shorter: ("比", "矮")
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
