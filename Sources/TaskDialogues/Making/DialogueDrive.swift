import CivilCalendar
import Conversations
import JSON
import RandomStreams

/// Leads a user with a goal and an assistant that knows its trade through a dialogue.
///
/// The user has the whole goal in mind and tells it piece by piece; chance decides when, with which slips and detours. The
/// assistant asks for what it needs, finds, offers, confirms and books.
struct DialogueDrive {
  let lines: DomainLines
  var script: DialogueScript
  var state = BeliefState()
  var stream: RandomStream

  /// Goal values that were not told yet.
  private var untold: [SlotFill]
  /// A value that is told first instead of the goal's, and when that is put right.
  private var slip: (wrong: SlotFill, isLate: Bool)?
  private var detours: [Digression]
  private var mumbles: Int
  private var questions: Int
  private var spokenOf: [String: Int] = [:]

  init(_ script: DialogueScript, lines: DomainLines, _ stream: RandomStream) {
    self.lines = lines
    self.script = script
    self.stream = stream
    untold = script.goal
    detours = []
    mumbles = 0
    questions = 0
  }

  /// Writes the turns; `false` when the dialogue does not come to the end that the script asks for.
  mutating func run() -> Bool {
    plan()
    open()
    guard search(), choose() else { return script.outcome != .success && isOver }
    while let next = nextBooking {
      guard exchange(next) else { return isOver && script.outcome == .handedOver }
    }
    return script.outcome == .handedOver ? false : conclude()
  }

  private var isOver: Bool {
    if case .say(_, .goodbye)? = script.turns.last?.move { return true }
    if case .say(_, .handOver)? = script.turns.last?.move { return true }
    return false
  }

  /// Draws how this one will go.
  private mutating func plan() {
    let policies = script.policies.map { Digression.policy($0.name, $0.holds) }
    var all = policies + [.today, .machine]
    if lines.cancels { all.append(.cancelling(hours: [2, 12, 24][stream.integer(in: 0...2)])) }
    detours = stream.permutation(all.count).prefix([0, 0, 1, 1, 2][stream.integer(in: 0...4)]).map { all[$0] }
    mumbles = script.outcome == .handedOver ? 2 : stream.bool(probability: 0.3) ? 1 : 0
    questions = stream.integer(in: 0...2)
    guard stream.bool(probability: 0.65), script.outcome != .handedOver else { return }
    let candidates = script.goal.filter { $0.value.key != indifferent.key }
    guard let fill = stream.choose(candidates),
      let slot = script.slots.first(where: { $0.name == fill.slot }),
      let wrong = stream.choose(slot.values.filter { $0.key != fill.value.key })
    else { return }
    let isLate = slot.use == .booking && script.outcome == .success && stream.bool(probability: 0.3)
    slip = (SlotFill(fill.slot, wrong), isLate)
  }

  // MARK: turns

  private mutating func user(
    _ move: DialogueMove, _ acts: [DialogueAct], _ fills: [SlotFill] = [], item: DialogueItem? = nil,
    target: TurnTarget? = nil
  ) {
    var changes = fills.compactMap { state.set($0.slot, $0.value.key) }
    if let item, let change = state.set("item", item.id) { changes.append(change) }
    for fill in fills { spokenOf[fill.slot] = script.turns.count }
    script.turns.append(
      DialogueTurn(
        isUser: true, move: move, acts: acts, changes: changes, state: state, target: target))
  }

  private mutating func assistant(
    _ opening: DialogueMove.Opening, _ matter: DialogueMove.Matter, _ acts: [DialogueAct],
    status: String? = nil, misheard: String? = nil, target: TurnTarget? = nil
  ) {
    var opening = opening
    var taken: [DialogueAct] = []
    if script.turns.count == 1, opening == .noted || opening == .none { opening = .greeting }
    switch opening {
    case .none, .noted: break
    case .greeting: taken = [.init(.greet)]
    case .echo(let fills): taken = fills.map { .init(.confirm, $0) }
    case .changed(let fill): taken = [.init(.confirm, fill)]
    case .attribute(let name, let item):
      taken = [.init(.inform, name, item.attribute(name)?.canonicalText)]
    case .digression(let topic): taken = [.init(.digress, topic.name, topic.value)]
    case .unheard: taken = [.init(.repair)]
    case .chosen(let item): taken = [.init(.confirm, "item", item.id)]
    }
    let changes = status.flatMap { state.set("status", $0) }.map { [$0] } ?? []
    switch matter {
    case .offer(let item, _): spokenOf[item.id] = script.turns.count
    case .list(let items): for item in items { spokenOf[item.id] = script.turns.count }
    default: break
    }
    script.turns.append(
      DialogueTurn(
        isUser: false, move: .say(opening, matter), acts: taken + acts, changes: changes, state: state,
        misheard: misheard, target: target))
  }

