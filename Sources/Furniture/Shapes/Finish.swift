import Assets
import InteriorSurfaces
import WorldModel

/// A material and the metres that one repeat of its textures spans. An asset takes it up on first use, so that it
/// lists no material that nothing wears.
struct Finish: Sendable {
  var material: Material
  var tile: Double

  init(_ material: Material, tile: Double = 1) {
    (self.material, self.tile) = (material, tile)
  }

  static func wood(_ colour: Colour) -> Finish {
    Finish(IndoorMaterial.wood(colour), tile: IndoorMaterial.woodTile)
  }
  static func fabric(_ colour: Colour) -> Finish {
    Finish(IndoorMaterial.fabric(colour), tile: IndoorMaterial.fabricTile)
  }
  static func leather(_ colour: Colour) -> Finish { Finish(IndoorMaterial.leather(colour), tile: 0.5) }
  static func lacquer(_ colour: Colour) -> Finish { Finish(IndoorMaterial.lacquer(colour)) }
  static func plastic(_ colour: Colour) -> Finish { Finish(IndoorMaterial.plastic(colour)) }
  static func metal(_ finish: Palette.MetalFinish) -> Finish { Finish(IndoorMaterial.metal(finish)) }
}

extension AssetBuilder {
  /// Adds geometry in the node's frame, in a finish.
  mutating func add(
    _ geometry: MeshBuilder, _ finish: Finish, part: String? = nil, node: Int = 0, crease: Double = 0.7
  ) {
    guard !geometry.isEmpty else { return }
    add(
      geometry, material: material(finish.material, tile: finish.tile), part: part, node: node,
      crease: crease)
  }
}

extension Look {
  var wood: Finish { .wood(palette.wood) }
  var darkWood: Finish { .wood(palette.darkWood) }
  var lacquer: Finish { .lacquer(palette.lacquer) }
  var metal: Finish { .metal(palette.metal) }
  /// The metal of frames and legs: neither white enamel nor copper, of which nobody makes frames.
  var frameMetal: Finish {
    .metal(palette.metal == .white || palette.metal == .copper ? .blackened : palette.metal)
  }

  /// One of two finishes, the second in `share` of all.
  func either(_ a: Finish, _ b: Finish, _ name: StaticString, share: Double = 0.5) -> Finish {
    variation.unit(name) < share ? b : a
  }

  /// One of a list, or the fallback when the list is empty.
  func pick<T>(_ name: StaticString, _ list: [T], _ fallback: T) -> T {
    list.isEmpty ? fallback : list[variation.choice(name, of: list.count)]
  }
}
