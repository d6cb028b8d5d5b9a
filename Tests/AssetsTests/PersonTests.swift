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

  /// The weight is on one leg, and yet both soles lie flat on the ground, under the person.
  @Test func whoStandsAtEaseStandsOnBothFeet() {
    for seed in 0..<12 as Range<UInt64> {
      let person = Pedestrian(variant: seed, isChild: seed % 4 == 0)
      let asset = person.makeAsset()
      let pose = PersonPose.atEase(person.body, AssetVariation(seed: seed))
      let nodes = asset.objectFromNodes(pose.articulation(of: asset).poses)
      var hips = Vector3.zero
      for name in ["foot_left", "foot_right"] {
        var sole = Box3()
        for piece in asset.pieces
        where asset.nodes[piece.node].name == name && asset.materials[piece.material].name == "sole" {
          for p in piece.mesh.positions { sole.insert(nodes[piece.node] * Vector3(p)) }
        }
        #expect(sole.min.z.magnitude < 0.004, "\(name) of \(seed): \(sole.min.z)")
        // No higher than when it lies flat: thickness, and the toes' rise.
        #expect(sole.max.z < 0.034 * person.body.stature / 1.75 + 0.004, "\(name) of \(seed): \(sole.max.z)")
        hips += sole.center / 2
      }
      #expect(length(Vector2(hips.x, hips.y)) < 0.09 * person.body.stature, "\(hips)")
    }
  }

  @Test func variantsDiffer() {
    let looks = Set((0..<40).map { Pedestrian(variant: $0).outfit })
    #expect(looks.count > 35)
    let statures = (0..<60).map { Pedestrian(variant: $0).body.stature }
    #expect((statures.min() ?? 0) > 1.4 && (statures.max() ?? 9) < 2.05)
  }
}
