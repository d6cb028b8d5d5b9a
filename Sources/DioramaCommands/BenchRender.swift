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

  @Option(name: .long, help: "Frames rendered at once.")
  var workers = Console.processors

  @Option(name: .long, help: "How often the camera path is rendered.")
  var runs = 5

  @Option(name: .long, help: "What transforms points: portable or blas.")
  var transform: PointTransform.Backend = .portable

  @Option(name: .long, help: "Writes the first frame's colour to this PNG file.")
  var image: String?

  @Flag(name: .long, help: "Prints JSON (always so; for symmetry with other commands).")
  var json = false

  func run() throws {
    guard runs >= 1, workers >= 1 else {
      throw DioramaError(.usage, "--runs and --workers must be at least 1")
    }
    let entities = try GLTFImporter().importScene(scene).product
    let path = try BenchCameras.file(cameras)
    let snapshot = World(entities: entities, sun: Sun(direction: path.lightDirection)).snapshot(at: 0)
    let (channels, isShaded) = try Self.channels(outputs)
    let shading: Shading =
      isShaded
      ? .physical
      : .lambert(
        LambertShading(
          direction: Vector3f(path.lightDirection), ambient: Float(path.ambient), background: path.background)
      )
    let plan = RenderBenchmark(
      snapshot: snapshot, camera: path.camera, poses: path.worldFromCameras, channels: channels,
      shading: shading,
      backend: transform, workers: workers)
    plan.run()  // warm
    let rates = (0..<runs).map { _ in Double(path.worldFromCameras.count) / plan.run() }.sorted()
    if let image { try Console.write(try PNGEncoder().encode(plan.picture()), to: image) }
    let stages = plan.stages()
    let report = JSONValue.object([
      .init("name", .string("render \(URL(fileURLWithPath: scene).lastPathComponent) \(outputs)")),
      .init("unit", "frames/s"), .init("median", .number(rates[rates.count / 2])),
      .init("min", .number(rates[0])), .init("max", .number(rates[rates.count - 1])),
      .init("runs", .integer(runs)),
      .init("workers", .integer(workers)),
      .init("stages", .object(stages.map { .init($0.name, .number($0.seconds)) })),
    ])
    Console.result(report.canonicalText)
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

/// The camera path of a scene, rendered by workers that each own whole frames.
struct RenderBenchmark: Sendable {
  let snapshot: Snapshot
  let camera: Camera
  let poses: [RigidTransform<WorldSpace, CameraSpace>]
  let channels: CaptureChannels
  let shading: Shading
  let backend: PointTransform.Backend
  let workers: Int
  let atlas: TextureAtlas

  init(
    snapshot: Snapshot, camera: Camera, poses: [RigidTransform<WorldSpace, CameraSpace>],
    channels: CaptureChannels,
    shading: Shading, backend: PointTransform.Backend, workers: Int
  ) {
    self.snapshot = snapshot
    self.camera = camera
    self.poses = poses
    self.channels = channels
    self.shading = shading
    self.backend = backend
    self.workers = workers
    atlas = TextureAtlas(snapshot.materials)
  }

  /// Seconds for the whole path.
  @discardableResult
  func run() -> Double {
    let start = DispatchTime.now()
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let renderer = Renderer(transform: PointTransform(backend: backend))
      for i in stride(from: worker, to: poses.count, by: workers) { render(i, renderer) }
    }
    return Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) * 1e-9
  }

  private func render(_ i: Int, _ renderer: Renderer) {
    renderer.render(
      snapshot, ViewRequest(camera: camera, worldFromCamera: poses[i], channels: channels), atlas: atlas,
      shading: shading, previous: OtherInstant(snapshot: snapshot, worldFromCamera: poses[max(0, i - 1)]))
  }

  func picture() -> Raster<UInt8> {
    let renderer = Renderer()
    render(0, renderer)
    return renderer.buffers.rgb
  }

  /// Mean seconds a frame in each stage, one worker.
  func stages() -> [(name: String, seconds: Double)] {
    let renderer = Renderer(transform: PointTransform(backend: backend))
    var clock = StageClock()
    renderer.clock = { clock.lap($0) }
    for i in poses.indices {
      clock.start()
      render(i, renderer)
    }
    return clock.laps.map { ($0.name, $0.seconds / Double(poses.count)) }
  }
}

/// Adds up the time between marks.
struct StageClock {
  private(set) var laps: [(name: String, seconds: Double)] = []
  private var last = DispatchTime.now()

  mutating func start() { last = DispatchTime.now() }

  mutating func lap(_ name: String) {
    let now = DispatchTime.now()
    let seconds = Double(now.uptimeNanoseconds - last.uptimeNanoseconds) * 1e-9
    last = now
    if let i = laps.firstIndex(where: { $0.name == name }) {
      laps[i].seconds += seconds
    } else {
      laps.append((name, seconds))
    }
  }
}
