import CivilCalendar
package import Conversations
package import JSON

/// Tools with their descriptions, and what they really do.
package enum ToolCatalog {
  package static let names = [
    "convert_units", "days_between", "add_days", "weekday", "search_products", "check_stock", "plan_route",
    "calculate",
  ]

  /// A tool as OpenAI's `tools` has it, described in a language.
  package static func definition(_ name: String, _ tongue: Tongue) -> JSONValue {
    let isChinese = tongue == .chinese
    func text(_ zh: String, _ en: String) -> JSONValue { .string(isChinese ? zh : en) }
    func day(_ zh: String, _ en: String) -> JSONValue {
      [
        "type": "string", "format": "date",
        "description": text(zh + "，格式 YYYY-MM-DD", en + ", as YYYY-MM-DD"),
      ]
    }
    let symbols = JSONValue.array(UnitTable.all.map { .string($0.symbol) })
    func unit(_ zh: String, _ en: String) -> JSONValue {
      ["type": "string", "enum": symbols, "description": text(zh, en)]
    }
    let about: JSONValue
    let properties: [JSONValue.Member]
    switch name {
    case "convert_units":
      about = text("把一个数值从一种单位换算成另一种单位", "Convert a value from one unit to another")
      properties = [
        .init(
          "value", ["type": "number", "minimum": 0, "description": text("要换算的数值", "The value to convert")]),
        .init("from", unit("原单位", "The unit that it is in")),
        .init("to", unit("目标单位", "The unit that is wanted")),
      ]
    case "days_between":
      about = text("计算两个日期之间相隔多少天", "Count the days from one date to another")
      properties = [
        .init("start", day("开始日期", "The first date")), .init("end", day("结束日期", "The second date")),
      ]
    case "add_days":
      about = text("计算某个日期之后若干天是哪一天", "Find the date some days after another")
      properties = [
        .init("date", day("起始日期", "The date to begin with")),
        .init(
          "days",
          [
            "type": "integer", "minimum": 0, "maximum": 10_000,
            "description": text("天数", "How many days later"),
          ]),
      ]
    case "weekday":
      about = text("查询某个日期是星期几", "Find the day of the week of a date")
      properties = [.init("date", day("日期", "The date"))]
    case "search_products":
      about = text(
        "按类别和最高价格搜索商品，结果按价格从低到高排列", "Search products by category and highest price, cheapest first")
      properties = [
        .init(
          "category",
          [
            "type": "string", "enum": .array(ToolWorld.categories.map { .string($0.key) }),
            "description": text("商品类别", "The category"),
          ]),
        .init(
          "max_price",
          ["type": "integer", "minimum": 1, "description": text("最高价格，单位元", "The highest price in yuan")]),
      ]
    case "check_stock":
      about = text("按商品编号查询库存", "Look up how many of a product are in stock")
      properties = [
        .init(
          "sku",
          [
            "type": "string", "minLength": 4, "maxLength": 4,
            "description": text("商品编号", "The product's number"),
          ])
      ]
    case "plan_route":
      about = text("查询两个地铁站之间最快的路线", "Find the fastest way between two underground stations")
      properties = [
        .init(
          "from", ["type": "string", "minLength": 1, "description": text("出发站", "The station to start from")]),
        .init("to", ["type": "string", "minLength": 1, "description": text("到达站", "The station to go to")]),
      ]
    default:
      about = text("计算整数算式的值，支持 + - * 和括号", "Work out an expression of whole numbers with + - * and brackets")
      properties = [
        .init("expression", ["type": "string", "minLength": 1, "description": text("算式", "The expression")])
      ]
    }
    let schema: JSONValue = [
      "type": "object", "properties": .object(properties),
      "required": .array(properties.map { .string($0.key) }),
      "additionalProperties": false,
    ]
    return [
      "type": "function", "function": ["name": .string(name), "description": about, "parameters": schema],
    ]
  }

  /// What a tool answers: an object, with `error` where it cannot.
  package static func run(_ name: String, _ arguments: JSONValue, _ world: ToolWorld, _ tongue: Tongue)
    -> JSONValue
  {
    switch name {
    case "convert_units":
      guard let value = arguments["value"]?.asNumber, value >= 0, value < 1_000_000,
        let from = arguments["from"]?.asText.flatMap(UnitTable.named),
        let to = arguments["to"]?.asText.flatMap(UnitTable.named),
        let result = UnitTable.convert(thousandths: Int((value * 1000).rounded()), from, to)
      else { return ["error": "units do not match"] }
      return ["value": number(tenThousandths: result), "unit": .string(to.symbol)]
    case "days_between":
      guard let start = day(arguments["start"]), let end = day(arguments["end"]) else {
        return ["error": "invalid date"]
      }
      return ["days": .integer(end.daysSinceEpoch - start.daysSinceEpoch)]
    case "add_days":
      guard let date = day(arguments["date"]), let days = arguments["days"]?.asWhole,
        (0...10_000).contains(days)
      else {
        return ["error": "invalid date"]
      }
      return ["date": .string(date.adding(days: days).description)]
    case "weekday":
      guard let date = day(arguments["date"]) else { return ["error": "invalid date"] }
      return ["weekday": .string(Weekdays.name(date.isoWeekday, tongue))]
    case "search_products":
      let found = world.products.filter {
        .string($0.category) == arguments["category"] && $0.price <= arguments["max_price"]?.asWhole ?? 0
      }.sorted { ($0.price, $0.sku) < ($1.price, $1.sku) }
      return [
        "products": .array(
          found.map {
            ["sku": .string($0.sku), "name": .string($0.name[tongue]), "price": .integer($0.price)]
          })
      ]
    case "check_stock":
      guard let product = world.products.first(where: { .string($0.sku) == arguments["sku"] }) else {
        return ["error": "no such product"]
      }
      return [
        "sku": .string(product.sku), "name": .string(product.name[tongue]), "stock": .integer(product.stock),
      ]
    case "plan_route":
      let names = world.stations.indices.map { world.station($0, tongue) }
      guard let from = names.firstIndex(of: arguments["from"]?.asText ?? ""),
        let to = names.firstIndex(of: arguments["to"]?.asText ?? ""),
        let route = RouteSearch.fastest(world, from, to)
      else { return ["error": "no such station"] }
      return ["minutes": .integer(route.minutes), "stations": .array(route.path.map { .string(names[$0]) })]
    case "calculate":
      guard let text = arguments["expression"]?.asText, let value = Expression.value(of: text) else {
        return ["error": "invalid expression"]
      }
      return ["result": .integer(value)]
    default: return ["error": "no such tool"]
    }
  }

  static func day(_ value: JSONValue?) -> CivilDate? {
    let parts = value?.asText?.split(separator: "-").compactMap { Int($0) } ?? []
    guard parts.count == 3, (1...9999).contains(parts[0]) else { return nil }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])
  }

  private static func number(tenThousandths: Int) -> JSONValue {
    tenThousandths % 10_000 == 0
      ? .integer(tenThousandths / 10_000) : .number(Double(tenThousandths) / 10_000)
  }
}

/// Days of the week.
enum Weekdays {
  static func name(_ iso: Int, _ tongue: Tongue) -> String {
    let zh = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
    let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let names = tongue == .chinese ? zh : en
    return names.indices.contains(iso - 1) ? names[iso - 1] : ""
  }
}