  /// What is told for a slot of the goal, now: the slip first.
  private mutating func tell(_ fill: SlotFill) -> SlotFill {
    untold.removeAll { $0.slot == fill.slot }
    if let slip, slip.wrong.slot == fill.slot { return slip.wrong }
    return fill
  }

  /// Puts the slip right, if it was told and its time has come.
  private mutating func correct(_ occasion: DialogueMove.Occasion) -> SlotFill? {
    guard let slip, slip.isLate == (occasion == .afterwards), state[slip.wrong.slot] == slip.wrong.value.key,
      let right = script.goal.first(where: { $0.slot == slip.wrong.slot })
    else { return nil }
    self.slip = nil
    let target = spokenOf[right.slot].map { TurnTarget(turn: $0, means: right.slot) }
    var acts: [DialogueAct] = [.init(.correct, right)]
    if occasion == .atOnce(naming: true) { acts.insert(.init(.deny, slip.wrong), at: 0) }
    user(.change(right, from: slip.wrong.value, occasion), acts, [right], target: target)
    return right
  }

  private mutating func open() {
    let greets = stream.bool(probability: 0.3)
    var told: [SlotFill] = []
    for fill in script.goal where told.count < 4 && fill.value.key != indifferent.key {
      if stream.bool(probability: isSearch(fill.slot) ? 0.45 : 0.25) { told.append(tell(fill)) }
    }
    let acts: [DialogueAct] =
      (greets ? [.init(.greet)] : []) + [.init(.request, "task")] + told.map { .init(.inform, $0) }
    user(.open(told, greets: greets), acts, told)
  }

  private func isSearch(_ slot: String) -> Bool {
    script.slots.first { $0.name == slot }?.use == .search
  }

  /// The slot to ask for next: what is needed, then what the user still has in mind.
  private func next(_ use: DialogueSlot.Use) -> String? {
    let open = script.slots.filter { slot in
      slot.use == use && untold.contains { $0.slot == slot.name }
    }
    return (open.first { $0.isRequired } ?? open.first)?.name
  }

  private var nextBooking: String? { next(.booking) }

  /// How the assistant takes up the last turn of the user.
  private mutating func takeUp() -> DialogueMove.Opening {
    guard let last = script.turns.last, last.isUser else { return .none }
    switch last.move {
    case .change(let fill, _, _): return .changed(fill)
    case .digress(let topic): return .digression(topic)
    case .ask(let attribute, let item, _): return .attribute(attribute, item)
    case .pick(let item, _, let fills) where fills.isEmpty && stream.bool(): return .chosen(item)
    case .give(let fills, _)
    where fills.allSatisfy({ $0.value.key != indifferent.key && !isSearch($0.slot) })
      && stream.bool(probability: 0.35):
      return .echo(fills)
    default: return .noted
    }
  }

  /// Asks for a slot until it is told; `false` when that came to nothing.
  private mutating func exchange(_ slot: String) -> Bool {
    guard let wanted = script.goal.first(where: { $0.slot == slot }) else { return false }
    assistant(takeUp(), .ask(slot), [.init(.request, slot)])
    let asked = script.turns.count - 1
    if var topic = detours.last, stream.bool(probability: 0.4) {
      detours.removeLast()
      if topic == .today, let day = dayToAskFor { topic = .dateOf(day) }
      digress(topic)
      assistant(.digression(topic), .ask(slot), [.init(.request, slot)])
    } else if let fill = correct(.atOnce(naming: stream.bool())) {
      assistant(.changed(fill), .ask(slot), [.init(.request, slot)])
    }
    var fills = [tell(wanted)]
    // Who answers often says a little more.
    if wanted.value.key != indifferent.key, stream.bool(probability: 0.35),
      let more = untold.first(where: {
        isSearch($0.slot) == isSearch(slot) && $0.value.key != indifferent.key
      })
    {
      fills.append(tell(more))
    }
    let target = TurnTarget(turn: asked, means: slot)
    if mumbles > 0, fills.count == 1, wanted.value.key != indifferent.key,
      script.outcome == .handedOver || stream.bool(probability: 0.5)
    {
      user(.give(fills, asked: slot), [.init(.inform, fills[0])], target: target)
      unhear()
      mumbles -= 1
      assistant(.unheard, .ask(slot), [.init(.request, slot)])
      user(.repeated(fills[0]), [.init(.inform, fills[0])], fills, target: target)
      if script.outcome == .handedOver {
        unhear()
        assistant(.none, .handOver, [.init(.repair), .init(.bye)], status: "handed_over")
        return false
      }
    } else {
      user(.give(fills, asked: slot), fills.map { .init(.inform, $0) }, fills, target: target)
    }
    return true
  }

