import Conversations
import JSON
import RandomStreams

/// A small task with one right form of reply.
enum PairTask: Sendable, Hashable {
  /// So many things of a kind, a line each.
  case list(category: Int, items: [Int])
  /// How something is done, numbered.
  case steps(procedure: Int)
  /// How many of something that many of something larger are.
  case amount(measure: Int, count: Int)

  static let categories: [(name: Both<String>, items: [Both<String>])] = [
    (
      Both("水果", "fruits"),
      [
        Both("苹果", "apple"), Both("香蕉", "banana"), Both("葡萄", "grapes"), Both("菠萝", "pineapple"),
        Both("草莓", "strawberry"),
        Both("西瓜", "watermelon"), Both("樱桃", "cherry"), Both("芒果", "mango"), Both("荔枝", "lychee"),
        Both("石榴", "pomegranate"),
      ]
    ),
    (
      Both("乐器", "musical instruments"),
      [
        Both("钢琴", "piano"), Both("小提琴", "violin"), Both("长笛", "flute"), Both("小号", "trumpet"),
        Both("吉他", "guitar"),
        Both("竖琴", "harp"), Both("大提琴", "cello"), Both("单簧管", "clarinet"), Both("手风琴", "accordion"),
        Both("木琴", "xylophone"),
      ]
    ),
    (
      Both("鸟类", "birds"),
      [
        Both("麻雀", "sparrow"), Both("燕子", "swallow"), Both("猫头鹰", "owl"), Both("喜鹊", "magpie"),
        Both("天鹅", "swan"),
        Both("企鹅", "penguin"), Both("啄木鸟", "woodpecker"), Both("孔雀", "peacock"), Both("鹦鹉", "parrot"),
        Both("海鸥", "seagull"),
      ]
    ),
    (
      Both("厨房用具", "kitchen tools"),
      [
        Both("砧板", "chopping board"), Both("漏勺", "colander"), Both("擀面杖", "rolling pin"),
        Both("打蛋器", "whisk"),
        Both("菜刀", "knife"), Both("汤勺", "ladle"), Both("削皮器", "peeler"), Both("平底锅", "frying pan"),
        Both("量杯", "measuring cup"),
        Both("蒸笼", "steamer"),
      ]
    ),
  ]

  static let procedures: [(name: Both<String>, steps: [Both<String>])] = [
    (
      Both("泡一壶绿茶", "make a pot of green tea"),
      [
        Both("把水烧开后放凉到八十度左右", "Boil the water and let it cool to about eighty degrees"),
        Both("用热水温一下茶壶再倒掉", "Warm the pot with hot water and pour it away"),
        Both("放入一小把茶叶", "Put in a small handful of leaves"),
        Both("沿着壶壁慢慢注水", "Pour the water in slowly along the side"),
        Both("盖上盖子等两分钟", "Put the lid on and wait two minutes"),
        Both("把茶汤倒进杯子里", "Pour the tea into the cups"),
      ]
    ),
    (
      Both("换自行车内胎", "change the inner tube of a bicycle"),
      [
        Both("松开车轮，把它取下来", "Loosen the wheel and take it off"),
        Both("放掉轮胎里剩下的气", "Let the rest of the air out"),
        Both("用撬棒把外胎一侧撬开", "Lever one side of the tyre over the rim"), Both("抽出旧内胎", "Pull out the old tube"),
        Both("检查外胎里有没有扎进去的东西", "Check the tyre for anything sharp"),
        Both("装上新内胎并充一点气", "Fit the new tube with a little air in it"),
        Both("把外胎压回去，充足气，装回车轮", "Press the tyre back, pump it up and refit the wheel"),
      ]
    ),
    (
      Both("给盆栽换盆", "repot a house plant"),
      [
        Both("提前一天浇水", "Water the plant the day before"), Both("准备一个大一号的花盆", "Get a pot one size larger"),
        Both("在盆底铺一层陶粒", "Cover the bottom with clay pebbles"),
        Both("轻轻把植物连土取出来", "Lift the plant out gently with its soil"),
        Both("剪掉发黑的根", "Cut off any black roots"),
        Both("放进新盆，四周填上新土", "Set it in the new pot and fill in fresh soil"),
        Both("浇透水，放在阴凉处几天", "Water it well and keep it in the shade for a few days"),
      ]
    ),
    (
      Both("手洗一件毛衣", "wash a jumper by hand"),
      [
        Both("盆里放凉水和一点羊毛洗涤剂", "Fill a bowl with cool water and a little wool detergent"),
        Both("把毛衣翻面浸进去", "Turn the jumper inside out and put it in"),
        Both("轻轻按压几分钟，不要搓", "Press it gently for some minutes without rubbing"),
        Both("换清水漂洗两遍", "Rinse it twice in clean water"),
        Both("用毛巾卷起来吸水", "Roll it in a towel to take out the water"),
        Both("平铺晾干", "Lay it flat to dry"),
      ]
    ),
  ]

