import Assets
import Geometry
import Testing
import VectorMath
import WorldModel

struct PersonTests {
  static let coco = [
    "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder", "left_elbow",
    "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip", "left_knee", "right_knee",
    "left_ankle",
    "right_ankle",
  ]

  static func people() -> [Asset] {
    [Pedestrian().makeAsset(), Cyclist().makeAsset()]
      + (0..<12).map { Pedestrian(variant: $0, isChild: $0 % 3 == 0).makeAsset() }
  }

  @Test func keypointsAreCocosInOrder() {
    for person in Self.people() {
      #expect(person.skeleton == "coco17")
      #expect(person.keypoints.map(\.name) == Self.coco)
    }
  }

  /// The person looks along +x, so their left is +y.
  @Test func leftIsThePersonsLeft() {
    for person in Self.people() {
      let nodes = person.objectFromNodes(person.restPoses)
      for k in person.keypoints where k.name != "nose" {
        let y = (nodes[k.node] * k.position).y
        #expect(k.name.hasPrefix("left_") ? y > 0.01 : y < -0.01, "\(k.name)")
      }
      let nose = person.keypoints[0]
      let ear = person.keypoints[3]
      #expect((nodes[nose.node] * nose.position).x > (nodes[ear.node] * ear.position).x + 0.05)
    }
  }

  @Test func keypointsLieWithinTheirRadiusOfTheBody() {
    for person in Self.people() {
      let nodes = person.objectFromNodes(person.restPoses)
      let surface = person.pieces.flatMap { piece in
        piece.mesh.positions.map { nodes[piece.node] * Vector3($0) }
      }
      for k in person.keypoints {
        let p = nodes[k.node] * k.position
        let nearest = surface.map { length($0 - p) }.min() ?? .infinity
        #expect(nearest < k.radius, "\(k.name) \(nearest) \(k.radius)")
      }
    }
  }

  @Test func statureIsWhatWasAskedFor() {
    for stature in [1.1, 1.4, 1.6, 1.75, 1.95] {
      let bounds = Pedestrian(body: PersonBody(stature: stature), outfit: PersonOutfit(hair: .bald))
        .makeAsset().restBounds
      #expect((bounds.size.z - stature).magnitude < 0.02 * stature)
    }
  }

  @Test func variantsDiffer() {
    let looks = Set((0..<40).map { Pedestrian(variant: $0).outfit })
    #expect(looks.count > 35)
    let statures = (0..<60).map { Pedestrian(variant: $0).body.stature }
    #expect((statures.min() ?? 0) > 1.4 && (statures.max() ?? 9) < 2.05)
  }
}
