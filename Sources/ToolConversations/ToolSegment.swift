import CivilCalendar
import Conversations
import JSON
import RandomStreams

/// A stretch of a conversation in which one thing is asked and answered, apart from any language.
enum ToolSegment: Sendable, Hashable {
  case single(ToolQuery)
  /// Two things in one breath, looked up at once.
  case parallel(ToolQuery, ToolQuery)
  /// The day of the week of a day that must be found first.
  case weekdayAfter(CivilDate, Int)
  /// Whether the cheapest of what is found is in stock.
  case cheapest(category: String, atMost: Int)
  /// The like of what was just asked, saying only what is new.
  case again(ToolQuery)
  /// Something is missing in the question, and asked for.
  case clarified(ToolQuery)
  /// A number that there is not, then the right one.
  case mistaken(sku: String, right: ToolQuery)
  /// Nothing to call a tool for.
  case needless(Int)

  var name: String {
    switch self {
    case .single: "single"
    case .parallel: "parallel"
    case .weekdayAfter, .cheapest: "chain"
    case .again: "follow_up"
    case .clarified: "clarification"
    case .mistaken: "recovery"
    case .needless: "no_tool"
    }
  }

  /// Tools that it needs.
  var tools: [String] {
    switch self {
    case .single(let query), .again(let query), .clarified(let query): [query.tool]
    case .parallel(let a, let b): [a.tool, b.tool]
    case .weekdayAfter: ["add_days", "weekday"]
    case .cheapest: ["search_products", "check_stock"]
    case .mistaken: ["check_stock"]
    case .needless: []
    }
  }

  static func drawn(
    _ world: ToolWorld, _ today: CivilDate, after last: ToolQuery?, _ stream: inout RandomStream
  ) -> ToolSegment? {
    func query(_ tool: String, _ stream: inout RandomStream) -> ToolQuery? {
      for _ in 0..<12 { if let query = ToolQuery.drawn(tool, world, today, &stream) { return query } }
      return nil
    }
    switch stream.integer(in: 0...13) {
    case 0...3: return stream.choose(ToolCatalog.names).flatMap { query($0, &stream) }.map { .single($0) }
    case 4, 5:
      let order = stream.permutation(ToolCatalog.names.count)
      guard let a = query(ToolCatalog.names[order[0]], &stream),
        let b = query(ToolCatalog.names[order[1]], &stream)
      else { return nil }
      return .parallel(a, b)
    case 6: return .weekdayAfter(today.adding(days: stream.integer(in: 0...60)), stream.integer(in: 10...300))
    case 7:
      guard let category = stream.choose(ToolWorld.categories) else { return nil }
      let price = 50 * stream.integer(in: 3...7)
      guard world.products.contains(where: { $0.category == category.key && $0.price <= price }) else {
        return nil
      }
      return .cheapest(category: category.key, atMost: price)
    case 8, 9, 10: return again(last, world, today, &stream).map { .again($0) }
    case 11: return query("convert_units", &stream).map { .clarified($0) }
    case 12:
      guard let product = stream.choose(world.products) else { return nil }
      let wrong = product.sku.prefix(1) + String(100 + stream.integer(in: 0...899))
      guard !world.products.contains(where: { $0.sku == wrong }) else { return nil }
      return .mistaken(sku: String(wrong), right: .stock(sku: product.sku))
    default: return .needless(stream.integer(in: 0..<SmallTalk.all.count))
    }
  }

  /// A query that differs from the last in one thing.
  private static func again(
    _ last: ToolQuery?, _ world: ToolWorld, _ today: CivilDate, _ stream: inout RandomStream
  ) -> ToolQuery? {
    guard let last, let other = ToolQuery.drawn(last.tool, world, today, &stream) else { return nil }
    switch (last, other) {
    case (.convert(let value, let from, let to), _):
      let units = UnitTable.all.filter {
        $0.quantity == UnitTable.named(from)?.quantity && ![from, to].contains($0.symbol)
      }
      guard let unit = stream.choose(units), let source = UnitTable.named(from),
        let result = UnitTable.convert(thousandths: value, source, unit), result >= 1000
      else { return nil }
      return .convert(thousandths: value, from: from, to: unit.symbol)
    case (.between(let start, let end), .between(_, let new)):
      return new > start && new != end ? .between(start, new) : nil
    case (.add(let date, let days), .add(_, let new)): return new == days ? nil : .add(date, new)
    case (.search(let key, let price), .search(_, let new)):
      return new == price ? nil : .search(category: key, atMost: new)
    case (.route(let a, let b), .route(_, let new)):
      return new != a && new != b && RouteSearch.isUnique(world, a, new) ? .route(a, new) : nil
    default: return other == last ? nil : other
    }
  }
}

/// Things that need no tool.
enum SmallTalk {
  static let all: [(question: Both<String>, answer: Both<String>)] = [
    (
      Both("你都能帮我做什么？", "What can you help me with?"),
      Both(
        "我可以换算单位、算日期、查商品和库存、规划地铁路线，也能做简单的计算。",
        "I can convert units, work with dates, look up products and stock, plan underground trips and do simple sums."
      )
    ),
    (
      Both("“周末愉快”用英语怎么说？", "How do you say “good morning” in French?"),
      Both("可以说 “Have a nice weekend!”。", "You can say “Bonjour”.")
    ),
    (
      Both("讲个冷笑话吧。", "Tell me a short joke."),
      Both("北极熊为什么不吃企鹅？因为够不着。", "Why don't polar bears eat penguins? They can't reach them.")
    ),
    (
      Both("帮我想一句生日祝福。", "Give me a line for a birthday card."),
      Both("祝你生日快乐，新的一岁天天都有好心情！", "Happy birthday! May the year ahead be full of good surprises.")
    ),
    (
      Both("“英寸”和“英尺”哪个长？", "Which is longer, an inch or a foot?"),
      Both("英尺更长，一英尺是十二英寸。", "A foot is longer; there are twelve inches in a foot.")
    ),
  ]
}
