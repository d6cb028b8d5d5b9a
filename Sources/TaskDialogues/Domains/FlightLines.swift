import Conversations

/// How one speaks when booking a flight.
enum FlightLines {
  static let lines = DomainLines(
    persona: Both(
      "你是一家机票预订热线的助手，帮旅客查航班、订机票。今天是{today}。",
      "You are the assistant of a flight booking line. You look up flights and book tickets. Today is {today}."
    ),
    greeting: Both(["您好，机票预订。", "您好！"], ["Hello, flight bookings.", "Hello!"]),
    offer: Both(
      ["{item}可以吗？{what}。", "给您查到{item}，{what}，合适吗？", "有一班{item}，{what}，您看行吗？"],
      [
        "How about {item}, {what}?", "There's {item}, {what}. Would that work?",
        "I've found {item}, {what}. Does that suit you?",
      ]),
    otherOffer: Both(
      ["那{item}呢？{what}。", "还有一班{item}，{what}。"],
      ["Then maybe {item}, {what}?", "There's another one, {item}, {what}. Any better?"]),
    list: Both(
      ["符合的有{count}班：{names}。您坐哪一班？", "有{count}班可以选：{names}，您看哪班？"],
      [
        "There are {count} flights: {names}. Which one would you like?",
        "{count} flights fit: {names}. Which shall I book?",
      ]),
    nothingFound: Both(
      ["抱歉，{value}的航班没有了，要换一个吗？", "不好意思，没有{value}的航班，您看怎么调整？"],
      [
        "I'm afraid there are no flights {value}. What else could you do?",
        "Sorry, I have no flights {value}. Could you change that?",
      ]),
    propose: Both(
      ["订[这班|demonstrative]吗？", "给您订[这一班|demonstrative]可以吗？"],
      ["Shall I book [it|pronoun]?", "Do you want [this one|demonstrative]?"]),
    choose: Both(["那您坐哪一班？", "您选哪班？"], ["So which flight will it be?", "Which one would you like?"]),
    confirm: Both(
      ["跟您核对一下：航班{item}，{slots}，对吗？", "您订的是{item}，{slots}，没错吧？"],
      [
        "Let me read that back: flight {item}, {slots}. Correct?",
        "So that's flight {item}, {slots}. Is that right?",
      ]),
    done: Both(
      ["{item}的票订好了，订单号{number}。还有什么需要？", "出票成功，{item}，订单号是{number}。还需要别的吗？"],
      [
        "Your booking on {item} is done. The reference is {number}. Anything else?",
        "That's booked: {item}, reference {number}. Is there anything else?",
      ]),
    unavailable: Both(
      ["很抱歉，{item}的票刚刚卖完了。", "不好意思，{item}没有余票了。"],
      ["I'm so sorry, {item} has just sold out.", "Unfortunately there are no seats left on {item}."]),
    farewell: Both(
      ["不客气，祝您一路平安，再见！", "好的，祝您旅途愉快，再见！"],
      ["You're welcome. Have a good flight! Goodbye.", "My pleasure. Safe travels, bye!"]),
    refuse: Both(
      ["还有别的班次吗？", "换一班吧。", "[这班|demonstrative]时间不太合适，还有别的吗？"],
      [
        "Is there another one?", "The time of [that one|demonstrative] doesn't suit me. What else?",
        "Any other flights?",
      ]),
    pickCurrent: Both(
      ["行，就[这班|demonstrative]。", "可以，订[这班|demonstrative]吧。", "好，就[它|pronoun]了。"],
      [
        "Fine, I'll take [it|pronoun].", "OK, book [that one|demonstrative].",
        "Yes, [that one|demonstrative] please.",
      ]),
    pickPrevious: Both(
      ["还是[刚才那班|previous]吧。", "算了，还是坐[前面那班|previous]。"],
      [
        "Then I'd rather take [the earlier one you mentioned|previous].",
        "Let's go back to [the previous one|previous].",
      ]),
    pickOrdinal: Both(
      ["[{nth}班|ordinal]吧。", "坐[{nth}班|ordinal]。"],
      ["[The {nth} one|ordinal], please.", "I'll take [the {nth} one|ordinal]."]),
    pickName: Both(
      ["[{item}|name]吧。", "就订[{item}|name]。"], ["[{item}|name], please.", "I'll take [{item}|name]."]),
    giveUp: Both(
      ["那先不订了，我再看看高铁。", "算了，我改天再订吧。"],
      ["Then I'll leave it and look at trains.", "Never mind, I'll book another day."]),
    cancels: true, frames: [:],
    attributes: [
      AttributeLines(
        "fare", zh: ["[这班|demonstrative]多少钱？", "票价多少？"],
        en: ["How much is [it|pronoun]?", "What's the fare?"],
        nthZh: ["[{nth}班|ordinal]多少钱？"], nthEn: ["How much is [the {nth} one|ordinal]?"],
        answerZh: ["{value}元，含税。", "全价{value}元。"],
        answerEn: ["It's {value} yuan including taxes.", "The fare is {value} yuan."]),
      AttributeLines(
        "baggage", zh: ["能托运多少行李？", "[这班|demonstrative]行李额是多少？"],
        en: [
          "How much luggage can I check in?", "What's the baggage allowance on [that one|demonstrative]?",
        ],
        nthZh: ["[{nth}班|ordinal]能托运多少？"],
        nthEn: ["What's the baggage allowance on [the {nth} one|ordinal]?"],
        answerZh: ["可以免费托运{value}公斤。"], answerEn: ["You can check in {value} kilograms."]),
      AttributeLines(
        "meal", zh: ["飞机上有餐吗？", "[它|pronoun]含餐食吗？"],
        en: ["Do they serve a meal on [it|pronoun]?", "Is there food on board?"],
        nthZh: ["[{nth}班|ordinal]有餐食吗？"], nthEn: ["Do they serve a meal on [the {nth} one|ordinal]?"],
        answerZh: ["有的，提供一顿正餐。"], answerEn: ["Yes, a full meal is served."], noZh: ["没有正餐，只有饮料。"],
        noEn: ["No, only drinks."]),
      AttributeLines(
        "direct", zh: ["是直飞吗？", "[这班|demonstrative]要不要转机？"],
        en: ["Is [it|pronoun] direct?", "Is that a direct flight?"],
        nthZh: ["[{nth}班|ordinal]是直飞吗？"], nthEn: ["Is [the {nth} one|ordinal] direct?"],
        answerZh: ["是直飞，不用转机。"], answerEn: ["Yes, it's non-stop."], noZh: ["不是直飞，中途要停一次。"],
        noEn: ["No, it stops once on the way."]),
    ],
    policies: [
      PolicyLines(
        "change", zh: ["买了以后能改签吗？", "对了，这种票可以改签吧？"],
        en: ["Can I change the booking later, by the way?", "Oh, and can these tickets be changed?"],
        yesZh: ["可以免费改签一次。"], yesEn: ["Yes, once, free of charge."], noZh: ["特价票不能改签。"],
        noEn: ["No, not with these fares."]),
      PolicyLines(
        "checkin", zh: ["可以网上值机吗？"], en: ["Can I check in online?"],
        yesZh: ["可以，起飞前一天开放。"], yesEn: ["Yes, from one day before departure."], noZh: ["这条航线要到柜台办。"],
        noEn: ["No, on this route you check in at the desk."]),
      PolicyLines(
        "stroller", zh: ["婴儿车能免费托运吗？"], en: ["Can I check in a pushchair for free?"],
        yesZh: ["可以，不占行李额。"], yesEn: ["Yes, it doesn't count towards your allowance."],
        noZh: ["要算在行李额里。"], noEn: ["No, it counts towards your allowance."]),
    ])
}
