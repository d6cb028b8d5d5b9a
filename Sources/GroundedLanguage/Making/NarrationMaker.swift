import Geometry
import RandomStreams
import VectorMath

/// Tells what happens in a sequence.
struct NarrationMaker {
  let finder: EventFinder
  let tongues: [Tongue]

  private var isStreet: Bool { finder.moments.contains { $0.facts.isStreet } }

  /// Up to `count` events, the carrier's first, then those of the things of which most is seen, by the time at which they
  /// begin; and all of them as a story.
  func label(_ count: Int, _ stream: RandomStream) -> NarrationLabel {
    let events = chosen(count)
    var wording = stream.child("events")
    var plot = stream.child("story")
    var entries = events.compactMap { entry("event", [$0], &wording) }
    if entries.count >= 2, let story = entry("story", entries.flatMap(\.events), &plot) {
      entries.append(story)
    }
    return NarrationLabel(
      times: finder.moments.map(\.time), speeds: finder.speeds ?? [], entries: entries)
  }

  private func chosen(_ count: Int) -> [NarrationLabel.Event] {
    let named = finder.things.filter { id in
      finder.best(id).map { ClassNames.concept($0.object.category) != nil && !isRidden(id, $0) } ?? false
    }
    let largest = named.map { (id: $0, pixels: finder.best($0)?.object.pixels ?? 0) }
      .sorted { ($1.pixels, $0.id) < ($0.pixels, $1.id) }.map(\.id)
    // Of two that overtake each other's like, or of a crowd, a few are enough.
    let overtaking = finder.overtaking(Array(largest.prefix(16)))
    let passing = overtaking.map(\.instance)
    let told =
      overtaking
      + largest.flatMap { id in
        // Who overtakes moves.
        finder.events(of: id).filter { $0.predicate != NarratedEvent.moves.rawValue || !passing.contains(id) }
      }
    // Who stands all the time is told of last: nothing happens to him.
    let lively = told.filter { $0.predicate != NarratedEvent.stands.rawValue }
    let quiet = told.filter { $0.predicate == NarratedEvent.stands.rawValue }
    var out = Array((finder.ownEvents + lively + quiet.prefix(2)).prefix(max(0, count)))
    let order = out
    out.sort { a, b in (a.start, order.firstIndex(of: a) ?? 0) < (b.start, order.firstIndex(of: b) ?? 0) }
    return out
  }

  /// Whether it is the bicycle of somebody who is told of.
  private func isRidden(_ id: UInt32, _ best: (moment: Int, object: SceneObject)) -> Bool {
    guard ["bicycle", "motorcycle"].contains(best.object.category), let place = best.object.bounds?.center
    else { return false }
    return finder.moments[best.moment].facts.objects.contains { other in
      guard other.category == "rider", other.isClear, let there = other.bounds?.center else { return false }
      return length(Vector2(there.x - place.x, there.y - place.y)) < 1
    }
  }

  private func entry(
    _ kind: String, _ events: [NarrationLabel.Event], _ stream: inout RandomStream
  ) -> NarrationLabel.Entry? {
    let ids = events.flatMap { [$0.instance, $0.other].compactMap { $0 } }
    var names: [UInt32: Description] = [:]
    var claims: [CaptionLabel.Claim] = []
    var things: [NarrationLabel.Sighting] = []
    for id in Set(ids).sorted() {
      guard let (k, object) = finder.best(id), let i = finder.moments[k].facts.index(of: id) else {
        return nil
      }
      let facts = finder.moments[k].facts
      let colour = facts.value(of: .colour, i)
      names[id] = Description(object.category, colour.map { [.filter(Filter(.colour, $0))] } ?? [])
      claims.append(.init("class", instance: id, value: object.category))
      if let colour { claims.append(.init("colour", instance: id, value: colour)) }
      things.append(.init(instance: id, time: finder.moments[k].time, box: object.box))
    }
    let ties = connectives(events)
    // Every language tells it in its own words.
    var texts: [GroundedText] = []
    for tongue in tongues {
      var teller = StoryTeller(
        names: names, isStreet: isStreet, writer: PhraseWriter(tongue) { _ in [] })
      for (n, event) in events.enumerated() {
        guard let predicate = NarratedEvent(rawValue: event.predicate) else { return nil }
        teller.tell(
          predicate, event.instance, event.other, isMoving: isMoving(event),
          wording: stream.integer(in: 0..<NarrationWordings.count),
          connective: kind == "story" ? ties[n] : nil)
      }
      guard let sentence = Sentence(teller.writer, isWhole: true) else { return nil }
      texts.append(GroundedText(sentence, tongue))
    }
    return NarrationLabel.Entry(kind: kind, events: events, claims: claims, things: things, texts: texts)
  }

