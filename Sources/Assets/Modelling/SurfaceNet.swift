package import VectorMath

/// The surface of a solid that is given as a field: negative inside, positive outside, about metres near the surface.
///
/// Naive surface nets (S. Gibson, 1998): one point in each cell that the surface crosses, at the mean of its crossings
/// of the cell's edges, then moved onto the surface along the gradient; one quad for each edge of the lattice that is
/// crossed. Closed, faces outward; normals are the field's gradient.
package struct SurfaceNet {
  private let field: (Vector3) -> Double
  private let origin: Vector3
  private let cell: Double
  /// Lattice points along each axis.
  private let counts: SIMD3<Int>

  /// - Parameters:
  ///   - box: holds the solid.
  ///   - cell: the distance of lattice points, metres.
  ///   - field: at most about three times as steep as a distance.
  package init(in box: (min: Vector3, max: Vector3), cell: Double, field: @escaping (Vector3) -> Double) {
    self.field = field
    self.cell = cell
    // Irrational shift: nothing that is modelled in whole centimetres lies on the lattice.
    origin = box.min - Vector3(2.317, 2.173, 2.241) * cell
    let size = box.max - origin
    func count(_ x: Double) -> Int { min(2000, Int((x / cell).rounded(.up)) + 3) }
    counts = SIMD3(count(size.x), count(size.y), count(size.z))
  }

  private func place(_ i: Int, _ j: Int, _ k: Int) -> Vector3 {
    origin + Vector3(Double(i), Double(j), Double(k)) * cell
  }

  private static let block = 6

  package func mesh() -> MeshBuilder {
    let (nx, ny, nz) = (counts.x, counts.y, counts.z)
    // Values at lattice points; far from the surface only the sign is known.
    var values = [Float](repeating: 1, count: nx * ny * nz)
    func at(_ i: Int, _ j: Int, _ k: Int) -> Int { (k * ny + j) * nx + i }
    let step = Self.block
    let reach = 0.87 * Double(step + 1) * cell * 1.5
    var busy: [SIMD3<Int>] = []
    for k in stride(from: 0, to: nz, by: step) {
      for j in stride(from: 0, to: ny, by: step) {
        for i in stride(from: 0, to: nx, by: step) {
          let middle = place(i, j, k) + Vector3(repeating: Double(step - 1) / 2 * cell)
          let d = field(middle)
          let (i1, j1, k1) = (min(nx, i + step), min(ny, j + step), min(nz, k + step))
          if d.magnitude > reach {
            let sign: Float = d < 0 ? -1 : 1
            if sign < 0 {
              for c in k..<k1 { for b in j..<j1 { for a in i..<i1 { values[at(a, b, c)] = sign } } }
            }
          } else {
            busy.append(SIMD3(i, j, k))
            for c in k..<k1 {
              for b in j..<j1 { for a in i..<i1 { values[at(a, b, c)] = Float(field(place(a, b, c))) } }
            }
          }
        }
      }
    }
    return net(values, busy, at)
  }

  private func net(_ values: [Float], _ busy: [SIMD3<Int>], _ at: (Int, Int, Int) -> Int) -> MeshBuilder {
    let (nx, ny, nz) = (counts.x, counts.y, counts.z)
    var mesh = MeshBuilder()
    var points = [Int32](repeating: -1, count: nx * ny * nz)
    /// The point of the cell whose lowest corner is (i, j, k).
    func point(_ i: Int, _ j: Int, _ k: Int) -> Int? {
      guard i >= 0, j >= 0, k >= 0, i + 1 < nx, j + 1 < ny, k + 1 < nz else { return nil }
      let index = at(i, j, k)
      if points[index] >= 0 { return Int(points[index]) }
      var sum = Vector3.zero
      var count = 0.0
      for (a, b) in Self.edges {
        let (p, q) = (SIMD3(i, j, k) &+ Self.corners[a], SIMD3(i, j, k) &+ Self.corners[b])
        let (f, g) = (Double(values[at(p.x, p.y, p.z)]), Double(values[at(q.x, q.y, q.z)]))
        guard (f < 0) != (g < 0) else { continue }
        let t = f / (f - g)
        sum += place(p.x, p.y, p.z) + (place(q.x, q.y, q.z) - place(p.x, p.y, p.z)) * t
        count += 1
      }
      guard count > 0 else { return nil }
      let rough = sum / count
      points[index] = Int32(mesh.point(settled(rough)))
      return Int(points[index])
    }
    for block in busy {
      for k in block.z..<min(nz - 1, block.z + Self.block) {
        for j in block.y..<min(ny - 1, block.y + Self.block) {
          for i in block.x..<min(nx - 1, block.x + Self.block) {
            let here = values[at(i, j, k)] < 0
            for axis in 0..<3 {
              let next = axis == 0 ? at(i + 1, j, k) : axis == 1 ? at(i, j + 1, k) : at(i, j, k + 1)
              guard (values[next] < 0) != here else { continue }
              // The four cells around the edge, counter-clockwise seen from its far end.
              let around: [(Int, Int, Int)] =
                switch axis {
                case 0: [(0, 0, 0), (0, -1, 0), (0, -1, -1), (0, 0, -1)]
                case 1: [(0, 0, 0), (0, 0, -1), (-1, 0, -1), (-1, 0, 0)]
                default: [(0, 0, 0), (-1, 0, 0), (-1, -1, 0), (0, -1, 0)]
                }
              let corners = around.compactMap { point(i + $0.0, j + $0.1, k + $0.2) }
              guard corners.count == 4 else { continue }
              if here {
                mesh.quad(corners[0], corners[1], corners[2], corners[3])
              } else {
                mesh.quad(corners[3], corners[2], corners[1], corners[0])
              }
            }
          }
        }
      }
    }
    mesh.setNormals { gradient($0) }
    mesh.orientOutward()
    return mesh
  }

  /// Moved onto the surface, by no more than a third of a cell.
  private func settled(_ p: Vector3) -> Vector3 {
    let n = gradient(p)
    let slope = length(n)
    guard slope > 0.05 else { return p }
    let step = max(-0.35 * cell, min(0.35 * cell, field(p) / slope))
    return p - n / slope * step
  }

  private func gradient(_ p: Vector3) -> Vector3 {
    let e = 0.25 * cell
    return Vector3(
      field(p + Vector3(e, 0, 0)) - field(p - Vector3(e, 0, 0)),
      field(p + Vector3(0, e, 0)) - field(p - Vector3(0, e, 0)),
      field(p + Vector3(0, 0, e)) - field(p - Vector3(0, 0, e))) / (2 * e)
  }

  private static let corners: [SIMD3<Int>] = [
    SIMD3(0, 0, 0), SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(1, 1, 0), SIMD3(0, 0, 1), SIMD3(1, 0, 1),
    SIMD3(0, 1, 1), SIMD3(1, 1, 1),
  ]
  private static let edges: [(Int, Int)] = [
    (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7),
  ]
}
