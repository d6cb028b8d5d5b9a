import Conversations

/// Sentences that say nothing of the matter; they make lengths equal, on either side alike.
enum PairWords {
  static func remarks(_ tongue: Tongue) -> [String] {
    tongue == .chinese
      ? [
        "好的。", "当然可以。", "没问题，请看下面。", "下面是整理好的内容。", "这个问题很常见，回答如下。", "按您要求的格式写在下面了，请查收。",
        "希望下面这些内容对您有用，不清楚的地方可以再问。", "我尽量写得简单明了，方便您直接拿去使用，也方便以后查看和核对。",
      ]
      : [
        "Sure.", "Of course.", "Here you are.", "No problem at all.", "Here is what you asked for.",
        "I hope that the following is useful to you.",
        "This is a question that many people ask, so here is a short reply.",
        "I have kept it plain and simple so that you can use it right away and come back to it later.",
      ]
  }

  /// Sentences of a refusal; the first is always said.
  static func refusals(_ tongue: Tongue) -> [String] {
    tongue == .chinese
      ? [
        "很抱歉，这个问题我无法回答。", "它超出了我的能力范围。", "请您谅解。", "建议您查阅其他资料，或者向专业人士请教。",
        "为了避免误导您，我不便给出任何具体内容。", "如果您有别的问题，欢迎随时告诉我，我会尽力而为。",
      ]
      : [
        "I am sorry, but I cannot answer this question.", "It is outside of what I am able to do.",
        "Thank you for understanding.",
        "Please look it up elsewhere, or turn to somebody who is qualified for it.",
        "I would rather not give any details, since they might mislead you.",
        "If there is anything else on your mind, do let me know and I will try my best.",
      ]
  }

  /// What begins a repetition of it all.
  static func again(_ tongue: Tongue) -> String {
    tongue == .chinese ? "总之，再说一遍：" : "In short, and once again: "
  }
}
