import VectorMath

/// What all vehicles cover at one moment, trailers too, with their middles in a list of their own: of many bodies few are
/// near, and to find these only the middles are read.
struct FootprintList: Sendable {
  private var all: [Footprint] = []
  private var centers: [Vector2] = []
  /// By body: whose it is.
  private var owners: [Int] = []
  /// By vehicle: its own body; its trailer's comes next.
  private var firsts: [Int] = []
  /// Of the circles around them, metres; never forgotten.
  private var widest = 0.0

  /// The vehicles.
  var indices: Range<Int> { firsts.indices }

  /// A vehicle's own body.
  subscript(_ i: Int) -> Footprint { all[firsts[i]] }

  func trailer(_ i: Int) -> Footprint? {
    let next = firsts[i] + 1
    return next < all.count && owners[next] == i ? all[next] : nil
  }

  /// Moves a vehicle with what it draws.
  mutating func move(_ i: Int, _ bodies: VehicleFootprint) {
    set(firsts[i], bodies.own)
    if let trailer = bodies.trailer { set(firsts[i] + 1, trailer) }
  }

  private mutating func set(_ k: Int, _ item: Footprint) {
    all[k] = item
    centers[k] = item.center
    widest = max(widest, item.radius)
  }

  mutating func append(_ bodies: VehicleFootprint) {
    let owner = firsts.count
    firsts.append(all.count)
    for item in [bodies.own, bodies.trailer].compactMap({ $0 }) {
      all.append(item)
      centers.append(item.center)
      owners.append(owner)
      widest = max(widest, item.radius)
    }
  }

  /// Calls for those of which some part may be within `reach` metres of a point, in order, until `body` is content: with the
  /// vehicle that a body belongs to, and the body.
  @inline(__always)
  func first(near p: Vector2, within reach: Double, _ body: (_ owner: Int, _ item: Footprint) -> Bool) -> Int?
  {
    let most = reach + widest
    let square = most * most
    return centers.withUnsafeBufferPointer { centers in
      for k in centers.indices {
        let d = centers[k] - p
        if dot(d, d) < square, body(owners[k], all[k]) { return owners[k] }
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

/// What one vehicle covers: its own body, and the trailer's.
struct VehicleFootprint: Sendable {
  var own: Footprint
  var trailer: Footprint?
}
