import Imaging
import Testing

struct TextureTests {
  /// Each level against plain arithmetic on the one above, odd sides and single rows included.
  @Test func mipChain() {
    for (w, h, c) in [(8, 8, 4), (7, 5, 3), (1, 9, 1), (6, 1, 2), (1, 1, 3)] {
      let texture = Texture(name: "t", image: TestPictures.random8(w, h, c, seed: UInt64(w * h * c)))
      for (above, level) in zip(texture.levels, texture.levels.dropFirst()) {
        #expect(level.width == max(1, above.width / 2) && level.height == max(1, above.height / 2))
        for y in 0..<level.height {
          for x in 0..<level.width {
            for shift in [0, 8, 16, 24] as [UInt32] {
              var sum = 0
              for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let (sx, sy) = (min(2 * x + dx, above.width - 1), min(2 * y + dy, above.height - 1))
                sum += Int(above.texels[sy * above.width + sx] >> shift & 255)
              }
              #expect(Int(level.texels[y * level.width + x] >> shift & 255) == (sum + 2) / 4)
            }
          }
        }
      }
      let last = texture.levels[texture.levels.count - 1]
      #expect(last.width == 1 && last.height == 1)
    }
  }

  @Test func channels() {
    let gray = Texture(name: "t", image: Raster(width: 1, height: 1, channels: 2, values: [7, 9]))
    #expect(gray.levels[0].texels == [0x0907_0707])
    let rgb = Texture(name: "t", image: Raster(width: 1, height: 1, channels: 3, values: [1, 2, 3]))
    #expect(rgb.levels[0].texels == [0xff03_0201])
  }
}
