import ArgumentParser
import Assets
import Diagnostics
import Dispatch
import Foundation
import Imaging
import JSON
import LocatedYAML
import Rendering
import VectorMath
import WorldModel

struct BenchRender: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Frames per second of the visibility and resolve passes, in memory.")

  @Option(name: .long, help: "A glTF scene whose nodes carry instance ids.")
  var scene: String

  @Option(name: .long, help: "Its cameras, a JSON file.")
  var cameras: String

  @Option(
    name: .long, help: "Outputs, comma-separated: rgb, depth, instance, semantic, normal, flow, shaded.")
  var outputs = "rgb,depth,instance,semantic,normal,flow"

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "What transforms points: portable or blas.")
  var transform: PointTransform.Backend = .portable

  @Option(name: .long, help: "Writes the first frame's colour to this PNG file.")
  var image: String?

  func run() throws {
    try options.check()
    var scene = try BenchScene(scene: scene, cameras: cameras)
    let (channels, isShaded) = try Self.channels(outputs)
    if isShaded { scene.shading = .physical }
    let plan = RenderBenchmark(
      scene: scene, channels: channels, transform: PointTransform(backend: transform),
      workers: options.workers)
    try plan.run()  // warm
    let rates = try (0..<options.runs).map { _ in Double(scene.poses.count) / (try plan.run()) }
    if let image { try Console.write(try PNGEncoder().encode(plan.picture()), to: image) }
    Measurement(
      name: "render \(scene.name) \(outputs)", unit: "frames/s", values: rates, workers: options.workers,
      stages: plan.stages()
    ).print()
  }

  private static func channels(_ text: String) throws -> (CaptureChannels, Bool) {
    var out: CaptureChannels = []
    var isShaded = false
    for name in text.split(separator: ",") {
      switch name {
      case "rgb": out.insert(.rgb)
      case "shaded":
        out.insert(.rgb)
        isShaded = true
      case "depth": out.insert(.depth)
      case "instance": out.insert(.instance)
      case "semantic": out.insert(.semantic)
      case "normal": out.insert(.normal)
      case "flow": out.insert(.flowBackward)
      default:
        throw DioramaError(
          .usage, "--outputs: \(name) is not known",
          remedy: "Choose among rgb, depth, instance, semantic, normal, flow, shaded.")
      }
    }
    return (out, isShaded)
  }
}
