package import Imaging
import VectorMath
package import WorldModel

/// A capture with what several labels need, worked out once.
package struct CapturedView: Sendable {
  package let capture: Capture

  /// What is seen of one entity.
  package struct Seen: Sendable {
    package var pixels = 0
    package var minU = Int.max
    package var minV = Int.max
    package var maxU = Int.min
    package var maxV = Int.min

    package var box: PixelBox? {
      pixels > 0 ? PixelBox(x: minU, y: minV, width: maxU - minU + 1, height: maxV - minV + 1) : nil
    }
  }

  /// By index into `snapshot.subjects`.
  package let seen: [Seen]
  /// By index into `snapshot.subjects`: its layer among `capture.alone`.
  package let aloneIndex: [Int?]
  /// For lenses that see all around: whether a column shows an entity, entity after entity.
  private let columns: [Bool]

  package init(_ capture: Capture) {
    self.capture = capture
    let subjects = capture.snapshot.subjects
    var seen = [Seen](repeating: Seen(), count: subjects.count)
    let isAround = capture.camera.period != nil
    let width = capture.camera.width
    var columns = [Bool](repeating: false, count: isAround ? subjects.count * width : 0)
    if let pieces = capture.piece {
      let entities = capture.snapshot.pieces.map(\.entity)
      var i = 0
      for v in 0..<pieces.height {
        for u in 0..<pieces.width {
          let piece = Int(pieces.values[i]) - 1
          i += 1
          guard piece >= 0 else { continue }
          let e = entities[piece]
          seen[e].pixels += 1
          seen[e].minU = min(seen[e].minU, u)
          seen[e].maxU = max(seen[e].maxU, u)
          seen[e].minV = min(seen[e].minV, v)
          seen[e].maxV = v
          if isAround { columns[e * width + u] = true }
        }
      }
    }
    self.seen = seen
    self.columns = columns
    var index = [Int?](repeating: nil, count: subjects.count)
    for (i, layer) in capture.alone.enumerated() { index[layer.entity] = i }
    aloneIndex = index
  }

  /// The box around what is seen of some entities; `nil` when nothing is.
  ///
  /// Through a lens that sees all around, columns count modulo the width: a box is the shortest that holds all, and
  /// where it crosses the seam x + width exceeds the image's width.
  package func visibleBox(of entities: [Int], within outer: PixelBox? = nil) -> PixelBox? {
    let boxes = entities.compactMap { seen[$0].box }
    guard var box = boxes.first else { return nil }
    for other in boxes.dropFirst() { box = box.union(other) }
    guard camera.period != nil else { return box }
    var taken = [Bool](repeating: false, count: width)
    for e in entities { for u in 0..<width where columns[e * width + u] { taken[u] = true } }
    let arc = outer.flatMap { ColumnArc(taken, within: ColumnArc($0)) } ?? ColumnArc(taken)
    return arc.map { PixelBox(x: $0.first, y: box.y, width: $0.count, height: box.height) }
  }

  /// The box around all of a thing, as if it were alone, by the same rule.
  package func amodalBox(of entity: Int) -> PixelBox? {
    guard let layer = aloneIndex[entity].map({ capture.alone[$0] }), let box = layer.box else { return nil }
    guard camera.period != nil else { return box }
    var taken = [Bool](repeating: false, count: width)
    for y in 0..<layer.height {
      for x in 0..<layer.width where layer.inverseDepth[y * layer.width + x] > 0 {
        taken[layer.u0 + x] = true
      }
    }
    return ColumnArc(taken).map { PixelBox(x: $0.first, y: box.y, width: $0.count, height: box.height) }
  }

  package var camera: Camera { capture.camera }
  package var width: Int { capture.camera.width }
  package var height: Int { capture.camera.height }

  /// Entities that labels speak of: things with a pixel on the enlarged canvas, and whatever else is seen.
  package var present: [Int] {
    capture.snapshot.subjects.indices.filter { seen[$0].pixels > 0 || aloneIndex[$0] != nil }
  }

  /// The things among them.
  package var things: [Int] { present.filter { aloneIndex[$0] != nil } }

  /// A raster worked out pixel by pixel where something is seen; `background` elsewhere.
  package func raster<T: Sendable>(
    channels: Int = 1, background: T,
    _ body: (_ i: Int, _ u: Int, _ v: Int, _ out: inout [T], _ at: Int) -> Void
  ) -> Raster<T> {
    var values = [T](repeating: background, count: width * height * channels)
    if let depth = capture.depth {
      var i = 0
      for v in 0..<height {
        for u in 0..<width {
          if depth.values[i] < .infinity { body(i, u, v, &values, i * channels) }
          i += 1
        }
      }
    }
    return Raster(width: width, height: height, channels: channels, values: values)
  }

  /// World directions (three channels) in the camera's axes; 0 where nothing is seen.
  func inCameraAxes(_ directions: Raster<Float>) -> Raster<Float> {
    let cameraFromWorld = capture.worldFromCamera.rotation.matrix.transpose
    return raster(channels: 3, background: 0) { i, _, _, out, at in
      let w = Vector3(
        Double(directions.values[3 * i]), Double(directions.values[3 * i + 1]),
        Double(directions.values[3 * i + 2]))
      let d = cameraFromWorld * w
      for k in 0..<3 { out[at + k] = Float(d[k]) }
    }
  }

  /// A value per seen piece, looked up per pixel; `background` elsewhere.
  package func byPiece<T: Sendable>(background: T, _ value: (Snapshot.Piece) -> T) -> Raster<T>? {
    guard let pieces = capture.piece else { return nil }
    let table = [background] + capture.snapshot.pieces.map(value)
    return Raster(width: width, height: height, values: pieces.values.map { table[Int($0)] })
  }
}
