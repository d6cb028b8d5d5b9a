import Geometry
import VectorMath
import WorldModel

extension Lens {
  /// True when a box lies wholly beyond one side of the view: a conservative test in exact camera geometry.
  ///
  /// - Parameters:
  ///   - map: camera frame from the box's.
  ///   - canvas: the pixels in view, with a margin of one.
  func isOutside(_ box: Box3, _ map: AffineTransform, _ canvas: PixelRectangle) -> Bool {
    guard !box.isEmpty else { return true }
    let left = (Double(canvas.minU) - 1 - cx) * inverseFx
    let right = (Double(canvas.maxU) - cx) * inverseFx
    let top = (Double(canvas.minV) - 1 - cy) * inverseFy
    let bottom = (Double(canvas.maxV) - cy) * inverseFy
    var inside = (near: false, left: false, right: false, top: false, bottom: false)
    for corner in 0..<8 {
      let p = Vector3(
        corner & 1 == 0 ? box.min.x : box.max.x, corner & 2 == 0 ? box.min.y : box.max.y,
        corner & 4 == 0 ? box.min.z : box.max.z)
      let c = map * p
      if c.z >= near { inside.near = true }
      let z = isParallel ? 1 : c.z
      if c.x >= left * z { inside.left = true }
      if c.x <= right * z { inside.right = true }
      if c.y >= top * z { inside.top = true }
      if c.y <= bottom * z { inside.bottom = true }
    }
    return !(inside.near && inside.left && inside.right && inside.top && inside.bottom)
  }
}

extension Snapshot.Piece {
  /// The box of the shape at its instant, in the mesh's frame.
  var bounds: Box3 { deformedPositions.map { Box3($0.map { Vector3($0) }) } ?? mesh.bounds }
}
