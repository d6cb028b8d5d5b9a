import Conversations
import RandomStreams

/// Puts what is said in a smart home into the words of one language.
struct HomeVoice {
  let tongue: Tongue
  var stream: RandomStream

  private var isChinese: Bool { tongue == .chinese }

  private mutating func one(_ chinese: [String], _ english: [String]) -> String {
    stream.choose(isChinese ? chinese : english) ?? ""
  }

  private func device(_ order: HomeMove.Order) -> String {
    isChinese
      ? order.room.name.chinese + "的" + order.kind.name.chinese
      : "the " + order.room.name.english + " " + order.kind.name.english
  }

  private func amount(_ order: HomeMove.Order) -> String {
    order.action.value + (order.kind.level?.unit[tongue] ?? "")
  }

  /// What a reading is of, in Chinese.
  private func measure(_ kind: HomeDevices.Kind) -> String {
    ["light": "亮度", "aircon": "温度", "speaker": "音量"][kind.key] ?? ""
  }

  mutating func say(_ move: HomeMove) -> MarkedLine {
    let text = words(move)
    return MarkedLine(isChinese ? text : DialogueVoice.sentenceCase(text))
  }

  private mutating func words(_ move: HomeMove) -> String {
    switch move {
    case .order(let order, let greets):
      let text = command(order, device(order))
      guard greets else { return text }
      let hello = one(["你好，", "小助手，"], ["Hi, ", "Hello, "])
      return hello + (isChinese ? text : text.prefix(1).lowercased() + text.dropFirst())
    case .vague(let order):
      return command(order, isChinese ? order.kind.name.chinese : "the " + order.kind.name.english)
    case .room(let room):
      let name = room.name[tongue]
      return one(["\(name)的。", "\(name)。"], ["The one in the \(name).", "In the \(name)."])
    case .also(let order): return also(order)
    case .again(let order): return again(order)
    case .wrongRoom(let order, let was):
      let (new, old) = (order.room.name[tongue], was.name[tongue])
      return one(
        ["不对，是\(new)的，不是\(old)的。", "说错了，我要的是\(new)，不是\(old)。"],
        ["No, not in the \(old), in the \(new).", "Sorry, I meant the \(new), not the \(old)."])
    case .undo:
      return one(
        ["[刚才那个|previous]算了，恢复原样吧。", "还是别了，把[刚才那步|previous]撤回。"],
        [
          "Actually, undo [that last one|previous].",
          "On second thoughts, put [that|previous] back as it was.",
        ])
    case .ask(let order):
      let m = measure(order.kind)
      return one(
        ["\(device(order))现在\(m)多少？", "\(device(order))\(m)是多少？"],
        order.kind.key == "aircon"
          ? ["What temperature is \(device(order)) set to?"]
          : ["What is \(device(order)) set to?", "What level is \(device(order)) at?"])
    case .lightsOut:
      return one(["把所有的灯都关掉。", "灯全关了吧。"], ["Turn off all the lights.", "All lights off, please."])
    case .yes: return one(["对，关了吧。", "嗯，关吧。", "是的。"], ["Yes, please.", "Yes.", "Go ahead."])
    case .no: return one(["算了，先留着。", "不用了，先别关。"], ["No, leave them on.", "Actually no, don't."])
    case .fine: return one(["那算了。", "好吧，回头再说。"], ["Never mind then.", "OK, later then."])
    case .leave:
      return one(["好了，谢谢，没别的事了。", "就这些，谢谢，再见。"], ["That's all, thank you. Bye.", "Thanks, that's it. Bye."])
    case .done(let orders):
      let lead = one(["好的，", "没问题，", ""], ["OK, ", "Sure, ", ""])
      return lead + orders.map(result).joined(separator: isChinese ? "，" : ", and ") + (isChinese ? "。" : ".")
    case .moved(let order, let was):
      let old = was.name[tongue]
      return isChinese
        ? "抱歉，\(old)的已恢复，\(result(order))。" : "Sorry. The \(old) is back as it was, and \(result(order))."
    case .undone(let order):
      return isChinese ? "好的，已撤回，\(result(order))。" : "OK, undone: \(result(order))."
    case .whichRoom(let kind):
      let name = kind.name[tongue]
      return one(["请问是哪个房间的\(name)？", "哪个房间的\(name)？"], ["The \(name) in which room?", "In which room?"])
    case .reading(let order):
      let value = amount(order)
      return isChinese ? "现在是\(value)。" : "It's at \(value)."
    case .confirmLightsOut(let count):
      return isChinese
        ? "现在有\(Numerals.counting(count))盏灯亮着，全部关掉吗？"
        : count == 1
          ? "One light is on. Shall I turn it off?"
          : "\(Numerals.spelled(count, tongue)) lights are on. Shall I turn them all off?"
    case .allOut: return one(["好的，灯全部关了。", "已全部关闭。"], ["All lights are off.", "Done, they're all off."])
    case .spared: return one(["好的，先不关。"], ["OK, I'll leave them on."])
    case .offline(let order):
      return isChinese
        ? "抱歉，\(device(order))离线了，暂时控制不了。"
        : "Sorry, \(device(order)) is offline, so I can't reach \(order.kind.key == "curtain" ? "them" : "it")."
    case .later: return one(["好的，等它恢复了再试。"], ["OK, let's try again when it's back."])
    case .goodbye: return one(["不客气，再见！", "好的，有事随时叫我。"], ["You're welcome. Goodbye!", "Any time. Bye!"])
    }
  }

