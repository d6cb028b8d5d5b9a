extension Raster where Scalar == UInt8 {
  /// How many pixels under each label have which colour: by label, by colour as `R << 16 | G << 8 | B`.
  ///
  /// - Parameter labels: of this picture's size; what is under 0 is not counted.
  /// - Precondition: three channels.
  package func colourCounts(under labels: Raster<UInt32>) -> [UInt32: [UInt32: Int]] {
    precondition(channels == 3 && width == labels.width && height == labels.height)
    var out: [UInt32: [UInt32: Int]] = [:]
    // Neighbours mostly have one label and one colour: whole runs are added.
    var run = (label: UInt32(0), colour: UInt32(0), count: 0)
    func add() {
      if run.label != 0 && run.count > 0 { out[run.label, default: [:]][run.colour, default: 0] += run.count }
    }
    for (i, label) in labels.values.enumerated() {
      let colour =
        UInt32(values[3 * i]) << 16 | UInt32(values[3 * i + 1]) << 8 | UInt32(values[3 * i + 2])
      if label == run.label && colour == run.colour {
        run.count += 1
      } else {
        add()
        run = (label, colour, 1)
      }
    }
    add()
    return out
  }
}
