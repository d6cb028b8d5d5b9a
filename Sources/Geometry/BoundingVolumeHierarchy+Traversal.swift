import CLanes
import VectorMath

extension BoundingVolumeHierarchy {
  /// The first triangle along a ray; of those at the same distance the one with the lowest index.
  ///
  /// - Parameters:
  ///   - from, to: the part of the ray that counts, ends included, in lengths of the direction that the ray was
  ///     made with. May be negative or infinite.
  ///   - isSolid: asked for hits on triangles with the trait `isPerforated`; false lets the ray pass.
  package func nearest(
    _ ray: PreparedRay, from: Double = 0, to: Double = .infinity, faces: Faces = .visible,
    isSolid: (Hit) -> Bool = { _ in true }
  ) -> Hit? {
    walk(ray, from: from, to: to, faces: faces, stopsAtFirst: false, isSolid: isSolid)
  }

  /// Whether a ray meets anything; parameters as for `nearest`.
  package func isBlocked(
    _ ray: PreparedRay, from: Double = 0, to: Double = .infinity, faces: Faces = .visible,
    isSolid: (Hit) -> Bool = { _ in true }
  ) -> Bool {
    blocker(ray, from: from, to: to, faces: faces, isSolid: isSolid) != nil
  }

  /// Some triangle that a ray meets, not the nearest; parameters as for `nearest`.
  ///
  /// - Returns: its index; `nil` where the way is free. Which one it is depends on the tree.
  package func blocker(
    _ ray: PreparedRay, from: Double = 0, to: Double = .infinity, faces: Faces = .visible,
    isSolid: (Hit) -> Bool = { _ in true }
  ) -> Int? {
    walk(ray, from: from, to: to, faces: faces, stopsAtFirst: true, isSolid: isSolid)?.triangle
  }

  /// A child that waits to be visited, with the least distance at which it can be hit.
  private struct Waiting {
    var near: Float
    var child: UInt32
  }

  /// The part of a ray that the box test needs, in single precision, every value on its safe side.
  ///
  /// Near planes are seen from the largest origin that rounding allows (for rising axes), far planes from the
  /// smallest; `slack` covers the three roundings of difference, reciprocal and product. Children whose true
  /// distance interval meets the ray's are therefore never passed over.
  private struct SlabRay {
    var nearOffset: (x: Int, y: Int, z: Int)
    var farOffset: (x: Int, y: Int, z: Int)
    var nearOrigin: SIMD3<Float>
    var farOrigin: SIMD3<Float>
    var reciprocal: SIMD3<Float>

    static let slack: Float = 0x1p-22

    init(_ ray: PreparedRay, center: Vector3) {
      let o = ray.origin - center
      let blur = Vector3(o.x.magnitude, o.y.magnitude, o.z.magnitude) * 0x1p-23
      let low = SIMD3<Float>(o - blur)
      let high = SIMD3<Float>(o + blur)
      let d = ray.direction
      // A zero (or one too small to matter) becomes infinite: the slab is then either hit for ever or never.
      reciprocal = SIMD3(Self.reciprocal(d.x), Self.reciprocal(d.y), Self.reciprocal(d.z))
      let falls = (x: reciprocal.x < 0, y: reciprocal.y < 0, z: reciprocal.z < 0)
      nearOrigin = SIMD3(falls.x ? low.x : high.x, falls.y ? low.y : high.y, falls.z ? low.z : high.z)
      farOrigin = SIMD3(falls.x ? high.x : low.x, falls.y ? high.y : low.y, falls.z ? high.z : low.z)
      nearOffset = (falls.x ? 32 : 0, falls.y ? 96 : 64, falls.z ? 160 : 128)
      farOffset = (falls.x ? 0 : 32, falls.y ? 64 : 96, falls.z ? 128 : 160)
    }

    private static func reciprocal(_ d: Double) -> Float {
      d.magnitude < 0x1p-120 ? .infinity : Float(1 / d)
    }
  }

