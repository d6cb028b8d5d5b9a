import Geometry
import VectorMath

/// Numbers that repeat (SplitMix64), for test inputs only.
struct SoupChance {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// In [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  mutating func within(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }
  mutating func index(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  mutating func point(_ size: Double) -> Vector3 {
    Vector3(within(-size...size), within(-size...size), within(-size...size))
  }
}

/// Triangles with corners of their own, and the answer that needs no tree.
struct Soup {
  var positions: [Vector3] = []
  var triangles: [SIMD3<UInt32>] = []
  var traits: [BoundingVolumeHierarchy.Traits] = []

  mutating func add(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ trait: BoundingVolumeHierarchy.Traits = []) {
    let n = UInt32(positions.count)
    positions += [a, b, c]
    triangles.append(SIMD3(n, n + 1, n + 2))
    traits.append(trait)
  }

  var hierarchy: BoundingVolumeHierarchy {
    BoundingVolumeHierarchy(positions: positions, triangles: triangles, traits: traits)
  }

  /// One of its triangles, which gets the number 0.
  func only(_ triangle: Int) -> Soup {
    Soup(positions: positions, triangles: [triangles[triangle]], traits: [traits[triangle]])
  }

  /// Tests every triangle.
  func nearest(
    _ ray: PreparedRay, from: Double = 0, to: Double = .infinity,
    faces: BoundingVolumeHierarchy.Faces = .visible,
    isSolid: (BoundingVolumeHierarchy.Hit) -> Bool = { _ in true }
  ) -> BoundingVolumeHierarchy.Hit? {
    var best: BoundingVolumeHierarchy.Hit?
    for (i, t) in triangles.enumerated() {
      let (a, b, c) = (positions[Int(t.x)], positions[Int(t.y)], positions[Int(t.z)])
      guard a != b, b != c, c != a, let met = ray.meets(a, b, c) else { continue }
      let trait = traits[i]
      let hit = BoundingVolumeHierarchy.Hit(
        triangle: i, t: met.t * ray.callerScale, b1: met.b1, b2: met.b2,
        isFront: met.isFront != trait.contains(.isMirrored))
      guard hit.t >= from, hit.t <= to, hit.t < best?.t ?? .infinity else { continue }
      guard hit.isFront || faces == .both || !trait.contains(.isOneSided) else { continue }
      guard !trait.contains(.isPerforated) || isSolid(hit) else { continue }
      best = hit
    }
    return best
  }
}

/// A closed ball of triangles that share their vertices.
struct ClosedBall {
  var positions: [Vector3] = []
  var triangles: [SIMD3<UInt32>] = []

  /// Rings of latitude, bent by `roughness` so that no symmetry helps.
  init(rings: Int, sectors: Int, radius: Double, center: Vector3, roughness: Double, chance: inout SoupChance)
  {
    positions.append(center + Vector3(0, 0, radius))
    for ring in 1..<rings {
      let (s, c) = DeterministicMath.sincos(Double.pi * Double(ring) / Double(rings))
      for sector in 0..<sectors {
        let (y, x) = DeterministicMath.sincos(2 * Double.pi * Double(sector) / Double(sectors))
        let r = radius * (1 + roughness * chance.within(-1...1))
        positions.append(center + Vector3(s * x, s * y, c) * r)
      }
    }
    positions.append(center - Vector3(0, 0, radius))
    let bottom = UInt32(positions.count - 1)
    func at(_ ring: Int, _ sector: Int) -> UInt32 { UInt32(1 + (ring - 1) * sectors + sector % sectors) }
    for sector in 0..<sectors {
      triangles.append(SIMD3(0, at(1, sector), at(1, sector + 1)))
      triangles.append(SIMD3(bottom, at(rings - 1, sector + 1), at(rings - 1, sector)))
      for ring in 1..<(rings - 1) {
        triangles.append(SIMD3(at(ring, sector), at(ring + 1, sector), at(ring + 1, sector + 1)))
        triangles.append(SIMD3(at(ring, sector), at(ring + 1, sector + 1), at(ring, sector + 1)))
      }
    }
  }
}
