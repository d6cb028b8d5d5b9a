import CLanes
import Geometry
import VectorMath
import WorldModel

/// What the resolve pass needs to know about each visible triangle, as planes over the image.
///
/// An attribute A divided by z is linear in the pixel: A/z = a0 + au·(u − ref) + av·(v − ref) (Olano and Greer,
/// "Triangle Scan Conversion using 2D Homogeneous Coordinates", 1997). Rows are filled on first use.
final class SurfaceTable {
  /// Floats a row; the places of its columns follow.
  static let stride: Int32 = 32
  enum Column {
    /// Doubles: 1/z = wu·u + wv·v + w0 in absolute pixels; z itself where rays are parallel.
    static let wu = 0
    static let wv = 2
    static let w0 = 4
    static let refU = 6
    static let refV = 7
    /// Values over z at the reference pixel; `attributes` columns on, their steps right; as many on again, their steps
    /// down.
    static let texU = 8
    static let texV = 9
    static let normalX = 10
    static let normalY = 11
    static let normalZ = 12
    static let attributes = 5
    /// Index into the piece table (0 = nothing), as integer bits.
    static let piece = 23
    /// The range of z on the triangle: rounding never leaves it.
    static let nearest = 24
    static let farthest = 25
    /// Face normal in the world, turned towards the camera.
    static let face = 26
    /// Row of `tints`, 0 where the mesh has no vertex colours, as integer bits.
    static let tint = 29
    /// Steps of 1/z again, in single precision; 0 where rays are parallel, for whom attributes are linear.
    static let stepU = 30
    static let stepV = 31
  }

  /// Floats a row of `tints`: red, green and blue over z, each as value at the reference pixel, step right, step
  /// down.
  static let tintStride: Int32 = 12

  /// Floats a row of `weights`: the second and third corner's weight over z, each as value at the reference pixel,
  /// step right, step down; then 1 where the back is seen.
  static let weightStride: Int32 = 8

  private let rows = ScratchBuffer<Float>(capacity: 1 << 16)
  private let tintRows = ScratchBuffer<Float>()
  private var hasTints = false
  private let weightRows = ScratchBuffer<Float>()
  private var hasWeights = false
  private let stateBytes = ScratchBuffer<State.RawValue>(capacity: 1 << 12)
  private let shapes = ScratchBuffer<Shape>()
  private let pending = ScratchBuffer<Int32>()
  private var snapshot: Snapshot?
  private var worldFromCamera = Matrix3.identity
  private var lens = Lens(fx: 1, fy: 1, cx: 0, cy: 0, near: 1, inverseFx: 1, inverseFy: 1)

  var base: UnsafePointer<Float> { UnsafePointer(rows.base) }
  /// How the row of each record was filled: `rounded` or plainly.
  var states: UnsafePointer<UInt8> { UnsafePointer(stateBytes.base) }
  @inline(__always) static var rounded: UInt8 { State.rounded.rawValue }
  /// Vertex colours of the meshes that have them; `nil` when none has.
  var tints: UnsafePointer<Float>? { hasTints ? UnsafePointer(tintRows.base) : nil }

  /// Where on its triangle a pixel lies, if asked for in `begin`; only rows that `ensure` has filled.
  var weights: UnsafePointer<Float> { UnsafePointer(weightRows.base) }

  /// Forgets all rows but that of "nothing".
  ///
  /// - Parameters:
  ///   - worldFromCamera: the camera's rotation.
  ///   - wantsWeights: whether `weights` will be read.
  func begin(
    _ snapshot: Snapshot, cameraFromPieces: [AffineTransform], worldFromCamera: Matrix3, lens: Lens,
    recordCount: Int, wantsWeights: Bool = false
  ) {
    hasWeights = wantsWeights
    if wantsWeights { weightRows.reserve(recordCount * Int(Self.weightStride)) }
    self.snapshot = snapshot
    shapes.reserve(snapshot.pieces.count)
    for (i, piece) in zip(snapshot.pieces, cameraFromPieces).enumerated() {
      shapes.base[i] = Shape(piece.0, piece.1)
    }
    self.worldFromCamera = worldFromCamera
    self.lens = lens
    rows.reserve(recordCount * Int(Self.stride))
    stateBytes.reserve(recordCount)
    for i in 0..<recordCount { stateBytes.base[i] = State.empty.rawValue }
    for k in 0..<Int(Self.stride) { rows.base[k] = 0 }
    rows.base[Column.nearest] = .infinity
    rows.base[Column.farthest] = .infinity
    stateBytes.base[0] = State.filled.rawValue
    hasTints = snapshot.pieces.contains { !$0.mesh.colors.isEmpty }
    if hasTints {
      tintRows.reserve(recordCount * Int(Self.tintStride))
      for k in 0..<Int(Self.tintStride) { tintRows.base[k] = 0 }
    }
  }

