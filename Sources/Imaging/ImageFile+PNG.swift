import CShims
import Diagnostics

extension ImageFile {
  /// Deflate cannot shrink more than this many times; a header that claims more pixels than the file can
  /// hold is refused before memory is taken for them.
  private static let greatestInflation = 1_032

  static func decodePNG(_ bytes: [UInt8], name: String, options: Options) throws(DioramaError) -> AnyRaster {
    let outcome = bytes.withUnsafeBufferPointer { read($0, name: name, options: options) }
    return try outcome.get()
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, options: Options
  ) -> Result<AnyRaster, DioramaError> {
    var message = [CChar](repeating: 0, count: Int(SHIM_PNG_MESSAGE))
    var info = shim_png_info()
    var flags: Int32 = 0
    if options.reducesTo8Bits { flags |= Int32(SHIM_PNG_TO_8) }
    if options.keepsPaletteIndices { flags |= Int32(SHIM_PNG_KEEP_INDICES) }
    let side = UInt32(clamping: min(options.limits.side, 0x7fff_ffff))
    guard let reader = shim_png_open(bytes.baseAddress, bytes.count, side, flags, &info, &message) else {
      return .failure(corrupt(name, "PNG", text(message)))
    }
    defer { shim_png_close(reader) }

    let (width, height) = (Int(info.width), Int(info.height))
    let channels = Int(info.channels)
    let bytesPerSample = info.bit_depth == 16 ? 2 : 1
    guard (1...4).contains(channels), info.row_bytes == width * channels * bytesPerSample else {
      return .failure(corrupt(name, "PNG", "\(channels) channels of \(info.bit_depth) bits"))
    }
    do throws(DioramaError) {
      try check(
        width: width, height: height, bytesPerPixel: channels * bytesPerSample, limits: options.limits,
        name: name,
        kind: "PNG")
      let bitsInFile = Int(info.file_bit_depth) * samplesInFile(colorType: info.file_color_type)
      guard (width * bitsInFile + 7) / 8 * height / greatestInflation <= bytes.count else {
        throw corrupt(name, "PNG", "\(width)×\(height) pixels cannot be in \(bytes.count) bytes")
      }
    } catch {
      return .failure(error)
    }

    let count = width * height * channels
    var code: Int32 = 0
    if bytesPerSample == 2 {
      var raster = Raster<UInt16>(width: width, height: height, channels: channels, fill: 0)
      raster.values.withUnsafeMutableBytes {
        code = shim_png_read(reader, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), &message)
      }
      return code == 0 ? .success(.uint16(raster)) : .failure(corrupt(name, "PNG", text(message)))
    }
    var raster = Raster<UInt8>(
      width: width, height: height, channels: channels, values: [UInt8](repeating: 0, count: count))
    raster.values.withUnsafeMutableBufferPointer { code = shim_png_read(reader, $0.baseAddress, &message) }
    return code == 0 ? .success(.uint8(raster)) : .failure(corrupt(name, "PNG", text(message)))
  }

  private static func samplesInFile(colorType: UInt32) -> Int {
    switch colorType {
    case 2: 3
    case 4: 2
    case 6: 4
    default: 1
    }
  }

  static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
