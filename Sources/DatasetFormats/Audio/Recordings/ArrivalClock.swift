import Annotations

/// When the first microphone hears what a source emits.
struct ArrivalClock {
  private let rate: Double
  /// Samples between emission and hearing, by sample of the emission: one where source and array stand still.
  private let ways: [(emitted: Double, place: Double)]
  private let shift: Double

  init(_ event: SoundEvent, in label: RecordingLabel) {
    rate = Double(label.rate)
    let speed = label.space.soundSpeed > 0 ? label.space.soundSpeed : 343
    var ways: [(emitted: Double, place: Double)] = []
    for way in event.directions {
      let emitted = (way.time - way.distance / speed - event.emissionStart) * rate
      let place = (way.time - label.start) * rate
      if emitted.isFinite, place.isFinite, ways.last.map({ $0.emitted < emitted && $0.place < place }) ?? true
      {
        ways.append((emitted, place))
      }
    }
    let delays = ways.map { $0.place - $0.emitted }
    // Half a sample: nothing that could be told from standing still.
    let isStill = (delays.max() ?? 0) - (delays.min() ?? 0) < 0.5
    self.ways = isStill ? Array(ways.prefix(1)) : ways
    let onset = Double(event.onsets.first ?? 0)
    let begin = Self.place(0, self.ways)
    // An onset at the recording's edge tells nothing of a sound that began before.
    shift = begin.map { $0 < -0.5 && onset == 0 ? 0 : onset - $0 } ?? onset
  }

  /// The sample of the recording in which sample `n` of the emission is heard; may lie outside of the recording.
  func place(ofSample n: Int) -> Int {
    let place = (Self.place(Double(n), ways) ?? Double(n)) + shift
    return Int(min(max(place, -1e12), 1e12).rounded())
  }

  private static func place(_ emitted: Double, _ ways: [(emitted: Double, place: Double)]) -> Double? {
    guard let first = ways.first else { return nil }
    guard ways.count > 1 else { return first.place + (emitted - first.emitted) }
    // Before the first and after the last the source goes on as there.
    let next = min(max(ways.firstIndex { $0.emitted >= emitted } ?? ways.count - 1, 1), ways.count - 1)
    let (a, b) = (ways[next - 1], ways[next])
    return a.place + (emitted - a.emitted) / (b.emitted - a.emitted) * (b.place - a.place)
  }
}
