import CLanes
import VectorMath

/// Builds a `BoundingVolumeHierarchy` from the top: ranges of triangles are split where the surface area
/// heuristic (Wald, "On fast construction of SAH-based bounding volume hierarchies", 2007), evaluated at
/// sixteen bins an axis, promises the least work, until a node has eight children.
struct BoundingVolumeHierarchyBuilder {
  /// A box as (min x, y, z, –, −max x, −max y, −max z, –): the union of two is one lane-wise minimum.
  /// The two spare lanes of a triangle's box hold its index in halves of 16 bits.
  typealias Lanes = SIMD8<Float>

  /// A run of triangles that will become one child.
  struct Run {
    var begin: Int
    var end: Int
    var bounds: Lanes
    /// The box around doubled centres, min + max.
    var centers: Lanes
    var count: Int { end - begin }
  }

  private let positions: [Vector3]
  private let triangles: [SIMD3<UInt32>]
  private let traits: [BoundingVolumeHierarchy.Traits]
  private(set) var nodes: [BoundingVolumeHierarchy.Node] = []
  private(set) var blocks: [BoundingVolumeHierarchy.Block] = []
  private(set) var center = Vector3.zero
  private(set) var bounds = Box3()
  private(set) var reachedDepth = 0
  private var depthLimit = BoundingVolumeHierarchy.maximumDepth

  private static let nothing = Lanes(repeating: .infinity)
  private static let blockSize = 4
  /// Runs up to this long become a leaf rather than another node.
  private static let leafSize = 8
  static let binCount = 16

  init(
    positions: [Vector3], triangles: [SIMD3<UInt32>], traits: [BoundingVolumeHierarchy.Traits]
  ) {
    self.positions = positions
    self.triangles = triangles
    self.traits = traits
  }

  mutating func build(depth: Int) {
    depthLimit = depth
    guard case (let root, var boxes)? = collect() else { return }
    nodes.reserveCapacity(root.count / 8 + 1)
    blocks.reserveCapacity(root.count / 3 + 1)
    boxes.withUnsafeMutableBufferPointer { boxes in
      var bins = Bins()
      _ = addNode(root, level: 1, boxes, &bins)
    }
  }

  /// The boxes of all triangles that a ray can meet, and the run of them all.
  private mutating func collect() -> (Run, [Lanes])? {
    var kept: [UInt32] = []
    kept.reserveCapacity(triangles.count)
    var lowest = Vector3(repeating: .infinity)
    var highest = Vector3(repeating: -.infinity)
    let vertices = UInt32(clamping: positions.count)
    for (i, t) in triangles.enumerated() where t.x < vertices && t.y < vertices && t.z < vertices {
      let (a, b, c) = (positions[Int(t.x)], positions[Int(t.y)], positions[Int(t.z)])
      guard PreparedRay.isInReach(a), PreparedRay.isInReach(b), PreparedRay.isInReach(c) else { continue }
      guard a != b, b != c, c != a else { continue }
      kept.append(UInt32(truncatingIfNeeded: i))
      lowest = minimum(lowest, minimum(a, minimum(b, c)))
      highest = maximum(highest, maximum(a, maximum(b, c)))
    }
    guard !kept.isEmpty else { return nil }
    bounds = Box3(min: lowest, max: highest)
    center = bounds.center
    // Two roundings to single precision cost at most 2 × 2⁻²⁴ of the largest coordinate; twice that leaves as much
    // again for what the triangle test rounds.
    let reach = greatest(maximum(highest - center, center - lowest))
    let margin = Float(Swift.max(reach * 0x1p-22, 1e-35))
    var run = Run(begin: 0, end: kept.count, bounds: Self.nothing, centers: Self.nothing)
    var boxes: [Lanes] = []
    boxes.reserveCapacity(kept.count)
    for i in kept {
      let t = triangles[Int(i)]
      let (a, b, c) = (positions[Int(t.x)], positions[Int(t.y)], positions[Int(t.z)])
      let low = SIMD3<Float>(minimum(a, minimum(b, c)) - center) - margin
      let high = SIMD3<Float>(maximum(a, maximum(b, c)) - center) + margin
      let box = Lanes(
        low.x, low.y, low.z, Float(i & 0xffff), -high.x, -high.y, -high.z, Float(i >> 16))
      boxes.append(box)
      run.bounds = Self.union(run.bounds, box)
      run.centers = Self.union(run.centers, Self.doubledCenter(box))
    }
    return (run, boxes)
  }

