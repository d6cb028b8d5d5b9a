package import Diagnostics

/// NumPy's array file, version 1.0: little-endian, C order, data at a multiple of 64 bytes.
///
/// One channel has shape (H, W), several (H, W, C).
package enum NPY {
  /// Element types that rasters take.
  package enum Element: String, Sendable, Hashable, CaseIterable {
    case uint8 = "|u1"
    case uint16 = "<u2"
    case uint32 = "<u4"
    case int32 = "<i4"
    case float32 = "<f4"

    package var size: Int {
      switch self {
      case .uint8: 1
      case .uint16: 2
      default: 4
      }
    }
  }

  /// A scalar that an NPY file can hold.
  package protocol Scalar: BitwiseCopyable, Sendable {
    static var npyElement: Element { get }
    static var npyZero: Self { get }
    /// The value with its bytes in little-endian order, and back.
    var swappedToLittleEndian: Self { get }
  }

  /// The file of a raster.
  package static func encode<S: Scalar>(_ raster: Raster<S>) -> [UInt8] {
    let shape =
      raster.channels == 1
      ? "(\(raster.height), \(raster.width))" : "(\(raster.height), \(raster.width), \(raster.channels))"
    var dictionary = "{'descr': '\(S.npyElement.rawValue)', 'fortran_order': False, 'shape': \(shape), }"
    let unpadded = 10 + dictionary.utf8.count + 1
    dictionary += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    let header = dictionary.utf8.count
    var file: [UInt8] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, UInt8(header & 255), UInt8(header >> 8)]
    file.reserveCapacity(10 + header + raster.values.count * S.npyElement.size)
    file += dictionary.utf8
    #if _endian(little)
      raster.values.withUnsafeBytes { file.append(contentsOf: $0) }
    #else
      raster.values.map(\.swappedToLittleEndian).withUnsafeBytes { file.append(contentsOf: $0) }
    #endif
    return file
  }

  /// A raster of a given element type, from a file of exactly that type.
  /// - Parameter name: how error messages call the file.
  /// - Throws: `.badInput` for anything that is not a whole little-endian C-order array of that type with two
  ///   or three axes.
  package static func decode<S: Scalar>(
    _ type: S.Type, _ bytes: [UInt8], name: String
  ) throws(DioramaError) -> Raster<S> {
    let header = try NPYHeader(bytes, name: name)
    guard header.element == S.npyElement else {
      throw NPYHeader.bad(name, "elements are \(header.element.rawValue), expected \(S.npyElement.rawValue)")
    }
    guard header.shape.count == 2 || header.shape.count == 3 else {
      throw NPYHeader.bad(
        name, "\(header.shape.count) axes, expected (height, width) or (height, width, channels)")
    }
    var count = 1
    for side in header.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: side)
      guard !overflow, product <= Int.max / 8 else { throw NPYHeader.bad(name, "its shape is too large") }
      count = product
    }
    let size = count * S.npyElement.size
    guard bytes.count - header.length == size else {
      throw NPYHeader.bad(name, "\(bytes.count - header.length) bytes of data, its shape needs \(size)")
    }
    var raster = Raster<S>(
      width: header.shape[1], height: header.shape[0],
      channels: header.shape.count == 3 ? header.shape[2] : 1,
      fill: S.npyZero)
    bytes.withUnsafeBytes { from in
      raster.values.withUnsafeMutableBytes { $0.copyMemory(from: .init(rebasing: from[header.length...])) }
    }
    #if _endian(big)
      for i in raster.values.indices { raster.values[i] = raster.values[i].swappedToLittleEndian }
    #endif
    return raster
  }

  /// A raster of whichever type the file holds (Int32 is refused: no label has it).
  /// - Throws: as `decode(_:_:name:)`.
  package static func decode(_ bytes: [UInt8], name: String) throws(DioramaError) -> AnyRaster {
    switch try NPYHeader(bytes, name: name).element {
    case .uint8: .uint8(try decode(UInt8.self, bytes, name: name))
    case .uint16: .uint16(try decode(UInt16.self, bytes, name: name))
    case .uint32: .uint32(try decode(UInt32.self, bytes, name: name))
    case .float32: .float(try decode(Float.self, bytes, name: name))
    case .int32: throw NPYHeader.bad(name, "signed integers are no label's element type")
    }
  }
}

extension UInt8: NPY.Scalar {
  package static var npyElement: NPY.Element { .uint8 }
  package static var npyZero: UInt8 { 0 }
  package var swappedToLittleEndian: UInt8 { self }
}
extension UInt16: NPY.Scalar {
  package static var npyElement: NPY.Element { .uint16 }
  package static var npyZero: UInt16 { 0 }
  package var swappedToLittleEndian: UInt16 { littleEndian }
}
extension UInt32: NPY.Scalar {
  package static var npyElement: NPY.Element { .uint32 }
  package static var npyZero: UInt32 { 0 }
  package var swappedToLittleEndian: UInt32 { littleEndian }
}
extension Int32: NPY.Scalar {
  package static var npyElement: NPY.Element { .int32 }
  package static var npyZero: Int32 { 0 }
  package var swappedToLittleEndian: Int32 { littleEndian }
}
extension Float: NPY.Scalar {
  package static var npyElement: NPY.Element { .float32 }
  package static var npyZero: Float { 0 }
  package var swappedToLittleEndian: Float { Float(bitPattern: bitPattern.littleEndian) }
}
