import CivilCalendar
import Conversations
import JSON
import RandomStreams

/// How queries are asked and their results told, in one language.
struct QueryVoice {
  let world: ToolWorld
  let tongue: Tongue
  var stream: RandomStream

  private var isChinese: Bool { tongue == .chinese }

  mutating func one(_ chinese: [String], _ english: [String]) -> String {
    stream.choose(isChinese ? chinese : english) ?? ""
  }

  /// A day in words.
  func day(_ date: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    return isChinese
      ? "\(date.year)年\(date.month)月\(date.day)日" : "\(months[date.month - 1]) \(date.day), \(date.year)"
  }

  /// A quantity with its unit: `1 foot`, `2.5 feet`.
  func amount(_ value: JSONValue, _ symbol: String) -> String {
    guard let unit = UnitTable.named(symbol) else { return value.canonicalText }
    let number = value.canonicalText
    return isChinese
      ? "\(number)\(unit.name.chinese)" : "\(number) \(number == "1" ? unit.name.english : unit.plural)"
  }

  private func unitName(_ symbol: String) -> String {
    let unit = UnitTable.named(symbol)
    return (isChinese ? unit?.name.chinese : unit?.plural) ?? symbol
  }

  func category(_ key: String) -> String { ToolWorld.categories.first { $0.key == key }?.name[tongue] ?? key }

  mutating func ask(_ query: ToolQuery) -> String {
    switch query {
    case .convert(let value, let from, let to):
      let given = amount(ToolQuery.number(value), from)
      return one(
        ["\(given)是多少\(unitName(to))？", "帮我把\(given)换算成\(unitName(to))。", "\(given)等于几\(unitName(to))？"],
        [
          "How many \(unitName(to)) is \(given)?", "Convert \(given) to \(unitName(to)), please.",
          "What's \(given) in \(unitName(to))?",
        ])
    case .between(let a, let b):
      return one(
        ["从\(day(a))到\(day(b))一共多少天？", "\(day(a))和\(day(b))相隔几天？"],
        [
          "How many days are there from \(day(a)) to \(day(b))?",
          "How long is it from \(day(a)) until \(day(b)), in days?",
        ])
    case .add(let date, let days):
      return one(
        ["\(day(date))之后\(days)天是哪天？", "从\(day(date))起再过\(days)天是几号？"],
        [
          "What date is \(days) days after \(day(date))?",
          "If I start on \(day(date)), what's the date \(days) days later?",
        ])
    case .weekday(let date):
      return one(
        ["\(day(date))是星期几？", "帮我查一下\(day(date))星期几。"],
        ["What day of the week is \(day(date))?", "Which weekday was or will be \(day(date))?"])
    case .search(let key, let price):
      let name = category(key)
      return one(
        ["有没有\(price)元以内的\(name)？", "帮我找找不超过\(price)块的\(name)。"],
        ["Do you have any \(name)s for \(price) yuan or less?", "Show me \(name)s up to \(price) yuan."])
    case .stock(let sku):
      return one(
        ["\(sku)还有货吗？", "查一下编号\(sku)的库存。"],
        ["Is \(sku) in stock?", "How many of product \(sku) do you have left?"])
    case .route(let a, let b):
      let (from, to) = (world.station(a, tongue), world.station(b, tongue))
      return one(
        ["从\(from)到\(to)怎么坐最快？", "我在\(from)，去\(to)坐地铁要多久？"],
        [
          "What's the quickest way from \(from) to \(to)?",
          "I'm at \(from). How long does the underground take to \(to)?",
        ])
    case .calculate(let text):
      let shown = text.replacing("*", with: "×")
      return one(["\(shown) 等于多少？", "帮我算一下 \(shown)。"], ["What is \(shown)?", "Please work out \(shown)."])
    }
  }

