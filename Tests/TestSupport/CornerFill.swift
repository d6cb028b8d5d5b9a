package import Annotations

/// Fills rings of pixel corners by the even-odd rule, sampled at pixel centres.
package enum CornerFill {
  package static func evenOdd(_ rings: [[PixelCorner]], width: Int, height: Int) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      let row = Double(y) + 0.5
      for x in 0..<width {
        let column = Double(x) + 0.5
        var crossings = 0
        for ring in rings {
          for (i, a) in ring.enumerated() {
            let b = ring[(i + 1) % ring.count]
            if (Double(a.y) > row) != (Double(b.y) > row) {
              let t = (row - Double(a.y)) / Double(b.y - a.y)
              if Double(a.x) + t * Double(b.x - a.x) > column { crossings += 1 }
            }
          }
        }
        out[y * width + x] = UInt8(crossings % 2)
      }
    }
    return out
  }
}
