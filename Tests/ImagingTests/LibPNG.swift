import CShims

/// libpng's own writer, as the yardstick.
enum LibPNG {
  /// Rows as PNG stores them (16-bit samples big-endian).
  static func write(
    _ rows: [UInt8], width: Int, height: Int, bitDepth: Int, colorType: Int, rowBytes: Int, level: Int = 1,
    filters: Int = 0, interlaced: Bool = false, palette: [UInt8] = [], transparency: [UInt8] = []
  ) -> [UInt8] {
    palette.withUnsafeBufferPointer { palette in
      transparency.withUnsafeBufferPointer { transparency in
        var layout = shim_png_layout(
          width: UInt32(width), height: UInt32(height), bit_depth: Int32(bitDepth),
          color_type: Int32(colorType),
          interlaced: interlaced ? 1 : 0, level: Int32(level), filters: Int32(filters),
          palette: palette.baseAddress,
          palette_count: Int32(palette.count / 3), transparency: transparency.baseAddress,
          transparency_count: Int32(transparency.count))
        var count = 0
        guard let file = shim_png_write(&layout, rows, rowBytes, &count) else { return [] }
        defer { shim_png_free(file) }
        return Array(UnsafeBufferPointer(start: file, count: count))
      }
    }
  }
}
