package import VectorMath

/// A corner of pixels: (x, y) is the top left corner of pixel (x, y), so the image spans 0…width, 0…height.
package typealias PixelCorner = SIMD2<Int>

/// One connected part of a mask, outlined along pixel edges: filling `outer` minus `holes` gives back exactly
/// its pixels.
package struct MaskPart: Sendable, Hashable {
  /// Clockwise as seen in the image (x right, y down), starting at its topmost, then leftmost corner.
  package var outer: [PixelCorner]
  /// Counter-clockwise.
  package var holes: [[PixelCorner]]

  package init(outer: [PixelCorner], holes: [[PixelCorner]]) {
    self.outer = outer
    self.holes = holes
  }

  /// All rings, as points of the plane in pixels from the image's corner.
  package var rings: [[Vector2]] {
    ([outer] + holes).map { ring in ring.map { Vector2(Double($0.x), Double($0.y)) } }
  }
}

/// Outlines of masks.
///
/// Pixels belong together when they share an edge (4-connected); background that touches at corners is one
/// hole. Rings hold only the corners where they turn. A ring may pass a corner twice, where two of its pixels touch
/// crosswise, but never crosses itself.
package enum MaskContours {
  /// The parts of a mask, in the order of their topmost, then leftmost pixel.
  package static func parts(of mask: RunLengthMask) -> [MaskPart] {
    guard let bounds = mask.bounds else { return [] }
    var grid = PixelGrid(mask: mask, bounds: bounds)
    return grid.parts()
  }
}

/// The pixels of a mask inside its bounds, with an empty border one pixel wide.
private struct PixelGrid {
  let width: Int
  let height: Int
  let origin: PixelCorner
  /// 0 outside, else the part's number, from 1.
  var part: [Int32]
  /// Pixels whose top edge a ring has passed.
  var passed: [Bool]
  var partCount = 0

  init(mask: RunLengthMask, bounds: PixelBox) {
    width = bounds.width + 2
    height = bounds.height + 2
    origin = PixelCorner(bounds.x - 1, bounds.y - 1)
    part = [Int32](repeating: 0, count: width * height)
    passed = [Bool](repeating: false, count: width * height)
    // −1 = inside, not yet numbered. Runs go down the columns.
    var (x, y) = (-origin.x, 0)
    for (i, run) in mask.counts.enumerated() {
      var left = run
      while left > 0 {
        let n = min(left, mask.height - y)
        if i % 2 == 1 {
          for row in y..<(y + n) { part[(row - origin.y) * width + x] = -1 }
        }
        y += n
        left -= n
        if y == mask.height { (x, y) = (x + 1, 0) }
      }
    }
    for start in part.indices where part[start] == -1 { number(from: start) }
  }

  /// Gives all pixels connected to `start` the next number.
  private mutating func number(from start: Int) {
    partCount += 1
    let label = Int32(partCount)
    var stack = [start]
    part[start] = label
    while let at = stack.popLast() {
      for next in [at - 1, at + 1, at - width, at + width] where part[next] == -1 {
        part[next] = label
        stack.append(next)
      }
    }
  }

  mutating func parts() -> [MaskPart] {
    var out = [MaskPart](repeating: MaskPart(outer: [], holes: []), count: partCount)
    for y in 1..<(height - 1) {
      for x in 1..<(width - 1) {
        let at = y * width + x
        // A top edge that no ring has passed starts a new ring: a part's first one is its outside.
        guard part[at] > 0, part[at - width] == 0, !passed[at] else { continue }
        let index = Int(part[at]) - 1
        let ring = trace(fromTopOf: x, y)
        if out[index].outer.isEmpty { out[index].outer = ring } else { out[index].holes.append(ring) }
      }
    }
    return out
  }

  /// Walks with the inside on the right hand until back at the start; at a corner where four pixels meet
  /// crosswise it turns right, which keeps diagonal neighbours apart.
  private mutating func trace(fromTopOf x: Int, _ y: Int) -> [PixelCorner] {
    var at = PixelCorner(x, y)
    var heading = PixelCorner(1, 0)
    var ring: [PixelCorner] = []
    repeat {
      ring.append(at + origin)
      // Along straight edges without stopping.
      while true {
        if heading.x == 1 { passed[at.y * width + at.x] = true }
        at = PixelCorner(at.x + heading.x, at.y + heading.y)
        let right = PixelCorner(-heading.y, heading.x)
        if !isInside(ahead: heading, side: right, of: at) {
          heading = right
          break
        }
        let left = PixelCorner(heading.y, -heading.x)
        if isInside(ahead: heading, side: left, of: at) {
          heading = left
          break
        }
      }
    } while !(at.x == x && at.y == y && heading.x == 1)
    return ring
  }

  /// Whether the pixel diagonally ahead of a corner, on the given side of the heading, is inside.
  private func isInside(ahead heading: PixelCorner, side: PixelCorner, of corner: PixelCorner) -> Bool {
    let sum = PixelCorner(heading.x + side.x, heading.y + side.y)
    let x = sum.x > 0 ? corner.x : corner.x - 1
    let y = sum.y > 0 ? corner.y : corner.y - 1
    return part[y * width + x] > 0
  }
}

private func + (a: PixelCorner, b: PixelCorner) -> PixelCorner { PixelCorner(a.x + b.x, a.y + b.y) }
