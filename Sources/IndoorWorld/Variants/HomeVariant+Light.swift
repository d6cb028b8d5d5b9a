import VectorMath
import WorldModel

extension HomeVariant {
  /// Gives all lamps that are on one colour, and the picture its tint. Geometry stays as it is.
  func light(_ world: inout World, _ note: inout VariantNote) {
    let temperature: Double
    switch tint {
    case .raw: return
    case .cold:
      temperature = 7500
      world.balance = Vector3f(0.86, 1, 1.2)
    case .warm:
      temperature = 2500
      world.balance = Vector3f(1.14, 1, 0.76)
    }
    note.changed.append("light")
    for i in world.entities.indices where world.entities[i].isLamp {
      let entity = world.entities[i]
      guard world.lights.contains(where: { $0.entity == entity.id }) else { continue }
      world.shine(i, temperature: temperature)
    }
    note.after = (note.after.map { $0 + ", " } ?? "") + "lamps of \(Int(temperature)) K"
  }
}

extension World {
  /// Switches on the entity at an index, in place of the lights it has.
  mutating func shine(_ index: Int, temperature: Double? = nil) {
    let entity = entities[index]
    let shining = ShiningThing(
      entity.asset, at: entity.track.pose(at: 0), id: entity.id, temperature: temperature)
    // Lights keep their order, on which nothing but rounding depends.
    let at = lights.firstIndex { $0.entity == entity.id } ?? lights.count
    lights.removeAll { $0.entity == entity.id }
    lights.insert(contentsOf: shining.lights, at: min(at, lights.count))
    entities[index].materials.merge(shining.materials) { _, new in new }
    entities[index].change("state", to: "on")
  }

  /// Switches off the entity at an index.
  mutating func darken(_ index: Int) {
    let entity = entities[index]
    lights.removeAll { $0.entity == entity.id }
    for emitter in entity.asset.fittings.emitters {
      for k in emitter.materials where entity.asset.materials.indices.contains(k) {
        entities[index].materials[k] = entity.asset.materials[k]
      }
    }
    entities[index].change("state", to: "off")
  }
}
