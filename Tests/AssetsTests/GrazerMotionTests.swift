import Assets
import Geometry
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Cows and deer: their skin on the bones, and how they go.
@Suite struct GrazerMotionTests {
  static let animals = [
    GrazingAnimal(species: .cow, variant: 1), GrazingAnimal(species: .deer, variant: 1),
    GrazingAnimal(species: .deer, variant: 5),
  ]

  /// Points of the horn of a hoof in the world, for an animal that walks along +x.
  private func hoof(_ asset: Asset, _ motion: GrazerMotion, _ leg: GrazerLeg, at t: Double) -> [Vector3] {
    let nodes = asset.objectFromNodes(motion.articulation(of: asset, at: t).poses)
    let gone = Vector3(motion.travel.distance(at: t), 0, 0)
    return asset.pieces.filter {
      asset.nodes[$0.node].name == "\(leg.rawValue)_hoof" && asset.parts[$0.part] == "hoof"
    }.flatMap { piece in piece.mesh.positions.map { nodes[piece.node] * Vector3($0) + gone } }
  }

  @Test(arguments: animals.indices, GrazerLeg.allCases) func plantedHoovesDoNotSlide(
    _ i: Int, _ leg: GrazerLeg
  ) {
    let animal = Self.animals[i]
    let asset = animal.makeAsset()
    let motion = GrazerMotion(animal: animal, travel: TravelledDistance(steadySpeed: 0.9))
    let dt = motion.stride / 0.9 / 200
    var (slip, worst, contacts) = (0.0, 0.0, 0)
    var before = hoof(asset, motion, leg, at: 0)
    for k in 1...200 {
      let now = hoof(asset, motion, leg, at: Double(k) * dt)
      let low = before.indices.min { before[$0].z < before[$1].z } ?? 0
      #expect(now.allSatisfy { $0.z > -0.012 }, "\(leg) sinks")
      if before[low].z < 0.003, now[low].z < 0.004 {
        slip += length(now[low] - before[low])
        contacts += 1
        worst = max(worst, slip)
      } else {
        slip = 0
      }
      before = now
    }
    // Two thirds of the stride, as a walk has it.
    #expect((115...150).contains(contacts), "\(contacts) of 200")
    withKnownIssue("Hooves slip by 3 to 12 cm a contact; animals of scenes stand for that reason.") {
      #expect(worst < 0.012, "\(leg) slips \(worst) m")
    }
  }

  /// Each vertex hangs wholly on joints, and the hide at rest is the hide as made.
  @Test(arguments: animals.indices) func theHideHangsOnItsBones(_ i: Int) throws {
    let asset = Self.animals[i].makeAsset()
    let rest = asset.objectFromNodes(asset.restPoses)
    var bent = 0
    for piece in asset.pieces where piece.skin != nil {
      let weights = try #require(piece.mesh.deformation).weights
      for w in weights { #expect((w.sum() - 1).magnitude < 1e-5 && w.min() >= 0) }
      let shape = try #require(asset.deformed(piece, articulation: nil, objectFromNodes: rest))
      for (a, b) in zip(shape.positions, piece.mesh.positions) {
        #expect(length(Vector3(a) - Vector3(b)) < 1e-4)
      }
      bent += 1
    }
    #expect(bent == 3)
  }

  /// Grazing brings the nose to the grass, not through it.
  @Test(arguments: animals.indices) func grazersReachTheGrass(_ i: Int) throws {
    let animal = Self.animals[i]
    let asset = animal.makeAsset()
    let motion = GrazerMotion(animal: animal, travel: TravelledDistance(steadySpeed: 0), posture: .grazing)
    for t in [0.0, 1, 2, 3] {
      let nodes = asset.objectFromNodes(motion.articulation(of: asset, at: t).poses)
      let nose = asset.pieces.filter { asset.parts[$0.part] == "nose" }.flatMap { piece in
        piece.mesh.positions.map { (nodes[piece.node] * Vector3($0)).z }
      }
      let low = try #require(nose.min())
      #expect(low > -0.01)
      withKnownIssue("Some bend too little.", isIntermittent: true) {
        #expect(low < 0.2 * animal.height, "\(low)")
      }
    }
  }

  /// Withers, length and levels as they should be.
  @Test(arguments: animals.indices) func levelsKeepTheShape(_ i: Int) {
    let animal = Self.animals[i]
    let fine = animal.makeAsset()
    #expect(fine.levels.count == 2)
    let box = fine.restBounds
    #expect(box.min.z.magnitude < 0.002 && box.max.z > animal.height)
    func triangles(_ a: Asset) -> Int { a.pieces.reduce(0) { $0 + $1.mesh.triangles.count } }
    var last = triangles(fine)
    for level in fine.levels {
      #expect(triangles(level.asset) < last)
      last = triangles(level.asset)
      #expect(level.asset.restBounds.min.z.magnitude < 0.002)
      #expect(length(level.asset.restBounds.max - box.max) < 2 * level.error)
      let soup = WeldedSoup(level.asset.pieces.filter { $0.node == 0 }.map(\.mesh))
      #expect(soup.openEdges == 0 && soup.signedVolume > 0)
    }
  }
}
