import Imaging

/// Pictures with known statistics, from integer arithmetic alone.
enum TestPictures {
  struct Noise {
    var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    mutating func below(_ n: Int) -> Int { Int(next() % UInt64(n)) }
  }

  static func hash(_ x: Int, _ y: Int, _ z: Int) -> Int {
    var h = UInt64(truncatingIfNeeded: x &* 374_761_393 &+ y &* 668_265_263 &+ z &* 2_147_483_647)
    h = (h ^ (h >> 13)) &* 0x5851_f42d_4c95_7f2d
    return Int((h ^ (h >> 29)) & 0xffff)
  }

  /// Smooth value noise, 0..<256.
  static func smooth(_ x: Int, _ y: Int, cell: Int, seed: Int) -> Int {
    let (i, j) = (x / cell, y / cell)
    let (u, v) = (x % cell, y % cell)
    let a = (hash(i, j, seed) & 255) * (cell - u) + (hash(i + 1, j, seed) & 255) * u
    let b = (hash(i, j + 1, seed) & 255) * (cell - u) + (hash(i + 1, j + 1, seed) & 255) * u
    return (a * (cell - v) + b * v) / (cell * cell)
  }

  struct Scene {
    var color: Raster<UInt8>
    var depth: Raster<UInt16>
    var identifiers: Raster<UInt32>
    var semantic: Raster<UInt16>
  }

  /// Something like a rendered street: sky, textured ground, textured boxes and discs, a little noise.
  static func scene(width: Int, height: Int, seed: Int = 1) -> Scene {
    var color = Raster<UInt8>(width: width, height: height, channels: 3, fill: 0)
    var depth = Raster<UInt16>(width: width, height: height, fill: 0)
    var ids = Raster<UInt32>(width: width, height: height, fill: 0)
    var classes = Raster<UInt16>(width: width, height: height, fill: 0)
    var noise = Noise(UInt64(seed))
    let horizon = height * 2 / 5
    struct Box {
      var x, y, w, h, z, round: Int
      var base: [Int]
    }
    var boxes: [Box] = []
    for k in 0..<60 {
      let z = 60 - k
      let size = height * 2 / (z + 4)
      let round = noise.below(3) == 0 ? 1 : 0
      boxes.append(
        Box(
          x: noise.below(width), y: horizon + height / (z + 2) - size, w: size / 2 + noise.below(size + 1),
          h: size,
          z: z, round: round, base: [noise.below(200), noise.below(200), noise.below(200)]))
    }
    for y in 0..<height {
      for x in 0..<width {
        var (r, g, b): (Int, Int, Int)
        var (d, id, cls) = (0, 0, 0)
        if y < horizon {
          (r, g, b) = (110 + 60 * y / horizon, 150 + 50 * y / horizon, 220 + 20 * y / horizon)
        } else {
          let z = height * 400 / (y - horizon + 4)
          let (tx, ty) = ((x - width / 2) * z / height + 40_000, z)
          let t = smooth(tx, ty, cell: 16, seed: 3) / 4 + smooth(tx, ty, cell: 3, seed: 4) / 8
          (r, g, b) = (70 + t, 70 + t, 75 + t)
          (d, id, cls) = (min(65_535, z * 8 + z * (x - width / 2) * (x - width / 2) / width / width), 1, 300)
        }
        for (k, box) in boxes.enumerated() {
          let dy = y - box.y
          let dx = x - box.x + (dy - box.h) * (k % 7 - 3) / 5
          guard dx >= 0, dx < box.w, dy >= 0, dy < box.h else { continue }
          if box.round == 1 {
            let (cx, cy) = (2 * dx - box.w, 2 * dy - box.h)
            if cx * cx * box.h * box.h + cy * cy * box.w * box.w > box.w * box.w * box.h * box.h { continue }
          }
          let light = 180 + 60 * dx / max(1, box.w) - 40 * dy / max(1, box.h)
          let grain = smooth(dx * 200 / max(1, box.h), dy * 200 / max(1, box.h), cell: 8, seed: k) / 6
          let brick = dx * 24 / max(1, box.h) % 4 == 0 || dy * 30 / max(1, box.h) % 5 == 0 ? 30 : 0
          r = (box.base[0] + grain + brick) * light / 255
          g = (box.base[1] + grain + brick) * light / 255
          b = (box.base[2] + grain + brick) * light / 255
          (d, id, cls) = (box.z * 700 + 8000 * dx / max(1, 4 * box.w + dx + dy), 1000 + k * 7, 1 + k % 20)
        }
        let dither = hash(x, y, seed) % 3 - 1
        let p = (y * width + x) * 3
        color.values[p] = UInt8(clamping: r + dither)
        color.values[p + 1] = UInt8(clamping: g + dither)
        color.values[p + 2] = UInt8(clamping: b + dither)
        depth.values[y * width + x] = UInt16(clamping: d)
        ids.values[y * width + x] = UInt32(id)
        classes.values[y * width + x] = UInt16(cls)
      }
    }
    return Scene(color: color, depth: depth, identifiers: ids, semantic: classes)
  }

  static func random8(_ width: Int, _ height: Int, _ channels: Int, seed: UInt64, below: Int = 256) -> Raster<
    UInt8
  > {
    var noise = Noise(seed)
    return Raster(
      width: width, height: height, channels: channels,
      values: (0..<(width * height * channels)).map { _ in UInt8(noise.below(below)) })
  }
}
