import Assets
import VectorMath

/// The empty sheet of a kind of number plate, and its characters: drawn once, then copied, since every vehicle of a world
/// has a plate of its own.
struct PlateForm: Sendable {
  let width: Int
  let height: Int
  /// Cells of characters, texels.
  private let cell: SIMD2<Int>
  private let advance: Int
  /// Where lines have their middle, texels from the left and from the top.
  private let middles: [SIMD2<Int>]
  private let blank: [UInt32]
  /// How much of each texel of a cell is ink, 0 to 255.
  private let glyphs: [Character: [UInt32]]
  private let ink: UInt32

  static func of(_ scheme: NumberPlate.Scheme) -> PlateForm { forms[scheme] ?? PlateForm(scheme) }

  private static let forms = Dictionary(
    uniqueKeysWithValues: NumberPlate.Scheme.allCases.map { ($0, PlateForm($0)) })

  private init(_ scheme: NumberPlate.Scheme) {
    let ground: Colour
    let dark = Colour(0x16181c)
    var letters = dark
    switch scheme {
    case .european, .motorcycle: ground = Colour(0xf3f3ee)
    case .blue: (ground, letters) = (Colour(0x1f4fb0), Colour(0xf2f3f2))
    case .green: ground = Colour(0x9fd8b4)
    case .yellow: ground = Colour(0xe8b422)
    }
    let tall: Int
    switch scheme {
    case .european: (width, height, tall, middles) = (160, 34, 22, [SIMD2(86, 17)])
    case .motorcycle: (width, height, tall, middles) = (96, 70, 25, [SIMD2(48, 21), SIMD2(48, 50)])
    case .blue, .green, .yellow: (width, height, tall, middles) = (160, 51, 34, [SIMD2(80, 26)])
    }
    cell = SIMD2(tall / 2 + 2, tall + 2)
    advance = Int((0.66 * Double(tall)).rounded())
    let rim = scheme == .european ? Colour(0x1c1c1c) : letters
    var sheet = TextureCanvas(width: width, height: height, fill: rim)
    let edge = Vector2(1.4 / Double(width), 1.4 / Double(height))
    sheet.fillRectangle(edge, Vector2(1, 1) - edge, ground)
    if scheme == .european {
      sheet.fillRectangle(edge, Vector2(0.08, 1 - edge.y), Colour(0x27408b))
    }
    blank = sheet.texels
    ink = TextureCanvas(width: 1, height: 1, fill: letters).texels[0]
    var glyphs: [Character: [UInt32]] = [:]
    for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" {
      var canvas = TextureCanvas(width: cell.x, height: cell.y, fill: Colour(0))
      canvas.write(
        String(character), center: Vector2(0.5, 0.5), height: Double(tall) / Double(cell.y), weight: 0.16,
        aspect: 0.5, Colour(0xffffff))
      glyphs[character] = canvas.texels.map { $0 & 255 }
    }
    self.glyphs = glyphs
  }

  /// The sheet with lines of capitals and digits, row by row.
  func texels(_ lines: [String]) -> [UInt32] {
    var out = blank
    for (line, middle) in zip(lines, middles) {
      var x = middle.x - (advance * (line.count - 1) + cell.x) / 2
      for character in line {
        if let glyph = glyphs[character] { put(glyph, at: SIMD2(x, middle.y - cell.y / 2), &out) }
        x += advance
      }
    }
    return out
  }

  private func put(_ glyph: [UInt32], at corner: SIMD2<Int>, _ out: inout [UInt32]) {
    for row in 0..<cell.y {
      for column in 0..<cell.x {
        let (x, y) = (corner.x + column, corner.y + row)
        let share = glyph[row * cell.x + column]
        guard share > 0, x >= 0, x < width, y >= 0, y < height else { continue }
        let under = out[y * width + x]
        var texel: UInt32 = 255 << 24
        for shift in [0, 8, 16] as [UInt32] {
          let (a, b) = (under >> shift & 255, ink >> shift & 255)
          texel |= ((a * (255 - share) + b * share + 127) / 255) << shift
        }
        out[y * width + x] = texel
      }
    }
  }
}
