import CTurboJPEG
import Diagnostics

extension ImageFile {
  /// Baseline and progressive JPEG: grey as one channel, everything else as RGB.
  ///
  /// Any warning of the decoder counts as damage: a cut file would otherwise come back half grey.
  static func decodeJPEG(_ bytes: [UInt8], name: String, limits: Limits) throws(DioramaError) -> Raster<UInt8>
  {
    guard let handle = tjInitDecompress() else {
      throw DioramaError(.internalError, "\(name): the JPEG decoder did not start")
    }
    defer { tjDestroy(handle) }
    var (width, height, subsampling, colorspace): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let size = UInt(bytes.count)
    guard tjDecompressHeader3(handle, bytes, size, &width, &height, &subsampling, &colorspace) == 0 else {
      throw corrupt(name, "JPEG", lastError(handle))
    }
    let isGray = colorspace == Int32(TJCS_GRAY.rawValue)
    guard isGray || colorspace == Int32(TJCS_RGB.rawValue) || colorspace == Int32(TJCS_YCbCr.rawValue) else {
      throw DioramaError(
        .badInput, "\(name): a JPEG picture in CMYK", remedy: "Convert the picture to RGB.")
    }
    let channels = isGray ? 1 : 3
    try check(
      width: Int(width), height: Int(height), bytesPerPixel: channels, limits: limits, name: name,
      kind: "JPEG")
    var raster = Raster<UInt8>(width: Int(width), height: Int(height), channels: channels, fill: 0)
    let format = Int32((isGray ? TJPF_GRAY : TJPF_RGB).rawValue)
    let flags = Int32(TJFLAG_STOPONWARNING) | Int32(TJFLAG_LIMITSCANS) | Int32(TJFLAG_ACCURATEDCT)
    let code = raster.values.withUnsafeMutableBufferPointer {
      tjDecompress2(handle, bytes, size, $0.baseAddress, width, 0, height, format, flags)
    }
    guard code == 0 else { throw corrupt(name, "JPEG", lastError(handle)) }
    return raster
  }

  static func lastError(_ handle: tjhandle) -> String {
    tjGetErrorStr2(handle).map { String(cString: $0) } ?? "unknown error"
  }
}
