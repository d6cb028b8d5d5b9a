import RandomStreams
import WorldModel

/// One of the ways in which a view of a home is shown again: less furniture, other light, or one thing changed.
package struct HomeVariant: Sendable, Hashable {
  /// How much of the furniture stays.
  package enum Contents: String, Sendable, Hashable, CaseIterable {
    case full
    /// Without small things and what only decorates walls.
    case simple
    /// The shell, its lamps, and nothing else.
    case empty
  }

  /// The tint of the lamps and of the picture.
  package enum Tint: String, Sendable, Hashable, CaseIterable { case raw, cold, warm }

  /// One thing that differs.
  package enum Change: String, Sendable, Hashable, CaseIterable {
    case moved, removed, recoloured
    case lampOff = "lamp_off"
    case lampOn = "lamp_on"
    /// Another hour of the day.
    case sun
  }

  package let name: String
  package var contents = Contents.full
  package var tint = Tint.raw
  package var change: Change?

  /// `full`, `warm`, `simple_cold`, `moved`: all that recipes can ask for.
  package static let names: [String] =
    Contents.allCases.map(\.rawValue) + Tint.allCases.map(\.rawValue)
    + Contents.allCases.flatMap { c in Tint.allCases.map { "\(c.rawValue)_\($0.rawValue)" } }
    + Change.allCases.map(\.rawValue)

  /// - Returns: `nil` for none of `names`.
  package init?(_ name: String) {
    guard Self.names.contains(name) else { return nil }
    self.name = name
    if let change = Change(rawValue: name) {
      self.change = change
      return
    }
    for word in name.split(separator: "_") {
      if let contents = Contents(rawValue: String(word)) { self.contents = contents }
      if let tint = Tint(rawValue: String(word)) { self.tint = tint }
    }
  }

  /// Changes the world and notes in its attributes what was changed.
  func apply(to world: inout World, _ draws: inout Draws) {
    var note = VariantNote(variant: name)
    // Materials of their own for all things, so that ids of materials are the same in all variants whose things are.
    for i in world.entities.indices where world.entities[i].attribute("supported_by") != nil {
      for (k, material) in world.entities[i].asset.materials.enumerated()
      where world.entities[i].materials[k] == nil {
        world.entities[i].materials[k] = material
      }
    }
    reduce(&world, &note)
    light(&world, &note)
    if let change { apply(change, to: &world, &draws, &note) }
    world.attributes += note.attributes
  }
}

/// What a variant changed, for the sample's attributes.
struct VariantNote {
  let variant: String
  /// What differs from the home as it is: `nothing`, or some of `presence`, `light`, `pose`, `material`.
  var changed: [String] = []
  /// Ids of entities that were changed, ascending; what stands on them follows.
  var entities: [UInt32] = []
  /// The name of the entity that was changed, if it is one.
  var name: String?
  var before: String?
  var after: String?

  init(variant: String) { self.variant = variant }

  var attributes: [(name: String, value: String)] {
    var list = [
      ("variant", variant), ("changed", changed.isEmpty ? "nothing" : changed.joined(separator: ",")),
    ]
    if !entities.isEmpty {
      list.append(("changed_entities", entities.map { String($0) }.joined(separator: ",")))
    }
    if let name { list.append(("changed_name", name)) }
    if let before { list.append(("before", before)) }
    if let after { list.append(("after", after)) }
    return list.map { (name: $0.0, value: $0.1) }
  }
}

extension Entity {
  /// Sets an attribute where the entity has it.
  mutating func change(_ name: String, to value: String) {
    guard let i = attributes.firstIndex(where: { $0.name == name }) else { return }
    attributes[i].value = value
  }

  /// Whether it was made to give light: not a screen or the display of a cooker.
  var isLamp: Bool {
    [
      "table_lamp", "floor_lamp", "ceiling_lamp", "pendant_lamp", "wall_lamp", "desk_lamp", "downlight",
    ].contains(nativeClass.name) && !asset.fittings.emitters.isEmpty
  }
}

extension World {
  /// What stands on any of `ids`, whatever is between; with `ids` themselves.
  func carried(by ids: Set<UInt32>) -> Set<UInt32> {
    var all = ids
    // What stands on a thing may come before it.
    while true {
      let count = all.count
      for entity in entities {
        if let on = entity.attribute("supported_by").flatMap({ UInt32($0) }), all.contains(on) {
          all.insert(entity.id)
        }
      }
      if all.count == count { return all }
    }
  }

  /// Takes entities away, with their light.
  mutating func remove(_ ids: Set<UInt32>) {
    entities.removeAll { ids.contains($0.id) }
    lights.removeAll { ids.contains($0.entity) }
  }
}
