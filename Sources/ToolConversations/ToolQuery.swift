import CivilCalendar
import Conversations
import JSON
import RandomStreams

/// Something that a tool knows, apart from any language.
enum ToolQuery: Sendable, Hashable {
  case convert(thousandths: Int, from: String, to: String)
  case between(CivilDate, CivilDate)
  case add(CivilDate, Int)
  case weekday(CivilDate)
  case search(category: String, atMost: Int)
  case stock(sku: String)
  case route(Int, Int)
  case calculate(String)

  var tool: String {
    switch self {
    case .convert: "convert_units"
    case .between: "days_between"
    case .add: "add_days"
    case .weekday: "weekday"
    case .search: "search_products"
    case .stock: "check_stock"
    case .route: "plan_route"
    case .calculate: "calculate"
    }
  }

  func arguments(_ world: ToolWorld, _ tongue: Tongue) -> JSONValue {
    switch self {
    case .convert(let value, let from, let to):
      ["value": Self.number(value), "from": .string(from), "to": .string(to)]
    case .between(let start, let end): ["start": .string(start.description), "end": .string(end.description)]
    case .add(let date, let days): ["date": .string(date.description), "days": .integer(days)]
    case .weekday(let date): ["date": .string(date.description)]
    case .search(let category, let price): ["category": .string(category), "max_price": .integer(price)]
    case .stock(let sku): ["sku": .string(sku)]
    case .route(let a, let b):
      ["from": .string(world.station(a, tongue)), "to": .string(world.station(b, tongue))]
    case .calculate(let text): ["expression": .string(text)]
    }
  }

  static func number(_ thousandths: Int) -> JSONValue {
    thousandths % 1000 == 0 ? .integer(thousandths / 1000) : .number(Double(thousandths) / 1000)
  }

  /// A query of a kind, drawn; `nil` where the draw is no good.
  static func drawn(_ tool: String, _ world: ToolWorld, _ today: CivilDate, _ stream: inout RandomStream)
    -> ToolQuery?
  {
    switch tool {
    case "convert_units":
      guard let from = stream.choose(UnitTable.all),
        let to = stream.choose(UnitTable.all.filter { $0.quantity == from.quantity && $0 != from })
      else { return nil }
      let value = stream.bool() ? 1000 * stream.integer(in: 2...120) : 100 * stream.integer(in: 11...999)
      // An answer that rounds to nothing is none.
      guard let result = UnitTable.convert(thousandths: value, from, to), result >= 1000 else { return nil }
      return .convert(thousandths: value, from: from.symbol, to: to.symbol)
    case "days_between":
      let start = today.adding(days: stream.integer(in: -40...60))
      return .between(start, start.adding(days: stream.integer(in: 5...400)))
    case "add_days": return .add(today.adding(days: stream.integer(in: 0...90)), stream.integer(in: 10...500))
    case "weekday": return .weekday(today.adding(days: stream.integer(in: -2000...2000)))
    case "search_products":
      guard let category = stream.choose(ToolWorld.categories) else { return nil }
      return .search(category: category.key, atMost: 50 * stream.integer(in: 2...7))
    case "check_stock": return stream.choose(world.products).map { .stock(sku: $0.sku) }
    case "plan_route":
      let (a, b) = (
        stream.integer(in: 0..<world.stations.count), stream.integer(in: 0..<world.stations.count)
      )
      return RouteSearch.isUnique(world, a, b) ? .route(a, b) : nil
    default:
      let (a, b, c) = (stream.integer(in: 12...98), stream.integer(in: 12...98), stream.integer(in: 3...19))
      return .calculate(
        ["\(a) * \(b)", "\(a) * \(b) + \(c)", "(\(a) + \(b)) * \(c)", "\(a) * \(c) - \(b)"][
          stream.integer(in: 0...3)])
    }
  }
}
