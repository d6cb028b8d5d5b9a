import Annotations
import GroundedLanguage
import VectorMath
import WorldModel

/// One frame of a sequence as its raw labels have it.
struct RawMoment: Sendable {
  let time: Double
  let scene: RawScene
  private let seen: Set<UInt32>

  init(_ view: Sample.View, of sample: Sample) {
    time = sample.time
    scene = RawScene(ViewLabels(view, of: sample)).slim
    seen = Set(scene.candidates)
  }

  func sees(_ id: UInt32) -> Bool { seen.contains(id) }
  func seesClearly(_ id: UInt32) -> Bool { seen.contains(id) && scene.isClear(id) }

  /// m/s; `nil` = not known.
  func speed(_ id: UInt32) -> Double? { scene.speeds[id].map(RawScene.norm) }

  private func pose() -> RigidTransform<WorldSpace, RigSpace> {
    scene.view.view.worldFromCamera * scene.view.view.rigFromCamera.inverse
  }

  /// Where the carrier is, world frame, metres.
  var carrier: Vector3 { pose().translation }

  /// Which way a thing, or the carrier, faces, level.
  func front(_ id: UInt32?) -> Vector2? {
    guard let id else {
      let way = pose().rotation.matrix.x
      return Vector2(way.x, way.y)
    }
    guard let b = scene.solids[id] else { return nil }
    let way = Quaternion(w: b.rotation[0], x: b.rotation[1], y: b.rotation[2], z: b.rotation[3]).matrix.x
    return Vector2(way.x, way.y)
  }
}
