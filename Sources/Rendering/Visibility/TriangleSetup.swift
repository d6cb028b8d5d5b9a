import CLanes
import Geometry
import VectorMath
import WorldModel

/// Turns the pieces of a snapshot into raster triangles: transform, clip, cull, plane of inverse depth.
///
/// Record 0 stands for "nothing"; records of one piece are contiguous and pieces keep the snapshot's order.
final class TriangleSetup {
  let vertices: VertexStage
  let records = ScratchBuffer<RasterTriangle>(capacity: 1 << 14)
  private(set) var count = 1
  /// First record of each piece; one more entry at the end.
  private(set) var firstRecords: [Int32] = []
  /// How far from pixel centres colour samples lie, 1/256 pixel: triangles that only they hit are kept.
  var sampleSpread: Int32 = 0

  init(transform: PointTransform) { vertices = VertexStage(transform: transform) }

  /// - Parameters:
  ///   - cameraFromPieces: one quantised map a piece.
  ///   - canvas: pixels to be rasterised.
  ///   - pieces: which pieces take part; others get no record.
  func run(
    _ snapshot: Snapshot, cameraFromPieces: [AffineTransform], lens: Lens, canvas: PixelRectangle,
    doubleSided: [Bool], include: (Int) -> Bool = { _ in true }
  ) {
    count = 1
    firstRecords.removeAll(keepingCapacity: true)
    records.base[0] = RasterTriangle(
      x0: 0, y0: 0, x1: 0, y1: 0, x2: 0, y2: 0, minU: 0, minV: 0, maxU: -1, maxV: -1, refU: 0, refV: 0, w: 0,
      wu: 0, wv: 0,
      wMin: 0, wMax: 0, piece: -1, triangle: -1)
    for (index, piece) in snapshot.pieces.enumerated() {
      firstRecords.append(Int32(count))
      guard include(index) else { continue }
      let map = cameraFromPieces[index]
      let deformed = piece.deformedPositions
      guard !lens.isOutside(piece.bounds, map, canvas) else { continue }
      let rows = deformed.map(PointRows.init) ?? piece.mesh.rows
      vertices.run(rows, cameraFromMesh: map, lens: lens, canvas: canvas, spread: sampleSpread)
      // A mirrored placement turns the winding round (glTF 2.0 §3.7.4).
      let facing = Facing(
        sign: piece.worldFromMesh.linear.determinant < 0 ? -1 : 1, doubleSided: doubleSided[index])
      setUp(piece.mesh.triangles, piece: Int32(index), lens: lens, canvas: canvas, facing: facing)
    }
    firstRecords.append(Int32(count))
  }

  /// Which sides of a piece's triangles are seen.
  struct Facing {
    /// −1 for mirrored placements, else 1.
    var sign: Int64
    var doubleSided: Bool
  }

  private func setUp(
    _ triangles: [SIMD3<UInt32>], piece: Int32, lens: Lens, canvas: PixelRectangle, facing: Facing
  ) {
    let n = triangles.count
    records.reserve(count + 6 * 64 + n, keeping: count)
    let u = vertices.u
    let v = vertices.v
    let codes = vertices.codes
    let centre = lens.centre
    let limits = SIMD4<Int32>(
      Int32(canvas.minU), Int32(canvas.minV), Int32(canvas.maxU - 1), Int32(canvas.maxV - 1))
    triangles.withUnsafeBufferPointer { list in
      for t in 0..<n {
        let triangle = list[t]
        let a = Int(truncatingIfNeeded: triangle.x)
        let b = Int(truncatingIfNeeded: triangle.y)
        let c = Int(truncatingIfNeeded: triangle.z)
        let (ca, cb, cc) = (codes[a], codes[b], codes[c])
        if ca & cb & cc & VertexStage.Outcode.outside != 0 { continue }
        if (ca | cb | cc) & VertexStage.Outcode.needsClipping != 0 {
          clipped(a, b, c, piece: piece, triangle: Int32(t), lens: lens, limits: limits, facing: facing)
          records.reserve(count + 6 * 64 + (n - t), keeping: count)
          continue
        }
        emit(
          u[a], v[a], u[b], v[b], u[c], v[c], limits: limits, centre: centre, facing: facing, piece: piece,
          triangle: Int32(t)
        ) {
          InverseDepthPlane(
            vertices.cameraPoint(a), vertices.cameraPoint(b), vertices.cameraPoint(c), lens: lens)
        }
      }
    }
  }

  @inline(never)
  private func clipped(
    _ a: Int, _ b: Int, _ c: Int, piece: Int32, triangle: Int32, lens: Lens, limits: SIMD4<Int32>,
    facing: Facing
  ) {
    let (p, q, r) = (vertices.cameraPoint(a), vertices.cameraPoint(b), vertices.cameraPoint(c))
    let polygon = NearClipping(lens: lens, guardPixels: VertexStage.guardPixels - 1).clip(p, q, r)
    guard polygon.count >= 3 else { return }
    let centre = lens.centre
    let first = VertexStage.snap(polygon.corners[0], lens)
    for i in 1..<(polygon.count - 1) {
      let second = VertexStage.snap(polygon.corners[i], lens)
      let third = VertexStage.snap(polygon.corners[i + 1], lens)
      emit(
        first.x, first.y, second.x, second.y, third.x, third.y, limits: limits, centre: centre,
        facing: facing, piece: piece, triangle: triangle
      ) { InverseDepthPlane(p, q, r, lens: lens) }
    }
  }

  /// Adds a record unless the triangle faces away or covers no pixel centre.
  @inline(__always)
  private func emit(
    _ x0: Int32, _ y0: Int32, _ x1: Int32, _ y1: Int32, _ x2: Int32, _ y2: Int32, limits: SIMD4<Int32>,
    centre: SIMD2<Int32>, facing: Facing, piece: Int32, triangle: Int32, plane: () -> InverseDepthPlane
  ) {
    let area = Int64(x1 &- x0) &* Int64(y2 &- y0) &- Int64(x2 &- x0) &* Int64(y1 &- y0)
    // Counter-clockwise from outside is negative with y down.
    if area == 0 || (!facing.doubleSided && area &* facing.sign > 0) { return }
    let (lowU, highU) = RasterTriangle.centres(x0, x1, x2, spread: sampleSpread)
    let minU = max(lowU, limits.x)
    let maxU = min(highU, limits.z)
    if minU > maxU { return }
    let (lowV, highV) = RasterTriangle.centres(y0, y1, y2, spread: sampleSpread)
    let minV = max(lowV, limits.y)
    let maxV = min(highV, limits.w)
    if minV > maxV { return }
    let p = plane()
    let refU = RasterTriangle.reference(x0, x1, x2, centre: centre.x)
    let refV = RasterTriangle.reference(y0, y1, y2, centre: centre.y)
    let u = Double(refU)
    let v = Double(refV)
    let flip = area < 0
    records.base[count] = RasterTriangle(
      x0: x0, y0: y0, x1: flip ? x2 : x1, y1: flip ? y2 : y1, x2: flip ? x1 : x2, y2: flip ? y1 : y2,
      minU: minU, minV: minV, maxU: maxU, maxV: maxV, refU: refU, refV: refV,
      w: Float(p.wu * u + p.wv * v + p.w0), wu: Float(p.wu),
      wv: Float(p.wv), wMin: Float(p.low), wMax: Float(p.high), piece: piece, triangle: triangle)
    count &+= 1
  }
}
