package import CivilCalendar
package import Conversations
import JSON
package import RandomStreams

/// Rooms in hotels.
package struct HotelDomain: TaskDomain {
  package let name = "hotel"

  package init() {}

  static let areas = [
    SlotValue(
      "centre", zh: .init("市中心"),
      en: .init("the city centre", inside: ["in the city centre"], alone: ["the city centre"])),
    SlotValue(
      "airport", zh: .init("机场附近", inside: ["机场附近", "机场旁边"], alone: ["机场附近"]),
      en: .init(
        "near the airport", inside: ["near the airport", "close to the airport"], alone: ["near the airport"])
    ),
    SlotValue(
      "station", zh: .init("高铁站附近", inside: ["高铁站附近"], alone: ["高铁站附近", "离高铁站近点的"]),
      en: .init(
        "near the railway station", inside: ["near the railway station"], alone: ["near the railway station"])
    ),
    SlotValue(
      "lake", zh: .init("湖边", inside: ["湖边"], alone: ["湖边", "湖边吧"]),
      en: .init("by the lake", inside: ["by the lake"], alone: ["by the lake"])),
    SlotValue(
      "fair", zh: .init("会展中心附近", inside: ["会展中心附近"], alone: ["会展中心附近"]),
      en: .init(
        "near the exhibition centre", inside: ["near the exhibition centre"],
        alone: ["near the exhibition centre"])),
  ]
  static let classes = [
    SlotValue(
      "budget", zh: .init("经济型", inside: ["经济型的", "便宜的"], alone: ["经济型的", "便宜点的"]),
      en: .init("a budget hotel", inside: ["budget", "cheap"], alone: ["something cheap", "a budget hotel"])),
    SlotValue(
      "comfort", zh: .init("舒适型", inside: ["舒适型的", "中等价位的"], alone: ["舒适型的", "中等价位的"]),
      en: .init("a mid-range hotel", inside: ["mid-range"], alone: ["mid-range", "something mid-range"])),
    SlotValue(
      "luxury", zh: .init("豪华型", inside: ["豪华的", "五星级的"], alone: ["豪华一点的", "五星级的"]),
      en: .init(
        "a luxury hotel", inside: ["luxury", "five-star"], alone: ["five-star", "something luxurious"])),
  ]
  static let rooms = [
    SlotValue(
      "double", zh: .init("大床房", inside: ["大床房"], alone: ["大床房", "大床的"]),
      en: .init("a double room", inside: ["in a double room"], alone: ["a double room", "a double"])),
    SlotValue(
      "twin", zh: .init("双床房", inside: ["双床房", "标间"], alone: ["双床房", "两张床的"]),
      en: .init("a twin room", inside: ["in a twin room"], alone: ["a twin room", "two separate beds"])),
    SlotValue(
      "family", zh: .init("家庭房", inside: ["家庭房"], alone: ["家庭房", "带孩子，家庭房"]),
      en: .init("a family room", inside: ["in a family room"], alone: ["a family room"])),
    SlotValue(
      "single", zh: .init("单人间", inside: ["单人间"], alone: ["单人间"]),
      en: .init("a single room", inside: ["in a single room"], alone: ["a single room", "a single"])),
  ]
  static let views = [
    SlotValue(
      "high", zh: .init("高楼层", inside: ["高楼层"], alone: ["高楼层", "楼层高一点"]),
      en: .init("a high floor", inside: ["on a high floor"], alone: ["a high floor", "high up"])),
    SlotValue(
      "quiet", zh: .init("安静的房间", inside: ["安静的房间"], alone: ["安静一点的", "别靠马路的"]),
      en: .init("a quiet room", inside: ["somewhere quiet"], alone: ["a quiet room", "away from the street"])),
    SlotValue(
      "smokefree", zh: .init("无烟房", inside: ["无烟房"], alone: ["无烟房"]),
      en: .init("a non-smoking room", inside: ["non-smoking"], alone: ["non-smoking"])),
  ]

  package func slots(on today: CivilDate) -> [DialogueSlot] {
    [
      DialogueSlot(
        "area", .search, isRequired: true, Self.areas, zh: ["您想住在哪一带？", "请问想订哪个位置的酒店？"],
        en: ["Where would you like to stay?", "Which area would you prefer?"]),
      DialogueSlot(
        "class", .search, isRequired: false, Self.classes, zh: ["对酒店档次有要求吗？", "您想住什么档次的？"],
        en: ["What kind of hotel are you after?", "What sort of price range?"]),
      DialogueSlot(
        "date", .booking, isRequired: true, DayValues.from(today, days: 14), zh: ["请问哪天入住？", "您打算哪天到？"],
        en: ["When will you be arriving?", "What day do you check in?"]),
      DialogueSlot(
        "nights", .booking, isRequired: true, CountValues.nights(1...7), zh: ["住几晚？", "请问一共住几晚？"],
        en: ["How many nights?", "And how long will you be staying?"]),
      DialogueSlot(
        "room", .booking, isRequired: true, Self.rooms, zh: ["要什么房型？", "请问需要哪种房间？"],
        en: ["What type of room would you like?", "Which kind of room do you need?"]),
      DialogueSlot(
        "wish", .booking, isRequired: false, Self.views, zh: ["对房间还有什么要求吗？", "房间上有什么偏好？"],
        en: ["Any special wishes for the room?", "Is there anything else the room should have?"]),
    ]
  }

  static let names: [Both<String>] = [
    Both("望湖居", "Lakeview House"), Both("栖木酒店", "The Perch"), Both("城南旧事酒店", "Old Town Inn"),
    Both("云庭酒店", "Cloud Court Hotel"), Both("麦田旅舍", "Wheatfield Lodge"), Both("静安里", "Quiet Lane"),
    Both("星河酒店", "Milky Way Hotel"), Both("青石客栈", "Bluestone Inn"), Both("半岛之家", "Peninsula Home"),
    Both("一叶酒店", "Single Leaf Hotel"), Both("松间", "Among the Pines"), Both("北窗酒店", "North Window"),
  ]

  package func items(_ stream: inout RandomStream) -> [DialogueItem] {
    let order = stream.permutation(Self.names.count)
    let areas = stream.permutation(Self.areas.count).prefix(3).map { Self.areas[$0].key }
    return (0..<9).map { i in
      let kind = stream.choose(Self.classes)?.key ?? "budget"
      let base = kind == "budget" ? 180 : kind == "comfort" ? 380 : 980
      return DialogueItem(
        "h\(i + 1)", Self.names[order[i]],
        facts: [
          .init(slot: "area", key: stream.choose(areas) ?? "centre"), .init(slot: "class", key: kind),
        ],
        attributes: [
          .init(name: "rate", value: .integer(base + 10 * stream.integer(in: 0...20))),
          .init(name: "breakfast", value: .boolean(stream.bool(probability: 0.6))),
          .init(name: "parking", value: .boolean(stream.bool(probability: 0.6))),
          .init(name: "pool", value: .boolean(kind == "luxury" || stream.bool(probability: 0.2))),
          .init(name: "checkout", value: .integer(stream.integer(in: 11...14))),
        ])
    }
  }

  package func opening(_ told: ToldSlots, _ tongue: Tongue, _ stream: inout RandomStream) -> String {
    let style = stream.integer(in: 0...2)
    let kind = told["class"]
    if tongue == .chinese {
      let stay = ToldSlots.join([told.around("date", "", "入住"), told["nights"]], "，")
      let room = told.around("room", "要")
      let wish = told.around("wish", "想要")
      switch style {
      case 0:
        return ToldSlots.join(["我想\(told.around("area", "在"))订个\(kind)酒店", stay, room, wish], "，") + "。"
      case 1:
        return ToldSlots.join(
          ["帮我找个酒店", told.around("area", "最好在"), kind.isEmpty ? "" : "要" + kind, stay, room, wish], "，") + "。"
      default:
        return ToldSlots.join(
          [
            "\(told.around("area", "", "有没有"))\(told["area"].isEmpty ? "有没有" : "")合适的\(kind)酒店", stay, room,
            wish,
          ], "，") + "？"
      }
    }
    let noun = (kind.isEmpty ? "a " : (kind.hasPrefix("e") ? "an " : "a ") + kind + " ") + "hotel"
    let rest = ToldSlots.join([told["nights"], told["date"], told["room"], told["wish"]], ", ")
    let tail = rest.isEmpty ? "" : ", " + rest
    switch style {
    case 0: return ToldSlots.join(["I need " + noun, told["area"]], " ") + tail + "."
    case 1: return ToldSlots.join(["I'm looking for " + noun, told["area"]], " ") + tail + "."
    default: return ToldSlots.join(["Could you find me " + noun, told["area"]], " ") + tail + "?"
    }
  }

  package func description(of item: DialogueItem, _ tongue: Tongue) -> String {
    let area = Self.areas.first { $0.key == item.fact("area") }?.forms[tongue]
    let kind = Self.classes.first { $0.key == item.fact("class") }?.forms[tongue].formal ?? ""
    return tongue == .chinese
      ? "在\(area?.formal ?? "")，是\(kind)酒店" : "\(kind) \(area?.inside.first ?? "")"
  }

  package var lines: DomainLines { HotelLines.lines }
}
