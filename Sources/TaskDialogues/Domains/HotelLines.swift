import Conversations

/// How one speaks when booking a room.
enum HotelLines {
  static let lines = DomainLines(
    persona: Both(
      "你是一家酒店预订平台的客服助手，帮客人找酒店、订房间。今天是{today}。",
      "You are the assistant of a hotel booking service. You find hotels and book rooms. Today is {today}."),
    greeting: Both(
      ["您好，酒店预订。", "您好，很高兴为您服务。"], ["Hello, hotel reservations.", "Hello, how nice of you to call."]),
    offer: Both(
      ["给您推荐{item}，{what}，可以吗？", "{item}您看怎么样？{what}。", "为您查到{item}，{what}，合适吗？"],
      [
        "How about {item}? It's {what}.", "I'd recommend {item}, {what}. Would that suit you?",
        "There's {item}, {what}. What do you think?",
      ]),
    otherOffer: Both(
      ["那{item}呢？{what}。", "还有一家{item}，{what}，您看行吗？"],
      ["Then perhaps {item}? It's {what}.", "There's also {item}, {what}. Would that be better?"]),
    list: Both(
      ["有{count}家符合：{names}。您想住哪家？", "查到{count}家：{names}，您看哪家合适？"],
      [
        "There are {count}: {names}. Which do you prefer?",
        "I have {count} for you: {names}. Which shall I take?",
      ]),
    nothingFound: Both(
      ["抱歉，{value}没有符合条件的酒店了，换个条件看看？", "不好意思，{value}这个要求下没查到酒店，能调整一下吗？"],
      [
        "I'm sorry, there's nothing that fits with {value}. Could you change that?",
        "Nothing comes up for {value}, I'm afraid. What else would work?",
      ]),
    propose: Both(
      ["要订[这家|demonstrative]吗？", "给您订[这家|demonstrative]可以吗？"],
      ["Shall I book [it|pronoun]?", "Do you want me to reserve [this one|demonstrative]?"]),
    choose: Both(["那您想订哪家？", "您决定住哪家？"], ["So which one will it be?", "Which one shall I reserve?"]),
    confirm: Both(
      ["跟您核对一下：{item}，{slots}，对吗？", "您订的是{item}，{slots}，没问题吧？"],
      ["Just to confirm: {item}, {slots}. Is that correct?", "So that's {item}, {slots}. Right?"]),
    done: Both(
      ["{item}已经预订成功，确认号{number}。还有其他需要吗？", "订好了，{item}，确认号是{number}。还有什么可以帮您？"],
      [
        "{item} is booked, confirmation number {number}. Anything else?",
        "All set at {item}. Your confirmation number is {number}. Is there anything else?",
      ]),
    unavailable: Both(
      ["很抱歉，{item}那几天刚好满房了。", "不好意思，刚查了一下，{item}已经没有这种房了。"],
      [
        "I'm very sorry, {item} has just sold out for those days.",
        "Unfortunately {item} has none of those rooms left.",
      ]),
    farewell: Both(
      ["好的，祝您入住愉快，再见！", "不客气，祝您旅途顺利，再见！"],
      ["You're welcome. Enjoy your stay! Goodbye.", "My pleasure. Have a pleasant trip, goodbye."]),
    refuse: Both(
      ["还有别的选择吗？", "换一家看看。", "[这家|demonstrative]上次住过，不太满意，换一家吧。"],
      [
        "Is there anything else?",
        "I stayed at [that one|demonstrative] last time and didn't like it. What else is there?",
        "Hmm, not [that one|demonstrative]. Any alternatives?",
      ]),
    pickCurrent: Both(
      ["可以，就订[这家|demonstrative]。", "行，[这家|demonstrative]吧。", "挺好，就[它|pronoun]吧。"],
      [
        "Fine, book [it|pronoun].", "Good, I'll take [that one|demonstrative].",
        "Yes, let's have [that one|demonstrative].",
      ]),
    pickPrevious: Both(
      ["想了想，还是[刚才那家|previous]吧。", "还是订[前面那家|previous]吧。"],
      [
        "Thinking about it, I'd rather have [the previous one|previous].",
        "Let's go back to [the one before|previous].",
      ]),
    pickOrdinal: Both(
      ["[{nth}家|ordinal]吧。", "订[{nth}家|ordinal]。"],
      ["[The {nth} one|ordinal], please.", "I'll take [the {nth} one|ordinal]."]),
    pickName: Both(
      ["[{item}|name]吧。", "就订[{item}|name]。"], ["[{item}|name], please.", "Let's take [{item}|name]."]),
    giveUp: Both(
      ["那先不订了，我再看看别的。", "那算了，我跟家里人商量一下再说。"],
      ["Then I'll leave it for now.", "Never mind, I'll have to talk it over at home first."]),
    cancels: true,
    frames: [
      "date": Both("{value}入住", "arriving {value}"), "nights": Both("住{value}", "{value}"),
    ],
    attributes: [
      AttributeLines(
        "rate", zh: ["[那儿|pronoun]多少钱一天？", "房费多少？"],
        en: ["How much is [it|pronoun] a night?", "What do they charge per night [there|pronoun]?"],
        nthZh: ["[{nth}家|ordinal]房费多少？"], nthEn: ["How much a night is [the {nth} one|ordinal]?"],
        answerZh: ["每晚{value}元。", "{value}元一天。"],
        answerEn: ["It's {value} yuan a night.", "{value} yuan per night."]),
      AttributeLines(
        "breakfast", zh: ["[它|pronoun]含早餐吗？", "房费包早餐吗？"],
        en: ["Is breakfast included?", "Does [it|pronoun] come with breakfast?"],
        nthZh: ["[{nth}家|ordinal]含早吗？"], nthEn: ["Does [the {nth} one|ordinal] include breakfast?"],
        answerZh: ["含早餐的。", "包早餐，自助的。"],
        answerEn: ["Yes, breakfast is included.", "Yes, there's a breakfast buffet."],
        noZh: ["不含早餐，可以到店加。"], noEn: ["No, breakfast is extra."]),
      AttributeLines(
        "parking", zh: ["能停车吗？", "[那边|pronoun]好停车吗？"],
        en: ["Can I park [there|pronoun]?", "Does [it|pronoun] have a car park?"],
        nthZh: ["[{nth}家|ordinal]有停车场吗？"], nthEn: ["Does [the {nth} one|ordinal] have a car park?"],
        answerZh: ["可以，住客免费停车。"], answerEn: ["Yes, parking is free for guests."],
        noZh: ["没有停车场，附近有收费的。"], noEn: ["No, but there's a paid car park nearby."]),
      AttributeLines(
        "pool", zh: ["[那里|pronoun]有游泳池吗？", "能游泳吗？"],
        en: ["Does [it|pronoun] have a pool?", "Is there a swimming pool [there|pronoun]?"],
        nthZh: ["[{nth}家|ordinal]有泳池吗？"], nthEn: ["Does [the {nth} one|ordinal] have a pool?"],
        answerZh: ["有的，室内恒温泳池。"], answerEn: ["Yes, a heated indoor pool."], noZh: ["没有泳池。"],
        noEn: ["No, there's no pool."]),
      AttributeLines(
        "checkout", zh: ["最晚几点退房？", "[那家|demonstrative]退房是几点？"],
        en: ["When do I have to check out?", "What's the check-out time [there|pronoun]?"],
        nthZh: ["[{nth}家|ordinal]几点退房？"], nthEn: ["What's the check-out time at [the {nth} one|ordinal]?"],
        answerZh: ["最晚{value}:00退房。"], answerEn: ["Check-out is by {value}:00."]),
    ],
    policies: [
      PolicyLines(
        "invoice", zh: ["对了，能开专票吗？", "可以开发票吧？"],
        en: ["By the way, can I get a tax invoice?", "Will I get an invoice for my company?"],
        yesZh: ["可以，退房时前台开。"], yesEn: ["Yes, ask at the front desk when you check out."],
        noZh: ["抱歉，只能开普通收据。"], noEn: ["I'm afraid they can only give you a receipt."]),
      PolicyLines(
        "pets", zh: ["我能带猫住吗？", "对了，可以带宠物吗？"], en: ["Can I bring my cat?", "Do they take pets, by the way?"],
        yesZh: ["可以，需要交一点清洁费。"], yesEn: ["Yes, for a small cleaning fee."], noZh: ["不好意思，不能带宠物。"],
        noEn: ["Sorry, pets aren't allowed."]),
      PolicyLines(
        "luggage", zh: ["到得早的话能先寄存行李吗？"], en: ["If I get there early, can I leave my luggage?"],
        yesZh: ["可以，放前台就行。"], yesEn: ["Yes, you can leave it at the front desk."], noZh: ["抱歉，暂时不能寄存。"],
        noEn: ["I'm afraid that isn't possible at the moment."]),
    ])
}