  /// Compiled once for each way of stopping.
  @inline(__always)
  private func walk(
    _ ray: PreparedRay, from: Double, to: Double, faces: Faces, stopsAtFirst: Bool, isSolid: (Hit) -> Bool
  ) -> Hit? {
    guard !nodes.isEmpty, from <= to else { return nil }
    var search = Search(
      ray: ray, from: ray.internalDistance(from), to: ray.internalDistance(to), faces: faces)
    let slab = SlabRay(ray, center: center)
    // Safe side: a little before the start, a little beyond the best hit so far.
    let start = Self.roundedDown(search.from)
    return nodes.withUnsafeBytes { nodes in
      blocks.withUnsafeBytes { blocks -> Hit? in
        guard let nodes = nodes.baseAddress, let blocks = blocks.baseAddress else { return nil }
        return withUnsafeTemporaryAllocation(of: Waiting.self, capacity: 128) { stack -> Hit? in
          guard let stack = stack.baseAddress else { return nil }
          var waiting = 0
          var limit = Self.roundedUp(search.to)
          var child: UInt32 = 0
          while true {
            if child & Child.leafBit == 0 {
              let node = nodes + Int(child) &* MemoryLayout<Node>.stride
              let (near, hits) = Self.boxes(node, slab, start, limit)
              var mask = hits
              let first = waiting
              while mask != 0 {
                let lane = mask.trailingZeroBitCount
                mask &= mask &- 1
                if stopsAtFirst {
                  // The end does not come nearer, and neither does one child go before another.
                  stack[waiting].child = node.load(fromByteOffset: 192 &+ 4 &* lane, as: UInt32.self)
                  waiting &+= 1
                  continue
                }
                let entry = Waiting(
                  near: near[lane],
                  child: node.load(fromByteOffset: 192 &+ 4 &* lane, as: UInt32.self))
                // Kept with the nearest on top, so that it is visited next.
                var slot = waiting
                while slot > first, stack[slot &- 1].near < entry.near {
                  stack[slot] = stack[slot &- 1]
                  slot &-= 1
                }
                stack[slot] = entry
                waiting &+= 1
              }
            } else {
              let first = Int(child & (1 << Child.blockBits &- 1))
              let count = Int(child >> Child.blockBits & 7) &+ 1
              for block in first..<(first &+ count) {
                search.test(blocks + block &* MemoryLayout<Block>.stride, isSolid)
              }
              if search.found >= 0 {
                if stopsAtFirst { return search.hit }
                limit = Self.roundedUp(search.to)
              }
            }
            repeat {
              if waiting == 0 { return search.hit }
              waiting &-= 1
            } while !stopsAtFirst && stack[waiting].near > limit
            child = stack[waiting].child
          }
        }
      }
    }
  }

  @inline(__always)
  private static func roundedUp(_ t: Double) -> Float { Float(t + t.magnitude * 0x1p-23) }
  @inline(__always)
  private static func roundedDown(_ t: Double) -> Float { Float(t - t.magnitude * 0x1p-23) }

  /// Which of a node's children a ray may hit within [start, limit], one bit each, and how near at least.
  @inline(__always)
  private static func boxes(
    _ node: UnsafeRawPointer, _ ray: SlabRay, _ start: Float, _ limit: Float
  ) -> (near: SIMD8<Float>, hits: UInt32) {
    typealias Eight = SIMD8<Float>
    @inline(__always) func plane(_ offset: Int, _ origin: Float, _ reciprocal: Float) -> Eight {
      (node.load(fromByteOffset: offset, as: Eight.self) - Eight(repeating: origin))
        * Eight(repeating: reciprocal)
    }
    // A plane through the origin of a ray parallel to it gives NaN; comparisons then keep what was there.
    @inline(__always) func later(_ a: Eight, _ b: Eight) -> Eight { lanes_max(b, a) }
    @inline(__always) func earlier(_ a: Eight, _ b: Eight) -> Eight { lanes_min(b, a) }
    let slack = Eight(repeating: SlabRay.slack)
    var near = later(Eight(repeating: start), plane(ray.nearOffset.x, ray.nearOrigin.x, ray.reciprocal.x))
    near = later(near, plane(ray.nearOffset.y, ray.nearOrigin.y, ray.reciprocal.y))
    near = later(near, plane(ray.nearOffset.z, ray.nearOrigin.z, ray.reciprocal.z))
    near = near - lanes_abs(near) * slack
    var far = earlier(Eight(repeating: limit), plane(ray.farOffset.x, ray.farOrigin.x, ray.reciprocal.x))
    far = earlier(far, plane(ray.farOffset.y, ray.farOrigin.y, ray.reciprocal.y))
    far = earlier(far, plane(ray.farOffset.z, ray.farOrigin.z, ray.reciprocal.z))
    far = far + lanes_abs(far) * slack
    // Infinities of empty children turn into NaN above and fail here.
    return (near, lanes_mask(lanes_less_equal(near, far)))
  }

