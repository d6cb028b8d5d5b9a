import Assets
import Furniture
import InteriorSurfaces
import VectorMath
import WorldModel

/// A door with its frame, made for one opening.
///
/// Frame: x towards the side to which it opens, y along the wall, z up; the origin on the floor in the middle of the
/// opening and of the wall.
struct DoorUnit {
  let opening: HomePlan.Opening
  /// Of the wall, metres.
  let thickness: Double
  let finishes: HomeFinishes
  let variation: AssetVariation
  /// Whether panes take the place of panels.
  let isGlazed: Bool
  /// +1 when the hinges are at greater y.
  let hingeSide: Double
  /// Whether it leads outdoors: no glass, another leaf.
  let isEntrance: Bool

  /// Thickness of the lining of the opening, metres.
  static let lining = 0.028
  private static let leafThickness = 0.042
  /// How deep lining and architrave reach into the wall.
  private static let sunk = 0.004

  private struct Surfaces {
    var frame: Int
    var leaf: Int
    var metal: Int
    var glass: Int
    var isWood: Bool
  }

  func asset() -> Asset {
    var b = AssetBuilder(name: "door", nativeClass: "door", mainPart: "frame")
    let wood = finishes.doorColour == nil
    let leafMaterial =
      finishes.doorColour.map {
        IndoorMaterial.lacquer(isEntrance ? $0.mixed(Colour(0x5a5f5c), 0.25) : $0, roughness: 0.4)
      }
      ?? IndoorMaterial.wood(finishes.palette.wood, roughness: 0.45)
    let frameMaterial =
      finishes.doorColour.map { _ in IndoorMaterial.lacquer(finishes.trim, roughness: 0.42) } ?? leafMaterial
    let s = Surfaces(
      frame: b.material(frameMaterial, tile: wood ? IndoorMaterial.woodTile : 1),
      leaf: b.material(leafMaterial, tile: wood ? IndoorMaterial.woodTile : 1),
      metal: b.material(
        IndoorMaterial.metal(finishes.palette.metal == .white ? .steel : finishes.palette.metal)),
      glass: isGlazed ? b.material(IndoorMaterial.glass(Colour(0xeef4f2), alpha: 0.14)) : 0, isWood: wood)
    frame(&b, s)
    let clear = opening.width - 2 * Self.lining
    let height = opening.height - Self.lining
    switch opening.kind {
    case .doubleDoor:
      for side in [1.0, -1.0] {
        leaf(
          &b, s, name: side > 0 ? "leaf_left" : "leaf_right", side: side, edge: clear / 2, width: clear / 2,
          height: height)
      }
    case .slidingDoor: slidingLeaves(&b, s, clear: clear, height: height)
    default: leaf(&b, s, name: "leaf", side: hingeSide, edge: clear / 2, width: clear, height: height)
    }
    return b.asset()
  }

  // MARK: Frame

  private func frame(_ b: inout AssetBuilder, _ s: Surfaces) {
    let (w, h, t) = (opening.width / 2, opening.height, thickness / 2 + 0.002)
    let k = Self.sunk
    for side in [-1.0, 1.0] {
      b.add(
        .box(
          from: Vector3(-t, side * (w - Self.lining), -0.01), to: Vector3(t, side * (w + k), h + k),
          bevel: 0.002),
        material: s.frame)
    }
    b.add(
      .box(from: Vector3(-t, -w + Self.lining, h - Self.lining), to: Vector3(t, w - Self.lining, h + k)),
      material: s.frame)
    // The stop against which the leaf closes.
    if opening.kind == .hingedDoor || opening.kind == .doubleDoor {
      let x1 = thickness / 2 - Self.leafThickness - 0.006
      let x0 = x1 - 0.03
      let path = [
        Vector3((x0 + x1) / 2, -w + Self.lining, -0.005),
        Vector3((x0 + x1) / 2, -w + Self.lining, h - Self.lining),
        Vector3((x0 + x1) / 2, w - Self.lining, h - Self.lining),
        Vector3((x0 + x1) / 2, w - Self.lining, -0.005),
      ]
      let half = (x1 - x0) / 2
      b.add(
        .moulding(
          path, normal: Vector3(1, 0, 0),
          section: [
            Vector2(-0.012, -half), Vector2(0.003, -half), Vector2(0.003, half), Vector2(-0.012, half),
          ]),
        material: s.frame)
    }
    // Architraves on both faces of the wall.
    let inner = w - Self.lining + 0.008
    let wide = RoomShell.architrave + Self.lining - 0.008
    let profile =
      finishes.style == .classic || finishes.style == .rustic
      ? [
        Vector2(0, -0.004), Vector2(wide, -0.004), Vector2(wide, 0.02), Vector2(wide - 0.012, 0.024),
        Vector2(wide - 0.02, 0.016), Vector2(0.014, 0.013), Vector2(0.008, 0.016), Vector2(0, 0.01),
      ]
      : [
        Vector2(0, -0.004), Vector2(wide, -0.004), Vector2(wide, 0.012), Vector2(wide - 0.003, 0.015),
        Vector2(0.003, 0.015), Vector2(0, 0.012),
      ]
    for face in [-1.0, 1.0] {
      let x = face * thickness / 2
      let top = h - Self.lining + 0.008
      let path = [
        Vector3(x, -face * inner, 0), Vector3(x, -face * inner, top), Vector3(x, face * inner, top),
        Vector3(x, face * inner, 0),
      ]
      // To the left of the path, seen against its normal, is away from the opening.
      b.add(
        .moulding(path, normal: Vector3(face, 0, 0), section: profile),
        material: s.frame, part: "architrave", crease: 0.5)
    }
  }

