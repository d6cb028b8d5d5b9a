import VectorMath
import WorldModel

/// Per-piece rows for the resolve pass: ids, and where the piece goes until the other frames.
final class PieceTable {
  static let stride: Int32 = 32
  enum Column {
    /// Rigid motion of camera-frame points to the next frame's camera: Δ = A·P + t; A in rows, then t.
    static let forward = 0
    static let backward = 12
    /// Entity id, class id, material index + 1, as integer bits.
    static let instance = 24
    static let semantic = 25
    static let material = 26
  }

  private let rows = ScratchBuffer<Float>()
  private(set) var isMoving = (forward: false, backward: false)

  var base: UnsafePointer<Float> { UnsafePointer(rows.base) }

  /// - Parameters:
  ///   - next, previous: camera-from-mesh maps of the same pieces in the other frames, unless not wanted.
  func fill(
    _ snapshot: Snapshot, cameraFromPieces now: [AffineTransform], next: [AffineTransform]?,
    previous: [AffineTransform]?
  ) {
    rows.reserve((snapshot.pieces.count + 1) * Int(Self.stride))
    for k in 0..<Int(Self.stride) { rows.base[k] = 0 }
    isMoving = (false, false)
    for (i, piece) in snapshot.pieces.enumerated() {
      let row = rows.base + (i + 1) * Int(Self.stride)
      let subject = snapshot.subjects[piece.entity]
      if store(now[i], next?[i], row + Column.forward) { isMoving.forward = true }
      if store(now[i], previous?[i], row + Column.backward) { isMoving.backward = true }
      row[Column.instance] = Float(bitPattern: subject.id)
      row[Column.semantic] = Float(bitPattern: UInt32(subject.nativeClass.id))
      row[Column.material] = Float(bitPattern: UInt32(piece.material + 1))
    }
  }

  /// Writes Δ's map; exactly zero, and `false`, when nothing moves.
  private func store(_ now: AffineTransform, _ other: AffineTransform?, _ row: UnsafeMutablePointer<Float>)
    -> Bool
  {
    for k in 0..<12 { row[k] = 0 }
    guard let other, other != now, let inverse = now.inverse else { return false }
    let move = other * inverse
    let a = move.linear
    row[0] = Float(a.x.x - 1)
    row[1] = Float(a.y.x)
    row[2] = Float(a.z.x)
    row[3] = Float(a.x.y)
    row[4] = Float(a.y.y - 1)
    row[5] = Float(a.z.y)
    row[6] = Float(a.x.z)
    row[7] = Float(a.y.z)
    row[8] = Float(a.z.z - 1)
    row[9] = Float(move.translation.x)
    row[10] = Float(move.translation.y)
    row[11] = Float(move.translation.z)
    return true
  }
}
