import Assets
import Geometry
import Testing
import VectorMath
import WorldModel

struct ClothedFigureTests {
  static let bodies = [
    PersonBody(stature: 1.78), PersonBody(stature: 1.62, isFemale: true), PersonBody(stature: 1.1),
  ]

  @Test func armsReachWhereTheyShould() {
    for body in Self.bodies {
      for isLeft in [true, false] {
        for (k, target) in [
          Vector3(0.2, 0.05, -0.3), Vector3(0.35, -0.1, -0.1), Vector3(0.05, 0.1, -0.4), Vector3(0.3, 0, 0.1),
        ].enumerated() {
          let side = isLeft ? 1.0 : -1
          let wanted = Vector3(target.x, target.y * side, target.z) * (body.stature / 1.75)
          var pose = PersonPose(spinePitch: 0.1 * Double(k), spineYaw: 0.1)
          let arm = PersonPose.Arm.reaching(
            wanted, elbow: Vector3(-0.3, side, -0.5), body: body, isLeft: isLeft)
          if isLeft { pose.leftArm = arm } else { pose.rightArm = arm }
          let skeleton = PersonSkeleton(body: body, pose: pose)
          let spine = skeleton[.spine].linear
          let got =
            spine.transpose
            * (skeleton.place(isLeft ? .handLeft : .handRight)
              - skeleton.place(isLeft ? .upperArmLeft : .upperArmRight))
          #expect(length(got - wanted) < 1e-9)
          // The elbow lies on the side that was asked for.
          let elbow =
            spine.transpose
            * (skeleton.place(isLeft ? .forearmLeft : .forearmRight)
              - skeleton.place(isLeft ? .upperArmLeft : .upperArmRight))
          #expect(dot(elbow - wanted * 0.5, Vector3(-0.3, side, -0.5)) > 0)
        }
      }
    }
  }

  @Test func handsTurnAsTheyShould() {
    let body = Self.bodies[0]
    for isLeft in [true, false] {
      var pose = PersonPose.sitting(
        body, hip: 0.55, knee: 0.5, recline: 0.2, reach: (1, 1), turns: (0.1, 0.1))
      pose.place(
        isLeft: isLeft, wrist: Vector3(0.36, isLeft ? 0.15 : -0.15, 0.75), fingers: Vector3(1, 0, 0),
        palm: Vector3(0, 0, -1), elbow: Vector3(-0.3, isLeft ? 1 : -1, -0.5), body: body)
      let hand = PersonSkeleton(body: body, pose: pose)[isLeft ? .handLeft : .handRight].linear
      // Fingers along −z, the palm towards −y of the left and y of the right hand.
      #expect(length(hand * Vector3(0, 0, -1) - Vector3(1, 0, 0)) < 1e-9)
      #expect(length(hand * Vector3(0, isLeft ? -1 : 1, 0) - Vector3(0, 0, -1)) < 1e-9)
    }
  }

  @Test func whoSitsHasFlatFeetOnTheGround() {
    for body in Self.bodies {
      let knee = body.ankleHeight + body.shankLength * 0.9
      let pose = PersonPose.sitting(
        body, hip: knee + 0.05, knee: knee, recline: 0.3, reach: (1, 0.6), turns: (0.2, 0.1))
      let skeleton = PersonSkeleton(body: body, pose: pose)
      #expect((skeleton.place(.thighLeft).z - knee - 0.05).magnitude < 1e-9)
      #expect((skeleton.place(.shankLeft).z - knee).magnitude < 1e-9)
      // Fully forward, the foot reaches the ground; its sole is level.
      #expect((skeleton.place(.footLeft).z - body.ankleHeight).magnitude < 1e-9)
      for foot in [PersonNode.footLeft, .footRight] {
        #expect(length(skeleton[foot].linear.z - Vector3(0, 0, 1)) < 1e-9)
      }
    }
  }

  @Test func keypointsLieWithinTheBodyInAllPoses() {
    var sitting = Resident(variant: 3, age: .adult).figure
    sitting.pose = .sitting(
      sitting.body, hip: 0.54, knee: 0.48, recline: 0.15, reach: (0.8, 0.9), turns: (0.1, 0.1))
    sitting.pose.restHandsOnThighs(sitting.body, at: (0.5, 0.6))
    var child = Resident(variant: 8, age: .child).figure
    child.holdPhone(isLeft: false)
    for figure in [Resident(variant: 1).figure, sitting, child] {
      let asset = figure.asset(named: "person")
      #expect(asset.keypoints.map(\.name) == PersonTests.coco)
      let nodes = asset.objectFromNodes(asset.restPoses)
      let surface = asset.pieces.flatMap { piece in
        piece.mesh.positions.map { nodes[piece.node] * Vector3($0) }
      }
      for k in asset.keypoints {
        let p = nodes[k.node] * k.position
        #expect((surface.map { length($0 - p) }.min() ?? .infinity) < k.radius, "\(k.name)")
      }
      #expect(surface.map(\.z).min().map { $0.magnitude < 2e-3 } ?? false)
    }
  }

  /// At the pose that it was made in, a skinned figure is the rigid one; and its cloth follows its bones.
  @Test func clothFollowsTheBones() throws {
    var figure = Resident(variant: 5).figure
    figure.bends = true
    figure.cell = 0.025
    let asset = figure.asset(named: "person")
    let cycle = WalkCycle(body: figure.body, speed: 1)
    for piece in asset.pieces where piece.skin != nil {
      let rest = asset.deformed(
        piece, articulation: nil, objectFromNodes: asset.objectFromNodes(asset.restPoses))
      for (a, b) in zip(try #require(rest).positions, piece.mesh.positions) {
        #expect(length(Vector3(a) - Vector3(b)) < 1e-5)
      }
      for weights in piece.mesh.deformation?.weights ?? [] { #expect((weights.sum() - 1).magnitude < 1e-5) }
    }
    let walking = cycle.articulation(of: asset, at: 0.3)
    let nodes = asset.objectFromNodes(walking.poses)
    let trousers = try #require(asset.pieces.first { $0.skin != nil && asset.parts[$0.part] == "legs" })
    let moved = try #require(asset.deformed(trousers, articulation: walking, objectFromNodes: nodes))
      .positions
    for name in ["shank_left", "shank_right", "thigh_left"] {
      let i = try #require(asset.nodes.firstIndex { $0.name == name })
      let knee = nodes[i].translation
      let near = moved.map { length(Vector3($0) - knee) }.min() ?? .infinity
      #expect(near > 0.02 && near < 0.13, "\(name) \(near)")
    }
  }
}