  /// How a record's row was filled.
  private enum State: UInt8 {
    case empty = 0
    case filled = 1
    /// From a `RoundedTriangle`.
    case rounded = 2
  }

  /// Fills the rows of all records seen in a tile that are not filled yet.
  ///
  /// What a row is made of lies scattered in memory: each thing is asked for some records before it is read, which halves
  /// the time of filling.
  func ensure(_ tile: Tile, _ rectangle: PixelRectangle, _ records: UnsafePointer<RasterTriangle>) {
    let count = list(tile, rectangle)
    let ahead = 4
    for i in 0..<(count + 3 * ahead) {
      if i < count {
        let record = Int(pending.base[i])
        let (from, to) = (UnsafeRawPointer(records + record), rows.base + record * Int(Self.stride))
        lanes_prefetch(from)
        lanes_prefetch(from + 64)
        lanes_prefetch(to)
        lanes_prefetch(to + 16)
      }
      if i >= ahead, i < count + ahead {
        let record = records + Int(pending.base[i - ahead])
        lanes_prefetch(shapes.base[Int(record.pointee.piece)].address(of: record.pointee.triangle))
      }
      if i >= 2 * ahead, i < count + 2 * ahead {
        let record = records + Int(pending.base[i - 2 * ahead])
        shapes.base[Int(record.pointee.piece)].prefetch(triangle: record.pointee.triangle)
      }
      if i >= 3 * ahead {
        let record = Int(pending.base[i - 3 * ahead])
        fill(record, records + record)
      }
    }
  }

  /// Lists the records seen in a tile whose rows are empty in `pending`, and counts them as filled.
  private func list(_ tile: Tile, _ rectangle: PixelRectangle) -> Int {
    pending.reserve(Tile.side * Tile.side)
    let states = stateBytes.base
    var count = 0
    var last: Int32 = 0
    for v in 0..<(rectangle.maxV - rectangle.minV) {
      let row = tile.record + v * Tile.side
      // Whole groups of eight: lanes beyond the image may hold records too, and are read with the others.
      for u in Swift.stride(from: 0, to: rectangle.maxU - rectangle.minU, by: 8) {
        let group = UnsafeRawPointer(row + u).loadUnaligned(as: SIMD8<Int32>.self)
        if lanes_mask(lanes_equal_i(group, SIMD8(repeating: last))) == 0xff { continue }
        for k in 0..<8 where row[u + k] != last {
          last = row[u + k]
          guard states[Int(last)] == State.empty.rawValue else { continue }
          states[Int(last)] = State.filled.rawValue
          pending.base[count] = last
          count += 1
        }
      }
    }
    return count
  }

  /// Fills the row of a record unless it is.
  ///
  /// - Returns: whether it holds the planes of a `RoundedTriangle`.
  @inline(__always) @discardableResult
  func ensure(_ record: Int32, _ records: UnsafePointer<RasterTriangle>) -> Bool {
    let i = Int(truncatingIfNeeded: record)
    if stateBytes.base[i] == State.empty.rawValue { fill(i, records + i) }
    return stateBytes.base[i] == State.rounded.rawValue
  }

  /// Eight pixels' depths, some of rounded triangles: where the ray of the centre does meet the true one, its depth is
  /// known better.
  @inline(never)
  func depths(
    _ rounded: SIMD8<Float>, of group: SIMD8<Int32>, _ records: UnsafePointer<RasterTriangle>,
    u: SIMD8<Double>, v: SIMD8<Double>
  ) -> SIMD8<Float> {
    var out = rounded
    for k in 0..<8 where stateBytes.base[Int(group[k])] == State.rounded.rawValue {
      let (a, b, c) = corners(records[Int(group[k])])
      let ray = lens.ray(u[k], v[k])
      if let weights = RoundedTriangle.weights(lens.flat(a), lens.flat(b), lens.flat(c), ray: ray) {
        out[k] = Float(a.z * weights.x + b.z * weights.y + c.z * weights.z)
      }
    }
    return out
  }

  private func corners(_ record: RasterTriangle) -> (Vector3, Vector3, Vector3) {
    let shape = shapes.base + Int(record.piece)
    return shape.pointee.corners(shape.pointee.triangles[Int(record.triangle)])
  }

