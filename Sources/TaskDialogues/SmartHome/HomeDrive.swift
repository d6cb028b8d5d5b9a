import Conversations
import RandomStreams

/// Leads somebody who wants a number of things of their home through a dialogue.
struct HomeDrive {
  /// A turn and the words for it.
  struct Spoken: Sendable, Hashable {
    var isUser: Bool
    var move: HomeMove
    var acts: [DialogueAct]
    var changes: [StateChange]
    var state: BeliefState
    var target: TurnTarget?
  }

  private(set) var turns: [Spoken] = []
  private(set) var state: BeliefState
  /// Devices of the home.
  let devices: [(room: HomeDevices.Room, kind: HomeDevices.Kind)]
  /// Whether something that was wanted could not be done.
  private(set) var failed = false
  private var stream: RandomStream
  /// The last order, the turn of it, and what it changed.
  private var last: (order: HomeMove.Order, turn: Int, change: StateChange)?

  init(
    _ state: BeliefState, _ devices: [(room: HomeDevices.Room, kind: HomeDevices.Kind)],
    _ stream: RandomStream
  ) {
    self.state = state
    self.devices = devices
    self.stream = stream
  }

  mutating func run(wishes: Int, fails: Bool) -> Bool {
    for wish in 0..<wishes {
      if fails && wish == wishes - 1 {
        guard refuse() else { return false }
      } else {
        guard serve(isFirst: wish == 0) else { return false }
      }
    }
    user(.leave, [.init(.thanks), .init(.bye)])
    assistant(.goodbye, [.init(.bye)])
    return true
  }

  private mutating func user(_ move: HomeMove, _ acts: [DialogueAct], target: TurnTarget? = nil) {
    turns.append(Spoken(isUser: true, move: move, acts: acts, changes: [], state: state, target: target))
  }

  /// Devices change when the assistant acts.
  private mutating func assistant(
    _ move: HomeMove, _ acts: [DialogueAct], _ settings: [(String, String)] = []
  ) {
    let changes = settings.compactMap { state.set($0.0, $0.1) }
    turns.append(Spoken(isUser: false, move: move, acts: acts, changes: changes, state: state))
  }

  private mutating func carryOut(_ order: HomeMove.Order, asked turn: Int) {
    assistant(
      .done([order]), [.init(.confirm, order.slot, order.action.value)], [(order.slot, order.action.value)])
    if let change = turns.last?.changes.first { last = (order, turn, change) }
  }

  /// An order that changes something; `nil` where there is none of the kind.
  private mutating func newOrder(
    _ room: HomeDevices.Room, _ kind: HomeDevices.Kind, relative: Bool
  ) -> HomeMove.Order? {
    let isOn = state[HomeDevices.slot(room, kind, kind.toggle)] == "on"
    guard let level = kind.level, isOn,
      let now = state[HomeDevices.slot(room, kind, level.property)].flatMap({ Int($0) }),
      stream.bool(probability: 0.6)
    else { return HomeMove.Order(room: room, kind: kind, action: isOn ? .off : .on) }
    if relative, stream.bool(probability: 0.6) {
      let up = stream.bool()
      let value = now + (up ? level.step : -level.step)
      guard level.range.contains(value) else { return nil }
      return HomeMove.Order(room: room, kind: kind, action: up ? .more(value) : .less(value))
    }
    let steps = (level.range.upperBound - level.range.lowerBound) / level.step
    let value = level.range.lowerBound + level.step * stream.integer(in: 0...steps)
    return value == now ? nil : HomeMove.Order(room: room, kind: kind, action: .set(value))
  }

  private func told(_ order: HomeMove.Order) -> [DialogueAct] {
    [.init(.inform, order.slot, order.action.value)]
  }

