import Conversations
import RandomStreams

/// Texts to rewrite, and their rewritten forms. What is missed makes a text longer as often as shorter, so that length does
/// not tell which reply is right.
enum RewriteTexts {
  typealias Made = RewriteOperation.Made

  /// Written out and contracted.
  static let contractions: [(full: String, short: String)] = [
    ("I am", "I'm"), ("do not", "don't"), ("cannot", "can't"), ("it is", "it's"), ("we will", "we'll"),
    ("you are", "you're"),
    ("we have", "we've"), ("It is", "It's"), ("We will", "We'll"),
  ]

  private static let polite: [String] = [
    "感谢您的来信，您的订单已经发出，请您留意查收。", "如果您方便，请您在周五前告诉我们您的时间。", "您的座位在三排，您可以提前半小时入场。",
    "您好，您反映的问题我们已经记录，稍后会给您回电话。", "请您带好您的证件，我们在门口等您。",
  ]
  private static let formal: [String] = [
    "I am afraid that we cannot deliver on Sunday, but we will call as soon as it is ready.",
    "If you are late, do not worry. We will wait for you at the gate.",
    "It is a pity that we have no tables left, but I am happy to put you on the list.",
    "We will send the papers today. I am sure that you are as curious as we are.",
    "I am writing because we have moved. It is a short walk, and you cannot miss it.",
  ]

  static func register(_ tongue: Tongue, _ stream: inout RandomStream) -> Made? {
    let forward = stream.bool()
    if tongue == .chinese {
      let formal = polite[stream.integer(in: 0..<polite.count)]
      let casual = formal.replacing("您", with: "你")
      let (source, result) = forward ? (formal, casual) : (casual, formal)
      guard let first = result.firstIndex(where: { $0 == "您" || $0 == "你" }) else { return nil }
      let missed =
        String(result[..<first]) + (forward ? "您" : "你") + String(result[result.index(after: first)...])
      return Made(
        instruction: forward ? "把下面的话改得随和一点：称呼用“你”，其他不变。" : "把下面的话改得客气一点：称呼用“您”，其他不变。", source: source,
        result: result, missed: missed)
    }
    let full = formal[stream.integer(in: 0..<formal.count)]
    var short = full
    for pair in contractions { short = short.replacing(pair.full, with: pair.short) }
    let (source, result) = forward ? (full, short) : (short, full)
    // The first change is left out.
    guard let pair = contractions.first(where: { result.contains(forward ? $0.short : $0.full) }) else {
      return nil
    }
    let (from, to) = forward ? (pair.short, pair.full) : (pair.full, pair.short)
    return Made(
      instruction: forward
        ? "Make this less formal: use contractions wherever you can and change nothing else."
        : "Make this more formal: write out all contractions and change nothing else.",
      source: source, result: result, missed: result.replacing(from, with: to, maxReplacements: 1))
  }

  static let fillers: Both<[String]> = Both(
    ["天气不错，大家心情也好。", "说起来这件事大家都盼了很久。", "顺便说一句，上次办得很热闹。", "其实没什么特别要准备的。"],
    [
      "The weather has been lovely, by the way.", "Everybody has been looking forward to it.",
      "Last time it was great fun.",
      "There is nothing special to prepare, really.",
    ])

  static func shorten(_ tongue: Tongue, _ stream: inout RandomStream) -> Made? {
    let (day, hour, fee, seats) = (
      stream.integer(in: 1...28), stream.integer(in: 9...20), 5 * stream.integer(in: 2...20),
      stream.integer(in: 12...90)
    )
    let core =
      tongue == .chinese
      ? ["活动在\(day)号\(hour)点开始。", "费用每人\(fee)元。", "名额只有\(seats)个。"]
      : [
        "It starts at \(hour):00 on day \(day).", "It costs \(fee) yuan each.",
        "There are only \(seats) places.",
      ]
    let order = stream.permutation(fillers[tongue].count).map { fillers[tongue][$0] }
    let glue = tongue == .chinese ? "" : " "
    let source = [order[0], core[0], order[1], core[1], order[2], core[2]].joined(separator: glue)
    let result = core.joined(separator: glue)
    let limit = tongue == .chinese ? result.count + 3 : result.split(separator: " ").count + 3
    return Made(
      instruction: tongue == .chinese
        ? "把下面的话缩短，只保留时间、费用和名额，不超过\(limit)个字。"
        : "Shorten this to at most \(limit) words. Keep only the time, the price and the number of places.",
      source: source, result: result,
      missed: (stream.bool() ? core.dropLast() : core + [order[0]]).joined(separator: glue))
  }

  static let goods: Both<[String]> = Both(
    ["身份证", "照片", "报名表", "雨伞", "水杯", "防晒霜", "充电器", "笔记本"],
    [
      "an ID card", "a photo", "the form", "an umbrella", "a water bottle", "sun cream", "a charger",
      "a notebook",
    ])

  static func bullets(_ tongue: Tongue, _ stream: inout RandomStream) -> Made? {
    let all = stream.permutation(goods[tongue].count).map { goods[tongue][$0] }
    let order = Array(all.prefix(stream.integer(in: 3...5)))
    guard let last = order.last, let other = all.last else { return nil }
    let source =
      tongue == .chinese
      ? "明天请带上\(order.dropLast().joined(separator: "、"))和\(last)。"
      : "Please bring \(order.dropLast().joined(separator: ", ")) and \(last) tomorrow."
    return Made(
      instruction: tongue == .chinese
        ? "把下面要带的东西改成清单，每行一项，以“- ”开头，只输出清单。"
        : "Turn the things to bring into a list, one a line, each beginning with “- ”. Give only the list.",
      source: source, result: order.map { "- " + $0 }.joined(separator: "\n"),
      missed: (stream.bool() ? order.dropLast() : order + [other]).map { "- " + $0 }.joined(separator: "\n"))
  }

