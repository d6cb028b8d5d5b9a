import RandomStreams
import VectorMath
import WorldModel

/// Fits stairs into a rectangular shaft that is entered from one side on every storey.
///
/// The shaft's frame: u along the side with the ways in, v away from it, metres, the origin in a corner. Steps keep the
/// usual measures of homes: risers of 0.16 to 0.19 m, goings of 0.24 to 0.29 m, two risers and a going 0.60 to 0.65 m.
struct StairDesign {
  /// The shaft's clear floor.
  var width: Double
  var depth: Double
  /// Between the floors of two storeys, metres.
  var rise: Double

  /// How narrow flights, and how short landings and what lies before the steps may be, metres.
  static let least = (flight: 0.85, landing: 0.85, front: 0.85)
  static let risers = 0.16...0.19
  static let goings = 0.24...0.29
  static let strides = 0.60...0.65

  /// How far railings stand in from the open edges of flights and landings, metres.
  static let railInset = 0.04

  /// The measures of a stair in the shaft's frame.
  struct Fit: Hashable {
    var form: HomePlan.Stair.Form
    /// Of all flights together, and of the first.
    var risers: Int
    var first: Int
    var going: Double
    var flight: Double
    /// From the ways in to the steps, on the side where one arrives.
    var front: Double
  }

  /// All fits of a form over the numbers of risers and some goings; none where the shaft is too small.
  func fits(_ form: HomePlan.Stair.Form) -> [Fit] {
    let counts =
      Int(
        (rise / Self.risers.upperBound - 1e-9).rounded(.up))...max(
        Int((rise / Self.risers.upperBound - 1e-9).rounded(.up)),
        Int((rise / Self.risers.lowerBound + 1e-9).rounded(.down)))
    return counts.flatMap { count -> [Fit] in
      let riser = rise / Double(count)
      guard Self.risers.contains(riser) else { return [] }
      let goings = (24...29).map { Double($0) / 100 }.filter { Self.strides.contains(2 * riser + $0) }
      return goings.flatMap { fits(form, count, going: $0) }
    }
  }

  private func fits(_ form: HomePlan.Stair.Form, _ count: Int, going: Double) -> [Fit] {
    let least = Self.least
    func fit(_ first: Int, _ flight: Double, _ front: Double) -> Fit? {
      flight >= least.flight - 1e-9 && front >= least.front - 1e-9
        ? Fit(form: form, risers: count, first: first, going: going, flight: flight, front: front) : nil
    }
    switch form {
    case .halfTurn:
      guard count % 2 == 0 else { return [] }
      let flight = min(1.1, (width - 0.1) / 2)
      let run = Double(count / 2 - 1) * going
      // A landing no shorter than the flights are wide; what is over is divided.
      let over = depth - run - max(flight, least.landing) - least.front
      guard over >= -1e-9 else { return [] }
      return [fit(count / 2, flight, least.front + max(0, over) * 0.6)].compactMap { $0 }
    case .quarterTurn:
      return (4...max(4, count - 4)).compactMap { first in
        [1.0, 0.9].lazy.compactMap { flight -> Fit? in
          let before = width - flight - Double(first - 1) * going
          let front = depth - flight - Double(count - first - 1) * going
          guard before >= least.front - 1e-9, before <= 2.2, front <= 2 else { return nil }
          return fit(first, flight, front)
        }.first
      }
    case .straight:
      // The gallery back is as wide as the flight.
      let flight = min(1.1, width / 2)
      let run = Double(count - 1) * going
      let over = depth - run - least.landing - least.front
      guard over >= -1e-9 else { return [] }
      return [fit(count, flight, least.front + max(0, over) * 0.5)].compactMap { $0 }
    }
  }

  /// A fit of a form as chance has it; `nil` where there is none.
  func fit(among forms: [HomePlan.Stair.Form], _ chance: inout RandomStream) -> Fit? {
    let possible = forms.map(fits).filter { !$0.isEmpty }
    return chance.choose(possible).flatMap { chance.choose($0) }
  }