  private mutating func serve(isFirst: Bool) -> Bool {
    if !isFirst, let last {
      let target = TurnTarget(turn: last.turn, means: last.order.slot)
      switch stream.integer(in: 0...7) {
      case 0, 1:
        // The same device again.
        guard let order = newOrder(last.order.room, last.order.kind, relative: true) else { return false }
        let spoken = turns.count
        user(.again(order), told(order), target: target)
        carryOut(order, asked: spoken)
        return true
      case 2:
        // The same of another room.
        let others = devices.filter { $0.kind == last.order.kind && $0.room != last.order.room }
        guard let other = stream.choose(others) else { return false }
        switch last.order.action {
        case .more, .less: return false
        default: break
        }
        let order = HomeMove.Order(room: other.room, kind: other.kind, action: last.order.action)
        if case .set = order.action, state[HomeDevices.slot(other.room, other.kind, "power")] != "on" {
          return false
        }
        guard state[order.slot] != order.action.value else { return false }
        let spoken = turns.count
        user(.also(order), told(order), target: target)
        carryOut(order, asked: spoken)
        return true
      case 3:
        return moveRoom(target)
      case 4:
        guard let before = last.change.from else { return false }
        let action: HomeMove.Action = before == "on" ? .on : before == "off" ? .off : .set(Int(before) ?? 0)
        let order = HomeMove.Order(room: last.order.room, kind: last.order.kind, action: action)
        user(.undo, [.init(.deny, last.order.slot, last.change.to)], target: target)
        assistant(.undone(order), [.init(.confirm, order.slot, action.value)], [(order.slot, action.value)])
        self.last = nil
        return true
      case 5: return ask()
      case 6: return lightsOut()
      default: break
      }
    }
    guard let device = stream.choose(devices), let order = newOrder(device.room, device.kind, relative: true)
    else {
      return false
    }
    let spoken = turns.count
    let isUnclear = devices.count { $0.kind == device.kind } > 1 && stream.bool(probability: 0.25)
    if isUnclear {
      user(.vague(order), [.init(.request, order.kind.key)])
      assistant(.whichRoom(order.kind), [.init(.request, "room")])
      user(.room(order.room), told(order), target: TurnTarget(turn: spoken, means: order.kind.key))
      carryOut(order, asked: spoken + 2)
    } else {
      user(.order(order, greets: isFirst && stream.bool(probability: 0.4)), told(order))
      carryOut(order, asked: spoken)
    }
    return true
  }

  /// The last order was meant for another room.
  private mutating func moveRoom(_ target: TurnTarget) -> Bool {
    guard let last, let before = last.change.from,
      let other = stream.choose(devices.filter { $0.kind == last.order.kind && $0.room != last.order.room })
    else { return false }
    let order = HomeMove.Order(room: other.room, kind: other.kind, action: last.order.action)
    switch order.action {
    case .on, .off: break
    default: return false
    }
    guard state[order.slot] != order.action.value else { return false }
    user(
      .wrongRoom(order, was: last.order.room),
      [.init(.deny, last.order.slot, last.change.to), .init(.correct, order.slot, order.action.value)],
      target: target)
    let spoken = turns.count - 1
    assistant(
      .moved(order, was: last.order.room), [.init(.confirm, order.slot, order.action.value)],
      [(last.order.slot, before), (order.slot, order.action.value)])
    if let change = turns.last?.changes.last { self.last = (order, spoken, change) }
    return true
  }

  private mutating func ask() -> Bool {
    let known = devices.filter {
      $0.kind.level != nil && state[HomeDevices.slot($0.room, $0.kind, $0.kind.toggle)] == "on"
    }
    guard let device = stream.choose(known), let level = device.kind.level,
      let now = state[HomeDevices.slot(device.room, device.kind, level.property)].flatMap({ Int($0) })
    else { return false }
    let order = HomeMove.Order(room: device.room, kind: device.kind, action: .set(now))
    user(.ask(order), [.init(.request, order.slot)])
    assistant(.reading(order), [.init(.inform, order.slot, String(now))])
    // “It” would now be what was asked about.
    last = nil
    return true
  }

  private mutating func lightsOut() -> Bool {
    let lit = devices.filter { $0.kind.key == "light" }.map { HomeDevices.slot($0.room, $0.kind, "power") }
      .filter { state[$0] == "on" }
    guard !lit.isEmpty else { return false }
    user(.lightsOut, [.init(.inform, "lights", "off")])
    assistant(.confirmLightsOut(lit.count), [.init(.request, "lights")])
    if stream.bool(probability: 0.7) {
      user(.yes, [.init(.confirm)])
      assistant(
        .allOut, [.init(.confirm, "lights", "off")] + lit.map { .init(.confirm, $0, "off") },
        lit.map { ($0, "off") })
    } else {
      user(.no, [.init(.deny, "lights")])
      assistant(.spared, [.init(.confirm)])
    }
    last = nil
    return true
  }

  /// Something that cannot be done: the device does not answer.
  private mutating func refuse() -> Bool {
    guard let device = stream.choose(devices), let order = newOrder(device.room, device.kind, relative: false)
    else {
      return false
    }
    user(.order(order, greets: turns.isEmpty), told(order))
    assistant(.offline(order), [.init(.deny, order.slot, order.action.value)])
    user(.fine, [.init(.confirm)])
    // The assistant has the floor before the farewell.
    assistant(.later, [.init(.confirm)])
    failed = true
    return true
  }
}
