import Assets
import Furniture
import Geometry
package import Imaging
import InteriorSurfaces
import Rendering
import Streetscape
import VectorMath
import Vehicles
import WorldModel

/// Pictures of assets, each from several sides, on one sheet.
package enum AssetSheet {
  /// - Parameters:
  ///   - names: of `AssetSheet.names`; others are left out.
  ///   - looks: pictures of each thing, every one another of its kind.
  ///   - sides: pictures around each look, from half before its left on; of several looks one each where it is `nil`.
  package static func sheet(of names: [String], looks: Int, sides: Int? = nil, cellWidth: Int) -> Raster<
    UInt8
  > {
    var sheet = ContactSheet(columns: 8, cellWidth: cellWidth, title: "assets")
    var turns = looks > 1 ? [0.55] : [0.55, 2.2]
    if let sides { turns = (0..<sides).map { 0.55 + 2 * .pi * Double($0) / Double(sides) } }
    for name in names {
      for look in 0..<max(1, looks) {
        guard let asset = asset(name, look: look) else { continue }
        for turn in turns {
          sheet.cells.append(
            .init(caption: name, picture: picture(of: asset, turn: turn, side: cellWidth), isSmooth: true))
        }
      }
    }
    return sheet.composed()
  }

  /// Everything that can be asked for.
  package static let names =
    AssetCatalog.names + VehicleCatalog.names + StreetscapeCatalog.names + FurnitureCatalog.names

  /// What moves of its own accord: vehicles, people and animals.
  package static var actors: [String] {
    let people = AssetCatalog.names.filter {
      AssetCatalog.make($0).map {
        ["person", "rider", "wheelchair", "pram", "cow", "deer"].contains($0.nativeClass.name)
      } ?? false
    }
    return VehicleCatalog.names + people
      + FurnitureCatalog.names.filter { $0.hasPrefix("cat_") || $0.hasPrefix("dog_") }
  }

  private static func asset(_ name: String, look: Int) -> Asset? {
    if let entry = FurnitureCatalog.named(name) {
      let style = StylePack.allCases[look % StylePack.allCases.count]
      return entry.make(
        Look(
          style: style, palette: Palette(style, variant: look),
          variation: AssetVariation(seed: UInt64(look + 1))))
    }
    return AssetCatalog.make(name) ?? StreetscapeCatalog.make(name)
      ?? VehicleCatalog.make(name, variant: UInt64(look + 1))
  }

  /// A thing before a grey ground, from `turn` radians to its left, a little from above.
  private static func picture(of asset: Asset, turn: Double, side: Int) -> Raster<UInt8> {
    let box = asset.restBounds
    let radius = max(0.01, length(box.size) / 2)
    let pitch = asset.fittings.mount == .ceiling ? -0.25 : 0.42
    let (s, c) = DeterministicMath.sincos(turn)
    let (sp, cp) = DeterministicMath.sincos(pitch)
    let eye = box.center + Vector3(c * cp, s * cp, sp) * (radius * 3.3)
    var world = World(entities: [
      Entity(id: 1, name: asset.name, asset: asset, track: Track(still: .identity))
    ])
    if ![.ceiling, .rail].contains(asset.fittings.mount) {
      let r = radius * 40
      let ground = MeshBuilder.box(
        from: Vector3(-r, -r, box.min.z - 0.02 * radius), to: Vector3(r, r, box.min.z))
      world.entities.append(
        Entity(
          id: 2, name: "ground",
          asset: Asset(
            name: "ground", nativeClass: Ontology.named("ground") ?? asset.nativeClass,
            pieces: [Asset.Piece(mesh: ground.mesh(), material: 0)],
            materials: [Material(name: "ground", baseColor: SIMD4(0.35, 0.36, 0.38, 1))]),
          track: Track(still: .identity)))
    }
    world.sun.direction = normalized(Vector3(c - 0.7 * s, s + 0.7 * c, 1.1))
    let camera = Camera(width: side, height: side, horizontalFieldOfView: 0.66, near: radius * 0.02)
    world.rig = Rig(cameras: [
      Rig.MountedCamera(
        name: "view", camera: camera, rigFromCamera: Rig.mount(at: eye, yaw: turn + .pi, pitch: -pitch))
    ])
    let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
    let capture = CameraSensor().capture(
      moment, world.rig.cameras[0], channels: .rgb, atlas: TextureAtlas(moment.now.materials))
    return capture.rgb ?? Raster(width: side, height: side, channels: 3, fill: 0)
  }
}
