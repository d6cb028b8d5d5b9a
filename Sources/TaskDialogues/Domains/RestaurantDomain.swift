package import CivilCalendar
package import Conversations
import JSON
package import RandomStreams

/// Tables in restaurants.
package struct RestaurantDomain: TaskDomain {
  package let name = "restaurant"

  package init() {}

  static let cuisines = [
    SlotValue("sichuan", "川菜", "Sichuan"), SlotValue("cantonese", "粤菜", "Cantonese"),
    SlotValue("japanese", "日料", "Japanese"), SlotValue("italian", "意大利菜", "Italian"),
    SlotValue("hotpot", "火锅", "hotpot"), SlotValue("indian", "印度菜", "Indian"),
    SlotValue("thai", "泰国菜", "Thai"), SlotValue("vegetarian", "素食", "vegetarian"),
  ]
  static let areas = [
    SlotValue(
      "east", zh: .init("城东"),
      en: .init("the east side", inside: ["on the east side"], alone: ["the east side"])),
    SlotValue(
      "west", zh: .init("城西"),
      en: .init("the west side", inside: ["on the west side"], alone: ["the west side"])),
    SlotValue(
      "centre", zh: .init("市中心"),
      en: .init("the city centre", inside: ["in the city centre"], alone: ["the city centre"])),
    SlotValue(
      "station", zh: .init("火车站附近", inside: ["火车站附近", "火车站旁边"], alone: ["火车站附近"]),
      en: .init(
        "near the station", inside: ["near the station", "close to the station"], alone: ["near the station"])
    ),
    SlotValue(
      "river", zh: .init("河边"), en: .init("by the river", inside: ["by the river"], alone: ["by the river"])),
  ]
  static let prices = [
    SlotValue(
      "cheap", zh: .init("平价", inside: ["平价", "便宜点的"], alone: ["便宜点的", "平价的"]),
      en: .init("inexpensive", inside: ["cheap", "inexpensive"], alone: ["something cheap"])),
    SlotValue(
      "moderate", zh: .init("中档", inside: ["中档", "价格适中的"], alone: ["中档的", "价格适中的"]),
      en: .init("mid-range", inside: ["mid-range", "moderately priced"], alone: ["mid-range"])),
    SlotValue(
      "upscale", zh: .init("高档", inside: ["高档", "上档次的"], alone: ["高档一点的", "上档次的"]),
      en: .init("upscale", inside: ["upscale", "fancy"], alone: ["something fancy", "upscale"])),
  ]
  static let seatings = [
    SlotValue(
      "window", zh: .init("靠窗", inside: ["靠窗的位子"], alone: ["靠窗的", "想坐窗边"]),
      en: .init("a window table", inside: ["at a window table"], alone: ["a window table", "by the window"])),
    SlotValue(
      "private", zh: .init("包间", inside: ["包间"], alone: ["包间", "要个包间"]),
      en: .init("a private room", inside: ["in a private room"], alone: ["a private room"])),
    SlotValue(
      "outside", zh: .init("室外座位", inside: ["室外的座位"], alone: ["坐外面", "室外的座位"]),
      en: .init("a table outside", inside: ["outside"], alone: ["outside", "a table outside"])),
    SlotValue(
      "hall", zh: .init("大厅", inside: ["大厅的位子"], alone: ["大厅就行", "坐大厅"]),
      en: .init("the main room", inside: ["in the main room"], alone: ["the main room"])),
  ]

  package func slots(on today: CivilDate) -> [DialogueSlot] {
    [
      DialogueSlot(
        "cuisine", .search, isRequired: true, Self.cuisines,
        zh: ["请问想吃什么菜？", "您想吃哪种菜系？", "您偏好什么口味？"],
        en: ["What kind of food would you like?", "What cuisine are you in the mood for?"]),
      DialogueSlot(
        "area", .search, isRequired: false, Self.areas, zh: ["您想在哪一带吃？", "位置上有要求吗？", "请问想订在哪个片区？"],
        en: ["Which part of town would suit you?", "Is there an area you prefer?"]),
      DialogueSlot(
        "price", .search, isRequired: false, Self.prices, zh: ["价位上有什么要求？", "您的预算大概是什么档次？"],
        en: ["What price range do you have in mind?", "Do you have a budget in mind?"]),
      DialogueSlot(
        "date", .booking, isRequired: true, DayValues.from(today, days: 12), zh: ["请问订哪一天？", "您打算哪天来？"],
        en: ["What day would you like?", "Which day should I book?"]),
      DialogueSlot(
        "time", .booking, isRequired: true, ClockValues.values([22...26, 34...41], bare: true),
        zh: ["请问几点到？", "您几点用餐？"], en: ["What time?", "And at what time?"]),
      DialogueSlot(
        "people", .booking, isRequired: true, CountValues.guests(1...10), zh: ["请问几位？", "一共几位用餐？"],
        en: ["How many of you will there be?", "For how many people?"]),
      DialogueSlot(
        "seating", .booking, isRequired: false, Self.seatings, zh: ["座位有什么要求吗？", "想坐什么位置？"],
        en: ["Any preference for where you sit?", "Where would you like to sit?"]),
    ]
  }

  static let names: [Both<String>] = [
    Both("小满厨房", "Grain Moon Kitchen"), Both("青瓦小馆", "Blue Tile House"), Both("春见", "Spring Lantern"),
    Both("云上餐厅", "Above the Clouds"), Both("老井食堂", "The Old Well"), Both("南枝", "South Branch"),
    Both("三餐四季", "Four Seasons Table"), Both("白露", "White Dew"), Both("渡口人家", "Ferry House"),
    Both("拾味", "Tenfold"), Both("听雨轩", "Rain Pavilion"), Both("半山小厨", "Hillside Kitchen"),
  ]

  package func items(_ stream: inout RandomStream) -> [DialogueItem] {
    let order = stream.permutation(Self.names.count)
    // Few cuisines, so that several restaurants compete.
    let cuisines = stream.permutation(Self.cuisines.count).prefix(3).map { Self.cuisines[$0].key }
    return (0..<10).map { i in
      let price = stream.choose(Self.prices)?.key ?? "cheap"
      let cuisine = stream.choose(cuisines) ?? "sichuan"
      let base = price == "cheap" ? 40 : price == "moderate" ? 90 : 220
      return DialogueItem(
        "r\(i + 1)", Self.names[order[i]],
        facts: [
          .init(slot: "cuisine", key: cuisine),
          .init(slot: "area", key: stream.choose(Self.areas)?.key ?? "east"),
          .init(slot: "price", key: price),
        ],
        attributes: [
          .init(name: "cost", value: .integer(base + 5 * stream.integer(in: 0...10))),
          .init(name: "parking", value: .boolean(stream.bool(probability: 0.6))),
          .init(name: "closing", value: .integer(stream.integer(in: 21...23))),
          .init(
            name: "vegetarian", value: .boolean(cuisine == "vegetarian" || stream.bool(probability: 0.6))),
          .init(name: "walk", value: .integer(stream.integer(in: 2...15))),
        ])
    }
  }

  package func opening(_ told: ToldSlots, _ tongue: Tongue, _ stream: inout RandomStream) -> String {
    let style = stream.integer(in: 0...2)
    if tongue == .chinese {
      let when = told["date"] + told["time"]
      let cuisine = told["cuisine"]
      let price = told["price"].isEmpty || told["price"].hasSuffix("的") ? told["price"] : told["price"] + "的"
      let tail = told.around("seating", "想要")
      switch style {
      case 0:
        let noun = cuisine.isEmpty ? "餐厅" : cuisine + (cuisine == "火锅" || cuisine == "日料" ? "店" : "餐厅")
        return ToldSlots.join(
          ["我想\(told.around("area", "在"))找家\(price)\(noun)", when, told["people"], tail], "，") + "。"
      case 1:
        return ToldSlots.join(
          [
            "帮我订个位子", when, told["people"], told.around("cuisine", "想吃"),
            price.isEmpty ? "" : "要" + price, told.around("area", "最好在"), tail,
          ], "，") + "。"
      default:
        let eat = "\(when)想\(told.around("area", "在"))" + (cuisine.isEmpty ? "吃个饭" : "吃\(cuisine)")
        return ToldSlots.join([eat, told["people"], price.isEmpty ? "" : "要" + price, tail], "，") + "，能帮我订吗？"
      }
    }
    let price = told["price"]
    let cuisine = told["cuisine"]
    let kind = ToldSlots.join([price, cuisine], " ")
    let noun =
      kind.isEmpty
      ? "a restaurant"
      : (kind.first.map { "aeiouAEIOU".contains($0) } ?? false ? "an " : "a ") + kind + " place"
    let rest = ToldSlots.join([told["people"], told["date"], told["time"]], " ")
    switch style {
    case 0:
      return ToldSlots.join(
        ["I'd like to book a table at " + noun, told["area"], rest, told["seating"]], " ") + "."
    case 1:
      return ToldSlots.join(["I'm looking for " + noun, told["area"], rest], " ")
        + told.around("seating", ", ideally ") + "."
    default:
      return ToldSlots.join(["Can you get us into " + noun, told["area"], rest, told["seating"]], " ") + "?"
    }
  }

  package func description(of item: DialogueItem, _ tongue: Tongue) -> String {
    func formal(_ slot: String, _ values: [SlotValue]) -> String {
      values.first { $0.key == item.fact(slot) }?.forms[tongue].formal ?? ""
    }
    let cuisine = formal("cuisine", Self.cuisines)
    let area = Self.areas.first { $0.key == item.fact("area") }?.forms[tongue]
    let price = formal("price", Self.prices)
    let worth = ["cheap": "价格实惠", "moderate": "价格适中", "upscale": "档次比较高"][item.fact("price") ?? ""] ?? price
    return tongue == .chinese
      ? "在\(area?.formal ?? "")，做\(cuisine)的，\(worth)"
      : "\(price) \(cuisine) food \(area?.inside.first ?? "")"
  }

  package var lines: DomainLines { RestaurantLines.lines }
}
