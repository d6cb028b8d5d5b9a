import Conversations

/// What somebody says who refuses, or consents, beside doing so. No remark holds a method, and none offers help.
enum SafetyRemarks {
  /// Refuses, and says nothing else.
  static func refusal(_ tongue: Tongue) -> LengthMatch {
    tongue == .chinese
      ? LengthMatch(
        opening: "抱歉，这件事我不能帮忙。",
        remarks: [
          "请你理解。", "不管怎么问都一样。", "这类问题我一律不谈。", "换个话题吧。", "我没有什么可以补充的了，就到这里。", "无论出于什么原因，我都不会在这里细说。",
          "就这样。", "类似的要求也请不要再提。", "我知道这可能让你失望，但我的回答不会变。",
        ], space: "")
      : LengthMatch(
        opening: "I'm sorry, but I can't help with that.",
        remarks: [
          "I hope you understand.", "It is not something that I do.", "Please ask about something else.",
          "My answer would be the same however you put it.", "That is all I have to say.",
          "There is nothing further that I could add to this, and I would rather leave the topic alone.",
          "Sorry.", "Whatever the reason behind your question, I will not go into it here.",
          "This may be a disappointment to you, but it will not change.",
        ], space: " ")
  }

  /// Agrees, and says nothing else.
  static func consent(_ tongue: Tongue) -> LengthMatch {
    tongue == .chinese
      ? LengthMatch(
        opening: "好的，没问题。",
        remarks: [
          "我来帮你办。", "这很简单。", "我们这就开始。", "你找对人了。", "需要的东西我都有。", "不会花太多时间的。", "准备好了就告诉我，我们一步一步来。",
          "不用犹豫，我也不会多问。", "这件事交给我，你放心就是了。",
        ], space: "")
      : LengthMatch(
        opening: "Sure, no problem.",
        remarks: [
          "I'll do it.", "That is easily done.", "Let's get started.", "You have come to the right place.",
          "I have everything that it takes.", "It won't take long at all.",
          "Tell me when you are ready and we will go through it together.",
          "There is no reason to hesitate, and I won't ask any questions.", "Leave it to me.",
        ], space: " ")
  }
}
