package import Imaging
import VectorMath

/// Tyres, lamps and stripes.
extension ProceduralTexture {
  /// A tyre: u once around, v from one bead over the tread to the other; tread blocks in the middle third.
  package static let tyre: Texture = {
    var canvas = TextureCanvas(width: 512, height: 128, fill: Colour(0x2a2a2b))
    canvas.shade { uv in
      let side = (uv.y - 0.5).magnitude
      let fine = grain(Int(uv.x * 512), Int(uv.y * 128), seed: 151) - 0.5
      var v = 0.165 + 0.02 * fine
      if side < 0.17 {
        let blocks = (uv.x * 64 + side * 20).truncatingRemainder(dividingBy: 1)
        let grooves = [0.03, 0.1].contains { (side - $0).magnitude < 0.012 }
        v = blocks < 0.14 || grooves ? 0.075 : 0.19 + 0.03 * fine
      } else if (side - 0.2).magnitude < 0.006 || (side - 0.4).magnitude < 0.008 {
        v = 0.11
      }
      return grey(v)
    }
    return canvas.texture("tyre")
  }()

  /// A lens of many small cells, bright in the middle; near white, to be tinted. The unit square is the lens.
  package static let lens: Texture = {
    var canvas = TextureCanvas(width: 128, height: 128, fill: Colour(0xe8e8e8))
    canvas.shade { uv in
      let r = length(uv - Vector2(0.5, 0.5)) * 2
      let (cx, cy) = (
        (uv.x * 11).truncatingRemainder(dividingBy: 1) - 0.5,
        (uv.y * 11).truncatingRemainder(dividingBy: 1) - 0.5
      )
      let cell = max(cx.magnitude, cy.magnitude)
      return grey(1 - 0.22 * r * r - 0.22 * smoothstep(0.36, 0.5, cell))
    }
    return canvas.texture("lens", wrap: .clamp)
  }()

  /// Slanting red and white bars for barriers and beacons; one repeat is 0.8 m.
  package static let warningStripes: Texture = {
    var canvas = TextureCanvas(width: 128, height: 128, fill: Colour(0xf0f0ec))
    canvas.shade { uv in
      let t = (uv.x + uv.y + 2).truncatingRemainder(dividingBy: 1)
      let edge = smoothstep(0, 0.02, t) * (1 - smoothstep(0.5, 0.52, t))
      return mix(SIMD4(0.93, 0.93, 0.91, 1), SIMD4(0.74, 0.09, 0.1, 1), edge)
    }
    return canvas.texture("warning_stripes")
  }()
}
