import Conversations
import JSON
import RandomStreams

/// Something that a short text tells and a schema asks for.
struct ExtractionRecord: Sendable, Hashable {
  enum Kind: String, Sendable, CaseIterable { case meeting, order, incident }

  var kind: Kind
  var values: JSONValue
  /// The text that tells it.
  var text: String

  private static let people = [
    Both("李静", "Jane Lee"), Both("王磊", "Tom Wang"), Both("赵敏", "Mia Zhao"), Both("孙浩", "Howard Sun"),
    Both("吴桐", "Toni Wu"), Both("郑楠", "Nora Zheng"),
  ]
  private static let topics = [
    Both("预算复核", "budget review"), Both("新品发布", "product launch"), Both("迁址方案", "relocation plan"),
    Both("季度总结", "quarterly review"),
  ]
  private static let rooms = [
    Both("三号会议室", "Room 3"), Both("顶楼报告厅", "the roof hall"), Both("小会议室", "the small meeting room"),
  ]
  private static let goods: [(name: Both<String>, unit: String)] = [
    (Both("笔记本", "notebook"), "本"), (Both("马克杯", "mug"), "个"), (Both("帆布袋", "canvas bag"), "个"),
    (Both("明信片", "postcard"), "张"), (Both("台历", "desk calendar"), "本"),
  ]
  private static let roads = [
    Both("云杉路", "Spruce Road"), Both("东风桥", "East Wind Bridge"), Both("环湖道", "Lake Ring Road"),
  ]

  /// The same thing in a language; the stream decides what, wordings come from another.
  static func drawn(_ kind: Kind, _ tongue: Tongue, _ stream: RandomStream, _ wording: RandomStream)
    -> ExtractionRecord
  {
    var draw = stream
    var words = wording
    switch kind {
    case .meeting: return meeting(tongue, &draw, &words)
    case .order: return order(tongue, &draw, &words)
    case .incident: return incident(tongue, &draw, &words)
    }
  }

  private static func meeting(_ tongue: Tongue, _ draw: inout RandomStream, _ words: inout RandomStream)
    -> ExtractionRecord
  {
    let isChinese = tongue == .chinese
    let topic = topics[draw.integer(in: 0..<topics.count)][tongue]
    let order = draw.permutation(people.count).prefix(draw.integer(in: 2...3)).map { people[$0][tongue] }
    let (month, day) = (draw.integer(in: 1...12), draw.integer(in: 1...28))
    let (start, length) = (draw.integer(in: 9...16), draw.integer(in: 1...2))
    let isOnline = draw.bool(probability: 0.4)
    let room = rooms[draw.integer(in: 0..<rooms.count)][tongue]
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
    let values: JSONValue = .object([
      .init("topic", .string(topic)), .init("date", .string("2026-\(two(month))-\(two(day))")),
      .init("start", .string("\(two(start)):00")), .init("end", .string("\(two(start + length)):00")),
      .init("attendees", .array(order.map { .string($0) })), .init("online", .boolean(isOnline)),
    ])
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let listed =
      isChinese
      ? order.joined(separator: "、") : order.dropLast().joined(separator: ", ") + " and " + (order.last ?? "")
    let place =
      isChinese
      ? (isOnline ? "线上进行" : "地点在\(room)") : isOnline ? "It will be held online." : "We meet in \(room)."
    let text =
      isChinese
      ? (words.bool()
        ? "通知：2026年\(month)月\(day)日\(start)点到\(start + length)点开会，议题是\(topic)，\(place)。请\(listed)准时参加。"
        : "各位好，\(topic)的会定在2026年\(month)月\(day)日，\(start)点开始，\(start + length)点结束，\(place)。参会人：\(listed)。")
      : (words.bool()
        ? "Please note: the \(topic) takes place on \(months[month - 1]) \(day), 2026, from \(start):00 to \(start + length):00. \(place) Attending: \(listed)."
        : "Hi all, I've put the \(topic) on \(months[month - 1]) \(day), 2026. It starts at \(start):00 and ends at \(start + length):00. \(place) I'm expecting \(listed).")
    return ExtractionRecord(kind: .meeting, values: values, text: text)
  }

