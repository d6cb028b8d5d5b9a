import Annotations
import Assets
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// A traffic light that changes within a sequence: words, names of materials and light, frame by frame.
@Suite struct LampFrameTests {
  private static let rate = 12.0
  private static let changes: [(frame: Int, state: TrafficLight.State)] = [
    (0, .red), (3, .redAmber), (5, .green), (9, .amber),
  ]

  private static func world() -> World {
    let asset = TrafficLight(state: .red, clearance: 2.3, armReach: 0).makeAsset()
    let states = TrafficLight.State.allCases
    let track = StateTrack(
      "state",
      states: states.map {
        StateTrack.State($0.rawValue, materials: TrafficLight.materials(of: asset, showing: $0))
      },
      changes: changes.map {
        StateTrack.Change(time: Double($0.frame) / rate, state: states.firstIndex(of: $0.state) ?? 0)
      })
    let pose = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: .pi), translation: Vector3(4, 0, 0))
    var world = World(entities: [
      Entity(id: 5, name: "light", asset: asset, track: Track(still: pose), states: [track])
    ])
    world.rig = Rig(cameras: [
      Rig.MountedCamera(
        name: "c", camera: Camera(width: 64, height: 64, horizontalFieldOfView: 0.35),
        rigFromCamera: Rig.mount(at: Vector3(0, 0, 2.8)))
    ])
    return world
  }

  @Test func wordsAndLightChangeInTheSameFrame() throws {
    let world = Self.world()
    let sensor = CameraSensor()
    let atlas = TextureAtlas(world.allMaterials)
    for frame in 0..<11 {
      let state = try #require(Self.changes.last { $0.frame <= frame }).state
      let time = Double(frame) * (1 / Self.rate)
      let view = CapturedView(
        sensor.capture(
          .init(world: world, time: time, step: 1 / Self.rate), world.rig.cameras[0],
          channels: [.visibility, .alone, .hdr], atlas: atlas))
      var labels = LabelSet()
      ObjectsAnnotator().annotate(view, into: &labels)
      MaterialSharesAnnotator().annotate(view, into: &labels)
      MaterialAnnotator().annotate(view, into: &labels)
      RadianceAnnotator().annotate(view, into: &labels)
      #expect(
        labels[ObjectsLabel.self]?.entries.first?.attributes["state"] == state.rawValue, "frame \(frame)")
      let shares = try #require(labels[MaterialSharesLabel.self]?.entries.first?.shares)
      let map = try #require(labels.shorts(LabelNames.material))
      let light = try #require(labels.floats(LabelNames.hdr))
      let lit: [String] =
        switch state {
        case .red: ["red"]
        case .redAmber: ["red", "amber"]
        case .green: ["green"]
        case .amber: ["amber"]
        case .off: []
        }
      for lamp in ["red", "amber", "green"] {
        let isLit = lit.contains(lamp)
        let share = try #require(shares.first { $0.name.hasPrefix("lamp_\(lamp)") })
        #expect(share.name == (isLit ? "lamp_\(lamp)_lit" : "lamp_\(lamp)"), "frame \(frame)")
        // The brightest channel over the lamp's pixels: lit ones outshine whatever the sun makes of dark glass.
        let peaks = map.values.indices.filter { Int(map.values[$0]) == share.id }.map { p in
          (0..<3).map { light.values[3 * p + $0] }.max() ?? 0
        }
        let middle = peaks.sorted()[peaks.count / 2]
        #expect(isLit ? middle > 0.7 : middle < 0.5, "frame \(frame): \(lamp) \(middle)")
      }
    }
  }
}
