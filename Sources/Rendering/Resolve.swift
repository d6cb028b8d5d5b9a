import CLanes
import VectorMath
import WorldModel

/// The second pass: from each pixel's record to every output, once a pixel.
struct Resolve {
  let lens: Lens
  let surfaces: SurfaceTable
  let colour: BaseColour
  let records: UnsafePointer<RasterTriangle>
  /// Simple shading into `rgb`; nil when colour comes from `PhysicalShading`.
  let lambert: LambertShading?

  private let wanted: Wanted
  private let to: Outputs
  /// What the classes above hold, as plain memory: the loop over pixels counts no references.
  private let rows: UnsafePointer<Float>
  private let states: UnsafePointer<UInt8>
  private let pieceRows: UnsafePointer<Float>
  private let isMoving: (forward: Bool, backward: Bool)
  private let materialRows: UnsafePointer<Float>
  private let tints: UnsafePointer<Float>?

  /// Where each channel goes.
  private struct Outputs {
    let rowStride: Int
    let depths: UnsafeMutablePointer<Float>
    let instances: UnsafeMutablePointer<UInt32>
    let semantics: UnsafeMutablePointer<UInt16>
    let pieces: UnsafeMutablePointer<UInt32>
    let triangles: UnsafeMutablePointer<UInt32>
    let normals: UnsafeMutablePointer<Float>
    let faceNormals: UnsafeMutablePointer<Float>
    let uvs: UnsafeMutablePointer<Float>
    let rgbBytes: UnsafeMutablePointer<UInt8>
    let albedos: UnsafeMutablePointer<UInt8>
    let forward: UnsafeMutablePointer<Float>
    let backward: UnsafeMutablePointer<Float>

    init(_ buffers: FrameBuffers) {
      rowStride = buffers.rowStride
      depths = buffers.depths.base
      instances = buffers.instances.base
      semantics = buffers.semantics.base
      pieces = buffers.pieces.base
      triangles = buffers.triangles.base
      normals = buffers.normals.base
      faceNormals = buffers.faceNormals.base
      uvs = buffers.uvs.base
      rgbBytes = buffers.rgbBytes.base
      albedos = buffers.albedos.base
      forward = buffers.forward.base
      backward = buffers.backward.base
    }
  }

  /// The channels as plain flags, which the inner loop can test without a call.
  private struct Wanted {
    let depth: Bool
    let instance: Bool
    let semantic: Bool
    let visibility: Bool
    let normal: Bool
    let faceNormal: Bool
    let uv: Bool
    let albedo: Bool
    let flowForward: Bool
    let flowBackward: Bool

    init(_ channels: CaptureChannels) {
      depth = channels.contains(.depth)
      instance = channels.contains(.instance)
      semantic = channels.contains(.semantic)
      visibility = channels.contains(.visibility)
      normal = channels.contains(.normal)
      faceNormal = channels.contains(.faceNormal)
      uv = channels.contains(.uv)
      albedo = channels.contains(.albedo)
      flowForward = channels.contains(.flowForward)
      flowBackward = channels.contains(.flowBackward)
    }
  }

  init(
    lens: Lens, surfaces: SurfaceTable, pieces: PieceTable, materials: MaterialTable, colour: BaseColour,
    records: UnsafePointer<RasterTriangle>, output: FrameBuffers, lambert: LambertShading?
  ) {
    self.lens = lens
    self.surfaces = surfaces
    self.colour = colour
    self.records = records
    self.lambert = lambert
    wanted = Wanted(output.channels)
    to = Outputs(output)
    rows = surfaces.base
    states = surfaces.states
    pieceRows = pieces.base
    isMoving = pieces.isMoving
    materialRows = materials.base
    tints = surfaces.tints
  }

  /// Writes the outputs of one tile.
  func run(_ tile: Tile, _ rectangle: PixelRectangle) {
    withRoom { run(tile, rectangle, $0) }
  }

  /// Lends `body` room for eight rows of `SurfaceTable` and eight of `PieceTable`, turned.
  @inline(__always)
  private func withRoom(_ body: (UnsafeMutablePointer<SIMD8<Float>>) -> Void) {
    let columns = Int(SurfaceTable.stride + PieceTable.stride)
    withUnsafeTemporaryAllocation(of: SIMD8<Float>.self, capacity: columns) { buffer in
      if let room = buffer.baseAddress { body(room) }
    }
  }

