import Assets
import Imaging
import Testing
import VectorMath
import WorldModel

struct ProceduralTextureTests {
  static let tileable: [(String, Texture)] = [
    ("asphalt", ProceduralTexture.asphalt), ("paving", ProceduralTexture.paving),
    ("concrete", ProceduralTexture.concrete),
    ("grass", ProceduralTexture.grass), ("soil", ProceduralTexture.soil),
    ("plaster", ProceduralTexture.plaster),
    ("brick", ProceduralTexture.brick), ("roof_tiles", ProceduralTexture.roofTiles),
    ("fabric", ProceduralTexture.fabric),
    ("stripes", ProceduralTexture.warningStripes), ("boards", ProceduralTexture.boards),
    ("marble", ProceduralTexture.marble), ("linen", ProceduralTexture.linen),
    ("screed", ProceduralTexture.screed), ("tiles", ProceduralTexture.tiles),
  ]

  private func green(_ level: Texture.Level, _ x: Int, _ y: Int) -> Double {
    Double(level.texels[y % level.height * level.width + x % level.width] >> 8 & 255)
  }

  /// The step over the edge is no larger than steps elsewhere.
  @Test(arguments: tileable.indices)
  func edgesMeet(_ index: Int) throws {
    let (name, texture) = Self.tileable[index]
    let level = try #require(texture.levels.first)
    let (w, h) = (level.width, level.height)
    func steps(column x: Int) -> Double {
      (0..<h).reduce(0) { $0 + (green(level, x + 1, $1) - green(level, x, $1)).magnitude }
    }
    func steps(row y: Int) -> Double {
      (0..<w).reduce(0) { $0 + (green(level, $1, y + 1) - green(level, $1, y)).magnitude }
    }
    let columns = (0..<w - 1).map { steps(column: $0) }.max() ?? 0
    let rows = (0..<h - 1).map { steps(row: $0) }.max() ?? 0
    #expect(steps(column: w - 1) <= columns * 1.05 + 64, "\(name)")
    #expect(steps(row: h - 1) <= rows * 1.05 + 64, "\(name)")
  }

  @Test(arguments: tileable.indices)
  func coloursAreNeitherBlackNorBurntOut(_ index: Int) throws {
    let (name, texture) = Self.tileable[index]
    let mean = try #require(texture.levels.last?.texels.first)
    let g = mean >> 8 & 255
    #expect((40...245).contains(g), "\(name) \(g)")
    // The coarsest level is the mean of the finest.
    let level = try #require(texture.levels.first)
    let exact = level.texels.reduce(0.0) { $0 + Double($1 >> 8 & 255) } / Double(level.texels.count)
    #expect((exact - Double(g)).magnitude < 4)
  }

  @Test func leavesAreCutOut() throws {
    for texture in [ProceduralTexture.leaves, ProceduralTexture.needles] {
      let level = try #require(texture.levels.first)
      let solid = Double(level.texels.filter { $0 >> 24 > 127 }.count) / Double(level.texels.count)
      #expect((0.15...0.7).contains(solid), "\(solid)")
    }
  }

  @Test func everySignHasAFaceOfItsOwn() {
    let faces: [TrafficSignFace] = [
      .stop, .yield, .speedLimit(30), .speedLimit(50), .speedLimit(120), .endOfLimits, .noEntry,
      .priorityRoad, .pedestrianCrossing,
      .danger, .roadWorks, .keepRight, .parking,
    ]
    let pictures = Set(faces.map { $0.texture.levels.first?.texels ?? [] })
    #expect(pictures.count == faces.count)
    for face in faces {
      #expect(face.outline.allSatisfy { $0.x.magnitude <= 0.55 && $0.y.magnitude <= 0.55 })
      let area = face.outline.indices.reduce(0.0) {
        $0 + cross(face.outline[$1], face.outline[($1 + 1) % face.outline.count])
      }
      #expect(area > 0)
    }
  }

  @Test func trafficLightsShowTheirState() {
    let asset = TrafficLight().makeAsset()
    for state in TrafficLight.State.allCases {
      let materials = TrafficLight.materials(of: asset, showing: state)
      #expect(materials.count == 3)
      let lit = asset.materials.indices.filter { i in (materials[i]?.emissive ?? .zero) != .zero }.map {
        asset.materials[$0].name
      }
      let expected: [String] =
        switch state {
        case .red: ["lamp_red"]
        case .redAmber: ["lamp_red", "lamp_amber"]
        case .amber: ["lamp_amber"]
        case .green: ["lamp_green"]
        case .off: []
        }
      #expect(Set(lit) == Set(expected))
    }
  }

  /// Noise repeats after its period to both sides, and its lattice values are those of the cells' own hash.
  @Test(arguments: [1, 2, 5, 64, 4096])
  func noiseRepeats(_ period: Int) {
    let seed: UInt64 = 77
    for k in 0..<200 {
      let p = Vector2(AssetVariation.unit(UInt64(2 * k)), AssetVariation.unit(UInt64(2 * k + 1))) * 9
      // Eighths, so that whole periods may be added exactly.
      let q = Vector2((p.x * 8).rounded(.down), (p.y * 8).rounded(.down)) / 8
      let here = ProceduralTexture.noise(q, period: period, seed: seed)
      #expect(here >= 0 && here <= 1)
      for (i, j) in [(1, 0), (-1, 0), (0, 3), (0, -2), (-5, 4)] {
        let there = q + Vector2(Double(i * period), Double(j * period))
        #expect(ProceduralTexture.noise(there, period: period, seed: seed) == here)
      }
    }
    for (i, j) in [(0, 0), (3, 1), (-1, -1), (-7, 2), (period, period - 1)] {
      func cell(_ n: Int) -> UInt64 { UInt64((n % period + period) % period) }
      let hash =
        seed ^ (cell(i) &* 0x9e37_79b9_7f4a_7c15) ^ (cell(j) &* 0xc2b2_ae3d_27d4_eb4f)
      #expect(
        ProceduralTexture.noise(Vector2(Double(i), Double(j)), period: period, seed: seed)
          == AssetVariation.unit(hash))
    }
  }
}
