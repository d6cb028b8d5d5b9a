package import CivilCalendar
package import Conversations
import JSON
package import RandomStreams

/// Places to drive to.
package struct NavigationDomain: TaskDomain {
  package let name = "navigation"

  package init() {}

  static let kinds = [
    SlotValue(
      "petrol", zh: .init("加油站"),
      en: .init("a petrol station", inside: ["petrol station"], alone: ["a petrol station"])),
    SlotValue(
      "charging", zh: .init("充电站", inside: ["充电站", "充电桩"], alone: ["充电站", "充电桩"]),
      en: .init("a charging station", inside: ["charging station"], alone: ["a charging station"])),
    SlotValue(
      "market", zh: .init("超市"), en: .init("a supermarket", inside: ["supermarket"], alone: ["a supermarket"])
    ),
    SlotValue(
      "hospital", zh: .init("医院"), en: .init("a hospital", inside: ["hospital"], alone: ["a hospital"])),
    SlotValue(
      "cafe", zh: .init("咖啡馆", inside: ["咖啡馆", "咖啡店"], alone: ["咖啡馆", "喝咖啡的地方"]),
      en: .init("a café", inside: ["café"], alone: ["a café"])),
    SlotValue(
      "pharmacy", zh: .init("药店"), en: .init("a pharmacy", inside: ["pharmacy"], alone: ["a pharmacy"])),
    SlotValue(
      "playground", zh: .init("游乐场"),
      en: .init("a playground", inside: ["playground"], alone: ["a playground"])),
  ]
  static let areas = [
    SlotValue(
      "here", zh: .init("附近", inside: ["附近"], alone: ["就在附近", "附近就行"]),
      en: .init("nearby", inside: ["nearby"], alone: ["close by", "nearby"])),
    SlotValue(
      "office", zh: .init("公司旁边", inside: ["公司旁边", "公司那边"], alone: ["公司旁边", "公司那边"]),
      en: .init("near the office", inside: ["near the office"], alone: ["near the office"])),
    SlotValue(
      "home", zh: .init("回家路上", inside: ["回家路上"], alone: ["回家路上"]),
      en: .init("on the way home", inside: ["on the way home"], alone: ["on the way home"])),
    SlotValue(
      "school", zh: .init("学校那边", inside: ["学校那边"], alone: ["学校那边", "孩子学校那边"]),
      en: .init("by the school", inside: ["by the school"], alone: ["by the school"])),
  ]
  static let routes = [
    SlotValue(
      "fastest", zh: .init("最快路线", inside: ["走最快的路"], alone: ["最快的", "越快越好"]),
      en: .init(
        "the fastest route", inside: ["by the fastest route"], alone: ["the fastest", "the quickest way"])),
    SlotValue(
      "no_motorway", zh: .init("不走高速", inside: ["不走高速"], alone: ["不走高速", "别走高速"]),
      en: .init("no motorways", inside: ["avoiding motorways"], alone: ["no motorways"])),
    SlotValue(
      "no_toll", zh: .init("避开收费路段", inside: ["不走收费的路"], alone: ["不走收费的", "避开收费的"]),
      en: .init("no toll roads", inside: ["avoiding tolls"], alone: ["no tolls", "no toll roads"])),
    SlotValue(
      "no_jam", zh: .init("避开拥堵", inside: ["避开堵车"], alone: ["避开堵的地方", "不堵就行"]),
      en: .init("avoiding traffic", inside: ["avoiding traffic"], alone: ["the route with the least traffic"])
    ),
  ]
  static let stops = [
    SlotValue(
      "kiosk", zh: .init("中途停便利店", inside: ["路上停一下便利店"], alone: ["中途去趟便利店", "路过便利店停一下"]),
      en: .init(
        "a stop at a corner shop", inside: ["with a stop at a corner shop"], alone: ["stop at a corner shop"])
    ),
    SlotValue(
      "parcel", zh: .init("中途取快递", inside: ["顺路取个快递"], alone: ["顺路取个快递", "先取个快递"]),
      en: .init(
        "a stop to collect a parcel", inside: ["with a stop to collect a parcel"],
        alone: ["I have to pick up a parcel"])),
    SlotValue(
      "friend", zh: .init("中途接人", inside: ["路上接个朋友"], alone: ["路上接个朋友", "要接一下朋友"]),
      en: .init(
        "a stop to pick up a friend", inside: ["picking up a friend on the way"],
        alone: ["we're picking up a friend"])),
  ]

  package func slots(on today: CivilDate) -> [DialogueSlot] {
    [
      DialogueSlot(
        "kind", .search, isRequired: true, Self.kinds, zh: ["您要去什么地方？", "想找什么地方？"],
        en: ["What are you looking for?", "What kind of place?"]),
      DialogueSlot(
        "area", .search, isRequired: false, Self.areas, zh: ["想去哪一片的？", "在哪一带找？"],
        en: ["Where should I look?", "In which area?"]),
      DialogueSlot(
        "route", .booking, isRequired: true, Self.routes, zh: ["路线有什么偏好？", "您想怎么走？"],
        en: ["Which route do you prefer?", "How would you like to get there?"]),
      DialogueSlot(
        "leave", .booking, isRequired: false, ClockValues.values([14...43], bare: false),
        zh: ["几点出发？", "您打算什么时候走？"], en: ["When are you leaving?", "What time do you want to set off?"]),
      DialogueSlot(
        "stop", .booking, isRequired: false, Self.stops, zh: ["中间要停什么地方吗？", "路上需要停靠吗？"],
        en: ["Any stops on the way?", "Do you need to stop anywhere?"]),
    ]
  }

  static let names: [Both<String>] = [
    Both("东湖店", "East Lake"), Both("人民路店", "People's Road"), Both("桥头店", "Bridgehead"),
    Both("新街口店", "New Crossing"), Both("南门店", "South Gate"), Both("滨河路店", "Riverside Road"),
    Both("西苑店", "West Garden"), Both("钟楼店", "Bell Tower"), Both("双井店", "Twin Wells"),
    Both("北园店", "North Park"),
  ]

  package func items(_ stream: inout RandomStream) -> [DialogueItem] {
    let order = stream.permutation(Self.names.count)
    let kinds = stream.permutation(Self.kinds.count).prefix(3).map { Self.kinds[$0] }
    return (0..<9).map { i in
      let kind = stream.choose(kinds) ?? Self.kinds[0]
      let place = Self.names[order[i]]
      let zh = place.chinese.replacing("店", with: "")
      let metres = stream.integer(in: 8...240) * 100
      return DialogueItem(
        "p\(i + 1)",
        Both(zh + Self.sign(kind.key, .chinese), place.english + " " + Self.sign(kind.key, .english)),
        facts: [
          .init(slot: "kind", key: kind.key),
          .init(slot: "area", key: stream.choose(Self.areas)?.key ?? "here"),
        ],
        attributes: [
          .init(name: "distance", value: .string(String(metres / 1000) + "." + String(metres / 100 % 10))),
          .init(name: "minutes", value: .integer(3 + metres / 500 + stream.integer(in: 0...6))),
          .init(name: "parking", value: .boolean(stream.bool(probability: 0.6))),
          .init(name: "open", value: .boolean(stream.bool(probability: 0.8))),
        ])
    }
  }

  /// What places of a kind are called by.
  private static func sign(_ kind: String, _ tongue: Tongue) -> String {
    let signs: [String: (String, String)] = [
      "petrol": ("油站", "Fuel"), "charging": ("快充点", "Chargers"), "market": ("生鲜广场", "Market"),
      "hospital": ("综合诊疗中心", "Medical Centre"), "cafe": ("咖啡", "Coffee"), "pharmacy": ("大药房", "Chemist's"),
      "playground": ("儿童乐园", "Fun Park"),
    ]
    let sign = signs[kind] ?? ("", "")
    return tongue == .chinese ? sign.0 : sign.1
  }

  package func opening(_ told: ToldSlots, _ tongue: Tongue, _ stream: inout RandomStream) -> String {
    let style = stream.integer(in: 0...2)
    let kind = told["kind"]
    if tongue == .chinese {
      let rest = ToldSlots.join([told.around("leave", "", "出发"), told["route"], told["stop"]], "，")
      let area = told["area"]
      let place = kind.isEmpty ? "地方" : kind
      switch style {
      case 0: return ToldSlots.join(["帮我在\(area.isEmpty ? "地图上" : area)找个\(place)", rest], "，") + "。"
      case 1:
        return ToldSlots.join(
          ["我要去\(area.isEmpty ? "" : area + "的")\(kind.isEmpty ? "一个地方" : kind)", rest], "，") + "。"
      default:
        return ToldSlots.join(
          ["导航去\(area.isEmpty ? "" : area + "的")\(kind.isEmpty ? "个地方" : kind)", rest], "，") + "。"
      }
    }
    let noun = kind.isEmpty ? "a place" : (kind.first == "a" ? "an " : "a ") + kind
    let rest = ToldSlots.join(
      [told["leave"].isEmpty ? "" : "leaving " + told["leave"], told["route"], told["stop"]], ", ")
    let tail = rest.isEmpty ? "" : ", " + rest
    switch style {
    case 0: return ToldSlots.join(["Find me " + noun, told["area"]], " ") + tail + "."
    case 1: return ToldSlots.join(["I need to get to " + noun, told["area"]], " ") + tail + "."
    default: return ToldSlots.join(["Can you take me to " + noun, told["area"]], " ") + tail + "?"
    }
  }

  package func description(of item: DialogueItem, _ tongue: Tongue) -> String {
    let distance = item.attribute("distance")?.asText ?? ""
    return tongue == .chinese ? "距离\(distance)公里" : "\(distance) kilometres away"
  }

  package var lines: DomainLines { NavigationLines.lines }
}
