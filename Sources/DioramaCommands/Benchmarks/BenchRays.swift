import ArgumentParser
import Dispatch
import Rendering
import VectorMath
import WorldModel

/// The ray caster: what checks and labels ask for a second opinion.
struct BenchRays: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rays", abstract: "Rays per second of the ray caster, from cameras and in all directions.")

  @Option(name: .long, help: "A glTF scene whose nodes carry instance ids.")
  var scene: String

  @Option(name: .long, help: "Its cameras, a JSON file.")
  var cameras: String

  @OptionGroup var options: BenchOptions

  func run() throws {
    try options.check()
    let scene = try BenchScene(scene: scene, cameras: cameras)
    var caster = RayCaster(snapshot: scene.snapshot)
    let build = Self.seconds { caster = RayCaster(snapshot: scene.snapshot) }
    let tree = caster
    let poses = scene.poses
    let pixels = scene.camera.width * scene.camera.height
    // Six frames are enough rays, and spread over the path.
    let chosen = stride(from: 0, to: poses.count, by: max(1, poses.count / 6)).map { poses[$0] }
    let primary = (0..<options.runs).map { _ in
      let time = share(chosen.count) { i in
        _ = tree.capture(camera: scene.camera, worldFromCamera: chosen[i])
      }
      return Double(pixels * chosen.count) / time
    }
    let directions = Self.directions(1 << 18)
    let scattered = (0..<options.runs).map { _ in
      let time = share(chosen.count) { i in
        for d in directions { _ = tree.nearest(origin: chosen[i].translation, direction: d) }
      }
      return Double(directions.count * chosen.count) / time
    }
    for (kind, values) in [("primary", primary), ("scattered", scattered)] {
      Measurement(
        name: "rays \(scene.name) \(kind)", unit: "rays/s", values: values, workers: options.workers,
        stages: [("build", build)]
      ).print()
    }
  }

  /// Seconds for `count` pieces by all workers.
  private func share(_ count: Int, _ body: @Sendable (Int) -> Void) -> Double {
    Self.seconds {
      DispatchQueue.concurrentPerform(iterations: options.workers) { worker in
        for i in stride(from: worker, to: count, by: options.workers) { body(i) }
      }
    }
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let start = DispatchTime.now()
    body()
    return Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) * 1e-9
  }

  /// Directions all over the sphere, neighbours in the list far apart in space.
  private static func directions(_ count: Int) -> [Vector3] {
    (0..<count).map { i in
      let z = 1 - 2 * (Double(i) * 0.754_877_666_246_692_7).truncatingRemainder(dividingBy: 1)
      let (s, c) = DeterministicMath.sincos(
        2 * Double.pi * (Double(i) * 0.569_840_290_998_053_3).truncatingRemainder(dividingBy: 1))
      let r = (max(0, 1 - z * z)).squareRoot()
      return Vector3(r * c, r * s, z)
    }
  }
}
