import CLanes
import Geometry
import VectorMath
import WorldModel

/// Shadow of the sun: depth maps seen from far away along its direction, each fitted to a part of what is seen.
///
/// The maps are drawn by the same rasteriser through a long lens, which differs from parallel light by at most a
/// seventh of a degree across a map, a quarter of the sun's width.
final class SunShadow {
  static let size = 2048
  static let count = 3
  /// Texels on a side of the blocks whose nearest surface is kept.
  static let block = 16
  static let blocks = size / block
  /// The greatest radius of a penumbra, texels: what the blocks around a texel cover.
  static let reach = 15.0
  /// How far off the lens is, in halves of the map's longer side.
  private static let distance = 400.0

  struct Map {
    /// Map-from-eye: rows of the rotation, then the translation; eye coordinates are world-aligned metres from the
    /// camera.
    var rows: InlineArray<12, Float> = InlineArray(repeating: 0)
    /// Pixels.
    var focalU: Float = 1
    var focalV: Float = 1
    /// Metres along both axes.
    var texelU: Float = 1
    var texelV: Float = 1
    /// What rounding may do to a depth, metres.
    var rounding: Float = 0
  }

  private(set) var maps: InlineArray<3, Map> = InlineArray(repeating: Map())
  /// How many maps there are for the frame.
  private(set) var used = 0
  /// 1/z of the nearest surface, row after row; 0 where there is none.
  private let depths = [ScratchBuffer<Float>(), ScratchBuffer<Float>(), ScratchBuffer<Float>()]
  /// The greatest 1/z of each block and its eight neighbours.
  private let nearest = [ScratchBuffer<Float>(), ScratchBuffer<Float>(), ScratchBuffer<Float>()]
  private let blockDepths = ScratchBuffer<Float>()
  private let pass: VisibilityPass
  private let tile = Tile()
  /// What of the frame the sun may reach; `nil` = everything.
  private(set) var gate: SunGate?
  /// The tiles of a map that something seen needs; empty for all.
  private var wanted: [Bool] = []
  /// Under a gate no texel is smaller, metres: its penumbrae would be cut off.
  private static let leastTexel = 1.2e-3
  /// Nor smaller than this part of a pixel.
  private static let pixelPart = 0.35

  init(transform: PointTransform) { pass = VisibilityPass(transform: transform) }

  func depth(_ k: Int) -> UnsafePointer<Float> { UnsafePointer(depths[k].base) }
  func near(_ k: Int) -> UnsafePointer<Float> { UnsafePointer(nearest[k].base) }

  /// Draws the maps of what a frame shows.
  ///
  /// - Parameters:
  ///   - frame: its depth is read.
  func draw(
    _ snapshot: Snapshot, frame: FrameBuffers, lens: Lens,
    worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  ) {
    used = 0
    gate = nil
    let sun = snapshot.sun.direction
    guard sun.z > -0.02 else { return }
    // Posts are upright: turned axes let their shadows cross columns of texels instead of falling between two.
    let level = normalized(cross(sun, abs(sun.z) < 0.999 ? Vector3(0, 0, 1) : Vector3(1, 0, 0)))
    let side = normalized(level + cross(-sun, level) * 0.236)
    let down = cross(-sun, side)
    let eye = worldFromCamera.translation
    let rotation = worldFromCamera.rotation.matrix
    let gate = SunGate(snapshot, eye: eye)
    self.gate = gate
    let areas = ShadowFit.areas(
      Self.count, frame: frame, lens: lens, rotation: rotation, axes: (side, down), gate: gate)
    let above = casterHeight(snapshot, eye, sun)
    for area in areas {
      draw(area, snapshot, eye, side, down, sun, above, pixel: lens.inverseFx) { map in
        wanted = gate.map { Self.tiles(map, $0, frame, lens, rotation) } ?? []
      }
      used += 1
    }
  }

