import Conversations

/// How one speaks with a navigation system.
enum NavigationLines {
  static let lines = DomainLines(
    persona: Both(
      "你是车载导航助手，帮驾驶员找地方、规划路线。今天是{today}。",
      "You are the navigation assistant in a car. You find places and plan routes. Today is {today}."),
    greeting: Both(["好的。", "您好！"], ["Sure.", "Hello!"]),
    offer: Both(
      ["找到{item}，{what}，去那儿吗？", "{item}怎么样？{what}。", "最合适的是{item}，{what}，可以吗？"],
      [
        "There's {item}, {what}. Shall we go there?", "How about {item}? It's {what}.",
        "The best match is {item}, {what}. OK?",
      ]),
    otherOffer: Both(
      ["那{item}呢？{what}。", "还有一个{item}，{what}。"],
      ["There's also {item}, {what}.", "Then perhaps {item}? It's {what}."]),
    list: Both(
      ["找到{count}个：{names}。去哪一个？", "有{count}个可选：{names}，您去哪个？"],
      ["I found {count}: {names}. Where to?", "There are {count}: {names}. Which one would you like?"]),
    nothingFound: Both(
      ["没有找到符合的结果，{value}这个条件要不要改一下？", "抱歉，按{value}没找到，要换一下吗？"],
      [
        "I can't find anything with {value}. Would you change that?",
        "Nothing comes up for {value}. What else could I try?",
      ]),
    propose: Both(
      ["去[这个|demonstrative]吗？", "导航到[那里|pronoun]吗？"],
      ["Shall we go to [that one|demonstrative]?", "Do you want to go [there|pronoun]?"]),
    choose: Both(["那去哪个？", "您选哪一个？"], ["So which one?", "Which one shall I take?"]),
    confirm: Both(
      ["确认一下：目的地{item}，{slots}，对吗？", "去{item}，{slots}，是这样吗？"],
      ["To confirm: {item}, {slots}. Is that right?", "So we're going to {item}, {slots}. Correct?"]),
    done: Both(
      ["路线已设好，去{item}，行程编号{number}。还需要别的吗？", "目的地{item}已设置，行程编号{number}。还有什么要帮忙的？"],
      [
        "The route to {item} is set, trip number {number}. Anything else?",
        "Your route to {item} is ready; it's trip {number}. Is there anything else?",
      ]),
    unavailable: Both(
      ["抱歉，去{item}的路刚刚封了，过不去。", "不好意思，{item}刚刚临时关闭了。"],
      ["Sorry, the road to {item} has just been closed.", "I'm afraid {item} has just shut unexpectedly."]),
    farewell: Both(
      ["不客气，一路平安！", "好的，路上小心！"], ["You're welcome. Drive safely!", "My pleasure. Have a good trip!"]),
    refuse: Both(
      ["换一个吧。", "还有别的吗？", "[这个|demonstrative]太远了，换一个。"],
      ["Anything else?", "[That one|demonstrative] is too far. What else is there?", "Try another one."]),
    pickCurrent: Both(
      ["行，就去[那儿|pronoun]。", "可以，就[这个|demonstrative]。", "好，去[这个|demonstrative]。"],
      [
        "OK, take me [there|pronoun].", "Good, let's go to [that one|demonstrative].",
        "Fine, [that one|demonstrative].",
      ]),
    pickPrevious: Both(
      ["还是去[刚才那个|previous]吧。", "算了，去[前面那个|previous]。"],
      ["Let's go to [the previous one|previous] after all.", "I'd rather go to [the one before|previous]."]),
    pickOrdinal: Both(
      ["[{nth}个|ordinal]。", "去[{nth}个|ordinal]。"],
      ["[The {nth} one|ordinal].", "Take me to [the {nth} one|ordinal]."]),
    pickName: Both(
      ["去[{item}|name]。", "[{item}|name]吧。"], ["[{item}|name], please.", "Let's go to [{item}|name]."]),
    giveUp: Both(
      ["算了，先不去了。", "那不用了，我自己看着开吧。"], ["Never mind, I won't go now.", "Then forget it, I'll find my own way."]),
    cancels: false, frames: ["leave": Both("{value}出发", "leaving at {value}")],
    attributes: [
      AttributeLines(
        "minutes", zh: ["[过去|pronoun]要多久？", "开车要多长时间？"],
        en: ["How long does it take to get [there|pronoun]?", "How long is the drive?"],
        nthZh: ["[{nth}个|ordinal]过去要多久？"], nthEn: ["How long does it take to [the {nth} one|ordinal]?"],
        answerZh: ["大约{value}分钟。", "{value}分钟左右。"],
        answerEn: ["About {value} minutes.", "It takes {value} minutes or so."]),
      AttributeLines(
        "parking", zh: ["[那边|pronoun]好停车吗？", "能停车吗？"],
        en: ["Is it easy to park [there|pronoun]?", "Can I park [there|pronoun]?"],
        nthZh: ["[{nth}个|ordinal]好停车吗？"], nthEn: ["Can I park at [the {nth} one|ordinal]?"],
        answerZh: ["有停车场，目前有空位。"], answerEn: ["Yes, there's a car park with free spaces."],
        noZh: ["没有停车场，只能停路边。"], noEn: ["No, only on the street."]),
      AttributeLines(
        "open", zh: ["[那儿|pronoun]现在开门吗？", "现在还营业吗？"],
        en: ["Is [it|pronoun] open now?", "Are [they|pronoun] still open?"],
        nthZh: ["[{nth}个|ordinal]现在开着吗？"], nthEn: ["Is [the {nth} one|ordinal] open now?"],
        answerZh: ["开着的。", "现在营业中。"], answerEn: ["Yes, it's open."], noZh: ["现在关门了。"],
        noEn: ["No, it's closed at the moment."]),
    ],
    policies: [
      PolicyLines(
        "offline", zh: ["没信号的时候还能导航吗？"], en: ["Will the navigation work without a signal?"],
        yesZh: ["可以，地图已经离线保存了。"], yesEn: ["Yes, the map is stored offline."], noZh: ["不行，需要联网。"],
        noEn: ["No, it needs a connection."]),
      PolicyLines(
        "share", zh: ["能把行程发给家里人吗？"], en: ["Can I share the trip with my family?"],
        yesZh: ["可以，设好路线后就能分享。"], yesEn: ["Yes, as soon as the route is set."], noZh: ["这个功能还没有开通。"],
        noEn: ["That isn't available yet."]),
      PolicyLines(
        "mute", zh: ["播报能小声点吗？"], en: ["Can you speak a bit more quietly?"],
        yesZh: ["好的，已经调小了。"], yesEn: ["Of course, I've turned it down."], noZh: ["音量已经是最低了。"],
        noEn: ["This is the lowest volume already."]),
    ])
}
