package import WorldModel

extension RunLengthMask {
  /// A mask of `width × height` whose inside lies within a box.
  package init(width: Int, height: Int, within box: PixelBox?, isInside: (_ u: Int, _ v: Int) -> Bool) {
    var counts: [Int] = []
    var run = 0
    var inside = false
    if let box {
      run = box.x * height
      for u in box.x..<(box.x + box.width) {
        run += box.y
        if inside && box.y > 0 {
          // A column's outside begins above the box: close the run that reached the foot of the last column.
          counts.append(run - box.y)
          run = box.y
          inside = false
        }
        for v in box.y..<(box.y + box.height) {
          if isInside(u, v) != inside {
            counts.append(run)
            run = 0
            inside.toggle()
          }
          run += 1
        }
        let below = height - box.y - box.height
        if below > 0 {
          if inside {
            counts.append(run)
            run = 0
            inside = false
          }
          run += below
        }
      }
      let rest = (width - box.x - box.width) * height
      if rest > 0 {
        if inside {
          counts.append(run)
          run = 0
          inside = false
        }
        run += rest
      }
      counts.append(run)
    } else {
      counts = [width * height]
    }
    self.init(height: height, width: width, counts: counts)
  }
}

extension Capture.AloneLayer {
  /// True where the thing covers the image's pixel (u, v).
  package func covers(_ u: Int, _ v: Int) -> Bool {
    let (x, y) = (u - u0, v - v0)
    return x >= 0 && y >= 0 && x < width && y < height && inverseDepth[y * width + x] > 0
  }

  /// The smallest box around the covered pixels of the image; `nil` when there is none.
  package var box: PixelBox? {
    var (minU, minV, maxU, maxV) = (Int.max, Int.max, Int.min, Int.min)
    for y in 0..<height {
      for x in 0..<width where inverseDepth[y * width + x] > 0 {
        minU = min(minU, x)
        maxU = max(maxU, x)
        minV = min(minV, y)
        maxV = max(maxV, y)
      }
    }
    return maxU < minU
      ? nil : PixelBox(x: u0 + minU, y: v0 + minV, width: maxU - minU + 1, height: maxV - minV + 1)
  }
}

extension PixelBox {
  /// The smallest box around both.
  package func union(_ other: PixelBox) -> PixelBox {
    let (x0, y0) = (min(x, other.x), min(y, other.y))
    return PixelBox(
      x: x0, y: y0, width: max(x + width, other.x + other.width) - x0,
      height: max(y + height, other.y + other.height) - y0)
  }
}
