import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A cabinet that hangs over a worktop; the origin on the wall at the middle of its lower edge.
package struct KitchenWallCabinet: FurnitureAsset {
  package static let assetName = "kitchen_wall_cabinet"

  /// What closes it.
  package enum Front: Sendable, Hashable {
    case doors, glass, open
    /// A plain panel, for the part of a corner that another cabinet hides.
    case blind
  }

  /// Metres.
  package var width: Double
  package var height = KitchenStyle.wallHigh - KitchenStyle.wallLow
  package var depth = KitchenStyle.wallDepth
  package var front: Front
  private let look: Look

  package init(_ look: Look) {
    width = [0.5, 0.6, 0.8, 0.9][look.variation.choice("width", of: 4)]
    front = [.doors, .doors, .glass, .open][look.variation.choice("wall front", of: 4)]
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "kitchen_wall_cabinet", mainPart: "carcass")
    asset.fittings.mount = .wall
    let style = KitchenStyle(look)
    let material = style.upper(&asset)
    let isOpen = front == .open
    let inner = isOpen ? material : style.carcass(&asset)
    let face = isOpen ? depth : depth - KitchenStyle.frontThickness - 0.001
    let carcass = CabinetCarcass(x: 0...face, y: -width / 2...width / 2, z: 0...height)
    carcass.add(to: &asset, side: material, inner: inner)
    let count = height > 0.5 ? 2 : height > 0.3 ? 1 : 0
    let pitch = height / Double(count + 1)
    carcass.supportBottom(of: &asset, headroom: pitch - 0.04)
    for i in 0..<count {
      carcass.addShelf(
        to: &asset, named: "shelf_\(i + 1)", height: pitch * Double(i + 1), headroom: pitch - 0.04,
        material: inner, setback: isOpen ? 0.004 : 0.02)
    }
    switch front {
    case .open: break
    case .doors:
      carcass.addDoors(
        to: &asset, style: style, material: material, z: 0...height, isHigh: false,
        hingeAtHigh: look.variation.choice("wall hinge", of: 2) == 1)
    case .blind:
      asset.add(
        .box(from: Vector3(face, -width / 2, 0), to: Vector3(depth, width / 2, height), bevel: 0.001),
        material: material, part: "panel")
    case .glass:
      addGlassDoors(&asset, style, material, face)
    }
    return asset.asset()
  }

  private func addGlassDoors(
    _ asset: inout AssetBuilder, _ style: KitchenStyle, _ material: Int, _ face: Double
  ) {
    let glass = asset.material(IndoorMaterial.glass())
    let metal = style.metal(&asset)
    let isPair = width > 0.62
    let w = isPair ? width / 2 : width
    for i in 0..<(isPair ? 2 : 1) {
      let s: Double = i == 0 ? 1 : -1
      let node = asset.joint(
        "door_\(i + 1)", rest: NodePose(translation: Vector3(face + 0.001, -s * width / 2, 0)),
        .hinge(axis: Vector3(0, 0, -s), angle: 1.75))
      func box(
        _ y0: Double, _ y1: Double, _ z0: Double, _ z1: Double, _ m: Int, _ x0: Double, _ x1: Double,
        _ part: String
      ) {
        asset.add(
          .box(
            from: Vector3(x0, min(s * y0, s * y1), z0), to: Vector3(x1, max(s * y0, s * y1), z1), bevel: 0.001
          ),
          material: m, part: part, node: node)
      }
      let (g, f, t) = (KitchenStyle.gap, 0.05, KitchenStyle.frontThickness)
      box(g, f, g, height - g, material, 0, t, "door")
      box(w - f, w - g, g, height - g, material, 0, t, "door")
      box(f, w - f, g, f, material, 0, t, "door")
      box(f, w - f, height - f, height - g, material, 0, t, "door")
      box(f - 0.004, w - f + 0.004, f - 0.004, height - f + 0.004, glass, 0.007, 0.011, "glass")
      let y = s * (w - f / 2)
      asset.add(
        .cylinder(
          from: Vector3(t - 0.002, y, 0.1), to: Vector3(t + 0.022, y, 0.1), radius: 0.006, endRadius: 0.012,
          sides: 12), material: metal, part: "handle", node: node)
    }
  }
}
