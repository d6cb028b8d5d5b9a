package import Geometry
package import VectorMath

/// Whether places of a region are enclosed by a closed surface: what they can meet on their way out, gathered once for
/// all of them.
///
/// A place is inside where the surface is crossed outwards once more than inwards on the way to infinity. All ways are
/// parallel, so a triangle whose shadow along them misses the region's shadow is met from nowhere in it.
package struct Enclosure {
  /// A direction that no edge of furniture has.
  private static let way = Vector3(0.2672612419, 0.1543033499, 0.9511897312)

  /// A triangle, from one corner, and the bounds of its shadow on z = 0 (lowest, and highest negated).
  private struct Facet {
    var corner: Vector3
    var e: Vector3
    var f: Vector3
    var normal: Vector3
    var facing: Double
    var bounds: SIMD4<Double>
  }

  private var facets: [Facet] = []
  private let box: Box3

  /// - Parameter region: holds all places that will be asked for, world, metres.
  package init(_ part: SolidPart, for region: Box3) {
    box = part.box
    guard part.isClosed, region.meets(part.box) else { return }
    let shadows = region.corners.map(Self.shadow)
    // A hair wider than it is, so that rounding loses no triangle.
    let low = shadows.reduce(SIMD2(repeating: Double.infinity)) { pointwiseMin($0, $1) } - 1e-6
    let high = shadows.reduce(SIMD2(repeating: -Double.infinity)) { pointwiseMax($0, $1) } + 1e-6
    let reach = SIMD4(high.x, high.y, -low.x, -low.y)
    let behind = region.corners.reduce(Double.infinity) { min($0, dot($1, Self.way)) } - 1e-6
    for t in part.triangles {
      let (a, b, c) = part.corners(t)
      guard max(dot(a, Self.way), max(dot(b, Self.way), dot(c, Self.way))) > behind else { continue }
      let (p, q, r) = (Self.shadow(a), Self.shadow(b), Self.shadow(c))
      let (least, most) = (pointwiseMin(p, pointwiseMin(q, r)), pointwiseMax(p, pointwiseMax(q, r)))
      let bounds = SIMD4(least.x - 1e-9, least.y - 1e-9, -most.x - 1e-9, -most.y - 1e-9)
      guard all(bounds .<= reach) else { continue }
      let (e, f) = (b - a, c - a)
      let n = cross(e, f)
      let facing = dot(n, Self.way)
      if facing != 0 {
        facets.append(Facet(corner: a, e: e, f: f, normal: n, facing: facing, bounds: bounds))
      }
    }
  }

  /// Where a place's way crosses z = 0.
  private static func shadow(_ p: Vector3) -> SIMD2<Double> {
    SIMD2(p.x - p.z * (way.x / way.z), p.y - p.z * (way.y / way.z))
  }

  /// Whether a place of the region is inside; nothing is said of other places.
  package func contains(_ p: Vector3) -> Bool {
    guard !facets.isEmpty, box.contains(p) else { return false }
    let shadow = Self.shadow(p)
    let place = SIMD4(shadow.x, shadow.y, -shadow.x, -shadow.y)
    var crossings = 0
    for facet in facets where all(facet.bounds .<= place) {
      let s = facet.corner - p
      guard dot(facet.normal, s) / facet.facing > 0 else { continue }
      let r = cross(Self.way, s)
      let u = -dot(facet.f, r) / facet.facing
      let v = dot(facet.e, r) / facet.facing
      if u >= 0 && v >= 0 && u + v <= 1 { crossings += facet.facing > 0 ? 1 : -1 }
    }
    return crossings > 0
  }
}