  /// How far towards the sun things reach from the eye, metres.
  private func casterHeight(_ snapshot: Snapshot, _ eye: Vector3, _ sun: Vector3) -> Double {
    var greatest = 0.0
    for piece in snapshot.pieces {
      let box = piece.bounds
      guard !box.isEmpty else { continue }
      let direction = piece.worldFromMesh.linear.transpose * sun
      let farthest = Vector3(
        direction.x > 0 ? box.max.x : box.min.x, direction.y > 0 ? box.max.y : box.min.y,
        direction.z > 0 ? box.max.z : box.min.z)
      greatest = max(greatest, dot(direction, farthest) + dot(piece.worldFromMesh.translation - eye, sun))
    }
    return greatest
  }

  private func draw(
    _ area: ShadowFit.Area, _ snapshot: Snapshot, _ eye: Vector3, _ side: Vector3, _ down: Vector3,
    _ sun: Vector3, _ above: Double, pixel: Double, _ place: (Map) -> Void
  ) {
    let k = used
    let usable = Double(Self.size) - 2 * (Self.reach + 3)
    let least = gate == nil ? 0 : max(Self.leastTexel, Self.pixelPart * area.nearest * pixel)
    let texelU = max(least, Self.rounded((area.highA - area.lowA) * 1.01 + 1e-3) / usable)
    let texelV = max(least, Self.rounded((area.highB - area.lowB) * 1.01 + 1e-3) / usable)
    // Texels stay in place on the world while the camera moves: edges do not crawl.
    func snapped(_ middle: Double, _ axis: Vector3, _ texel: Double) -> Double {
      ((middle + dot(eye, axis)) / texel).rounded() * texel - dot(eye, axis)
    }
    let distance = max(Self.distance * max(texelU, texelV) * Double(Self.size) / 2, above + 10)
    let position =
      eye + side * snapped((area.lowA + area.highA) / 2, side, texelU)
      + down * snapped((area.lowB + area.highB) / 2, down, texelV) + sun * distance
    let pose = RigidTransform<WorldSpace, CameraSpace>(
      rotation: Quaternion(Matrix3(columns: side, down, -sun)).normalized, translation: position)
    let c = Double(Self.size - 1) / 2
    let (fu, fv) = (distance / texelU, distance / texelV)
    let lens = Lens(fx: fu, fy: fv, cx: c, cy: c, near: 1, inverseFx: 1 / fu, inverseFy: 1 / fv)
    pass.prepare(
      snapshot, lens: lens, worldFromCamera: pose,
      area: PixelRectangle(width: Self.size, height: Self.size), bothSides: true)
    let mapFromWorld = pose.inverse
    let m = mapFromWorld.rotation.matrix
    let t = mapFromWorld * eye
    var map = Map()
    let values = [m.x.x, m.y.x, m.z.x, m.x.y, m.y.y, m.z.y, m.x.z, m.y.z, m.z.z, t.x, t.y, t.z]
    for i in 0..<12 { map.rows[i] = Float(values[i]) }
    map.focalU = Float(fu)
    map.focalV = Float(fv)
    map.texelU = Float(texelU)
    map.texelV = Float(texelV)
    map.rounding = Float(distance * 3e-7)
    maps[k] = map
    place(map)
    rasterise(k)
  }

