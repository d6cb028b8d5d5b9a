import Assets
import InteriorSurfaces
import VectorMath
import WorldModel

/// The bowl of a toilet with water, seat and lid.
struct ToiletBowl {
  /// The middle of the opening, metres.
  var x: Double
  /// The height of the rim, metres.
  var rim: Double
  /// Of its outline: 2 is an ellipse, more is squarer.
  var exponent: Double

  func add(to asset: inout AssetBuilder, ceramic: Int, isHung: Bool, seatWood seat: Int) {
    func egg(_ dx: Double, _ front: Double, _ back: Double, _ half: Double, _ z: Double) -> [Vector3] {
      FixtureShape.egg(x + dx, front: front, back: back, half: half, z: z, exponent: exponent)
    }
    let outer: [[Vector3]] =
      isHung
      ? [
        egg(-0.12, 0.05, 0.15, 0.07, 0.115), egg(-0.11, 0.12, 0.17, 0.12, 0.12),
        egg(-0.06, 0.22, 0.22, 0.16, 0.17),
        egg(-0.01, 0.26, 0.27, 0.176, rim - 0.12), egg(0, 0.272, 0.285, 0.181, rim - 0.05),
      ]
      : [
        egg(-0.09, 0.17, 0.2, 0.115, 0), egg(-0.09, 0.17, 0.2, 0.115, 0.02),
        egg(-0.085, 0.155, 0.19, 0.1, 0.06),
        egg(-0.07, 0.16, 0.19, 0.1, 0.16), egg(-0.04, 0.2, 0.21, 0.125, 0.23),
        egg(-0.01, 0.245, 0.22, 0.165, 0.3),
        egg(0, 0.268, 0.22, 0.18, rim - 0.05),
      ]
    let back = isHung ? 0.285 : 0.22
    asset.add(
      .loft(
        outer + [
          egg(0, 0.272, back, 0.182, rim - 0.012), egg(0, 0.268, back - 0.003, 0.179, rim - 0.002),
          egg(0, 0.26, back - 0.01, 0.172, rim), egg(0, 0.215, 0.16, 0.128, rim),
          egg(0, 0.205, 0.15, 0.118, rim - 0.01),
          egg(0, 0.2, 0.15, 0.115, rim - 0.08), egg(-0.02, 0.16, 0.13, 0.09, rim - 0.16),
          egg(-0.04, 0.09, 0.08, 0.06, rim - 0.2), egg(-0.05, 0.05, 0.05, 0.04, rim - 0.24),
        ]), material: ceramic)
    let water = asset.material(IndoorMaterial.glass(Colour(0xb9ced4), alpha: 0.55))
    asset.add(
      .extrusion(
        superellipse(0.1, 0.068, exponent: 2.2, count: 24).map { $0 + Vector2(x - 0.04, 0) },
        bottom: rim - 0.204,
        top: rim - 0.195), material: water, part: "water")
    let hinge = x - 0.2
    addSeat(&asset, seat, hinge)
    addLid(&asset, seat, hinge)
    let chrome = asset.material(IndoorMaterial.metal(.chrome))
    for s in [-1.0, 1] {
      asset.add(
        .cylinder(
          from: Vector3(hinge, s * 0.075 - 0.02, rim + 0.014),
          to: Vector3(hinge, s * 0.075 + 0.02, rim + 0.014),
          radius: 0.012, sides: 12), material: chrome, part: "hinge")
    }
  }

  private func ring(_ inset: Double, _ hinge: Double, _ z: Double, back: Double = 0.19) -> [Vector3] {
    FixtureShape.egg(
      x - hinge, front: 0.272 - inset, back: back - inset, half: 0.183 - inset, z: z, exponent: exponent)
  }

  private func addSeat(_ asset: inout AssetBuilder, _ material: Int, _ hinge: Double) {
    let node = asset.joint(
      "seat", rest: NodePose(translation: Vector3(hinge, 0, rim + 0.003)),
      .hinge(axis: Vector3(0, -1, 0), angle: 1.6))
    // A ring with a round upper side.
    func inner(_ grow: Double, _ z: Double) -> [Vector3] {
      FixtureShape.egg(
        x - hinge, front: 0.2 + grow, back: 0.135 + grow, half: 0.113 + grow, z: z, exponent: exponent)
    }
    asset.add(
      FixtureShape.hoop([
        ring(0.004, hinge, 0), ring(0, hinge, 0.006), ring(0.003, hinge, 0.014), ring(0.012, hinge, 0.018),
        inner(0.014, 0.018), inner(0.004, 0.013), inner(0, 0.006), inner(0.004, 0),
      ]), material: material, part: "seat", node: node)
  }

  private func addLid(_ asset: inout AssetBuilder, _ material: Int, _ hinge: Double) {
    let node = asset.joint(
      "lid", rest: NodePose(translation: Vector3(hinge, 0, rim + 0.023)),
      .hinge(axis: Vector3(0, -1, 0), angle: 1.62))
    asset.add(
      .loft([
        ring(0.006, hinge, 0), ring(0.001, hinge, 0.003), ring(0, hinge, 0.01), ring(0.004, hinge, 0.016),
        ring(0.014, hinge, 0.0195), ring(0.05, hinge, 0.022), ring(0.1, hinge, 0.0232),
      ]), material: material, part: "lid", node: node)
  }
}
