import Imaging
import VectorMath
package import WorldModel

/// A city bus with a low floor; doors on the right.
package struct Bus: ParametricAsset {
  package static let assetName = "bus"
  package var colour: Colour
  package var length: Double
  /// What the display over the windscreen shows: capitals and digits.
  package var destination: String
  package var variant: UInt64

  package init() { self.init(colour: Colour(0xc8a02c)) }

  package init(colour: Colour, length: Double = 11.9, destination: String = "12 CENTRE", variant: UInt64 = 3)
  {
    self.colour = colour
    self.length = length
    self.destination = destination
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "bus", nativeClass: "bus")
    let paint = asset.material(VehicleMaterials.paint(colour))
    let glass = asset.material(VehicleMaterials.glass)
    let trim = asset.material(VehicleMaterials.trim)
    let shadow = asset.material(VehicleMaterials.shadow)
    let white = asset.material(Material(name: "roof", baseColor: Colour(0xe8e8e4).linear, roughness: 0.4))
    let (f, r, h) = (length / 2, -length / 2, 2.95)
    let radius = 0.48
    let axles = [f - 2.7, r + 3.3]
    let coach = Coachwork(
      outline: filletedOutline(
        [
          (Vector2(r + 0.05, 0.36), 0.06), (Vector2(f - 0.06, 0.3), 0.1), (Vector2(f, 0.7), 0.3),
          (Vector2(f - 0.06, 1.3), 0.3),
          (Vector2(f - 0.26, h - 0.1), 0.3), (Vector2(f - 0.6, h), 0.2), (Vector2(r + 0.15, h), 0.22),
          (Vector2(r, 1.2), 0.4),
        ], arches: axles.reversed().map { ($0, radius, 0.58) }),
      width: 2.55, bevel: 0.09, lean: (1.2, h, 0.03), bow: 0.2, bowStart: f - 1.1)
    asset.add(coach.solid, material: paint, crease: 0.6)
    let fit = CoachFittings(coach: coach, variant: variant)
    fit.addCore(to: &asset, from: r + 0.6, to: f - 0.6, bottom: 0.34, top: 1.15, inset: 0.4)
    asset.add(
      coach.endPlate(
        isFront: true, y: (-1.16, 1.16), z: (0.98, 2.38), topY: (-1.13, 1.13), proud: 0.014, rows: 14),
      material: glass, part: "window")
    let sign = asset.material(display)
    asset.add(
      coach.endPlate(isFront: true, y: (-1.1, 1.1), z: (2.4, 2.76), proud: 0.012, rows: 3), material: trim)
    asset.add(
      coach.endPlate(isFront: true, y: (-0.95, 0.95), z: (2.45, 2.71), proud: 0.02, rows: 2), material: sign,
      part: "display")
    asset.add(
      coach.endPlate(isFront: false, y: (-1.0, 1.0), z: (1.65, 2.55), proud: 0.01, rows: 3), material: glass,
      part: "window")
    asset.add(
      coach.endPlate(isFront: false, y: (-0.9, 0.9), z: (0.62, 1.35), proud: 0.01, rows: 2), material: trim)
    asset.add(coach.endPlate(isFront: true, y: (-1.2, 1.2), z: (0.32, 0.5), rows: 2), material: trim)
    // Left: an unbroken band of windows. Right: windows between doors.
    func pane(_ x0: Double, _ x1: Double, _ z0: Double, _ z1: Double, proud: Double = 0.008) -> MeshBuilder {
      coach.sidePlate(
        roundedRectangle(x1 - x0, z1 - z0, radius: 0.06, corner: 2).map {
          $0 + Vector2((x0 + x1) / 2, (z0 + z1) / 2)
        }, proud: proud)
    }
    let (low, high) = (1.2, 2.5)
    let doors = [f - 1.55, (axles[0] + axles[1]) / 2 - 0.1]
    let start = r + 0.35
    let stop = f - 0.5
    let count = 7
    for k in 0..<count {
      let x0 = start + (stop - start) * Double(k) / Double(count) + 0.03
      let x1 = start + (stop - start) * Double(k + 1) / Double(count) - 0.03
      asset.add(pane(x0, x1, low, high), material: glass, part: "window")
      asset.add(pane(x0, x1, 2.08, 2.1, proud: 0.014), material: trim)
    }
    var edges = [start]
    for d in doors.reversed() { edges += [d - 0.66, d + 0.66] }
    edges.append(stop)
    for k in stride(from: 0, to: edges.count - 1, by: 2) where edges[k + 1] - edges[k] > 0.4 {
      let n = max(1, Int(((edges[k + 1] - edges[k]) / 1.5).rounded()))
      for i in 0..<n {
        let step = (edges[k + 1] - edges[k]) / Double(n)
        let x0 = edges[k] + step * Double(i) + 0.03
        asset.add(pane(x0, x0 + step - 0.06, low, high).mirrored, material: glass, part: "window")
      }
    }
    for d in doors {
      asset.add(pane(d - 0.63, d + 0.63, 0.36, 2.52, proud: 0.006).mirrored, material: trim, part: "door")
      for s in [-0.31, 0.31] {
        asset.add(
          pane(d + s - 0.27, d + s + 0.27, 0.46, 2.44, proud: 0.014).mirrored, material: glass, part: "door")
        asset.add(
          .cylinder(
            from: Vector3(d + s * 0.25, -coach.halfWidth(1.2) - 0.002, 0.9),
            to: Vector3(d + s * 0.25, -coach.halfWidth(1.6) - 0.002, 1.7), radius: 0.014, sides: 8),
          material: asset.material(VehicleMaterials.steel), part: "door")
      }
    }
    // Roof units and skirt lines.
    asset.add(
      .box(from: Vector3(r + 1.0, -0.85, h - 0.05), to: Vector3(r + 3.6, 0.85, h + 0.22), bevel: 0.1),
      material: white, crease: 0.9)
    asset.add(
      .box(from: Vector3(f - 4.6, -0.75, h - 0.05), to: Vector3(f - 2.6, 0.75, h + 0.16), bevel: 0.08),
      material: white, crease: 0.9)
    var lines = MeshBuilder()
    for k in 1..<8 {
      let x = r + length * Double(k) / 8
      if axles.contains(where: { ($0 - x).magnitude < 0.65 }) { continue }
      lines.append(pane(x - 0.005, x + 0.005, 0.42, 1.05, proud: 0.004))
    }
    asset.add(lines, material: shadow)
    fit.addFront(to: &asset, lampZ: 0.72, lampSize: Vector2(0.34, 0.2), plateZ: 0.44, inset: 0.14)
    fit.addRear(to: &asset, lampZ: 1.2, lampSize: Vector2(0.12, 0.7), plateZ: 0.48)
    fit.addMirrors(
      to: &asset, at: Vector3(f - 0.35, coach.halfWidth(2.3), 2.35), reach: 0.2, size: Vector2(0.2, 0.38))
    VehicleWheel(radius: radius, width: 0.29, rimShare: 0.58, isDished: true).addAll(
      to: &asset, axles: axles, halfTrack: 1.09)
    return asset.asset()
  }

  private var display: Material {
    var canvas = TextureCanvas(width: 512, height: 72, fill: Colour(0x101010))
    canvas.write(
      destination, center: Vector2(0.5, 0.5), height: 0.68, weight: 0.16, aspect: 0.52, spacing: 0.34,
      Colour(0xffb020))
    let texture = canvas.texture("display_\(destination)", wrap: .clamp)
    return Material(
      name: "display", baseColorTexture: texture, roughness: 0.3, emissive: Vector3f(0.7, 0.7, 0.7),
      emissiveTexture: texture)
  }
}
