import CLanes

extension BoundingVolumeHierarchyBuilder {
  /// The scratch space in which a run's triangles are sorted into bins along all three axes at once.
  struct Bins {
    /// A plane between bins of one axis.
    struct Cut {
      var axis: Int
      /// The first bin of the right side.
      var bin: Int32
      var origin: SIMD4<Float>
      var scale: SIMD4<Float>

      /// Whether the triangle with these doubled centres belongs to the left; the same arithmetic as in binning.
      @inline(__always)
      func isLeft(_ centers: Lanes) -> Bool { Bins.place(centers, origin, scale)[axis] < bin }
    }

    private var bounds = [Lanes](repeating: Lanes(repeating: .infinity), count: 3 * binCount)
    private var counts = [Int32](repeating: 0, count: 3 * binCount)
    private var areasFromRight = [Float](repeating: 0, count: binCount)

    /// Bin numbers of a doubled centre along the axes.
    @inline(__always)
    private static func place(_ centers: Lanes, _ origin: SIMD4<Float>, _ scale: SIMD4<Float>) -> SIMD8<Int32>
    {
      let p = (centers.lowHalf - origin) * scale
      return lanes_to_i(Lanes(lowHalf: p, highHalf: p))
    }

    /// The cut with the least expected work, counting blocks of four triangles times the area that a ray has to
    /// hit; `nil` when all centres coincide.
    mutating func bestCut(of run: Run, in boxes: UnsafeMutableBufferPointer<Lanes>) -> Cut? {
      // Small runs need no finer cuts than they have triangles.
      let used = Swift.min(binCount, Swift.max(4, run.count))
      let origin = run.centers.lowHalf
      let extent = -(run.centers.highHalf + origin)
      var scale = SIMD4<Float>(repeating: 0)
      // Slightly less than the number of bins, so that the last centre falls into the last bin.
      for axis in 0..<3 where extent[axis] > 1e-30 { scale[axis] = Float(used) * 0.9999 / extent[axis] }
      guard scale != .zero else { return nil }
      fill(run, boxes, origin, scale, used)

      var best = Float.infinity
      var cut: Cut?
      for axis in 0..<3 where scale[axis] > 0 {
        let base = axis * binCount
        var box = Lanes(repeating: .infinity)
        var count: Int32 = 0
        for bin in stride(from: used - 1, to: 0, by: -1) {
          box = union(box, bounds[base + bin])
          count &+= counts[base + bin]
          areasFromRight[bin] = count == 0 ? .infinity : area(box) * Float((count &+ 3) >> 2)
        }
        box = Lanes(repeating: .infinity)
        count = 0
        for bin in 1..<used {
          box = union(box, bounds[base + bin - 1])
          count &+= counts[base + bin - 1]
          guard count > 0 else { continue }
          let cost = area(box) * Float((count &+ 3) >> 2) + areasFromRight[bin]
          if cost < best {
            best = cost
            cut = Cut(axis: axis, bin: Int32(bin), origin: origin, scale: scale)
          }
        }
      }
      return cut
    }

    private mutating func fill(
      _ run: Run, _ boxes: UnsafeMutableBufferPointer<Lanes>, _ origin: SIMD4<Float>, _ scale: SIMD4<Float>,
      _ used: Int
    ) {
      bounds.withUnsafeMutableBufferPointer { bounds in
        counts.withUnsafeMutableBufferPointer { counts in
          for axis in 0..<3 {
            for i in (axis * binCount)..<(axis * binCount + used) {
              bounds[i] = Lanes(repeating: .infinity)
              counts[i] = 0
            }
          }
          for i in run.begin..<run.end {
            let box = boxes[i]
            let bins = Self.place(doubledCenter(box), origin, scale)
            // Lanes of a register by constant index, each below `used` by the choice of `scale`.
            let x = Int(bins[0])
            let y = Int(bins[1]) &+ binCount
            let z = Int(bins[2]) &+ 2 &* binCount
            bounds[x] = union(bounds[x], box)
            bounds[y] = union(bounds[y], box)
            bounds[z] = union(bounds[z], box)
            counts[x] &+= 1
            counts[y] &+= 1
            counts[z] &+= 1
          }
        }
      }
    }
  }
}
