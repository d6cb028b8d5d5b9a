import ArgumentParser
import Diagnostics
import WorldModel

/// How cost grows with triangles and pixels, on ground that fills the image.
struct BenchScaling: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scaling", abstract: "Seconds a frame over numbers of triangles and pixels.")

  @Option(name: .long, parsing: .upToNextOption, help: "Numbers of triangles, rounded up to whole tiles.")
  var triangles = [10_000, 100_000, 1_000_000, 5_000_000]

  @Option(name: .long, parsing: .upToNextOption, help: "Sizes of images.")
  var sizes = ["400x250", "1280x800", "2560x1600", "3584x2240"]

  @Option(name: .long, help: "Frames a run.")
  var frames = 8

  @OptionGroup var options: BenchOptions

  func run() throws {
    try options.check()
    guard frames >= 1, triangles.allSatisfy({ (1...50_000_000).contains($0) }) else {
      throw DioramaError(.usage, "--frames must be at least 1, --triangles from 1 to 50000000")
    }
    for count in triangles {
      let tiles = Int((Double(count) / 2048).squareRoot().rounded(.up))
      for text in sizes {
        let size = try ImageSize(text)
        let scene = BenchScene.terrain(tiles: tiles, width: size.width, height: size.height, frames: frames)
        let plan = RenderBenchmark(
          scene: scene, channels: [.rgb, .depth, .instance, .semantic, .normal, .flowBackward],
          workers: options.workers)
        try plan.run()  // warm
        let times = try (0..<options.runs).map { _ in try plan.run() / Double(frames) }
        Measurement(
          name: "scaling \(tiles * tiles * 2048) triangles \(text)", unit: "s/frame", values: times,
          workers: options.workers, stages: plan.stages()
        ).print()
      }
    }
  }
}