  /// The best hit so far and the test of blocks of triangles against it.
  private struct Search {
    let ray: PreparedRay
    let from: Double
    /// The distance of the best hit, or the ray's end.
    var to: Double
    let faces: Faces
    /// The triangle of the best hit, or −1.
    var found = -1
    var b1 = 0.0
    var b2 = 0.0
    var isFront = false
    let offsets: (x: Int, y: Int, z: Int)

    init(ray: PreparedRay, from: Double, to: Double, faces: Faces) {
      self.ray = ray
      self.from = from
      self.to = to
      self.faces = faces
      offsets = (32 &* ray.axes.x, 32 &* ray.axes.y, 32 &* ray.axes.z)
    }

    var hit: Hit? {
      found < 0 ? nil : Hit(triangle: found, t: to * ray.callerScale, b1: b1, b2: b2, isFront: isFront)
    }

    /// Four triangles at once are sorted out by plainly rounded edge functions. Rounding is monotone, so a sign may
    /// become zero but never flip: what could be hit stays, and is then tested exactly.
    @inline(__always)
    mutating func test(_ block: UnsafeRawPointer, _ isSolid: (Hit) -> Bool) {
      typealias Four = SIMD4<Double>
      let (x, y, z) = offsets
      @inline(__always) func corner(_ offset: Int) -> (Four, Four) {
        let depth =
          block.load(fromByteOffset: offset &+ z, as: Four.self) - Four(repeating: ray.permutedOrigin.z)
        let u =
          (block.load(fromByteOffset: offset &+ x, as: Four.self) - Four(repeating: ray.permutedOrigin.x))
          - Four(repeating: ray.shearX) * depth
        let v =
          (block.load(fromByteOffset: offset &+ y, as: Four.self) - Four(repeating: ray.permutedOrigin.y))
          - Four(repeating: ray.shearY) * depth
        return (u, v)
      }
      let (ax, ay) = corner(0)
      let (bx, by) = corner(96)
      let (cx, cy) = corner(192)
      let u = cx * by - cy * bx
      let v = ax * cy - ay * cx
      let w = bx * ay - by * ax
      let zero = Four(repeating: 0)
      let candidates =
        ((u .>= zero) .& (v .>= zero) .& (w .>= zero)) .| ((u .<= zero) .& (v .<= zero) .& (w .<= zero))
      guard any(candidates) else { return }
      for lane in 0..<4 where candidates[lane] { testExactly(block + 8 &* lane, lane, block, isSolid) }
    }

    @inline(never)
    private mutating func testExactly(
      _ corners: UnsafeRawPointer, _ lane: Int, _ block: UnsafeRawPointer, _ isSolid: (Hit) -> Bool
    ) {
      let (x, y, z) = offsets
      @inline(__always) func corner(_ offset: Int) -> Vector3 {
        Vector3(
          corners.load(fromByteOffset: offset &+ x, as: Double.self),
          corners.load(fromByteOffset: offset &+ y, as: Double.self),
          corners.load(fromByteOffset: offset &+ z, as: Double.self)) - ray.permutedOrigin
      }
      guard let met = ray.meets(corner(0), corner(96), permutedOffset: corner(192)), met.t >= from,
        met.t <= to
      else { return }
      let tag = block.load(fromByteOffset: 288 &+ 4 &* lane, as: UInt32.self)
      let triangle = Int(tag & (UInt32(triangleLimit) &- 1))
      let traits = Traits(rawValue: tag & ~(UInt32(triangleLimit) &- 1))
      guard met.t < to || found < 0 || triangle < found else { return }
      let isFront = met.isFront != traits.contains(.isMirrored)
      guard isFront || faces == .both || !traits.contains(.isOneSided) else { return }
      if traits.contains(.isPerforated) {
        let hit = Hit(
          triangle: triangle, t: met.t * ray.callerScale, b1: met.b1, b2: met.b2, isFront: isFront)
        guard isSolid(hit) else { return }
      }
      to = met.t
      found = triangle
      b1 = met.b1
      b2 = met.b2
      self.isFront = isFront
    }
  }
}
