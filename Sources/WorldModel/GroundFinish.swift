/// A ground that no texture can tell without repeating itself: wear, stains, joints and plants that follow from the place.
///
/// Texture coordinates of such a surface are metres along the road and across it from the lane's middle, divided by
/// `tile`.
package struct GroundFinish: Sendable, Hashable {
  package enum Kind: Int32, Sendable, Hashable, CaseIterable {
    /// Wheel tracks, oil, patches, sealed cracks.
    case asphalt = 1
    /// Sparse oil stains, no tracks: parking lanes and shoulders.
    case parking
    /// Slabs in rows.
    case slabs
    /// Small concrete blocks in stretcher bond.
    case pavers
    /// Kerb stones of a metre.
    case kerb
    /// Rows of natural stones.
    case cobbles
    /// Lawn with drier and denser places, worn edges.
    case grass
    /// Loose stones.
    case gravel
    /// Paint that wears off where wheels pass.
    case paint
  }

  package var kind: Kind
  /// Length that one unit of texture coordinates stands for, metres.
  package var tile: Float
  /// 0 new to 1 old.
  package var wear: Float
  /// The part of low places that water fills, 0 to 1.
  package var puddles: Float
  /// Fallen leaves, 0 to 1.
  package var leaves: Float
  /// Which of all such grounds, below 2³¹; grounds that meet share it.
  package var seed: UInt32

  package init(
    kind: Kind, tile: Float, wear: Float = 0.5, puddles: Float = 0, leaves: Float = 0, seed: UInt32 = 1
  ) {
    self.kind = kind
    self.tile = tile
    self.wear = wear
    self.puddles = puddles
    self.leaves = leaves
    self.seed = seed
  }
}
