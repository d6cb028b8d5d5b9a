import CShims

/// libpng's own writer, as the yardstick.
package enum LibPNG {
  /// Rows as PNG stores them (16-bit samples big-endian).
  package static func write(
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

extension LibPNG {
  /// 8-bit samples at level 1 with libpng's default filters, as the measurements write them.
  package static func encode(_ raster: Raster<UInt8>) -> [UInt8] {
    write(
      raster.values, width: raster.width, height: raster.height, bitDepth: 8,
      colorType: [1: 0, 2: 4, 3: 2][raster.channels] ?? 6, rowBytes: raster.width * raster.channels)
  }

  /// 16-bit grey samples.
  package static func encode(_ raster: Raster<UInt16>) -> [UInt8] {
    let rows = raster.values.map(\.bigEndian).withUnsafeBytes { Array($0) }
    return write(
      rows, width: raster.width, height: raster.height, bitDepth: 16, colorType: 0, rowBytes: raster.width * 2
    )
  }

  /// Identifiers as `PNGEncoder.encode(identifiers:)` lays them out.
  package static func encode(identifiers raster: Raster<UInt32>) -> [UInt8] {
    let rows = raster.values.map(\.littleEndian).withUnsafeBytes { Array($0) }
    return write(
      rows, width: raster.width, height: raster.height, bitDepth: 8, colorType: 6, rowBytes: raster.width * 4)
  }
}
