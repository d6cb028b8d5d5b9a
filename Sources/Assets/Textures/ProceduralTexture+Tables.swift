package import Imaging
import VectorMath

/// Tops of tables. `…Tile` is the length in metres that one repeat stands for; large ones, because a table is seen
/// from near by and a repeated knot would show.
extension ProceduralTexture {
  package static let boardsTile = 1.6
  /// Twelve boards side by side along x, each cut from another log, with one butt joint each. Near grey.
  package static let boards: Texture = {
    let (side, count) = (1024, 12)
    var canvas = TextureCanvas(width: side, height: side, fill: Colour(0xb0b0b0))
    canvas.shade { uv in
      let board = min(count - 1, Int(uv.y * Double(count)))
      let seed = UInt64(board) &* 0x51ed_2701 &+ 81
      let t = uv.y * Double(count) - Double(board)
      // Along a board from its joint on: the grain runs over the picture's edge and breaks at the joint alone.
      let joint = AssetVariation.unit(seed)
      let s = uv.x >= joint ? uv.x - joint : uv.x - joint + 1
      let p = Vector2(s, t / Double(count))
      // Yearly rings, cut lengthwise: long arcs that wander across the board.
      let wander = noise(p * Vector2(1.9, 11), period: 4096, seed: seed &+ 1) * 3.4
      let waver = noise(p * Vector2(7, 45), period: 4096, seed: seed &+ 2) * 0.9
      let rings = 1.2 + 3.5 * AssetVariation.unit(seed &+ 3)
      let ring = DeterministicMath.cos(2 * Double.pi * (t * rings * (0.6 + 0.8 * t) + wander + waver))
      // Years differ, and so does how far their late wood stands out.
      let late = (0.5 + 0.5 * ring) * noise(p * Vector2(3, 60), period: 4096, seed: seed &+ 7)
      let fibre = noise(p * Vector2(26, 900), period: 4096, seed: seed &+ 4) - 0.5
      let pores = smoothstep(0.8, 0.95, noise(p * Vector2(60, 1100), period: 4096, seed: seed &+ 5))
      let tone = AssetVariation.unit(seed &+ 6) - 0.5
      var v = 0.76 + 0.15 * tone - 0.2 * late * late + 0.1 * fibre - 0.1 * pores
      // Joints: a dark line a millimetre and a half wide between softly broken edges.
      let across = min(t, 1 - t) / Double(count)
      let along = min(s, 1 - s)
      let gap = min(across, along) * boardsTile
      v *= 1 - 0.72 * smoothstep(0.0016, 0.0005, gap) - 0.06 * smoothstep(0.006, 0.0016, gap)
      return grey(v)
    }
    return canvas.texture("boards")
  }()

  package static let marbleTile = 1.8
  /// Polished stone: soft clouds and two nets of veins, the thin one darker. Near white.
  package static let marble: Texture = {
    var canvas = TextureCanvas(width: 1024, height: 1024, fill: Colour(0xe8e8e8))
    /// 1 on the line where noise crosses its middle, falling to 0 at a distance of `width`.
    func vein(_ uv: Vector2, cells: Int, width: Double, seed: UInt64) -> Double {
      let f = fractal(uv, cells: cells, octaves: 5, gain: 0.48, seed: seed)
      return max(0, 1 - (f - 0.5).magnitude / width)
    }
    canvas.shade { uv in
      let bend = Vector2(
        fractal(uv, cells: 3, octaves: 3, seed: 91) - 0.5, fractal(uv, cells: 3, octaves: 3, seed: 92) - 0.5)
      let q = uv + bend * 0.22
      let clouds = fractal(q, cells: 4, octaves: 5, seed: 93) - 0.5
      let broad = vein(q, cells: 3, width: 0.05, seed: 94)
      let fine = vein(q, cells: 5, width: 0.012, seed: 95)
      // Veins fade in and out along their way.
      let strength = smoothstep(0.4, 0.65, fractal(uv, cells: 4, octaves: 2, seed: 96))
      let grainy = noise(uv * 300, period: 300, seed: 97) - 0.5
      return grey(
        0.87 + 0.12 * clouds - 0.13 * broad * broad * (0.35 + strength) - 0.3 * fine * strength + 0.015
          * grainy)
    }
    return canvas.texture("marble")
  }()

