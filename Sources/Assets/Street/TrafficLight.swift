import VectorMath
package import WorldModel

/// A three-lamp signal on a pole, facing forward (+x).
///
/// Parts: pole, head, lamp_red, lamp_amber, lamp_green. One asset serves every state:
/// `materials(of:showing:)` gives what an entity puts over the lamps' materials.
package struct TrafficLight: ParametricAsset {
  package static let assetName = "traffic_light"

  package enum State: String, Sendable, CaseIterable {
    case red, redAmber, green, amber, off

    func lights(_ lamp: Lamp) -> Bool {
      switch self {
      case .red: lamp == .red
      case .redAmber: lamp != .green
      case .green: lamp == .green
      case .amber: lamp == .amber
      case .off: false
      }
    }
  }

  enum Lamp: Int, CaseIterable {
    case red, amber, green

    var name: String { ["lamp_red", "lamp_amber", "lamp_green"][rawValue] }
    var colour: Colour { [Colour(0xff1a12), Colour(0xff7a08), Colour(0x12e07a)][rawValue] }
  }

  package var state: State
  /// Metres from the ground to the lower edge of the head.
  package var clearance: Double
  /// Metres that an arm reaches over the road, towards +y; 0 = the head is on the pole.
  package var armReach: Double

  package init() { self.init(state: .red) }

  package init(state: State, clearance: Double = 2.3, armReach: Double = 0) {
    self.state = state
    self.clearance = clearance
    self.armReach = armReach
  }

  /// A lamp's material, lit or not.
  private static func material(_ lamp: Lamp, isLit: Bool, name: String? = nil) -> Material {
    let c = lamp.colour.linear
    let dim = SIMD4<Float>(c.x * 0.16 + 0.01, c.y * 0.16 + 0.01, c.z * 0.16 + 0.01, 1)
    return Material(
      name: name ?? lamp.name, baseColor: isLit ? c : dim, baseColorTexture: ProceduralTexture.lens,
      roughness: 0.25,
      emissive: isLit ? lamp.colour.linearRGB * 1.6 : .zero,
      emissiveTexture: isLit ? ProceduralTexture.lens : nil)
  }

  /// Materials by index that make an entity of this asset show `state`; names of lit lamps end in `_lit`.
  package static func materials(of asset: Asset, showing state: State) -> [Int: Material] {
    var out: [Int: Material] = [:]
    for lamp in Lamp.allCases {
      if let i = asset.materials.firstIndex(where: { $0.name == lamp.name }) {
        let isLit = state.lights(lamp)
        out[i] = material(lamp, isLit: isLit, name: isLit ? lamp.name + "_lit" : nil)
      }
    }
    return out
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "traffic_light", nativeClass: "traffic_light", mainPart: "head")
    let metal = asset.material(StreetMaterials.galvanised)
    let black = asset.material(Material(name: "housing", baseColor: Colour(0x1b1d1e).linear, roughness: 0.6))
    let white = asset.material(
      Material(name: "backboard_edge", baseColor: Colour(0xe8e8e4).linear, roughness: 0.5))
    let unit = 0.31
    let height = 3 * unit + 0.02
    let top = clearance + height
    let poleTop = armReach > 0 ? top + 0.1 : top + 0.25
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.13, 0), Vector2(0.13, 0.02), Vector2(0.07, 0.05), Vector2(0.06, poleTop),
          Vector2(0.05, poleTop + 0.02), Vector2(0, poleTop + 0.02),
        ], sides: 14), material: metal, part: "pole")
    // The head stands in front of the pole, or hangs from the arm.
    let x = armReach > 0 ? 0.1 : 0.2
    let y = armReach
    if armReach > 0 {
      asset.add(
        .tube(
          [
            Vector3(0, 0, top - 0.1), Vector3(0, armReach * 0.5, top + 0.02),
            Vector3(0, armReach + 0.1, top + 0.05),
          ],
          radii: [0.05, 0.045, 0.035], sides: 10), material: metal, part: "pole")
    }
    for z in [clearance + 0.18, top - 0.18] {
      asset.add(
        .box(size: Vector3(x, 0.05, 0.06), center: Vector3(x / 2 - 0.02, y, z), bevel: 0.008),
        material: metal, part: "pole")
    }
    let middle = clearance + height / 2
    let board = roundedRectangle(0.56, height + 0.24, radius: 0.07)
    func plate(_ outline: [Vector2], _ x0: Double, _ x1: Double) -> MeshBuilder {
      MeshBuilder.loft([x0, x1].map { px in outline.map { Vector3(px, y + $0.x, middle + $0.y) } })
    }
    asset.add(plate(roundedRectangle(0.6, height + 0.28, radius: 0.08), x - 0.012, x), material: white)
    asset.add(plate(board, x - 0.008, x + 0.006), material: black)
    asset.add(
      .box(size: Vector3(0.16, 0.32, height), center: Vector3(x + 0.05, y, middle), bevel: 0.02),
      material: black, crease: 0.9)
    for lamp in Lamp.allCases {
      let center = Vector3(x + 0.13, y, top - 0.01 - unit * (Double(lamp.rawValue) + 0.5))
      let facing = Quaternion(axis: Vector3(0, 1, 0), angle: Double.pi / 2)
      var lens = MeshBuilder.lathe(
        [
          Vector2(0, -0.02), Vector2(0.105, -0.02), Vector2(0.105, 0.0), Vector2(0.08, 0.018),
          Vector2(0.045, 0.028), Vector2(0, 0.032),
        ],
        sides: 20
      ).rotated(facing).translated(center.x, center.y, center.z)
      lens.setUVs { p in Vector2(0.5 + (p.y - center.y) / 0.21, 0.5 - (p.z - center.z) / 0.21) }
      let material = asset.material(Self.material(lamp, isLit: state.lights(lamp)))
      asset.add(lens, material: material, part: lamp.name)
      // The visor: the upper three quarters of a tube.
      let outer = visor(center: center, radius: 0.125)
      asset.add(outer, material: black)
    }
    return asset.asset()
  }

  private func visor(center: Vector3, radius: Double) -> MeshBuilder {
    func point(_ u: Double, _ v: Double, _ r: Double) -> Vector3 {
      let (s, c) = DeterministicMath.sincos(Double.pi * (-0.2 + 1.4 * u))
      // Longer on top than at the sides.
      let reach = 0.06 + 0.14 * max(0, s)
      return center + Vector3(-0.01 + reach * v, c * r, s * r)
    }
    return .slab(
      columns: 14, rows: 1, front: { point($0, $1, radius) }, back: { point($0, $1, radius - 0.006) })
  }
}