  static let names = Both(
    ["陈砚", "林小满", "周牧", "沈青禾", "何远"], ["Anna Reed", "Tom Garrow", "Mia Fenwick", "Nora Hale", "Ben Castle"])
  static let placeholders = Both(["[姓名]", "[电话]", "[邮箱]"], ["[NAME]", "[PHONE]", "[EMAIL]"])

  static func deidentify(_ tongue: Tongue, _ stream: inout RandomStream) -> Made? {
    let name = names[tongue][stream.integer(in: 0..<names[tongue].count)]
    // Mobile numbers that begin with 120 are never issued; 555-01xx is set aside for fiction.
    let phone =
      tongue == .chinese
      ? "120" + String(stream.integer(in: 10_000_000...99_999_999))
      : "555-01" + String(stream.integer(in: 10...99))
    let mail =
      ["info", "post", "desk"][stream.integer(in: 0...2)] + String(stream.integer(in: 10...99))
      + "@example.com"
    let patterns: [String] =
      tongue == .chinese
      ? [
        "请联系{name}，电话{phone}，邮箱{mail}。", "{name}说可以打{phone}找她，或者写信到{mail}。",
        "报名的是{name}，留的电话是{phone}，资料发到{mail}就行。",
      ]
      : [
        "Please contact {name} at {phone} or {mail}.",
        "{name} can be reached on {phone}; her address is {mail}.",
        "The form was signed by {name}. Call {phone} and send the papers to {mail}.",
      ]
    let pattern = patterns[stream.integer(in: 0..<patterns.count)]
    // Shorter than what stands for it.
    let call = tongue == .chinese ? name : name.split(separator: " ").first.map(String.init) ?? name
    let p = placeholders[tongue]
    func filled(_ a: String, _ b: String, _ c: String) -> String {
      MarkedLine.fill(pattern, [("name", a), ("phone", b), ("mail", c)])
    }
    return Made(
      instruction: tongue == .chinese
        ? "把下面的个人信息替换成 \(p.joined(separator: "、"))，其他不变。"
        : "Replace the personal data with \(p.joined(separator: ", ")) and change nothing else.",
      source: filled(name, phone, mail), result: filled(p[0], p[1], p[2]),
      missed: stream.bool() ? filled(call, p[1], p[2]) : filled(p[0], phone, p[2]))
  }

  static func units(_ tongue: Tongue, _ stream: inout RandomStream) -> Made? {
    let (km, celsius) = (stream.integer(in: 3...240), stream.integer(in: -10...38))
    let miles = UnitRounding.miles(kilometres: km)
    let fahrenheit = UnitRounding.fahrenheit(celsius: celsius)
    func text(_ distance: String, _ degrees: String) -> String {
      tongue == .chinese
        ? "全程\(distance)，山顶气温\(degrees)。"
        : "The route is \(distance) long, and it will be \(degrees) at the top."
    }
    let (a, b) =
      tongue == .chinese ? ("\(km)公里", "\(celsius)摄氏度") : ("\(km) kilometres", "\(celsius) degrees Celsius")
    let (c, d) =
      tongue == .chinese
      ? ("\(miles)英里", "\(fahrenheit)华氏度") : ("\(miles) miles", "\(fahrenheit) degrees Fahrenheit")
    return Made(
      instruction: tongue == .chinese
        ? "把公里换成英里，摄氏度换成华氏度，各保留一位小数，其他不变。"
        : "Change kilometres to miles and Celsius to Fahrenheit, each with one decimal, and change nothing else.",
      source: text(a, b), result: text(c, d),
      missed: stream.bool() ? text(c, b) : text(tongue == .chinese ? "\(c)（\(a)）" : "\(c) (\(a))", d))
  }

  static func numbers(_ tongue: Tongue, _ stream: inout RandomStream) -> Made? {
    let (a, b) = (stream.integer(in: 2...99), stream.integer(in: 100...999))
    func text(_ a: String, _ b: String) -> String {
      tongue == .chinese ? "仓库里有\(a)张桌子和\(b)把椅子。" : "There are \(a) tables and \(b) chairs in the store."
    }
    let (x, y) = (Numerals.spelled(a, tongue), Numerals.spelled(b, tongue))
    // Before a measure word two is 两.
    let first = tongue == .chinese ? Numerals.counting(a) : x
    return Made(
      instruction: tongue == .chinese
        ? "把数字改成汉字，其他不变。" : "Write the numbers as words and change nothing else.",
      source: text(String(a), String(b)), result: text(first, y),
      missed: text(first, stream.bool() ? String(b) : tongue == .chinese ? "\(y)（\(b)）" : "\(y) (\(b))"))
  }
}

/// Conversions to one decimal, halves away from 0, in whole numbers.
enum UnitRounding {
  /// A mile is 1.609344 km.
  static func miles(kilometres: Int) -> String {
    let tenths = (kilometres * 10_000_000 * 2 + 1_609_344) / (2 * 1_609_344)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Exact: 9/5 and 32.
  static func fahrenheit(celsius: Int) -> String {
    let tenths = celsius * 18 + 320
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
