import VectorMath

/// Capitals and digits as strokes of a pen, for signs and plates. Drawn for Diorama.
enum StrokeGlyphs {
  /// Polylines in a unit square, y up; empty for characters that are not drawn.
  static func strokes(of character: Character) -> [[Vector2]] {
    table[character] ?? ChineseGlyphs.strokes(of: character)
  }

  private static let table: [Character: [[Vector2]]] = {
    var out: [Character: [[Vector2]]] = [:]
    for (character, strokes) in drawn {
      out[character] = strokes.map { stroke in
        let points = stroke.points.map { Vector2($0.0 / 4, $0.1 / 6) }
        return stroke.isRound ? softened(softened(softened(points))) : points
      }
    }
    if let six = out["6"] { out["9"] = six.map { $0.map { Vector2(1 - $0.x, 1 - $0.y) } } }
    out["O"] = out["0"]
    return out
  }()

  private struct Stroke {
    var points: [(Double, Double)]
    var isRound = false
  }

  private static func line(_ points: (Double, Double)...) -> Stroke { Stroke(points: points) }
  private static func round(_ points: (Double, Double)...) -> Stroke { Stroke(points: points, isRound: true) }

  /// Corners cut at a quarter and three quarters of each side (Chaikin, 1974); ends stay.
  private static func softened(_ p: [Vector2]) -> [Vector2] {
    guard let first = p.first, let last = p.last, p.count > 2 else { return p }
    let isLoop = first == last
    var out: [Vector2] = isLoop ? [] : [first]
    for (a, b) in zip(p, p.dropFirst()) {
      out.append(a * 0.75 + b * 0.25)
      out.append(a * 0.25 + b * 0.75)
    }
    out.append(isLoop ? out[0] : last)
    return out
  }

  private static let drawn: [(Character, [Stroke])] = [
    ("0", [round((0, 1), (0, 5), (0.6, 6), (3.4, 6), (4, 5), (4, 1), (3.4, 0), (0.6, 0), (0, 1))]),
    ("1", [line((0.7, 4.7), (2.2, 6), (2.2, 0))]),
    (
      "2",
      [round((0.1, 4.4), (0.2, 6.1), (3.9, 6.2), (4.1, 3.9), (1.8, 1.7), (0.05, 0)), line((0.05, 0), (4, 0))]
    ),
    (
      "3",
      [
        round((0.2, 5), (0.5, 6.1), (3.8, 6.2), (4, 3.2), (1.5, 3.25)),
        round((1.5, 3.25), (4.2, 3.2), (4.2, -0.1), (0.4, -0.2), (0, 1.1)),
      ]
    ),
    ("4", [line((3.1, 0), (3.1, 6), (0, 1.7), (4, 1.7))]),
    (
      "5",
      [
        line((3.7, 6), (0.5, 6), (0.3, 3.2)),
        round((0.3, 3.2), (1.2, 3.9), (4.2, 4), (4.2, -0.2), (0.4, -0.2), (0, 1)),
      ]
    ),
    (
      "6", [round((3.3, 6), (1.4, 5), (-0.2, 2.6), (0, -0.1), (4, -0.2), (4.2, 3.7), (0.6, 3.8), (0.05, 1.8))]
    ),
    ("7", [line((0, 6), (4, 6), (1.4, 0))]),
    (
      "8",
      [
        round((2, 3.25), (0.2, 3.3), (0.2, 6.1), (3.8, 6.1), (3.8, 3.3), (2, 3.25)),
        round((2, 3.25), (-0.1, 3.2), (-0.1, -0.1), (4.1, -0.1), (4.1, 3.2), (2, 3.25)),
      ]
    ),
    ("A", [line((0, 0), (2, 6), (4, 0)), line((0.75, 2), (3.25, 2))]),
    (
      "B",
      [
        line((0, 0), (0, 6)), round((0, 6), (3.7, 6), (3.8, 3.2), (0, 3.2)),
        round((0, 3.2), (4.2, 3.2), (4.2, 0), (0, 0)),
      ]
    ),
    ("C", [round((4, 4.8), (3.6, 6.1), (0.1, 6.2), (-0.1, 3), (0.1, -0.2), (3.6, -0.1), (4, 1.2))]),
    ("D", [line((0, 0), (0, 6)), round((0, 6), (3.9, 6), (4.2, 3), (3.9, 0), (0, 0))]),
    ("E", [line((4, 6), (0, 6), (0, 0), (4, 0)), line((0, 3.1), (3.2, 3.1))]),
    ("F", [line((4, 6), (0, 6), (0, 0)), line((0, 3.1), (3.2, 3.1))]),
    (
      "G",
      [
        round((4, 4.8), (3.6, 6.1), (0.1, 6.2), (-0.1, 3), (0.1, -0.2), (3.9, -0.1), (4, 1.6)),
        line((4, 1.6), (4, 2.8), (2.3, 2.8)),
      ]
    ),
    ("H", [line((0, 0), (0, 6)), line((4, 0), (4, 6)), line((0, 3.1), (4, 3.1))]),
    ("I", [line((2, 0), (2, 6))]),
    ("K", [line((0, 0), (0, 6)), line((4, 6), (0, 2.4)), line((1.4, 3.6), (4, 0))]),
    ("L", [line((0, 6), (0, 0), (4, 0))]),
    ("M", [line((0, 0), (0, 6), (2, 2.4), (4, 6), (4, 0))]),
    ("N", [line((0, 0), (0, 6), (4, 0), (4, 6))]),
    ("P", [line((0, 0), (0, 6)), round((0, 6), (4.1, 6.1), (4.1, 2.7), (0, 2.8))]),
    ("R", [line((0, 0), (0, 6)), round((0, 6), (4.1, 6.1), (4.1, 2.8), (0, 2.9)), line((2, 2.9), (4, 0))]),
    (
      "S",
      [
        round(
          (3.9, 4.9), (3.6, 6.1), (0.1, 6.2), (-0.2, 3.4), (2, 3.1), (4.2, 2.8), (4, -0.2), (0.4, -0.1),
          (0, 1.1))
      ]
    ),
    ("T", [line((0, 6), (4, 6)), line((2, 6), (2, 0))]),
    ("U", [round((0, 6), (0, 1), (0.4, -0.1), (3.6, -0.1), (4, 1), (4, 6))]),
    ("V", [line((0, 6), (2, 0), (4, 6))]),
    ("W", [line((0, 6), (1, 0), (2, 4), (3, 0), (4, 6))]),
    ("X", [line((0, 0), (4, 6)), line((0, 6), (4, 0))]),
    ("Y", [line((0, 6), (2, 3), (4, 6)), line((2, 3), (2, 0))]),
    ("Z", [line((0, 6), (4, 6), (0, 0), (4, 0))]),
    ("-", [line((1, 3), (3, 3))]),
  ]
}
