package import Imaging
package import WorldModel

/// The memory of one frame's outputs, kept by a worker from frame to frame.
///
/// Rows are `rowStride` pixels apart: a multiple of eight, so that eight lanes never cross into the next row.
package final class FrameBuffers {
  package private(set) var width = 0
  package private(set) var height = 0
  package private(set) var rowStride = 0
  package private(set) var channels: CaptureChannels = []
  let rgbBytes = ScratchBuffer<UInt8>()
  let depths = ScratchBuffer<Float>()
  let instances = ScratchBuffer<UInt32>()
  let semantics = ScratchBuffer<UInt16>()
  let normals = ScratchBuffer<Float>()
  let faceNormals = ScratchBuffer<Float>()
  let uvs = ScratchBuffer<Float>()
  let forward = ScratchBuffer<Float>()
  let backward = ScratchBuffer<Float>()
  let pieces = ScratchBuffer<UInt32>()
  let triangles = ScratchBuffer<UInt32>()
  let radiances = ScratchBuffer<Float>()
  let albedos = ScratchBuffer<UInt8>()

  package init() {}

  func prepare(width: Int, height: Int, channels: CaptureChannels) {
    self.width = width
    self.height = height
    self.channels = channels
    rowStride = (width + 7) & ~7
    let n = rowStride * height
    // Eight bytes more: the last group of RGB is stored in two pieces.
    if channels.contains(.rgb) { rgbBytes.reserve(3 * n + 8) }
    if channels.contains(.albedo) { albedos.reserve(3 * n + 8) }
    if channels.contains(.depth) { depths.reserve(n) }
    if channels.contains(.instance) { instances.reserve(n) }
    if channels.contains(.semantic) { semantics.reserve(n) }
    if channels.contains(.normal) { normals.reserve(3 * n) }
    if channels.contains(.faceNormal) { faceNormals.reserve(3 * n) }
    if channels.contains(.uv) { uvs.reserve(2 * n) }
    if channels.contains(.flowForward) { forward.reserve(2 * n) }
    if channels.contains(.flowBackward) { backward.reserve(2 * n) }
    if channels.contains(.visibility) {
      pieces.reserve(n)
      triangles.reserve(n)
    }
    if channels.contains(.hdr) { radiances.reserve(3 * n) }
  }

  /// Takes over another's first pixels, in a row, to places of their own, for all channels that it has.
  func take(_ row: FrameBuffers, at pixels: [(u: Int32, v: Int32)]) {
    func move<T>(_ channel: CaptureChannels, _ from: ScratchBuffer<T>, _ to: ScratchBuffer<T>, _ n: Int) {
      guard row.channels.contains(channel) else { return }
      for (i, pixel) in pixels.enumerated() {
        let at = Int(pixel.v) * rowStride + Int(pixel.u)
        for k in 0..<n { to.base[n * at + k] = from.base[n * i + k] }
      }
    }
    move(.rgb, row.rgbBytes, rgbBytes, 3)
    move(.albedo, row.albedos, albedos, 3)
    move(.hdr, row.radiances, radiances, 3)
    move(.instance, row.instances, instances, 1)
    move(.semantic, row.semantics, semantics, 1)
    move(.normal, row.normals, normals, 3)
    move(.faceNormal, row.faceNormals, faceNormals, 3)
    move(.uv, row.uvs, uvs, 2)
    move(.visibility, row.pieces, pieces, 1)
    move(.visibility, row.triangles, triangles, 1)
  }

  package var rgb: Raster<UInt8> { copy(rgbBytes, 3) }
  package var albedo: Raster<UInt8> { copy(albedos, 3) }
  package var depth: Raster<Float> { copy(depths, 1) }
  package var instance: Raster<UInt32> { copy(instances, 1) }
  package var semantic: Raster<UInt16> { copy(semantics, 1) }
  package var normal: Raster<Float> { copy(normals, 3) }
  package var faceNormal: Raster<Float> { copy(faceNormals, 3) }
  package var uv: Raster<Float> { copy(uvs, 2) }
  package var flowForward: Raster<Float> { copy(forward, 2) }
  package var flowBackward: Raster<Float> { copy(backward, 2) }
  package var piece: Raster<UInt32> { copy(pieces, 1) }
  package var triangle: Raster<UInt32> { copy(triangles, 1) }
  package var hdr: Raster<Float> { copy(radiances, 3) }

  /// The buffer without the rows' padding.
  private func copy<T: Sendable>(_ buffer: ScratchBuffer<T>, _ perPixel: Int) -> Raster<T> {
    let (w, h, stride) = (width * perPixel, height, rowStride * perPixel)
    let values = [T](unsafeUninitializedCapacity: w * h) { out, count in
      if let base = out.baseAddress {
        for v in 0..<h { (base + v * w).initialize(from: buffer.base + v * stride, count: w) }
      }
      count = w * h
    }
    return Raster(width: width, height: height, channels: perPixel, values: values)
  }
}
