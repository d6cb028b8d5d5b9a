import Assets
import Furniture
import InteriorSurfaces
import VectorMath
import WorldModel

/// A window or a glazed door made for one opening: frame, sashes that open inwards, panes, handles, an outer sill.
///
/// Frame: x into the room, y along the wall, z up; the origin in the middle of the opening's lower edge, in the middle
/// of the frame's depth.
struct WindowUnit {
  let opening: HomePlan.Opening
  let finishes: HomeFinishes
  /// From the middle of the frame to the outer face of the wall, metres.
  let outerDepth: Double

  static let frameWidth = 0.05
  static let frameDepth = 0.07
  private static let sashWidth = 0.058
  private static let sashDepth = 0.062
  /// How far sashes stand proud of the middle of the frame, towards the room.
  private static let sashOffset = 0.014
  /// Where daylight begins, from the middle of the frame towards the room, metres: just before the sashes. Two
  /// centimetres behind it surfaces begin to be lit as the outdoors is: that is behind the frame's face.
  static let portalDepth = sashOffset + sashDepth / 2 + 0.003

  private var isDoor: Bool { opening.kind == .balconyDoor }

  /// How many sashes stand side by side, and which of them open.
  private var sashes: [(width: Double, opens: Bool)] {
    let w = opening.width - 2 * Self.frameWidth
    let count = w < 0.95 ? 1 : w < 1.75 ? 2 : w < 2.6 ? 3 : 4
    // A wide window has a fixed pane in the middle.
    if count == 3 && !isDoor { return [(w * 0.27, true), (w * 0.46, false), (w * 0.27, true)] }
    return (0..<count).map { (w / Double(count), count < 3 || $0 == 0 || $0 == count - 1) }
  }

  func asset() -> Asset {
    var b = AssetBuilder(name: "window", nativeClass: "window", mainPart: "frame")
    let isWood = finishes.windowFrame == finishes.palette.wood
    let paint = b.material(
      isWood
        ? IndoorMaterial.wood(finishes.palette.wood, roughness: 0.4)
        : IndoorMaterial.lacquer(finishes.windowFrame, roughness: 0.35),
      tile: isWood ? IndoorMaterial.woodTile : 1)
    let glass = b.material(IndoorMaterial.glass(Colour(0xf2f7f6), alpha: 0.1))
    let metal = b.material(IndoorMaterial.metal(finishes.palette.metal))
    frame(&b, paint)
    var y = opening.width / 2 - Self.frameWidth
    for (i, sash) in sashes.enumerated() {
      self.sash(
        &b, i, from: y - sash.width, to: y, opens: sash.opens, paint: paint, glass: glass, metal: metal)
      y -= sash.width
    }
    outerSill(&b)
    return b.asset()
  }

  /// The middle of the glass and its half sides, local frame: where daylight comes in.
  var glassHalf: Vector2 {
    Vector2(opening.width / 2 - Self.frameWidth, opening.height / 2 - Self.frameWidth)
  }

  private func frame(_ b: inout AssetBuilder, _ paint: Int) {
    let (w, h) = (opening.width / 2, opening.height)
    let d = Self.frameDepth / 2
    let f = Self.frameWidth
    let k = 0.004
    // Sunk a little into the reveals on all sides.
    let path = [
      Vector3(0, w + k, -k), Vector3(0, w + k, h + k), Vector3(0, -w - k, h + k), Vector3(0, -w - k, -k),
    ]
    let section = [
      Vector2(0, -d), Vector2(f + k - 0.002, -d), Vector2(f + k, -d + 0.002), Vector2(f + k, d - 0.002),
      Vector2(f + k - 0.002, d), Vector2(0, d),
    ]
    b.add(
      .moulding(path, normal: Vector3(1, 0, 0), section: section, isClosed: true), material: paint,
      crease: 0.4)
    // Mullions between fixed and opening parts are the sashes' own edges, with a rail behind their joint.
    var y = w - f
    for sash in sashes.dropLast() {
      y -= sash.width
      b.add(
        .box(
          from: Vector3(-d + 0.004, y - 0.018, f - 0.004), to: Vector3(d - 0.03, y + 0.018, h - f + 0.004)),
        material: paint)
    }
  }

