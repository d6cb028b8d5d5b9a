import Assets
import Furniture
import Geometry
import InteriorSurfaces
import Testing
import VectorMath
import WorldModel

/// What holds for every kitchen: its things fit the wall and each other.
@Suite struct KitchenRunTests {
  static let lengths = [1.2, 1.8, 2.37, 3.0, 3.64, 4.5, 6.0]
  static let looks = StylePack.allCases.enumerated().map { i, style in
    Look(style: style, palette: Palette(style, variant: i), variation: AssetVariation(seed: UInt64(i + 11)))
  }

  static func run(
    _ length: Double, _ look: Look, _ needs: KitchenNeeds = .usual, low: KitchenRun.End = .open,
    high: KitchenRun.End = .open
  ) -> KitchenRun {
    KitchenRun(
      length: length,
      modules: KitchenRun.modules(for: length, needs: needs, look: look, low: low, high: high), look: look,
      low: low, high: high)
  }

  /// The box of a piece in the run's frame.
  static func box(_ piece: KitchenRun.Piece) -> Box3 {
    var box = piece.asset.restBounds
    box.min += piece.at
    box.max += piece.at
    return box
  }

  @Test(arguments: lengths) func modulesFillTheLength(_ length: Double) {
    for look in Self.looks {
      for (low, high) in [(KitchenRun.End.open, KitchenRun.End.open), (.corner, .open), (.open, .meets)] {
        let run = Self.run(length, look, [.usual, .tower], low: low, high: high)
        let free = length - (high == .meets ? KitchenRun.kept : 0)
        let sum = run.modules.reduce(0) { $0 + $1.width }
        #expect((sum - free).magnitude < 1e-6, "\(sum) m of \(free) m")
        #expect(run.modules.allSatisfy { $0.width > 0.001 })
        #expect(run.modules.filter { $0.kind == .sink }.count <= 1)
      }
    }
  }

  @Test func aUsualKitchenHasWhatItNeeds() {
    for look in Self.looks {
      let classes = Set(Self.run(3.6, look).pieces.map(\.asset.nativeClass.name))
      for name in [
        "kitchen_base_cabinet", "kitchen_wall_cabinet", "kitchen_counter", "kitchen_sink", "hob", "oven",
        "range_hood", "dishwasher", "refrigerator",
      ] { #expect(classes.contains(name), "\(name)") }
    }
  }

  @Test(arguments: lengths) func piecesStayInTheRun(_ length: Double) {
    for look in Self.looks {
      for piece in Self.run(length, look).pieces {
        let box = Self.box(piece)
        #expect(box.min.x > -0.002 && box.max.x < 0.9, "\(piece.asset.name)")
        #expect(box.min.y > -length / 2 - 0.002 && box.max.y < length / 2 + 0.002, "\(piece.asset.name)")
        #expect(box.min.z > -0.002 && box.max.z < 2.61, "\(piece.asset.name)")
      }
    }
  }

  /// Things that stand side by side share no room; what is let into another thing is left out.
  @Test(arguments: lengths) func neighboursDoNotOverlap(_ length: Double) {
    let beside: Set<String> = [
      "kitchen_base_cabinet", "kitchen_wall_cabinet", "dishwasher", "refrigerator", "range_hood",
      "kitchen_tall_cabinet",
    ]
    for look in Self.looks {
      let boxes = Self.run(length, look, [.usual, .tower]).pieces.filter { beside.contains($0.asset.name) }
        .map { ($0.asset.name, Self.box($0)) }
      for (i, a) in boxes.enumerated() {
        for b in boxes[..<i] {
          let low = maximum(a.1.min, b.1.min)
          let high = minimum(a.1.max, b.1.max)
          #expect(
            least(high - low) < 0.003, "\(a.0) at \(a.1.min.y) and \(b.0) at \(b.1.min.y) overlap")
        }
      }
    }
  }

  @Test func windowsStayFree() {
    for look in Self.looks {
      let window = -0.4...0.7
      var run = Self.run(3.4, look)
      run.windows = [window]
      for piece in run.pieces where ["kitchen_wall_cabinet", "range_hood"].contains(piece.asset.name) {
        let box = Self.box(piece)
        #expect(box.max.y <= window.lowerBound + 1e-6 || box.min.y >= window.upperBound - 1e-6)
      }
    }
  }

  /// Two runs make an L: turned to its wall, the second one keeps clear of the first.
  @Test func runsMeetInACorner() {
    let (a, b) = (3.2, 2.4)
    for look in Self.looks {
      let first = Self.run(a, look, low: .corner)
      let second = Self.run(b, look, [], high: .meets)
      #expect(first.modules.first?.kind == .corner)
      let taken = first.pieces.map { ($0.asset.name, Self.box($0)) }
      for piece in second.pieces {
        // The second wall lies at y = −a/2 and looks along +y: x becomes y, y becomes −x.
        let box = Self.box(piece)
        let low = Vector3(b / 2 - box.max.y, box.min.x - a / 2, box.min.z)
        let high = Vector3(b / 2 - box.min.y, box.max.x - a / 2, box.max.z)
        for other in taken {
          let overlap = minimum(high, other.1.max) - maximum(low, other.1.min)
          // Handles of a blind front may touch the other row's worktop from below.
          #expect(least(overlap) < 0.05, "\(piece.asset.name) in \(other.0)")
        }
      }
    }
  }
}
