import Assets
import Geometry
import Testing
import VectorMath
import WorldModel

/// Wheelchairs and prams: what rolls, and whose hands are on it.
@Suite struct MobilityTests {
  private func points(_ asset: Asset, _ poses: [NodePose], where include: (String) -> Bool) -> [Vector3] {
    let nodes = asset.objectFromNodes(poses)
    return asset.pieces.filter { include(asset.nodes[$0.node].name) }.flatMap { piece in
      piece.mesh.positions.map { nodes[piece.node] * Vector3($0) }
    }
  }

  @Test(arguments: ["wheelchair", "pram", "pushchair"]) func wheelsStandOnTheGround(_ name: String) throws {
    let asset = try #require(AssetCatalog.make(name))
    let wheels = RollingWheels.wheels(of: asset)
    #expect(wheels.count == 4)
    for wheel in wheels {
      let own = points(asset, asset.restPoses) { $0 == wheel.node }
      let low = try #require(own.map(\.z).min())
      #expect(low.magnitude < 0.001, "\(wheel.node) at \(low)")
    }
    for level in asset.levels { #expect(level.asset.restBounds.min.z.magnitude < 0.002) }
    let size = asset.restBounds.size
    // EN 12182: at most 1.2 × 0.7 m; prams fit through doors.
    #expect((0.9...1.2).contains(size.x) && (0.55...0.7).contains(size.y), "\(size)")
    #expect((0.85...1.25).contains(size.z))
  }

  /// While they push, both hands go as far as the rims do: a point of the rim that a palm holds stays in it.
  @Test(arguments: [1, 4, 9] as [UInt64]) func handsGoWithTheRims(_ variant: UInt64) throws {
    let user = WheelchairUser(variant: variant)
    let asset = user.makeAsset()
    let push = WheelchairPush(body: user.body, travel: TravelledDistance(steadySpeed: 1))
    func hand(_ side: String, _ t: Double) -> Vector3 {
      let nodes = asset.objectFromNodes(push.articulation(of: asset, at: t).poses)
      let i = asset.nodes.firstIndex { $0.name == "hand_\(side)" } ?? 0
      return nodes[i] * Vector3(0, 0, -0.45 * user.body.handLength)
    }
    let axle = Vector3(0, 0, Wheelchair.wheelRadius)
    for (side, sign) in [("left", 1.0), ("right", -1)] {
      for stroke in [2.0, 5] {
        // 1.05 m a stroke at 1 m/s, the first 0.42 of it on the rim.
        let start = stroke * 1.05
        let first = hand(side, start + 0.02) - axle
        for t in [0.1, 0.2, 0.3, 0.4] {
          let now = hand(side, start + t) - axle
          let turned = Quaternion(axis: Vector3(0, 1, 0), angle: (t - 0.02) / Wheelchair.wheelRadius) * first
          #expect(length(now - turned) < 0.03, "\(side) \(t): \(length(now - turned)) m off")
          #expect((now.y - sign * (Wheelchair.halfTrack + Wheelchair.handRim)).magnitude < 0.05)
        }
      }
    }
  }

  /// Whoever sits there sits on the seat, feet on the rests.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func usersSitOnTheSeat(_ variant: UInt64) throws {
    let user = WheelchairUser(variant: variant)
    let asset = user.makeAsset()
    let feet = points(asset, asset.restPoses) { $0.hasPrefix("foot_") }
    let sole = try #require(feet.map(\.z).min())
    #expect((sole - 0.115).magnitude < 0.03, "soles at \(sole)")
    let x = feet.map(\.x).reduce(0, +) / Double(feet.count)
    #expect((0.4...0.72).contains(x), "feet at \(x)")
    let thighs = points(asset, asset.restPoses) { $0.hasPrefix("thigh_") }
    let seat = thighs.filter { (0.0...0.25).contains($0.x) }.map(\.z).min() ?? 0
    #expect((0.455...0.56).contains(seat), "thighs at \(seat)")
  }

  /// Both hands stay on the handle at every step.
  @Test(arguments: [1.55, 1.75, 1.9]) func handsStayOnTheHandle(_ stature: Double) {
    let body = PersonBody(stature: stature)
    let asset = Pedestrian(body: body).makeAsset()
    let ahead = 0.8 + Pram.handle.x - 0.015
    let push = PushingWalk(walk: WalkCycle(body: body, speed: 1.2), ahead: ahead, height: Pram.handle.y)
    for k in 0..<12 {
      let nodes = asset.objectFromNodes(push.articulation(of: asset, at: Double(k) * 0.1).poses)
      for (name, side) in [("hand_left", 1.0), ("hand_right", -1)] {
        let i = asset.nodes.firstIndex { $0.name == name } ?? 0
        let palm = nodes[i] * Vector3(0, 0, -0.5 * body.handLength)
        let off = Vector3(palm.x - ahead, palm.y - side * 0.16, palm.z - Pram.handle.y)
        #expect(length(off) < 0.045, "\(name): \(off)")
      }
    }
  }
}
