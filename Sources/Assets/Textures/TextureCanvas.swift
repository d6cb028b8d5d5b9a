package import Imaging
package import VectorMath

/// A picture being painted: sRGB values 0...1 with alpha, row 0 on top, shapes in unit coordinates
/// (x right and y down, both 0...1 over the picture).
package struct TextureCanvas: Sendable {
  package let width: Int
  package let height: Int
  /// sRGB-encoded red, green, blue and linear alpha.
  package var pixels: [SIMD4<Float>]

  package init(width: Int, height: Int, fill: Colour) {
    self.width = width
    self.height = height
    pixels = [SIMD4<Float>](repeating: fill.encoded, count: width * height)
  }

  /// Sets every pixel from its unit coordinates.
  package mutating func shade(_ f: (Vector2) -> SIMD4<Float>) {
    for y in 0..<height {
      for x in 0..<width {
        pixels[y * width + x] = f(
          Vector2((Double(x) + 0.5) / Double(width), (Double(y) + 0.5) / Double(height)))
      }
    }
  }

  /// Paints where `distance` (in pixels, negative inside) says, its edge smoothed over one pixel.
  private mutating func paint(
    _ colour: SIMD4<Float>, in box: (Vector2, Vector2), distance: (Vector2) -> Double
  ) {
    let x0 = max(0, Int(box.0.x) - 1)
    let x1 = min(width - 1, Int(box.1.x) + 1)
    let y0 = max(0, Int(box.0.y) - 1)
    let y1 = min(height - 1, Int(box.1.y) + 1)
    guard x0 <= x1, y0 <= y1 else { return }
    for y in y0...y1 {
      for x in x0...x1 {
        let cover = Float(max(0, min(1, 0.5 - distance(Vector2(Double(x) + 0.5, Double(y) + 0.5)))))
        if cover > 0 {
          let i = y * width + x
          pixels[i] += (colour - pixels[i]) * cover
        }
      }
    }
  }

  private func scaled(_ p: Vector2) -> Vector2 { p * Vector2(Double(width), Double(height)) }

  /// Fills a simple polygon.
  package mutating func fill(_ outline: [Vector2], _ colour: Colour) {
    let ring = outline.map(scaled)
    guard ring.count >= 3 else { return }
    var low = ring[0]
    var high = ring[0]
    for p in ring {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    let last = ring[ring.count - 1]
    paint(colour.encoded, in: (low, high)) { p in
      var nearest = Double.infinity
      var isInside = false
      var a = last
      for b in ring {
        nearest = min(nearest, squaredDistance(from: p, toSegment: a, b))
        if (a.y > p.y) != (b.y > p.y), p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) {
          isInside.toggle()
        }
        a = b
      }
      return isInside ? -nearest.squareRoot() : nearest.squareRoot()
    }
  }

  package mutating func fillRectangle(_ low: Vector2, _ high: Vector2, _ colour: Colour) {
    fill([low, Vector2(high.x, low.y), high, Vector2(low.x, high.y)], colour)
  }

  /// Fills a disc; the radius is a part of the picture's height.
  package mutating func fillDisc(_ center: Vector2, radius: Double, _ colour: Colour) {
    let c = scaled(center)
    let r = radius * Double(height)
    paint(colour.encoded, in: (c - Vector2(repeating: r + 1), c + Vector2(repeating: r + 1))) {
      length($0 - c) - r
    }
  }

  /// Draws a line of round ends; the width is a part of the picture's height.
  package mutating func stroke(_ path: [Vector2], width: Double, _ colour: Colour) {
    let points = path.map(scaled)
    let r = width * Double(height) / 2
    for (a, b) in zip(points, points.dropFirst()) {
      let low = Vector2(min(a.x, b.x), min(a.y, b.y)) - Vector2(repeating: r + 1)
      let high = Vector2(max(a.x, b.x), max(a.y, b.y)) + Vector2(repeating: r + 1)
      paint(colour.encoded, in: (low, high)) { distance(from: $0, toSegment: a, b) - r }
    }
  }

  /// Writes capitals and digits with strokes, centred on `center`; `height` is that of the capitals in parts
  /// of the picture's height. Unknown characters leave a gap.
  package mutating func write(
    _ text: String, center: Vector2, height: Double, weight: Double = 0.15, aspect: Double = 0.58,
    spacing: Double = 0.3, _ colour: Colour
  ) {
    let pixel = height * Double(self.height)
    let advance = aspect * (1 + spacing) * pixel
    let characters = Array(text)
    let total = Double(characters.count) * advance - aspect * spacing * pixel
    let origin = scaled(center) - Vector2(total / 2, -pixel / 2)
    for (i, character) in characters.enumerated() {
      for stroke in StrokeGlyphs.strokes(of: character) {
        // The stroke's own width stays inside the height asked for.
        let inset = weight / 2
        let path = stroke.map { p -> Vector2 in
          let q =
            origin
            + Vector2(
              Double(i) * advance + (inset + p.x * (aspect - weight)) * pixel,
              -(inset + p.y * (1 - weight)) * pixel)
          return q / Vector2(Double(width), Double(self.height))
        }
        self.stroke(path, width: weight * height, colour)
      }
    }
  }

  /// `R | G << 8 | B << 16 | A << 24`, 8 bits each, row by row.
  package var texels: [UInt32] {
    func byte(_ v: Float) -> UInt32 { UInt32(max(0, min(255, (v * 255).rounded()))) }
    return pixels.map { byte($0.x) | byte($0.y) << 8 | byte($0.z) << 16 | byte($0.w) << 24 }
  }

  /// The picture as a texture of 8-bit texels.
  package func texture(
    _ name: String, wrap: Texture.Wrap = .repeat, isNearest: Bool = false
  ) -> Texture {
    Texture(
      name: name, width: width, height: height, texels: texels, wrap: (wrap, wrap), isNearest: isNearest)
  }
}

extension Colour {
  /// sRGB values 0...1, opaque.
  package var encoded: SIMD4<Float> { SIMD4(Float(red), Float(green), Float(blue), 255) / 255 }
}

/// The distance of `p` from the segment `a b`.
func distance(from p: Vector2, toSegment a: Vector2, _ b: Vector2) -> Double {
  squaredDistance(from: p, toSegment: a, b).squareRoot()
}

private func squaredDistance(from p: Vector2, toSegment a: Vector2, _ b: Vector2) -> Double {
  let d = b - a
  let l = dot(d, d)
  let t = l > 0 ? max(0, min(1, dot(p - a, d) / l)) : 0
  let off = p - a - d * t
  return dot(off, off)
}
