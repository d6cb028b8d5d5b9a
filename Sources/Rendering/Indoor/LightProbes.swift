import Geometry
import VectorMath
import WorldModel

/// Bounced light in the air, for surfaces made of small triangles: what they need lies between few points of a grid,
/// however fine the mesh.
///
/// Each point knows what arrives from the six main directions of the world (G. Greger et al., "The Irradiance Volume",
/// 1998; the six lobes are those of J. McTaggart's ambient cube, 2004).
final class LightProbes {
  enum Purpose {
    /// For what is seen: all light that surfaces send, spots of sun too.
    case seen
    /// For light on its way between surfaces: gathers straight light, and as much of the later bounces as a place among
    /// surfaces of this mean brightness would have: b + bρ + bρ² + … = b / (1 − ρ).
    case between
  }

  /// What arrives at a point of the grid.
  private struct Probe {
    /// +x, −x, +y, −y, +z, −z: as `LightStore.Light`.
    var lobes: InlineArray<6, LightStore.Light>
    /// Whether the point is inside a body or outdoors.
    var isBuried: Bool
    var room: Int32
  }

  private let scene: IndoorScene
  private let purpose: Purpose
  /// Metres between points.
  private let spacing: Double
  private let rays: [Vector3]
  private let places = LightStore()
  private let probes = ScratchBuffer<Probe>(capacity: 1 << 8)
  /// The corners of cells asked for lately, by a hash of the cell.
  private let recent: ScratchBuffer<Cell>
  private static let recentBits: UInt64 = 10

  private struct Cell {
    var key: SIMD3<Int32>
    var corners: InlineArray<8, Int32>
  }

  init(_ scene: IndoorScene, _ purpose: Purpose) {
    self.scene = scene
    self.purpose = purpose
    spacing = purpose == .seen ? 0.22 : 0.6
    recent = ScratchBuffer(capacity: 1 << Int(Self.recentBits))
    for i in 0..<(1 << Int(Self.recentBits)) {
      recent.base[i] = Cell(key: SIMD3(repeating: .min), corners: InlineArray(repeating: -1))
    }
    rays = purpose == .seen ? Self.sphere(10, 8) : Self.sphere(10, 6)
  }

  var count: Int { places.count }

  /// - Parameters:
  ///   - p: world; `n`: unit shading normal.
  /// - Returns: `nil` where no point around can say anything.
  func light(_ p: Vector3, _ n: Vector3, room: Int, _ cache: LightCache) -> LightStore.Light? {
    let g = p / spacing
    let low = Vector3(g.x.rounded(.down), g.y.rounded(.down), g.z.rounded(.down))
    let f = g - low
    let key = SIMD3<Int32>(Int32(low.x), Int32(low.y), Int32(low.z))
    let hash = UInt64(truncatingIfNeeded: Int(key.x) &+ Int(key.y) &* 1021 &+ Int(key.z) &* 1_046_527)
    let place = Int((hash &* 0x9e37_79b9_7f4a_7c15) >> (64 &- Self.recentBits))
    if recent.base[place].key != key {
      var corners = InlineArray<8, Int32>(repeating: 0)
      for k in 0..<8 {
        corners[k] = Int32(
          probe(key &+ SIMD3(Int32(k & 1), Int32(k >> 1 & 1), Int32(k >> 2)), cache))
      }
      recent.base[place] = Cell(key: key, corners: corners)
    }
    var sum = LightStore.Light.zero
    var total: Float = 0
    let m = SIMD3<Float>(n)
    let square = m * m
    for k in 0..<8 {
      let i = Int(recent.base[place].corners[k])
      guard !probes.base[i].isBuried, probes.base[i].room == Int32(room) else { continue }
      let (cx, cy, cz) = (Double(k & 1), Double(k >> 1 & 1), Double(k >> 2))
      let way = Vector3(cx, cy, cz) - f
      // Points behind the surface say little about what is before it.
      let facing = dot(way, n) / Swift.max(length(way), 1e-6)
      let share =
        (cx == 1 ? f.x : 1 - f.x) * (cy == 1 ? f.y : 1 - f.y) * (cz == 1 ? f.z : 1 - f.z) + 1e-4
      let w = Float(share * (0.05 + (facing + 1) * (facing + 1)))
      sum += probes.base[i].lobes[m.x < 0 ? 1 : 0] * (square.x * w)
      sum += probes.base[i].lobes[m.y < 0 ? 3 : 2] * (square.y * w)
      sum += probes.base[i].lobes[m.z < 0 ? 5 : 4] * (square.z * w)
      total += w
    }
    return total > 0 ? sum * (1 / total) : nil
  }

