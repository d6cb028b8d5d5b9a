import VectorMath

/// Sheets with a leaf texture on them, lit as the crown they make up: normals point away from its middle.
enum LeafCards {
  /// Cards over the surfaces of overlapping balls of leaves.
  static func crown(
    clumps: [(center: Vector3, radius: Double)], middle: Vector3, cardsPerClump: Int, size: Double,
    chance: AssetVariation
  ) -> MeshBuilder {
    var out = MeshBuilder()
    for (n, clump) in clumps.enumerated() {
      for k in 0..<cardsPerClump {
        let i = n * cardsPerClump + k
        // Even over the ball (Fibonacci), then shaken.
        let z = 1 - 2 * (Double(k) + 0.5) / Double(cardsPerClump)
        let ring = (1 - z * z).squareRoot()
        let (s, c) = DeterministicMath.sincos(
          2.399963 * Double(k) + chance.number("shake", i, in: -0.5...0.5))
        let direction = Vector3(c * ring, s * ring, z)
        let at = clump.center + direction * clump.radius * chance.number("depth", i, in: 0.7...1.08)
        // What lies deep inside another ball is never seen.
        let hidden = clumps.enumerated().contains {
          $0.offset != n && length(at - $0.element.center) < $0.element.radius * 0.62
        }
        if hidden { continue }
        let outward = normalized(normalized(at - middle) + direction * 0.7)
        let up = normalized(outward * 0.6 + Vector3(0, 0, 0.35) + jitter(chance, i, 0.7))
        let side = normalized(cross(up, outward + jitter(chance, i + 500_000, 0.9)))
        let scale = size * chance.number("size", i, in: 0.8...1.25)
        // Brighter outside and on top, darker inside and below.
        let light = Float(
          0.72 + 0.28 * min(1, max(0, (at.z - middle.z) / (clump.radius * 3) + 0.5))
            + chance.number("tone", i, in: -0.1...0.1))
        out.color = SIMD4(light, light, light * Float(chance.number("hue", i, in: 0.86...1.1)), 1)
        out.card(at: at - up * (0.4 * scale), up: up * scale, side: side * (0.5 * scale), normal: outward)
      }
    }
    return out
  }

  private static func jitter(_ chance: AssetVariation, _ i: Int, _ amount: Double) -> Vector3 {
    Vector3(
      chance.number("jitter x", i, in: -amount...amount), chance.number("jitter y", i, in: -amount...amount),
      chance.number("jitter z", i, in: -amount...amount))
  }
}

extension MeshBuilder {
  /// A sheet from its lower middle, with the whole texture on it and one normal for all corners; its front is
  /// the side that the normal points to, so that what is seen from outside is lit from outside.
  mutating func card(at root: Vector3, up: Vector3, side: Vector3, normal: Vector3) {
    var sheet = MeshBuilder()
    sheet.color = color
    let across = dot(cross(side, up), normal) < 0 ? -side : side
    sheet.texturedQuad(root - across, root + across, root + across + up, root - across + up)
    sheet.setNormals { _ in normal }
    let tint = color
    color = SIMD4(repeating: 1)
    append(sheet)
    color = tint
  }
}
