import ArgumentParser
import Assets
import Diagnostics
import Dispatch
import Geometry
import Listening
import Pipeline
import RandomStreams
import VectorMath
import WorldModel

/// Recordings of one street, sounds and labels made anew each time: twelve sources that move past an array that moves.
struct BenchStreet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "street",
    abstract: "Seconds of a street's sound a second: twelve moving sources, façades, ground, air, labels.")

  @Option(name: .long, help: "An array of the catalog.")
  var array = "ambisonic"

  @Option(name: .long, help: "Samples a second.")
  var rate = 24_000

  @Option(name: .long, help: "Seconds of one recording.")
  var duration = 10.0

  @Option(name: .long, help: "Recordings a run.")
  var recordings = 4

  @OptionGroup var options: BenchOptions

  func run() throws {
    try options.check()
    guard recordings >= 1, (1...60).contains(duration), (8000...192_000).contains(rate) else {
      throw DioramaError(
        .usage, "--recordings must be at least 1, --duration in 1 ... 60, --rate in 8000 ... 192000")
    }
    let world = try street()
    let sensor = MicrophoneSensor(rate: rate, duration: duration)
    let ears = Rig.MountedArray(
      name: "roof", array: array, rigFromArray: RigidTransform(translation: Vector3(1.2, 0, 1.9)))
    let seed = RandomStream(seed: 1)
    var rates: [Double] = []
    var wall = 0.0
    for run in 0..<options.runs {
      let (start, processor) = (DispatchTime.now().uptimeNanoseconds, Console.processorSeconds)
      _ = try ParallelPieces.run(
        recordings, workers: options.workers, worker: {},
        body: { _, number in
          try sensor.record(
            world, by: [ears], voices: seed.child("voices"),
            stream: seed.child(run * recordings + number)
          ).count
        })
      wall += Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
      rates.append(Double(recordings) * duration / max(Console.processorSeconds - processor, 1e-9))
    }
    Measurement(
      name: "street \(array) \(rate) Hz", unit: "s/s of one core", values: rates, workers: options.workers,
      stages: [("sources", Double(world.soundscape?.sources.count ?? 0)), ("wall", wall)]
    ).print()
  }

  /// Two rows of houses with gaps and a side street, four cars that are heard by engine and tyres, two who walk, a motorcycle
  /// and a bicycle; the array drives along.
  private func street() throws -> World {
    var entities: [Entity] = []
    func add(_ kind: String, _ low: Vector3, _ high: Vector3, _ track: Track) throws -> UInt32 {
      guard let native = Ontology.named(kind) else {
        throw DioramaError(.badInput, "there is no class \(kind)")
      }
      let mesh = MeshBuilder.box(from: low, to: high).mesh()
      let id = UInt32(entities.count + 1)
      let asset = Asset(
        name: kind, nativeClass: native, pieces: [Asset.Piece(mesh: mesh, material: 0)],
        materials: [Material(name: "facade")], parts: ["body"])
      entities.append(Entity(id: id, name: "\(kind)_\(id)", asset: asset, track: track))
      return id
    }
    for side in [-1.0, 1] {
      for (n, x) in [-96.0, -72, -48, -24, 14, 38, 62, 86].enumerated() {
        let (near, far, height) = (side * 9.0, side * 20, 9 + Double(n * 5 % 7))
        // With windows, that walls are known by.
        for (bottom, top) in [(0.0, height), (1.0, 2.2)] {
          _ = try add(
            "building", Vector3(x, min(near, far), bottom), Vector3(x + 21, max(near, far), top),
            Track(still: .identity))
        }
      }
    }
    /// Along the street from a place, with a speed that breathes a little.
    func drive(from x: Double, y: Double, speed: Double) -> Track {
      let yaw = speed < 0 ? Double.pi : 0
      let poses = (0...Int(duration + 6)).map { k -> RigidTransform<WorldSpace, ObjectSpace> in
        let t = Double(k) - 3
        let along = x + speed * (t + 0.6 * DeterministicMath.sin(0.5 * t))
        return RigidTransform(rotation: Quaternion(yaw: yaw), translation: Vector3(along, y, 0))
      }
      return Track(smooth: poses, from: -3, spacing: 1)
    }
    var sources: [SoundSource] = []
    func order(_ kind: String) -> SoundContent {
      .kind(SoundOrder(kind, duration: duration + 1.8, isDriven: true))
    }
    for (x, y, speed) in [(-60.0, -1.75, 11.0), (70, 1.75, -12), (110, 1.75, -9), (20, -1.75, 8)] {
      let id = try add(
        "car", Vector3(-2, -0.9, 0.2), Vector3(2, 0.9, 1.5), drive(from: x, y: y, speed: speed))
      sources += [
        SoundSource(
          "\(id)/drive", entity: id, at: Vector3(1.2, 0, 0.5), start: .at(-0.9), order("car_engine")),
        SoundSource("\(id)/tyres", entity: id, at: Vector3(0, 0, 0.1), start: .at(-0.9), order("tyre_noise")),
      ]
    }
    for (kind, x, y, speed) in [("motorcycle", -90.0, -1.75, 14.0), ("bicycle_freewheel", 40, -3.2, 5)] {
      let id = try add(
        kind == "motorcycle" ? "motorcycle" : "bicycle", Vector3(-1, -0.3, 0), Vector3(1, 0.3, 1.2),
        drive(from: x, y: y, speed: speed))
      sources.append(
        SoundSource("\(id)/drive", entity: id, at: Vector3(0, 0, 0.5), start: .at(-0.9), order(kind)))
    }
    for (x, y, speed) in [(-20.0, 7.0, 1.4), (12, -7, -1.3)] {
      let id = try add(
        "person", Vector3(-0.2, -0.3, 0), Vector3(0.2, 0.3, 1.7), drive(from: x, y: y, speed: speed))
      let steps = (0..<Int((duration + 1) / 0.55)).map { -0.5 + 0.55 * Double($0) }
      sources.append(
        SoundSource(
          "\(id)/steps", entity: id, at: Vector3(0, 0, 0.05), start: .at(-0.5),
          .kind(SoundOrder("footsteps", contacts: steps))))
    }
    var world = World(
      entities: entities, rig: Rig(track: drive(from: -40, y: -1.75, speed: 8)))
    world.soundscape = Soundscape(.outdoors(ground: "asphalt", height: 0), sources: sources)
    return world
  }
}
