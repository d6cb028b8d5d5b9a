import VectorMath

/// The triangles that rays through one face met, numbered as the rasteriser numbers its own: 0 = nothing.
final class RayRecords {
  let records = ScratchBuffer<RasterTriangle>(capacity: 1 << 12)
  private(set) var count = 1
  /// The record of each triangle of the snapshot; 0 = none yet.
  private var known: [Int32] = []
  /// The triangles that have one.
  private var numbers: [Int] = []

  /// Forgets all.
  func begin(triangles: Int) {
    if known.count == triangles {
      for number in numbers { known[number] = 0 }
    } else {
      known = [Int32](repeating: 0, count: triangles)
    }
    numbers.removeAll(keepingCapacity: true)
    count = 1
    records.base[0] = Self.record(piece: -1, triangle: -1, u: 0, v: 0)
  }

  /// The record of what a ray met.
  ///
  /// - Parameters:
  ///   - number: of the triangle among all of the snapshot.
  ///   - u, v: where on the face's image the ray passes: planes are anchored where a triangle is first met.
  func record(_ hit: RayCaster.Hit, number: Int, u: Double, v: Double) -> Int32 {
    if known[number] != 0 { return known[number] }
    let id = Int32(count)
    records.reserve(count + 1, keeping: count)
    records.base[count] = Self.record(
      piece: Int32(hit.piece), triangle: Int32(hit.triangle), u: Int32(u.rounded()), v: Int32(v.rounded()))
    known[number] = id
    numbers.append(number)
    count += 1
    return id
  }

  private static func record(piece: Int32, triangle: Int32, u: Int32, v: Int32) -> RasterTriangle {
    RasterTriangle(
      x0: 0, y0: 0, x1: 0, y1: 0, x2: 0, y2: 0, minU: 0, minV: 0, maxU: -1, maxV: -1, refU: u, refV: v, w: 0,
      wu: 0, wv: 0, wMin: 0, wMax: 0, piece: piece, triangle: triangle)
  }
}
