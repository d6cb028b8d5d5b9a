import Assets
import Furniture
import Geometry
import InteriorSurfaces
import VectorMath
import WorldModel

/// What hangs below a flat ceiling as a body of its own: closed, its upper side hidden above the ceiling.
///
/// World in the plan, z from the floor of the room; metres.
struct CeilingUnit {
  let ceiling: RoomCeiling
  /// Of the room, counter-clockwise, and the height of its flat ceiling.
  let outline: [Vector2]
  let height: Double
  let finishes: HomeFinishes

  private var bottom: Double { height - ceiling.drop }
  private var top: Double { height + CeilingDesign.lap }

  /// - Returns: `nil` for a plain ceiling.
  func asset() -> Asset? {
    switch ceiling.form {
    case .plain: nil
    case .tray: border()
    case .beams: beams()
    }
  }

  private func beams() -> Asset {
    var b = AssetBuilder(name: "ceiling_beams", nativeClass: "ceiling", mainPart: "beam")
    let isWood = [.rustic, .scandinavian, .chineseModern].contains(finishes.style)
    let material =
      isWood
      ? b.material(
        IndoorMaterial.wood(
          finishes.style == .scandinavian ? finishes.palette.wood : finishes.palette.darkWood, roughness: 0.6),
        tile: IndoorMaterial.woodTile)
      : b.material(
        finishes.style == .industrial
          ? Material(name: "beam_steel", baseColor: Colour(0x35383b).linear, metallic: 0.2, roughness: 0.55)
          : IndoorFinish.paint(finishes.ceiling).material)
    for beam in ceiling.beams where beam.count == 4 {
      let (low, high) = (beam[0], beam[2])
      var solid = MeshBuilder.box(
        from: Vector3(low.x, low.y, bottom), to: Vector3(high.x, high.y, top),
        bevel: finishes.style == .rustic ? 0.012 : 0.004)
      // The grain runs along it, and no two are cut from the same place.
      let shift = (low.x + low.y) * 0.37
      let isAlongX = high.x - low.x > high.y - low.y
      solid.setUVs { p in
        isAlongX ? Vector2(p.x + shift, p.y + p.z + shift) : Vector2(p.y + shift, p.x + p.z + shift)
      }
      b.add(solid, material: material, crease: 0.5)
    }
    return b.asset()
  }

  private func border() -> Asset {
    var b = AssetBuilder(name: "ceiling_border", nativeClass: "ceiling", mainPart: "border")
    let finish = IndoorFinish.paint(finishes.ceiling)
    let paint = b.material(finish.material, tile: finish.tile)
    let outer = CeilingDesign.inset(outline, by: -CeilingDesign.lap) ?? outline
    let inner = ceiling.inner
    guard inner.count == outer.count else { return b.asset() }
    var mesh = MeshBuilder()
    func ring(_ points: [Vector2], _ z: Double) -> [Int] {
      points.map { mesh.point(Vector3($0.x, $0.y, z)) }
    }
    let (outerLow, innerLow) = (ring(outer, bottom), ring(inner, bottom))
    let (outerHigh, innerHigh) = (ring(outer, top), ring(inner, top))
    var along = 0.0
    for i in outer.indices {
      let j = (i + 1) % outer.count
      func flat(_ p: Vector2) -> Vector2 { Vector2(p.x, -p.y) }
      // Seen from below, from above, from the middle of the room, from within the wall.
      mesh.quad(
        outerLow[i], innerLow[i], innerLow[j], outerLow[j],
        uv: (flat(outer[i]), flat(inner[i]), flat(inner[j]), flat(outer[j])))
      mesh.quad(
        outerHigh[i], outerHigh[j], innerHigh[j], innerHigh[i],
        uv: (flat(outer[i]), flat(outer[j]), flat(inner[j]), flat(inner[i])))
      let next = along + length(inner[j] - inner[i])
      mesh.quad(
        innerLow[i], innerHigh[i], innerHigh[j], innerLow[j],
        uv: (Vector2(along, -bottom), Vector2(along, -top), Vector2(next, -top), Vector2(next, -bottom)))
      mesh.quad(
        outerLow[i], outerLow[j], outerHigh[j], outerHigh[i],
        uv: (Vector2(along, -bottom), Vector2(next, -bottom), Vector2(next, -top), Vector2(along, -top)))
      along = next
    }
    b.add(mesh, material: paint)
    if finishes.hasCornice {
      // A step of mouldings where the flat ceiling meets the border.
      let section = Cornice.section(0.6)
      b.add(
        .moulding(
          inner.map { Vector3($0.x, $0.y, height) }, normal: Vector3(0, 0, 1), section: section,
          isClosed: true),
        material: paint, part: "cornice")
    }
    return b.asset()
  }
}
