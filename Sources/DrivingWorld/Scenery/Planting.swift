import Assets
import RandomStreams
import RoadNetwork
import Streetscape
import VectorMath
import WorldModel

/// Trees: an avenue in pits along wide pavements, and trees on the green behind.
struct Planting {
  let scenery: SceneryPlacement
  let character: StreetCharacter
  private let palette = PlantPalette.shared

  init(scenery: SceneryPlacement, character: StreetCharacter) {
    self.scenery = scenery
    self.character = character
  }

  /// - Parameter density: trees per 100 m of road side.
  func place(density: Double, free: inout FootprintIndex, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    guard density > 0 else { return [] }
    var street = draws.stream("avenue")
    let hasAvenue = street.bool(probability: character == .oldTown ? 0.35 : 0.7)
    let species = street.integer(in: 0..<palette.avenues.count)
    var out: [SceneryPlacement.Item] = []
    for side in scenery.sides.sides {
      if hasAvenue && !scenery.sides.isMotorway(side) {
        avenue(side, palette.avenues[species], density, &free, &draws, &out)
      }
      green(side, density, &free, &draws, &out)
    }
    return out
  }

  /// One kind of tree at even distances, crowns above the heads of people and lorries.
  private func avenue(
    _ side: RoadSides.Side, _ models: [PlantPalette.Model], _ density: Double, _ free: inout FootprintIndex,
    _ draws: inout Draws, _ out: inout [SceneryPlacement.Item]
  ) {
    var chance = draws.stream("\(side.path)/avenue")
    let spacing = max(7.5, 100 / density)
    var at = chance.uniform(0.3, 0.7) * spacing
    while at < side.length {
      let model = models[chance.integer(in: 0..<models.count)]
      let (yaw, scale) = (chance.uniform(0, 2 * .pi), chance.uniform(0.88, 1.1))
      defer { at += spacing }
      guard let kerb = scenery.sides.kerb(side, at), kerb.width > 2.2 else { continue }
      let p = Vector2(kerb.place.point.x, kerb.place.point.y) + kerb.place.outward * 0.85
      let facing = kerb.place.outward
      guard
        var tree = scenery.standing(
          model.asset, at: p, yaw: yaw, scale: scale, radius: 0.66, gap: 0.1, clearance: 0.6,
          near: kerb.place.point.z, on: [.sidewalk], &free)
      else { continue }
      var pit = tree
      pit.asset = palette.pit
      pit.scale = 1
      pit.pose.rotation = Quaternion(yaw: DeterministicMath.atan2(facing.y, facing.x))
      tree.attributes = [("species", model.species)]
      out += [pit, tree]
    }
  }

  /// Trees and bushes in a band behind the road's edge, where nothing else stands.
  private func green(
    _ side: RoadSides.Side, _ density: Double, _ free: inout FootprintIndex, _ draws: inout Draws,
    _ out: inout [SceneryPlacement.Item]
  ) {
    // No two trunks nearer than 4.5 m, in a band as long as the side.
    let points = poissonDisk(
      width: side.length, height: 34, radius: 4.5, stream: draws.stream("\(side.path)/places"))
    let expected = density * side.length / 100
    let share = points.isEmpty ? 0 : min(1, expected / Double(points.count))
    let first = scenery.sides.isMotorway(side) ? 7 : 1.8
    var chance = draws.stream(side.path)
    for p in points {
      let isWanted = chance.bool(probability: share)
      let pick = chance.integer(in: 0..<palette.models.count)
      let scale = chance.uniform(0.7, 1.2)
      let yaw = chance.uniform(0, 2 * .pi)
      guard isWanted, let place = scenery.sides.place(side, p.x) else { continue }
      let model = palette.models[pick]
      let at = Vector2(place.point.x, place.point.y) + place.outward * (first + p.y)
      // Crowns may reach over the pavement, not through walls and crowns: a younger tree may still fit.
      for size in [scale, 0.75 * scale, 0.55 * scale] {
        guard
          var item = scenery.standing(
            model.asset, at: at, yaw: yaw, scale: size, radius: max(0.4, 0.4 * model.crown * size), gap: 0.1,
            clearance: 1, near: place.point.z, on: [.terrain], &free)
        else { continue }
        item.attributes = [("species", model.species)]
        out.append(item)
        break
      }
    }
  }
}