  private func sash(
    _ b: inout AssetBuilder, _ index: Int, from y0: Double, to y1: Double, opens: Bool, paint: Int,
    glass: Int,
    metal: Int
  ) {
    let (z0, z1) = (Self.frameWidth, opening.height - Self.frameWidth)
    // Sashes stand a little proud of the frame on the room's side.
    let x = Self.sashOffset
    let gap = 0.002
    let hingesAtLeft = index == 0
    let pin = Vector3(x + Self.sashDepth / 2, hingesAtLeft ? y1 : y0, 0)
    let node =
      opens
      ? b.joint(
        "sash_\(index + 1)", rest: NodePose(translation: pin),
        .hinge(axis: Vector3(0, 0, 1), angle: hingesAtLeft ? 1.5 : -1.5))
      : b.node("pane_\(index + 1)", rest: NodePose(translation: pin))
    let d = Self.sashDepth / 2
    let s = Self.sashWidth
    func place(_ p: Vector3) -> Vector3 { p - pin }
    let lip = opens ? 0.008 : 0
    let (a, c) = (Vector2(y0 + gap - lip, z0 - lip + gap), Vector2(y1 - gap + lip, z1 + lip - gap))
    let path = [Vector3(x, c.x, a.y), Vector3(x, c.x, c.y), Vector3(x, a.x, c.y), Vector3(x, a.x, a.y)].map(
      place)
    // Towards the glass the profile falls off on both sides.
    let section = [
      Vector2(0, -d + lip * 2), Vector2(s - 0.012, -d + lip * 2), Vector2(s + lip, -0.012),
      Vector2(s + lip, 0.01),
      Vector2(s - 0.008, d), Vector2(0.003, d), Vector2(0, d - 0.003),
    ]
    b.add(
      .moulding(path, normal: Vector3(1, 0, 0), section: section, isClosed: true), material: paint,
      part: "sash", node: node,
      crease: 0.4)
    // The pane.
    let inner = (Vector2(a.x + s, a.y + s), Vector2(c.x - s, c.y - s))
    var pane = MeshBuilder()
    let ids = [
      Vector3(x, inner.0.x, inner.0.y), Vector3(x, inner.1.x, inner.0.y), Vector3(x, inner.1.x, inner.1.y),
      Vector3(x, inner.0.x, inner.1.y),
    ].map { pane.point(place($0)) }
    pane.quad(ids[0], ids[1], ids[2], ids[3])
    pane.quad(ids[0], ids[3], ids[2], ids[1])
    b.add(pane, material: glass, part: "glass", node: node)
    if finishes.hasGlazingBars { bars(&b, inner, x: x, pin: pin, paint: paint, node: node) }
    guard opens else { return }
    // The handle on the side away from the hinges.
    let y = hingesAtLeft ? a.x + s / 2 : c.x - s / 2
    let z = min(max(opening.height * 0.45, isDoor ? 1.05 - opening.sill : 0.2), opening.height - 0.3)
    var handle = MeshBuilder.box(
      from: Vector3(x + d - 0.001, y - 0.014, z - 0.035), to: Vector3(x + d + 0.008, y + 0.014, z + 0.035),
      bevel: 0.002)
    handle.append(
      .cylinder(from: Vector3(x + d, y, z), to: Vector3(x + d + 0.04, y, z), radius: 0.008, sides: 10))
    handle.append(
      .tube(
        [
          Vector3(x + d + 0.038, y, z + 0.012), Vector3(x + d + 0.038, y, z - 0.05),
          Vector3(x + d + 0.036, y, z - 0.11),
        ],
        radii: [0.009, 0.0085, 0.007], sides: 10))
    b.add(handle.translated(-pin.x, -pin.y, -pin.z), material: metal, part: "handle", node: node)
  }

  /// Bars that part the pane into panes of about 0.4 m.
  private func bars(
    _ b: inout AssetBuilder, _ inner: (Vector2, Vector2), x: Double, pin: Vector3, paint: Int, node: Int
  ) {
    let size = inner.1 - inner.0
    let (columns, rows) = (max(1, Int((size.x / 0.42).rounded())), max(1, Int((size.y / 0.48).rounded())))
    var solid = MeshBuilder()
    for i in 1..<max(1, columns) where columns > 1 {
      let y = inner.0.x + size.x * Double(i) / Double(columns)
      solid.append(
        .box(
          from: Vector3(x - 0.012, y - 0.011, inner.0.y - 0.004),
          to: Vector3(x + 0.014, y + 0.011, inner.1.y + 0.004), bevel: 0.003))
    }
    for j in 1..<max(1, rows) where rows > 1 {
      let z = inner.0.y + size.y * Double(j) / Double(rows)
      solid.append(
        .box(
          from: Vector3(x - 0.011, inner.0.x - 0.004, z - 0.011),
          to: Vector3(x + 0.013, inner.1.x + 0.004, z + 0.011), bevel: 0.003))
    }
    b.add(solid.translated(-pin.x, -pin.y, -pin.z), material: paint, part: "bar", node: node)
  }

  /// A sheet of metal that sheds the rain.
  private func outerSill(_ b: inout AssetBuilder) {
    let metal = b.material(
      Material(name: "sill_metal", baseColor: Colour(0x8f9496).linear, metallic: 0.6, roughness: 0.45))
    let w = opening.width / 2 - 0.002
    let (x0, x1) = (-Self.frameDepth / 2 + 0.004, -outerDepth - 0.035)
    // It lies on the wall as far as that goes, then bends down.
    let plate = MeshBuilder.extrusion(
      [
        Vector2(x1, -0.012), Vector2(-outerDepth, 0.001), Vector2(x0, 0.018), Vector2(x0, 0.021),
        Vector2(-outerDepth, 0.004), Vector2(x1, -0.009),
      ],
      bottom: -w, top: w)
    // Extruded along z; laid down so that z becomes y.
    let lay = AffineTransform(
      linear: Matrix3(columns: Vector3(1, 0, 0), Vector3(0, 0, 1), Vector3(0, -1, 0)), translation: .zero)
    b.add(plate.transformed(lay), material: metal, part: "outer_sill")
  }
}

/// The board below a window on the room's side.
///
/// Frame: as of `WindowUnit`.
struct WindowBoard {
  let width: Double
  /// From the middle of the window's frame to the room's face of the wall, metres.
  let depth: Double
  let finishes: HomeFinishes

  func asset() -> Asset {
    var b = AssetBuilder(name: "window_sill", nativeClass: "window_sill", mainPart: "board")
    let isStone = finishes.style == .modern || finishes.style == .industrial
    let material =
      isStone
      ? b.material(IndoorFinish.marble(Colour(0xe2dfd8)).material, tile: IndoorFinish.marble(Colour(0)).tile)
      : b.material(IndoorMaterial.lacquer(finishes.trim, roughness: 0.4))
    let front = depth + 0.045
    b.add(
      .box(
        from: Vector3(0.01, -width / 2 - 0.035, -0.008), to: Vector3(front, width / 2 + 0.035, 0.02),
        bevel: 0.004),
      material: material)
    b.support(
      "board", at: Vector3((depth + front) / 2 - 0.01 - depth * 0.2, 0, 0.02),
      size: Vector2(max(0.05, front - 0.06), max(0.1, width - 0.1)))
    return b.asset()
  }
}
