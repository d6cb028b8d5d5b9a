import Assets
import VectorMath

/// Roofs over the lid of the walls.
extension BuildingWork {
  mutating func addRoof() {
    switch design.roof {
    case .flat(let parapet): flatRoof(parapet)
    case .gable(let pitch): gableRoof(pitch)
    case .hip(let pitch): hipRoof(pitch)
    case .mansard: mansardRoof()
    }
  }

  /// A plan point moved in from the corner `i` along both of its sides, metres.
  private func inset(_ i: Int, _ d: Double) -> Vector2 {
    let c = plot.corners
    let (p, next, last) = (c[i], c[(i + 1) % 4], c[(i + 3) % 4])
    return p + normalized(next - p) * d + normalized(last - p) * d
  }

  // MARK: Flat

  private mutating func flatRoof(_ parapet: Double) {
    let inner = (0..<4).map { inset($0, 0.25) }
    for i in 0..<4 {
      let j = (i + 1) % 4
      let outline = [plot.corners[i], plot.corners[j], inner[j], inner[i]]
      var rim = MeshBuilder.extrusion(outline, bottom: top, top: top + parapet)
      rim.projectUVs()
      asset.add(rim, material: wall)
      let capped = [plot.corners[i], plot.corners[j], inset(j, 0.29), inset(i, 0.29)]
      asset.add(.extrusion(capped, bottom: top + parapet, top: top + parapet + 0.06), material: trim)
    }
    if design.rooftop { rooftop(parapet) }
  }

  /// Stair heads, tanks and fans.
  private mutating func rooftop(_ parapet: Double) {
    let c = shell.middle
    let along = front.along
    let n = front.outward
    func place(_ u: Double, _ v: Double, _ size: Vector3, _ material: Int, bevel: Double = 0.02) {
      let p = c + along * u + n * v
      let frame = AffineTransform(
        linear: Matrix3(columns: Vector3(n.x, n.y, 0), Vector3(along.x, along.y, 0), Vector3(0, 0, 1)),
        translation: Vector3(p.x, p.y, top))
      asset.add(
        MeshBuilder.box(
          from: Vector3(-size.x / 2, -size.y / 2, 0), to: Vector3(size.x / 2, size.y / 2, size.z),
          bevel: bevel
        ).transformed(frame), material: material, part: "roof")
    }
    let half = front.width / 2
    place(chance.number("stair u", in: -0.4...0.4) * half, -0.5, Vector3(3.2, 4, 2.5), wall)
    let metal = Surfacing.metal(Colour(0xb9bdbf)).index(in: &asset)
    for k in 0..<3 where chance.unit("plant", k) < 0.7 {
      let u = (Double(k) - 1) * 0.6 * half + chance.number("plant u", k, in: -0.5...0.5)
      place(
        u, chance.number("plant v", k, in: 1...2.2),
        Vector3(1.1, 1.6, chance.number("plant h", k, in: 0.8...1.5)), metal)
    }
    if case .shops(isChinese: true) = design.ground {
      let tank = Surfacing.metal(Colour(0xc9cdd0)).index(in: &asset)
      for k in 0..<2 {
        let p = c + along * (half * (0.3 + 0.35 * Double(k)) - half * 0.5) + n * 3
        asset.add(
          .cylinder(
            from: Vector3(p.x, p.y, top + 0.4), to: Vector3(p.x, p.y, top + 1.8), radius: 0.55, sides: 12),
          material: tank, part: "roof")
        asset.add(
          .box(size: Vector3(0.9, 0.9, 0.42), center: Vector3(p.x, p.y, top + 0.21)), material: tank,
          part: "roof")
      }
    }
  }

  // MARK: Pitched

  /// Left and right ends of the ridge, plan, and half the depth of the house.
  private var ridge: (left: Vector2, right: Vector2, run: Double) {
    let c = plot.corners
    return ((c[0] + c[3]) / 2, (c[1] + c[2]) / 2, plot.depth / 2)
  }

