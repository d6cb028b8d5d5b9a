package import Assets
package import Imaging
import VectorMath

/// How the year rings of a species show on a planed face: the grain runs along u, one square metre a repeat, without
/// joints.
package enum WoodFigure: String, Sendable, Hashable, CaseIterable {
  case oak, ash, pine, cherry, walnut, rosewood

  /// The figure that suits a colour: pale woods are ash or oak, reddish ones cherry, dark ones walnut or rosewood.
  package init(suiting colour: Colour) {
    let (r, g, b) = (Int(colour.red), Int(colour.green), Int(colour.blue))
    let bright = (r * 3 + g * 5 + b * 2) / 10
    let redness = r - g
    switch bright {
    case 190...: self = .ash
    case 150...: self = b * 3 < r * 2 ? .pine : .oak
    case 112...: self = redness > 52 ? .cherry : .oak
    case 84...: self = redness > 44 ? .cherry : .walnut
    default: self = redness > 36 ? .rosewood : .walnut
    }
  }

  private struct Look {
    /// Rings a metre across, and how far they wander.
    var rings: Float
    var wander: Float
    /// How much darker late wood, fibres, pores and broad bands are.
    var late: Float
    var fibre: Float
    var pores: Float
    var bands: Float
    /// Lighter flecks of the rays.
    var rays: Float
    /// sRGB of the lightest and the darkest wood.
    var light: SIMD3<Float>
    var dark: SIMD3<Float>
  }

  private var look: Look {
    switch self {
    case .oak:
      Look(
        rings: 46, wander: 10, late: 0.28, fibre: 0.09, pores: 0.3, bands: 0.06, rays: 0.1,
        light: SIMD3(1, 0.98, 0.95), dark: SIMD3(0.6, 0.5, 0.38))
    case .ash:
      Look(
        rings: 40, wander: 11, late: 0.34, fibre: 0.08, pores: 0.22, bands: 0.05, rays: 0,
        light: SIMD3(1, 0.99, 0.96), dark: SIMD3(0.7, 0.6, 0.48))
    case .pine:
      Look(
        rings: 28, wander: 8, late: 0.5, fibre: 0.05, pores: 0, bands: 0.07, rays: 0,
        light: SIMD3(1, 0.98, 0.92), dark: SIMD3(0.74, 0.52, 0.31))
    case .cherry:
      Look(
        rings: 36, wander: 11, late: 0.24, fibre: 0.1, pores: 0.1, bands: 0.14, rays: 0.04,
        light: SIMD3(1, 0.96, 0.92), dark: SIMD3(0.62, 0.46, 0.36))
    case .walnut:
      Look(
        rings: 34, wander: 12, late: 0.36, fibre: 0.12, pores: 0.2, bands: 0.22, rays: 0,
        light: SIMD3(1, 0.97, 0.93), dark: SIMD3(0.42, 0.34, 0.28))
    case .rosewood:
      Look(
        rings: 46, wander: 8, late: 0.36, fibre: 0.12, pores: 0.24, bands: 0.22, rays: 0,
        light: SIMD3(1, 0.95, 0.92), dark: SIMD3(0.42, 0.32, 0.28))
    }
  }

  private static let oakGrain = WoodFigure.oak.makeGrain()
  private static let ashGrain = WoodFigure.ash.makeGrain()
  private static let pineGrain = WoodFigure.pine.makeGrain()
  private static let cherryGrain = WoodFigure.cherry.makeGrain()
  private static let walnutGrain = WoodFigure.walnut.makeGrain()
  private static let rosewoodGrain = WoodFigure.rosewood.makeGrain()

  /// From 0, the lightest wood, to 1, the darkest: 512 texels along the grain and 1024 across, square to the metre.
  package var grain: TextureField {
    switch self {
    case .oak: Self.oakGrain
    case .ash: Self.ashGrain
    case .pine: Self.pineGrain
    case .cherry: Self.cherryGrain
    case .walnut: Self.walnutGrain
    case .rosewood: Self.rosewoodGrain
    }
  }

  /// The colours of the figure, near white, to be tinted.
  package var texture: Texture {
    IndoorTexture.painted.texture("wood_\(rawValue)") {
      let look = look
      return grain.ramp("wood_\(rawValue)", look.light, look.dark)
    }
  }

  /// Fibres and open pores; the same for all, for nobody sees which pore belongs to which ring.
  package static let normals: Texture = {
    let (w, h) = (512, 512)
    let fibre = TextureField.noise(w, h, cells: (14, 256), seed: 0x30)
    let pores = TextureField.noise(w, h, cells: (60, 300), seed: 0x31)
    let height = TextureField(width: w, height: h) { _, _, i in
      0.00003 * fibre[i] - 0.00012 * step(1.1, 2.2, pores[i])
    }
    return height.normals("wood_normals", span: 1)
  }()

  /// sRGB between the lightest and the darkest wood.
  func colour(_ tone: Float) -> SIMD3<Float> {
    let look = look
    return look.light + (look.dark - look.light) * max(0, min(1, tone))
  }

  private func makeGrain() -> TextureField {
    let (w, h) = (512, 1024)
    let look = look
    let seed = UInt64(Self.allCases.firstIndex(of: self) ?? 0) &* 101 &+ 0x3000
    // The face cuts rings that are neither straight nor round: where they bend much, the cut shows arches.
    let broad = TextureField.noise(w, h, cells: (2, 6), seed: seed)
    let bend = TextureField.noise(w, h, cells: (3, 16), seed: seed &+ 1)
    let waver = TextureField.noise(w, h, cells: (14, 70), seed: seed &+ 2)
    let years = TextureField.noise(w, h, cells: (3, 24), seed: seed &+ 3)
    let bands = TextureField.noise(w, h, cells: (2, 9), seed: seed &+ 4)
    let fibre = TextureField.noise(w, h, cells: (18, 340), seed: seed &+ 5)
    let pores = TextureField.noise(w, h, cells: (56, 420), seed: seed &+ 6)
    let rays = TextureField.noise(w, h, cells: (60, 110), seed: seed &+ 7)
    let rings = look.rings.rounded()
    return TextureField(width: w, height: h) { _, y, i in
      let v = (Float(y) + 0.5) / Float(h)
      let wander = look.wander * (0.27 * broad[i] + 0.045 * bend[i] + 0.01 * waver[i])
      let ring = fraction(rings * v + wander)
      // A year darkens slowly and ends at once.
      let late = step(0.15, 0.9, ring) * step(1, 0.93, ring)
      let year = max(0.25, 0.75 + 0.3 * years[i])
      var tone = 0.12 + look.late * late * late * year + look.fibre * fibre[i] + look.bands * bands[i]
      tone += look.pores * step(0.9, 2.1, pores[i]) * (1 - 0.6 * late)
      tone -= look.rays * step(1.4, 2.2, rays[i])
      return max(0, min(1, tone))
    }
  }
}