  private mutating func command(_ order: HomeMove.Order, _ device: String) -> String {
    let isCurtain = order.kind.key == "curtain"
    switch order.action {
    case .on:
      return isCurtain
        ? one(["把\(device)拉开。", "拉开\(device)。"], ["Open \(device).", "Could you open \(device)?"])
        : one(
          ["把\(device)打开。", "打开\(device)。", "\(device)开一下。"],
          ["Turn on \(device).", "Switch on \(device), please."])
    case .off:
      return isCurtain
        ? one(["把\(device)拉上。", "拉上\(device)。"], ["Close \(device).", "Could you close \(device)?"])
        : one(["把\(device)关掉。", "关一下\(device)。"], ["Turn off \(device).", "Switch off \(device), please."])
    case .set:
      let value = amount(order)
      return one(
        ["把\(device)调到\(value)。", "\(device)设成\(value)。"],
        ["Set \(device) to \(value).", "Put \(device) at \(value), please."])
    case .more: return adjusting(order, device, isMore: true)
    case .less: return adjusting(order, device, isMore: false)
    }
  }

  private mutating func adjusting(_ order: HomeMove.Order, _ device: String, isMore: Bool) -> String {
    switch order.kind.key {
    case "light":
      return isMore
        ? one(["\(device)亮一点。", "把\(device)调亮一点。"], ["Make \(device) a bit brighter."])
        : one(["\(device)暗一点。", "把\(device)调暗一点。"], ["Dim \(device) a little."])
    case "aircon":
      return isMore
        ? one(["\(device)温度高一点。", "把\(device)调高一点。"], ["Make \(device) a bit warmer."])
        : one(["\(device)温度低一点。", "把\(device)调低一点。"], ["Make \(device) a bit cooler."])
    default:
      return isMore
        ? one(["\(device)声音大一点。"], ["Turn \(device) up a bit."])
        : one(["\(device)声音小一点。"], ["Turn \(device) down a bit."])
    }
  }

  private mutating func also(_ order: HomeMove.Order) -> String {
    let room = order.room.name[tongue]
    switch order.action {
    case .on:
      let verb = order.kind.key == "curtain" ? "拉开" : "打开"
      return one(
        ["\(room)的也\(verb)。", "还有\(room)的。"], ["The one in the \(room) too.", "And in the \(room) as well."])
    case .off:
      let verb = order.kind.key == "curtain" ? "拉上" : "关掉"
      return one(
        ["\(room)的也\(verb)。", "\(room)的也一样。"], ["The \(room) too, please.", "Same in the \(room)."])
    default:
      return one(["\(room)的也调到\(amount(order))。"], ["\(amount(order)) in the \(room) too, please."])
    }
  }

  /// With a pronoun, or nothing at all.
  private mutating func again(_ order: HomeMove.Order) -> String {
    let isCurtain = order.kind.key == "curtain"
    let it = isCurtain ? "them" : "it"
    let value = amount(order)
    switch order.action {
    case .on:
      return isCurtain
        ? one(["再拉开吧。"], ["Open [them|pronoun] again."])
        : one(["再把[它|pronoun]打开。", "再打开吧。"], ["Turn [it|pronoun] back on."])
    case .off:
      return isCurtain
        ? one(["还是拉上吧。"], ["Close [\(it)|pronoun] again."])
        : one(
          ["把[它|pronoun]关了吧。", "还是关掉吧。"],
          ["Turn [\(it)|pronoun] off again.", "Switch [\(it)|pronoun] off after all."])
    case .set:
      return one(
        ["把[它|pronoun]调到\(value)。", "再调到\(value)。", "\(value)就好。"],
        ["Set [it|pronoun] to \(value).", "Make [it|pronoun] \(value)."])
    case .more:
      switch order.kind.key {
      case "light":
        return one(
          ["再亮一点。", "有点暗，[它|pronoun]再亮一点。"], ["A bit brighter.", "Make [it|pronoun] a bit brighter."])
      case "aircon":
        return one(
          ["有点冷，调高一点。", "温度再高一点。"],
          ["I'm a bit cold. Turn [it|pronoun] up a little.", "A bit warmer, please."])
      default: return one(["声音再大一点。"], ["A bit louder.", "Turn [it|pronoun] up a bit."])
      }
    case .less:
      switch order.kind.key {
      case "light":
        return one(["太亮了，暗一点。", "再暗一点。"], ["Too bright. A bit dimmer.", "Dim [it|pronoun] a little."])
      case "aircon":
        return one(
          ["有点热，调低一点。", "再凉快一点。"],
          ["I'm a bit warm. Turn [it|pronoun] down a little.", "A bit cooler, please."])
      default:
        return one(["太吵了，小声点。", "声音再小一点。"], ["Too loud. A bit quieter.", "Turn [it|pronoun] down a bit."])
      }
    }
  }

  /// What has become of a device.
  private func result(_ order: HomeMove.Order) -> String {
    let name = device(order)
    let isCurtain = order.kind.key == "curtain"
    switch order.action {
    case .on:
      return isChinese ? name + (isCurtain ? "已拉开" : "已打开") : name + (isCurtain ? " are open" : " is on")
    case .off:
      return isChinese ? name + (isCurtain ? "已拉上" : "已关闭") : name + (isCurtain ? " are closed" : " is off")
    default: return isChinese ? name + "已调到" + amount(order) : name + " is at " + amount(order)
    }
  }
}
