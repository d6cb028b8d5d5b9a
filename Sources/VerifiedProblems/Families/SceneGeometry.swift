import JSON
import RandomStreams

/// Distances, nearest things and areas on a plan in metres.
struct SceneGeometry: ProblemFamily {
  let name = "scene-geometry"

  private static let things = [
    Bilingual("路灯", "the lamp post"), Bilingual("长椅", "the bench"), Bilingual("公交站", "the bus stop"),
    Bilingual("消防栓", "the hydrant"), Bilingual("大树", "the tree"), Bilingual("垃圾桶", "the litter bin"),
    Bilingual("邮筒", "the letter box"), Bilingual("喷泉", "the fountain"),
  ]
  private static let metres = Bilingual("米", "m")

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    switch level {
    case 1: distance(level, &stream)
    case 2, 3: nearest(level, &stream)
    default: area(level, &stream)
    }
  }

  /// Between two things whose distance is whole.
  private func distance(_ level: Int, _ stream: inout RandomStream) -> Problem? {
    let triples = [(3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37)]
    guard let triple = stream.choose(triples) else { return nil }
    let scale = triple.2 <= 17 ? stream.integer(in: 1...4) : 1
    let flips = stream.bool()
    let (dx, dy) = (scale * (flips ? triple.1 : triple.0), scale * (flips ? triple.0 : triple.1))
    let (signX, signY) = (stream.bool() ? 1 : -1, stream.bool() ? 1 : -1)
    let a = (x: stream.integer(in: -20...20), y: stream.integer(in: -20...20))
    let b = (x: a.x + signX * dx, y: a.y + signY * dy)
    let names = stream.permutation(Self.things.count).prefix(2).map { Self.things[$0] }
    let value = scale * triple.2
    var draft = ProblemDraft(.integer(value, unit: Self.metres))
    draft.mistake("adds_the_legs", dx + dy)
    draft.mistake("takes_the_longer_leg", max(dx, dy))
    draft.mistake("forgets_the_root", value * value)
    draft.mistake("adds_coordinates", abs(a.x + b.x) + abs(a.y + b.y))
    draft.fillWithSlips(&stream)
    return draft.problem(
      self, level: level,
      parameters: [
        "kind": "distance", "points": [[.integer(a.x), .integer(a.y)], [.integer(b.x), .integer(b.y)]],
      ],
      chinese: [
        "平面图上（单位：米），\(names[0].chinese)在 (\(a.x), \(a.y))，\(names[1].chinese)在 (\(b.x), \(b.y))。两者相距多少米？",
        "以米为单位，\(names[0].chinese)的坐标是 (\(a.x), \(a.y))，\(names[1].chinese)的坐标是 (\(b.x), \(b.y))。求它们之间的直线距离。",
      ],
      english: [
        "On a plan in metres, \(names[0].english) stands at (\(a.x), \(a.y)) and \(names[1].english) at (\(b.x), \(b.y)). How many metres are they apart?",
        "With coordinates in metres, \(names[0].english) is at (\(a.x), \(a.y)) and \(names[1].english) at (\(b.x), \(b.y)). What is the straight distance between them?",
      ],
      steps: [
        Problem.Step("横向相差 \(dx) 米", "Across they differ by \(dx) m.", String(dx)),
        Problem.Step("纵向相差 \(dy) 米", "Along they differ by \(dy) m.", String(dy)),
        Problem.Step("√(\(dx)² + \(dy)²) = \(value)", "√(\(dx)² + \(dy)²) = \(value).", String(value)),
      ],
      difficulty: [.init("points", 2), .init("products", 2)], &stream)
  }

  /// Which of several things is nearest to an observer, by a clear margin.
  private func nearest(_ level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = level == 2 ? 4 : 6
    let names = stream.permutation(Self.things.count).prefix(count).map { Self.things[$0] }
    let me = (x: stream.integer(in: -9...9), y: stream.integer(in: -9...9))
    let places = (0..<count).map { _ in (x: stream.integer(in: -15...15), y: stream.integer(in: -15...15)) }
    let squares = places.map { ($0.x - me.x) * ($0.x - me.x) + ($0.y - me.y) * ($0.y - me.y) }
    let order = squares.indices.sorted { squares[$0] < squares[$1] }
    // At least a tenth nearer than the next: 1.21 in squares.
    guard squares[order[0]] > 0, squares[order[1]] * 100 >= squares[order[0]] * 121 else { return nil }
    let answer = order[0]
    func first(_ measure: (Int) -> Int) -> Int {
      squares.indices.min { (measure($0), $0) < (measure($1), $1) } ?? 0
    }
    var draft = ProblemDraft(.word(names[answer]))
    draft.mistake("measures_across_only", .word(names[first { abs(places[$0].x - me.x) }]))
    draft.mistake("measures_along_only", .word(names[first { abs(places[$0].y - me.y) }]))
    draft.mistake("measures_from_the_origin", .word(names[first { abs(places[$0].x) + abs(places[$0].y) }]))
    draft.mistake("takes_the_farthest", .word(names[order[count - 1]]))
    draft.mistake("takes_the_second_nearest", .word(names[order[1]]))
    draft.fill("other_thing", from: names.map { .word($0) }, &stream)
    let zh = zip(names, places).map { "\($0.chinese) (\($1.x), \($1.y))" }.joined(separator: "，")
    let en = zip(names, places).map { "\($0.english) (\($1.x), \($1.y))" }.joined(separator: ", ")
    var steps = squares.indices.map { i in
      Problem.Step(
        "到\(names[i].chinese)的距离平方是 \(squares[i])",
        "The squared distance to \(names[i].english) is \(squares[i]).", String(squares[i]))
    }
    steps.append(
      Problem.Step(
        "最小的是\(names[answer].chinese)", "The least is that of \(names[answer].english).",
        names[answer].english))
    return draft.problem(
      self, level: level,
      parameters: [
        "kind": "nearest", "me": [.integer(me.x), .integer(me.y)],
        "points": .array(places.map { [.integer($0.x), .integer($0.y)] }),
        "names": .array(names.map { .string($0.english) }),
      ],
      chinese: [
        "你站在 (\(me.x), \(me.y))，周围有：\(zh)（单位：米）。离你最近的是什么？",
        "坐标以米为单位，观察者在 (\(me.x), \(me.y))。\(zh)。哪一个离观察者最近？",
      ],
      english: [
        "You stand at (\(me.x), \(me.y)). Around you, in metres: \(en). What is nearest to you?",
        "Coordinates are in metres; the observer is at (\(me.x), \(me.y)). \(OrderingPuzzle.sentence(en)). Which is nearest to the observer?",
      ],
      steps: steps, difficulty: [.init("points", count), .init("products", 2 * count)], &stream)
  }

  /// A plot with straight sides: star-shaped around its middle, so no sides cross.
  private func area(_ level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = level == 4 ? 7 : 9
    // Directions of growing angle, one point on each ray.
    let rays = [
      (4, 0), (4, 1), (3, 2), (2, 3), (1, 4), (0, 4), (-1, 4), (-2, 3), (-3, 2), (-4, 1), (-4, 0), (-4, -1),
      (-3, -2), (-2, -3), (-1, -4), (0, -4), (1, -4), (2, -3), (3, -2), (4, -1),
    ]
    let chosen = stream.permutation(rays.count).prefix(count).sorted().map { rays[$0] }
    let corners = chosen.map { ray in
      let k = stream.integer(in: 1...3)
      return (x: ray.0 * k, y: ray.1 * k)
    }
    var doubled = 0
    var products: [Int] = []
    for i in corners.indices {
      let (a, b) = (corners[i], corners[(i + 1) % count])
      let cross = a.x * b.y - b.x * a.y
      // Every turn is to the left, as seen from the middle, and less than half.
      guard cross > 0 else { return nil }
      products.append(cross)
      doubled += cross
    }
    let value = Rational(doubled, 2) ?? Rational(0)
    let unit = Bilingual("平方米", "m²")
    var draft = ProblemDraft(.number(value, .decimal(1), unit: unit))
    draft.mistake("forgets_the_half", Rational(doubled))
    draft.mistake("does_not_close_the_polygon", Rational(doubled - products[count - 1], 2) ?? Rational(0))
    let width = (corners.map(\.x).max() ?? 0) - (corners.map(\.x).min() ?? 0)
    let height = (corners.map(\.y).max() ?? 0) - (corners.map(\.y).min() ?? 0)
    draft.mistake("takes_the_bounding_box", Rational(width * height))
    draft.mistake("skips_the_first_wall", Rational(doubled - products[0], 2) ?? Rational(0))
    draft.fillWithSlips(&stream)
    let list = corners.map { "(\($0.x), \($0.y))" }.joined(separator: ", ")
    return draft.problem(
      self, level: level,
      parameters: ["kind": "area", "points": .array(corners.map { [.integer($0.x), .integer($0.y)] })],
      chinese: [
        "一块地的 \(count) 个角点依次为 \(list)（单位：米）。它的面积是多少平方米？保留一位小数。",
        "一块多边形空地的顶点按逆时针顺序是 \(list)，坐标单位为米。求它的面积（保留一位小数）。\(count) 个顶点依次相连。",
      ],
      english: [
        "The \(count) corners of a plot are, in order, \(list), in metres. What is its area in square metres, to one decimal?",
        "A yard has the \(count) corners \(list), counter-clockwise and in metres. Find its area in square metres to one decimal.",
      ],
      steps: products.enumerated().map { i, cross in
        Problem.Step(
          "第 \(i + 1) 条边的叉积为 \(cross)", "The cross product of wall \(i + 1) is \(cross).", String(cross))
      } + [
        Problem.Step(
          "总和 \(doubled) 的一半是 \(draft.answer.canonical)",
          "Half of their sum, \(doubled), is \(draft.answer.canonical).", draft.answer.canonical)
      ],
      difficulty: [.init("points", count), .init("products", 2 * count)], &stream)
  }
}
