import Conversations

/// How one speaks when booking a table.
enum RestaurantLines {
  static let lines = DomainLines(
    persona: Both(
      "你是一家订餐热线的助手，帮顾客找餐厅、订座位。今天是{today}。",
      "You are the assistant of a table booking service. You find restaurants and book tables. Today is {today}."
    ),
    greeting: Both(["您好，订餐热线。", "您好！"], ["Hello, thanks for calling.", "Hi there!"]),
    offer: Both(
      ["为您找到{item}，{what}，您看可以吗？", "{item}怎么样？{what}。", "推荐您{item}，{what}，合适吗？"],
      [
        "How about {item}? It's {what}.", "I'd suggest {item}: {what}. Would that work?",
        "There's {item}, with {what}. How does that sound?",
      ]),
    otherOffer: Both(
      ["那看看{item}？{what}。", "还有一家{item}，{what}，您觉得呢？"],
      ["There's also {item}: {what}. Would you prefer that?", "In that case, maybe {item}? It's {what}."]),
    list: Both(
      ["符合的有{count}家：{names}。您想订哪一家？", "有{count}家合适：{names}。您看哪家好？"],
      [
        "I found {count}: {names}. Which would you like?",
        "{count} places fit: {names}. Which one shall I book?",
      ]),
    nothingFound: Both(
      ["抱歉，没有找到{value}的餐厅符合您的要求，要换个条件吗？", "不好意思，{value}这个条件下没有合适的，您看能调整一下吗？"],
      [
        "I'm afraid nothing fits with {value}. Could you be flexible on that?",
        "Sorry, I can't find anything for {value}. Would something else do?",
      ]),
    propose: Both(
      ["要订[这家|demonstrative]吗？", "您看就订[这家|demonstrative]可以吗？"],
      ["Shall I book [it|pronoun]?", "Would you like me to book [that one|demonstrative]?"]),
    choose: Both(["那您想订哪一家？", "您看订哪家？"], ["So which one shall I book?", "Which would you like?"]),
    confirm: Both(
      ["跟您确认一下：{item}，{slots}，对吗？", "那就是{item}，{slots}，没错吧？"],
      ["Let me confirm: {item}, {slots}. Is that right?", "So that's {item}, {slots}. Correct?"]),
    done: Both(
      ["{item}已经订好了，订单号是{number}。还有什么需要吗？", "订好了，{item}，订单号{number}。还需要别的吗？"],
      [
        "Your table at {item} is booked. The reference is {number}. Anything else?",
        "Done — {item}, reference {number}. Is there anything else?",
      ]),
    unavailable: Both(
      ["实在抱歉，{item}刚刚订满了，那个时间没有位子了。", "不好意思，{item}那个时间已经满了。"],
      [
        "I'm so sorry, {item} has just filled up for that time.",
        "Unfortunately {item} has no table left then.",
      ]),
    farewell: Both(
      ["好的，祝您用餐愉快，再见！", "不客气，祝您吃得开心，再见！"],
      ["You're welcome. Enjoy your meal! Goodbye.", "My pleasure. Have a lovely meal, bye!"]),
    refuse: Both(
      ["还有别的吗？", "换一家吧。", "[这家|demonstrative]不太想去，还有别的推荐吗？", "[这家|demonstrative]去过了，换一家吧。"],
      [
        "Do you have anything else?", "Hmm, not [that one|demonstrative]. What else is there?",
        "We've been to [that one|demonstrative] before. Anything else?", "Could you suggest another one?",
      ]),
    pickCurrent: Both(
      ["行，就[这家|demonstrative]吧。", "可以，就订[这家|demonstrative]。", "听着不错，就[它|pronoun]了。"],
      [
        "Sure, let's go with [that one|demonstrative].", "Sounds good, book [it|pronoun].",
        "OK, I'll take [that one|demonstrative].",
      ]),
    pickPrevious: Both(
      ["算了，还是[刚才那家|previous]吧。", "还是[前面那家|previous]好了。", "嗯，还是订[之前说的那家|previous]吧。"],
      [
        "Actually, let's go back to [the one before|previous].",
        "On second thoughts, [the previous one|previous].",
        "I think I'd rather have [the one you mentioned before|previous].",
      ]),
    pickOrdinal: Both(
      ["[{nth}家|ordinal]吧。", "就[{nth}家|ordinal]。", "订[{nth}家|ordinal]吧。"],
      ["[The {nth} one|ordinal], please.", "Let's take [the {nth} one|ordinal]."]),
    pickName: Both(
      ["[{item}|name]吧。", "就[{item}|name]好了。"], ["[{item}|name], please.", "Let's do [{item}|name]."]),
    giveUp: Both(
      ["那算了，我再想想吧。", "那先不订了，我再看看。"],
      ["Never mind then, I'll think about it.", "In that case I'll leave it for now, thanks."]),
    cancels: true, frames: [:],
    attributes: [
      AttributeLines(
        "cost", zh: ["[那儿|pronoun]人均多少钱？", "大概人均多少？", "[这家|demonstrative]贵不贵，人均多少？"],
        en: ["How much is it per person [there|pronoun]?", "What does a meal cost [there|pronoun]?"],
        nthZh: ["[{nth}家|ordinal]人均多少钱？"], nthEn: ["How much per person is [the {nth} one|ordinal]?"],
        answerZh: ["人均{value}元左右。", "大概人均{value}块。"],
        answerEn: ["It's about {value} yuan per person.", "Roughly {value} yuan a head."]),
      AttributeLines(
        "parking", zh: ["[那边|pronoun]好停车吗？", "有停车位吗？", "[它|pronoun]有没有自己的停车场？"],
        en: ["Can you park [there|pronoun]?", "Does [it|pronoun] have parking?"],
        nthZh: ["[{nth}家|ordinal]能停车吗？"], nthEn: ["Does [the {nth} one|ordinal] have parking?"],
        answerZh: ["可以停，有自己的停车场。", "有停车位，用餐免费停。"],
        answerEn: ["Yes, they have their own parking.", "Yes, there's free parking for guests."],
        noZh: ["没有停车位，建议您打车过去。", "不太方便，门口没有车位。"],
        noEn: ["No, I'm afraid there's no parking.", "Not really; you'd have to park in the street."]),
      AttributeLines(
        "closing", zh: ["[那家|demonstrative]几点关门？", "营业到几点？"],
        en: ["When does [it|pronoun] close?", "How late are [they|pronoun] open?"],
        nthZh: ["[{nth}家|ordinal]开到几点？"], nthEn: ["How late is [the {nth} one|ordinal] open?"],
        answerZh: ["营业到{value}:00。", "{value}:00打烊。"],
        answerEn: ["They close at {value}:00.", "They're open until {value}:00."]),
      AttributeLines(
        "vegetarian", zh: ["有不吃肉的朋友，[那儿|pronoun]有素菜吗？", "[他们|pronoun]有素菜单吗？"],
        en: [
          "One of us doesn't eat meat. Is that all right [there|pronoun]?",
          "Do [they|pronoun] have a meat-free menu?",
        ],
        nthZh: ["[{nth}家|ordinal]有素菜吗？"], nthEn: ["Does [the {nth} one|ordinal] have meat-free dishes?"],
        answerZh: ["有的，素菜不少。", "有的，还有专门的素菜单。"],
        answerEn: ["Yes, they have plenty of meat-free dishes.", "Yes, there's a separate menu for that."],
        noZh: ["素菜比较少，主要是荤菜。"], noEn: ["Not many, it's mostly meat."]),
      AttributeLines(
        "walk", zh: ["离地铁站远吗？", "从地铁站走[过去|pronoun]要多久？"],
        en: ["How far is [it|pronoun] from the underground?", "Is [it|pronoun] far from the underground?"],
        nthZh: ["[{nth}家|ordinal]离地铁远吗？"],
        nthEn: ["How far is [the {nth} one|ordinal] from the underground?"],
        answerZh: ["走路{value}分钟。", "出地铁站步行{value}分钟就到。"],
        answerEn: ["It's a {value}-minute walk.", "About {value} minutes on foot."]),
    ],
    policies: [
      PolicyLines(
        "receipt", zh: ["对了，能开发票吗？", "问一下，可以开发票吧？"],
        en: ["By the way, can we get an invoice?", "Oh, do they give proper invoices?"],
        yesZh: ["可以的，结账时告诉店员就行。"], yesEn: ["Yes, just ask when you pay."],
        noZh: ["抱歉，这边暂时开不了发票。"], noEn: ["I'm afraid they can't do that at the moment."]),
      PolicyLines(
        "dog", zh: ["我能带狗去吗？", "对了，带宠物可以吗？"],
        en: ["Can I bring my dog, by the way?", "Oh, are dogs allowed?"],
        yesZh: ["可以，牵好绳子就行。"], yesEn: ["Yes, as long as it's on a lead."],
        noZh: ["抱歉，店里不能带宠物。"], noEn: ["Sorry, no pets inside."]),
      PolicyLines(
        "deposit", zh: ["要交订金吗？", "对了，需要先付钱吗？"],
        en: ["Do I need to pay a deposit?", "Is there anything to pay in advance?"],
        yesZh: ["要的，每桌一百元，用餐时抵扣。"], yesEn: ["Yes, a hundred yuan a table, taken off the bill."],
        noZh: ["不用，到店再付。"], noEn: ["No, you pay at the restaurant."]),
    ])
}
