import VectorMath

extension PlanDrawing {
  /// Metres around what is drawn.
  static let margin = 5.0

  /// The area that pictures show: bounds and margin.
  var frame: (low: Vector2, high: Vector2) {
    bounds.map { ($0.low - Self.margin, $0.high + Self.margin) } ?? (.zero, Vector2(1, 1))
  }

  /// The drawing as SVG 1.1. Numbers are rounded to a centimetre and written without exponents, so equal drawings are equal
  /// bytes.
  ///
  /// - Parameter pixels: of the longer side.
  package func svg(title: String, pixels: Int = 2400) -> String {
    let (from, to) = frame
    let size = to - from
    let scale = Double(max(1, pixels)) / max(size.x, size.y, 1)
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="\(Self.number((size.x * scale).rounded()))" \
      height="\(Self.number((size.y * scale).rounded()))" viewBox="\(Self.number(from.x)) \(Self.number(-to.y)) \
      \(Self.number(size.x)) \(Self.number(size.y))" font-family="sans-serif" text-anchor="middle" \
      stroke-linejoin="round">
      <title>\(Self.escaped(title))</title>

      """
    for item in items { text += Self.element(item) }
    return text + "</svg>\n"
  }

  private static func element(_ item: Item) -> String {
    switch item.shape {
    case .groupBegins(let name): return "<g id=\"\(escaped(name))\">\n"
    case .groupEnds: return "</g>\n"
    case .polygon(let points): return element("polygon", "points=\"\(coordinates(points))\"", item)
    case .line(let points): return element("polyline", "points=\"\(coordinates(points))\"", item)
    case .circle(let centre, let radius):
      return element(
        "circle", "cx=\"\(number(centre.x))\" cy=\"\(number(-centre.y))\" r=\"\(number(radius))\"", item)
    case .text(let text, let at, let size, let angle):
      return
        "<text transform=\"translate(\(number(at.x)) \(number(-at.y))) rotate(\(number(-angle * 180 / Double.pi)))\" "
        + "font-size=\"\(number(size * 1.38))\" dy=\"0.35em\" fill=\"\(item.style.fill ?? "none")\">\(escaped(text))</text>\n"
    }
  }

  private static func element(_ name: String, _ attributes: String, _ item: Item) -> String {
    var text = "<\(name) \(attributes) fill=\"\(item.style.fill ?? "none")\""
    if let stroke = item.style.stroke {
      text += " stroke=\"\(stroke)\" stroke-width=\"\(number(item.style.width))\""
      if !item.style.dashes.isEmpty {
        text += " stroke-dasharray=\"\(item.style.dashes.map(number).joined(separator: " "))\""
      }
    }
    guard let title = item.title else { return text + "/>\n" }
    return text + "><title>\(escaped(title))</title></\(name)>\n"
  }

  private static func coordinates(_ points: [Vector2]) -> String {
    points.map { number($0.x) + "," + number(-$0.y) }.joined(separator: " ")
  }

  /// Two decimals at most, never an exponent.
  private static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
    if rest > 0 {
      text += rest < 10 ? ".0\(rest)" : ".\(rest % 10 == 0 ? rest / 10 : rest)"
    }
    return text
  }

  /// Text for XML: its five characters as entities, control characters left out.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&apos;"
      default: if scalar.value >= 32 && scalar.value != 0x7F { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