  /// A sheet of roofing of some thickness between two lines, each from left to right seen from before it.
  private mutating func sheet(
    _ low: (Vector3, Vector3), _ high: (Vector3, Vector3), thickness: Double = 0.14, material: Int? = nil
  ) {
    let up = Vector3(0, 0, thickness)
    func at(_ u: Double, _ v: Double) -> Vector3 {
      let a = high.0 + (high.1 - high.0) * u
      let b = low.0 + (low.1 - low.0) * u
      return a + (b - a) * v
    }
    var mesh = MeshBuilder.slab(columns: 1, rows: 1, front: { at($0, $1) + up }, back: { at($0, $1) })
    let (width, rise) = (length(low.1 - low.0), length(low.0 - high.0))
    mesh.mapUVs { Vector2($0.x * width, $0.y * rise) }
    asset.add(mesh, material: material ?? roofing, part: "roof")
  }

  private func lifted(_ p: Vector2, _ z: Double) -> Vector3 { Vector3(p.x, p.y, z) }

  private mutating func gableRoof(_ pitch: Double) {
    let (left, right, run) = ridge
    let c = plot.corners
    let rise = run * pitch
    // The loft: a prism on the lid, its gables flush with the walls.
    var loft = MeshBuilder()
    let ids = [c[0], c[1], c[2], c[3]].map { loft.point(lifted($0, top)) }
    let (l, r) = (loft.point(lifted(left, top + rise)), loft.point(lifted(right, top + rise)))
    loft.triangle(ids[1], ids[2], r)
    loft.triangle(ids[3], ids[0], l)
    loft.quad(ids[0], ids[1], r, l)
    loft.quad(ids[2], ids[3], l, r)
    loft.quad(ids[3], ids[2], ids[1], ids[0])
    loft.projectUVs()
    asset.add(loft, material: wall)
    let eaves = 0.4
    let drop = eaves * pitch
    let along = front.along
    let (overLeft, overRight) = (plot.hasLeftNeighbour ? -0.002 : 0.3, plot.hasRightNeighbour ? -0.002 : 0.3)
    let (rl, rr) = (left - along * overLeft, right + along * overRight)
    let n = front.outward
    // Sheets pass a little beside each other at the ridge; a cap covers it.
    for side in [1.0, -1.0] {
      let (a, b) = side > 0 ? (c[0], c[1]) : (c[3], c[2])
      let low = (
        lifted(a - along * overLeft + n * (side * eaves), top - drop + 0.03),
        lifted(b + along * overRight + n * (side * eaves), top - drop + 0.03)
      )
      let high = (lifted(rl, top + rise + 0.03), lifted(rr, top + rise + 0.03))
      if side > 0 { sheet(low, high) } else { sheet((low.1, low.0), (high.1, high.0)) }
      gutter(low)
    }
    let cap = [rl, rr].map { lifted($0, top + rise + 0.18) }
    asset.add(.tube(cap, radius: 0.09, sides: 6), material: roofing, part: "roof")
    if design.dormers { dormers(from: top, rise: rise, run: run, isSteep: false) }
    chimneys(at: top + rise)
  }

  private mutating func gutter(_ edge: (Vector3, Vector3)) {
    let metal = Surfacing.metal(Colour(0x7d8285)).index(in: &asset)
    let down = Vector3(0, 0, 0.02)
    asset.add(.tube([edge.0 - down, edge.1 - down], radius: 0.065, sides: 6), material: metal, part: "roof")
  }

