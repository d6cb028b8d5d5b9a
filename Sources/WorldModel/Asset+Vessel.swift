package import VectorMath

extension Asset {
  /// A hollow that can be filled: a glass, a bowl, a bathtub.
  ///
  /// Its inside is given by level cross-sections from the lowest place to the brim; between them it changes evenly.
  package struct Vessel: Sendable, Hashable {
    /// A rectangle with round corners, level, in the node's frame, metres. A circle has `corner` = half its width.
    package struct Section: Sendable, Hashable {
      package var height: Double
      package var center: Vector2
      package var half: Vector2
      package var corner: Double

      package init(height: Double, center: Vector2 = .zero, half: Vector2, corner: Double) {
        self.height = height
        self.center = center
        self.half = half
        self.corner = min(corner, half.x, half.y)
      }

      /// Square metres.
      package var area: Double { 4 * half.x * half.y - (4 - Double.pi) * corner * corner }
    }

    package var name: String
    package var node: Int
    /// At least two, heights ascending.
    package var sections: [Section]
    /// What is in it, e.g. `water`; `nil` = it is empty.
    package var content: String?
    /// The height of the surface of what is in it, the node's frame, metres; that of the lowest section when empty.
    package var level: Double
    /// The part of the asset that the content is, an index into `parts`.
    package var contentPart: Int?

    /// An empty one.
    /// - Precondition: there are at least two sections.
    package init(name: String, node: Int = 0, sections: [Section]) {
      precondition(sections.count >= 2)
      self.name = name
      self.node = node
      self.sections = sections
      level = sections[0].height
    }

    package var floor: Double { sections[0].height }
    package var brim: Double { sections[sections.count - 1].height }

    /// The cross-section at a height; those at the ends beyond them.
    package func section(at height: Double) -> Section {
      guard height > floor else { return sections[0] }
      for (a, b) in zip(sections, sections.dropFirst()) where height <= b.height && b.height > a.height {
        let t = (height - a.height) / (b.height - a.height)
        return Section(
          height: height, center: a.center + (b.center - a.center) * t, half: a.half + (b.half - a.half) * t,
          corner: a.corner + (b.corner - a.corner) * t)
      }
      return sections[sections.count - 1]
    }

    /// Cubic metres below a height. The area between two sections is quadratic in the height, so that the rule of
    /// Simpson is exact.
    package func volume(below height: Double) -> Double {
      var sum = 0.0
      for (a, b) in zip(sections, sections.dropFirst()) where height > a.height && b.height > a.height {
        let top = min(height, b.height)
        let middle = section(at: (a.height + top) / 2).area
        sum += (top - a.height) / 6 * (a.area + 4 * middle + section(at: top).area)
      }
      return sum
    }

    /// The share of the volume up to the brim that is filled, 0...1.
    package var fraction: Double {
      let whole = volume(below: brim)
      return content == nil || whole <= 0 ? 0 : max(0, min(1, volume(below: level) / whole))
    }

    /// The height below which a share of the whole volume lies.
    package func level(for fraction: Double) -> Double {
      let wanted = max(0, min(1, fraction)) * volume(below: brim)
      var (low, high) = (floor, brim)
      for _ in 0..<48 {
        let middle = (low + high) / 2
        if volume(below: middle) < wanted { low = middle } else { high = middle }
      }
      return (low + high) / 2
    }
  }
}
