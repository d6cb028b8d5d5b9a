import ArgumentParser
import DatasetStore
import Diagnostics
import Foundation
import Imaging
import Rendering
import Synchronization
import WorldModel

/// Rendering and writing, as a dataset has it: RGB, instance and semantic as PNG; depth, normal and flow as NPY.
struct BenchWrite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Frames per second of rendering and writing PNG and NPY files.")

  enum Encoder: String, ExpressibleByArgument, CaseIterable {
    case diorama
    case libpng
  }

  @Option(name: .long, help: "Width and height of the built-in scene's images, e.g. 1280x720.")
  var size = "1280x720"

  @Option(name: .long, help: "A glTF scene in place of the built-in one; with --cameras.")
  var scene: String?

  @Option(name: .long, help: "The scene's cameras, a JSON file.")
  var cameras: String?

  @Option(name: .long, help: "What writes PNG: diorama, or libpng at level 1 with its default filters.")
  var encoder: Encoder = .diorama

  @Option(
    name: [.short, .customLong("output")], help: "Where the files go and stay; default: nowhere, for long.")
  var output: String?

  @OptionGroup var options: BenchOptions

  func run() throws {
    try options.check()
    let scene = try loaded()
    let folder =
      output
      ?? FileManager.default.temporaryDirectory.appendingPathComponent("diorama-bench-\(UUID().uuidString)")
      .path
    let files = DurableFiles(sync: .never)
    try files.makeDirectories(folder)
    let frames = folder + "/frames"
    defer { if output == nil { try? files.remove(folder) } }
    let plan = RenderBenchmark(
      scene: scene, channels: [.rgb, .depth, .instance, .semantic, .normal, .flowBackward],
      workers: options.workers)
    let sizes = Mutex((png: 0, npy: 0))
    func round() throws -> Double {
      sizes.withLock { $0 = (0, 0) }
      try files.remove(frames)
      try files.makeDirectories(frames)
      return try plan.run(worker: { FrameWriter(encoder: encoder, folder: frames, files: files) }) {
        writer, index, frame in
        let written = try writer.write(index, frame)
        sizes.withLock { $0 = ($0.png + written.png, $0.npy + written.npy) }
      }
    }
    _ = try round()  // warm
    let rates = try (0..<options.runs).map { _ in Double(scene.poses.count) / (try round()) }
    let bytes = sizes.withLock { $0 }
    Measurement(
      name: "write \(scene.name) \(scene.camera.width)x\(scene.camera.height) \(encoder.rawValue)",
      unit: "frames/s", values: rates, workers: options.workers,
      stages: [
        ("pngBytesPerFrame", Double(bytes.png / scene.poses.count)),
        ("npyBytesPerFrame", Double(bytes.npy / scene.poses.count)),
      ]
    ).print()
  }

  private func loaded() throws -> BenchScene {
    switch (scene, cameras) {
    case (let scene?, let cameras?): return try BenchScene(scene: scene, cameras: cameras)
    case (nil, nil):
      let size = try ImageSize(size)
      return .street(width: size.width, height: size.height)
    default: throw DioramaError(.usage, "--scene and --cameras belong together")
    }
  }
}

/// `1280x720`.
struct ImageSize {
  var width: Int
  var height: Int

  init(_ text: String) throws(DioramaError) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let w = parts[0], let h = parts[1], (1...16384).contains(w),
      (1...16384).contains(h)
    else {
      throw DioramaError(.usage, "\(text) is not a size", remedy: "Write width x height, e.g. 1280x720.")
    }
    (width, height) = (w, h)
  }
}

/// The files of one worker's frames.
private final class FrameWriter {
  private let encoder: BenchWrite.Encoder
  private let folder: String
  private let files: DurableFiles
  private let png = PNGEncoder()

  init(encoder: BenchWrite.Encoder, folder: String, files: DurableFiles) {
    self.encoder = encoder
    self.folder = folder
    self.files = files
  }

  /// - Returns: bytes written.
  func write(_ index: Int, _ frame: FrameBuffers) throws -> (png: Int, npy: Int) {
    var bytes = (png: 0, npy: 0)
    func put(_ name: String, _ content: [UInt8]) throws {
      try files.write(content, to: "\(folder)/\(index)-\(name)")
      if name.hasSuffix("png") { bytes.png += content.count } else { bytes.npy += content.count }
    }
    switch encoder {
    case .diorama:
      try put("rgb.png", try png.encode(frame.rgb))
      try put("instance.png", try png.encode(identifiers: frame.instance))
      try put("semantic.png", try png.encode(frame.semantic))
    case .libpng:
      try put("rgb.png", LibPNG.encode(frame.rgb))
      try put("instance.png", LibPNG.encode(identifiers: frame.instance))
      try put("semantic.png", LibPNG.encode(frame.semantic))
    }
    try put("depth.npy", NPY.encode(frame.depth))
    try put("normal.npy", NPY.encode(frame.normal))
    try put("flow.npy", NPY.encode(frame.flowBackward))
    return bytes
  }
}
