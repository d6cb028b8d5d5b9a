/// An array of numbers as an HDF5 file with the one dataset `dataset`, stored as a whole: what HDF5 calls superblock 0,
/// object headers of version 1 and a contiguous layout (HDF5 File Format Specification 3.0, §II–IV).
package struct HDF5Array: Sendable, Equatable {
  package enum Values: Sendable, Equatable {
    case float([Float])
    case double([Double])
    case int16([Int16])
    case int32([Int32])
  }

  /// The last one runs fastest.
  package let shape: [Int]
  package let values: Values

  /// - Precondition: as many values as the shape says.
  package init(_ shape: [Int], _ values: Values) {
    self.shape = shape
    self.values = values
  }

  /// All as doubles.
  package var numbers: [Double] {
    switch values {
    case .float(let v): v.map { Double($0) }
    case .double(let v): v
    case .int16(let v): v.map { Double($0) }
    case .int32(let v): v.map { Double($0) }
    }
  }

  static let name = "dataset"
  static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]

  /// Class, size and layout of bits of the element type: the datatype message.
  private var type: [UInt8] {
    /// A float: where sign, exponent and mantissa lie.
    func real(_ size: Int, _ exponentAt: UInt8, _ exponentSize: UInt8, _ bias: Int) -> [UInt8] {
      let bits = size * 8
      return [0x11, 0x20, UInt8(bits - 1), 0] + Self.bytes(size, 4) + [0, 0] + Self.bytes(bits, 2)
        + [exponentAt, exponentSize, 0, exponentAt] + Self.bytes(bias, 4)
    }
    func whole(_ size: Int) -> [UInt8] {
      [0x10, 0x08, 0, 0] + Self.bytes(size, 4) + [0, 0] + Self.bytes(size * 8, 2)
    }
    return switch values {
    case .float: real(4, 23, 8, 127)
    case .double: real(8, 52, 11, 1023)
    case .int16: whole(2)
    case .int32: whole(4)
    }
  }

  private var data: [UInt8] {
    func all<T>(_ values: [T], _ size: Int, _ bits: (T) -> UInt64) -> [UInt8] {
      var out: [UInt8] = []
      out.reserveCapacity(values.count * size)
      for value in values {
        let n = bits(value)
        for k in 0..<size { out.append(UInt8(truncatingIfNeeded: n >> (8 * UInt64(k)))) }
      }
      return out
    }
    return switch values {
    case .float(let v): all(v, 4) { UInt64($0.bitPattern) }
    case .double(let v): all(v, 8) { $0.bitPattern }
    case .int16(let v): all(v, 2) { UInt64(truncatingIfNeeded: $0) }
    case .int32(let v): all(v, 4) { UInt64(truncatingIfNeeded: $0) }
    }
  }

  private static func bytes(_ n: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: n >> (8 * $0)) }
  }

  /// A header message, its body filled up to a multiple of eight.
  private static func message(_ type: Int, _ body: [UInt8], flags: UInt8 = 0) -> [UInt8] {
    let padded = body + [UInt8](repeating: 0, count: (8 - body.count % 8) % 8)
    return bytes(type, 2) + bytes(padded.count, 2) + [flags, 0, 0, 0] + padded
  }

  private static func header(_ messages: [[UInt8]]) -> [UInt8] {
    let body = messages.flatMap { $0 }
    return [1, 0] + bytes(messages.count, 2) + bytes(1, 4) + bytes(body.count, 4) + [0, 0, 0, 0] + body
  }

  /// The file.
  package var file: [UInt8] {
    let none = [UInt8](repeating: 255, count: 8)
    let (leaf, node) = (4, 16)
    // Superblock, root header, its tree of one node, heap of names, table of symbols, the dataset's header, the data.
    let rootAt = 96
    let treeAt = rootAt + 40
    let heapAt = treeAt + 24 + 16 * node + 8 * (2 * node + 1)
    let namesAt = heapAt + 32
    let symbolsAt = namesAt + 16
    let datasetAt = symbolsAt + 8 + 40 * 2 * leaf
    let data = data
    func dataset(_ at: Int) -> [UInt8] {
      let space: [UInt8] =
        [1, UInt8(shape.count), 0, 0, 0, 0, 0, 0] + shape.flatMap { Self.bytes($0, 8) }
      let layout: [UInt8] = [3, 1] + Self.bytes(at, 8) + Self.bytes(data.count, 8)
      return Self.header([
        Self.message(1, space), Self.message(3, type, flags: 1),
        Self.message(5, [2, 2, 2, 1, 0, 0, 0, 0]), Self.message(8, layout),
      ])
    }
    let dataAt = datasetAt + dataset(0).count
    var out = Self.signature + [0, 0, 0, 0, 0, 8, 8, 0] + Self.bytes(leaf, 2) + Self.bytes(node, 2)
    out += Self.bytes(0, 4) + Self.bytes(0, 8) + none + Self.bytes(dataAt + data.count, 8) + none
    out += Self.bytes(0, 8) + Self.bytes(rootAt, 8) + Self.bytes(1, 4) + Self.bytes(0, 4)
    out += Self.bytes(treeAt, 8) + Self.bytes(heapAt, 8)
    out += Self.header([Self.message(0x11, Self.bytes(treeAt, 8) + Self.bytes(heapAt, 8))])
    out += Array("TREE".utf8) + [0, 0] + Self.bytes(1, 2) + none + none
    out += Self.bytes(0, 8) + Self.bytes(symbolsAt, 8) + Self.bytes(8, 8)
    out += [UInt8](repeating: 0, count: heapAt - out.count)
    // One: the heap has no free space.
    out += Array("HEAP".utf8) + [0, 0, 0, 0] + Self.bytes(16, 8) + Self.bytes(1, 8) + Self.bytes(namesAt, 8)
    out += Self.bytes(0, 8) + Array(Self.name.utf8) + [0]
    out += Array("SNOD".utf8) + [1, 0] + Self.bytes(1, 2) + Self.bytes(8, 8) + Self.bytes(datasetAt, 8)
    out += [UInt8](repeating: 0, count: datasetAt - out.count)
    return out + dataset(dataAt) + data
  }
}