  private static func order(_ tongue: Tongue, _ draw: inout RandomStream, _ words: inout RandomStream)
    -> ExtractionRecord
  {
    let isChinese = tongue == .chinese
    let buyer = people[draw.integer(in: 0..<people.count)][tongue]
    let chosen = draw.permutation(goods.count).prefix(draw.integer(in: 1...3))
    let items = chosen.map { (goods[$0], draw.integer(in: 2...9), draw.integer(in: 6...48)) }
    let total = items.reduce(0) { $0 + $1.1 * $1.2 }
    let method = ["express", "standard", "pickup"][draw.integer(in: 0...2)]
    let values: JSONValue = .object([
      .init("customer", .string(buyer)),
      .init(
        "items",
        .array(
          items.map {
            .object([
              .init("name", .string($0.0.name[tongue])), .init("quantity", .integer($0.1)),
              .init("unit_price", .integer($0.2)),
            ])
          })), .init("total", .integer(total)), .init("delivery", .string(method)),
    ])
    let list = items.map { item -> String in
      isChinese
        ? "\(item.1)\(item.0.unit)\(item.0.name.chinese)（单价\(item.2)元）"
        : "\(item.1) \(item.0.name.english)s at \(item.2) yuan each"
    }.joined(separator: isChinese ? "、" : ", ")
    let zhWay = ["express": "走加急快递", "standard": "普通快递就行", "pickup": "到店自取"][method] ?? ""
    let enWay =
      [
        "express": "by express delivery", "standard": "by standard delivery",
        "pickup": "to be picked up at the shop",
      ][method] ?? ""
    let text =
      isChinese
      ? (words.bool()
        ? "\(buyer)下单：\(list)，合计\(total)元，\(zhWay)。" : "你好，我是\(buyer)，想要\(list)，一共\(total)元对吧？\(zhWay)。")
      : (words.bool()
        ? "Order from \(buyer): \(list), \(total) yuan in total, \(enWay)."
        : "Hello, this is \(buyer). I'd like \(list). That makes \(total) yuan, \(enWay).")
    return ExtractionRecord(kind: .order, values: values, text: text)
  }

  private static func incident(_ tongue: Tongue, _ draw: inout RandomStream, _ words: inout RandomStream)
    -> ExtractionRecord
  {
    let isChinese = tongue == .chinese
    let road = roads[draw.integer(in: 0..<roads.count)][tongue]
    let severity = ["low", "medium", "high"][draw.integer(in: 0...2)]
    let (vehicles, injured) = (draw.integer(in: 1...4), draw.integer(in: 0...2))
    let hour = draw.integer(in: 6...22)
    let isBlocked = draw.bool()
    let values: JSONValue = .object([
      .init("location", .string(road)), .init("time", .string("\(hour < 10 ? "0" : "")\(hour):30")),
      .init("vehicles", .integer(vehicles)), .init("injured", .integer(injured)),
      .init("severity", .string(severity)),
      .init("lane_blocked", .boolean(isBlocked)),
    ])
    let zhLevel = ["low": "轻微", "medium": "一般", "high": "严重"][severity] ?? ""
    let enLevel = ["low": "minor", "medium": "moderate", "high": "serious"][severity] ?? ""
    let hurtZh = injured == 0 ? "无人受伤" : "\(injured)人受伤"
    let hurtEn =
      injured == 0 ? "nobody was hurt" : injured == 1 ? "one person was hurt" : "two people were hurt"
    let number = Numerals.spelled(vehicles, tongue)
    let text =
      isChinese
      ? "\(hour)点30分，\(road)发生一起\(zhLevel)事故，涉及\(Numerals.counting(vehicles))辆车，\(hurtZh)，\(isBlocked ? "占用一条车道" : "不影响通行")。"
      : "At \(hour):30 there was a \(enLevel) accident on \(road) with \(number) \(vehicles == 1 ? "vehicle" : "vehicles"); \(hurtEn). \(isBlocked ? "One lane is blocked." : "Traffic is not affected.")"
    _ = words
    return ExtractionRecord(kind: .incident, values: values, text: text)
  }

  /// The schema of a kind.
  static func schema(_ kind: Kind) -> JSONValue {
    let text: JSONValue = ["type": "string", "minLength": 1]
    let count: JSONValue = ["type": "integer", "minimum": 0]
    let properties: [JSONValue.Member]
    switch kind {
    case .meeting:
      properties = [
        .init("topic", text), .init("date", ["type": "string", "format": "date"]),
        .init("start", ["type": "string", "minLength": 5, "maxLength": 5]),
        .init("end", ["type": "string", "minLength": 5, "maxLength": 5]),
        .init("attendees", ["type": "array", "items": text, "minItems": 1, "uniqueItems": true]),
        .init("online", ["type": "boolean"]),
      ]
    case .order:
      let item: JSONValue = [
        "type": "object",
        "properties": ["name": text, "quantity": ["type": "integer", "minimum": 1], "unit_price": count],
        "required": ["name", "quantity", "unit_price"], "additionalProperties": false,
      ]
      properties = [
        .init("customer", text), .init("items", ["type": "array", "items": item, "minItems": 1]),
        .init("total", count),
        .init("delivery", ["type": "string", "enum": ["express", "standard", "pickup"]]),
      ]
    case .incident:
      properties = [
        .init("location", text), .init("time", ["type": "string", "minLength": 5, "maxLength": 5]),
        .init("vehicles", ["type": "integer", "minimum": 1]), .init("injured", count),
        .init("severity", ["type": "string", "enum": ["low", "medium", "high"]]),
        .init("lane_blocked", ["type": "boolean"]),
      ]
    }
    return [
      "type": "object", "properties": .object(properties),
      "required": .array(properties.map { .string($0.key) }),
      "additionalProperties": false,
    ]
  }
}
