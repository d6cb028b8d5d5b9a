import Assets
import VectorMath

/// Cartons with printed faces: fronts of `PackagePrint.cartons` at ±x, sides at ±y. Metres.
enum CartonShape {
  /// A closed box on z = 0, or with `gable` metres of sloping roof along y above it.
  static func box(_ brand: Int, size: Vector3, gable: Double = 0) -> MeshBuilder {
    var b = MeshBuilder()
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let front = cell(brand, 0)
    let side = cell(brand, 1)
    let plain = (front.low + Vector2(0.002, 0.004), front.low + Vector2(0.006, 0.012))
    face(&b, Vector3(x, -y, 0), Vector3(0, 2 * y, 0), Vector3(0, 0, h), front.low, front.high)
    face(&b, Vector3(-x, y, 0), Vector3(0, -2 * y, 0), Vector3(0, 0, h), front.low, front.high)
    face(&b, Vector3(x, y, 0), Vector3(-2 * x, 0, 0), Vector3(0, 0, h), side.low, side.high)
    face(&b, Vector3(-x, -y, 0), Vector3(2 * x, 0, 0), Vector3(0, 0, h), side.low, side.high)
    face(&b, Vector3(-x, -y, 0), Vector3(0, 2 * y, 0), Vector3(2 * x, 0, 0), plain.0, plain.1)
    guard gable > 0 else {
      face(&b, Vector3(-x, y, h), Vector3(0, -2 * y, 0), Vector3(2 * x, 0, 0), plain.0, plain.1)
      return b
    }
    // Two slopes to a ridge, the ends tucked in, a fin on the ridge.
    let ridge = h + gable
    face(&b, Vector3(x, -y, h), Vector3(0, 2 * y, 0), Vector3(-x, 0, gable), plain.0, plain.1)
    face(&b, Vector3(-x, y, h), Vector3(0, -2 * y, 0), Vector3(x, 0, gable), plain.0, plain.1)
    for s in [-1.0, 1] {
      let (a, c, top) = (
        b.point(Vector3(s * x, s * y, h)), b.point(Vector3(-s * x, s * y, h)),
        b.point(Vector3(0, s * y, ridge))
      )
      b.triangle(a, c, top, uv: (plain.0, plain.1, plain.0))
    }
    var fin = MeshBuilder.box(from: Vector3(-0.001, -y, ridge - 0.003), to: Vector3(0.001, y, ridge + 0.014))
    fin.setUVs { _ in plain.0 }
    b.append(fin)
    return b
  }

  /// A flat face from `origin` along two edges, counter-clockwise, with a part of a texture on it (v down).
  static func face(
    _ b: inout MeshBuilder, _ origin: Vector3, _ right: Vector3, _ up: Vector3, _ low: Vector2,
    _ high: Vector2
  ) {
    let ids = [origin, origin + right, origin + right + up, origin + up].map { b.point($0) }
    b.quad(
      ids[0], ids[1], ids[2], ids[3],
      uv: (Vector2(low.x, high.y), Vector2(high.x, high.y), Vector2(high.x, low.y), Vector2(low.x, low.y)))
  }

  private static func cell(_ brand: Int, _ row: Int) -> (low: Vector2, high: Vector2) {
    let columns = Double(PackagePrint.boxes.count)
    let low = Vector2(Double(brand) / columns, Double(row) / 2)
    return (low + Vector2(0.002, 0.006), low + Vector2(1 / columns - 0.002, 0.494))
  }
}
