import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// The rays by which light at a place is found.
extension LightCache {
  /// How many rays light is worth.
  enum Quality {
    /// For what sends it on.
    case rough
    /// For small things.
    case middling
    case fine
  }

  /// What lamps or windows send straight to a receiver; in the last lane the part of it that is not blocked.
  func straightLight(_ source: Source, _ r: Receiver, _ quality: Quality) -> Light {
    guard r.room >= 0 else { return .zero }
    var sum = Light.zero
    estimate(emitters(source, of: r.room), r) { e, _, estimate, most in
      let share = estimate / most
      guard share > 0.006 else { return }
      if quality == .rough {
        add(e, r, share > 0.1 ? 2 : 1, to: &sum)
      } else if share < 0.04 {
        add(e, r, 1, to: &sum)
      } else if source == .lamps {
        addAdaptively(e, r, quality == .fine ? 4 : 3, to: &sum)
      } else {
        // Wide sources need so many rays that no step from one to the next is seen.
        let n = (quality == .fine ? 2 : 0) + (share > 0.25 ? 3 : share > 0.1 ? 2 : 1)
        if n < 3 { add(e, r, n, to: &sum) } else { addWide(e, r, n, to: &sum) }
      }
    }
    let open = Emitter.luminance(Vector3f(sum[0], sum[1], sum[2]))
    sum[7] = sum[7] > 0 ? open / sum[7] : 1
    return sum
  }