  private mutating func hipRoof(_ pitch: Double) {
    let eaves = 0.45
    let c = plot.corners
    let n = front.outward
    let along = front.along
    let corners = [
      c[0] - along * eaves + n * eaves, c[1] + along * eaves + n * eaves, c[2] + along * eaves - n * eaves,
      c[3] - along * eaves - n * eaves,
    ]
    let (left, right, run) = ridge
    let rise = run * pitch
    let half = min(run * 0.95, length(right - left) / 2 - 0.3)
    let (l, r) = (left + along * half, right - along * half)
    var mesh = MeshBuilder()
    let low = corners.map { mesh.point(lifted($0, top - 0.12)) }
    let edge = corners.map { mesh.point(lifted($0, top + 0.04)) }
    let (i, j) = (mesh.point(lifted(l, top + rise)), mesh.point(lifted(r, top + rise)))
    func uv(_ k: Int, _ origin: Vector2, _ axis: Vector2) -> Vector2 {
      let p = mesh.points[k]
      let d = Vector2(p.x, p.y) - origin
      return Vector2(dot(d, axis), -(p.z - top) * (1 + 1 / (pitch * pitch)).squareRoot())
    }
    func face(_ ring: [Int], _ axis: Vector2) {
      for k in 1..<ring.count - 1 {
        mesh.triangle(
          ring[0], ring[k], ring[k + 1],
          uv: (uv(ring[0], c[0], axis), uv(ring[k], c[0], axis), uv(ring[k + 1], c[0], axis)))
      }
    }
    face([edge[0], edge[1], j, i], along)
    face([edge[1], edge[2], j], n)
    face([edge[2], edge[3], i, j], along)
    face([edge[3], edge[0], i], n)
    for k in 0..<4 { mesh.quad(low[k], low[(k + 1) % 4], edge[(k + 1) % 4], edge[k]) }
    mesh.quad(low[3], low[2], low[1], low[0])
    asset.add(mesh, material: roofing, part: "roof", crease: 0.2)
    for k in 0..<4 { gutter((lifted(corners[k], top - 0.02), lifted(corners[(k + 1) % 4], top - 0.02))) }
    chimneys(at: top + rise * 0.8)
  }

  private mutating func mansardRoof() {
    let (rise, inset) = (2.7, 1.1)
    let c = plot.corners
    let n = front.outward
    let upper = [c[0] - n * inset, c[1] - n * inset, c[2] + n * inset, c[3] + n * inset]
    // The loft: walls lean in at front and rear, party walls stand.
    var loft = MeshBuilder()
    let low = c.map { loft.point(lifted($0, top)) }
    let high = upper.map { loft.point(lifted($0, top + rise)) }
    for k in 0..<4 { loft.quad(low[k], low[(k + 1) % 4], high[(k + 1) % 4], high[k]) }
    loft.quad(high[0], high[1], high[2], high[3])
    loft.quad(low[3], low[2], low[1], low[0])
    loft.projectUVs()
    asset.add(loft, material: wall)
    let up = 0.02
    for side in [0, 2] {
      let s = side == 0 ? 0.06 : -0.06
      let a = (lifted(c[side] + n * s, top + up), lifted(c[side + 1] + n * s, top + up))
      let b = (lifted(upper[side] + n * s, top + rise + up), lifted(upper[side + 1] + n * s, top + rise + up))
      sheet(a, b, thickness: 0.1)
      let ridge = self.ridge
      let top2 = top + rise + plot.depth / 2 * 0.28
      let r = side == 0 ? (ridge.left, ridge.right) : (ridge.right, ridge.left)
      sheet(
        (
          lifted(upper[side] + n * (3 * s), top + rise + up),
          lifted(upper[side + 1] + n * (3 * s), top + rise + up)
        ),
        (lifted(r.0, top2), lifted(r.1, top2)), thickness: 0.1)
      if side == 0 { gutter((lifted(c[0] + n * 0.16, top + 0.06), lifted(c[1] + n * 0.16, top + 0.06))) }
    }
    // Gables between the upper sheets.
    var gable = MeshBuilder()
    let z2 = top + rise + plot.depth / 2 * 0.28
    let base = upper.map { gable.point(lifted($0, top + rise)) }
    let (l, r) = (gable.point(lifted(ridge.left, z2)), gable.point(lifted(ridge.right, z2)))
    gable.triangle(base[1], base[2], r)
    gable.triangle(base[3], base[0], l)
    gable.quad(base[0], base[1], r, l)
    gable.quad(base[2], base[3], l, r)
    gable.quad(base[3], base[2], base[1], base[0])
    gable.projectUVs()
    asset.add(gable, material: wall)
    dormers(from: top, rise: rise, run: inset, isSteep: true)
    chimneys(at: z2)
  }

