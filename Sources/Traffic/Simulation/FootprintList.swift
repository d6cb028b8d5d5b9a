import VectorMath

/// What all vehicles cover at one moment, with their middles in a list of their own: of many bodies few are near, and to
/// find these only the middles are read.
struct FootprintList: Sendable {
  private var all: [Footprint] = []
  private var centers: [Vector2] = []
  /// Of the circles around them, metres; never forgotten.
  private var widest = 0.0

  init(_ list: [Footprint] = []) {
    all = list
    centers = list.map(\.center)
    for item in list { widest = max(widest, item.radius) }
  }

  var indices: Range<Int> { all.indices }

  subscript(_ i: Int) -> Footprint {
    get { all[i] }
    set {
      all[i] = newValue
      centers[i] = newValue.center
      widest = max(widest, newValue.radius)
    }
  }

  mutating func append(_ item: Footprint) {
    all.append(item)
    centers.append(item.center)
    widest = max(widest, item.radius)
  }

  /// Calls for those of which some part may be within `reach` metres of a point, in order, until `body` is content.
  @inline(__always)
  func first(near p: Vector2, within reach: Double, _ body: (_ index: Int, _ item: Footprint) -> Bool) -> Int?
  {
    let most = reach + widest
    let square = most * most
    return centers.withUnsafeBufferPointer { centers in
      for j in centers.indices {
        let d = centers[j] - p
        if dot(d, d) < square, body(j, all[j]) { return j }
      }
      return nil
    }
  }

  /// Whether one of them overlaps a body, or comes nearer to it than `gap`.
  func touch(_ item: Footprint, gap: Double = 0, except i: Int? = nil) -> Bool {
    first(near: item.center, within: item.radius + gap) { j, other in
      j != i && other.overlaps(item, gap: gap)
    } != nil
  }
}
