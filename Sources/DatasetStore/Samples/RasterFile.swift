package import Diagnostics
package import Imaging

/// How rasters lie in files. The element type and channel count alone decide, so a label's files are always of
/// one kind:
///
/// | elements | channels | file |
/// |---|---|---|
/// | UInt8 | 1, 3, 4 | PNG: grey, RGB, RGBA |
/// | UInt16 | 1 | PNG: 16-bit grey |
/// | UInt32 | 1 | PNG, RGBA 8-bit: the pixel's bytes R, G, B, A are the identifier, least significant first |
/// | Float | any | NPY 1.0, `<f4` |
/// | other | any | NPY 1.0 |
///
/// Other 16-bit PNGs exist, but common readers silently reduce them to 8 bits.
///
/// An identifier PNG read into a height × width × 4 byte array is the little-endian `u4` array (in NumPy:
/// `array.view("<u4")[..., 0]`). Lossless PNG of identifiers is about a hundredth of the raw size; beware of
/// tools that drop or premultiply alpha.
package enum RasterFile: String, Sendable, Hashable, Codable {
  case png
  case identifierPNG = "png-rgba-u32"
  case npy

  /// The file kind of a raster.
  package init(of raster: AnyRaster) {
    switch raster {
    case .uint8(let r): self = [1, 3, 4].contains(r.channels) ? .png : .npy
    case .uint16(let r): self = r.channels == 1 ? .png : .npy
    case .uint32(let r): self = r.channels == 1 ? .identifierPNG : .npy
    case .float: self = .npy
    }
  }

  /// The file name's extension, without dot.
  package var fileExtension: String { self == .npy ? "npy" : "png" }

  /// The raster's file.
  /// - Throws: `.internalError` for a raster without pixels.
  package static func encode(_ raster: AnyRaster, with encoder: PNGEncoder) throws(DioramaError) -> [UInt8] {
    switch (raster, RasterFile(of: raster)) {
    case (.uint8(let r), .png): try encoder.encode(r)
    case (.uint16(let r), .png): try encoder.encode(r)
    case (.uint32(let r), .identifierPNG): try encoder.encode(identifiers: r)
    case (.uint8(let r), _): NPY.encode(r)
    case (.uint16(let r), _): NPY.encode(r)
    case (.uint32(let r), _): NPY.encode(r)
    case (.float(let r), _): NPY.encode(r)
    }
  }

  /// The raster in a file of this kind.
  /// - Throws: `.badInput` when the file is not whole or not of this kind.
  package func decode(_ bytes: [UInt8], name: String) throws(DioramaError) -> AnyRaster {
    switch self {
    case .png: try ImageFile.decode(bytes, name: name)
    case .identifierPNG:
      .uint32(try Raster<UInt32>(identifiersIn: try ImageFile.decode(bytes, name: name), name: name))
    case .npy: try NPY.decode(bytes, name: name)
    }
  }
}

extension AnyRaster {
  /// The element type as datasets name it: `uint8`, `uint16`, `uint32`, `float32`.
  package var elementName: String {
    switch self {
    case .uint8: "uint8"
    case .uint16: "uint16"
    case .uint32: "uint32"
    case .float: "float32"
    }
  }
}