  /// A piece as rows are filled from it: plain memory, so that reading it counts no references. It points into arrays of
  /// `snapshot`, which keeps them as they are.
  private struct Shape {
    let triangles: UnsafeBufferPointer<SIMD3<UInt32>>
    let positions: UnsafeBufferPointer<Vector3f>
    let normals: UnsafeBufferPointer<Vector3f>
    let uvs: UnsafeBufferPointer<Vector2f>
    let colors: UnsafeBufferPointer<SIMD4<Float>>
    let cameraFromMesh: AffineTransform
    let normalMatrix: Matrix3
    /// Whether `normalMatrix` keeps lengths.
    let isRigid: Bool
    let isMirrored: Bool

    init(_ piece: Snapshot.Piece, _ cameraFromMesh: AffineTransform) {
      triangles = piece.mesh.triangles.withUnsafeBufferPointer { $0 }
      positions = piece.positions.withUnsafeBufferPointer { $0 }
      normals = piece.normals.withUnsafeBufferPointer { $0 }
      uvs = piece.mesh.uvs.withUnsafeBufferPointer { $0 }
      colors = piece.mesh.colors.withUnsafeBufferPointer { $0 }
      self.cameraFromMesh = cameraFromMesh
      let linear = piece.worldFromMesh.linear
      // Without the scale: only directions count, and what is left of a rotation needs no more normalising.
      let raw = linear.normalMatrix
      let l = length(raw.x)
      let m = l > 0 && l.isFinite ? Matrix3(columns: raw.x / l, raw.y / l, raw.z / l) : raw
      normalMatrix = m
      isMirrored = linear.determinant < 0
      isRigid =
        abs(dot(m.x, m.x) - 1) < 1e-9 && abs(dot(m.y, m.y) - 1) < 1e-9 && abs(dot(m.z, m.z) - 1) < 1e-9
        && abs(dot(m.x, m.y)) < 1e-9 && abs(dot(m.y, m.z)) < 1e-9 && abs(dot(m.z, m.x)) < 1e-9
    }

    /// Where a triangle's corners are told.
    @inline(__always)
    func address(of triangle: Int32) -> UnsafeRawPointer? {
      triangles.baseAddress.map { UnsafeRawPointer($0 + Int(triangle)) }
    }

    /// Asks for what a triangle's corners have.
    @inline(__always)
    func prefetch(triangle: Int32) {
      let t = triangles[Int(triangle)]
      for k in 0..<3 {
        let corner = Int(t[k])
        if let base = positions.baseAddress { lanes_prefetch(base + corner) }
        if let base = normals.baseAddress { lanes_prefetch(base + corner) }
        if let base = uvs.baseAddress { lanes_prefetch(base + corner) }
      }
    }

    /// A triangle's corners in the camera frame.
    @inline(__always)
    func corners(_ t: SIMD3<UInt32>) -> (Vector3, Vector3, Vector3) {
      (
        cameraFromMesh * Vector3(positions[Int(t.x)]), cameraFromMesh * Vector3(positions[Int(t.y)]),
        cameraFromMesh * Vector3(positions[Int(t.z)])
      )
    }

    /// A vertex's texture coordinates and unit normal in the world, times `sign`.
    @inline(__always)
    func attributes(_ i: UInt32, _ sign: Double) -> SIMD8<Double> {
      let n = normal(i) * sign
      let uv = uvs.isEmpty ? .zero : uvs[Int(i)]
      return SIMD8(Double(uv.x), Double(uv.y), n.x, n.y, n.z, 0, 0, 0)
    }

    /// A vertex's unit normal in the world.
    @inline(__always)
    func normal(_ i: UInt32) -> Vector3 {
      let n = normalMatrix * Vector3(normals[Int(i)])
      return isRigid ? n : normalized(n)
    }
  }

