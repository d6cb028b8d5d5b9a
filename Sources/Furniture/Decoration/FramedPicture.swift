import Assets
import Imaging
import VectorMath
import WorldModel

/// A frame with mitred rails around a sheet, flat against a wall or standing by itself.
struct FramedPicture {
  /// The whole frame's width and height, metres.
  var width: Double
  var height: Double
  /// Width of a rail and how far it stands out, metres.
  var rail: Double
  var depth: Double
  /// Width of the passe-partout, metres; 0 for none.
  var mat: Double

  /// Adds frame, mat and picture to an asset, the wall at x = 0, the middle of the frame at (0, 0, 0) moved by `place`.
  func add(
    to asset: inout AssetBuilder, frame: Int, mat paper: Int?, picture: Int,
    _ place: (MeshBuilder) -> MeshBuilder = { $0 }
  ) {
    let (w, h) = (width / 2, height / 2)
    // The section of a rail, from its outer edge at the wall to its inner lip: bevelled inwards.
    let section = [
      Vector2(0, 0), Vector2(0, depth - 0.003), Vector2(0.003, depth), Vector2(rail * 0.55, depth),
      Vector2(rail - 0.003, depth * 0.7), Vector2(rail, depth * 0.62), Vector2(rail, 0),
    ]
    var b = MeshBuilder()
    let corners = [Vector2(-1, -1), Vector2(1, -1), Vector2(1, 1), Vector2(-1, 1)]
    let rings = corners.map { c in
      section.map { p in b.point(Vector3(p.y, c.x * (w - p.x), c.y * (h - p.x))) }
    }
    for i in 0..<4 {
      let j = (i + 1) % 4
      let isLevel = i % 2 == 0
      for k in section.indices {
        let l = (k + 1) % section.count
        func uv(_ id: Int) -> Vector2 {
          let p = b.points[id]
          return isLevel ? Vector2(p.y, p.z + p.x) : Vector2(p.z, p.y + p.x)
        }
        let q = [rings[i][k], rings[i][l], rings[j][l], rings[j][k]]
        b.quad(q[0], q[1], q[2], q[3], uv: (uv(q[0]), uv(q[1]), uv(q[2]), uv(q[3])))
      }
    }
    b.orientOutward()
    asset.add(place(b), material: frame, crease: 0.3)
    let (iw, ih) = (w - rail, h - rail)
    if let paper, mat > 0 {
      asset.add(
        place(.box(from: Vector3(0.001, -iw, -ih), to: Vector3(depth * 0.42, iw, ih))), material: paper,
        part: "mat")
    }
    let (pw, ph) = (iw - mat, ih - mat)
    let front = mat > 0 ? depth * 0.42 + 0.0012 : depth * 0.42
    var sheet = MeshBuilder.box(
      from: Vector3(mat > 0 ? depth * 0.42 : 0.001, -pw, -ph), to: Vector3(front, pw, ph))
    // Seen from the front, +y is to the right-hand side of who looks along −x: u grows with y.
    sheet.setUVs { Vector2(0.5 + $0.y / (2 * pw), 0.5 - $0.z / (2 * ph)) }
    asset.add(place(sheet), material: picture, part: "picture")
  }
}
