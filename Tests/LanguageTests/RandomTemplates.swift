import RandomStreams

/// Small random template files that use all of the language at once.
struct RandomTemplates {
  var stream: RandomStream

  init(seed: UInt64) { stream = RandomStream(seed: seed) }

  private mutating func word() -> String { " w\(stream.integer(in: 0..<40)) " }

  mutating func text() -> String {
    var out = "template: random\nlanguages: [en]\nfeatures: {num: [sg, pl], person: [p1, p2, p3]}\nslots:\n"
    for slot in 0..<3 {
      out += "  s\(slot):\n    values:\n"
      for value in 0..<stream.integer(in: 1...4) {
        out +=
          "      v\(value):\n        kind: k\(stream.integer(in: 0..<2))\n        size: \(stream.integer(in: 0..<4))\n"
        out += "        variations: [x\(value == 0 ? 0 : stream.integer(in: 0..<2))]\n        en: |\n"
        for _ in 0..<stream.integer(in: 1...2) { out += "          z\(slot)\(value)\(features())\n" }
        // A form that all uses can say.
        out += "          y\(slot)\(value)\n"
      }
    }
    out += "aliases:\n"
    for alias in 0..<3 {
      out += "  a\(alias):\n    en: |\n"
      for _ in 0..<stream.integer(in: 1...3) {
        out +=
          "      " + (phrase(depth: 1, aliases: alias, mayRead: false) + features()).trimmingSpaces + "\n"
      }
    }
    out += "intents:\n"
    for intent in 0..<2 {
      out += "  i\(intent):\n"
      let names = ["first\(intent)", "second\(intent)"]
      out +=
        "    where: [\(names[0]) \(choose(["!=", "==", "<"])) \(names[1]), \(names[0]).size <= \(names[1]).size]\n"
      out += "    en: |\n"
      for _ in 0..<stream.integer(in: 1...3) {
        var line = phrase(depth: 2, aliases: 3, mayRead: false)
        if stream.bool() {
          let slot = stream.integer(in: 0..<3)
          line += " {s\(slot):\(names[0])\(demand())}" + word() + "{s\(slot):\(names[1])>r}"
          if stream.bool() { line += word() + "$\(names[0]) $\(names[1]).kind {$\(names[1])}" }
          line += phrase(depth: 1, aliases: 3, mayRead: false)
        } else {
          line += " [{s0:\(names[0])};?g]" + word() + "[{s1:\(names[1])}]"
        }
        out += "      " + line.trimmingSpaces + "\n"
      }
    }
    return out
  }

  private mutating func choose(_ items: [String]) -> String { stream.choose(items) ?? "" }

  private mutating func features() -> String {
    guard stream.bool(probability: 0.4) else { return "" }
    return " ; " + choose(["num=sg", "num=pl", "person=p2", "num=pl, person=p1"])
  }

  private mutating func demand() -> String {
    guard stream.bool(probability: 0.5) else { return "" }
    return ";" + choose(["num", "person", "num:a", "num, person", "person=p1", "num=pl"])
  }

  private mutating func phrase(depth: Int, aliases: Int, mayRead: Bool) -> String {
    var out = ""
    for _ in 0..<stream.integer(in: 1...3) {
      // Words are parted everywhere, so that spacing is collapsing.
      out += " "
      switch stream.integer(in: 0..<(depth > 0 ? 7 : 4)) {
      case 0: out += word()
      case 1: out += "{s\(stream.integer(in: 0..<3))\(stream.bool(probability: 0.2) ? "#x0" : "")\(demand())}"
      case 2, 3:
        out += aliases > 0 ? "<a\(stream.integer(in: 0..<aliases))\(demand())>" : word()
      case 4:
        out +=
          "(" + phrase(depth: depth - 1, aliases: aliases, mayRead: mayRead) + features() + "|" + word() + ")"
      case 5:
        out += "[" + phrase(depth: depth - 1, aliases: aliases, mayRead: mayRead) + "]"
      default:
        out += "[" + word() + choose([";?g", ";?h,30%", ";20%"]) + "]"
      }
    }
    return out
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
