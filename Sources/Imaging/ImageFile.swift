package import Diagnostics

/// Reading pictures that others wrote: PNG and JPEG, told apart by their first bytes, with bounds on what a
/// hostile file can make us allocate.
package enum ImageFile {
  /// A kind of picture file.
  package enum Kind: String, Sendable, Hashable { case png, jpeg }

  /// What a file may cost.
  package struct Limits: Sendable, Hashable {
    /// Most pixels along either side.
    package var side: Int
    /// Most bytes of decoded pixels.
    package var bytes: Int

    package init(side: Int = 16_384, bytes: Int = 1 << 30) {
      self.side = side
      self.bytes = bytes
    }
  }

  /// What becomes of samples and palettes.
  package struct Options: Sendable, Hashable {
    /// Scale 16-bit samples to 8 (rounded); otherwise they stay as stored.
    package var reducesTo8Bits: Bool
    /// Deliver the indices of a palette picture as one channel; otherwise its colours.
    package var keepsPaletteIndices: Bool
    package var limits: Limits

    package init(reducesTo8Bits: Bool = false, keepsPaletteIndices: Bool = false, limits: Limits = Limits()) {
      self.reducesTo8Bits = reducesTo8Bits
      self.keepsPaletteIndices = keepsPaletteIndices
      self.limits = limits
    }
  }

  /// The kind a file claims by its first bytes.
  package static func kind(of bytes: [UInt8]) -> Kind? {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) { return .png }
    if bytes.starts(with: [0xff, 0xd8, 0xff]) { return .jpeg }
    return nil
  }

  /// The pixels as stored: 8- or 16-bit, with 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA) channels.
  ///
  /// Grey of 1, 2 and 4 bits is widened to 8, palettes and transparent colours become colours and alpha. No
  /// gamma, chromaticity or embedded profile is applied.
  /// - Parameter name: how error messages call the file.
  /// - Throws: `.badInput` when it is no PNG or JPEG, or corrupt, cut short, or beyond the limits.
  package static func decode(
    _ bytes: [UInt8], name: String, options: Options = Options()
  ) throws(DioramaError) -> AnyRaster {
    switch kind(of: bytes) {
    case .png: return try decodePNG(bytes, name: name, options: options)
    case .jpeg: return .uint8(try decodeJPEG(bytes, name: name, limits: options.limits))
    case nil:
      throw DioramaError(
        .badInput, "\(name): neither a PNG nor a JPEG picture (\(bytes.count) bytes)",
        remedy: "Convert the picture to PNG or JPEG.")
    }
  }

  /// The pixels with 8 bits a sample, 16-bit ones scaled down.
  /// - Throws: as `decode`.
  package static func decode8(
    _ bytes: [UInt8], name: String, limits: Limits = Limits()
  ) throws(DioramaError) -> Raster<UInt8> {
    let raster = try decode(bytes, name: name, options: Options(reducesTo8Bits: true, limits: limits))
    guard case .uint8(let image) = raster else {
      throw DioramaError(.internalError, "\(name): reduced to 8 bits, yet wider samples came")
    }
    return image
  }

  /// The error for a file that lies or ends too early.
  static func corrupt(_ name: String, _ kind: String, _ why: String) -> DioramaError {
    DioramaError(
      .badInput, "\(name): not a usable \(kind) picture: \(why)",
      remedy: "Replace the file; it is damaged, cut short or beyond the size limits.")
  }

  /// Checks a claimed size before anything is allocated for it.
  static func check(
    width: Int, height: Int, bytesPerPixel: Int, limits: Limits, name: String, kind: String
  ) throws(DioramaError) {
    guard width > 0, height > 0, width <= limits.side, height <= limits.side else {
      throw corrupt(name, kind, "\(width)×\(height) pixels, at most \(limits.side) a side are read")
    }
    let (row, a) = width.multipliedReportingOverflow(by: bytesPerPixel)
    let (all, b) = row.multipliedReportingOverflow(by: height)
    guard !a, !b, all <= limits.bytes else {
      throw corrupt(name, kind, "\(width)×\(height) pixels need more than \(limits.bytes) bytes")
    }
  }
}

extension Texture {
  /// A texture from an encoded PNG or JPEG.
  /// - Throws: `.badInput` as `ImageFile.decode`.
  package convenience init(
    name: String, encoded bytes: [UInt8], wrap: (u: Wrap, v: Wrap) = (.repeat, .repeat),
    isNearest: Bool = false
  ) throws(DioramaError) {
    let image = try ImageFile.decode8(bytes, name: name)
    self.init(name: name, image: image, wrap: wrap, isNearest: isNearest)
  }
}
