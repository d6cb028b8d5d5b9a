import Assets
package import Imaging
import VectorMath

/// Pictures painted by rule, none after anybody's. Each motif comes in several versions.
package enum Painting: String, Sendable, Hashable, CaseIterable {
  case mountains, sea, hills, dunes, birches, moon
  case fields, arches, discs, strokes, grid
  case fern, leaves, vase
  case inkMountains = "ink_mountains"
  case bamboo
  case skyline, petals

  /// Those that suit a style.
  package static func suiting(_ style: StylePack) -> [Painting] {
    switch style {
    case .scandinavian: [.leaves, .arches, .mountains, .fern, .birches, .sea, .discs]
    case .modern: [.strokes, .fields, .discs, .grid, .dunes, .skyline, .moon]
    case .industrial: [.skyline, .grid, .strokes, .mountains, .fields, .moon]
    case .classic: [.hills, .sea, .vase, .petals, .mountains, .fern]
    case .rustic: [.hills, .fern, .birches, .vase, .dunes, .petals]
    case .chineseModern: [.inkMountains, .bamboo, .petals, .moon, .inkMountains, .bamboo]
    }
  }

  /// Width over height.
  package var aspect: Double {
    switch self {
    case .mountains, .sea, .hills, .dunes, .skyline: 1.4
    case .fields, .discs, .grid, .moon, .strokes: 1
    case .birches: 1.4
    case .inkMountains: 2
    case .arches, .fern, .leaves, .vase, .petals: 0.72
    case .bamboo: 0.5
    }
  }

  package static let versions = 4

  package func texture(_ version: Int) -> Texture {
    let version = ((version % Self.versions) + Self.versions) % Self.versions
    let name = "painting_\(rawValue)_\(version)"
    return IndoorTexture.painted.texture(name) {
      var easel = Easel(aspect: aspect, seed: UInt64(version) &* 977 &+ UInt64(name.utf8.count) &* 31)
      easel.version = version
      paint(&easel)
      easel.addPaper()
      return easel.canvas.texture(name, wrap: .clamp)
    }
  }

  private func paint(_ e: inout Easel) {
    switch self {
    case .mountains: e.mountains()
    case .sea: e.sea()
    case .hills: e.hills()
    case .dunes: e.dunes()
    case .birches: e.birches()
    case .moon: e.moon()
    case .fields: e.fields()
    case .arches: e.arches()
    case .discs: e.discs()
    case .strokes: e.strokes()
    case .grid: e.grid()
    case .fern: e.fern()
    case .leaves: e.leaves()
    case .vase: e.vase()
    case .inkMountains: e.inkMountains()
    case .bamboo: e.bamboo()
    case .skyline: e.skyline()
    case .petals: e.petals()
    }
  }
}

/// A canvas with the chance and colours of one picture.
struct Easel {
  var canvas: TextureCanvas
  let chance: AssetVariation
  var version = 0
  /// Width over height.
  let aspect: Double

  init(aspect: Double, seed: UInt64) {
    let height = aspect > 1.5 ? 288 : aspect > 1 ? 336 : 400
    canvas = TextureCanvas(width: Int(Double(height) * aspect), height: height, fill: Colour(0xf1ece0))
    chance = AssetVariation(seed: seed)
    self.aspect = aspect
  }

  /// One of some colours.
  func pick(_ colours: [UInt32], _ k: Int = 0) -> Colour {
    Colour(colours[(version + k) % max(1, colours.count)])
  }

  /// From one colour at the top to another at the bottom.
  mutating func wash(_ top: Colour, _ bottom: Colour) {
    let (a, b) = (top.encoded, bottom.encoded)
    canvas.shade { uv in a + (b - a) * Float(uv.y) }
  }

  /// What lies below a line y(x) is washed with colours, from the line to the lower edge.
  mutating func below(_ top: Colour, _ bottom: Colour, fade: Double = 0.4, _ line: (Double) -> Double) {
    let (a, b) = (top.encoded, bottom.encoded)
    for x in 0..<canvas.width {
      let y0 = line((Double(x) + 0.5) / Double(canvas.width)) * Double(canvas.height)
      for y in max(0, Int(y0))..<max(max(0, Int(y0)), canvas.height) {
        let cover = Float(min(1, Double(y) + 1 - y0))
        let t = Float(min(1, (Double(y) - y0) / (fade * Double(canvas.height))))
        let i = y * canvas.width + x
        canvas.pixels[i] += (a + (b - a) * t - canvas.pixels[i]) * cover
      }
    }
  }

  /// A ridge: octaves of folded waves, 0...1.
  func ridge(_ x: Double, _ k: Int, rough: Double = 0.5) -> Double {
    var (sum, amplitude, cells) = (0.0, 0.5, 2)
    for o in 0..<6 {
      let n = ProceduralTexture.noise(
        Vector2(x * Double(cells) + chance.unit("ridge", k) * 40, 0.5), period: 4096,
        seed: chance.seed &+ UInt64(k * 16 + o))
      sum += amplitude * (o < 2 ? n : 1 - (2 * n - 1).magnitude)
      amplitude *= rough
      cells *= 2
    }
    return sum
  }

  /// A brush stroke that thins out, in steps.
  mutating func brush(_ path: [Vector2], _ width: Double, _ end: Double, _ colour: Colour) {
    for (i, pair) in zip(path, path.dropFirst()).enumerated() {
      let t = Double(i) / Double(max(1, path.count - 2))
      canvas.stroke([pair.0, pair.1], width: width + (end - width) * t, colour)
    }
  }

  /// A leaf from `root` along a heading (radians, 0 to the right, positive down).
  mutating func leaf(
    _ root: Vector2, _ heading: Double, _ length: Double, _ half: Double, _ colour: Colour,
    vein: Colour? = nil
  ) {
    let (s, c) = DeterministicMath.sincos(heading)
    func at(_ t: Double, _ side: Double) -> Vector2 {
      let w = half * 4 * t * (1 - t) * (1.2 - 0.4 * t) * side
      return root + Vector2((c * t * length - s * w) / aspect, s * t * length + c * w)
    }
    let n = 9
    canvas.fill(
      (0...n).map { at(Double($0) / Double(n), 1) }
        + (1..<n).reversed().map { at(Double($0) / Double(n), -1) },
      colour)
    if let vein { canvas.stroke([at(0, 0), at(0.92, 0)], width: 0.004, vein) }
  }

  /// The tooth of paper or canvas under the paint.
  mutating func addPaper() {
    let fine = TextureField.grain(canvas.width, canvas.height, seed: chance.seed &+ 5)
    let cloth = TextureField.noise(
      canvas.width, canvas.height, cells: (canvas.width / 3, canvas.height / 3), seed: chance.seed &+ 6)
    for i in canvas.pixels.indices {
      let k = 1 + 0.03 * fine[i] + 0.012 * cloth[i]
      canvas.pixels[i] = SIMD4(
        canvas.pixels[i].x * k, canvas.pixels[i].y * k, canvas.pixels[i].z * k, 1)
    }
  }
}
