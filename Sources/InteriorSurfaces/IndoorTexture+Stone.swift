import Assets
package import Imaging

/// Marble by its veins; sRGB from the ground to the vein.
package enum Marble: String, Sendable, Hashable, CaseIterable {
  /// Grey veins on white.
  case white
  /// White veins on black.
  case black
  /// Golden veins on cream.
  case cream
  /// White veins on green.
  case green

  private static let whiteTone = makeTone(seed: 0x6001)
  private static let darkTone = makeTone(seed: 0x6051)

  /// From 0, the ground, to 1, the vein; 1024 texels square.
  var tone: TextureField {
    switch self {
    case .white, .cream: Self.whiteTone
    case .black, .green: Self.darkTone
    }
  }

  private var colours: (ground: SIMD3<Float>, cloud: SIMD3<Float>, vein: SIMD3<Float>) {
    switch self {
    case .white: (SIMD3(0.95, 0.95, 0.94), SIMD3(0.83, 0.84, 0.85), SIMD3(0.46, 0.47, 0.5))
    case .black: (SIMD3(0.09, 0.09, 0.1), SIMD3(0.17, 0.17, 0.18), SIMD3(0.8, 0.79, 0.76))
    case .cream: (SIMD3(0.93, 0.89, 0.81), SIMD3(0.87, 0.8, 0.69), SIMD3(0.7, 0.58, 0.42))
    case .green: (SIMD3(0.1, 0.19, 0.16), SIMD3(0.18, 0.3, 0.25), SIMD3(0.68, 0.75, 0.7))
    }
  }

  /// One repeat is 1.6 m.
  package var texture: Texture {
    IndoorTexture.painted.texture("marble_\(rawValue)") {
      let (tone, c) = (tone, colours)
      // Light veins on dark stone stand out farther than dark ones on light stone.
      let (low, high): (Float, Float) = self == .white || self == .cream ? (0.24, 0.95) : (0.14, 0.55)
      return TextureField.texture("marble_\(rawValue)", tone.width, tone.height) { _, _, i in
        let t = tone[i]
        let cloudy = c.ground + (c.cloud - c.ground) * min(1, t * 2.6)
        return SIMD4(cloudy + (c.vein - cloudy) * step(low, high, t), 1)
      }
    }
  }

  /// Two nets of veins where bent noise crosses its middle, fading in and out along their way.
  private static func makeTone(seed: UInt64) -> TextureField {
    let side = 1024
    let bendX = TextureField.fractal(side / 4, side / 4, cells: (3, 3), octaves: 3, seed: seed)
    let bendY = TextureField.fractal(side / 4, side / 4, cells: (3, 3), octaves: 3, seed: seed &+ 1)
    let net = TextureField.fractal(side, side, cells: (2, 3), octaves: 5, gain: 0.38, seed: seed &+ 2)
    let thin = TextureField.fractal(side, side, cells: (5, 4), octaves: 5, gain: 0.45, seed: seed &+ 3)
    let clouds = TextureField.fractal(side / 2, side / 2, cells: (4, 4), octaves: 5, seed: seed &+ 4)
    let fade = TextureField.noise(side / 4, side / 4, cells: (4, 4), seed: seed &+ 5)
    return TextureField(width: side, height: side) { x, y, _ in
      let (u, v) = ((Float(x) + 0.5) / Float(side), (Float(y) + 0.5) / Float(side))
      // Veins lean one way: most of a slab's cracks opened together.
      let s = u + v + 0.045 * bendX.at(u, v)
      let t = v + 0.045 * bendY.at(u, v)
      let strength = step(-1.4, 1, fade.nearest(u, v))
      let broad = max(0, 1 - (net.at(s, t) - 0.1).magnitude * 9)
      let fine = max(0, 1 - thin.nearest(s, t).magnitude * 10)
      let cloud = max(0, 0.16 + 0.12 * clouds.nearest(u, v))
      return min(1, cloud + broad * broad * (0.12 + 0.5 * strength) + 0.42 * fine * fine * strength)
    }
  }
}

extension IndoorTexture {
  /// Soft clouds 0...1 about one half, for stone and tiles.
  package static let stoneClouds: TextureField = {
    let field = TextureField.fractal(512, 512, cells: (7, 7), octaves: 6, gain: 0.7, seed: 0x61)
    return TextureField(width: 512, height: 512) { _, _, i in max(0, min(1, 0.5 + 0.24 * field[i])) }
  }()

