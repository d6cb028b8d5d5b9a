/// How questions are put: several ways for each family, in each language.
///
/// `{the0}` is the first thing spoken of with its article, `{cl0}` its measure word; `{place0}` (in English `{where0}`) is
/// where it is, a half of the picture or a side of a thing, `{half0}` that half without the picture, and what it is apart
/// from that is `{bare0}` in the plural, `{one0}` with an indefinite article, `{all0}` all of them wherever they are. `{v0}`
/// and `{v1}` are values to choose from, `{n0}` and `{n1}` numbers; `{rel}` is a relation with what stands behind the other
/// thing in Chinese; `{n}` is a number.
enum QuestionWordings {
  static func all(_ family: QuestionFamily, _ tongue: Tongue) -> [String] {
    tongue == .english ? english(family) : chinese(family)
  }

  private static func english(_ family: QuestionFamily) -> [String] {
    switch family {
    case .exist, .existAttribute, .existRelation:
      [
        "Is there {one0} {where0}?", "Can you see {one0} {where0}?", "Is {one0} visible {where0}?",
        "Do you see {one0} {where0}?",
      ]
    case .countRelation:
      [
        "How many {bare0} are there {where0}?", "How many {bare0} can you see {where0}?",
        "How many {bare0} are {where0}?", "Count the {bare0} {where0}: how many are there?",
      ]
    case .chooseCount:
      [
        "How many {bare0} are there {where0}, {n0} or {n1}?",
        "Is the number of {bare0} {where0} {n0} or {n1}?",
        "Count the {bare0} {where0}: {n0} or {n1}?",
      ]
    case .more:
      [
        "Are there more {all0} {half0} of the picture than {half1}?",
        "Can you see more {all0} {half0} of the picture than {half1}?",
        "Are the {all0} more numerous {half0} of the picture than {half1}?",
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
    case .chooseMaterial:
      [
        "Is {the0} made of {v0} or {v1}?", "What is {the0} made of, {v0} or {v1}?",
        "Which is {the0} made of: {v0} or {v1}?",
      ]
    case .chooseSign:
      [
        "Is {the0} {v0} or {v1}?", "What does {the0} say: is it {v0} or {v1}?",
        "Which is {the0}, {v0} or {v1}?",
      ]
    case .chooseHeading, .chooseLane, .choosePace, .chooseStation, .chooseParking, .chooseTurning:
      ["Is {the0} {v0} or {v1}?", "{the0}: {v0} or {v1}?", "Would you say {the0} is {v0} or {v1}?"]
    case .chooseSide:
      [
        "Is {the0} {v0} or {v1} of the picture?", "Where is {the0}, {v0} or {v1} of the picture?",
        "Do you see {the0} {v0} or {v1} of the picture?",
      ]
    case .chooseDistance:
      [
        "How far away is {the0}, about {v0} or about {v1}?", "Is {the0} about {v0} or about {v1} away?",
        "What would you say is the distance to {the0}: {v0} or {v1}?",
      ]
    case .chooseArrival:
      [
        "At the present speeds, when would we reach {the0}, in about {v0} or in about {v1}?",
        "If nothing changes, is {the0} about {v0} or about {v1} away?",
        "In how many seconds is the gap to {the0} closed at the present speeds: {v0} or {v1}?",
      ]
    case .chooseText:
      [
        "Does {the0} say {v0} or {v1}?", "What is written on {the0}, {v0} or {v1}?",
        "Which words are on {the0}: {v0} or {v1}?",
      ]
    case .sameColour:
      [
        "Are {the0} and {the1} the same colour?", "Is {the0} the same colour as {the1}?",
        "Do {the0} and {the1} have the same colour?",
      ]
    case .relates, .hidden, .supported, .inLane, .aheadOf, .outpaces:
      [
        "Is {the0} {rel} {the1}?", "Would you say {the0} is {rel} {the1}?",
        "True or false: {the0} is {rel} {the1}?",
      ]
    case .whichDistance:
      [
        "Which is {rel} the camera, {the0} or {the1}?", "Of {the0} and {the1}, which is {rel} the camera?",
        "What is {rel} us, {the0} or {the1}?",
      ]
    case .whichSpeed, .whichHeight:
      [
        "Which is {rel}, {the0} or {the1}?", "Of {the0} and {the1}, which one is {rel}?",
        "Which of the two is {rel}: {the0} or {the1}?",
      ]
    case .whichSooner:
      [
        "At the present speeds, which would we reach {rel}, {the0} or {the1}?",
        "If nothing changes, which of the two do we get to {rel}: {the0} or {the1}?",
        "Of {the0} and {the1}, which would we come to {rel} at the present speeds?",
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
    case .exist, .existAttribute, .existRelation:
      ["{place0}有{bare0}吗？", "{place0}有没有{bare0}？", "{place0}能看到{bare0}吗？", "请看图，{place0}有{bare0}吗？"]
    case .countRelation:
      [
        "{place0}有几{cl0}{bare0}？", "{place0}一共有多少{cl0}{bare0}？", "数一数，{place0}有几{cl0}{bare0}？",
        "{place0}能看到几{cl0}{bare0}？",
      ]
    case .chooseCount:
      [
        "{place0}有{n0}{cl0}还是{n1}{cl0}{bare0}？", "数一数，{place0}的{bare0}是{n0}{cl0}还是{n1}{cl0}？",
        "{place0}能看到几{cl0}{bare0}，{n0}{cl0}还是{n1}{cl0}？",
      ]
    case .more:
      ["画面{half0}的{all0}比{half1}多吗？", "画面{half0}的{all0}是不是比{half1}多？", "看看{all0}：画面{half0}的比{half1}的多吗？"]
    case .chooseColour: ["{the0}是{v0}还是{v1}？", "{the0}是什么颜色，{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .chooseOpenness, .chooseMotion, .chooseVisibility:
      ["{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？", "图里{the0}是{v0}还是{v1}？"]
    case .choosePower: ["{the0}是{v0}还是{v1}？", "图里{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .choosePosture: ["{the0}是{v0}还是{v1}？", "图里{the0}是{v0}还是{v1}？", "{the0}在做什么，{v0}还是{v1}？"]
    case .chooseSignal: ["{the0}现在是{v0}还是{v1}？", "{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .chooseRoom: ["{the0}{v0}还是{v1}？", "看一看，{the0}{v0}还是{v1}？", "{the0}是{v0}还是{v1}？"]
    case .chooseClass: ["{the0}是{v0}还是{v1}？", "{the0}是什么，{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .chooseMaterial:
      ["{the0}是{v0}做的还是{v1}做的？", "{the0}是什么做的，{v0}还是{v1}？", "看一看，{the0}的材质是{v0}还是{v1}？"]
    case .chooseSign: ["{the0}是{v0}还是{v1}？", "{the0}是什么标志，{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .chooseParking: ["{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？", "图里{the0}是{v0}还是{v1}？"]
    case .chooseTurning: ["{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？", "{the0}现在是{v0}还是{v1}？"]
    case .chooseSide:
      ["{the0}{v0}还是{v1}？", "画面里，{the0}{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？"]
    case .chooseDistance:
      ["{the0}离我们大约{v0}还是{v1}？", "{the0}离我们有多远，大约{v0}还是{v1}？", "我们到{the0}的距离大约是{v0}还是{v1}？"]
    case .chooseArrival:
      [
        "按现在的速度，我们到{the0}那里大约要{v0}还是{v1}？", "如果速度都不变，我们还要大约{v0}还是{v1}才到{the0}跟前？",
        "照现在的速度，开到{the0}跟前大约要{v0}还是{v1}？",
      ]
    case .chooseText: ["{the0}上写的是{v0}还是{v1}？", "{the0}上写着什么，{v0}还是{v1}？", "看一看，{the0}上的字是{v0}还是{v1}？"]
    case .outpaces: ["{the0}比{the1}{rel}吗？", "{the0}是不是比{the1}{rel}？", "从图上看，{the0}比{the1}走得{rel}吗？"]
    case .whichHeight: ["{the0}和{the1}，哪个更{rel}？", "更{rel}的是{the0}还是{the1}？", "{the0}和{the1}相比，哪个更{rel}？"]
    case .chooseHeading: ["{the0}是{v0}还是{v1}？", "看一看，{the0}是{v0}还是{v1}？", "{the0}朝哪边开，{v0}还是{v1}？"]
    case .chooseLane, .chooseStation: ["{the0}{v0}还是{v1}？", "看一看，{the0}{v0}还是{v1}？", "{the0}是{v0}还是{v1}？"]
    case .choosePace: ["{the0}{v0}还是{v1}？", "{the0}现在{v0}还是{v1}？", "看一看，{the0}{v0}还是{v1}？"]
    case .sameColour: ["{the0}和{the1}颜色一样吗？", "{the0}和{the1}是同一种颜色吗？", "{the0}跟{the1}的颜色相同吗？"]
    case .relates, .supported:
      ["{the0}在{the1}{rel}吗？", "{the0}是不是在{the1}{rel}？", "从图上看，{the0}在{the1}{rel}吗？"]
    case .aheadOf:
      ["{the0}在{the1}{rel}吗？", "顺着我们的方向看，{the0}在{the1}{rel}吗？", "按我们的行驶方向，{the0}是不是在{the1}{rel}？"]
    case .inLane: ["{the0}和{the1}在同一条车道上吗？", "{the0}跟{the1}是不是在同一条车道上？", "{the0}与{the1}走的是同一条车道吗？"]
    case .hidden: ["{the0}有一部分被{the1}挡住了吗？", "{the1}是不是挡住了{the0}的一部分？", "{the1}挡住{the0}了吗？"]
    case .whichDistance:
      ["{the0}和{the1}，哪个离镜头{rel}？", "离镜头{rel}的是{the0}还是{the1}？", "{the0}和{the1}相比，哪个离我们{rel}？"]
    case .whichSpeed: ["{the0}和{the1}，哪个速度{rel}？", "速度{rel}的是{the0}还是{the1}？", "{the0}和{the1}相比，哪个移动得{rel}？"]
    case .whichSooner:
      [
        "按现在的速度，我们会{rel}到达{the0}还是{the1}？", "如果速度都不变，{the0}和{the1}，我们{rel}到哪一个跟前？",
        "照现在的速度，我们{rel}赶到的是{the0}还是{the1}？",
      ]
    case .approaches: ["我们和{the0}越来越近吗？", "我们和{the0}之间的距离在缩短吗？", "我们是不是正在接近{the0}？"]
    case .reachedWithin:
      ["按现在的速度，{n}秒内会到{the0}那里吗？", "如果速度都不变，我们不到{n}秒就会到{the0}跟前吗？", "照现在的速度，{n}秒之内会开到{the0}跟前吗？"]
    }
  }
}
