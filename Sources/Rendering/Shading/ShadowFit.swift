import CLanes
import VectorMath

/// Which part of the world each of the sun's maps must show, found from the depth of the picture itself (A.
/// Lauritzen, M. Salvi, A. Lefohn, "Sample Distribution Shadow Maps", 2011): a tabletop gets texels of half a
/// millimetre, and a street's far end coarse ones.
struct ShadowFit {
  /// A rectangle square to the sun, metres along two axes from the eye.
  struct Area {
    var lowA = Double.infinity
    var highA = -Double.infinity
    var lowB = Double.infinity
    var highB = -Double.infinity
    /// How near to the eye any of it is seen, metres.
    var nearest = Double.infinity

    var isEmpty: Bool { lowA > highA }
    /// The longer side.
    var extent: Double { isEmpty ? 0 : max(highA - lowA, highB - lowB) }

    mutating func add(_ a: Double, _ b: Double) {
      lowA = min(lowA, a)
      highA = max(highA, a)
      lowB = min(lowB, b)
      highB = max(highB, b)
    }

    mutating func add(_ other: Area) {
      lowA = min(lowA, other.lowA)
      highA = max(highA, other.highA)
      lowB = min(lowB, other.lowB)
      highB = max(highB, other.highB)
    }
  }

  /// Farther surfaces have no shadow of the sun, metres from the eye.
  static let reach = 400.0

  /// One range of distances: what is seen there.
  private struct Shell {
    var count = 0.0
    var area = Area()
  }

  /// At most `count` areas, the nearest first.
  ///
  /// - Parameters:
  ///   - frame: depth is read.
  ///   - axes: world directions of the two axes.
  ///   - rotation: world from camera.
  ///   - gate: what it does not let pass needs no map.
  static func areas(
    _ count: Int, frame: FrameBuffers, lens: Lens, rotation: Matrix3, axes: (a: Vector3, b: Vector3),
    gate: SunGate? = nil
  ) -> [Area] {
    split(shells(frame, lens, rotation, axes, gate), into: count)
  }

  /// Calls for every pixel's point that a gate lets pass, metres from the eye along camera axes.
  static func forEachPoint(
    _ frame: FrameBuffers, _ lens: Lens, _ rotation: Matrix3, _ gate: SunGate, _ body: (Vector3) -> Void
  ) {
    typealias Lanes = SIMD8<Float>
    let m = rotation
    let iota = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    for v in 0..<frame.height {
      let y = (Double(v) - lens.cy) * lens.inverseFy
      let row = frame.depths.base + v * frame.rowStride
      for u in stride(from: 0, to: frame.width, by: 8) {
        let count = min(8, frame.width - u)
        var z = Lanes(repeating: .infinity)
        for k in 0..<count { z[k] = row[u + k] }
        let near = lanes_less(z, Lanes(repeating: Float(reach)))
        if lanes_mask(near) == 0 { continue }
        let d = lanes_select(near, z, .zero)
        let away = lens.isParallel ? Lanes(repeating: 1) : d
        let x = (iota + Float(Double(u) - lens.cx)) * Float(lens.inverseFx) * away
        let h = away * Float(y)
        let open =
          near
          & gate.admits(
            (
              x * Float(m.x.x) + h * Float(m.y.x) + d * Float(m.z.x),
              x * Float(m.x.y) + h * Float(m.y.y) + d * Float(m.z.y),
              x * Float(m.x.z) + h * Float(m.y.z) + d * Float(m.z.z)
            ))
        for k in 0..<count where open[k] != 0 {
          let z = Double(row[u + k])
          body(lens.point(Vector3((Double(u + k) - lens.cx) * lens.inverseFx, y, 1), depth: z))
        }
      }
    }
  }

  /// Eight shells for each doubling of the distance, empty ones left out.
  private static func shells(
    _ frame: FrameBuffers, _ lens: Lens, _ rotation: Matrix3, _ axes: (a: Vector3, b: Vector3),
    _ gate: SunGate?
  ) -> [(distance: Double, shell: Shell)] {
    let cameraFromWorld = rotation.transpose
    let (a, b) = (cameraFromWorld * axes.a, cameraFromWorld * axes.b)
    // The leading bits of a square distance, in single precision, are its logarithm.
    let first = Int(Float(1e-8).bitPattern >> 21)
    let last = Int(Float(reach * reach).bitPattern >> 21)
    var shells = [Shell](repeating: Shell(), count: last - first + 1)
    if let gate {
      forEachPoint(frame, lens, rotation, gate) { p in
        let k = max(0, min(last - first, Int(Float(dot(p, p)).bitPattern >> 21) - first))
        shells[k].count += 1
        shells[k].area.add(dot(a, p), dot(b, p))
      }
    }
    for v in 0..<(gate == nil ? frame.height : 0) {
      let y = (Double(v) - lens.cy) * lens.inverseFy
      let row = frame.depths.base + v * frame.rowStride
      for u in 0..<frame.width {
        let z = Double(row[u])
        guard z < reach else { continue }
        let x = (Double(u) - lens.cx) * lens.inverseFx
        if lens.isParallel {
          // Pixels are as wide on what is far: one range of distances.
          let p = Vector3(x, y, z)
          shells[last - first].count += 1
          shells[last - first].area.add(dot(a, p), dot(b, p))
          continue
        }
        let square = Float(z * z * (x * x + y * y + 1))
        let k = max(0, min(last - first, Int(square.bitPattern >> 21) - first))
        shells[k].count += 1
        shells[k].area.add((a.x * x + a.y * y + a.z) * z, (b.x * x + b.y * y + b.z) * z)
      }
    }
    return shells.enumerated().filter { $1.count > 0 }.map { k, shell in
      (Double(Float(bitPattern: UInt32(k + first) << 21)).squareRoot(), shell)
    }
  }

  /// The division of all shells into consecutive runs with the smallest sum of texel over pixel footprint.
  private static func split(_ shells: [(distance: Double, shell: Shell)], into count: Int) -> [Area] {
    let n = shells.count
    guard n > 0 else { return [] }
    // best[j]: the least cost of the first j shells with the runs made so far, and where the last one starts.
    var best = [Double](repeating: .infinity, count: n + 1)
    best[0] = 0
    var starts: [[Int]] = []
    for _ in 0..<min(count, n) {
      var next = [Double](repeating: .infinity, count: n + 1)
      var start = [Int](repeating: 0, count: n + 1)
      for i in 0..<n where best[i] < .infinity {
        var area = Area()
        var weight = 0.0
        for j in i..<n {
          area.add(shells[j].shell.area)
          weight += shells[j].shell.count / shells[j].distance
          let cost = best[i] + area.extent * weight
          if cost < next[j + 1] {
            next[j + 1] = cost
            start[j + 1] = i
          }
        }
      }
      best = next
      starts.append(start)
    }
    var areas: [Area] = []
    var end = n
    for start in starts.reversed() {
      var area = Area()
      for shell in shells[start[end]..<end] { area.add(shell.shell.area) }
      area.nearest = shells[start[end]].distance
      areas.append(area)
      end = start[end]
    }
    return areas.reversed()
  }
}