  package static let linenTile = 0.32
  /// Plain weave, threads of 2 mm of uneven thickness. Near white.
  package static let linen: Texture = {
    let (side, threads) = (768, 160)
    var canvas = TextureCanvas(width: side, height: side, fill: Colour(0xdddddd))
    canvas.shade { uv in
      // How high the thread along `a` lies, its own tone and its round shape.
      func thread(_ a: Double, _ b: Double, _ seed: UInt64) -> (v: Double, index: Int) {
        let waver = (noise(Vector2(a * 12, b * 20), period: 60, seed: seed) - 0.5) * 0.3
        let c = b * Double(threads) + waver
        let index = Int(c.rounded(.down))
        let f = c - c.rounded(.down)
        let own = AssetVariation.unit(seed &+ UInt64((index + threads) % threads) &* 31) - 0.5
        let slub = noise(
          Vector2(a * 18, Double((index + threads) % threads) * 0.37), period: 18, seed: seed &+ 7)
        return (0.07 * own + 0.08 * (slub - 0.5) - 0.3 * (f - 0.5) * (f - 0.5) * 4, index)
      }
      let warp = thread(uv.y, uv.x, 101)
      let weft = thread(uv.x, uv.y, 102)
      let isWarpOver = (warp.index + weft.index) % 2 == 0
      return grey(0.9 + (isWarpOver ? warp.v : weft.v - 0.03))
    }
    return canvas.texture("linen")
  }()

  package static let screedTile = 1.6
  /// Trowelled concrete, fine enough for a near view: clouds, strokes of the trowel, pinholes. Near grey.
  package static let screed: Texture = {
    var canvas = TextureCanvas(width: 1024, height: 1024, fill: Colour(0xa8a6a1))
    canvas.shade { uv in
      let clouds = fractal(uv, cells: 6, octaves: 5, seed: 111) - 0.5
      let bend = fractal(uv, cells: 4, octaves: 2, seed: 112)
      let strokes = fractal(Vector2(uv.x + 0.4 * bend, uv.y * 2), cells: 14, octaves: 3, seed: 113) - 0.5
      let holes = smoothstep(0.93, 0.99, noise(uv * 420, period: 420, seed: 114))
      let fine = grain(Int(uv.x * 1024), Int(uv.y * 1024), seed: 115) - 0.5
      return grey(0.68 + 0.15 * clouds + 0.05 * strokes - 0.16 * holes + 0.05 * fine)
    }
    return canvas.texture("screed")
  }()

  package static let tilesTile = 1.2
  /// Glazed tiles of 10 cm, light and dark by turns, in grout. Near grey.
  package static let tiles: Texture = {
    let (side, count) = (1024, 12)
    var canvas = TextureCanvas(width: side, height: side, fill: Colour(0xb0b0b0))
    canvas.shade { uv in
      let (x, y) = (uv.x * Double(count), uv.y * Double(count))
      let (i, j) = (min(count - 1, Int(x)), min(count - 1, Int(y)))
      let tone = AssetVariation.unit(UInt64(j * count + i) &+ 121) - 0.5
      let glaze = fractal(uv, cells: 24, octaves: 3, seed: 122) - 0.5
      let edge = min(min(x - Double(i), Double(i + 1) - x), min(y - Double(j), Double(j + 1) - y)) * 0.1
      let tile = ((i + j) % 2 == 0 ? 0.9 : 0.36) + 0.05 * tone + 0.04 * glaze
      let grout = 0.6 + 0.1 * (grain(Int(uv.x * Double(side)), Int(uv.y * Double(side)), seed: 123) - 0.5)
      // Rounded edges catch less light just before the grout.
      let worn = tile * (1 - 0.12 * smoothstep(0.004, 0.0015, edge))
      return grey(grout + (worn - grout) * smoothstep(0.0008, 0.0018, edge))
    }
    return canvas.texture("tiles")
  }()
}
