package import Conversations
package import JSON
package import RandomStreams

/// Dialogues with a smart home: orders one after another, with what they leave out, corrections and things taken back.
///
///     "parameters":{"domain":"smart-home","initial":{"bedroom.light.power":"off",…},"goal":{…},"outcome":"success"}
package struct SmartHomeDialogue: ConversationFamily {
  package let name = "dialogue-smart-home"
  package let summary = "multi-turn control of a home with acts and belief state"

  package init() {}

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    var devices: [(room: HomeDevices.Room, kind: HomeDevices.Kind)] = []
    var state = BeliefState()
    for room in HomeDevices.rooms {
      for kind in HomeDevices.kinds where kind.key == "light" || stream.bool(probability: 0.5) {
        devices.append((room, kind))
        _ = state.set(HomeDevices.slot(room, kind, kind.toggle), stream.bool() ? "on" : "off")
        guard let level = kind.level else { continue }
        let steps = (level.range.upperBound - level.range.lowerBound) / level.step
        let value = level.range.lowerBound + level.step * stream.integer(in: 0...steps)
        _ = state.set(HomeDevices.slot(room, kind, level.property), String(value))
      }
    }
    let fails = stream.bool(probability: 0.1)
    var drive = HomeDrive(state, devices, stream.child("turns"))
    guard drive.run(wishes: stream.integer(in: 3...6), fails: fails) else { return nil }
    // What cannot be done is wanted nevertheless.
    var goal = drive.state
    for turn in drive.turns where turn.isUser == false {
      for act in turn.acts where act.kind == .deny {
        if let slot = act.about, let value = act.value { _ = goal.set(slot, value) }
      }
    }
    let parameters: JSONValue = .object([
      .init("domain", "smart-home"), .init("initial", state.json), .init("goal", goal.json),
      .init("outcome", drive.failed ? "unavailable" : "success"),
    ])
    let texts = tongues.map { text(drive, state, devices, $0, stream.child($0.rawValue)) }
    return Conversation(parameters: parameters, texts: texts)
  }

  private func text(
    _ drive: HomeDrive, _ state: BeliefState, _ devices: [(room: HomeDevices.Room, kind: HomeDevices.Kind)],
    _ tongue: Tongue, _ stream: RandomStream
  ) -> ConversationText {
    var voice = HomeVoice(tongue: tongue, stream: stream)
    var messages = [ChatMessage(.system, persona(state, devices, tongue))]
    var turns: [JSONValue] = []
    for turn in drive.turns {
      let line = voice.say(turn.move)
      messages.append(ChatMessage(turn.isUser ? .user : .assistant, line.text))
      turns.append(
        TurnRecord.json(
          isUser: turn.isUser, acts: turn.acts, changes: turn.changes, state: turn.state, target: turn.target,
          line))
    }
    var text = ConversationText(tongue, messages)
    text.labels = [.init("turns", .array(turns))]
    return text
  }

  /// The home as it is, so that questions can be answered.
  private func persona(
    _ state: BeliefState, _ devices: [(room: HomeDevices.Room, kind: HomeDevices.Kind)], _ tongue: Tongue
  ) -> String {
    let isChinese = tongue == .chinese
    let items = devices.map { device -> String in
      let isOn = state[HomeDevices.slot(device.room, device.kind, device.kind.toggle)] == "on"
      let isCurtain = device.kind.key == "curtain"
      var text = device.room.name[tongue] + (isChinese ? "" : " ") + device.kind.name[tongue]
      text +=
        isChinese
        ? (isCurtain ? (isOn ? "开" : "合") : isOn ? "开" : "关")
        : isCurtain ? (isOn ? " open" : " closed") : isOn ? " on" : " off"
      if let level = device.kind.level,
        let value = state[HomeDevices.slot(device.room, device.kind, level.property)]
      {
        text += (isChinese ? "，" : ", ") + value + level.unit[tongue]
      }
      return text
    }
    let list = items.joined(separator: isChinese ? "；" : "; ")
    return isChinese
      ? "你是智能家居助手。“一点”指亮度和音量的 10%、温度的 1 度。设备现状：\(list)。"
      : "You are a smart home assistant. “A bit” means 10% of brightness or volume, or 1 degree. Devices: \(list)."
  }

  package func faults(of record: JSONValue) -> [String] { HomeAudit.faults(of: record) }
}
