package import CivilCalendar
package import Conversations
import JSON
package import RandomStreams

/// Seats on flights. Flight numbers begin with XX, which no airline has.
package struct FlightDomain: TaskDomain {
  package let name = "flight"

  package init() {}

  private static let cities: [(key: String, zh: String, en: String)] = [
    ("beijing", "北京", "Beijing"), ("shanghai", "上海", "Shanghai"), ("chengdu", "成都", "Chengdu"),
    ("guangzhou", "广州", "Guangzhou"), ("xian", "西安", "Xi'an"), ("kunming", "昆明", "Kunming"),
    ("singapore", "新加坡", "Singapore"), ("tokyo", "东京", "Tokyo"),
  ]
  static let origins = cities.map { city in
    SlotValue(
      city.key, zh: .init(city.zh + "出发", inside: ["从" + city.zh], alone: [city.zh, "从" + city.zh + "走"]),
      en: .init("from " + city.en, inside: ["from " + city.en], alone: [city.en, "from " + city.en]))
  }
  static let destinations = cities.map { city in
    SlotValue(
      city.key, zh: .init("飞" + city.zh, inside: ["到" + city.zh], alone: [city.zh, "去" + city.zh]),
      en: .init("to " + city.en, inside: ["to " + city.en], alone: [city.en, "to " + city.en]))
  }
  static let parts = [
    SlotValue(
      "morning", zh: .init("上午", inside: ["上午"], alone: ["上午的", "上午走"]),
      en: .init("in the morning", inside: ["in the morning"], alone: ["the morning", "in the morning"])),
    SlotValue(
      "afternoon", zh: .init("下午", inside: ["下午"], alone: ["下午的", "下午走"]),
      en: .init(
        "in the afternoon", inside: ["in the afternoon"], alone: ["the afternoon", "in the afternoon"])),
    SlotValue(
      "evening", zh: .init("晚上", inside: ["晚上"], alone: ["晚上的", "晚上飞"]),
      en: .init("in the evening", inside: ["in the evening"], alone: ["the evening", "in the evening"])),
  ]
  static let cabins = [
    SlotValue(
      "economy", zh: .init("经济舱"), en: .init("economy class", inside: ["in economy"], alone: ["economy"])),
    SlotValue(
      "premium", zh: .init("超级经济舱"),
      en: .init("premium economy", inside: ["in premium economy"], alone: ["premium economy"])),
    SlotValue(
      "business", zh: .init("商务舱"),
      en: .init("business class", inside: ["in business class"], alone: ["business class", "business"])),
  ]
  static let seats = [
    SlotValue(
      "window", zh: .init("靠窗座位", inside: ["靠窗的座位"], alone: ["靠窗", "靠窗的"]),
      en: .init("a window seat", inside: ["a window seat"], alone: ["a window seat", "by the window"])),
    SlotValue(
      "aisle", zh: .init("靠过道座位", inside: ["靠过道的座位"], alone: ["靠过道", "过道的"]),
      en: .init("an aisle seat", inside: ["an aisle seat"], alone: ["an aisle seat", "on the aisle"])),
  ]

  package func slots(on today: CivilDate) -> [DialogueSlot] {
    [
      DialogueSlot(
        "from", .search, isRequired: true, Self.origins, zh: ["请问从哪里出发？", "您从哪个城市走？"],
        en: ["Where are you flying from?", "Which city will you leave from?"]),
      DialogueSlot(
        "to", .search, isRequired: true, Self.destinations, zh: ["您要飞哪里？", "目的地是哪儿？"],
        en: ["Where would you like to go?", "And where to?"]),
      DialogueSlot(
        "part", .search, isRequired: false, Self.parts, zh: ["大概什么时段走？", "上飞机的时间有偏好吗？"],
        en: ["What time of day would you like to fly?", "Any preference for the time of day?"]),
      DialogueSlot(
        "date", .booking, isRequired: true, DayValues.from(today, days: 14).dropFirst().map { $0 },
        zh: ["请问哪天走？", "您想订哪天的？"], en: ["What day are you travelling?", "On which day?"]),
      DialogueSlot(
        "tickets", .booking, isRequired: true, CountValues.tickets(1...6), zh: ["一共订几张？", "请问几个人走？"],
        en: ["How many tickets do you need?", "How many are travelling?"]),
      DialogueSlot(
        "cabin", .booking, isRequired: true, Self.cabins, zh: ["坐什么舱位？", "请问要哪种舱位？"],
        en: ["Which class would you like?", "In which cabin?"]),
      DialogueSlot(
        "seat", .booking, isRequired: false, Self.seats, zh: ["想坐什么位置？", "选座有要求吗？"],
        en: ["Any preference for your seat?", "Where would you like to sit?"]),
    ]
  }

  package func items(_ stream: inout RandomStream) -> [DialogueItem] {
    let order = stream.permutation(Self.cities.count).map { Self.cities[$0].key }
    // Two routes, so that flights of a route compete.
    let routes = [
      (order[0], order[1]), (order[0], order[1]), (order[0], order[1]), (order[2], order[3]),
      (order[0], order[3]),
    ]
    return (0..<10).map { i in
      let (from, to) = routes[i % routes.count]
      let part = stream.choose(Self.parts)?.key ?? "morning"
      let hour = (part == "morning" ? 7 : part == "afternoon" ? 13 : 18) + stream.integer(in: 0...3)
      let number = "XX" + String(1000 + 137 * i + stream.integer(in: 0...136))
      return DialogueItem(
        "f\(i + 1)", Both(number, number),
        facts: [.init(slot: "from", key: from), .init(slot: "to", key: to), .init(slot: "part", key: part)],
        attributes: [
          .init(
            name: "departure", value: .string("\(hour < 10 ? "0" : "")\(hour):\(stream.integer(in: 0...5))5")),
          .init(name: "fare", value: .integer(480 + 20 * stream.integer(in: 0...80))),
          .init(name: "baggage", value: .integer([0, 10, 20, 23, 30][stream.integer(in: 1...4)])),
          .init(name: "meal", value: .boolean(stream.bool(probability: 0.6))),
          .init(name: "direct", value: .boolean(stream.bool(probability: 0.7))),
        ])
    }
  }

  package func opening(_ told: ToldSlots, _ tongue: Tongue, _ stream: inout RandomStream) -> String {
    let style = stream.integer(in: 0...2)
    if tongue == .chinese {
      let when = told["date"] + told["part"]
      let route = told["from"] + (told["to"].isEmpty && !told["from"].isEmpty ? "出发" : told["to"])
      let rest = ToldSlots.join([told["tickets"], told["cabin"], told.around("seat", "想要")], "，")
      let trip = when.isEmpty && route.isEmpty ? "" : when + route + "的"
      switch style {
      case 0: return ToldSlots.join(["我想订\(trip)机票", rest], "，") + "。"
      case 1: return ToldSlots.join(["帮我查查\(trip)航班", rest], "，") + "。"
      default: return ToldSlots.join(["有没有\(trip)票", rest], "，") + "？"
      }
    }
    let route = ToldSlots.join(
      [told["from"], told["to"], told["date"], told["part"], told["tickets"], told["cabin"]], " ")
    let seat = told.around("seat", ", ")
    switch style {
    case 0: return ToldSlots.join(["I'd like to book a flight", route], " ") + seat + "."
    case 1: return ToldSlots.join(["I need to fly", route.isEmpty ? "somewhere" : route], " ") + seat + "."
    default: return ToldSlots.join(["Have you got any flights", route], " ") + seat + "?"
    }
  }

  package func description(of item: DialogueItem, _ tongue: Tongue) -> String {
    let time = item.attribute("departure")?.asText ?? ""
    let from = Self.cities.first { $0.key == item.fact("from") }
    let to = Self.cities.first { $0.key == item.fact("to") }
    return tongue == .chinese
      ? "\(from?.zh ?? "")飞\(to?.zh ?? "")，\(time)起飞"
      : "\(from?.en ?? "") to \(to?.en ?? ""), leaving at \(time)"
  }

  package var lines: DomainLines { FlightLines.lines }
}
