import Foundation
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Writes pictures of the room to look at, when DIORAMA_MEASURE is set (to a folder).
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] != nil))
struct RoomPictures {
  @Test func pictures() throws {
    let folder = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] ?? "/tmp"
    for (name, hasSun, lamps) in [("day", true, false), ("both", true, true), ("night", false, true)] {
      var scene = RoomScene(hasSun: hasSun, lampsAreOn: lamps)
      scene.look([
        (Vector3(4.6, 0.4, 1.6), Vector3(1.2, 3.2, 0.7)), (Vector3(0.4, 3.5, 1.5), Vector3(3.2, 0.6, 0.9)),
        (Vector3(2.4, 0.3, 1.5), Vector3(3.2, 4, 1.2)), (Vector3(3.2, 0.6, 1.0), Vector3(2.1, 1.5, 0.45)),
      ])
      let sensor = CameraSensor()
      let moment = CameraSensor.Moment(world: scene.world, time: 0, step: 0.1)
      let atlas = TextureAtlas(moment.now.materials)
      for (i, camera) in scene.world.rig.cameras.enumerated() {
        let start = ContinuousClock.now
        let capture = sensor.capture(moment, camera, channels: .rgb, atlas: atlas)
        print(name, i, ContinuousClock.now - start)
        guard let rgb = capture.rgb else { continue }
        try Data(LibPNG.encode(rgb)).write(to: URL(fileURLWithPath: "\(folder)/\(name)-\(i).png"))
      }
    }
  }
}
