import JSON

enum SceneSolvers {
  /// In floating point; braking by small steps of time, then the closed form must agree.
  static func kinematics(_ p: Parameters) -> String? {
    let kmh = 1000.0 / 3600
    if p.text("kind") == "meeting" {
      let unit = p.bool("metric") ? 1 : kmh
      return ArithmeticSolvers.rounded(
        Double(p.int("distance")) / (Double(p.int("fast")) * unit - Double(p.int("slow")) * unit), 1)
    }
    let v = Double(p.int("speed")) * kmh
    let a = Double(p.int("deceleration"))
    // Mean speed over the time of braking.
    let braking = v / 2 * (v / a)
    let total = v * Double(p.int("tenths")) / 10 + braking
    return ArithmeticSolvers.rounded(p.text("kind") == "gap" ? Double(p.int("distance")) - total : total, 1)
  }

  static func geometry(_ p: Parameters) -> String? {
    let points = p.table("points")
    switch p.text("kind") {
    case "distance":
      let (dx, dy) = (Double(points[0][0] - points[1][0]), Double(points[0][1] - points[1][1]))
      let d = (dx * dx + dy * dy).squareRoot()
      return d == d.rounded() ? String(Int(d)) : nil
    case "nearest":
      let me = p.ints("me").map(Double.init)
      let distances = points.map { point -> Double in
        let (dx, dy) = (Double(point[0]) - me[0], Double(point[1]) - me[1])
        return (dx * dx + dy * dy).squareRoot()
      }
      let least = distances.min() ?? 0
      // By a margin of a tenth.
      guard distances.count(where: { $0 < least * 1.0999 }) == 1, let i = distances.firstIndex(of: least)
      else { return nil }
      return p.texts("names")[i]
    default:
      // Trapezoids below the walls.
      var doubled = 0
      for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
        doubled += (a[0] - b[0]) * (a[1] + b[1])
      }
      return ArithmeticSolvers.rounded(abs(Double(doubled)) / 2, 1)
    }
  }
}
