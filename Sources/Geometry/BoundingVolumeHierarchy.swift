package import VectorMath

/// A tree of boxes over triangles that answers what a ray meets first, and whether it meets anything.
///
/// Boxes are single precision, rounded outwards and tested with a margin above every rounding error of the test;
/// triangles are double precision and tested as `PreparedRay.meets` does. So the answer is, bit for bit, what
/// testing every triangle would give. Nodes have up to eight children whose boxes are tested at once; leaves hold
/// blocks of four triangles. Building and asking are deterministic.
package struct BoundingVolumeHierarchy: Sendable {
  /// How a triangle answers rays.
  package struct Traits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The triangle's corners run clockwise seen from outside (a mirrored mesh).
    package static let isMirrored = Traits(rawValue: 1 << 29)
    /// Seen from its front only.
    package static let isOneSided = Traits(rawValue: 1 << 30)
    /// It has holes: each hit is asked about before it counts.
    package static let isPerforated = Traits(rawValue: 1 << 31)
  }

  /// Which sides of one-sided triangles stop a ray.
  package enum Faces: Sendable, Hashable {
    /// What a camera sees: fronts, and backs of two-sided triangles.
    case visible
    /// What stops light: both sides of everything.
    case both
  }

  package struct Hit: Sendable, Hashable {
    /// Index of the triangle among those the tree was built from.
    package var triangle: Int
    /// In lengths of the direction that the ray was made with.
    package var t: Double
    /// Weights of the second and third corner.
    package var b1: Double
    package var b2: Double
    /// Whether the ray arrived at the outside, mirroring taken into account.
    package var isFront: Bool

    package init(triangle: Int, t: Double, b1: Double, b2: Double, isFront: Bool) {
      self.triangle = triangle
      self.t = t
      self.b1 = b1
      self.b2 = b2
      self.isFront = isFront
    }
  }

  /// Up to eight children: their boxes relative to `center`, and what they are.
  ///
  /// The order of the boxes' fields is what `BoundingVolumeHierarchy+Traversal` computes addresses from.
  struct Node {
    var minX = SIMD8<Float>(repeating: .infinity)
    var maxX = SIMD8<Float>(repeating: -.infinity)
    var minY = SIMD8<Float>(repeating: .infinity)
    var maxY = SIMD8<Float>(repeating: -.infinity)
    var minZ = SIMD8<Float>(repeating: .infinity)
    var maxZ = SIMD8<Float>(repeating: -.infinity)
    var children = SIMD8<UInt32>(repeating: 0)
  }

  /// Four triangles, corner by corner and axis by axis; a missing one is NaN, which no test accepts.
  struct Block {
    var ax = SIMD4<Double>(repeating: .nan)
    var ay = SIMD4<Double>(repeating: .nan)
    var az = SIMD4<Double>(repeating: .nan)
    var bx = SIMD4<Double>(repeating: .nan)
    var by = SIMD4<Double>(repeating: .nan)
    var bz = SIMD4<Double>(repeating: .nan)
    var cx = SIMD4<Double>(repeating: .nan)
    var cy = SIMD4<Double>(repeating: .nan)
    var cz = SIMD4<Double>(repeating: .nan)
    /// Triangle index in the low bits, `Traits` in the high ones.
    var tags = SIMD4<UInt32>(repeating: 0)
  }

  /// What a node's child is: another node by index, or blocks of triangles.
  enum Child {
    static let leafBit: UInt32 = 1 << 31
    static let blockBits: UInt32 = 28
    static let maximumBlocks = 8

    static func leaf(firstBlock: Int, count: Int) -> UInt32 {
      leafBit | UInt32(count - 1) << blockBits | UInt32(firstBlock)
    }
  }

  /// Levels of nodes from the root to the deepest leaf at most: what the stack of a traversal is made for.
  package static let maximumDepth = 18
  /// Seven children wait at each level while the eighth is visited.
  static let stackCapacity = 7 * maximumDepth + 2
  /// Triangle indices have to leave room for the traits.
  static let triangleLimit = 1 << 29

  let nodes: [Node]
  let blocks: [Block]
  /// Boxes are stored relative to this point, so that far away from the world's origin they stay tight.
  let center: Vector3
  /// The box around all triangles that can be hit, metres.
  package let bounds: Box3
  /// Levels of nodes.
  package let depth: Int

  /// Builds the tree over triangles.
  ///
  /// Left out, since no ray can meet them: triangles that name a vertex out of range or beyond
  /// `PreparedRay.coordinateLimit`, and those with two corners at the same place.
  ///
  /// - Parameters:
  ///   - positions: metres.
  ///   - triangles: indices into `positions`, counter-clockwise seen from outside.
  ///   - traits: one a triangle, or empty for none.
  ///   - depth: the levels to keep to; where the heuristic would need more, runs of triangles are halved by count
  ///     instead. Not kept to where even that needs more.
  /// - Precondition: fewer than 2²⁹ triangles; `traits` is empty or as long as `triangles`.
  package init(
    positions: [Vector3], triangles: [SIMD3<UInt32>], traits: [Traits] = [], depth: Int = maximumDepth
  ) {
    precondition(triangles.count < Self.triangleLimit)
    precondition(traits.isEmpty || traits.count == triangles.count)
    var builder = BoundingVolumeHierarchyBuilder(positions: positions, triangles: triangles, traits: traits)
    builder.build(depth: Swift.min(depth, Self.maximumDepth))
    nodes = builder.nodes
    blocks = builder.blocks
    center = builder.center
    bounds = builder.bounds
    self.depth = builder.reachedDepth
    // Traversals rely on it.
    precondition(self.depth <= Self.maximumDepth)
  }

  package var isEmpty: Bool { nodes.isEmpty }
}