  /// Takes the last turn's changes back: it was not understood.
  private mutating func unhear() {
    guard let last = script.turns.indices.last else { return }
    script.turns[last].isUnheard = true
    script.turns[last].changes = []
    state = last > 0 ? script.turns[last - 1].state : BeliefState()
    script.turns[last].state = state
  }

  /// A day that was told by its place in the week.
  private var dayToAskFor: SlotFill? {
    guard let key = state["date"], key != script.today.description,
      let value = script.slots.first(where: { $0.name == "date" })?.value(key),
      !value.forms.chinese.alone.contains(where: value.forms.chinese.others.contains)
        || value.forms.chinese.alone.count > 1
    else { return nil }
    return SlotFill("date", value)
  }

  private mutating func digress(_ topic: Digression) {
    var act = DialogueAct(.digress, topic.name)
    if case .dateOf(let fill) = topic { act = DialogueAct(.digress, topic.name, fill.value.key) }
    user(.digress(topic), [act])
  }

  private mutating func search() -> Bool {
    while let slot = next(.search) {
      guard exchange(slot) else { return false }
    }
    return true
  }

  /// The assistant looks for what it was told by mistake; the user notices.
  private mutating func searchAmiss() {
    guard let slip, isSearch(slip.wrong.slot), state[slip.wrong.slot] == slip.wrong.value.key else { return }
    if let amiss = script.items.first(where: { state.accepts($0) }) {
      assistant(takeUp(), .offer(amiss, isOther: false), [.init(.inform, "item", amiss.id)])
      _ = correct(.atOnce(naming: stream.bool()))
    } else {
      let opening = takeUp()
      assistant(
        opening == .noted ? .none : opening, .nothingFound(slip.wrong),
        [.init(.deny, slip.wrong), .init(.request, slip.wrong.slot)])
      _ = correct(.forWant)
    }
  }

  private mutating func choose() -> Bool {
    searchAmiss()
    let matches = script.items.filter { state.accepts($0) }
    guard let first = matches.first else { return false }
    if matches.count >= 2, stream.bool(probability: 0.4) {
      chooseFromList(Array(matches.prefix(3)))
      return true
    }
    assistant(takeUp(), .offer(first, isOther: false), [.init(.inform, "item", first.id)])
    var current = first
    var previous: DialogueItem?
    ask(about: current, .current)
    for other in matches.dropFirst().prefix(2) where stream.bool(probability: 0.45) {
      user(.refuse, [.init(.deny, "item", current.id)], target: target(current))
      previous = current
      assistant(.none, .offer(other, isOther: true), [.init(.inform, "item", other.id)])
      current = other
      ask(about: current, .current)
    }
    if let previous, stream.bool(probability: 0.4) {
      pick(previous, .previous)
    } else {
      pick(current, .current)
    }
    return true
  }

  private mutating func chooseFromList(_ items: [DialogueItem]) {
    assistant(takeUp(), .list(items), items.map { .init(.inform, "item", $0.id) })
    let place = stream.integer(in: 0..<items.count)
    ask(about: items[place], .ordinal(place))
    pick(items[place], stream.bool(probability: 0.6) ? .ordinal(place) : .name)
  }

  private func target(_ item: DialogueItem) -> TurnTarget? {
    spokenOf[item.id].map { TurnTarget(turn: $0, means: item.id) }
  }

  /// Questions about an item before it is settled.
  private mutating func ask(about item: DialogueItem, _ pointing: DialogueMove.Pointing) {
    guard questions > 0, stream.bool(probability: 0.6) else { return }
    let asked = script.turns.flatMap { $0.acts.filter { $0.kind == .request }.compactMap(\.about) }
    let open = lines.attributes.filter { !asked.contains($0.name) && item.attribute($0.name) != nil }
    guard let attribute = stream.choose(open) else { return }
    questions -= 1
    user(
      .ask(attribute: attribute.name, item, pointing), [.init(.request, attribute.name)], target: target(item)
    )
    let isList = pointing != .current
    assistant(
      .attribute(attribute.name, item), isList ? .choose : .propose,
      [.init(.request, "item", isList ? nil : item.id)], target: isList ? nil : target(item))
  }

