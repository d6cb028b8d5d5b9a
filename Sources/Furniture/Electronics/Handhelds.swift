package import Assets
import VectorMath
package import WorldModel

/// A telephone that lies on its back, the screen up.
package struct Phone: FurnitureAsset {
  package static let assetName = "phone"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    let v = look.variation
    return LyingTablet(
      name: Self.assetName, nativeClass: "phone",
      size: Vector3(v.number("length", in: 0.142...0.162), v.number("width", in: 0.069...0.077), 0.008),
      radius: 0.011, margin: 0.003,
      colour: [Colour(0x202224), Colour(0xd4d6d8), look.palette.accent(0), Colour(0x3b4a5c)][
        v.choice("colour", of: 4)]
    ).makeAsset()
  }
}

/// A tablet computer that lies on its back, the screen up.
package struct TabletComputer: FurnitureAsset {
  package static let assetName = "tablet"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    let v = look.variation
    return LyingTablet(
      name: Self.assetName, nativeClass: "tablet",
      size: v.choice("size", of: 2) == 0 ? Vector3(0.248, 0.179, 0.0075) : Vector3(0.203, 0.135, 0.0075),
      radius: 0.012, margin: 0.01,
      colour: [Colour(0xc6c8ca), Colour(0x47494c)][v.choice("colour", of: 2)]
    ).makeAsset()
  }
}

/// A flat thing with a screen on its upper side.
private struct LyingTablet {
  var name: String
  var nativeClass: String
  var size: Vector3
  var radius: Double
  var margin: Double
  var colour: Colour

  func makeAsset() -> Asset {
    var asset = AssetBuilder(name: name, nativeClass: nativeClass)
    let body = asset.material(IndoorMaterial.plastic(colour, roughness: 0.3))
    let glass = asset.material(IndoorMaterial.darkGlass)
    let screen = asset.material(IndoorMaterial.litScreen(ScreenPicture.symbols))
    let (x, y, t) = (size.x / 2, size.y / 2, size.z)
    asset.add(
      FixtureShape.block(
        from: Vector3(-x, -y, 0), to: Vector3(x, y, t - 0.0008), radius: radius, edge: 0.002, low: 0.002,
        corner: 5), material: body)
    asset.add(
      FixtureShape.block(
        from: Vector3(-x + 0.001, -y + 0.001, t - 0.0012), to: Vector3(x - 0.001, y - 0.001, t),
        radius: radius - 0.001, edge: 0.0006,
        corner: 5), material: glass, part: "glass")
    asset.add(
      FixtureShape.levelPicture(
        z: t + 0.0002, x: (-x + margin + 0.004)...(x - margin - 0.004), y: (-y + margin)...(y - margin),
        depth: 0.0008),
      material: screen, part: "screen")
    // Cameras on the back and keys at the side.
    asset.add(
      FixtureShape.block(
        from: Vector3(-x * 0.3, y - 0.0006, t * 0.35), to: Vector3(-x * 0.1, y + 0.0006, t * 0.6),
        radius: 0.0004, edge: 0.0002), material: body,
      part: "button")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, t + 0.001),
        shape: .panel(halfU: Vector3(x - margin - 0.004, 0, 0), halfV: Vector3(0, y - margin, 0)),
        flux: 150 * .pi * 4 * (x - margin) * (y - margin) * 0.4, temperature: 6500, materials: [screen])
    ]
    return asset.asset()
  }
}