  /// Asks the like of what was just asked, saying only what is new.
  mutating func askAgain(_ query: ToolQuery) -> String {
    switch query {
    case .convert(_, _, let to):
      return one(
        ["那换成\(unitName(to))呢？", "\(unitName(to))呢？"],
        ["And in \(unitName(to))?", "What about \(unitName(to))?"])
    case .between(_, let b): return one(["那到\(day(b))呢？"], ["And until \(day(b))?"])
    case .add(_, let days):
      return one(["那再过\(days)天呢？", "\(days)天之后呢？"], ["And after \(days) days?", "What about \(days) days?"])
    case .weekday(let date):
      return one(["那\(day(date))呢？"], ["And \(day(date))?", "What about \(day(date))?"])
    case .search(_, let price):
      return one(
        ["\(price)元以内的呢？", "预算提到\(price)呢？"],
        ["And up to \(price) yuan?", "What if I go up to \(price) yuan?"])
    case .stock(let sku): return one(["那\(sku)呢？"], ["And \(sku)?", "What about \(sku)?"])
    case .route(_, let b):
      let to = world.station(b, tongue)
      return one(["那去\(to)呢？", "要是去\(to)呢？"], ["And to \(to)?", "What about going to \(to)?"])
    case .calculate(let text):
      let shown = text.replacing("*", with: "×")
      return one(["那 \(shown) 呢？"], ["And \(shown)?"])
    }
  }

  /// What the assistant says of a result.
  mutating func tell(_ query: ToolQuery, _ result: JSONValue) -> String {
    switch query {
    case .convert(let value, let from, let to):
      let given = amount(ToolQuery.number(value), from)
      let shown = amount(result["value"] ?? 0, to)
      return one(["\(given)等于\(shown)。", "换算下来是\(shown)。"], ["\(given) is \(shown).", "That's \(shown)."])
    case .between:
      let days = result["days"]?.asWhole ?? 0
      return one(
        ["一共\(days)天。", "相隔\(days)天。"], ["It's \(days) days.", "There are \(days) days between them."])
    case .add:
      let date = ToolCatalog.day(result["date"]).map(day) ?? ""
      return one(["是\(date)。", "那天是\(date)。"], ["That would be \(date).", "It's \(date)."])
    case .weekday(let date):
      let name = result["weekday"]?.asText ?? ""
      return one(["\(day(date))是\(name)。", "是\(name)。"], ["\(day(date)) is a \(name).", "It's a \(name)."])
    case .search(let key, let price):
      let products = result["products"]?.asItems ?? []
      let name = category(key)
      guard !products.isEmpty else {
        return one(["抱歉，没有\(price)元以内的\(name)。"], ["Sorry, there are no \(name)s for \(price) yuan or less."])
      }
      let list = products.map { product -> String in
        let (label, cost, sku) = (
          product["name"]?.asText ?? "", product["price"]?.asWhole ?? 0, product["sku"]?.asText ?? ""
        )
        return isChinese ? "\(label)（\(sku)，\(cost)元）" : "\(label) (\(sku), \(cost) yuan)"
      }.joined(separator: isChinese ? "、" : ", ")
      let count = isChinese ? Numerals.counting(products.count) : Numerals.spelled(products.count, tongue)
      return one(
        ["找到\(count)款：\(list)。"],
        [products.count == 1 ? "There is one: \(list)." : "There are \(count): \(list)."])
    case .stock:
      let (name, stock) = (result["name"]?.asText ?? "", result["stock"]?.asWhole ?? 0)
      return stock == 0
        ? one(["\(name)目前没货了，库存是0。"], ["I'm afraid the \(name) is sold out: 0 left."])
        : one(
          ["\(name)还有\(stock)件。", "有货，\(name)库存\(stock)件。"],
          ["Yes, there are \(stock) of the \(name) left.", "The \(name): \(stock) in stock."])
    case .route:
      let stations = (result["stations"]?.asItems ?? []).compactMap(\.asText)
      let minutes = result["minutes"]?.asWhole ?? 0
      let way = stations.joined(separator: isChinese ? "、" : ", ")
      return one(
        ["最快\(minutes)分钟，依次经过\(way)。", "大约\(minutes)分钟，路线是\(way)。"],
        ["It takes \(minutes) minutes, by way of \(way).", "\(minutes) minutes: \(way)."])
    case .calculate(let text):
      let value = result["result"]?.asWhole ?? 0
      let shown = text.replacing("*", with: "×")
      return one(["\(shown) = \(value)。", "等于 \(value)。"], ["\(shown) = \(value).", "It's \(value)."])
    }
  }
}
