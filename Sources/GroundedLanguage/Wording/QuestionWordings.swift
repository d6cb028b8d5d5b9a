/// How questions are put: several ways for each family, in each language.
///
/// `{the0}` is the first thing spoken of with its article, `{a0}` with an indefinite one, `{many0}` in the plural, `{cl0}`
/// the measure word, `{place0}` (in English `{where0}`) and `{bare0}` where it is and what it is apart from that; `{v0}` and `{v1}` are values to choose from; `{rel}` is a relation with what stands behind the
/// other thing in Chinese; `{n}` is a number.
enum QuestionWordings {
  static func all(_ family: QuestionFamily, _ tongue: Tongue) -> [String] {
    tongue == .english ? english(family) : chinese(family)
  }

  private static func english(_ family: QuestionFamily) -> [String] {
    switch family {
    case .exist, .existAttribute, .existRelation:
      [
        "Is there {a0} in the picture?", "Can you see {a0}?", "Does the picture show {a0}?",
        "Is {a0} visible here?",
      ]
    case .countRelation:
      [
        "How many {bare0} are there {where0}?", "How many {bare0} can you see {where0}?",
        "How many {bare0} are {where0}?", "Count the {bare0} {where0}: how many are there?",
      ]
    case .count:
      [
        "How many {many0} are there?", "How many {many0} can you see?", "What is the number of {many0}?",
        "Count the {many0}: how many are visible?",
      ]
    case .more:
      [
        "Are there more {many0} than {many1}?", "Can you see more {many0} than {many1}?",
        "Are the {many0} in the picture more numerous than the {many1}?",
      ]
    case .chooseColour:
      [
        "Is {the0} {v0} or {v1}?", "What colour is {the0}, {v0} or {v1}?",
        "Which colour is {the0}: {v0} or {v1}?",
      ]
    case .chooseOpenness:
      ["Is {the0} {v0} or {v1}?", "Has {the0} been left {v0} or {v1}?", "{the0}: is it {v0} or {v1}?"]
    case .choosePower:
      ["Is {the0} {v0} or {v1}?", "Is {the0} switched {v0} or {v1}?", "{the0}: is it {v0} or {v1}?"]
    case .choosePosture:
      ["Is {the0} {v0} or {v1}?", "What is {the0} doing, {v0} or {v1}?", "{the0}: {v0} or {v1}?"]
    case .chooseMotion, .chooseVisibility:
      ["Is {the0} {v0} or {v1}?", "{the0}: {v0} or {v1}?", "Would you say {the0} is {v0} or {v1}?"]
    case .chooseSignal:
      ["Is {the0} {v0} or {v1}?", "Is {the0} showing {v0} or {v1}?", "What does {the0} show, {v0} or {v1}?"]
    case .chooseRoom:
      ["Is {the0} {v0} or {v1}?", "{the0}: {v0} or {v1}?", "Where is {the0}, {v0} or {v1}?"]
    case .chooseClass:
      ["Is {the0} {v0} or {v1}?", "What is {the0}, {v0} or {v1}?", "Which is {the0}: {v0} or {v1}?"]
    case .sameColour:
      [
        "Are {the0} and {the1} the same colour?", "Is {the0} the same colour as {the1}?",
        "Do {the0} and {the1} have the same colour?",
      ]
    case .relates, .hidden, .supported:
      [
        "Is {the0} {rel} {the1}?", "Would you say {the0} is {rel} {the1}?",
        "True or false: {the0} is {rel} {the1}?",
      ]
    case .whichDistance:
      [
        "Which is {rel} the camera, {the0} or {the1}?", "Of {the0} and {the1}, which is {rel} the camera?",
        "What is {rel} us, {the0} or {the1}?",
      ]
    case .whichSpeed:
      [
        "Which is {rel}, {the0} or {the1}?", "Of {the0} and {the1}, which one is {rel}?",
        "Which of the two is {rel}: {the0} or {the1}?",
      ]
    case .approaches:
      [
        "Are we getting closer to {the0}?", "Is the distance between us and {the0} shrinking?",
        "Are we and {the0} coming closer together?",
      ]
    case .reachedWithin:
      [
        "At the present speeds, would we reach {the0} within {n} seconds?",
        "If nothing changes, is the gap to {the0} closed in less than {n} seconds?",
        "Is {the0} less than {n} seconds away at the present speeds?",
      ]
    }
  }

  private static func chinese(_ family: QuestionFamily) -> [String] {
    switch family {
    case .exist, .existAttribute: ["画面中有{many0}吗？", "图里有没有{many0}？", "能看到{many0}吗？", "这张图里看得见{many0}吗？"]
    case .existRelation:
      ["{place0}有{bare0}吗？", "{place0}有没有{bare0}？", "{place0}能看到{bare0}吗？", "从图上看，{place0}有{bare0}吗？"]
    case .count:
      ["画面中有几{cl0}{many0}？", "图里一共有多少{cl0}{many0}？", "数一数，{many0}有几{cl0}？", "能看到几{cl0}{many0}？"]
    case .countRelation:
      [
        "{place0}有几{cl0}{bare0}？", "{place0}一共有多少{cl0}{bare0}？", "数一数，{place0}有几{cl0}{bare0}？",
        "{place0}能看到几{cl0}{bare0}？",
      ]
    case .more: ["画面中{many0}比{many1}多吗？", "图里的{many0}是不是比{many1}多？", "{many0}的数量比{many1}多吗？"]
    case .chooseColour: ["{the0}是{v0}还是{v1}？", "{the0}是什么颜色，{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .chooseOpenness, .chooseMotion, .chooseVisibility:
      ["{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？", "图里{the0}是{v0}还是{v1}？"]
    case .choosePower: ["{the0}是{v0}还是{v1}？", "图里{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .choosePosture: ["{the0}是{v0}还是{v1}？", "图里{the0}是{v0}还是{v1}？", "{the0}在做什么，{v0}还是{v1}？"]
    case .chooseSignal: ["{the0}现在是{v0}还是{v1}？", "{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .chooseRoom: ["{the0}{v0}还是{v1}？", "看一看，{the0}{v0}还是{v1}？", "{the0}是{v0}还是{v1}？"]
    case .chooseClass: ["{the0}是{v0}还是{v1}？", "{the0}是什么，{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .sameColour: ["{the0}和{the1}颜色一样吗？", "{the0}和{the1}是同一种颜色吗？", "{the0}跟{the1}的颜色相同吗？"]
    case .relates, .supported:
      ["{the0}在{the1}{rel}吗？", "{the0}是不是在{the1}{rel}？", "从图上看，{the0}在{the1}{rel}吗？"]
    case .hidden: ["{the0}有一部分被{the1}挡住了吗？", "{the1}是不是挡住了{the0}的一部分？", "{the1}挡住{the0}了吗？"]
    case .whichDistance:
      ["{the0}和{the1}，哪个离镜头{rel}？", "离镜头{rel}的是{the0}还是{the1}？", "{the0}和{the1}相比，哪个离我们{rel}？"]
    case .whichSpeed: ["{the0}和{the1}，哪个速度{rel}？", "速度{rel}的是{the0}还是{the1}？", "{the0}和{the1}相比，哪个移动得{rel}？"]
    case .approaches: ["我们离{the0}越来越近吗？", "我们和{the0}之间的距离在缩短吗？", "我们是不是正在接近{the0}？"]
    case .reachedWithin:
      ["按现在的速度，{n}秒内会到达{the0}的位置吗？", "如果速度都不变，我们不到{n}秒就会碰上{the0}吗？", "照现在的速度，{n}秒之内会追到{the0}跟前吗？"]
    }
  }
}
