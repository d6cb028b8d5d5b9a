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
  /// Materials with holes, by piece; empty when there is none.
  private var holes: [AlphaHoles?] = []

  /// Where a material with alpha is solid.
  private struct AlphaHoles {
    var threshold: Float
    var factor: Float
    var texture: Int32
  }

  init(transform: PointTransform) { setup = TriangleSetup(transform: transform) }

  /// - Parameters:
  ///   - area: the pixels to be drawn.
  ///   - spread: how far from pixel centres samples lie, 1/256 pixel.
  func prepare(
    _ snapshot: Snapshot, lens: Lens, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>,
    area: PixelRectangle,
    spread: Int32 = 0, atlas: TextureAtlas, include: (Int) -> Bool = { _ in true }
  ) {
    self.snapshot = snapshot
    self.lens = lens
    let cameraFromWorld = worldFromCamera.inverse.affine
    maps = snapshot.pieces.map { PointTransform.quantized(cameraFromWorld * $0.worldFromMesh) }
    setup.sampleSpread = spread
    setup.run(
      snapshot, cameraFromPieces: maps, lens: lens, canvas: area,
      doubleSided: snapshot.pieces.map { snapshot.materials[$0.material].isDoubleSided }, include: include)
    bins.fill(setup.records.base, 1..<setup.count, area: area)
    surfaces.begin(snapshot, cameraFromPieces: maps, lens: lens, recordCount: setup.count)
    let table = snapshot.materials.map { m -> AlphaHoles? in
      switch m.alpha {
      case .opaque: nil
      case .mask(let cutoff):
        AlphaHoles(threshold: cutoff, factor: m.baseColor.w, texture: atlas.index(m.baseColorTexture))
      case .blend: AlphaHoles(threshold: 0.5, factor: m.baseColor.w, texture: atlas.index(m.baseColorTexture))
      }
    }
    holes = table.contains { $0 != nil } ? snapshot.pieces.map { table[$0.material] } : []
  }

  /// Draws all records of a tile, sampling `shiftX`, `shiftY` 1/256 pixel off the centres.
  func draw(
    _ tile: Tile, column: Int, row: Int, shiftX: Int32 = 0, shiftY: Int32 = 0, sampling: TextureSampling
  ) {
    let rectangle = bins.rectangle(column: column, row: row)
    tile.clear()
    let list = bins.records(column: column, row: row)
    guard holes.isEmpty else {
      draw(tile, list, rectangle, shiftX, shiftY, sampling)
      return
    }
    for index in list {
      tile.draw(setup.records.base[Int(index)], index: index, in: rectangle, shiftX: shiftX, shiftY: shiftY)
    }
  }

  /// Draws a range of records alone, e.g. one entity's.
  func draw(_ tile: Tile, records: Range<Int>, in rectangle: PixelRectangle, sampling: TextureSampling) {
    tile.clear()
    for i in records { drawOne(tile, Int32(i), rectangle, 0, 0, sampling) }
  }

  private func draw(
    _ tile: Tile, _ list: UnsafeBufferPointer<Int32>, _ rectangle: PixelRectangle, _ shiftX: Int32,
    _ shiftY: Int32,
    _ sampling: TextureSampling
  ) {
    for index in list { drawOne(tile, index, rectangle, shiftX, shiftY, sampling) }
  }

  private func drawOne(
    _ tile: Tile, _ index: Int32, _ rectangle: PixelRectangle, _ shiftX: Int32, _ shiftY: Int32,
    _ sampling: TextureSampling
  ) {
    let record = setup.records.base[Int(index)]
    guard !holes.isEmpty, let hole = holes[Int(record.piece)] else {
      tile.draw(record, index: index, in: rectangle, shiftX: shiftX, shiftY: shiftY)
      return
    }
    surfaces.ensure(index, setup.records.base)
    let source = UniformLanes(row: surfaces.base + Int(index &* SurfaceTable.stride))
    let (sx, sy) = (Double(shiftX) / 256, Double(shiftY) / 256)
    tile.draw(record, index: index, in: rectangle, shiftX: shiftX, shiftY: shiftY) { _, u, v in
      let surface = SurfaceLanes(source, u: SIMD8(repeating: Double(u) + sx), v: Double(v) + sy)
      let t = surface.texture()
      let texel = sampling.sample(SIMD8(repeating: hole.texture), t.u, t.v, .zero, .zero, .zero, .zero)
      return Float(texel[0] >> 24) * hole.factor >= hole.threshold * 255
    }
  }
}
