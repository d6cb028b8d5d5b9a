import VectorMath

/// One road wheel: tyre, rim and spokes about the y axis, the outer face towards +y, centred on the origin.
package struct VehicleWheel: Sendable {
  /// Metres; the radius is that of the tread.
  package var radius: Double
  package var width: Double
  /// The rim's radius as a part of the whole; cars 0.68, lorries 0.58.
  package var rimShare: Double
  package var spokes: Int
  /// Lorry wheels: a deep dish with a hub, no alloy spokes.
  package var isDished: Bool

  package init(
    radius: Double, width: Double, rimShare: Double = 0.68, spokes: Int = 5, isDished: Bool = false
  ) {
    self.radius = radius
    self.width = width
    self.rimShare = rimShare
    self.spokes = spokes
    self.isDished = isDished
  }

  /// Adds the wheel to a node; `isLeft` turns its outer face to +y, otherwise to −y.
  package func add(to asset: inout AssetBuilder, node: Int, isLeft: Bool) {
    let rubber = asset.material(VehicleMaterials.rubber)
    let alloy = asset.material(isDished ? VehicleMaterials.steel : VehicleMaterials.alloy)
    let dark = asset.material(VehicleMaterials.shadow)
    // The lathe's axis z becomes the axle: +y for a left wheel.
    let axle = Quaternion(axis: Vector3(1, 0, 0), angle: isLeft ? -Double.pi / 2 : Double.pi / 2)
    func place(_ b: MeshBuilder) -> MeshBuilder { b.rotated(axle) }
    let h = width / 2
    let rim = radius * rimShare
    let r = radius
    let tyre: [Vector2] = [
      Vector2(rim, -h * 0.82), Vector2(rim + (r - rim) * 0.45, -h), Vector2(r * 0.965, -h * 0.88),
      Vector2(r, -h * 0.62),
      Vector2(r, h * 0.62), Vector2(r * 0.965, h * 0.88), Vector2(rim + (r - rim) * 0.45, h),
      Vector2(rim, h * 0.82),
      Vector2(rim * 0.97, h * 0.5), Vector2(rim * 0.97, -h * 0.5),
    ]
    var skin = MeshBuilder.lathe(tyre, sides: 34, isClosed: true)
    // The texture runs from bead to bead; the rest of the loop hides in the rim.
    let beads = zip(tyre.prefix(8), tyre.prefix(8).dropFirst()).reduce(0.0) { $0 + length($1.1 - $1.0) }
    skin.mapUVs { Vector2($0.x, min(1, $0.y / beads)) }
    asset.add(place(skin), material: rubber, part: "wheel", node: node, crease: 0.6)
    let lip: [Vector2] = [
      Vector2(rim * 0.9, h * 0.55), Vector2(rim * 0.93, h * 0.86), Vector2(rim * 1.01, h * 0.9),
      Vector2(rim * 1.01, h * 0.6),
    ]
    asset.add(place(.lathe(lip, sides: 26, isClosed: true)), material: alloy, part: "wheel", node: node)
    if isDished {
      let dish: [Vector2] = [
        Vector2(rim * 0.95, h * 0.62), Vector2(rim * 0.62, h * 0.1), Vector2(rim * 0.42, h * 0.1),
        Vector2(rim * 0.36, h * 0.55), Vector2(rim * 0.16, h * 0.62), Vector2(0, h * 0.62),
      ]
      asset.add(
        place(.lathe([Vector2(0, -h * 0.5), Vector2(rim * 0.95, -h * 0.5)] + dish, sides: 26)),
        material: alloy,
        part: "wheel", node: node)
      for k in 0..<8 {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 8)
        let p = Vector3(c, s, 0) * (rim * 0.52)
        asset.add(
          place(
            .cylinder(
              from: p + Vector3(0, 0, h * 0.05), to: p + Vector3(0, 0, h * 0.3), radius: rim * 0.055, sides: 6
            )),
          material: dark, part: "wheel", node: node)
      }
    } else {
      let back = [
        Vector2(0, -h * 0.5), Vector2(rim * 0.96, -h * 0.5), Vector2(rim * 0.96, h * 0.2),
        Vector2(0, h * 0.2),
      ]
      asset.add(place(.lathe(back, sides: 26)), material: dark, part: "wheel", node: node)
      for k in 0..<spokes {
        let a = 2 * Double.pi * Double(k) / Double(spokes)
        let spoke = MeshBuilder.loft([
          rectangle(x: rim * 0.1, half: rim * 0.14, z0: h * 0.2, z1: h * 0.78),
          rectangle(x: rim * 0.5, half: rim * 0.1, z0: h * 0.22, z1: h * 0.8),
          rectangle(x: rim * 0.93, half: rim * 0.15, z0: h * 0.3, z1: h * 0.82),
        ]).rotated(Quaternion(axis: Vector3(0, 0, 1), angle: a))
        asset.add(place(spoke), material: alloy, part: "wheel", node: node)
      }
      let hub = [
        Vector2(0, h * 0.3), Vector2(rim * 0.2, h * 0.3), Vector2(rim * 0.18, h * 0.84), Vector2(0, h * 0.88),
      ]
      asset.add(place(.lathe(hub, sides: 14)), material: alloy, part: "wheel", node: node)
    }
  }

  private func rectangle(x: Double, half: Double, z0: Double, z1: Double) -> [Vector3] {
    [Vector3(x, -half, z0), Vector3(x, half, z0), Vector3(x, half * 0.75, z1), Vector3(x, -half * 0.75, z1)]
  }
}
