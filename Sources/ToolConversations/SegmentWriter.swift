import CivilCalendar
import Conversations
import JSON
import RandomStreams

/// Writes segments as messages of one language: questions, calls, what the tools answer, replies.
struct SegmentWriter {
  let world: ToolWorld
  let tongue: Tongue
  var voice: QueryVoice
  /// Ids are the same in all languages.
  var ids: RandomStream
  private(set) var messages: [ChatMessage]
  /// Messages that call tools, right behind a question.
  private(set) var firstCalls: [Int] = []

  init(_ world: ToolWorld, _ tongue: Tongue, _ stream: RandomStream, ids: RandomStream, persona: String) {
    self.world = world
    self.tongue = tongue
    self.ids = ids
    voice = QueryVoice(world: world, tongue: tongue, stream: stream)
    messages = [ChatMessage(.system, persona)]
  }

  private var isChinese: Bool { tongue == .chinese }

  private mutating func say(_ role: ChatMessage.Role, _ text: String) {
    messages.append(ChatMessage(role, text))
  }

  /// Calls tools and hears their answers.
  private mutating func call(_ queries: [ToolQuery]) -> [JSONValue] {
    if messages.last?.role == .user { firstCalls.append(messages.count) }
    let calls = queries.map { query in
      ToolCall(id: newID(), name: query.tool, arguments: query.arguments(world, tongue))
    }
    messages.append(ChatMessage(calling: calls))
    return calls.map { call in
      let result = ToolCatalog.run(call.name, call.arguments, world, tongue)
      messages.append(ChatMessage(answering: call.id, result.compactText))
      return result
    }
  }

  private mutating func newID() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return "call_" + String((0..<8).map { _ in letters[ids.integer(in: 0..<letters.count)] })
  }

  mutating func write(_ segment: ToolSegment) {
    switch segment {
    case .single(let query):
      say(.user, voice.ask(query))
      let results = call([query])
      say(.assistant, voice.tell(query, results.first ?? .null))
    case .again(let query):
      say(.user, voice.askAgain(query))
      let results = call([query])
      say(.assistant, voice.tell(query, results.first ?? .null))
    case .parallel(let a, let b):
      let (first, second) = (voice.ask(a), voice.ask(b))
      say(.user, first + (isChinese ? "还有，" + second : " And another thing: " + second))
      let results = call([a, b])
      let answers = zip([a, b], results).map { voice.tell($0, $1) }
      say(.assistant, answers.joined(separator: isChinese ? "" : " "))
    case .weekdayAfter(let date, let days):
      let start = voice.day(date)
      say(
        .user,
        voice.one(
          ["从\(start)起再过\(days)天是星期几？", "\(start)之后第\(days)天是星期几？"],
          [
            "What day of the week is it \(days) days after \(start)?",
            "Which weekday comes \(days) days after \(start)?",
          ]))
      let found = call([.add(date, days)])
      guard let later = ToolCatalog.day(found.first?["date"]) else { return }
      let result = call([.weekday(later)])
      let name = result.first?["weekday"]?.asText ?? ""
      say(
        .assistant, isChinese ? "那天是\(voice.day(later))，\(name)。" : "That's \(voice.day(later)), a \(name).")
    case .cheapest(let key, let price):
      let kind = voice.category(key)
      say(
        .user,
        voice.one(
          ["\(price)元以内最便宜的\(kind)还有货吗？", "帮我看看\(price)块以内最便宜的\(kind)有没有库存。"],
          [
            "Is your cheapest \(kind) up to \(price) yuan in stock?",
            "What's the cheapest \(kind) up to \(price) yuan, and do you still have it?",
          ]))
      let found = call([.search(category: key, atMost: price)])
      guard let product = found.first?["products"]?.asItems?.first, let sku = product["sku"]?.asText else {
        return
      }
      let result = call([.stock(sku: sku)])
      let (name, cost) = (product["name"]?.asText ?? "", product["price"]?.asWhole ?? 0)
      let stock = result.first?["stock"]?.asWhole ?? 0
      say(
        .assistant,
        isChinese
          ? "最便宜的是\(name)（\(sku)，\(cost)元），" + (stock == 0 ? "不过已经没货了，库存0件。" : "还有\(stock)件。")
          : "The cheapest is the \(name) (\(sku), \(cost) yuan), "
            + (stock == 0 ? "but it's sold out: 0 left." : "and there are \(stock) left."))
    case .clarified(let query):
      guard case .convert(let value, let from, let to) = query, let unit = UnitTable.named(to) else { return }
      let given = voice.amount(ToolQuery.number(value), from)
      say(.user, voice.one(["帮我把\(given)换算一下。"], ["Convert \(given) for me, please."]))
      say(
        .assistant,
        voice.one(
          ["好的，要换算成什么单位？", "您想换算成哪个单位？"], ["Sure. To which unit?", "Which unit would you like it in?"]))
      say(
        .user,
        voice.one(
          ["\(unit.name.chinese)。", "换成\(unit.name.chinese)。"],
          ["\(unit.plural.capitalised), please.", "To \(unit.plural)."]))
      let results = call([query])
      say(.assistant, voice.tell(query, results.first ?? .null))
    case .mistaken(let sku, let right):
      say(.user, voice.ask(.stock(sku: sku)))
      _ = call([.stock(sku: sku)])
      say(
        .assistant,
        voice.one(
          ["没有查到编号为\(sku)的商品，您再核对一下编号？"], ["I can't find a product \(sku). Could you check the number?"]))
      guard case .stock(let real) = right else { return }
      say(
        .user,
        voice.one(
          ["不好意思，看错了，是\(real)。", "哦，应该是\(real)。"],
          ["Sorry, I misread it. It's \(real).", "Oh, it should be \(real)."]))
      let results = call([right])
      say(.assistant, voice.tell(right, results.first ?? .null))
    case .needless(let number):
      guard SmallTalk.all.indices.contains(number) else { return }
      say(.user, SmallTalk.all[number].question[tongue])
      say(.assistant, SmallTalk.all[number].answer[tongue])
    }
  }
}
