import CTurboJPEG
package import Diagnostics

/// Writes JPEG, for the layouts that demand it. Lossy: never for labels.
package enum JPEGEncoder {
  /// A baseline JPEG of a grey or RGB picture.
  /// - Parameters:
  ///   - quality: 1...100.
  ///   - halvesChroma: store colour at half resolution along both axes (4:2:0); otherwise in full (4:4:4).
  /// - Throws: `.internalError` when the picture cannot be a JPEG (2 or 4 channels, a side beyond 65,535).
  package static func encode(
    _ raster: Raster<UInt8>, quality: Int = 90, halvesChroma: Bool = true
  ) throws(DioramaError) -> [UInt8] {
    guard raster.channels == 1 || raster.channels == 3, (1...65_535).contains(raster.width),
      (1...65_535).contains(raster.height)
    else {
      throw DioramaError(
        .internalError, "JPEG holds grey or RGB, not \(raster.width)×\(raster.height)×\(raster.channels)")
    }
    guard let handle = tjInitCompress() else {
      throw DioramaError(.internalError, "the JPEG encoder did not start")
    }
    defer { tjDestroy(handle) }
    let isGray = raster.channels == 1
    let subsampling = Int32((isGray ? TJSAMP_GRAY : halvesChroma ? TJSAMP_420 : TJSAMP_444).rawValue)
    let format = Int32((isGray ? TJPF_GRAY : TJPF_RGB).rawValue)
    let (width, height) = (Int32(raster.width), Int32(raster.height))
    let bound = Int(clamping: tjBufSize(width, height, subsampling))
    var code: Int32 = 0
    let file = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      var start = buffer.baseAddress
      var size = UInt(bound)
      code = tjCompress2(
        handle, raster.values, width, 0, height, format, &start, &size, subsampling,
        Int32(min(max(quality, 1), 100)), Int32(TJFLAG_NOREALLOC) | Int32(TJFLAG_ACCURATEDCT))
      count = code == 0 ? Int(size) : 0
    }
    guard code == 0 else { throw DioramaError(.internalError, "JPEG: \(ImageFile.lastError(handle))") }
    return file
  }
}
