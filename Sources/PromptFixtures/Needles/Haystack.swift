import Conversations
import RandomStreams

/// Paragraphs of a town's chronicle, of which no sentence says what a needle says.
enum Haystack {
  private static let seasons = [
    Both("春天", "spring"), Both("夏天", "summer"), Both("秋天", "autumn"), Both("冬天", "winter"),
  ]
  private static let places = [
    Both("广场", "the square"), Both("旧码头", "the old pier"), Both("集市", "the market"), Both("磨坊", "the mill"),
    Both("图书馆", "the library"), Both("车站", "the station"), Both("果园", "the orchard"),
    Both("桥头", "the bridge"),
    Both("学校操场", "the school yard"), Both("邮局", "the post office"),
  ]
  private static let folk = [
    Both("木匠", "the carpenter"), Both("邮递员", "the postman"), Both("老师", "the teacher"),
    Both("渔民", "the fishermen"),
    Both("孩子们", "the children"), Both("花匠", "the gardener"), Both("乐队", "the band"), Both("医生", "the doctor"),
  ]
  private static let deeds: [(zh: String, en: String)] = [
    ("{folk}在{place}修好了一条长凳，花了整整{n}天。", "At {place}, {folk} mended a bench, which took {n} days."),
    ("那年{season}，{place}旁边种下了{n}棵树。", "That {season}, {n} trees were planted near {place}."),
    ("{season}的早晨，{place}总有雾，到了十点才散。", "On {season} mornings there was mist around {place} until ten."),
    (
      "据说{folk}曾在{place}连续讲了{n}个故事，没有一个重复。", "They say that {folk} once told {n} stories in a row at {place}."
    ),
    (
      "{place}的屋顶在{season}漏过雨，后来换了{n}块瓦。",
      "The roof at {place} leaked one {season}, and {n} tiles were replaced."
    ),
    (
      "{folk}说，{season}的风从河上来，比往年都要轻。",
      "In {season} the wind came off the river, and {folk} called it the mildest in years."
    ),
    ("有人在{place}捡到{n}枚硬币，交给了镇公所。", "Somebody found {n} coins at {place} and took them to the town hall."),
    (
      "到了{season}，{folk}会把灯笼挂到{place}。",
      "Every {season}, lanterns were hung at {place} with the help of {folk}."
    ),
    ("镇上的报纸用了{n}行字描写{place}的落日。", "The town's newspaper gave {n} lines to the sunset over {place}."),
    ("{place}新添了{n}张桌子，{folk}是头一个坐下的。", "When {place} got {n} new tables, {folk} came to try them first."),
    (
      "那个{season}雨水多，{place}的路面铺了两次。",
      "It rained so much that {season} that the road by {place} was laid twice."
    ),
    (
      "{folk}答应{season}再来，大家在{place}道了别。",
      "A promise was made to return in {season}, and {folk} said goodbye at {place}."
    ),
    ("从{place}往东走{n}步，能听见水声。", "Walk {n} steps east from {place} and you can hear water."),
    ("为了一场演出，{folk}在{place}排练了{n}个晚上。", "For one performance, {folk} rehearsed at {place} on {n} evenings."),
  ]

  /// One sentence; numbers are below 10, so that no code and no locker is among them.
  static func sentence(_ tongue: Tongue, _ stream: inout RandomStream) -> String {
    let deed = deeds[stream.integer(in: 0..<deeds.count)]
    let season = seasons[stream.integer(in: 0..<seasons.count)]
    let place = places[stream.integer(in: 0..<places.count)]
    let who = folk[stream.integer(in: 0..<folk.count)]
    let number = stream.integer(in: 3...9)
    let spelled = tongue == .chinese ? Numerals.counting(number) : Numerals.spelled(number, tongue)
    let text = MarkedLine.fill(
      tongue == .chinese ? deed.zh : deed.en,
      [("season", season[tongue]), ("place", place[tongue]), ("folk", who[tongue]), ("n", spelled)])
    return tongue == .chinese ? text : text.capitalised
  }

  /// How long a text is: characters in Chinese, words in English.
  static func length(_ text: String, _ tongue: Tongue) -> Int {
    tongue == .chinese
      ? text.count { !$0.isWhitespace } : text.split { $0.isWhitespace }.count
  }
}
