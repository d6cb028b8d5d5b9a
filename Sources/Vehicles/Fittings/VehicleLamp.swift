package import Assets
import VectorMath
package import WorldModel

/// The lamps of a vehicle, each a material of its own, so that an entity can light them: every vehicle has one
/// asset for all states.
package enum VehicleLamp: String, Sendable, CaseIterable {
  /// Dipped beam.
  case head = "lamp_head"
  /// Daytime running light.
  case day = "lamp_day"
  case tail = "lamp_tail"
  case brake = "lamp_brake"
  case reverse = "lamp_reverse"
  case indicatorLeft = "lamp_indicator_left"
  case indicatorRight = "lamp_indicator_right"
  /// Blue or red lights of emergency vehicles.
  case beaconBlue = "lamp_beacon_blue"
  case beaconRed = "lamp_beacon_red"
  /// Amber lights of work vehicles.
  case beaconAmber = "lamp_beacon_amber"
  /// The sign on a taxi's roof, a bus's destination.
  case sign = "lamp_sign"

  /// The colour of the lens, and of its light.
  private var colours: (lens: Colour, light: Colour, power: Float) {
    switch self {
    case .head: (Colour(0xd5dadd), Colour(0xfffaf0), 3.2)
    case .day: (Colour(0xe4e8ea), Colour(0xf4f8ff), 1.8)
    case .tail: (Colour(0x8c0a10), Colour(0xff1410), 0.55)
    case .brake: (Colour(0x9c0b12), Colour(0xff1812), 2.2)
    case .reverse: (Colour(0xcfd2d4), Colour(0xffffff), 1.6)
    case .indicatorLeft, .indicatorRight: (Colour(0xc8741c), Colour(0xff7008), 2.2)
    case .beaconBlue: (Colour(0x1a3c9c), Colour(0x2a5cff), 3)
    case .beaconRed: (Colour(0x9c1218), Colour(0xff2018), 3)
    case .beaconAmber: (Colour(0xc8741c), Colour(0xff7008), 3)
    case .sign: (Colour(0xe8e2c8), Colour(0xfff2c0), 0.9)
    }
  }

  /// What is said of it in lists of lit lamps, e.g. `brake`.
  package var word: String { String(rawValue.dropFirst("lamp_".count)) }

  /// Lit or not.
  private func material(isLit: Bool, name: String) -> Material {
    let c = colours
    return Material(
      name: name, baseColor: c.lens.linear, metallic: isLit ? 0 : 0.15, roughness: 0.1,
      emissive: isLit ? c.light.linearRGB * c.power : c.lens.linearRGB * 0.06)
  }

  /// As an asset has it at rest: daytime lights on, all others off.
  fileprivate var atRest: Material { material(isLit: self == .day, name: rawValue) }

  /// The lamps that an asset has.
  package static func all(of asset: Asset) -> [VehicleLamp] {
    allCases.filter { lamp in asset.materials.contains { $0.name == lamp.rawValue } }
  }

  /// Materials by index that make an entity of an asset show these lamps lit and all others dark; names of lit ones end in
  /// `_lit`.
  package static func materials(of asset: Asset, lit: Set<VehicleLamp>) -> [Int: Material] {
    var out: [Int: Material] = [:]
    for (i, material) in asset.materials.enumerated() {
      guard let lamp = VehicleLamp(rawValue: material.name) else { continue }
      let isLit = lit.contains(lamp)
      out[i] = lamp.material(isLit: isLit, name: isLit ? lamp.rawValue + "_lit" : lamp.rawValue)
    }
    return out
  }
}

extension AssetBuilder {
  /// The material of a lamp at rest.
  mutating func lamp(_ lamp: VehicleLamp) -> Int { material(lamp.atRest) }
}
