package import WorldModel

extension Asset {
  /// The part that people in a vehicle are.
  package static let occupantPart = "occupant"

  /// This asset with people on its seats, who are a part of it: one instance, as data sets label whoever sits behind panes.
  ///
  /// All meshes are shared with this asset and with the people's. Levels of both are combined: at each error the coarsest of
  /// either that keeps to it.
  /// - Parameter people: seats of `fittings`, and who sits there: a flat asset whose origin lies between the hip joints.
  /// - Returns: nodes, parts and materials of this asset keep their indices.
  package func seating(_ people: [(seat: Seat, person: Asset)]) -> Asset {
    guard !people.isEmpty else { return self }
    let part = parts.firstIndex(of: Self.occupantPart) ?? parts.count
    let parts = part < parts.count ? parts : parts + [Self.occupantPart]
    var nodes = nodes
    var materials = materials
    var places: [(node: Int, material: Int)] = []
    for (seat, person) in people {
      places.append((nodes.count, materials.count))
      nodes.append(Node(name: "seat_" + seat.name, rest: NodePose(translation: seat.hip)))
      materials += person.materials.map { material in
        var own = material
        own.name = Self.material(material.name, of: seat)
        return own
      }
    }
    /// The coarsest making whose surface keeps to an error.
    func making(_ asset: Asset, within error: Double) -> Asset {
      asset.levels.last { $0.error <= error }?.asset ?? asset
    }
    func whole(within error: Double, levels: [Level] = []) -> Asset {
      var pieces = making(self, within: error).pieces
      for (place, entry) in zip(places, people) {
        for piece in making(entry.person, within: error).pieces {
          pieces.append(
            Piece(mesh: piece.mesh, node: place.node, material: place.material + piece.material, part: part))
        }
      }
      return Asset(
        name: name, nativeClass: nativeClass, pieces: pieces, materials: materials, parts: parts,
        nodes: nodes,
        skins: skins, animations: animations, keypoints: keypoints, skeleton: skeleton, fittings: fittings,
        levels: levels)
    }
    let errors = Set((self.levels + people.flatMap(\.person.levels)).map(\.error)).sorted()
    return whole(within: 0, levels: errors.map { Level(whole(within: $0), error: $0) })
  }

  /// What a material of somebody on a seat is called in the whole.
  package static func material(_ name: String, of seat: Seat) -> String { name + "_" + seat.name }
}