  @inline(__always)
  static func union(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .< a) }

  /// min + max in the low half and its negative in the high half: the box around one doubled centre.
  @inline(__always)
  static func doubledCenter(_ box: Lanes) -> Lanes {
    let c = box.lowHalf - box.highHalf
    return Lanes(lowHalf: c, highHalf: -c)
  }

  /// Half the surface of a box.
  @inline(__always)
  static func area(_ box: Lanes) -> Float {
    let s = -(box.highHalf + box.lowHalf)
    return s.x * s.y + s.y * s.z + s.z * s.x
  }

  /// Appends the node over `run` and everything below it; returns its index.
  private mutating func addNode(
    _ run: Run, level: Int, _ boxes: UnsafeMutableBufferPointer<Lanes>, _ bins: inout Bins
  ) -> UInt32 {
    reachedDepth = Swift.max(reachedDepth, level)
    let isBalanced = !hasRoomForHeuristic(count: run.count, level: level)
    var children = [run]
    children.reserveCapacity(8)
    while children.count < 8 {
      // The child that costs most is split next; by count alone where depth has to be kept in bounds.
      var chosen = -1
      var most: Float = -1
      for (i, child) in children.enumerated() where child.count > Self.blockSize {
        let weight = isBalanced ? Float(child.count) : Self.area(child.bounds)
        if weight > most {
          most = weight
          chosen = i
        }
      }
      guard chosen >= 0 else { break }
      let cut = isBalanced ? nil : bins.bestCut(of: children[chosen], in: boxes)
      let (left, right) = Self.divide(children[chosen], at: cut, in: boxes)
      children[chosen] = left
      children.append(right)
    }

    let index = nodes.count
    nodes.append(BoundingVolumeHierarchy.Node())
    var node = BoundingVolumeHierarchy.Node()
    for (lane, child) in children.enumerated() {
      node.minX[lane] = child.bounds[0]
      node.minY[lane] = child.bounds[1]
      node.minZ[lane] = child.bounds[2]
      node.maxX[lane] = -child.bounds[4]
      node.maxY[lane] = -child.bounds[5]
      node.maxZ[lane] = -child.bounds[6]
      node.children[lane] =
        child.count <= Self.leafSize
        ? addLeaf(child, boxes) : addNode(child, level: level + 1, boxes, &bins)
    }
    nodes[index] = node
    return UInt32(index)
  }

  /// Whether a run may still be cut unevenly at a level: even cuts of what is then left must fit below.
  private func hasRoomForHeuristic(count: Int, level: Int) -> Bool {
    var levels = 1
    var capacity = Self.leafSize
    while capacity < count {
      capacity *= 8
      levels += 1
    }
    return level + levels < depthLimit
  }

  /// Parts a run at a cut, or in two halves of its present order without one.
  private static func divide(
    _ run: Run, at cut: Bins.Cut?, in boxes: UnsafeMutableBufferPointer<Lanes>
  ) -> (Run, Run) {
    var left = Run(begin: run.begin, end: run.begin, bounds: nothing, centers: nothing)
    var right = Run(begin: run.end, end: run.end, bounds: nothing, centers: nothing)
    if let cut {
      while left.end < right.begin {
        let box = boxes[left.end]
        let centers = doubledCenter(box)
        if cut.isLeft(centers) {
          left.bounds = union(left.bounds, box)
          left.centers = union(left.centers, centers)
          left.end &+= 1
        } else {
          right.bounds = union(right.bounds, box)
          right.centers = union(right.centers, centers)
          right.begin &-= 1
          boxes[left.end] = boxes[right.begin]
          boxes[right.begin] = box
        }
      }
    } else {
      left.end = run.begin + run.count / 2
      right.begin = left.end
      for i in left.begin..<left.end {
        left.bounds = union(left.bounds, boxes[i])
        left.centers = union(left.centers, doubledCenter(boxes[i]))
      }
      for i in right.begin..<right.end {
        right.bounds = union(right.bounds, boxes[i])
        right.centers = union(right.centers, doubledCenter(boxes[i]))
      }
    }
    return (left, right)
  }

  private mutating func addLeaf(_ run: Run, _ boxes: UnsafeMutableBufferPointer<Lanes>) -> UInt32 {
    let first = blocks.count
    var next = run.begin
    while next < run.end {
      var block = BoundingVolumeHierarchy.Block()
      for lane in 0..<Swift.min(Self.blockSize, run.end - next) {
        let box = boxes[next + lane]
        let i = Int(box[3]) | Int(box[7]) << 16
        let t = triangles[i]
        let (a, b, c) = (positions[Int(t.x)], positions[Int(t.y)], positions[Int(t.z)])
        block.ax[lane] = a.x
        block.ay[lane] = a.y
        block.az[lane] = a.z
        block.bx[lane] = b.x
        block.by[lane] = b.y
        block.bz[lane] = b.z
        block.cx[lane] = c.x
        block.cy[lane] = c.y
        block.cz[lane] = c.z
        block.tags[lane] = UInt32(i) | (traits.isEmpty ? 0 : traits[i].rawValue)
      }
      blocks.append(block)
      next += Self.blockSize
    }
    return BoundingVolumeHierarchy.Child.leaf(firstBlock: first, count: blocks.count - first)
  }
}