  /// A larger measure, how many of the smaller it holds, and units that would be wrong.
  static let measures: [(large: Both<String>, holds: Int, small: Both<String>, wrong: Both<String>)] = [
    (Both("打", "dozen"), 12, Both("个", "pieces"), Both("公斤", "kilograms")),
    (Both("小时", "hours"), 60, Both("分钟", "minutes"), Both("公里", "kilometres")),
    (Both("周", "weeks"), 7, Both("天", "days"), Both("米", "metres")),
    (Both("公斤", "kilograms"), 1000, Both("克", "grams"), Both("毫升", "millilitres")),
    (Both("米", "metres"), 100, Both("厘米", "centimetres"), Both("秒", "seconds")),
    (Both("升", "litres"), 1000, Both("毫升", "millilitres"), Both("克", "grams")),
  ]

  static func drawn(_ stream: inout RandomStream) -> PairTask {
    switch stream.integer(in: 0...2) {
    case 0:
      let category = stream.integer(in: 0..<categories.count)
      let order = stream.permutation(categories[category].items.count)
      return .list(category: category, items: Array(order.prefix(stream.integer(in: 3...6))))
    case 1: return .steps(procedure: stream.integer(in: 0..<procedures.count))
    default:
      return .amount(measure: stream.integer(in: 0..<measures.count), count: stream.integer(in: 2...40))
    }
  }

  func prompt(_ tongue: Tongue, wording: Int) -> String {
    let isChinese = tongue == .chinese
    switch self {
    case .list(let category, let items):
      let name = Self.categories[category].name[tongue]
      let n = items.count
      return isChinese
        ? ["请列出\(n)种\(name)，每行一个，行首加“- ”。", "说\(n)种\(name)。格式：一行一个，以“- ”开头。"][wording % 2]
        : [
          "List \(Numerals.spelled(n, tongue)) \(name), one a line, each beginning with “- ”.",
          "Name \(n) \(name). Put each on a line of its own that begins with “- ”.",
        ][wording % 2]
    case .steps(let procedure):
      let name = Self.procedures[procedure].name[tongue]
      return isChinese
        ? ["怎么\(name)？请分步说明，每步一行，前面写编号。", "请一步一步告诉我怎么\(name)，每步编号，单独一行。"][wording % 2]
        : [
          "How do I \(name)? Give numbered steps, one a line.",
          "Explain step by step how to \(name). Number the steps and put each on its own line.",
        ][wording % 2]
    case .amount(let measure, let count):
      let m = Self.measures[measure]
      return isChinese
        ? "\(count)\(m.large.chinese)等于多少\(m.small.chinese)？写出过程，最后一行写“答案：……”。"
        : "How many \(m.small.english) are \(count) \(m.large.english)? Show your working; end with a line “Answer: …”."
    }
  }

  /// The right reply, line by line.
  func lines(_ tongue: Tongue) -> [String] {
    switch self {
    case .list(let category, let items): items.map { "- " + Self.categories[category].items[$0][tongue] }
    case .steps(let procedure):
      Self.procedures[procedure].steps.enumerated().map { "\($0.offset + 1). \($0.element[tongue])" }
    case .amount(let measure, let count):
      [
        working(measure, count, tongue),
        PairTask.answer(measure, count, Self.measures[measure].small[tongue], tongue),
      ]
    }
  }

  private func working(_ measure: Int, _ count: Int, _ tongue: Tongue) -> String {
    let m = Self.measures[measure]
    return tongue == .chinese
      ? "每\(m.large.chinese)有\(m.holds)\(m.small.chinese)，\(count) × \(m.holds) = \(count * m.holds)"
      : "There are \(m.holds) \(m.small.english) in each, and \(count) × \(m.holds) = \(count * m.holds)"
  }

  static func answer(_ measure: Int, _ count: Int, _ unit: String, _ tongue: Tongue) -> String {
    let total = count * measures[measure].holds
    return tongue == .chinese ? "答案：\(total)\(unit)" : "Answer: \(total) \(unit)"
  }

  var json: JSONValue {
    switch self {
    case .list(let category, let items):
      ["task": "list", "category": .integer(category), "items": .array(items.map { .integer($0) })]
    case .steps(let procedure): ["task": "steps", "procedure": .integer(procedure)]
    case .amount(let measure, let count):
      ["task": "amount", "measure": .integer(measure), "count": .integer(count)]
    }
  }

  /// - Returns: `nil` for what is no task.
  init?(json: JSONValue?) {
    switch json?["task"]?.asText {
    case "list":
      let items = (json?["items"]?.asItems ?? []).compactMap(\.asWhole)
      guard let category = json?["category"]?.asWhole, Self.categories.indices.contains(category),
        !items.isEmpty, items.allSatisfy(Self.categories[category].items.indices.contains)
      else { return nil }
      self = .list(category: category, items: items)
    case "steps":
      guard let procedure = json?["procedure"]?.asWhole, Self.procedures.indices.contains(procedure) else {
        return nil
      }
      self = .steps(procedure: procedure)
    case "amount":
      guard let measure = json?["measure"]?.asWhole, Self.measures.indices.contains(measure),
        let count = json?["count"]?.asWhole, (1...1000).contains(count)
      else { return nil }
      self = .amount(measure: measure, count: count)
    default: return nil
    }
  }
}
