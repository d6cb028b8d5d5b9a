import Imaging
package import WorldModel

/// All textures of a world in one array, so that eight lanes may read eight textures at once.
///
/// Texture 0 is a single white texel. Shared by workers, immutable.
package final class TextureAtlas: Sendable {
  /// Integers a texture in `levels`: sixteen levels of (offset, width, height, 0).
  static let stride: Int32 = 64
  let texels: [UInt32]
  let levels: [Int32]
  /// Modes a texture: 0 repeat, 1 clamp, 2 mirror for u, four times that for v, and 16 where texels are not
  /// blended.
  let wraps: [Int32]
  /// Whether all textures repeat and blend their texels.
  let hasOnlyRepeat: Bool
  private let indices: [ObjectIdentifier: Int32]

  package init(_ materials: [Material]) {
    var texels: [UInt32] = [0xffff_ffff]
    var levels: [Int32] = []
    var wraps: [Int32] = []
    var indices: [ObjectIdentifier: Int32] = [:]
    func add(_ chain: [(offset: Int, width: Int, height: Int)], wrap: Int32) {
      for i in 0..<16 {
        guard let l = chain.indices.contains(i) ? chain[i] : chain.last else { continue }
        levels += [Int32(l.offset), Int32(l.width), Int32(l.height), 0]
      }
      wraps.append(wrap)
    }
    add([(0, 1, 1)], wrap: 0)
    var textures: [Texture] = []
    for m in materials {
      for t in [m.baseColorTexture, m.metallicRoughnessTexture, m.normalTexture, m.emissiveTexture] {
        guard let t, indices[ObjectIdentifier(t)] == nil else { continue }
        textures.append(t)
        indices[ObjectIdentifier(t)] = Int32(textures.count)
      }
    }
    texels.reserveCapacity(2 + textures.reduce(0) { $0 + $1.levels.reduce(0) { $0 + $1.texels.count } })
    for t in textures {
      var chain: [(Int, Int, Int)] = []
      for level in t.levels {
        chain.append((texels.count, level.width, level.height))
        texels += level.texels
      }
      add(chain, wrap: Self.code(t.wrap.u) + 4 * Self.code(t.wrap.v) + (t.isNearest ? 16 : 0))
    }
    // Texels are loaded in pairs: the last has a neighbour too.
    texels.append(0)
    self.texels = texels
    self.levels = levels
    self.wraps = wraps
    self.indices = indices
    hasOnlyRepeat = wraps.allSatisfy { $0 == 0 }
  }

  /// A texture's index; 0 (white) for none.
  func index(_ t: Texture?) -> Int32 { t.flatMap { indices[ObjectIdentifier($0)] } ?? 0 }

  private static func code(_ w: Texture.Wrap) -> Int32 {
    switch w {
    case .repeat: 0
    case .clamp: 1
    case .mirror: 2
    }
  }
}