  private mutating func pick(_ item: DialogueItem, _ pointing: DialogueMove.Pointing) {
    script.goalItem = item.id
    var fills: [SlotFill] = []
    if stream.bool(probability: 0.3) {
      for fill in untold where !isSearch(fill.slot) && fills.count < 2 && fill.value.key != indifferent.key {
        fills.append(tell(fill))
      }
    }
    user(
      .pick(item, pointing, fills), [.init(.inform, "item", item.id)] + fills.map { .init(.inform, $0) },
      fills,
      item: item, target: target(item))
  }

  // MARK: the end

  private mutating func conclude() -> Bool {
    guard let item = script.items.first(where: { $0.id == state["item"] }) else { return false }
    if !confirm(item) { return script.outcome == .abandoned && isOver }
    if script.outcome == .unavailable {
      assistant(.none, .unavailable(item), [.init(.deny, "item", item.id)])
      user(.giveUp, [.init(.bye)])
      assistant(.none, .goodbye(isDone: false), [.init(.bye)])
      return true
    }
    let number = item.id.prefix(1).uppercased() + String(stream.integer(in: 1000...9999))
    assistant(
      .noted, .done(item, number: number),
      [.init(.inform, "status", "booked"), .init(.inform, "number", number), .init(.request, "more")],
      status: "booked")
    if let fill = correct(.afterwards) {
      assistant(.changed(fill), .more, [.init(.request, "more")])
    }
    if let topic = detours.popLast() {
      digress(topic)
      assistant(.digression(topic), .more, [.init(.request, "more")])
    }
    user(.leave, [.init(.thanks), .init(.bye)])
    assistant(.none, .goodbye(isDone: true), [.init(.bye)])
    return slip.map { state[$0.wrong.slot] != $0.wrong.value.key } ?? true
  }

  /// Something that sounds like a value: one close by.
  private mutating func mishearing(of value: SlotValue, _ slot: DialogueSlot) -> SlotValue? {
    guard let place = slot.values.firstIndex(of: value) else { return nil }
    let near = (place - 3..<place + 4).filter { slot.values.indices.contains($0) && $0 != place }
    return stream.choose(near).map { slot.values[$0] }
  }

  private func known() -> [SlotFill] {
    script.slots.filter { $0.use == .booking }.compactMap { slot in
      guard let key = state[slot.name], key != indifferent.key, let value = slot.value(key) else {
        return nil
      }
      return SlotFill(slot.name, value)
    }
  }

  /// Says all back; `false` when the user leaves.
  private mutating func confirm(_ item: DialogueItem) -> Bool {
    var fills = known()
    var acts: [DialogueAct] { fills.map { .init(.confirm, $0) } + [.init(.confirm, "item", item.id)] }
    var misheard: SlotFill?
    if script.outcome == .success, slip == nil, stream.bool(probability: 0.2),
      let i = fills.indices.randomPlace(&stream),
      let slot = script.slots.first(where: { $0.name == fills[i].slot }),
      let wrong = mishearing(of: fills[i].value, slot)
    {
      misheard = fills[i]
      fills[i].value = wrong
    }
    assistant(takeUp(), .confirm(fills, item), acts, misheard: misheard?.slot)
    if let misheard, let wrong = fills.first(where: { $0.slot == misheard.slot }) {
      let naming = stream.bool()
      let target = TurnTarget(turn: script.turns.count - 1, means: misheard.slot)
      user(
        .change(misheard, from: wrong.value, .atConfirmation(naming: naming)),
        (naming ? [.init(.deny, wrong)] : []) + [.init(.correct, misheard)], [misheard], target: target)
      fills = known()
      assistant(.changed(misheard), .confirm(fills, item), acts)
    } else if correct(.atOnce(naming: stream.bool())) != nil {
      fills = known()
      assistant(takeUp(), .confirm(fills, item), acts)
    }
    if script.outcome == .abandoned {
      user(.giveUp, [.init(.deny, "item", item.id), .init(.bye)])
      assistant(.none, .goodbye(isDone: false), [.init(.bye)])
      return false
    }
    user(.agree, [.init(.confirm)])
    return true
  }
}

extension Range<Int> {
  /// One of its numbers; `nil` where it is empty.
  fileprivate func randomPlace(_ stream: inout RandomStream) -> Int? {
    isEmpty ? nil : stream.integer(in: self)
  }
}
