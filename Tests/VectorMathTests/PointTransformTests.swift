import Testing
import VectorMath

import func Foundation.exp2
import func Foundation.log2

@Suite struct PointTransformTests {
  /// Points on a grid of 24 bits below the largest, as meshes hold them.
  func points(_ n: Int, scale: Double, _ inputs: inout Inputs) -> [Vector3f] {
    let step = exp2((log2(scale)).rounded(.up) - 24)
    return (0..<n).map { _ in
      let p = inputs.vector(scale)
      // A few small coordinates among large ones: the case where products differ most in size.
      let shrink = inputs.next() % 4 == 0 ? 1e-5 : 1
      return Vector3f(
        Vector3((p.x * shrink / step).rounded(), (p.y / step).rounded(), (p.z / step).rounded()) * step)
    }
  }

  func run(_ backend: PointTransform.Backend, _ t: AffineTransform, _ rows: PointRows) -> [UInt64] {
    let count = 3 * rows.stride
    let output = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
    let workspace = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
    output.initialize(repeating: .nan, count: max(1, count))
    workspace.initialize(repeating: .nan, count: max(1, count))
    defer {
      output.deallocate()
      workspace.deallocate()
    }
    PointTransform(backend: backend).apply(t, to: rows, output: output, workspace: workspace)
    return (0..<count).map { output[$0].bitPattern }
  }

  /// One point after the other, in the plainest order of operations.
  func plain(_ t: AffineTransform, _ rows: PointRows) -> [UInt64] {
    let (n, v) = (rows.stride, rows.values)
    let m = t.linear
    var out: [UInt64] = []
    for (row, shift) in [
      (Vector3(m.x.x, m.y.x, m.z.x), t.translation.x), (Vector3(m.x.y, m.y.y, m.z.y), t.translation.y),
      (Vector3(m.x.z, m.y.z, m.z.z), t.translation.z),
    ] {
      for i in 0..<n {
        var sum = row.z * Double(v[2 * n + i])
        sum += row.y * Double(v[n + i])
        sum += row.x * Double(v[i])
        sum += shift
        out.append(sum.bitPattern)
      }
    }
    return out
  }

  @Test func backEndsAreBitEqual() {
    var inputs = Inputs(state: 40)
    for scale in [1e-30, 1e-6, 0.02, 1, 300, 2e4, 1e9, 1e30] {
      for stretch in [1e-12, 1e-3, 1, 50, 1e12] {
        for n in [1, 7, 8, 9, 100, 1000] {
          let rows = PointRows(points(n, scale: scale, &inputs))
          let m = inputs.matrix()
          let linear = Matrix3(columns: m.x * stretch, m.y * (stretch * 1e-4), m.z * stretch)
          let t = PointTransform.quantized(
            AffineTransform(linear: linear, translation: inputs.vector(scale * stretch * 10)))
          let portable = run(.portable, t, rows)
          #expect(portable == run(.blas, t, rows), "\(scale) \(stretch) \(n)")
          #expect(portable == plain(t, rows), "\(scale) \(stretch) \(n)")
        }
      }
    }
  }

  /// The control: without the rounding, the order of additions shows.
  @Test func unroundedTransformsAreNotEqual() {
    var inputs = Inputs(state: 42)
    let rows = PointRows(points(1000, scale: 100, &inputs))
    let t = AffineTransform(linear: inputs.rotation().matrix, translation: inputs.vector(10))
    #expect(run(.portable, t, rows) != plain(t, rows))
  }

  @Test func rotationsStayWithinTheBound() {
    var inputs = Inputs(state: 41)
    for _ in 0..<2000 {
      let t = AffineTransform(linear: inputs.rotation().matrix, translation: inputs.vector(1000))
      let q = PointTransform.quantized(t)
      #expect(q.translation == t.translation)
      let top =
        [t.linear.x, t.linear.y, t.linear.z].map { greatest(Vector3(abs($0.x), abs($0.y), abs($0.z))) }.max()
        ?? 0
      for (a, b) in [(q.linear.x, t.linear.x), (q.linear.y, t.linear.y), (q.linear.z, t.linear.z)] {
        let error = a - b
        #expect(greatest(Vector3(abs(error.x), abs(error.y), abs(error.z))) <= top * 0x1p-26)
      }
      #expect(PointTransform.quantized(q) == q, "a second rounding changes nothing")
    }
  }

  @Test func oddTransformsPassThrough() {
    let zero = AffineTransform(linear: Matrix3(diagonal: .zero))
    #expect(PointTransform.quantized(zero) == zero)
    let infinite = AffineTransform(linear: Matrix3(diagonal: Vector3(.infinity, 1, 1)))
    #expect(PointTransform.quantized(infinite) == infinite)
    for size in [1e-320, 1e-310, 1e-300, 1e300] {
      let t = PointTransform.quantized(AffineTransform(linear: Matrix3(diagonal: Vector3(size, size, size))))
      #expect(abs(t.linear.x.x - size) <= size * 1e-7, "\(size) became \(t.linear.x.x)")
      #expect(t.linear.y.x == 0)
    }
  }

  @Test func paddingRepeatsTheLastPoint() {
    let rows = PointRows([Vector3f(1, 2, 3), Vector3f(4, 5, 6)])
    #expect(rows.count == 2 && rows.stride == 8 && rows.values.count == 24)
    #expect(rows.values[0] == 1 && rows.values[1] == 4 && rows.values[7] == 4)
    #expect(rows.values[8] == 2 && rows.values[15] == 5 && rows.values[23] == 6)
    let none = PointRows([])
    #expect(none.count == 0 && none.stride == 0)
    #expect(run(.portable, .identity, none).isEmpty && run(.blas, .identity, none).isEmpty)
  }
}
