package import RandomStreams
package import VectorMath

/// The way that somebody walks, from way to way, as far as he may get.
package struct WalkPath: Sendable {
  /// A crossing on the way.
  struct Crossing: Sendable {
    var crosswalk: Int
    /// The kerbs, metres along the path.
    var from: Double
    var to: Double
  }

  static let step = 0.5
  private static let reach = 4
  /// Every half metre.
  private(set) var points: [Vector3] = []
  private(set) var room: [Double] = []
  private(set) var crossings: [Crossing] = []

  /// - Parameters:
  ///   - way: where it begins, `from` metres along it.
  ///   - share: of those who could cross who do.
  package init?(
    _ ways: Walkways, way: Int, from: Double, isForward: Bool, length wanted: Double, share: Double,
    _ stream: inout RandomStream
  ) {
    guard ways.ways.indices.contains(way) else { return nil }
    var raw: [Vector3] = []
    var width: [Double] = []
    var (here, forward, start, rest) = (way, isForward, from, wanted)
    var ends: Vector3?
    for _ in 0..<400 {
      let now = ways.ways[here]
      var line = forward ? now.points : now.points.reversed()
      var rooms = forward ? now.room : now.room.reversed()
      let before = Double(raw.count) * Self.step - start
      if let k = now.crosswalk {
        let (a, b) = (now.kerbs.lowerBound, now.kerbs.upperBound)
        let full = now.length
        crossings.append(
          Crossing(
            crosswalk: k, from: before + (forward ? a : full - b), to: before + (forward ? b : full - a)))
      }
      // Ways meet within a step or two.
      if let last = ends, let first = rooms.first {
        line.insert(last, at: 0)
        rooms.insert(first, at: 0)
      }
      ends = line.last
      Self.resample(line, rooms, &start, &rest, &raw, &width)
      guard rest > 0 else { break }
      let node = forward ? now.end : now.start
      let next = ways.nodes[node].filter { $0.way != here }
      guard let chosen = Self.choose(next, ways, share, &stream) else { break }
      (here, forward) = (chosen.way, !chosen.atEnd)
    }
    guard raw.count > 4 else { return nil }
    for i in raw.indices {
      // A triangle of weights, so that nobody turns on the spot.
      let w = min(Self.reach, min(i, raw.count - 1 - i))
      var (p, weight) = (Vector3.zero, 0.0)
      for k in -w...w {
        let a = Double(w + 1 - abs(k))
        p += raw[i + k] * a
        weight += a
      }
      p /= weight
      // Feet stay on the surface as it is, not as it is on average.
      p.z = raw[i].z
      points.append(p)
    }
    room = width
  }

  private static func choose(
    _ next: [(way: Int, atEnd: Bool)], _ ways: Walkways, _ share: Double, _ stream: inout RandomStream
  ) -> (way: Int, atEnd: Bool)? {
    let crossings = next.filter { ways.ways[$0.way].crosswalk != nil }
    let others = next.filter { ways.ways[$0.way].crosswalk == nil }
    let crosses = stream.uniform() < share
    let pick = stream.uniform()
    let from = crosses && !crossings.isEmpty ? crossings : others.isEmpty ? crossings : others
    return from.isEmpty ? nil : from[min(from.count - 1, Int(pick * Double(from.count)))]
  }

  /// Goes along a line in even steps; `start` is what is left of the last one.
  private static func resample(
    _ line: [Vector3], _ rooms: [Double], _ start: inout Double, _ rest: inout Double, _ out: inout [Vector3],
    _ width: inout [Double]
  ) {
    var at = 0.0
    for k in 0..<max(0, line.count - 1) {
      let (a, b) = (line[k], line[k + 1])
      let way = VectorMath.length(b - a)
      while start <= at + way, rest > 0 {
        let w = way > 0 ? max(0, (start - at) / way) : 0
        out.append(a + (b - a) * w)
        width.append(rooms[k] + (rooms[k + 1] - rooms[k]) * w)
        start += step
        rest -= step
      }
      at += way
    }
    start -= at
  }

  /// Ends the path before the first point that does not hold; points of crossings and a metre around are passed over.
  package mutating func cut(unless holds: (Vector3) -> Bool) {
    for (i, p) in points.enumerated() {
      let at = Double(i) * Self.step
      if crossings.contains(where: { at > $0.from - 1 && at < $0.to + 1 }) { continue }
      guard !holds(p) else { continue }
      points.removeLast(points.count - i)
      room.removeLast(room.count - i)
      crossings.removeAll { $0.to > Double(i - 1) * Self.step }
      return
    }
  }

  package var length: Double { Double(max(0, points.count - 1)) * Self.step }

  /// Metres to each side of the path that one may keep.
  package func room(at d: Double) -> Double { place(d).room }

  func place(_ d: Double) -> (point: Vector3, direction: Vector2, room: Double) {
    let x = max(0, min(Double(points.count - 1), d / Self.step))
    guard points.count > 1 else { return (points.first ?? .zero, Vector2(1, 0), 0) }
    let i = min(points.count - 2, Int(x))
    let (a, b, w) = (points[i], points[i + 1], x - Double(i))
    // Between the directions at both points, for places beside the path turn with it.
    let way = normalized(direction(at: i) * (1 - w) + direction(at: i + 1) * w)
    return (a + (b - a) * w, way, room[i] + (room[i + 1] - room[i]) * w)
  }

  private func direction(at i: Int) -> Vector2 {
    let (a, b) = (points[max(0, i - 1)], points[min(points.count - 1, i + 1)])
    let way = Vector2(b.x - a.x, b.y - a.y)
    return VectorMath.length(way) > 1e-6 ? normalized(way) : Vector2(1, 0)
  }
}