  /// The stair from one storey to the next.
  ///
  /// - Parameters:
  ///   - place: world of a place (u, v) of the shaft; along the axes, perhaps mirrored.
  ///   - floor: of the lower storey.
  ///   - upper: of the upper one, `rise` above it.
  ///   - goesOn: whether another stair of the same fit begins on the upper storey.
  func stair(
    _ fit: Fit, room: Int, floor: Double, upper: Double, goesOn: Bool,
    place: @escaping (Vector2) -> Vector2
  ) -> HomePlan.Stair {
    var parts = Parts(place: place, riser: rise / Double(fit.risers), going: fit.going, width: fit.flight)
    let (w, f, i) = (fit.flight, fit.front, Self.railInset)
    let run = Double(fit.first - 1) * fit.going
    switch fit.form {
    case .halfTurn:
      let end = f + run
      parts.flight(from: Vector2(w / 2, f), Vector2(0, 1), fit.first, base: floor)
      let middle = parts.top
      parts.landing(Vector2(0, end), Vector2(width, depth), middle)
      parts.flight(from: Vector2(width - w / 2, end), Vector2(0, -1), fit.risers - fit.first, base: middle)
      parts.landing(.zero, Vector2(width, f), upper)
      // Both inner sides, the well's edge on the landing, and above the well and the way down.
      parts.rail(Vector2(w - i, f), Vector2(w - i, end), floor + parts.riser, middle)
      parts.rail(Vector2(w - i, end + i), Vector2(width - w + i, end + i), middle, middle)
      parts.rail(Vector2(width - w + i, end), Vector2(width - w + i, f), middle + parts.riser, upper)
      parts.rail(Vector2(goesOn ? w - i : 0, f - i), Vector2(width - w + i, f - i), upper, upper)
    case .quarterTurn:
      let before = width - w - run
      parts.flight(from: Vector2(before, depth - w / 2), Vector2(1, 0), fit.first, base: floor)
      let middle = parts.top
      parts.landing(Vector2(width - w, depth - w), Vector2(width, depth), middle)
      parts.flight(
        from: Vector2(width - w / 2, depth - w), Vector2(0, -1), fit.risers - fit.first, base: middle)
      parts.landing(.zero, Vector2(width, f), upper)
      parts.rail(
        Vector2(before, depth - w + i), Vector2(width - w, depth - w + i), floor + parts.riser, middle)
      parts.rail(
        Vector2(width - w + i, depth - w), Vector2(width - w + i, f), middle + parts.riser, upper)
      if goesOn {
        // One walks on along the wall to the foot of the next.
        parts.landing(Vector2(0, f), Vector2(before, depth), upper)
        parts.rail(Vector2(before - i, f - i), Vector2(width - w + i, f - i), upper, upper)
        parts.rail(Vector2(before - i, f - i), Vector2(before - i, depth - w), upper, upper)
      } else {
        parts.rail(Vector2(0, f - i), Vector2(width - w + i, f - i), upper, upper)
      }
    case .straight:
      let end = f + run
      parts.flight(from: Vector2(w / 2, f), Vector2(0, 1), fit.first, base: floor)
      parts.landing(Vector2(0, end), Vector2(width, depth), upper)
      parts.landing(Vector2(w, f), Vector2(width, end), upper)
      parts.landing(.zero, Vector2(width, f), upper)
      parts.rail(Vector2(w - i, f), Vector2(w - i, end), floor + parts.riser, upper)
      // The gallery's own.
      parts.rail(Vector2(w + i, goesOn ? f : f - i), Vector2(w + i, end), upper, upper)
      if !goesOn { parts.rail(Vector2(0, f - i), Vector2(w + i, f - i), upper, upper) }
    }
    return HomePlan.Stair(
      form: fit.form, room: room, flights: parts.flights, landings: parts.landings, rails: parts.rails)
  }

  /// What a stair consists of, in the world.
  private struct Parts {
    let place: (Vector2) -> Vector2
    let riser: Double
    let going: Double
    let width: Double
    var flights: [HomePlan.Stair.Flight] = []
    var landings: [HomePlan.Stair.Landing] = []
    var rails: [HomePlan.Stair.Rail] = []

    init(place: @escaping (Vector2) -> Vector2, riser: Double, going: Double, width: Double) {
      self.place = place
      self.riser = riser
      self.going = going
      self.width = width
    }

    var top: Double { flights.last?.top ?? 0 }

    mutating func flight(from foot: Vector2, _ way: Vector2, _ risers: Int, base: Double) {
      flights.append(
        HomePlan.Stair.Flight(
          foot: place(foot), direction: normalized(place(foot + way) - place(foot)), width: width, base: base,
          risers: risers, riser: riser, going: going))
    }

    mutating func landing(_ a: Vector2, _ b: Vector2, _ top: Double) {
      let (p, q) = (place(a), place(b))
      landings.append(
        HomePlan.Stair.Landing(
          low: Vector2(min(p.x, q.x), min(p.y, q.y)), high: Vector2(max(p.x, q.x), max(p.y, q.y)), top: top))
    }

    mutating func rail(_ a: Vector2, _ b: Vector2, _ low: Double, _ high: Double) {
      guard length(b - a) > 1e-6 else { return }
      let (p, q) = (place(a), place(b))
      rails.append(
        HomePlan.Stair.Rail(from: Vector3(p.x, p.y, low), to: Vector3(q.x, q.y, high)))
    }
  }
}
