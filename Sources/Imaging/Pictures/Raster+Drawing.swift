package import VectorMath

/// Drawing on RGB pictures. What lies outside the picture is cut off.
extension Raster<UInt8> {
  /// Sets a pixel of an RGB picture.
  @inlinable
  package mutating func paint(_ u: Int, _ v: Int, _ color: SIMD3<UInt8>) {
    guard u >= 0, v >= 0, u < width, v < height, channels == 3 else { return }
    let i = (v * width + u) * 3
    values[i] = color.x
    values[i + 1] = color.y
    values[i + 2] = color.z
  }

  /// Fills the pixels `u..<u + width`, `v..<v + height`.
  package mutating func fill(u: Int, v: Int, width w: Int, height h: Int, _ color: SIMD3<UInt8>) {
    for y in Swift.max(0, v)..<Swift.max(0, v, Swift.min(height, v + h)) {
      for x in Swift.max(0, u)..<Swift.max(0, u, Swift.min(width, u + w)) { paint(x, y, color) }
    }
  }

  /// Outlines a box of whole pixels; the line lies inside.
  package mutating func outline(
    u: Int, v: Int, width w: Int, height h: Int, _ color: SIMD3<UInt8>, thickness: Int = 1
  ) {
    guard w > 0, h > 0 else { return }
    let t = Swift.min(thickness, w, h)
    fill(u: u, v: v, width: w, height: t, color)
    fill(u: u, v: v + h - t, width: w, height: t, color)
    fill(u: u, v: v, width: t, height: h, color)
    fill(u: u + w - t, v: v, width: t, height: h, color)
  }

  /// A line one pixel wide between two points (centre-origin pixels), both ends included.
  package mutating func line(
    from a: Vector2, to b: Vector2, _ color: SIMD3<UInt8>
  ) {
    // Cut to the picture first, so that far ends cost nothing.
    guard let (p, q) = clipped(a, b) else { return }
    let d = q - p
    let steps = Swift.max(1, Int(Swift.max(d.x.magnitude, d.y.magnitude).rounded(.up)))
    for i in 0...steps {
      let at = p + d * (Double(i) / Double(steps))
      paint(Int((at.x + 0.5).rounded(.down)), Int((at.y + 0.5).rounded(.down)), color)
    }
  }

  /// Liang and Barsky's clipping to [−0.5, width − 0.5] × [−0.5, height − 0.5].
  private func clipped(_ a: Vector2, _ b: Vector2) -> (Vector2, Vector2)? {
    let d = b - a
    guard (d.x + d.y + a.x + a.y).isFinite else { return nil }
    var (t0, t1) = (0.0, 1.0)
    let edges = [
      (-d.x, a.x + 0.5), (d.x, Double(width) - 0.5 - a.x), (-d.y, a.y + 0.5),
      (d.y, Double(height) - 0.5 - a.y),
    ]
    for (p, q) in edges {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        t0 = Swift.max(t0, q / p)
      } else {
        t1 = Swift.min(t1, q / p)
      }
    }
    return t0 <= t1 ? (a + d * t0, a + d * t1) : nil
  }

  /// Text with its top left corner at (u, v).
  package mutating func text(_ text: String, u: Int, v: Int, _ color: SIMD3<UInt8>, scale: Int = 1) {
    var left = u
    for character in text.unicodeScalars {
      for (y, row) in BitmapFont.rows(of: character).enumerated() {
        for x in 0..<BitmapFont.width where row >> UInt8(BitmapFont.width - 1 - x) & 1 == 1 {
          fill(u: left + x * scale, v: v + y * scale, width: scale, height: scale, color)
        }
      }
      left += BitmapFont.advance * scale
      if left >= width { return }
    }
  }

  /// Copies an RGB picture in with its top left corner at (u, v).
  package mutating func place(_ picture: Raster<UInt8>, u: Int, v: Int) {
    guard picture.channels == 3 else { return }
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        paint(u + x, v + y, SIMD3(picture[x, y, 0], picture[x, y, 1], picture[x, y, 2]))
      }
    }
  }

  /// The picture at another size. Smooth: each pixel is the mean of those it covers (for colours); otherwise the
  /// one under its centre (for labels).
  package func resized(width w: Int, height h: Int, isSmooth: Bool) -> Raster<UInt8> {
    var out = Raster<UInt8>(width: w, height: h, channels: channels, fill: 0)
    guard width > 0, height > 0 else { return out }
    for y in 0..<h {
      let y0 = isSmooth ? y * height / h : (2 * y + 1) * height / (2 * h)
      let y1 = isSmooth ? Swift.max(y0 + 1, (y + 1) * height / h) : y0 + 1
      for x in 0..<w {
        let x0 = isSmooth ? x * width / w : (2 * x + 1) * width / (2 * w)
        let x1 = isSmooth ? Swift.max(x0 + 1, (x + 1) * width / w) : x0 + 1
        let count = (x1 - x0) * (y1 - y0)
        for c in 0..<channels {
          var sum = count / 2
          for yy in y0..<y1 { for xx in x0..<x1 { sum += Int(values[(yy * width + xx) * channels + c]) } }
          out.values[(y * w + x) * channels + c] = UInt8(sum / count)
        }
      }
    }
    return out
  }
}
