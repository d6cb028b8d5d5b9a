import CLanes
import Geometry
import VectorMath
import WorldModel

/// Visibility of one view: set up, binned, drawn tile by tile.
final class VisibilityPass {
  let setup: TriangleSetup
  let surfaces = SurfaceTable()
  private(set) var lens = Lens(fx: 1, fy: 1, cx: 0, cy: 0, near: 1, inverseFx: 1, inverseFy: 1)
  private(set) var maps: [AffineTransform] = []
  private(set) var bins = TileBins()
  private var snapshot: Snapshot?
  /// Where pieces with alpha are solid; empty when there is none.
  private var holes: [AlphaCutout?] = []
  /// What each piece lets through of the light behind it, in colour alone: evenly tinted panes, which are solid for
  /// labels. Empty when there is none.
  private(set) var transmission: [Float] = []

  init(transform: PointTransform) { setup = TriangleSetup(transform: transform) }

  /// - Parameters:
  ///   - area: the pixels to be drawn.
  ///   - spread: how far from pixel centres samples lie, 1/256 pixel.
  ///   - wantsWeights: whether `surfaces.weights` will be read.
  ///   - bothSides: draw the backs of one-sided materials too, as light meets them.
  func prepare(
    _ snapshot: Snapshot, lens: Lens, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>,
    area: PixelRectangle,
    spread: Int32 = 0, bothSides: Bool = false, wantsWeights: Bool = false,
    include: (Int) -> Bool = { _ in true }
  ) {
    self.snapshot = snapshot
    self.lens = lens
    maps = snapshot.cameraFromPieces(worldFromCamera)
    setup.sampleSpread = spread
    setup.run(
      snapshot, cameraFromPieces: maps, lens: lens, canvas: area,
      doubleSided: snapshot.pieces.map { bothSides || snapshot.materials[$0.material].isDoubleSided },
      include: include)
    bins.fill(setup.records.base, 1..<setup.count, area: area)
    surfaces.begin(
      snapshot, cameraFromPieces: maps, worldFromCamera: worldFromCamera.rotation.matrix, lens: lens,
      recordCount: setup.count, wantsWeights: wantsWeights)
    let tints = snapshot.materials.map { $0.transmissionOfPane }
    transmission = tints.contains { $0 > 0 } ? snapshot.pieces.map { tints[$0.material] } : []
    let isCut = snapshot.materials.map { $0.alpha != .opaque }
    holes =
      isCut.contains(true)
      ? snapshot.pieces.map {
        isCut[$0.material] ? AlphaCutout(material: snapshot.materials[$0.material], mesh: $0.mesh) : nil
      } : []
  }

  /// Draws all records of a tile, sampling `shiftX`, `shiftY` 1/256 pixel off the centres.
  func draw(_ tile: Tile, column: Int, row: Int, shiftX: Int32 = 0, shiftY: Int32 = 0) {
    let rectangle = bins.rectangle(column: column, row: row)
    tile.clear()
    let list = bins.records(column: column, row: row)
    guard holes.isEmpty else {
      for index in list { drawOne(tile, index, rectangle, shiftX, shiftY) }
      return
    }
    // Records of a tile lie scattered: each is asked for some before it is drawn.
    for (i, index) in list.enumerated() {
      if i + 6 < list.count {
        let next = UnsafeRawPointer(setup.records.base + Int(list[i + 6]))
        lanes_prefetch(next)
        lanes_prefetch(next + 64)
      }
      tile.draw(setup.records.base[Int(index)], index: index, in: rectangle, shiftX: shiftX, shiftY: shiftY)
    }
  }

  /// Whether any record of a tile is a pane.
  func hasPanes(column: Int, row: Int) -> Bool {
    guard !transmission.isEmpty else { return false }
    return bins.records(column: column, row: row).contains {
      transmission[Int(setup.records.base[Int($0)].piece)] > 0
    }
  }