  /// Whether who does something moves while he does it.
  private func isMoving(_ event: NarrationLabel.Event) -> Bool {
    guard let id = event.instance else { return true }
    let speeds = finder.moments.indices.compactMap { k -> Double? in
      let time = finder.moments[k].time
      guard (event.start...event.end).contains(time) else { return nil }
      return finder.sight(id, k)?.velocity.map { length($0) }
    }
    return !speeds.isEmpty && speeds.allSatisfy { EventFinder.moves($0) == .yes }
  }

  /// How each event is tied to the one before: of all that begins with another, one is told as meanwhile.
  private func connectives(_ events: [NarrationLabel.Event]) -> [NarrationWordings.Connective] {
    var out: [NarrationWordings.Connective] = []
    var isSaid = false
    for (n, event) in events.enumerated() {
      guard n > 0 else {
        out.append(.first)
        continue
      }
      let before = events[n - 1]
      if event.start > before.start {
        isSaid = false
        let lasts = NarratedEvent(rawValue: event.predicate)?.lasts ?? true
        out.append(n == events.count - 1 && !lasts ? .last : .then)
      } else if isSaid || event.instance == nil && before.instance == nil {
        out.append(.none)
      } else {
        isSaid = true
        out.append(.meanwhile)
      }
    }
    return out
  }
}

/// Tells event after event; who has been told of before is spoken of as known.
struct StoryTeller {
  let names: [UInt32: Description]
  let isStreet: Bool
  private(set) var writer: PhraseWriter
  private var told: [UInt32] = []

  init(names: [UInt32: Description], isStreet: Bool, writer: PhraseWriter) {
    self.names = names
    self.isStreet = isStreet
    self.writer = writer
  }

  mutating func tell(
    _ predicate: NarratedEvent, _ who: UInt32?, _ whom: UInt32?, isMoving: Bool, wording: Int,
    connective: NarrationWordings.Connective?
  ) {
    if let connective, connective != .first { writer.text(writer.tongue == .english ? " " : "") }
    let lead = connective.map { NarrationWordings.lead($0, writer.tongue) } ?? ""
    writer.text(lead)
    guard let who else {
      let clause = NarrationWordings.own(predicate, isStreet: isStreet, writer.tongue, wording)
      return writer.text(lead.isEmpty ? writer.tongue == .english ? Self.capital(clause) : clause : clause)
    }
    let category = names[who]?.concept ?? ClassNames.anything
    let parts = NarrationWordings.parts(
      predicate, category, isMoving: isMoving, hasObject: whom != nil, writer.tongue, wording)
    mention(who, isFirst: lead.isEmpty)
    writer.text(parts.0)
    if let whom { mention(whom, isFirst: false) }
    writer.text(parts.1)
  }

  private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private mutating func mention(_ id: UInt32, isFirst: Bool) {
    guard let name = names[id] else { return }
    let form: PhraseForm
    let alike = told.filter { names[$0] == name && $0 != id }
    if told.contains(id) {
      // Of several that are called so, the one told of is not clear any more: by name, as another one.
      form = alike.isEmpty ? .known : .indefinite
    } else {
      form = alike.isEmpty ? .indefinite : .another
    }
    if !told.contains(id) { told.append(id) }
    writer.describe(name, form, [id], isCapital: isFirst)
  }
}