  /// The tiles of a map that are read for what a frame shows, as flags, row after row.
  private static func tiles(
    _ map: Map, _ gate: SunGate, _ frame: FrameBuffers, _ lens: Lens, _ rotation: Matrix3
  ) -> [Bool] {
    let perSide = size / Tile.side
    var flags = [Bool](repeating: false, count: perSide * perSide)
    // What samples beside the pixels' centres ask for, too.
    let around = reach + 24
    let r = map.rows
    let rowU = rotation.transpose * Vector3(Double(r[0]), Double(r[1]), Double(r[2])) * Double(map.focalU)
    let rowV = rotation.transpose * Vector3(Double(r[3]), Double(r[4]), Double(r[5])) * Double(map.focalV)
    let rowZ = rotation.transpose * Vector3(Double(r[6]), Double(r[7]), Double(r[8]))
    let (u0, v0, z0) = (Double(r[9] * map.focalU), Double(r[10] * map.focalV), Double(r[11]))
    let c = Double(size - 1) / 2
    func index(_ x: Double) -> Int { Swift.max(0, Swift.min(perSide - 1, Int(x) / Tile.side)) }
    flags.withUnsafeMutableBufferPointer { flags in
      ShadowFit.forEachPoint(frame, lens, rotation, gate) { p in
        let z = 1 / (dot(rowZ, p) + z0)
        let (u, v) = ((dot(rowU, p) + u0) * z + c, (dot(rowV, p) + v0) * z + c)
        guard Swift.min(u, v) > 0, Swift.max(u, v) < Double(size) else { return }
        for j in index(v - around)...index(v + around) {
          for i in index(u - around)...index(u + around) { flags[j * perSide + i] = true }
        }
      }
    }
    return flags
  }

  private func rasterise(_ k: Int) {
    depths[k].reserve(Self.size * Self.size)
    nearest[k].reserve(Self.blocks * Self.blocks)
    blockDepths.reserve(Self.blocks * Self.blocks)
    let perTile = Tile.side / Self.block
    for row in 0..<pass.bins.rows {
      for column in 0..<pass.bins.columns {
        guard wanted.isEmpty || wanted[row * pass.bins.columns + column] else {
          leaveOut(k, column, row)
          continue
        }
        pass.draw(tile, column: column, row: row)
        for v in 0..<Tile.side {
          let to = depths[k].base + (row * Tile.side + v) * Self.size + column * Tile.side
          to.update(from: tile.inverseDepth + v * Tile.side, count: Tile.side)
        }
        for j in 0..<perTile {
          for i in 0..<perTile {
            blockDepths.base[(row * perTile + j) * Self.blocks + column * perTile + i] = greatest(i, j)
          }
        }
      }
    }
    for j in 0..<Self.blocks {
      for i in 0..<Self.blocks {
        var w: Float = 0
        for b in max(0, j - 1)...min(Self.blocks - 1, j + 1) {
          for a in max(0, i - 1)...min(Self.blocks - 1, i + 1) {
            w = max(w, blockDepths.base[b * Self.blocks + a])
          }
        }
        nearest[k].base[j * Self.blocks + i] = w
      }
    }
  }

  /// Nothing that is seen reads this tile; what does for the sake of an edge finds shade.
  private func leaveOut(_ k: Int, _ column: Int, _ row: Int) {
    for v in 0..<Tile.side {
      let to = depths[k].base + (row * Tile.side + v) * Self.size + column * Tile.side
      to.update(repeating: .greatestFiniteMagnitude, count: Tile.side)
    }
    let perTile = Tile.side / Self.block
    for j in 0..<perTile {
      let to = blockDepths.base + (row * perTile + j) * Self.blocks + column * perTile
      to.update(repeating: 0, count: perTile)
    }
  }

  /// The greatest 1/z in a block of the tile.
  private func greatest(_ i: Int, _ j: Int) -> Float {
    var w = SIMD8<Float>.zero
    for v in 0..<Self.block {
      let row = UnsafeRawPointer(tile.inverseDepth + (j * Self.block + v) * Tile.side + i * Self.block)
      w = lanes_max(w, row.load(as: SIMD8<Float>.self))
      w = lanes_max(w, row.load(fromByteOffset: 32, as: SIMD8<Float>.self))
    }
    return w.max()
  }

  /// The next of the lengths that lie a fifth apart: maps keep their scale while the view changes little.
  private static func rounded(_ length: Double) -> Double {
    var step = 1.0
    while step < length { step *= 2 }
    while step >= 2 * length { step /= 2 }
    for part in [0.5946035575013605, 0.7071067811865476, 0.8408964152537145] where step * part >= length {
      return step * part
    }
    return step
  }
}