  @inline(never)
  private func fill(_ index: Int, _ record: UnsafePointer<RasterTriangle>) {
    let record = record.pointee
    stateBytes.base[index] = State.filled.rawValue
    let row = rows.base + index * Int(Self.stride)
    let shape = shapes.base[Int(record.piece)]
    let t = shape.triangles[Int(record.triangle)]
    let (a, b, c) = shape.corners(t)
    let plane = InverseDepthPlane(a, b, c, lens: lens)
    let raw = UnsafeMutableRawPointer(row)
    let isParallel = lens.isParallel
    let far = Lens.farthest
    raw.storeBytes(of: isParallel ? -far * plane.wu : plane.wu, toByteOffset: 4 * Column.wu, as: Double.self)
    raw.storeBytes(of: isParallel ? -far * plane.wv : plane.wv, toByteOffset: 4 * Column.wv, as: Double.self)
    raw.storeBytes(
      of: isParallel ? Lens.depth(nearness: plane.w0) : plane.w0, toByteOffset: 4 * Column.w0,
      as: Double.self)
    let refU = Double(record.refU)
    let refV = Double(record.refV)
    row[Column.refU] = Float(refU)
    row[Column.refV] = Float(refV)
    row[Column.stepU] = isParallel ? 0 : Float(plane.wu)
    row[Column.stepV] = isParallel ? 0 : Float(plane.wv)

    // Rows of the inverse of [a b c]: the barycentric coordinates over z, as functions of the ray.
    let (fa, fb, fc) = (lens.flat(a), lens.flat(b), lens.flat(c))
    let (bc, ca, ab) = (cross(fb, fc), cross(fc, fa), cross(fa, fb))
    let r = 1 / dot(fa, bc)
    let isPlane = r.isFinite
    let across = cross(b - a, c - a)
    let facing = isParallel ? across.z <= 0 : dot(across, a) <= 0
    // Over pixels: value at the reference, step right, step down.
    func pixels(_ k: Vector3) -> Vector3 {
      let s = k * r
      let u = s.x * lens.inverseFx
      let v = s.y * lens.inverseFy
      return Vector3(s.z + u * (refU - lens.cx) + v * (refV - lens.cy), u, v)
    }
    func pixels(plane k: Vector3) -> Vector3 { Vector3(k.x * refU + k.y * refV + k.z, k.x, k.y) }
    let flat = isParallel ? Vector3(1, 0, 0) : pixels(plane: Vector3(plane.wu, plane.wv, plane.w0))
    var (k0, k1, k2) = isPlane ? (pixels(bc), pixels(ca), pixels(ab)) : (flat, .zero, .zero)
    if plane.isRounded, let rounded = RoundedTriangle(a, b, c, lens: lens) {
      stateBytes.base[index] = State.rounded.rawValue
      (k0, k1, k2) = (pixels(plane: rounded.a), pixels(plane: rounded.b), pixels(plane: rounded.c))
    }
    func store(
      _ at: Int, _ x: Double, _ y: Double, _ z: Double, into row: UnsafeMutablePointer<Float>
    ) {
      let p = k0 * x + k1 * y + k2 * z
      row[at] = Float(p.x)
      row[at + 1] = Float(p.y)
      row[at + 2] = Float(p.z)
    }
    // Normals of the outside, turned round where a double-sided surface shows its inside.
    let sign = facing != shape.isMirrored ? 1.0 : -1.0
    if hasWeights {
      let weights = weightRows.base + index * Int(Self.weightStride)
      store(0, 0, 1, 0, into: weights)
      store(3, 0, 0, 1, into: weights)
      weights[6] = sign < 0 ? 1 : 0
    }
    let colors = shape.colors
    row[Column.tint] = Float(bitPattern: colors.isEmpty ? 0 : UInt32(index))
    if !colors.isEmpty {
      let tint = tintRows.base + index * Int(Self.tintStride)
      let (ca, cb, cc) = (colors[Int(t.x)], colors[Int(t.y)], colors[Int(t.z)])
      for k in 0..<3 { store(3 * k, Double(ca[k]), Double(cb[k]), Double(cc[k]), into: tint) }
    }
    let (xa, xb, xc) = (
      shape.attributes(t.x, sign), shape.attributes(t.y, sign), shape.attributes(t.z, sign)
    )
    // Eight wide: what lies beyond the five is written over by the next, and by the columns that follow.
    func store(step i: Int, _ a: Double, _ b: Double, _ c: Double) {
      UnsafeMutableRawPointer(row + Column.texU + i * Column.attributes).storeBytes(
        of: lanes_d_to_f(xa * a + xb * b + xc * c), as: SIMD8<Float>.self)
    }
    store(step: 0, k0.x, k1.x, k2.x)
    store(step: 1, k0.y, k1.y, k2.y)
    store(step: 2, k0.z, k1.z, k2.z)
    row[Column.piece] = Float(bitPattern: UInt32(bitPattern: record.piece + 1))
    row[Column.nearest] = Float(isParallel ? Lens.depth(nearness: plane.high) : 1 / plane.high)
    row[Column.farthest] = Float(isParallel ? Lens.depth(nearness: plane.low) : 1 / plane.low)
    let face = worldFromCamera * normalized(across) * (facing ? 1 : -1)
    row[Column.face] = Float(face.x)
    row[Column.face + 1] = Float(face.y)
    row[Column.face + 2] = Float(face.z)
  }
}