  private func probe(_ key: SIMD3<Int32>, _ cache: LightCache) -> Int {
    let bits = { (x: Int32) in UInt64(UInt32(bitPattern: x &+ (1 << 20)) & 0x1f_ffff) }
    let name = bits(key.x) | bits(key.y) << 21 | bits(key.z) << 42
    if let known = places.index(name) { return known }
    let p = Vector3(Double(key.x), Double(key.y), Double(key.z)) * spacing
    let made = make(p, cache)
    let index = places.insert(name, .zero)
    probes.reserve(index + 1, keeping: index)
    probes.base[index] = made
    return index
  }

  private func make(_ p: Vector3, _ cache: LightCache) -> Probe {
    let room = scene.rooms.room(at: p)
    var out = Probe(lobes: InlineArray(repeating: .zero), isBuried: true, room: Int32(room))
    guard room >= 0 else { return out }
    var weights = InlineArray<6, Float>(repeating: 0)
    var albedos = InlineArray<6, SIMD4<Float>>(repeating: .zero)
    var lobes = InlineArray<6, LightStore.Light>(repeating: .zero)
    var backs = 0
    for d in rays {
      var (light, albedo) = (LightStore.Light.zero, SIMD4<Float>.zero)
      let direction = Vector3f(d)
      if let hit = scene.caster.nearest(origin: p, direction: d, faces: .both) {
        if !hit.isFront && !scene.pieces[hit.piece].isDoubleSided {
          backs += 1
        } else if purpose == .seen {
          light = Emitter.light(cache.cells.radiosity(hit, p + d * hit.t, d, cache), direction)
        } else if scene.albedo.base[hit.piece].w == 0, scene.rooms.room(at: p + d * (hit.t - 0.02)) >= 0 {
          albedo = scene.albedo.base[hit.piece]
          let sent = scene.emission.base[hit.piece] + albedo * cache.cells.straight(hit, p + d * hit.t, cache)
          light = Emitter.light(Vector3f(sent.x, sent.y, sent.z), direction)
        }
      }
      for axis in 0..<3 {
        let k = 2 * axis + (direction[axis] < 0 ? 1 : 0)
        let w = direction[axis].magnitude
        lobes[k] += light * w
        albedos[k] += albedo * w
        weights[k] += w
      }
    }
    guard 5 * backs < rays.count else { return out }
    out.isBuried = false
    for k in 0..<6 where weights[k] > 0 {
      out.lobes[k] = lobes[k] * (1 / weights[k])
      if purpose == .between {
        let rest = SIMD4<Float>(repeating: 1) - albedos[k] * (1 / weights[k])
        for c in 0..<3 { out.lobes[k][c] /= rest[c] }
      }
    }
    guard purpose == .seen else { return out }
    cache.forEachPatch(Receiver(point: p, normal: .zero, face: .zero, room: room)) { light, direction in
      for axis in 0..<3 {
        out.lobes[2 * axis + (direction[axis] < 0 ? 1 : 0)] += light * direction[axis].magnitude
      }
    }
    return out
  }

  /// Directions spread evenly over the sphere.
  private static func sphere(_ columns: Int, _ rows: Int) -> [Vector3] {
    (0..<(columns * rows)).map { k in
      let (i, j) = (Double(k % columns), Double(k / columns))
      let z = 1 - 2 * (j + (i + 0.5) / Double(columns)) / Double(rows)
      let turn = DeterministicMath.sincos(2 * .pi * (i + (j + 0.5) / Double(rows)) / Double(columns))
      let r = Swift.max(0, 1 - z * z).squareRoot()
      return Vector3(r * turn.cos, r * turn.sin, z)
    }
  }
}
