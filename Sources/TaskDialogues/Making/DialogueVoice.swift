import CivilCalendar
import Conversations
import JSON
import RandomStreams

/// Puts turns into the words of one language.
struct DialogueVoice {
  let domain: any TaskDomain
  let lines: DomainLines
  let today: CivilDate
  let tongue: Tongue
  var stream: RandomStream

  init(_ domain: any TaskDomain, today: CivilDate, _ tongue: Tongue, _ stream: RandomStream) {
    self.domain = domain
    lines = domain.lines
    self.today = today
    self.tongue = tongue
    self.stream = stream
  }

  private var isChinese: Bool { tongue == .chinese }

  mutating func one(_ wordings: Both<[String]>) -> String { stream.choose(wordings[tongue]) ?? "" }

  /// The words of a turn, with marks.
  mutating func say(_ move: DialogueMove) -> MarkedLine {
    var text: String
    switch move {
    case .say(let opening, let matter):
      let parts = [open(opening), come(to: matter)].filter { !$0.isEmpty }
      text = parts.joined(separator: isChinese ? "" : " ")
    case .open(let fills, let greets): text = opens(fills, greets)
    case .give(let fills, let asked): text = gives(fills, asked)
    case .repeated(let fill): text = with(fill.value, nil, CommonLines.repeated)
    case .change(let fill, let old, let occasion): text = changes(fill, old, occasion)
    case .refuse: text = one(lines.refuse)
    case .ask(let name, let item, let pointing): text = asks(name, item, pointing)
    case .pick(let item, let pointing, let fills): text = picks(item, pointing, fills)
    case .agree: text = one(CommonLines.agree)
    case .digress(let topic): text = asksBy(topic)
    case .giveUp: text = one(lines.giveUp)
    case .leave: text = one(CommonLines.leave)
    }
    if !isChinese { text = Self.sentenceCase(text) }
    return MarkedLine(text)
  }

  /// Capital letters where sentences begin.
  static func sentenceCase(_ text: String) -> String {
    var out = ""
    var begins = true
    var inKind = false
    for character in text {
      if character == "|" { inKind = true }
      if character == "]" { inKind = false }
      if begins, !inKind, character.isLetter || character.isNumber {
        out += character.uppercased()
        begins = false
      } else {
        out.append(character)
      }
      if character == "." || character == "?" || character == "!" { begins = true }
      // 7.30 and the like are no ends of sentences.
      if begins, character.isNumber { begins = false }
    }
    return out
  }

  // MARK: the user

  private mutating func opens(_ fills: [SlotFill], _ greets: Bool) -> String {
    let told = ToldSlots(fills.map { ($0.slot, stream.choose($0.value.forms[tongue].inside) ?? "") })
    let sentence = domain.opening(told, tongue, &stream)
    guard greets else { return sentence }
    let hello = one(CommonLines.greetings)
    return hello
      + (isChinese || sentence.hasPrefix("I'") || sentence.hasPrefix("I ")
        ? sentence : sentence.prefix(1).lowercased() + sentence.dropFirst())
  }

  /// Several values in a row: what was asked for first, a day with its hour.
  private mutating func list(_ fills: [SlotFill], leading: Bool) -> String {
    var out = ""
    for (place, fill) in fills.enumerated() {
      let forms = fill.value.forms[tongue]
      let words = stream.choose(leading && place == 0 ? forms.alone : forms.inside) ?? forms.formal
      if place > 0 {
        let pair = fills[place - 1].slot == "date" && fill.slot == "time"
        out += isChinese ? (pair ? "" : "，") : (pair ? " " : ", ")
      }
      out += words
    }
    return out
  }

  private mutating func gives(_ fills: [SlotFill], _ asked: String) -> String {
    let words = list(fills, leading: true)
    let isIndifferent = fills.contains { $0.value.key == indifferent.key }
    let lead = !isIndifferent && stream.bool(probability: 0.3) ? one(CommonLines.leads) : ""
    return lead + words + (isChinese ? "。" : ".")
  }

  private mutating func with(_ new: SlotValue, _ old: SlotValue?, _ wordings: Both<[String]>) -> String {
    let forms = new.forms[tongue]
    let words = stream.choose(forms.alone) ?? forms.formal
    return MarkedLine.fill(
      one(wordings),
      [
        ("new", words), ("New", words.capitalised),
        ("old", old.flatMap { stream.choose($0.forms[tongue].alone) } ?? ""),
      ])
  }

  private mutating func changes(_ fill: SlotFill, _ old: SlotValue, _ occasion: DialogueMove.Occasion)
    -> String
  {
    switch occasion {
    case .atOnce(let naming):
      with(fill.value, old, naming ? CommonLines.changeNaming : CommonLines.change)
    case .atConfirmation(let naming):
      with(fill.value, old, naming ? CommonLines.mendNaming : CommonLines.mend)
    case .afterwards: with(fill.value, old, CommonLines.changeAfterwards)
    case .forWant: with(fill.value, old, CommonLines.changeForWant)
    }
  }

  private mutating func asks(_ name: String, _ item: DialogueItem, _ pointing: DialogueMove.Pointing)
    -> String
  {
    guard let attribute = lines.attributes.first(where: { $0.name == name }) else { return "" }
    if case .ordinal(let place) = pointing {
      return MarkedLine.fill(one(attribute.ordinalQuestions), [("nth", nth(place))])
    }
    return one(attribute.questions)
  }

  private func nth(_ place: Int) -> String {
    let words = CommonLines.ordinals[tongue]
    return words.indices.contains(place) ? words[place] : String(place + 1)
  }

