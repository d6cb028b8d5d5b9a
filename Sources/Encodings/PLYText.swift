package import VectorMath

/// Lines of text PLY files (Turk 1994), each closed.
package enum PLYText {
  /// A vertex: its place with up to six decimals, and what follows it.
  package static func vertex(_ p: Vector3, _ rest: String = "") -> String {
    numbers(p) + (rest.isEmpty ? "\n" : " " + rest + "\n")
  }

  /// Three numbers with up to six decimals.
  package static func numbers(_ p: Vector3) -> String {
    DecimalText.short(p.x, 6) + " " + DecimalText.short(p.y, 6) + " " + DecimalText.short(p.z, 6)
  }

  package static func colour(_ c: SIMD4<UInt8>) -> String { "\(c.x) \(c.y) \(c.z) \(c.w)" }

  /// A triangle, its vertices counted from `first`.
  package static func face(_ t: SIMD3<UInt32>, from first: UInt32 = 0) -> String {
    "3 \(first + t.x) \(first + t.y) \(first + t.z)\n"
  }
}