  // MARK: On roofs

  /// Windows in small houses of their own, over the bays.
  private mutating func dormers(from eaves: Double, rise: Double, run: Double, isSteep: Bool) {
    let n = bays
    let every = isSteep ? 1 : 2
    for bay in 0..<n where bay % every == (n > 2 ? every - 1 : 0) {
      let width = 1.25
      let u = front.width * (Double(bay) + 0.5) / Double(n)
      guard u > 0.9, u < front.width - 0.9 else { continue }
      let z = eaves + (isSteep ? 0.45 : 0.35 * rise * 0.5 + 0.3)
      let height = 1.45
      // Its front stands where the roof is at its feet.
      let back = run * (z - eaves) / rise + 0.05
      let reach = min(run * 0.98, run * (z + height - eaves) / rise) + (isSteep ? 0.3 : 0.1)
      guard reach > back + 0.2 else { continue }
      let corners = [
        (u - width / 2, back), (u + width / 2, back), (u + width / 2, reach), (u - width / 2, reach),
      ]
      .map { u, depth -> Vector2 in
        let p = front.point(u, 0, depth: depth)
        return Vector2(p.x, p.y)
      }
      var house = HouseShell(corners, rows: [z, z + height], surface: isSteep ? trim : wall)
      house.walls[0].set(
        Opening(
          left: 0.16, right: width - 0.16, bottom: z + 0.2, top: z + height - 0.12, reveal: 0.06,
          filling: glazing(3000 + bay, columns: [0.5], rows: [], bar: 0.06)), row: 0, column: 0)
      house.add(to: &asset, lid: roofing)
      let lid = MeshBuilder.box(
        from: Vector3(-(reach - back), -width / 2 - 0.08, z + height),
        to: Vector3(0.12, width / 2 + 0.08, z + height + 0.09))
      asset.add(
        lid.transformed(
          AffineTransform(
            linear: front.transform(u: 0, z: 0).linear, translation: front.point(u, 0, depth: back))),
        material: roofing, part: "roof")
    }
  }

  private mutating func chimneys(at z: Double) {
    let brick = Surfacing.brick(Colour(0xe8d8c8)).index(in: &asset)
    let pot = Surfacing.paint(Colour(0x8a4f38), roughness: 0.9).index(in: &asset)
    let (left, right, _) = ridge
    for k in 0..<design.chimneys {
      let f = k == 0 ? chance.number("chimney", in: 0.1...0.35) : chance.number("chimney", k, in: 0.65...0.9)
      let p = left + (right - left) * f - front.outward * 0.6
      let low = z - 1.6
      asset.add(
        .box(from: Vector3(p.x - 0.3, p.y - 0.45, low), to: Vector3(p.x + 0.3, p.y + 0.45, z + 0.8)),
        material: brick,
        part: "chimney")
      asset.add(
        .box(from: Vector3(p.x - 0.34, p.y - 0.49, z + 0.8), to: Vector3(p.x + 0.34, p.y + 0.49, z + 0.9)),
        material: trim, part: "chimney")
      for s in [-0.22, 0.22] {
        asset.add(
          .cylinder(
            from: Vector3(p.x, p.y + s, z + 0.88), to: Vector3(p.x, p.y + s, z + 1.25), radius: 0.11,
            endRadius: 0.09,
            sides: 8), material: pot, part: "chimney")
      }
    }
  }
}