  // MARK: Leaves

  /// One leaf on hinges. It closes flush with the wall's face at +x.
  private func leaf(
    _ b: inout AssetBuilder, _ s: Surfaces, name: String, side: Double, edge: Double, width: Double,
    height: Double
  ) {
    let pin = Vector3(thickness / 2 - 0.003, side * edge, 0)
    let node = b.joint(
      name, rest: NodePose(translation: pin), .hinge(axis: Vector3(0, 0, 1), angle: side * 1.6))
    let w = width - 0.006
    // Made with the hinge at y = 0 and the leaf along +y, then mirrored as needed.
    var parts = LeafGeometry(
      width: w, height: height - 0.012, thickness: Self.leafThickness,
      design: isEntrance ? .twoPanels : finishes.door,
      isGlazed: isGlazed && !isEntrance, variation: variation)
    parts.build()
    let place = AffineTransform(
      linear: Matrix3(diagonal: Vector3(1, -side, 1)),
      translation: Vector3(-Self.leafThickness / 2, -side * 0.003, 0.009))
    b.add(parts.solid.transformed(place), material: s.leaf, part: "leaf", node: node)
    if !parts.panes.isEmpty {
      b.add(parts.panes.transformed(place), material: s.glass, part: "glass", node: node)
    }
    var handle = MeshBuilder()
    for face in [-1.0, 1.0] { handle.append(lever(face: face, at: w - 0.06)) }
    b.add(handle.transformed(place), material: s.metal, part: "handle", node: node)
    // Hinges: three barrels beside the pin.
    var hinges = MeshBuilder()
    for z in [0.2, height / 2, height - 0.22] {
      hinges.append(
        .cylinder(from: Vector3(0.006, 0, z), to: Vector3(0.006, 0, z + 0.09), radius: 0.007, sides: 10))
    }
    b.add(hinges, material: s.metal, part: "hinge", node: node)
  }

  /// A lever on a rosette; `at` along the leaf, pointing back to the hinges.
  private func lever(face: Double, at y: Double) -> MeshBuilder {
    let z = 1.02
    let x = face * Self.leafThickness / 2
    var b = MeshBuilder()
    let isSquare = variation.choice("rosette", of: 2) == 1
    if isSquare {
      b.append(
        .box(size: Vector3(0.008, 0.052, 0.052), center: Vector3(x + face * 0.003, y, z), bevel: 0.0015))
    } else {
      b.append(
        .cylinder(
          from: Vector3(x - face * 0.001, y, z), to: Vector3(x + face * 0.008, y, z), radius: 0.026, sides: 20
        ))
    }
    let out = x + face * 0.052
    b.append(.cylinder(from: Vector3(x, y, z), to: Vector3(out, y, z), radius: 0.009, sides: 12))
    if isSquare {
      b.append(
        .box(
          from: Vector3(out - 0.008, y + 0.012, z - 0.01), to: Vector3(out + 0.006, y - 0.12, z + 0.01),
          bevel: 0.002))
    } else {
      b.append(
        .tube(
          [
            Vector3(out, y + 0.01, z), Vector3(out, y - 0.03, z), Vector3(out, y - 0.115, z),
            Vector3(out - face * 0.012, y - 0.125, z),
          ],
          radii: [0.0095, 0.0095, 0.008, 0.007], sides: 12))
    }
    // The keyhole's rosette below.
    b.append(
      .cylinder(
        from: Vector3(x - face * 0.001, y, z - 0.075), to: Vector3(x + face * 0.006, y, z - 0.075),
        radius: 0.022,
        sides: 16))
    return b
  }

  /// Two panels on parallel tracks: one slides before the other.
  private func slidingLeaves(_ b: inout AssetBuilder, _ s: Surfaces, clear: Double, height: Double) {
    let t = 0.034
    let w = clear / 2 + 0.02
    for (i, side) in [1.0, -1.0].enumerated() {
      let x = side * (t / 2 + 0.004)
      let node = b.joint(
        i == 0 ? "panel" : "panel_back",
        rest: NodePose(translation: Vector3(x, side * (clear / 2 - w / 2), 0)),
        .slide(Vector3(0, -side * (clear / 2 - 0.04) * (i == 0 ? 1 : 0.001), 0)))
      var parts = LeafGeometry(
        width: w, height: height - 0.016, thickness: t, design: .onePanel, isGlazed: isGlazed,
        variation: variation)
      parts.build()
      let place = AffineTransform(translation: Vector3(0, -w / 2, 0.01))
      b.add(parts.solid.transformed(place), material: s.leaf, part: "leaf", node: node)
      if !parts.panes.isEmpty {
        b.add(parts.panes.transformed(place), material: s.glass, part: "glass", node: node)
      }
      // A bar to pull at.
      let y = side * (w / 2 - 0.045)
      var pull = MeshBuilder()
      pull.append(
        .box(
          from: Vector3(side * t / 2 - side * 0.002, y - 0.008, 0.95),
          to: Vector3(side * (t / 2 + 0.004), y + 0.008, 1.15),
          bevel: 0.001))
      b.add(pull, material: s.metal, part: "handle", node: node)
    }
  }
}
