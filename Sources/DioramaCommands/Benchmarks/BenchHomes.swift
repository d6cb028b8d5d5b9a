import ArgumentParser
import Diagnostics
import Foundation
import Geometry
import IndoorWorld
import LocatedYAML
import RandomStreams
import WorldModel

/// What a furnished home costs before anything is rendered: plan, shell, furniture, small things, places to look from.
struct BenchHomes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "homes",
    abstract: "Processor seconds that making a furnished home takes, on one core, without rendering.")

  @Option(name: .long, help: "How many homes are made, each another one.")
  var homes = 20

  @Option(name: .long, help: "Of the first home; the others follow.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "Places to look from that are found in each.")
  var views = 4

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "Overrides a value of the home: key=value, as YAML. May be repeated.")
  var overrides: [String] = []

  @Flag(name: .long, help: "Prints JSON (always so; for symmetry with other commands).")
  var json = false

  func run() throws {
    guard homes >= 1, views >= 0 else {
      throw DioramaError(.usage, "--homes must be at least 1, --views at least 0")
    }
    let document = try YAMLDocument(text: "", file: "--set").setting(overrides)
    let generator = HomeGenerator(try document.decode(HomeDescription.self).value)
    // Textures that all homes share are made by the first one: one more, told apart.
    let cold = try make(generator, number: homes).seconds
    var seconds: [Double] = []
    var contents: [HomeContents] = []
    var stages = HomeStage.allCases.map { (name: $0.rawValue, value: 0.0) }
    for number in 0..<homes {
      let home = try make(generator, number: number)
      seconds.append(home.seconds)
      contents.append(HomeContents(home.world))
      for (i, stage) in HomeStage.allCases.enumerated() {
        stages[i].value += (home.stages[stage] ?? 0) / Double(homes)
      }
    }
    Measurement(
      name: "homes", unit: "s/home", values: seconds, workers: 1, stages: stages + [("first", cold)]
    ).print()
    let counts: [(String, KeyPath<HomeContents, Int>)] = [
      ("rooms", \.rooms), ("things", \.things), ("small_things", \.smallThings), ("triangles", \.triangles),
    ]
    for (name, path) in counts {
      Measurement(
        name: "homes \(name)", unit: "\(name)/home", values: contents.map { Double($0[keyPath: path]) },
        workers: 1
      ).print()
    }
  }

  /// Home number `number`, as sequence 0 of a recipe with the next seed has it, with processor seconds by stage.
  private func make(
    _ generator: HomeGenerator, number: Int
  ) throws -> (world: World, seconds: Double, stages: [HomeStage: Double]) {
    var clock = ProcessorClock()
    let start = clock.last
    let stages = HomeStages { clock.begin($0) }
    var draws = Draws(
      stream: RandomStream(seed: seed &+ UInt64(number)), below: "sequence/0", index: 0)
    var world = try draws.scope("world") { try generator.world(&$0, stages: stages) }
    stages.begin(.views)
    for view in 0..<views {
      try draws.scope("view/\(view)") { try generator.take(view: view, of: &world, &$0, duration: 0.1) }
    }
    clock.stop()
    return (world, clock.last - start, clock.seconds)
  }
}

/// What is in a home.
private struct HomeContents {
  var rooms: Int
  /// On floors, walls and ceilings.
  var things = 0
  /// On and in other things.
  var smallThings = 0
  /// Of everything, as drawn.
  var triangles = 0

  init(_ world: World) {
    rooms = world.plan?.rooms.count ?? 0
    for entity in world.entities {
      triangles += entity.asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
      guard let support = entity.attributes.first(where: { $0.name == "supported_by" })?.value else {
        continue
      }
      if ["floor", "wall", "ceiling"].contains(support) { things += 1 } else { smallThings += 1 }
    }
  }
}

/// Adds up the processor time of this thread by stage.
private struct ProcessorClock {
  private(set) var seconds: [HomeStage: Double] = [:]
  private(set) var last = ProcessorClock.now
  private var stage: HomeStage?

  mutating func begin(_ next: HomeStage) {
    stop()
    stage = next
  }

  mutating func stop() {
    let now = Self.now
    if let stage { seconds[stage, default: 0] += now - last }
    last = now
    stage = nil
  }

  /// Seconds that this thread has computed.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
