package import VectorMath

/// An axis-aligned box in metres; empty until it holds a point.
package struct Box3: Sendable, Hashable {
  package var min: Vector3
  package var max: Vector3

  /// The empty box.
  @inlinable package init() {
    min = Vector3(repeating: .infinity)
    max = Vector3(repeating: -.infinity)
  }

  @inlinable package init(min: Vector3, max: Vector3) {
    self.min = min
    self.max = max
  }

  package init(_ points: some Sequence<Vector3>) {
    self.init()
    for p in points { insert(p) }
  }

  @inlinable package var isEmpty: Bool { !(min.x <= max.x && min.y <= max.y && min.z <= max.z) }
  @inlinable package var center: Vector3 { (min + max) / 2 }
  @inlinable package var size: Vector3 { isEmpty ? .zero : max - min }

  @inlinable package mutating func insert(_ p: Vector3) {
    min = minimum(min, p)
    max = maximum(max, p)
  }

  @inlinable package mutating func insert(_ other: Box3) {
    if !other.isEmpty {
      insert(other.min)
      insert(other.max)
    }
  }

  package func contains(_ p: Vector3, slack: Double = 0) -> Bool {
    p.x >= min.x - slack && p.x <= max.x + slack && p.y >= min.y - slack && p.y <= max.y + slack
      && p.z >= min.z - slack && p.z <= max.z + slack
  }

  /// The eight corners: x varies fastest, then y, then z.
  package var corners: [Vector3] {
    (0..<8).map {
      Vector3($0 & 1 == 0 ? min.x : max.x, $0 & 2 == 0 ? min.y : max.y, $0 & 4 == 0 ? min.z : max.z)
    }
  }
}
