import Assets
import VectorMath

/// The body of one closed book: boards or limp covers, a spine and a block of leaves.
///
/// Frame: standing on its tail, the spine at +x, the front cover at +y, the origin below the middle. Metres.
struct BookShape {
  var depth: Double
  var thickness: Double
  var height: Double
  /// Of `BookPrint.titles`.
  var title: Int
  var isHardcover: Bool

  /// Sizes as books have them, by a number of the look.
  init(_ v: AssetVariation, _ index: Int) {
    let formats: [(height: Double, depth: Double)] = [
      (0.178, 0.11), (0.198, 0.128), (0.21, 0.14), (0.234, 0.156), (0.24, 0.165), (0.27, 0.205),
    ]
    let format = formats[v.choice("format", index, of: formats.count)]
    height = format.height + v.number("tall", index, in: -0.004...0.004)
    depth = format.depth + v.number("deep", index, in: -0.004...0.004)
    thickness = v.number("thick", index, in: 0.013...0.042)
    title = v.choice("title", index, of: BookPrint.titles.count)
    isHardcover = v.unit("hard", index) < 0.55
  }

  /// Lying on its back cover: the head at -x, the spine at -y.
  static let lying = AffineTransform(
    linear: Quaternion(axis: Vector3(0, 0, 1), angle: -Double.pi / 2).matrix
      * Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2).matrix)

  /// Adds it, moved from its own frame. Lying books come down to z = 0 when lifted by half their thickness.
  func add(to asset: inout AssetBuilder, _ transform: AffineTransform) {
    let cover = asset.material(BookPrint.coverMaterial)
    let spine = asset.material(BookPrint.spineMaterial)
    let leaves = asset.material(BookPrint.leavesMaterial)
    let (d, t, h) = (depth / 2, thickness / 2, height)
    let board = isHardcover ? 0.0026 : 0.0007
    let overhang = isHardcover ? 0.003 : 0.0004
    let joint = d - (isHardcover ? 0.007 : 0.002)
    for side in [-1.0, 1] {
      var sheet = MeshBuilder.box(
        from: Vector3(-d, side * (t - board), 0), to: Vector3(joint, side * t, h),
        bevel: isHardcover ? 0.0006 : 0)
      sheet.setUVs { p in
        let u = (joint - p.x) / (joint + d)
        // The back bears the front's left margin.
        return BookPrint.coverUV(title, side > 0 ? u : 0.01 + 0.03 * u, 1 - p.z / h)
      }
      asset.add(sheet.transformed(transform), material: cover, part: "cover")
    }
    // The spine: a curved strip that reaches into the joints.
    let bulge = isHardcover ? 0.0035 : 0.0003
    let steps = isHardcover ? 6 : 2
    let arc = (0...steps).map { i -> Vector2 in
      let s = Double(i) / Double(steps) * 2 - 1
      return Vector2(d - bulge * s * s, t * s)
    }
    let inner = arc.reversed().map { p in
      Vector2(p.x - max(board, 0.0012), p.y * (t - max(board, 0.0012)) / t)
    }
    let start = Vector2(joint - 0.0015, board * 0.5 - t)
    let outline =
      isHardcover
      ? [start] + arc + [Vector2(start.x, -start.y), Vector2(start.x, t - board)] + inner + [
        Vector2(start.x, board - t)
      ]
      : arc + inner
    var strip = MeshBuilder.extrusion(outline, bottom: 0, top: h)
    strip.setUVs { BookPrint.spineUV(title, along: 1 - $0.z / h, across: (t - $0.y) / thickness) }
    asset.add(strip.transformed(transform), material: spine, part: "spine")
    var block = MeshBuilder.box(
      from: Vector3(overhang - d, board - t, overhang),
      to: Vector3(d - bulge - board, t - board, h - overhang))
    block.setUVs { Vector2($0.x + $0.z, $0.y / 0.02) }
    asset.add(block.transformed(transform), material: leaves, part: "leaves")
  }
}
