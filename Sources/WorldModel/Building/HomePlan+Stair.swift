package import VectorMath

extension HomePlan {
  /// The way from one storey to the next: flights of steps with landings between them, in a stairwell.
  ///
  /// World frame, metres. A flight of n risers has n − 1 treads of its own: its last riser leads onto a landing.
  package struct Stair: Sendable, Hashable {
    package enum Form: String, Sendable, Hashable, CaseIterable {
      /// One flight; a gallery leads back beside it.
      case straight
      /// Two flights at right angles, a landing in the corner.
      case quarterTurn = "quarter_turn"
      /// Two flights side by side, a landing as wide as both.
      case halfTurn = "half_turn"
    }

    package struct Flight: Sendable, Hashable {
      /// The middle of the lowest riser's foot.
      package var foot: Vector2
      /// Unit, the way up.
      package var direction: Vector2
      package var width: Double
      /// Height of the floor or landing on which it begins.
      package var base: Double
      package var risers: Int
      /// Height of a riser, and depth of a tread from nosing to nosing.
      package var riser: Double
      package var going: Double

      package init(
        foot: Vector2, direction: Vector2, width: Double, base: Double, risers: Int, riser: Double,
        going: Double
      ) {
        self.foot = foot
        self.direction = direction
        self.width = width
        self.base = base
        self.risers = risers
        self.riser = riser
        self.going = going
      }

      /// From the lowest riser to the highest, in the plan.
      package var length: Double { Double(max(0, risers - 1)) * going }
      /// Height of what it leads to.
      package var top: Double { base + Double(risers) * riser }
      /// The middle of the highest riser's foot.
      package var head: Vector2 { foot + direction * length }
      /// Unit, to the left of who goes up.
      package var left: Vector2 { Vector2(-direction.y, direction.x) }

      /// The floor under it up to a way from its foot, counter-clockwise.
      package func outline(to way: Double) -> [Vector2] {
        let (side, end) = (left * (width / 2), foot + direction * way)
        return [foot - side, end - side, end + side, foot + side]
      }
      package var outline: [Vector2] { outline(to: length) }
    }

    /// A level floor in the stairwell.
    package struct Landing: Sendable, Hashable {
      /// A rectangle along the axes, counter-clockwise.
      package var low: Vector2
      package var high: Vector2
      /// Height of its surface.
      package var top: Double

      package init(low: Vector2, high: Vector2, top: Double) {
        self.low = low
        self.high = high
        self.top = top
      }

      package var outline: [Vector2] { [low, Vector2(high.x, low.y), high, Vector2(low.x, high.y)] }
      /// Edges included: where two landings meet, one walks on.
      package func contains(_ p: Vector2) -> Bool {
        p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y
      }
    }

    /// The foot of a railing, from post to post: over the nosings beside a flight's open side, or along the edge of a
    /// landing, a little inside of it.
    package struct Rail: Sendable, Hashable {
      package var from: Vector3
      package var to: Vector3

      package init(from: Vector3, to: Vector3) {
        self.from = from
        self.to = to
      }
    }

    package var form: Form
    /// Index of the stairwell.
    package var room: Int
    /// Upwards.
    package var flights: [Flight]
    /// Between the flights, and at the level of the upper storey.
    package var landings: [Landing]
    /// At all open sides of flights and edges of landings that nothing goes on from.
    package var rails: [Rail]

    package init(form: Form, room: Int, flights: [Flight], landings: [Landing], rails: [Rail]) {
      self.form = form
      self.room = room
      self.flights = flights
      self.landings = landings
      self.rails = rails
    }

    /// Heights of the floors that it joins.
    package var bottom: Double { flights.first?.base ?? 0 }
    package var top: Double { flights.last?.top ?? 0 }

    /// How thick flights are below the line of their inner edges, upright, and landings between storeys; metres.
    package static let (waist, slab) = (0.14, 0.2)
  }
}
