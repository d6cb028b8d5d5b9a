import Geometry
import Testing
import VectorMath
import WorldModel

/// Joints open by name, by a part of their way, and no further.
struct OpenJointsTests {
  private let cabinet: Asset = {
    var fittings = Asset.Fittings()
    fittings.joints = [
      Asset.Joint(name: "door", node: 1, motion: .hinge(axis: Vector3(0, 0, 1), angle: 2)),
      Asset.Joint(name: "drawer", node: 2, motion: .slide(Vector3(0.4, 0, 0))),
    ]
    let rest = NodePose(translation: Vector3(0, 0.3, 0.1))
    return Asset(
      name: "cabinet", nativeClass: Ontology.classes[0], pieces: [], materials: [],
      nodes: [
        Asset.Node(name: "root"), Asset.Node(name: "door", parent: 0, rest: rest),
        Asset.Node(name: "drawer", parent: 0, rest: rest),
      ], fittings: fittings)
  }()

  @Test func onlyNamedJointsMove() {
    let poses = OpenJoints([("drawer", 0.5)]).articulation(of: cabinet, at: 3).poses
    #expect(poses[2].translation == Vector3(0.2, 0.3, 0.1))
    #expect(poses[0] == cabinet.restPoses[0] && poses[1] == cabinet.restPoses[1])
  }

  @Test func fractionsAreLimited() {
    let poses = OpenJoints(all: cabinet, open: 7).articulation(of: cabinet, at: 0).poses
    #expect(poses[2].translation == Vector3(0.4, 0.3, 0.1))
    let p = poses[1].rotation * Vector3(1, 0, 0)
    #expect((p.x - DeterministicMath.cos(2)).magnitude < 1e-12)
  }

  @Test func jointsOpenOnTopOfOtherMotion() {
    struct Lift: Articulating {
      func articulation(of asset: Asset, at t: Double) -> Articulation {
        var poses = asset.restPoses
        poses[2].translation.z += t
        return Articulation(poses: poses)
      }
    }
    let poses = OpenJoints([("drawer", 1)], base: Lift()).articulation(of: cabinet, at: 2).poses
    #expect(poses[2].translation == Vector3(0.4, 0.3, 2.1))
  }
}
