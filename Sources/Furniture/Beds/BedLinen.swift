import Assets
import InteriorSurfaces
import VectorMath

/// A mattress and what makes it a bed: a duvet that hangs over the sides, folded back below the pillows.
///
/// The head is at least x; metres, z from the floor.
struct BedLinen: Sendable {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  /// Under the mattress and on top of it.
  var low: Double
  var top: Double
  /// How far the duvet hangs over the sides and the foot; the latter may be nothing where a board stands.
  var hang: Double
  var footHang: Double
  let look: Look
  /// How many strips of cloth lie across the bed.
  var columns = 28
  /// Turns all of it about the origin.
  var turn = Quaternion.identity

  /// The thickness of the duvet in the middle.
  private var loft: Double { 0.045 }

  func add(to asset: inout AssetBuilder, pillows: Int) {
    func put(_ mesh: MeshBuilder, _ finish: Finish, _ part: String, crease: Double) {
      asset.add(turn == .identity ? mesh : mesh.rotated(turn), finish, part: part, crease: crease)
    }
    let v = look.variation
    let p = look.palette
    let sheet = Finish.fabric(p.linen)
    let covers = [p.linen, p.accent(v.choice("cover", of: 3)), p.upholstery, Colour(0xf6f4ef)]
    let cover = Finish.fabric(covers[v.choice("duvet", of: covers.count)])
    let lining = Finish.fabric(v.unit("lining") < 0.5 ? p.linen : Colour(0xf8f6f2))
    let mattress = SoftBlock(
      Vector3(x.lowerBound, y.lowerBound, low), Vector3(x.upperBound, y.upperBound, top - 0.006),
      radius: 0.045,
      crown: Vector3(0, 0, 0.008), pitch: 0.3)
    put(mattress.mesh, sheet, "mattress", crease: 1.1)
    put(mattress.piping(axis: 2, radius: 0.005), sheet, "mattress", crease: 1.1)
    put(mattress.piping(axis: 2, positive: false, radius: 0.005), sheet, "mattress", crease: 1.1)
    let fold = x.lowerBound + v.number("fold", in: 0.58...0.7)
    put(
      sheetOver(fold, x.upperBound + footHang, under: 0.003, thickness: loft, hem: hang), cover, "duvet",
      crease: 1.2)
    let back = v.number("turned back", in: 0.24...0.36)
    put(
      sheetOver(fold - 0.012, fold + back, under: loft * 0.97, thickness: 0.03, hem: hang * 0.93), lining,
      "duvet", crease: 1.2)
    addPillows(pillows, sheet) { put($0, $1, "pillow", crease: 1.2) }
  }