  private func run(_ tile: Tile, _ rectangle: PixelRectangle, _ room: UnsafeMutablePointer<SIMD8<Float>>) {
    surfaces.ensure(tile, rectangle, records)
    let iota = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7)
    let (column, stride) = (SurfaceTable.Column.piece, PieceTable.stride)
    for v in rectangle.minV..<rectangle.maxV {
      var ids = tile.record + (v - rectangle.minV) * Tile.side
      var u = rectangle.minU
      while u < rectangle.maxU {
        let group = UnsafeRawPointer(ids).loadUnaligned(as: SIMD8<Int32>.self)
        let first = group[0]
        let at = v &* to.rowStride &+ u
        if lanes_mask(lanes_equal_i(group, .zero)) == 0xff {
          writeNothing(at)
          u &+= 8
          ids += 8
          continue
        }
        let places = RowPlaces(u: SIMD8<Double>(repeating: Double(u)) + iota, row: Double(v))
        let sameAsFirst = lanes_equal_i(group, SIMD8(repeating: first))
        let mask = lanes_mask(sameAsFirst)
        var isRounded = isRounded(first)
        if mask == 0xff {
          let source = UniformLanes(row: row(first))
          write(
            source, source.follow(column, into: pieceRows, stride: stride), places, at, group, isRounded)
        } else {
          let second = group[(~mask).trailingZeroBitCount]
          if self.isRounded(second) { isRounded = true }
          if mask | lanes_mask(lanes_equal_i(group, SIMD8(repeating: second))) == 0xff {
            writePair(
              PairLanes(first: row(first), second: row(second), mask: sameAsFirst), places, at, group,
              isRounded)
          } else {
            for k in 1..<8 where self.isRounded(group[k]) { isRounded = true }
            writeMany(places, at, group, isRounded, room)
          }
        }
        u &+= 8
        ids += 8
      }
    }
  }

  /// Writes the outputs of eight samples of another lens, from index `at` of the output on.
  func run(_ group: SIMD8<Int32>, _ places: ScatteredPlaces, at: Int) {
    if lanes_mask(lanes_equal_i(group, .zero)) == 0xff {
      writeNothing(at)
      return
    }
    var isRounded = false
    for k in 0..<8 where surfaces.ensure(group[k], records) { isRounded = true }
    withRoom { room in
      let source = columns(of: group, into: room)
      write(source, pieces(of: source, into: room), places, at, group, isRounded)
    }
  }

  /// Whether a row, which is filled, holds the planes of a `RoundedTriangle`.
  @inline(__always)
  private func isRounded(_ record: Int32) -> Bool {
    states[Int(truncatingIfNeeded: record)] == SurfaceTable.rounded
  }

  @inline(__always)
  private func row(_ record: Int32) -> UnsafePointer<Float> {
    rows + Int(record &* SurfaceTable.stride)
  }

  /// Neighbouring triangles mostly belong to one piece, whose row is then read once.
  private func writePair(
    _ source: PairLanes, _ places: RowPlaces, _ at: Int, _ group: SIMD8<Int32>, _ isRounded: Bool
  ) {
    let column = SurfaceTable.Column.piece
    if source.first[column].bitPattern == source.second[column].bitPattern {
      let piece = UniformLanes(row: source.first).follow(column, into: pieceRows, stride: PieceTable.stride)
      write(source, piece, places, at, group, isRounded)
    } else {
      write(
        source, source.follow(column, into: pieceRows, stride: PieceTable.stride), places, at, group,
        isRounded)
    }
  }

  private func writeMany(
    _ places: RowPlaces, _ at: Int, _ group: SIMD8<Int32>, _ isRounded: Bool,
    _ room: UnsafeMutablePointer<SIMD8<Float>>
  ) {
    let source = columns(of: group, into: room)
    let numbers = source.int(SurfaceTable.Column.piece)
    let number = numbers[0]
    if lanes_mask(lanes_equal_i(numbers, SIMD8(repeating: number))) == 0xff {
      write(
        source, UniformLanes(row: pieceRows + Int(number &* PieceTable.stride)), places, at, group,
        isRounded)
    } else {
      write(source, pieces(of: source, into: room), places, at, group, isRounded)
    }
  }

  /// The rows of eight records, turned into the front of `withRoom`'s room.
  @inline(__always)
  private func columns(of group: SIMD8<Int32>, into room: UnsafeMutablePointer<SIMD8<Float>>)
    -> TransposedLanes
  {
    TransposedLanes(
      table: rows, offsets: group &* SurfaceTable.stride, count: SurfaceTable.stride, into: room)
  }

  /// The rows of their pieces, turned into the rest of the room.
  @inline(__always)
  private func pieces(of source: TransposedLanes, into room: UnsafeMutablePointer<SIMD8<Float>>)
    -> TransposedLanes
  {
    TransposedLanes(
      table: pieceRows, offsets: source.int(SurfaceTable.Column.piece) &* PieceTable.stride,
      count: PieceTable.stride, into: room + Int(SurfaceTable.stride))
  }

  /// Eight pixels where nothing is seen.
  @inline(__always)
  private func writeNothing(_ at: Int) {
    let zero = SIMD8<Float>.zero
    if wanted.depth { store(SIMD8(repeating: .infinity), to.depths + at) }
    if wanted.instance {
      UnsafeMutableRawPointer(to.instances + at).storeBytes(of: .zero, as: SIMD8<Int32>.self)
    }
    if wanted.semantic { lanes_store_u16(to.semantics + at, .zero) }
    if wanted.visibility {
      UnsafeMutableRawPointer(to.pieces + at).storeBytes(of: .zero, as: SIMD8<Int32>.self)
      UnsafeMutableRawPointer(to.triangles + at).storeBytes(of: .zero, as: SIMD8<Int32>.self)
    }
    if wanted.normal { lanes_store3(to.normals + 3 * at, zero, zero, zero) }
    if let lambert {
      lanes_store_rgb(to.rgbBytes + 3 * at, SIMD8(repeating: lambert.backgroundBytes))
    }
    if wanted.faceNormal { lanes_store3(to.faceNormals + 3 * at, zero, zero, zero) }
    if wanted.uv { lanes_store2(to.uvs + 2 * at, zero, zero) }
    if wanted.albedo { lanes_store_rgb(to.albedos + 3 * at, .zero) }
    if wanted.flowForward { lanes_store2(to.forward + 2 * at, zero, zero) }
    if wanted.flowBackward { lanes_store2(to.backward + 2 * at, zero, zero) }
  }

  @inline(__always)
  private func write<S: LaneSource, P: LaneSource, Places: SamplePlaces>(
    _ source: S, _ piece: P, _ places: Places, _ at: Int, _ group: SIMD8<Int32>, _ isRounded: Bool
  ) {
    var surface = SurfaceLanes(source, places, isParallel: lens.isParallel)
    if isRounded {
      surface.depth = surfaces.depths(surface.depth, of: group, records, u: places.u, v: places.v)
    }
    if wanted.depth { store(surface.depth, to.depths + at) }
    if wanted.instance {
      UnsafeMutableRawPointer(to.instances + at).storeBytes(
        of: piece.int(PieceTable.Column.instance), as: SIMD8<Int32>.self)
    }
    if wanted.semantic {
      lanes_store_u16(
        to.semantics + at,
        lanes_unsigned(piece.int(PieceTable.Column.semantic)))
    }
    if wanted.visibility {
      UnsafeMutableRawPointer(to.pieces + at).storeBytes(
        of: source.int(SurfaceTable.Column.piece), as: SIMD8<Int32>.self)
      UnsafeMutableRawPointer(to.triangles + at).storeBytes(
        of: triangles(group), as: SIMD8<Int32>.self)
    }
    if wanted.normal || lambert != nil {
      let n = surface.normal()
      if wanted.normal { lanes_store3(to.normals + 3 * at, n.x, n.y, n.z) }
      if let lambert {
        let texel = sampled(surface, piece, MaterialTable.Column.baseTexture)
        let material = piece.follow(
          PieceTable.Column.material, into: materialRows, stride: MaterialTable.stride)
        let seen = lanes_less_i(.zero, source.int(SurfaceTable.Column.piece))
        let tint = tints.map { surface.tint($0) }
        lanes_store_rgb(to.rgbBytes + 3 * at, lambert.shade(texel, material, tint, n, seen))
      }
    }
    if wanted.faceNormal {
      lanes_store3(
        to.faceNormals + 3 * at, source.float(SurfaceTable.Column.face),
        source.float(SurfaceTable.Column.face + 1), source.float(SurfaceTable.Column.face + 2))
    }
    if wanted.uv {
      let t = surface.texture()
      let seen = lanes_less_i(.zero, source.int(SurfaceTable.Column.piece))
      lanes_store2(
        to.uvs + 2 * at, lanes_select(seen, t.u, .zero),
        lanes_select(seen, t.v, .zero))
    }
    if wanted.albedo {
      let material = piece.follow(
        PieceTable.Column.material, into: materialRows, stride: MaterialTable.stride)
      let seen = lanes_less_i(.zero, source.int(SurfaceTable.Column.piece))
      lanes_store_rgb(to.albedos + 3 * at, colour.bytes(surface, material, seen))
    }
    if wanted.flowForward {
      flow(surface, piece, PieceTable.Column.forward, isMoving.forward, to.forward + 2 * at)
    }
    if wanted.flowBackward {
      flow(
        surface, piece, PieceTable.Column.backward, isMoving.backward, to.backward + 2 * at)
    }
  }

  /// Triangle index + 1 of each record.
  private func triangles(_ group: SIMD8<Int32>) -> SIMD8<Int32> {
    var out = SIMD8<Int32>.zero
    for k in 0..<8 { out[k] = records[Int(group[k])].triangle &+ 1 }
    return out
  }

  @inline(__always)
  private func store(_ x: SIMD8<Float>, _ p: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(p).storeBytes(of: x, as: SIMD8<Float>.self)
  }

  @inline(__always)
  private func sampled<S: LaneSource, P: LaneSource, Places: SamplePlaces>(
    _ surface: SurfaceLanes<S, Places>, _ piece: P, _ column: Int
  ) -> SIMD8<UInt32> {
    let material = piece.follow(
      PieceTable.Column.material, into: materialRows, stride: MaterialTable.stride)
    let t = surface.texture()
    return colour.sampling.sample(material.int(column), t.u, t.v, t.ux, t.vx, t.uy, t.vy)
  }

  /// Flow of rigid pieces: with Δ = A·P + t the motion in the camera frame, Δu = fx·(Δx − dx·Δz)/z′, which is
  /// exactly zero when nothing moves.
  @inline(__always)
  private func flow<S: LaneSource, P: LaneSource, Places: SamplePlaces>(
    _ surface: SurfaceLanes<S, Places>, _ piece: P, _ k: Int, _ isMoving: Bool,
    _ out: UnsafeMutablePointer<Float>
  ) {
    guard isMoving else {
      lanes_store2(out, .zero, .zero)
      return
    }
    let dx = lanes_d_to_f((surface.places.u - lens.cx) * lens.inverseFx)
    let dy = lanes_d_to_f((surface.places.v - lens.cy) * lens.inverseFy)
    let z = surface.depth
    let (x, y) = (dx * z, dy * z)
    let mx = piece.float(k) * x + piece.float(k + 1) * y + piece.float(k + 2) * z + piece.float(k + 9)
    let my = piece.float(k + 3) * x + piece.float(k + 4) * y + piece.float(k + 5) * z + piece.float(k + 10)
    let mz = piece.float(k + 6) * x + piece.float(k + 7) * y + piece.float(k + 8) * z + piece.float(k + 11)
    let there = z + mz
    let r = SIMD8<Float>(repeating: 1) / there
    let fu = (mx - dx * mz) * r * Float(lens.fx)
    let fv = (my - dy * mz) * r * Float(lens.fy)
    // Behind the other camera there is no flow.
    let seen =
      lanes_less_i(.zero, surface.source.int(SurfaceTable.Column.piece))
      & lanes_less(SIMD8(repeating: SurfacePoint.least), there)
    lanes_store2(
      out, lanes_select(seen, fu, .zero), lanes_select(seen, fv, .zero))
  }
}