  /// As `draw`, without the panes: what is seen through them.
  func drawBehindPanes(_ tile: Tile, column: Int, row: Int, shiftX: Int32, shiftY: Int32) {
    let rectangle = bins.rectangle(column: column, row: row)
    tile.clear()
    for index in bins.records(column: column, row: row)
    where transmission[Int(setup.records.base[Int(index)].piece)] == 0 {
      drawOne(tile, index, rectangle, shiftX, shiftY)
    }
  }

  /// Draws a range of records alone, e.g. one entity's.
  func draw(_ tile: Tile, records: Range<Int>, in rectangle: PixelRectangle) {
    tile.clear()
    for i in records { drawOne(tile, Int32(i), rectangle, 0, 0) }
  }

  private func drawOne(
    _ tile: Tile, _ index: Int32, _ rectangle: PixelRectangle, _ shiftX: Int32, _ shiftY: Int32
  ) {
    let record = setup.records.base[Int(index)]
    guard !holes.isEmpty, let cutout = holes[Int(record.piece)] else {
      tile.draw(record, index: index, in: rectangle, shiftX: shiftX, shiftY: shiftY)
      return
    }
    if cutout.isAllHole { return }
    // Most records of a thing drawn alone lie beside the part of it in hand; a pixel more, for shifts.
    if Int(record.minU) > rectangle.maxU || Int(record.maxU) < rectangle.minU - 1
      || Int(record.minV) > rectangle.maxV || Int(record.maxV) < rectangle.minV - 1
    {
      return
    }
    guard cutout.isVarying, let sight = sight(of: record) else {
      tile.draw(record, index: index, in: rectangle, shiftX: shiftX, shiftY: shiftY)
      return
    }
    let (sx, sy) = (Double(shiftX) / 256, Double(shiftY) / 256)
    tile.draw(record, index: index, in: rectangle, shiftX: shiftX, shiftY: shiftY) { _, u, v in
      let b = sight.weights(Double(u) + sx, Double(v) + sy)
      return cutout.isSolid(triangle: sight.triangle, b1: b.b1, b2: b.b2)
    }
  }

  /// Which point of a triangle an image point shows.
  private struct Sight {
    let triangle: Int
    let lens: Lens
    /// Rows of the inverse of the matrix of corners, but for its determinant.
    let bc: Vector3
    let ca: Vector3
    let ab: Vector3

    /// Weights of the second and third corner.
    func weights(_ u: Double, _ v: Double) -> (b1: Double, b2: Double) {
      let ray = Vector3((u - lens.cx) * lens.inverseFx, (v - lens.cy) * lens.inverseFy, 1)
      let (a, b, c) = (dot(ray, bc), dot(ray, ca), dot(ray, ab))
      let r = 1 / (a + b + c)
      return (b * r, c * r)
    }
  }

  private func sight(of record: RasterTriangle) -> Sight? {
    guard let snapshot else { return nil }
    let piece = snapshot.pieces[Int(record.piece)]
    let t = piece.mesh.triangles[Int(record.triangle)]
    let (positions, map) = (piece.positions, maps[Int(record.piece)])
    let a = lens.flat(map * Vector3(positions[Int(t.x)]))
    let b = lens.flat(map * Vector3(positions[Int(t.y)]))
    let c = lens.flat(map * Vector3(positions[Int(t.z)]))
    return Sight(
      triangle: Int(record.triangle), lens: lens, bc: cross(b, c), ca: cross(c, a), ab: cross(a, b))
  }
}

extension Material {
  /// The share of the light behind that a surface lets through to pictures although labels see it as solid: that of an
  /// even, blended tint of which at least one half is the surface's own.
  fileprivate var transmissionOfPane: Float {
    guard alpha == .blend, baseColorTexture == nil, baseColor.w >= 0.5, baseColor.w < 1 else { return 0 }
    return 1 - baseColor.w
  }
}