  private mutating func picks(_ item: DialogueItem, _ pointing: DialogueMove.Pointing, _ fills: [SlotFill])
    -> String
  {
    let wordings =
      switch pointing {
      case .current: lines.pickCurrent
      case .previous: lines.pickPrevious
      case .ordinal: lines.pickOrdinal
      case .name: lines.pickName
      }
    var place = 0
    if case .ordinal(let n) = pointing { place = n }
    let text = MarkedLine.fill(one(wordings), [("nth", nth(place)), ("item", item.name[tongue])])
    guard !fills.isEmpty else { return text }
    let rest = list(fills, leading: false)
    // Into the same sentence.
    return String(text.dropLast()) + (isChinese ? "，" + rest + "。" : ", " + rest + ".")
  }

  private mutating func asksBy(_ topic: Digression) -> String {
    switch topic {
    case .today: return one(CommonLines.today)
    case .dateOf(let fill):
      let forms = fill.value.forms[tongue]
      return MarkedLine.fill(one(CommonLines.dateOf), [("value", forms.alone.first ?? forms.formal)])
    case .cancelling: return one(CommonLines.cancelling)
    case .machine: return one(CommonLines.machine)
    case .policy(let name, _):
      return lines.policies.first { $0.name == name }.map { one($0.questions) } ?? ""
    }
  }

  // MARK: the assistant

  private mutating func open(_ opening: DialogueMove.Opening) -> String {
    switch opening {
    case .none: return ""
    case .greeting: return one(lines.greeting)
    case .noted: return one(CommonLines.noted)
    case .echo(let fills): return with(fills, CommonLines.echo)
    case .changed(let fill): return with([fill], CommonLines.changed)
    case .unheard: return one(CommonLines.unheard)
    case .chosen(let item): return MarkedLine.fill(one(CommonLines.chosen), [("item", item.name[tongue])])
    case .attribute(let name, let item): return answer(name, item)
    case .digression(let topic): return answer(topic)
    }
  }

  private mutating func with(_ fills: [SlotFill], _ wordings: Both<[String]>) -> String {
    let words = fills.map { $0.value.forms[tongue].formal }.joined(separator: isChinese ? "，" : ", ")
    return MarkedLine.fill(one(wordings), [("value", words), ("Value", words.capitalised)])
  }

  private mutating func answer(_ name: String, _ item: DialogueItem) -> String {
    guard let attribute = lines.attributes.first(where: { $0.name == name }), let value = item.attribute(name)
    else { return "" }
    if case .boolean(let holds) = value { return one(holds ? attribute.answers : attribute.denials) }
    return MarkedLine.fill(one(attribute.answers), [("value", value.asText ?? value.canonicalText)])
  }

  private mutating func answer(_ topic: Digression) -> String {
    switch topic {
    case .today:
      return MarkedLine.fill(one(CommonLines.todayAnswer), [("day", DayValues.weekday(today, tongue))])
    case .dateOf(let fill):
      // From the value's own key: the calendar is asked once, where values are made.
      let day = (0..<60).map { today.adding(days: $0) }.first { $0.description == fill.value.key } ?? today
      return MarkedLine.fill(one(CommonLines.dateAnswer), [("date", DayValues.short(day, tongue))])
    case .cancelling(let hours):
      return MarkedLine.fill(one(CommonLines.cancellingAnswer), [("hours", String(hours))])
    case .machine: return one(CommonLines.machineAnswer)
    case .policy(let name, let holds):
      return lines.policies.first { $0.name == name }.map { one(holds ? $0.yes : $0.no) } ?? ""
    }
  }

  private mutating func come(to matter: DialogueMove.Matter) -> String {
    switch matter {
    case .ask(let slot):
      return domain.slots(on: today).first { $0.name == slot }.map { one($0.questions) } ?? ""
    case .offer(let item, let isOther):
      return about(item, isOther ? lines.otherOffer : lines.offer)
    case .list(let items):
      let names = items.map { $0.name[tongue] }
      let last = names.last ?? ""
      let joined =
        names.dropLast().joined(separator: isChinese ? "、" : ", ") + (isChinese ? "和" : " and ") + last
      let count = isChinese ? Numerals.counting(items.count) : Numerals.spelled(items.count, tongue)
      return MarkedLine.fill(one(lines.list), [("names", joined), ("count", count)])
    case .propose: return one(lines.propose)
    case .choose: return one(lines.choose)
    case .nothingFound(let fill):
      let forms = fill.value.forms[tongue]
      return MarkedLine.fill(one(lines.nothingFound), [("value", forms.formal)])
    case .confirm(let fills, let item):
      let told = fills.map { fill -> String in
        let words = fill.value.forms[tongue].formal
        return lines.frames[fill.slot].map { MarkedLine.fill($0[tongue], [("value", words)]) } ?? words
      }
      return MarkedLine.fill(
        one(lines.confirm),
        [("item", item.name[tongue]), ("slots", told.joined(separator: isChinese ? "，" : ", "))])
    case .done(let item, let number):
      return MarkedLine.fill(one(lines.done), [("item", item.name[tongue]), ("number", number)])
    case .unavailable(let item):
      return MarkedLine.fill(one(lines.unavailable), [("item", item.name[tongue])])
    case .handOver: return one(CommonLines.handOver)
    case .more: return one(CommonLines.more)
    case .goodbye(let isDone): return one(isDone ? lines.farewell : CommonLines.goodbyeUndone)
    }
  }

  private mutating func about(_ item: DialogueItem, _ wordings: Both<[String]>) -> String {
    MarkedLine.fill(
      one(wordings), [("item", item.name[tongue]), ("what", domain.description(of: item, tongue))])
  }
}
