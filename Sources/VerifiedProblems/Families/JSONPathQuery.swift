import JSON
import RandomStreams

/// What a path selects in a document (RFC 9535).
struct JSONPathQuery: ProblemFamily {
  let name = "json-path"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = [2, 3, 3, 4, 4][level - 1]
    let names = Cast.some(count, &stream)
    let records: [JSONValue] = names.map { person in
      let items: [JSONValue] = (0..<stream.integer(in: 2...3)).map { _ in
        [
          "sku": .string("K\(stream.integer(in: 10...99))"), "qty": .integer(stream.integer(in: 1...20)),
          "price": .integer(stream.integer(in: 21...99)),
        ]
      }
      return [
        "id": .integer(stream.integer(in: 100...999)), "name": .string(person.english),
        "items": .array(items),
      ]
    }
    let document: JSONValue = [
      "shop": ["code": .integer(stream.integer(in: 1000...9999)), "orders": .array(records)]
    ]
    let order = stream.integer(in: 0..<count)
    guard case .array(let items)? = records[order]["items"] else { return nil }
    let item = stream.integer(in: 0..<items.count)
    func number(_ o: Int, _ i: Int, _ key: String) -> Int? {
      guard records.indices.contains(o), case .array(let list)? = records[o]["items"],
        list.indices.contains(i),
        case .integer(let value)? = list[i][key]
      else { return nil }
      return value
    }
    func id(_ o: Int) -> Int? {
      guard records.indices.contains(o), case .integer(let value)? = records[o]["id"] else { return nil }
      return value
    }
    let path: String
    let value: Int
    var mistakes: [(String, Int?)] = []
    switch level {
    case 1:
      path = "$.shop.orders[\(order)].id"
      value = id(order) ?? 0
      mistakes = [
        ("counts_from_one", id(order - 1)), ("takes_the_next_one", id(order + 1)),
        ("reads_another_key", number(order, 0, "qty")),
      ]
    case 2, 3:
      let key = level == 2 ? "qty" : (stream.bool() ? "qty" : "price")
      let fromEnd = level == 3 && stream.bool(probability: 0.7)
      path = "$.shop.orders[\(order)].items[\(fromEnd ? item - items.count : item)].\(key)"
      value = number(order, item, key) ?? 0
      mistakes = [
        ("counts_from_one", number(order - 1, item, key)), ("counts_from_one", number(order, item - 1, key)),
        ("reads_another_key", number(order, item, key == "qty" ? "price" : "qty")),
        ("takes_the_next_one", number(order, item + 1, key)),
        ("counts_from_the_wrong_end", number(order, items.count - 1 - item, key)),
      ]
    default:
      // Level 4: all items of one order; 5: of all orders with a filter.
      let limit = stream.integer(in: 5...15)
      let all: [(qty: Int, price: Int)] = (level == 4 ? [order] : Array(records.indices)).flatMap { o in
        (0..<3).compactMap { i in
          guard let qty = number(o, i, "qty"), let price = number(o, i, "price") else { return nil }
          return (qty, price)
        }
      }
      let chosen = level == 4 ? all : all.filter { $0.qty > limit }
      guard !chosen.isEmpty, chosen.count < all.count || level == 4 else { return nil }
      path =
        level == 4
        ? "$.shop.orders[\(order)].items[*].price" : "$.shop.orders[*].items[?@.qty > \(limit)].price"
      value = chosen.reduce(0) { $0 + $1.price }
      mistakes = [
        ("takes_the_first_only", chosen.first?.price),
        ("reads_another_key", chosen.reduce(0) { $0 + $1.qty }),
        ("ignores_the_filter", all.reduce(0) { $0 + $1.price }),
        ("inverts_the_filter", all.reduce(0) { $0 + $1.price } - value),
        ("counts_the_matches", chosen.count),
      ]
    }
    var draft = ProblemDraft(.integer(value))
    for (name, wrong) in mistakes { if let wrong { draft.mistake(name, wrong) } }
    draft.fillWithSlips(&stream)
    let text = document.prettyText
    let isSum = level >= 4
    let zhAsk = isSum ? "路径 \(path) 选出的所有数之和是多少？" : "路径 \(path) 的值是多少？"
    let enAsk =
      isSum ? "What is the sum of all values that \(path) selects?" : "What is the value at \(path)?"
    let descent = path.split(separator: ".").dropFirst().joined(separator: " → ")
    return draft.problem(
      self, level: level, parameters: ["document": document, "path": .string(path)],
      chinese: ["\(text)\n\n\(zhAsk)", "给定 JSON：\n\(text)\n\(zhAsk)"],
      english: ["\(text)\n\n\(enAsk)", "Given this JSON:\n\(text)\n\(enAsk)"],
      steps: [
        Problem.Step("逐级下行：\(descent)", "Step down: \(descent).", path),
        Problem.Step("结果是 \(value)", "The result is \(value).", String(value)),
      ],
      difficulty: [.init("work", level * 10 + count), .init("orders", count)], &stream)
  }
}