  /// Each emitter with its number in the list, its estimate, and the sum of all estimates.
  @inline(__always)
  private func estimate(
    _ emitters: [Emitter], _ r: Receiver, _ body: (Emitter, Int, Float, Float) -> Void
  ) {
    emitters.withUnsafeBufferPointer { emitters in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: emitters.count) { estimates in
        var most: Float = 0
        for i in emitters.indices {
          let estimate = emitters[i].estimate(r)
          estimates.initializeElement(at: i, to: estimate)
          most += estimate
        }
        for i in emitters.indices where estimates[i] > 0 { body(emitters[i], i, estimates[i], most) }
      }
    }
  }

  /// Adds an emitter's light with its shadow, by n × n rays.
  private func add(_ e: Emitter, _ r: Receiver, _ n: Int, to sum: inout Light) {
    for i in 0..<n {
      for j in 0..<n {
        let part = e.part(i, j, of: n, r, sky)
        guard part.isLit else { continue }
        if isOpen(part, e, r) { sum += part.light } else { sum[7] += part.light[7] }
      }
    }
  }

  /// The same by four rays, and by n × n where these disagree.
  private func addAdaptively(_ e: Emitter, _ r: Receiver, _ n: Int, to sum: inout Light) {
    var (tried, open, blocked) = (0, 0, Float.zero)
    for k in 0..<4 {
      let part = e.part(k & 1, k >> 1, of: 2, r, sky)
      guard part.isLit else { continue }
      tried += 1
      if isOpen(part, e, r) { open += 1 } else { blocked += part.light[7] }
    }
    guard open > 0 || tried < 4 else {
      sum[7] += blocked
      return
    }
    let asks = open < tried || tried == 0
    for i in 0..<n {
      for j in 0..<n {
        let part = e.part(i, j, of: n, r, sky)
        guard part.isLit else { continue }
        if !asks || isOpen(part, e, r) { sum += part.light } else { sum[7] += part.light[7] }
      }
    }
  }

  /// Adds a wide emitter's light by n × n parts: every second one by a ray, the others as their neighbours say, or by a
  /// ray where these disagree.
  private func addWide(_ e: Emitter, _ r: Receiver, _ n: Int, to sum: inout Light) {
    // Bit i + 8j of part (i, j), with a margin: tried, and found open.
    var (tried, open): (UInt64, UInt64) = (0, 0)
    for odd in 0..<2 {
      for j in 0..<n {
        for i in 0..<n where (i + j) & 1 == odd {
          let part = e.part(i, j, of: n, r, sky)
          guard part.isLit else { continue }
          let bit: UInt64 = 1 << UInt64(i + 1 + 8 * (j + 1))
          let around = (bit << 1 | bit >> 1 | bit << 8 | bit >> 8) & tried
          let isOpen: Bool
          if odd == 1 && around != 0 && around & open == around {
            isOpen = true
          } else if odd == 1 && around != 0 && around & open == 0 {
            isOpen = false
          } else {
            isOpen = self.isOpen(part, e, r)
          }
          if odd == 0 {
            tried |= bit
            if isOpen { open |= bit }
          }
          if isOpen { sum += part.light } else { sum[7] += part.light[7] }
        }
      }
    }
  }

  @inline(__always)
  private func isOpen(_ part: Emitter.Part, _ e: Emitter, _ r: Receiver) -> Bool {
    var end = 0.9995
    if e.depth > 0 {
      let height = -dot(part.way, e.normal)
      // Almost along the curtain nothing is gained by looking far.
      end = height > 1e-9 ? Swift.min(end * (1 + e.depth / height), 1 + 2 / length(part.way)) : 1
    }
    return !scene.caster.isOccluded(
      origin: r.point, direction: part.way, from: 0, to: end, ignoring: e.pieces,
      blocker: &blocker(of: e, part: part.index).pointee)
  }

  /// The first bounce of sunlight, from its spots.
  ///
  /// - Parameter phase: 0…3 for a quarter of the spots, four times as bright; `nil` for all.
  func patchLight(_ r: Receiver, phase: Int? = nil) -> Light {
    var sum = Light.zero
    guard r.room >= 0, !patches.isEmpty else { return sum }
    estimate(emitters(.surfaces, of: r.room), r) { e, i, estimate, most in
      guard phase == nil || i & 3 == phase, estimate > most * 0.002 else { return }
      let part = e.part(0, 0, of: 1, r, sky)
      if part.isLit && isOpen(part, e, r) { sum += part.light }
    }
    return phase == nil ? sum : sum * 4
  }

  /// The light of each spot that a point of the air sees, as if all surfaces faced it, and its direction.
  func forEachPatch(_ r: Receiver, _ body: (Light, Vector3f) -> Void) {
    guard !patches.isEmpty else { return }
    for e in emitters(.surfaces, of: r.room) {
      var facing = r
      facing.normal = normalized(e.center - r.point)
      facing.face = facing.normal
      let part = e.part(0, 0, of: 1, facing, sky)
      if part.isLit && isOpen(part, e, r) { body(part.light, Vector3f(facing.normal)) }
    }
  }

  @inline(__always)
  static func axes(_ n: Vector3) -> (Vector3, Vector3) {
    let x = normalized(cross(n.z.magnitude < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0), n))
    return (x, cross(n, x))
  }

  /// The emitters that a room sees from at least one of some hundred points.
  func emitters(_ source: Source, of room: Int) -> [Emitter] {
    if let known = seen[source.rawValue][room] { return known }
    let boxes = scene.rooms.boxes(of: room)
    let list = (source == .surfaces ? patches : scene.emitters).filter { e in
      if source != .surfaces && (e.kind == .portal) != (source == .windows) { return false }
      if let own = scene.rooms.box(around: e.center + e.normal * 0.05), boxes.contains(own) { return true }
      if e.range < .infinity { return scene.rooms.room(at: e.center + e.normal * 0.05) == room }
      for (b, box) in boxes.enumerated() {
        for k in 0..<160 {
          let i = 160 * b + k + 1
          let p =
            box.min + box.size * Vector3(halton(i, base: 2), halton(i, base: 3), halton(i, base: 5))
          let q =
            e.center + e.halfU * (2 * halton(i, base: 7) - 1) + e.halfV * (2 * halton(i, base: 11) - 1)
          let way = q - p
          var blocker: Int32 = -1
          if e.kind != .ball && dot(way, e.normal) >= 0 { continue }
          if !scene.caster.isOccluded(
            origin: p, direction: way, from: 0, to: 0.995, ignoring: e.pieces, blocker: &blocker)
          {
            return true
          }
        }
      }
      return false
    }
    seen[source.rawValue][room] = list
    return list
  }
}
