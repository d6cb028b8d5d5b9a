import RoadNetwork
import VectorMath

/// Drives vehicles along their lines, each behind whatever is in its way (the intelligent driver model of Treiber,
/// Hennecke and Helbing, 2000).
///
/// What is in a vehicle's way is seen, not looked up: the first place ahead on its line where another body stands.
/// So merging, crossing and oncoming traffic need no rules of their own.
struct TrafficSimulation {
  /// Seconds between two steps, and between two keys of tracks.
  static let step = 0.05
  private static let acceleration = 1.4
  private static let comfortableBraking = 1.8
  private static let hardestBraking = 3.0
  private static let standstillGap = 2.0
  private static let timeGap = 1.3

  let vehicles: [TrafficVehicle]
  /// Metres along each vehicle's line at each step.
  private(set) var distances: [[Double]]
  private(set) var speeds: [[Double]]

  /// - Parameter steps: how many after the first moment.
  init(_ vehicles: [TrafficVehicle], steps: Int) {
    self.vehicles = vehicles
    distances = vehicles.map { [$0.start] }
    speeds = []
    var prints = vehicles.map { $0.footprint(at: $0.start) }
    var current = Self.startSpeeds(vehicles, prints)
    speeds = current.map { [$0] }
    var at = vehicles.map(\.start)
    for _ in 0..<max(0, steps) {
      let before = (prints, current)
      for i in vehicles.indices {
        let v = current[i]
        let obstacle = Self.obstacle(i, vehicles, at[i], before.0, before.1)
        let a = Self.acceleration(v, wanted: vehicles[i].temper * vehicles[i].line.speed(at: at[i]), obstacle)
        // Speed follows the line's own profile down, which brakes evenly.
        let next = max(0, v + a * Self.step)
        let target = vehicles[i].temper * vehicles[i].line.speed(at: at[i] + (v + next) / 2 * Self.step)
        current[i] = max(min(next, target), v - Self.hardestBraking * Self.step, 0)
        at[i] += (v + current[i]) / 2 * Self.step
      }
      for i in vehicles.indices {
        distances[i].append(at[i])
        speeds[i].append(current[i])
        prints[i] = vehicles[i].footprint(at: at[i])
      }
    }
  }

  /// The vehicles, but those that would run into one before them in the list; the first always stays.
  ///
  /// After each removal the rest drives anew, for they need not react to what is gone.
  static func resolved(_ vehicles: [TrafficVehicle], steps: Int) -> (
    simulation: TrafficSimulation, kept: [Int]
  ) {
    var kept = Array(vehicles.indices)
    var simulation = TrafficSimulation(vehicles, steps: steps)
    while true {
      let lost = simulation.colliding()
      guard !lost.isEmpty else { return (simulation, kept) }
      kept = kept.indices.filter { !lost.contains($0) }.map { kept[$0] }
      simulation = TrafficSimulation(kept.map { vehicles[$0] }, steps: steps)
    }
  }

  /// Indices of vehicles whose body meets that of an earlier one at some time, ascending.
  private func colliding() -> [Int] {
    guard let count = distances.first?.count else { return [] }
    var lost = [Bool](repeating: false, count: vehicles.count)
    for k in stride(from: 0, to: count, by: 2) {
      let prints = vehicles.indices.map { vehicles[$0].footprint(at: distances[$0][k]) }
      for j in vehicles.indices.dropFirst() where !lost[j] {
        lost[j] = (0..<j).contains { !lost[$0] && prints[$0].overlaps(prints[j], gap: 0.12) }
      }
    }
    return vehicles.indices.filter { lost[$0] }
  }

  private typealias Obstacle = (gap: Double, speed: Double)

  private static func acceleration(_ v: Double, wanted: Double, _ obstacle: Obstacle?) -> Double {
    guard wanted > 0.01 else { return v > 0 ? -comfortableBraking : 0 }
    let ratio = v / wanted
    var a = acceleration * (1 - ratio * ratio * ratio * ratio)
    if let obstacle {
      let closing = v * (v - obstacle.speed) / (2 * (acceleration * comfortableBraking).squareRoot())
      let wish = standstillGap + max(0, v * timeGap + closing)
      let share = wish / max(0.1, obstacle.gap)
      a -= acceleration * share * share
    }
    return max(-hardestBraking, min(acceleration, a))
  }

  /// The first body ahead on the line of vehicle `i`: the free way to it, and its speed along that way.
  private static func obstacle(
    _ i: Int, _ vehicles: [TrafficVehicle], _ distance: Double, _ prints: [Footprint], _ speeds: [Double],
    sight wanted: Double? = nil
  ) -> Obstacle? {
    let own = vehicles[i]
    let v = speeds[i]
    let sight = wanted ?? min(70, 12 + v * v / 3 + 2 * v)
    let near = prints.indices.filter { j in
      guard j != i, prints[j].low < prints[i].high, prints[i].low < prints[j].high else { return false }
      return length(prints[j].center - prints[i].center) < sight + own.body.length + prints[j].radius
    }
    guard !near.isEmpty else { return nil }
    let bumper = distance + own.body.ahead
    let margin = own.body.width / 2 + 0.15
    func hit(_ d: Double) -> Int? {
      let p = own.line.point(at: bumper + d)
      let q = Vector2(p.x, p.y)
      return near.first { prints[$0].distance(to: q) < margin }
    }
    var d = 0.0
    while d <= sight {
      if let j = hit(d) {
        var (low, high) = (max(0, d - 1.2), d)
        if d > 0 {
          for _ in 0..<7 {
            let middle = (low + high) / 2
            if hit(middle) == nil { low = middle } else { high = middle }
          }
        }
        let here = own.line.point(at: bumper + d)
        let ahead = own.line.point(at: bumper + d + 0.5)
        let way = normalized(Vector2(ahead.x - here.x, ahead.y - here.y))
        // The margin rounds the corridor's end; take it off again.
        return (max(0, high), max(0, dot(way, prints[j].forward) * speeds[j]))
      }
      d += 1.2
    }
    return nil
  }

  /// As fast as each may go without having to brake hard for whoever is ahead.
  private static func startSpeeds(_ vehicles: [TrafficVehicle], _ prints: [Footprint]) -> [Double] {
    let wish = vehicles.map { $0.temper * $0.line.speed(at: $0.start) }
    var speeds = wish
    for _ in 0..<4 {
      for i in vehicles.indices {
        guard let ahead = obstacle(i, vehicles, vehicles[i].start, prints, speeds, sight: 70) else {
          continue
        }
        let room = max(0, ahead.gap - standstillGap)
        speeds[i] = min(wish[i], min(room / timeGap, ahead.speed + (1.2 * room).squareRoot()))
      }
    }
    return speeds
  }
}
