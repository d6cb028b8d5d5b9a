import VectorMath
import WorldModel

/// A room's corners in its panorama, as `layout.txt` lists them.
struct Structured3DPanoramaLayout {
  /// Column, and row of the ceiling's and the floor's corner; pixels with integers at their centres. In the order in
  /// which columns grow, from the leftmost corner on: neighbours in the list share a wall, which is from left to right
  /// wherever the camera sees all corners.
  let corners: [(u: Double, ceiling: Double, floor: Double)]

  init(_ room: Structured3DStructure.Room, _ camera: Structured3DCamera) {
    let (eye, w, h) = (
      camera.view.worldFromCamera.translation, Double(camera.view.camera.width),
      Double(camera.view.camera.height)
    )
    func row(_ rise: Double, _ reach: Double) -> Double {
      (0.5 - DeterministicMath.atan2(rise, reach) / .pi) * h - 0.5
    }
    // Counter-clockwise from above is from right to left.
    let all = room.corners.reversed().map { corner in
      let d = corner - Vector2(eye.x, eye.y)
      let reach = length(d)
      return (
        u: (DeterministicMath.atan2(d.x, d.y) / (2 * .pi) + 0.5) * w - 0.5,
        ceiling: row(room.height - eye.z, reach), floor: row(0 - eye.z, reach)
      )
    }
    let first = all.indices.min { all[$0].u < all[$1].u } ?? 0
    corners = all.indices.map { all[(first + $0) % all.count] }
  }

  var numbers: [Double] { corners.flatMap { [$0.u, $0.ceiling, $0.u, $0.floor] } }

  var text: String {
    corners.map { corner in
      "\(Structured3DCamera.line([corner.u, corner.ceiling], 6))\n\(Structured3DCamera.line([corner.u, corner.floor], 6))\n"
    }.joined()
  }
}
