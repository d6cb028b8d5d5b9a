package import WorldModel

/// What a check is called and what it asks for.
package struct CheckRule: Sendable, Hashable {
  /// Stable for ever, e.g. `visual-05`: the family and the number of the invariant.
  package let id: String
  /// Readable, e.g. `semantic-follows-instance`.
  package let name: String
  /// The invariant in one sentence.
  package let summary: String
  /// What `CheckFinding.examined` counts, plural, e.g. `pixels`.
  package let unit: String
  /// Names of the labels a view must carry, or the check is skipped there.
  package let labels: [String]
  /// The lenses about which it has something to say; views through others are skipped, and the finding says so.
  package let lenses: Set<Projection>

  package init(
    id: String, name: String, summary: String, unit: String, labels: [String] = [],
    lenses: Set<Projection> = Set(Projection.allCases)
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.unit = unit
    self.labels = labels
    self.lenses = lenses
  }

  /// What a view lacks: a lens that the rule speaks of, or labels.
  package func wants(of view: ViewLabels) -> [String] {
    guard lenses.contains(view.camera.projection) else {
      return [lenses.map { "\($0.rawValue) camera" }.sorted().joined(separator: " or ")]
    }
    return view.missing(of: labels)
  }
}

/// One testable invariant. Conform to one of the refinements below, which say what the check gets to see.
///
/// A check judges data that others may have made: it must not trap on any value a label can hold.
package protocol Check: Sendable {
  static var rule: CheckRule { get }
}

extension Check {
  package var rule: CheckRule { Self.rule }
}

/// An invariant inside one sample.
package protocol SampleCheck: Check {
  func examine(_ sample: Sample) -> CheckFinding
}

/// An invariant inside one view; views without the labels or through other lenses are skipped, and the finding says so.
package protocol ViewCheck: SampleCheck {
  func examine(_ view: ViewLabels, into finding: inout CheckFinding)
}

extension ViewCheck {
  package func examine(_ sample: Sample) -> CheckFinding {
    var finding = CheckFinding()
    for view in sample.views {
      let labels = ViewLabels(view, of: sample)
      let missing = rule.wants(of: labels)
      if missing.isEmpty {
        finding.applied += 1
        examine(labels, into: &finding)
      } else {
        finding.skip(missing)
      }
    }
    return finding
  }
}

/// An invariant between two neighbouring frames of one sequence.
package protocol SequenceCheck: Check {
  /// - Parameters:
  ///   - later: the frame right after `earlier` in the same sequence.
  ///   - memory: what earlier frames of the sequence said, without `later`.
  func examine(_ earlier: Sample, _ later: Sample, memory: SequenceMemory) -> CheckFinding
}

/// An invariant between one sensor's views in two neighbouring frames.
package protocol ViewPairCheck: SequenceCheck {
  func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding)
}

extension ViewPairCheck {
  package func examine(_ earlier: Sample, _ later: Sample, memory: SequenceMemory) -> CheckFinding {
    var finding = CheckFinding()
    for view in earlier.views {
      guard let partner = later.views.first(where: { $0.sensor == view.sensor }) else { continue }
      let a = ViewLabels(view, of: earlier)
      let b = ViewLabels(partner, of: later)
      let missing = rule.wants(of: a) + rule.wants(of: b)
      if missing.isEmpty {
        finding.applied += 1
        examine(a, b, into: &finding)
      } else {
        finding.skip(missing)
      }
    }
    return finding
  }
}

/// How a second making of a sample differs from the first.
package enum Twin: String, Sendable, Hashable, Codable {
  /// In nothing: other thread count, order or shard, the same sample alone.
  case replay
  /// Only in how many samples colour takes per pixel.
  case supersampled
  /// Only in light: sun, sky, exposure.
  case relit
}

/// An invariant between a sample and its twin.
package protocol TwinCheck: Check {
  var twin: Twin { get }
  func examine(_ sample: Sample, twin: Sample) -> CheckFinding
}

/// An invariant of a committed dataset as a whole.
package protocol DatasetCheck: Check {
  func examine(_ facts: DatasetFacts) -> CheckFinding
}