/// A remote control that lies on its back; the end that points at the screen lies toward −x.
package struct RemoteControl: FurnitureAsset {
  package static let assetName = "remote_control"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "remote_control")
    let v = look.variation
    let isSlim = v.choice("slim", of: 3) == 0
    let (l, w, t) = (
      isSlim ? 0.14 : v.number("length", in: 0.17...0.21), isSlim ? 0.036 : 0.047, isSlim ? 0.011 : 0.02
    )
    let body = asset.material(
      IndoorMaterial.plastic(
        v.choice("light", of: 4) == 0 ? Colour(0xe4e4e0) : Colour(0x1d1e20), roughness: 0.45))
    let grey = asset.material(IndoorMaterial.darkRubber(Colour(0x6e7276)))
    let red = asset.material(IndoorMaterial.darkRubber(Colour(0xb23a34)))
    asset.add(
      FixtureShape.block(
        from: Vector3(-l / 2, -w / 2, 0), to: Vector3(l / 2, w / 2, t), radius: isSlim ? w * 0.45 : 0.01,
        edge: 0.003, low: t * 0.35, corner: 5),
      material: body)
    func button(_ x: Double, _ y: Double, _ r: Double, _ m: Int) {
      asset.add(
        .cylinder(
          from: Vector3(x, y, t - 0.001), to: Vector3(x, y, t + 0.0014), radius: r, endRadius: r * 0.85,
          sides: 12), material: m,
        part: "button")
    }
    button(-l / 2 + 0.013, -w * 0.3, 0.0038, red)
    // A ring for directions.
    let ring = isSlim ? -l * 0.2 : -l * 0.02
    asset.add(
      MeshBuilder.torus(radius: w * 0.3, tube: 0.0025, sides: 24, rings: 6).translated(ring, 0, t),
      material: grey, part: "button")
    button(ring, 0, w * 0.13, grey)
    let rows = isSlim ? 3 : 7
    for row in 0..<rows {
      let x =
        isSlim
        ? l * 0.05 + 0.014 * Double(row)
        : row < 3 ? -l * 0.38 + 0.012 * Double(row) : l * 0.18 + 0.0135 * Double(row - 3)
      for column in -1...1 where !(isSlim && column == 0) {
        button(x, Double(column) * w * (isSlim ? 0.2 : 0.27), 0.0036, grey)
      }
    }
    return asset.asset()
  }
}

/// A computer's mouse; the hand comes from +x.
package struct ComputerMouse: FurnitureAsset {
  package static let assetName = "mouse"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "mouse")
    let v = look.variation
    let body = asset.material(
      IndoorMaterial.plastic(
        [Colour(0x232426), Colour(0xe9e9e6), look.palette.accent(1)][v.choice("colour", of: 3)],
        roughness: 0.4))
    let dark = asset.material(IndoorMaterial.darkRubber())
    let wheel = asset.material(IndoorMaterial.darkRubber(Colour(0x7c8084)))
    let (l, w, h) = (
      v.number("length", in: 0.1...0.118) / 2, v.number("width", in: 0.058...0.066) / 2,
      v.number("height", in: 0.03...0.038)
    )
    func ring(_ f: Double, _ z: Double, _ shift: Double = 0) -> [Vector3] {
      superellipse(l * f, w * f, exponent: 2.5, count: 28).map {
        Vector3($0.x + shift, $0.y * (1 - 0.08 * $0.x / l), z)
      }
    }
    var shell = MeshBuilder.loft([
      ring(0.95, 0.001), ring(1, 0.006), ring(0.985, h * 0.4), ring(0.93, h * 0.62, 0.001),
      ring(0.8, h * 0.84, 0.003),
      ring(0.55, h * 0.97, 0.005), ring(0.25, h, 0.006),
    ])
    // Lower at the buttons.
    func lowered(_ p: Vector3) -> Vector3 {
      Vector3(p.x, p.y, p.z < 0.007 ? p.z : 0.006 + (p.z - 0.006) * (0.9 + 0.28 * (p.x / l)))
    }
    shell.displace(lowered)
    asset.add(shell, material: body)
    asset.add(
      .extrusion(superellipse(l * 0.93, w * 0.93, exponent: 2.5, count: 28), bottom: 0, top: 0.003),
      material: dark, part: "foot")
    // The gap between the buttons follows the shell's ridge to the wheel and on.
    let ridge = [
      (0.985, 0.4, 0.0), (0.93, 0.62, 0.001), (0.8, 0.84, 0.003), (0.55, 0.97, 0.005), (0.25, 1, 0.006),
    ]
    .map { f, z, shift in lowered(Vector3(shift - l * f, 0, h * z)) }
    asset.add(
      .bar(
        ridge,
        section: [
          Vector2(-0.0045, -0.002), Vector2(0.0045, -0.002), Vector2(0.004, 0.0006), Vector2(-0.004, 0.0006),
        ]),
      material: dark, part: "gap")
    let hub = ridge[2] + (ridge[3] - ridge[2]) * 0.35 - Vector3(0, 0, 0.0055)
    asset.add(
      .cylinder(from: hub - Vector3(0, 0.003, 0), to: hub + Vector3(0, 0.003, 0), radius: 0.0095, sides: 18),
      material: wheel, part: "wheel")
    return asset.asset()
  }
}
