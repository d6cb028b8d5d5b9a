import Assets
import VectorMath
package import WorldModel

/// A bed of a ward: a raised head end, folding side rails, boards at both ends, on castors.
package struct HospitalBed: FurnitureAsset {
  package static let assetName = "hospital_bed"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "hospital_bed", mainPart: "frame")
    let v = look.variation
    let white = Finish.lacquer(Colour(0xe9eaea))
    let tint = Finish.plastic(
      [Colour(0x8fb3c4), Colour(0xc9b48c), Colour(0x9cb89a)][v.choice("tint", of: 3)])
    let grey = Finish.plastic(Colour(0x8d9295))
    let (x, y, deck) = (1.05, 0.45, v.number("deck", in: 0.42...0.56))
    // Chassis, two lifting columns, castors.
    for side in [-1.0, 1] {
      asset.add(
        .box(
          from: Vector3(-0.85, side * 0.36 - 0.025, 0.17), to: Vector3(0.85, side * 0.36 + 0.025, 0.22),
          bevel: 0.006), white)
      asset.add(
        .box(
          from: Vector3(0.06 - x, side * 0.4 - 0.02, deck - 0.07),
          to: Vector3(x - 0.06, side * 0.4 + 0.02, deck - 0.02), bevel: 0.005), white)
      asset.add(
        .box(
          from: Vector3(side * 0.5 - 0.07, -0.3, 0.2), to: Vector3(side * 0.5 + 0.07, 0.3, 0.27), bevel: 0.008
        ), white)
      asset.add(
        .box(
          from: Vector3(side * 0.5 - 0.05, -0.07, 0.25), to: Vector3(side * 0.5 + 0.05, 0.07, deck - 0.03),
          bevel: 0.008), grey, part: "column")
      for end in [-0.8, 0.8] {
        let at = Vector3(end, side * 0.36, 0.065)
        asset.add(
          .cylinder(from: at - Vector3(0, 0.018, 0), to: at + Vector3(0, 0.018, 0), radius: 0.065, sides: 20),
          .plastic(Colour(0x2a2c2e)), part: "castor")
        asset.add(
          .cylinder(from: at - Vector3(0, 0.022, 0), to: at + Vector3(0, 0.022, 0), radius: 0.04, sides: 16),
          grey, part: "castor")
        asset.add(
          .box(from: at + Vector3(-0.02, -0.03, 0.03), to: at + Vector3(0.02, 0.03, 0.12), bevel: 0.005),
          white, part: "castor")
      }
    }
    asset.add(
      .box(
        from: Vector3(0.08 - x, 0.03 - y, deck - 0.025), to: Vector3(x - 0.08, y - 0.03, deck), bevel: 0.004),
      grey)
    // Boards at head and foot: rounded panels in a rim with a grip.
    for (px, high) in [(0.03 - x, deck + 0.5), (x - 0.03, deck + 0.36)] {
      let outline = roundedRectangle(2 * y, high - deck + 0.1, radius: 0.12, corner: 6)
      func upright(_ inset: Double, _ a: Double, _ b: Double) -> MeshBuilder {
        MeshBuilder.plate(insetOutline(outline, by: inset), bottom: a, top: b, edge: 0.006).displaced {
          Vector3(px + $0.z, $0.x, $0.y + (high + deck - 0.1) / 2)
        }
      }
      asset.add(upright(0, -0.018, 0.018), white, part: "headboard")
      asset.add(upright(0.07, -0.022, 0.022), tint, part: "headboard")
    }
    // Side rails: three bars between bent ends.
    for side in [-1.0, 1] {
      let cy = side * (y + 0.01)
      for (a, b) in [(-0.72, -0.06), (0.06, 0.6)] {
        let (low, high) = (deck + 0.04, deck + 0.36)
        let path = [
          Vector3(a, cy, low - 0.08), Vector3(a, cy, high - 0.06), Vector3(a + 0.02, cy, high - 0.018),
          Vector3(a + 0.06, cy, high), Vector3(b - 0.06, cy, high),
          Vector3(b - 0.02, cy, high - 0.018), Vector3(b, cy, high - 0.06), Vector3(b, cy, low - 0.08),
        ]
        asset.add(.tube(path, radius: 0.013, sides: 10), white, part: "rail", crease: 1.2)
        for z in [low, (low + high) / 2] {
          asset.add(
            .cylinder(from: Vector3(a, cy, z), to: Vector3(b, cy, z), radius: 0.009, sides: 8), white,
            part: "rail")
        }
      }
    }
    // The mattress bends where the head end is raised.
    let rise = v.number("rise", in: 0...0.6)
    let bend = -0.25
    func raised(_ mesh: MeshBuilder) -> MeshBuilder {
      mesh.displaced { p in
        guard p.x < bend else { return p }
        let (s, c) = DeterministicMath.sincos(rise * smoothstep(bend, bend - 0.2, p.x))
        let (dx, dz) = (p.x - bend, p.z - deck)
        return Vector3(bend + dx * c + dz * s, p.y, deck - dx * s + dz * c)
      }
    }
    let sheet = Finish.fabric(Colour(0xf2f4f4))
    let mattress = SoftBlock(
      Vector3(0.09 - x, 0.04 - y, deck), Vector3(x - 0.09, y - 0.04, deck + 0.13), radius: 0.03,
      crown: Vector3(0, 0, 0.006), pitch: 0.12)
    asset.add(raised(mattress.mesh), sheet, part: "mattress", crease: 1.1)
    let blanket = SoftBlock(
      Vector3(-0.2, 0.03 - y, deck + 0.06), Vector3(x - 0.1, y - 0.03, deck + 0.15), radius: 0.03,
      crown: Vector3(0, 0, 0.012), lumps: 0.008, phase: v.unit("phase"),
      pitch: 0.09)
    asset.add(
      blanket.mesh,
      .fabric([Colour(0x9fb8c8), Colour(0xd8cfb8), Colour(0xa9c2b4)][v.choice("blanket", of: 3)]),
      part: "blanket", crease: 1.2)
    asset.add(
      raised(MeshBuilder.bedPillow(Vector3(0.4, 0.62, 0.14)).translated(-0.75, 0, deck + 0.19)), sheet,
      part: "pillow", crease: 1.2)
    return asset.asset()
  }
}
