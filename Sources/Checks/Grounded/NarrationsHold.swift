import Annotations
import GroundedLanguage
import VectorMath
package import WorldModel

/// grounded-05: what is told of a sequence happened.
package struct NarrationsHold: SequenceCheck {
  package static let rule = CheckRule(
    id: "grounded-05", name: "narrations-hold",
    summary:
      "Every event that is told follows from the labels of the frames that it lies between; the carrier's speeds fit its poses; offsets slice to words for the things, which are seen where the boxes are.",
    unit: "events, phrases and speeds",
    labels: [
      NarrationLabel.name, ObjectsLabel.name, Boxes2DLabel.name, VisibilityLabel.name, Boxes3DLabel.name,
      MotionLabel.name,
    ])

  package init() {}

  package func examine(_ earlier: Sample, _ later: Sample, memory: SequenceMemory) -> CheckFinding {
    var finding = CheckFinding()
    for view in later.views {
      let labels = ViewLabels(view, of: later)
      let missing = rule.wants(of: labels)
      guard missing.isEmpty, let label = view.labels[NarrationLabel.self] else {
        finding.skip(missing)
        continue
      }
      // The frames before the last tell nothing.
      guard !label.times.isEmpty || !label.entries.isEmpty else { continue }
      let known = (memory.moments[view.sensor] ?? []) + [RawMoment(view, of: later)]
      let moments = known.filter { label.times.contains($0.time) }
      guard moments.map(\.time) == label.times else {
        finding.skip(["the sequence's earlier frames"])
        continue
      }
      finding.applied += 1
      examine(label, moments, labels, into: &finding)
    }
    return finding
  }

  private func examine(
    _ label: NarrationLabel, _ moments: [RawMoment], _ view: ViewLabels, into finding: inout CheckFinding
  ) {
    examineSpeeds(label, moments, view, into: &finding)
    let replay = EventReplay(moments: moments, speeds: label.speeds)
    var categories: [UInt32: String] = [:]
    for entry in label.entries {
      for thing in entry.things {
        for moment in moments {
          if let c = moment.scene.category(thing.instance) { categories[thing.instance] = c }
        }
      }
    }
    guard let last = moments.last else { return }
    for (n, entry) in label.entries.enumerated() {
      let item = "narration \(n)"
      let things = Set(entry.things.map(\.instance))
      for event in entry.events {
        let named = [event.instance, event.other].compactMap { $0 }
        finding.expect(
          replay.holds(event) && things.isSuperset(of: named),
          view.about(event.instance, item: item, found: "\(event)", expected: "what the labels say"))
      }
      let isOrdered = zip(entry.events, entry.events.dropFirst()).allSatisfy { $0.start <= $1.start }
      finding.expect(
        isOrdered && !entry.events.isEmpty && (entry.kind == "story") == (entry.events.count > 1),
        view.about(
          item: item, found: "\(entry.kind) of \(entry.events.count) events",
          expected: "events in order of time"))
      for thing in entry.things {
        let moment = moments.first { $0.time == thing.time }
        finding.expect(
          moment?.seesClearly(thing.instance) == true && moment?.scene.box(thing.instance) == thing.box,
          view.about(
            thing.instance, item: item, found: "\(thing.box) at \(thing.time) s",
            expected: "what is clearly seen"))
      }
      for claim in entry.claims {
        finding.expect(
          holds(claim, entry, moments),
          view.about(claim.instance, item: item, found: "\(claim)", expected: "what the labels say"))
      }
      GroundedTexts(scene: last.scene, view: view, item: item, categories: categories)
        .examine(entry.texts, about: things, into: &finding)
    }
  }

  /// Of a class, and of a colour at the time at which it is seen best.
  private func holds(
    _ claim: CaptionLabel.Claim, _ entry: NarrationLabel.Entry, _ moments: [RawMoment]
  ) -> Bool {
    guard let id = claim.instance, let value = claim.value,
      let attribute = Attribute(rawValue: claim.predicate),
      let thing = entry.things.first(where: { $0.instance == id }),
      let moment = moments.first(where: { $0.time == thing.time })
    else { return false }
    return moment.scene.has(id, Filter(attribute, value)).sure
  }

  /// From moment to moment the carrier gets about as far as its speeds at both say: it may brake and turn between.
  private func examineSpeeds(
    _ label: NarrationLabel, _ moments: [RawMoment], _ view: ViewLabels, into finding: inout CheckFinding
  ) {
    guard label.speeds.count == moments.count else {
      return finding.expect(
        false,
        view.about(
          found: "\(label.speeds.count) speeds", expected: "one for each of \(moments.count) moments"))
    }
    for k in moments.indices.dropFirst() {
      let way = length(moments[k].carrier - moments[k - 1].carrier)
      let mean = way / (moments[k].time - moments[k - 1].time)
      let both = [label.speeds[k - 1], label.speeds[k]]
      let (low, high) = (both.min() ?? 0, both.max() ?? 0)
      let slack = 1 + 0.25 * high
      finding.expect(
        mean >= low - slack && mean <= high + slack,
        view.about(
          item: "speed at \(moments[k].time) s", found: "\(label.speeds[k]) m/s",
          expected: "about \(mean) m/s"))
    }
  }
}
