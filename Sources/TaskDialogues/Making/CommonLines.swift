import Conversations

/// What people say in all tasks alike. In braces: `{new}`, `{old}`, `{value}`; in brackets what points back.
enum CommonLines {
  static let greetings = Both(["你好，", "您好，", "喂，你好，"], ["Hi, ", "Hello, ", "Hi there, "])
  static let agree = Both(
    ["对。", "没错。", "是的，没问题。", "嗯，就这样。", "对的，麻烦了。"],
    ["Yes, that's right.", "That's correct.", "Yes, please.", "Yep, all good.", "Exactly, thanks."])
  static let changeNaming = Both(
    ["不对，说错了，是{new}，不是{old}。", "等等，不是{old}，是{new}。", "哎，{old}不行，改成{new}吧。"],
    [
      "Sorry, not {old}. {New}.", "Wait, I said {old} but I meant {new}.",
      "Hang on, {old} won't work. Make it {new}.",
    ])
  static let change = Both(
    ["等一下，改成{new}吧。", "哦不，应该是{new}。", "不好意思，我说错了，是{new}。"],
    ["Wait, make that {new}.", "Sorry, I meant {new}.", "Actually, {new}, please."])
  static let mendNaming = Both(
    ["不对，是{new}，不是{old}。", "不是{old}，我说的是{new}。"],
    ["No, not {old}. I said {new}.", "Not quite: {new}, not {old}."])
  static let mend = Both(
    ["不对，是{new}。", "您听错了，是{new}。"], ["No, it's {new}.", "Almost. It should be {new}."])
  static let changeAfterwards = Both(
    ["对了，还能改成{new}吗？", "不好意思，能不能改成{new}？"],
    ["Oh, could you still change that to {new}?", "Sorry, can we make it {new} after all?"])
  static let changeForWant = Both(
    ["那{new}吧。", "那就换成{new}。", "{new}也可以。"], ["Then {new}.", "{New} would do, too.", "OK, let's say {new}."])
  static let repeated = Both(["{new}。", "我说{new}。"], ["{New}.", "I said {new}."])
  static let leads = Both(["嗯，", "那就", ""], ["Um, ", "Let's say ", "Well, "])
  static let leave = Both(
    ["没有了，谢谢，再见。", "不用了，谢谢你，拜拜。", "没别的了，多谢，再见。"],
    [
      "No, that's everything. Thanks, bye.", "That's all, thank you. Goodbye.",
      "No, that's it. Thanks a lot, bye!",
    ])
  static let goodbyeUndone = Both(
    ["好的，没关系，再见！", "好的，需要的时候随时找我，再见！"],
    ["No problem at all. Goodbye!", "That's fine. I'm here whenever you need me. Bye!"])
  static let noted = Both(["好的。", "好的，明白。", "没问题。", "好。"], ["Sure.", "Got it.", "Of course.", "All right."])
  static let echo = Both(
    ["好的，{value}。", "{value}，记下了。", "好，{value}。"],
    ["{Value}, got it.", "All right, {value}.", "OK, {value}."])
  static let changed = Both(
    ["好的，改成{value}了。", "没问题，已经改成{value}。", "好，那就是{value}。"],
    ["No problem, I've changed it to {value}.", "All right, {value} it is.", "Sure, {value} then."])
  static let unheard = Both(
    ["抱歉，刚才没听清。", "不好意思，没听清楚。"], ["Sorry, I didn't catch that.", "I'm sorry, I missed that."])
  static let chosen = Both(["好的，{item}。", "好，就{item}。"], ["{item}, good choice.", "OK, {item}."])
  static let handOver = Both(
    ["实在抱歉，还是没听清，我给您转人工客服。", "不好意思，信号好像不太好，我帮您转接人工。"],
    [
      "I'm really sorry, I still can't make that out. Let me put you through to a colleague.",
      "I'm afraid the line is very bad. I'll transfer you to one of my colleagues.",
    ])
  static let more = Both(["还有别的需要吗？", "还需要什么吗？"], ["Anything else?", "Is there anything else I can do?"])

  static let today = Both(
    ["对了，今天星期几来着？", "今天是星期几？我都过糊涂了。"],
    ["What day is it today, by the way?", "Sorry, what day of the week is it today?"])
  static let todayAnswer = Both(["今天{day}。", "{day}。"], ["It's {day} today.", "Today is {day}."])
  static let dateOf = Both(
    ["等一下，{value}是几号来着？", "{value}是几号？"],
    ["Hang on, what date is that, {value}?", "Which date is that again, {value}?"])
  static let dateAnswer = Both(["是{date}。", "{date}。"], ["That's {date}.", "It's {date}."])
  static let cancelling = Both(
    ["要是临时有事，能取消吗？", "对了，取消的话要提前多久？"],
    ["What if something comes up, can I cancel?", "How late can I cancel, by the way?"])
  static let cancellingAnswer = Both(
    ["可以，提前{hours}小时取消都不收费。", "提前{hours}小时告诉我们就行，不收费。"],
    [
      "You can, free of charge, up to {hours} hours before.",
      "Up to {hours} hours before, and it costs nothing.",
    ])
  static let machine = Both(
    ["你是真人吗？", "等等，我是在跟机器人说话吗？"], ["Am I talking to a real person?", "Wait, are you a robot?"])
  static let machineAnswer = Both(
    ["我是语音助手，不过这些我都能帮您办好。", "我是智能助手，您直接跟我说就行。"],
    [
      "I'm an automated assistant, but I can take care of this for you.",
      "I'm a virtual assistant, so just tell me what you need.",
    ])

  static let ordinals = Both(["第一", "第二", "第三"], ["first", "second", "third"])
}