  /// A thick cloth laid over the mattress from one place along x to another, hanging down at the sides and, where it
  /// is long enough, at the foot.
  private func sheetOver(
    _ start: Double, _ end: Double, under: Double, thickness: Double, hem: Double
  ) -> MeshBuilder {
    let r = 0.05
    let (half, middle) = ((y.upperBound - y.lowerBound) / 2, (y.lowerBound + y.upperBound) / 2)
    let seed = look.variation.unit("folds") * 6.3
    let reach = half - r + Double.pi / 2 * r + hem
    // Along an edge that is rounded by r: how far out and how far up, for the length `a` beyond where it bends.
    func over(_ a: Double, _ lift: Double) -> (out: Double, up: Double, drop: Double) {
      if a <= 0 { return (a, lift, 0) }
      let bend = min(a, Double.pi / 2 * r)
      let (s, c) = DeterministicMath.sincos(bend / r)
      let drop = max(0, a - bend)
      return ((r + lift) * s, (r + lift) * c - r - drop, drop)
    }
    func at(_ u: Double, _ v: Double, _ lift: (Double) -> Double) -> Vector3 {
      let along = start + (end - start) * v
      let t = (2 * u - 1) * reach
      let side: Double = t < 0 ? -1 : 1
      // Thin at the hems, full within.
      let margin = min(min(u, 1 - u) * 2 * reach, min(v, 1 - v) * (end - start))
      let full = min(1, margin / 0.06)
      let hemmed = (full * (2 - full)).squareRoot()
      let wave = wrinkle(along, t, seed)
      let height = lift(hemmed) + wave * hemmed
      // Lengths beyond where the cloth bends over a side and over the foot. At a corner both matter: the square of
      // cloth there is gathered into a quarter of a round.
      let beyond = Vector2(t.magnitude - (half - r), along - (x.upperBound - r))
      let isCorner = beyond.x > 0 && beyond.y > 0
      let length = max(beyond.x, beyond.y)
      let way =
        isCorner ? normalized(beyond) : beyond.x > beyond.y ? Vector2(1, 0) : Vector2(0, 1)
      let bent = over(length, height)
      // Folds of what hangs grow downward, most where the cloth is gathered.
      let ripple = DeterministicMath.sin(
        13 * (along - t) + 3 * DeterministicMath.sin(4 * (along + t) + seed) + seed)
      let swing = bent.drop * (0.05 * (1 + ripple) + 0.5 * way.x * way.y)
      let out = length > 0 ? way * (bent.out + swing) : .zero
      return Vector3(
        length > 0 && way.y > 0 ? x.upperBound - r + out.y : along,
        middle + side * (length > 0 && way.x > 0 ? half - r + out.x : t.magnitude), top + bent.up)
    }
    let columns = columns
    let rows = max(8, min(columns * 4 / 5, Int((end - start) / 0.065)))
    var mesh = MeshBuilder.slab(
      columns: columns, rows: rows, front: { u, v in at(u, v) { under + thickness * $0 } },
      back: { u, v in at(u, v) { under + 0.0005 * $0 } })
    mesh.mapUVs { Vector2($0.x * 2 * reach, $0.y * (end - start)) }
    return mesh
  }

  /// Soft hills and creases of a duvet, metres.
  private func wrinkle(_ a: Double, _ b: Double, _ seed: Double) -> Double {
    let sin = DeterministicMath.sin
    let hills = sin(5.1 * a + 1.7 * sin(3.3 * b + seed)) * sin(4.3 * b + 1.1 * sin(4.7 * a + 2 * seed))
    let crease = sin(9.7 * a + 6.1 * b + 2.3 * sin(3.9 * b + seed))
    let other = sin(7.3 * a - 11.3 * b + 1.9 * sin(5.3 * a + 3 * seed))
    func ridge(_ s: Double) -> Double { (1 - s.magnitude) * (1 - s.magnitude) }
    return 0.011 * hills + 0.009 * ridge(crease) + 0.007 * ridge(other)
  }

  private func addPillows(_ count: Int, _ sheet: Finish, _ add: (MeshBuilder, Finish) -> Void) {
    let v = look.variation
    let width = (y.upperBound - y.lowerBound) / Double(max(1, count))
    let second = Finish.fabric(look.palette.accent(v.choice("sham", of: 3)))
    let hasShams = v.unit("shams") < 0.5
    for i in 0..<count {
      let middle = y.lowerBound + width * (Double(i) + 0.5)
      let size = Vector3(0.45, min(0.7, width * 0.92), 0.2)
      func put(_ x0: Double, _ tilt: Double, _ lift: Double, _ finish: Finish, _ scale: Double) {
        let mesh = MeshBuilder.bedPillow(size * scale, phase: v.unit("pillow", i))
          .rotated(
            Quaternion(axis: Vector3(0, 0, 1), angle: v.number("askew", i, in: -0.05...0.05))
              * Quaternion(axis: Vector3(0, 1, 0), angle: tilt))
        add(mesh.translated(x0, middle, top + lift), finish)
      }
      put(x.lowerBound + 0.26, 0.11, 0.085, sheet, 1)
      if hasShams { put(x.lowerBound + 0.2, 0.85, 0.24, second, 0.94) }
    }
  }
}
