import RandomStreams
import VectorMath
import WorldModel

/// A way from room to room, as points on the floor, world frame, metres.
struct HomeTour {
  private(set) var points: [Vector2]
  /// Metres from the first point to each.
  private var distances: [Double] = []

  init(points: [Vector2]) {
    self.points = points
    measure()
  }

  /// Goes from a place in one room to places in others until the way is long enough; `nil` where nobody can walk.
  ///
  /// - Parameters:
  ///   - first: the room to begin in, if it can be reached.
  ///   - rooms: where to go.
  ///   - length: at least so many metres, if there is anywhere to go.
  init?(
    _ grid: NavigationGrid, first: Int, among rooms: [Int], length wanted: Double,
    _ stream: inout RandomStream
  ) {
    let part = grid.largestPart
    func cells(_ room: Int) -> [Int] { part.indices.filter { part[$0] && grid.rooms[$0] == room } }
    let reachable = grid.plan.rooms.indices.filter { cells($0).count >= 4 }
    guard !reachable.isEmpty else { return nil }
    let wish = reachable.filter { rooms.isEmpty || rooms.contains($0) }
    let goals = wish.count >= 2 ? wish : reachable
    /// Of some places of a room the one with most space around.
    func place(in room: Int) -> Int? {
      let choice = cells(room)
      let some = (0..<6).compactMap { _ in stream.choose(choice) }
      return some.max { grid.clearance[$0] < grid.clearance[$1] }
    }
    var room = goals.contains(first) ? first : goals[stream.integer(in: 0..<goals.count)]
    guard var at = place(in: room) else { return nil }
    var points = [grid.middle(of: at)]
    var length = 0.0
    for _ in 0..<60 where length < wanted {
      let others = goals.filter { $0 != room }
      room = stream.choose(others) ?? room
      guard let goal = place(in: room), goal != at, let path = grid.path(from: at, to: goal) else { continue }
      for cell in path.dropFirst() {
        let p = grid.middle(of: cell)
        if let last = points.last { length += VectorMath.length(p - last) }
        points.append(p)
      }
      at = goal
    }
    guard points.count >= 2, length > 1 else { return nil }
    self.init(points: points)
  }

  private mutating func measure() {
    var sum = 0.0
    distances = points.indices.map { i in
      if i > 0 { sum += VectorMath.length(points[i] - points[i - 1]) }
      return sum
    }
  }

  var length: Double { distances.last ?? 0 }

  /// The point so many metres along; the ends beyond them.
  func point(at s: Double) -> Vector2 {
    guard let last = distances.last, s > 0 else { return points[0] }
    guard s < last else { return points[points.count - 1] }
    var (low, high) = (0, distances.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if distances[middle] <= s { low = middle } else { high = middle }
    }
    let part = (s - distances[low]) / max(distances[high] - distances[low], 1e-12)
    return points[low] + (points[high] - points[low]) * part
  }

  /// Pulled taut like a cord, and still `margin` metres from everything where it was before.
  func tightened(_ grid: NavigationGrid, margin: Double) -> HomeTour {
    let count = max(2, Int((length / 0.06).rounded(.up)) + 1)
    var cord = (0..<count).map { point(at: length * Double($0) / Double(count - 1)) }
    for _ in 0..<120 {
      for i in cord.indices.dropFirst().dropLast() {
        let middle = (cord[i - 1] + cord[i + 1]) / 2
        guard VectorMath.length(middle - cord[i]) > 1e-5 else { continue }
        for part in [1.0, 0.4] {
          let p = cord[i] + (middle - cord[i]) * part
          if grid.isClear(p, by: margin) {
            cord[i] = p
            break
          }
        }
      }
    }
    return HomeTour(points: cord)
  }

  /// The corners of a way of straight lines that keeps `margin` from everything, as far as this one does.
  func corners(_ grid: NavigationGrid, margin: Double) -> [Vector2] {
    var out = [points[0]]
    var from = 0
    while from < points.count - 1 {
      // As far as one can see, but not past where the way turns back.
      var to = from + 1
      for ahead in (from + 1)..<min(points.count, from + 60) {
        let way = points[ahead] - points[from]
        let steps = max(1, Int(VectorMath.length(way) / 0.03))
        let isOpen = (0...steps).allSatisfy {
          grid.isClear(points[from] + way * (Double($0) / Double(steps)), by: margin)
        }
        guard isOpen else { break }
        to = ahead
      }
      out.append(points[to])
      from = to
    }
    return out
  }
}
