import Dispatch
import Imaging
import Rendering
import Synchronization
import VectorMath
import WorldModel

/// The camera path of a scene, rendered by workers that each own whole frames.
struct RenderBenchmark: Sendable {
  let scene: BenchScene
  let channels: CaptureChannels
  let transform: PointTransform
  let workers: Int
  private let atlas: TextureAtlas

  init(
    scene: BenchScene, channels: CaptureChannels, transform: PointTransform = PointTransform(), workers: Int
  ) {
    self.scene = scene
    self.channels = channels
    self.transform = transform
    self.workers = workers
    atlas = TextureAtlas(scene.snapshot.materials)
  }

  /// Seconds for the whole path.
  ///
  /// - Parameters:
  ///   - worker: makes what one worker keeps for itself.
  ///   - use: what happens to a frame when it is there, still in the renderer's memory.
  /// - Throws: the first error of `use`.
  @discardableResult
  func run<Worker>(
    worker: @Sendable () -> Worker, use: @Sendable (Worker, Int, FrameBuffers) throws -> Void
  ) throws -> Double {
    let failure = Mutex<(any Error)?>(nil)
    let start = DispatchTime.now()
    DispatchQueue.concurrentPerform(iterations: workers) { first in
      let renderer = Renderer(transform: transform)
      let own = worker()
      do {
        for i in stride(from: first, to: scene.poses.count, by: workers) {
          render(i, renderer)
          try use(own, i, renderer.buffers)
        }
      } catch {
        failure.withLock { if $0 == nil { $0 = error } }
      }
    }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) * 1e-9
    if let error = failure.withLock({ $0 }) { throw error }
    return seconds
  }

  /// Seconds for the whole path, the frames staying in memory.
  @discardableResult
  func run() throws -> Double { try run(worker: {}, use: { _, _, _ in }) }

  private func render(_ i: Int, _ renderer: Renderer) {
    renderer.render(
      scene.snapshot,
      ViewRequest(camera: scene.camera, worldFromCamera: scene.poses[i], channels: channels), atlas: atlas,
      shading: scene.shading,
      previous: OtherInstant(snapshot: scene.snapshot, worldFromCamera: scene.poses[max(0, i - 1)]))
  }

  func picture() -> Raster<UInt8> {
    let renderer = Renderer(transform: transform)
    render(0, renderer)
    return renderer.buffers.rgb
  }

  /// Mean seconds a frame in each stage, one worker.
  func stages() -> [(name: String, value: Double)] {
    let renderer = Renderer(transform: transform)
    var clock = StageClock()
    renderer.clock = { clock.lap($0) }
    for i in scene.poses.indices {
      clock.start()
      render(i, renderer)
    }
    return clock.laps.map { ($0.name, $0.seconds / Double(scene.poses.count)) }
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
