import CLanes
import VectorMath

/// Clouds painted on the upper half of the sphere, seen from below in stereographic projection: it keeps angles and is
/// finest at the horizon. A coarse map is whole from the start; tiles of the fine one are painted when a camera first looks
/// there. What is painted follows from the clouds and the place alone.
final class CloudMap {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  static let fineSize = 1024
  static let coarseSize = 128
  private static let tileSize = 64
  private static let tiles = fineSize / tileSize
  /// The horizon's radius in units of half the map: a margin for what blends over it.
  private static let radius: Float = 0.985

  private let field: CloudField
  /// `cover | sunlit / 2 << 8 | skylit / 2 << 16`, row after row, and one word more.
  private let fine = ScratchBuffer<UInt32>()
  private let coarse = ScratchBuffer<UInt32>()
  private var painted = [Bool](repeating: false, count: CloudMap.tiles * CloudMap.tiles)

  init(_ field: CloudField) {
    self.field = field
    fine.reserve(Self.fineSize * Self.fineSize + 1)
    coarse.reserve(Self.coarseSize * Self.coarseSize + 1)
    for i in 0...Self.fineSize * Self.fineSize { fine.base[i] = 0 }
    coarse.base[Self.coarseSize * Self.coarseSize] = 0
    for j in 0..<Self.coarseSize / Self.tileSize {
      for i in 0..<Self.coarseSize / Self.tileSize { paint(coarse.base, size: Self.coarseSize, i, j) }
    }
  }

  /// Paints what a camera may see.
  ///
  /// - Parameters:
  ///   - forward: unit, world.
  ///   - cosine: of the greatest angle between it and a pixel's ray.
  func prepare(forward: Vector3, cosine: Double) {
    let spread = DeterministicMath.acos(max(-1, min(1, cosine)))
    for j in 0..<Self.tiles {
      for i in 0..<Self.tiles where !painted[j * Self.tiles + i] {
        let (x, y) = (Self.place(i, 0.5), Self.place(j, 0.5))
        let r2 = x * x + y * y
        guard r2 < 1.35 else { continue }
        let d = Vector3(2 * x, 2 * y, 1 - r2) / (1 + r2)
        let angle = DeterministicMath.acos(max(-1, min(1, dot(d, forward))))
        // A tile's corner is at most 0.19 from its middle.
        guard angle < spread + 0.19 else { continue }
        painted[j * Self.tiles + i] = true
        paint(fine.base, size: Self.fineSize, i, j)
      }
    }
  }

  private static func place(_ tile: Int, _ part: Double) -> Double {
    ((Double(tile) + part) / Double(tiles) * 2 - 1) / Double(radius)
  }

  /// Looks of a tile and the texels right of and below it, before they are averaged.
  private let raw = ScratchBuffer<UInt32>(capacity: (tileSize + 1) * rawWidth)
  private static let rawWidth = tileSize + 8

  /// Paints tile (i, j) of a map: each texel is the mean of four looks, whose walks begin at four places of a step.
  private func paint(_ to: UnsafeMutablePointer<UInt32>, size: Int, _ i: Int, _ j: Int) {
    let scale = 2 / (Float(size) * Self.radius)
    let (first, top) = (i * Self.tileSize, j * Self.tileSize)
    let starts = [
      Lanes(0.125, 0.625, 0.125, 0.625, 0.125, 0.625, 0.125, 0.625),
      Lanes(0.875, 0.375, 0.875, 0.375, 0.875, 0.375, 0.875, 0.375),
    ]
    for row in 0...Self.tileSize {
      let y = Lanes(repeating: Float(top + row) * scale - 1 / Self.radius)
      for column in stride(from: 0, to: Self.rawWidth, by: 8) {
        let x = (Lanes(0, 1, 2, 3, 4, 5, 6, 7) + Float(first + column)) * scale - 1 / Self.radius
        let r2 = x * x + y * y
        var word = SIMD8<UInt32>.zero
        if r2.min() < 1.2 {
          let f = 1 / (r2 + 1)
          let look = field.look((x * f * 2, y * f * 2, (1 - r2) * f), start: starts[row & 1])
          word = byte(look.cover, 255) | byte(look.sunlit, 127.5) &<< 8 | byte(look.skylit, 127.5) &<< 16
        }
        UnsafeMutableRawPointer(raw.base + row * Self.rawWidth + column).storeBytes(
          of: word, as: SIMD8<UInt32>.self)
      }
    }
    let half = SIMD8<UInt32>(repeating: 128)
    for row in 0..<Self.tileSize {
      for column in stride(from: 0, to: Self.tileSize, by: 8) {
        let from = UnsafeRawPointer(raw.base + row * Self.rawWidth + column)
        func words(_ offset: Int) -> SIMD8<UInt32> {
          from.loadUnaligned(fromByteOffset: 4 * offset, as: SIMD8<UInt32>.self)
        }
        let mean = lanes_bilinear(
          words(0), words(1), words(Self.rawWidth), words(Self.rawWidth + 1), half, half)
        UnsafeMutableRawPointer(to + (top + row) * size + first + column).storeBytes(
          of: mean, as: SIMD8<UInt32>.self)
      }
    }
  }

  @inline(__always)
  private func byte(_ x: Lanes, _ factor: Float) -> SIMD8<UInt32> {
    lanes_unsigned(lanes_to_i(lanes_min(lanes_max(x * factor, .zero), Lanes(repeating: 255)) + 0.5))
  }

  var sharp: Reader { Reader(texels: UnsafePointer(fine.base), size: Int32(Self.fineSize)) }
  var blurred: Reader { Reader(texels: UnsafePointer(coarse.base), size: Int32(Self.coarseSize)) }

  /// Reads a map by direction; the map must outlive it.
  struct Reader {
    fileprivate let texels: UnsafePointer<UInt32>
    fileprivate let size: Int32

    /// - Parameter d: unit; those below the horizon see what is at it.
    @inline(__always)
    func look(_ d: Triple) -> CloudField.Look {
      let z = lanes_max(d.z, .zero)
      let half = Float(size) * 0.5
      let f = (CloudMap.radius * half) / (z + 1)
      let x = lanes_min(lanes_max(d.x * f + (half - 0.5), .zero), Lanes(repeating: Float(size) - 1.01))
      let y = lanes_min(lanes_max(d.y * f + (half - 0.5), .zero), Lanes(repeating: Float(size) - 1.01))
      let (i, j) = (lanes_to_i(x), lanes_to_i(y))
      let tx = lanes_unsigned(lanes_to_i((x - lanes_to_f(i)) * 256))
      let ty = lanes_unsigned(lanes_to_i((y - lanes_to_f(j)) * 256))
      let at = j &* size &+ i
      let texel = lanes_bilinear_pairs(texels, at, at &+ size, SIMD8(repeating: -1), tx, ty)
      @inline(__always)
      func channel(_ shift: UInt32, _ factor: Float) -> Lanes {
        lanes_to_f(lanes_signed((texel &>> shift) & 255)) * factor
      }
      return CloudField.Look(
        cover: channel(0, 1 / 255), sunlit: channel(8, 2 / 255), skylit: channel(16, 2 / 255))
    }
  }
}
