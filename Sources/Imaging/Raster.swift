/// A rectangle of pixels, row by row from the top left, channels interleaved.
package struct Raster<Scalar: Sendable>: Sendable {
  package let width: Int
  package let height: Int
  package let channels: Int
  /// `height × width × channels` values.
  package var values: [Scalar]

  // Inlined where the scalar is known: else every value is copied by a call.
  @inlinable package init(width: Int, height: Int, channels: Int = 1, fill: Scalar) {
    self.width = width
    self.height = height
    self.channels = channels
    values = [Scalar](repeating: fill, count: width * height * channels)
  }

  /// - Precondition: `values` holds exactly `width × height × channels` values.
  @inlinable package init(width: Int, height: Int, channels: Int = 1, values: [Scalar]) {
    precondition(values.count == width * height * channels)
    self.width = width
    self.height = height
    self.channels = channels
    self.values = values
  }

  @inlinable package subscript(_ u: Int, _ v: Int, _ channel: Int = 0) -> Scalar {
    get { values[(v * width + u) * channels + channel] }
    set { values[(v * width + u) * channels + channel] = newValue }
  }
}

extension Raster: Equatable where Scalar: Equatable {}

/// A raster of one of the scalar types that datasets store.
package enum AnyRaster: Sendable, Equatable {
  case uint8(Raster<UInt8>)
  case uint16(Raster<UInt16>)
  case uint32(Raster<UInt32>)
  case float(Raster<Float>)

  /// Width, height and channel count.
  package var shape: (width: Int, height: Int, channels: Int) {
    switch self {
    case .uint8(let r): (r.width, r.height, r.channels)
    case .uint16(let r): (r.width, r.height, r.channels)
    case .uint32(let r): (r.width, r.height, r.channels)
    case .float(let r): (r.width, r.height, r.channels)
    }
  }
}