  /// Chips of marble in a binder, ground flat; one repeat is 0.8 m.
  static func terrazzo(_ binder: Colour, _ chips: [Colour]) -> Texture {
    let name = "terrazzo_\(binder.hex)_" + chips.map(\.hex).joined(separator: "_")
    return painted.texture(name) {
      let side = 512
      let coarse = TextureField.cells(side, side, count: (22, 22), seed: 0x62)
      let small = TextureField.cells(side, side, count: (58, 58), seed: 0x63)
      let rough = TextureField.noise(side, side, cells: (90, 90), seed: 0x64)
      let fine = TextureField.grain(side, side, seed: 0x65)
      let (ground, tones) = (rgb(binder), chips.map(rgb))
      func chip(_ which: Float) -> SIMD3<Float> {
        guard !tones.isEmpty else { return ground * 0.8 }
        return tones[min(tones.count - 1, Int(fraction(which * 7.31) * Float(tones.count)))]
          * (0.92 + 0.16 * fraction(which * 37.7))
      }
      return TextureField.texture(name, side, side) { _, _, i in
        var c = ground * (1 + 0.03 * fine[i])
        // A chip is the core of a cell; a third of the cells have none.
        let little = small.gap[i] + 0.05 * rough[i] - (small.which[i] < 0.45 ? 9 : 0.3)
        c += (chip(small.which[i]) - c) * step(0, 0.1, little)
        let large = coarse.gap[i] + 0.04 * rough[i] - (coarse.which[i] < 0.5 ? 9 : 0.24)
        c += (chip(coarse.which[i]) - c) * step(0, 0.05, large)
        return SIMD4(c, 1)
      }
    }
  }

  /// Speckles of three minerals; one repeat is 0.6 m.
  static func granite(_ ground: Colour, _ light: Colour, _ dark: Colour) -> Texture {
    let name = "granite_\(ground.hex)_\(light.hex)_\(dark.hex)"
    return painted.texture(name) {
      let side = 512
      let grains = TextureField.cells(side, side, count: (210, 210), seed: 0x66)
      let flakes = TextureField.fractal(side, side, cells: (60, 60), octaves: 2, gain: 0.6, seed: 0x67)
      let clouds = TextureField.fractal(side, side, cells: (6, 6), octaves: 4, seed: 0x68)
      let fine = TextureField.grain(side, side, seed: 0x69)
      let (a, b, c) = (rgb(ground), rgb(light), rgb(dark))
      return TextureField.texture(name, side, side) { _, _, i in
        let key = grains.which[i] + 0.09 * clouds[i]
        var p = a + (b - a) * step(0.55, 0.8, key)
        p += (c - p) * (1 - step(0.14, 0.24, key))
        p += (c - p) * 0.8 * step(1.2, 1.7, flakes[i])
        return SIMD4(p * (1 + 0.12 * fine[i]), 1)
      }
    }
  }

  /// Engineered stone: fine grains of one tone; near white, one repeat is 0.6 m.
  package static let quartz: Texture = {
    let side = 512
    let grains = TextureField.cells(side, side, count: (170, 170), seed: 0x6a)
    let clouds = TextureField.fractal(side, side, cells: (5, 5), octaves: 4, seed: 0x6b)
    return TextureField(width: side, height: side) { _, _, i in
      0.9 + 0.1 * (grains.which[i] - 0.5) - 0.22 * step(0.94, 0.97, grains.which[i]) + 0.02 * clouds[i]
    }
    .ramp("quartz", .zero, SIMD3(repeating: 1))
  }()

  /// Trowelled concrete, near white; one repeat is 2 m.
  package static let concrete: Texture = {
    let side = 1024
    let clouds = TextureField.fractal(side, side, cells: (4, 4), octaves: 6, gain: 0.55, seed: 0x6c)
    let strokes = TextureField.fractal(side, side, cells: (7, 22), octaves: 3, seed: 0x6d)
    let holes = TextureField.noise(side, side, cells: (220, 220), seed: 0x6e)
    let fine = TextureField.grain(side, side, seed: 0x6f)
    return TextureField(width: side, height: side) { _, _, i in
      0.84 + 0.055 * clouds[i] + 0.018 * strokes[i] - 0.2 * step(2.5, 3.1, holes[i]) + 0.03 * fine[i]
    }
    .ramp("concrete_floor", .zero, SIMD3(1, 0.995, 0.985))
  }()

  /// Duller and brighter places of a polished surface, for a material of the roughness wanted over 0.8.
  package static let polish: Texture = {
    let side = 256
    let smear = TextureField.fractal(side, side, cells: (4, 4), octaves: 5, gain: 0.6, seed: 0x70)
    return TextureField(width: side, height: side) { _, _, i in 0.8 + 0.11 * smear[i] }.roughness("polish")
  }()
}
