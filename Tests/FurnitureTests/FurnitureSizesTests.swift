import Assets
import Furniture
import Geometry
import InteriorSurfaces
import Testing
import VectorMath
import WorldModel

/// Furniture has the sizes that people build it in, whatever the look: many seeds, all styles.
@Suite struct FurnitureSizesTests {
  /// What a kind measures at least and at most, metres: depth (x), width (y), height (z).
  struct Sizes: Sendable {
    var name: String
    var least: Vector3
    var most: Vector3

    init(_ name: String, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ z: ClosedRange<Double>) {
      self.name = name
      least = Vector3(x.lowerBound, y.lowerBound, z.lowerBound)
      most = Vector3(x.upperBound, y.upperBound, z.upperBound)
    }
  }

  static let sizes = [
    Sizes("sofa", 0.8...1.1, 1.8...2.5, 0.7...0.98),
    Sizes("sofa_two_seater", 0.8...1.1, 1.3...1.8, 0.7...0.98),
    Sizes("sofa_corner", 1.4...2.4, 2.2...3, 0.7...0.98),
    Sizes("armchair", 0.65...1.1, 0.6...1.1, 0.68...1.2),
    Sizes("ottoman", 0.4...0.8, 0.4...0.9, 0.3...0.5), Sizes("double_bed", 1.9...2.3, 1.4...2.1, 0.8...1.4),
    Sizes("single_bed", 1.9...2.3, 0.8...1.5, 0.8...1.4), Sizes("wardrobe", 0.5...0.7, 0.9...2.3, 1.9...2.4),
    Sizes("dining_table", 0.75...1.35, 0.9...2.2, 0.7...0.78),
    Sizes("coffee_table", 0.45...1, 0.65...1.4, 0.28...0.5),
    Sizes("dining_chair", 0.42...0.68, 0.4...0.62, 0.76...1.16),
    Sizes("office_chair", 0.5...0.85, 0.5...0.75, 0.75...1.4),
    Sizes("desk", 0.5...0.8, 1...1.7, 0.7...0.78), Sizes("bookshelf", 0.22...0.4, 0.6...1.4, 1.4...2.2),
    Sizes("tv_stand", 0.32...0.5, 1.2...2.1, 0.38...0.6),
    Sizes("nightstand", 0.34...0.5, 0.38...0.56, 0.45...0.64),
    Sizes("stool", 0.25...0.45, 0.25...0.45, 0.4...0.52),
    Sizes("bar_stool", 0.32...0.55, 0.32...0.55, 0.6...1.1),
    Sizes("piano", 0.5...0.7, 1.4...1.6, 1...1.35), Sizes("cot", 0.6...0.8, 1.2...1.4, 0.8...1),
    Sizes("bunk_bed", 0.9...1.2, 2...2.2, 1.4...1.9),
  ]

  @Test(arguments: sizes.map(\.name)) func measuresWhatItShould(_ name: String) throws {
    let entry = try #require(FurnitureCatalog.named(name))
    let range = try #require(Self.sizes.first { $0.name == name })
    for seed in 0..<18 {
      let style = StylePack.allCases[seed % StylePack.allCases.count]
      let look = Look(
        style: style, palette: Palette(style, variant: seed / 6),
        variation: AssetVariation(seed: UInt64(100 + seed)))
      let asset = entry.make(look)
      let size = asset.restBounds.size
      for k in 0..<3 {
        #expect(
          size[k] >= range.least[k] && size[k] <= range.most[k],
          "\(name), seed \(seed), \(style): axis \(k) measures \(size[k]) m")
      }
      let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
      #expect(triangles <= 12000, "seed \(seed): \(triangles) triangles")
    }
  }

  /// One sits at the height of a knee: the seat's surface below the middle of the sitter lies there.
  @Test(arguments: ["dining_chair", "stool", "folding_chair", "office_chair"]) func seatsAreAtKneeHeight(
    _ name: String
  )
    throws
  {
    let entry = try #require(FurnitureCatalog.named(name))
    for seed in 0..<12 {
      let style = StylePack.allCases[seed % StylePack.allCases.count]
      let asset = entry.make(Look(style: style, variation: AssetVariation(seed: UInt64(200 + seed))))
      let seats = asset.pieces.filter { asset.parts[$0.part] == "seat" }.map(\.mesh)
      let top = try #require(seats.compactMap { highest(of: $0, above: Vector2(0.021, 0.013)) }.max())
      #expect(top > 0.39 && top < 0.56, "\(name), seed \(seed): \(top) m")
    }
  }

  /// The height of a mesh's highest triangle over a place of the plan.
  private func highest(of mesh: Mesh, above p: Vector2) -> Double? {
    var best: Double?
    for t in mesh.triangles {
      let corners = [t.x, t.y, t.z].map { Vector3(mesh.positions[Int($0)]) }
      let flat = corners.map { Vector2($0.x, $0.y) - p }
      let weights = (0..<3).map { cross(flat[($0 + 1) % 3], flat[($0 + 2) % 3]) }
      guard weights.allSatisfy({ $0 > 0 }) || weights.allSatisfy({ $0 < 0 }) else { continue }
      let z = (0..<3).reduce(0) { $0 + weights[$1] * corners[$1].z } / weights.reduce(0, +)
      best = max(best ?? z, z)
    }
    return best
  }
}
