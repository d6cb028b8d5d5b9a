import Checks
import Imaging
import WorldModel

/// Everything the checks can be given, all of it right.
struct Fixture {
  var samples: [Sample]
  /// A view all around, of another sequence.
  var panorama: Sample
  /// One through a distorted pinhole, of yet another.
  var distorted: Sample
  /// One from above, of parallel rays, with cells.
  var above: Sample
  /// Second makings of sample 1.
  var replay: Sample
  var supersampled: Sample
  var relit: Sample
  var facts: DatasetFacts

  /// Built once; tests change copies.
  static let right = Fixture()
  /// A home, for the checks of rooms.
  static let home = Fixture(home: HomeScene().sample)
  /// Views with labels made of words.
  static let spoken: Fixture = {
    var fixture = Fixture.right
    fixture.samples = spokenSamples
    return fixture
  }()

  /// A road from above.
  static let above = Fixture(home: AnalyticScene().above())
  /// A recording of microphones.
  static let heard = Fixture(home: HeardScene.sample)

  private init(home sample: Sample) {
    self = Self.right
    samples = [sample]
  }

  private init() {
    let scene = AnalyticScene()
    samples = (0..<4).map { scene.sample($0) }
    panorama = scene.panorama()
    distorted = scene.distorted()
    above = scene.above()
    replay = samples[1]
    supersampled = samples[1]
    relit = samples[1]
    for v in relit.views.indices {
      guard var rgb = relit.views[v].labels.bytes("rgb") else { continue }
      for i in rgb.values.indices { rgb.values[i] /= 2 }
      relit.views[v].labels.set("rgb", .uint8(rgb))
      supersampled.views[v].labels.set("rgb", .uint8(rgb))
    }
    var tally = ClassTally()
    for sample in samples { tally.add(sample) }
    facts = DatasetFacts(
      files: (0..<4).map {
        .init(path: "samples/\($0)/left.depth.npy", recordedDigest: "a\($0)", foundDigest: "a\($0)")
      },
      samples: (0..<4).map {
        .init(
          index: $0, split: $0 < 3 ? "train" : "validation", world: $0 < 3 ? "7/0" : "7/1",
          assets: [$0 < 3 ? "crate" : "ball"], labels: ["left/depth", "left/instance"])
      },
      requestedLabels: ["left/depth", "left/instance"], declaredSamples: 4, declaredTally: tally,
      recountedTally: tally)
  }

  /// The report of some checks over everything, or what pinholes saw alone.
  func report(_ checks: [any Check] = CheckCatalog.all, withOtherLenses: Bool = true) -> CheckReport {
    var run = CheckRun(checks)
    for sample in samples { run.examine(sample) }
    if samples.indices.contains(1) {
      run.examine(samples[1], .replay, replay)
      run.examine(samples[1], .supersampled, supersampled)
      run.examine(samples[1], .relit, relit)
    }
    if withOtherLenses {
      run.examine(panorama)
      run.examine(distorted)
      run.examine(above)
    }
    run.examine(facts)
    return run.completeReport
  }
}
