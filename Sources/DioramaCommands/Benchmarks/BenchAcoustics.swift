import Acoustics
import ArgumentParser
import Diagnostics
import Dispatch
import Pipeline
import RandomStreams
import VectorMath

/// Impulse responses of a shoebox room, a new source each time, all microphones of an array at once.
struct BenchAcoustics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acoustics", abstract: "Room impulse responses per second.")

  enum Method: String, ExpressibleByArgument, CaseIterable {
    /// Image sources up to an order, walls that absorb alike in all bands.
    case images
    /// Images until the mixing time, then a diffuse tail; octave bands and air.
    case hybrid
  }

  @Option(name: .long, help: "Sides in metres: LENGTHxWIDTHxHEIGHT.")
  var room = "6x5x3"

  @Option(name: .long, help: "images (up to an order) or hybrid (with a diffuse tail, bands and air).")
  var method = Method.images

  @Option(name: .long, help: "The highest order of images.")
  var order = 17

  @Option(name: .long, help: "The share of energy that every wall absorbs.")
  var absorption = 0.2

  @Option(name: .long, help: "Microphones, on a square 10 cm wide and its continuation.")
  var microphones = 4

  @Option(name: .long, help: "Samples a second.")
  var rate = 16_000.0

  @Option(name: .long, help: "Sources a run.")
  var sources = 200

  @OptionGroup var options: BenchOptions

  func run() throws {
    try options.check()
    guard (1...64).contains(microphones), sources >= 1, (0..<1).contains(absorption) else {
      throw DioramaError(
        .usage, "--microphones must be in 1 ... 64, --sources at least 1, --absorption in 0 ..< 1")
    }
    let acoustics = try makeAcoustics()
    let size = acoustics.room.size
    let corner = Vector3(size.x / 3, size.y * 0.4, size.z * 0.4)
    let array = (0..<microphones).map { (n: Int) -> Microphone in
      let step = Vector3(Double(n % 2), Double(n / 2 % 8), 0)
      return Microphone(name: "\(n)", position: corner + step * 0.1)
    }
    // Walls, bands and kernels are made once and serve all: the first response is not counted.
    let first = try acoustics.response(
      source: place(0, in: size), microphones: array, stream: RandomStream(seed: 1))
    var rates: [Double] = []
    for _ in 0..<options.runs {
      let start = DispatchTime.now().uptimeNanoseconds
      _ = try ParallelPieces.run(
        sources, workers: options.workers, worker: {},
        body: { _, number in
          try acoustics.response(
            source: place(number, in: size), microphones: array,
            stream: RandomStream(seed: 1).child(number)
          ).images
        })
      rates.append(
        Double(sources * microphones) / (Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9))
    }
    Measurement(
      name: "acoustics \(method.rawValue) \(room)", unit: "RIR/s", values: rates, workers: options.workers,
      stages: [
        ("images", Double(first.images)), ("samples", Double(first.channels.first?.count ?? 0)),
      ]
    ).print()
  }

  private func makeAcoustics() throws -> RoomAcoustics {
    let sides = room.split(separator: "x", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 3, let x = sides[0], let y = sides[1], let z = sides[2] else {
      throw DioramaError(.usage, "--room \(room) is no room", remedy: "Write it as 6x5x3, in metres.")
    }
    let box = try ShoeboxRoom(
      size: Vector3(x, y, z), walls: Array(repeating: .uniform(absorption), count: 6),
      airAbsorbs: method == .hybrid)
    var settings = RoomAcoustics.Options()
    if method == .images {
      settings.method = .images(order: order)
      settings.displacement = 0
    }
    return try RoomAcoustics(box, rate: rate, options: settings)
  }

  /// Source number `n`, spread over the room by the golden ratio and its kin.
  private func place(_ n: Int, in size: Vector3) -> Vector3 {
    func share(_ step: Double) -> Double {
      let x = Double(n + 1) * step
      return 0.1 + 0.8 * (x - x.rounded(.down))
    }
    return Vector3(share(0.8191725) * size.x, share(0.6710436) * size.y, share(0.5497005) * size.z)
  }
}
