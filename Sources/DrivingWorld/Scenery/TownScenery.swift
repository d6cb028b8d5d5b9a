import Assets
import LocatedYAML
import RandomStreams
import Streetscape
import VectorMath
import WorldModel

/// All that stands along the streets of a town: what is built, what is planted, what is put up, what lies beyond.
struct TownScenery {
  let scenery: SceneryPlacement
  let description: TownDescription
  let character: StreetCharacter
  let furniture = FurniturePalette.shared

  /// In the order of importance: what is placed later gives way.
  func place(free: inout FootprintIndex, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    let lampDensity = draws.draw(description.lamps, "lamps")
    out += draws.scope("lighting") {
      StreetLamps(scenery: scenery, palette: furniture).place(density: lampDensity, free: &free, &$0)
    }
    if character.hasWires && lampDensity > 0 {
      out += draws.scope("wires") { OverheadWires(scenery: scenery).place(free: &free, &$0) }
    }
    let buildingDensity = draws.draw(description.buildings, "buildings")
    let lane = draws.scope("track") {
      buildingDensity > 0 ? FarmTrack(scenery: scenery).place(free: &free, &$0) : nil
    }
    if let lane { out.append(lane.item) }
    let rows = BuildingRows(scenery: scenery, character: character)
    let built = draws.scope("building") { rows.place(density: buildingDensity, free: &free, &$0) }
    out += built.items
    if character.isRow {
      out += Forecourts(scenery: scenery).items(setbacks: built.setbacks, fronts: built.fronts)
    }
    let furnitureDensity = draws.draw(description.furniture, "furniture")
    out += draws.scope("edges") {
      StreetEdges(scenery: scenery, character: character).place(
        built.fronts, isFurnished: furnitureDensity > 0, free: &free, &$0)
    }
    let treeDensity = draws.draw(description.trees, "trees")
    if furnitureDensity > 0 {
      out += draws.scope("bus") { BusStops(scenery: scenery).place(free: &free, &$0) }
    }
    if furnitureDensity > 0 || scenery.isCountry {
      out += draws.scope("hoardings") { Hoardings(scenery: scenery).place(free: &free, &$0) }
    }
    out += draws.scope("covers") { RoadCovers(scenery: scenery).place(&$0) }
    out += draws.scope("plants") {
      Planting(scenery: scenery, character: character).place(density: treeDensity, free: &free, &$0)
    }
    out += draws.scope("street") {
      PavementThings(scenery: scenery, palette: furniture).place(density: furnitureDensity, free: &free, &$0)
    }
    out += draws.scope("distance") {
      Distance(scenery: scenery, character: character).place(
        hasBuildings: buildingDensity > 0, hasTrees: treeDensity > 0, gate: lane?.gate, &$0)
    }
    return out
  }
}
