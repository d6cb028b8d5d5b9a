internal import Diagnostics

/// The elements of an accessor as floats, one after the other.
struct GLTFFloats {
  let count: Int
  /// Numbers an element.
  let width: Int
  let values: [Float]
}

/// How an accessor stores a number (glTF 2.0 §3.6.2.2).
enum GLTFComponent: Int {
  case int8 = 5120
  case uint8 = 5121
  case int16 = 5122
  case uint16 = 5123
  case uint32 = 5125
  case float = 5126

  var size: Int {
    switch self {
    case .int8, .uint8: 1
    case .int16, .uint16: 2
    case .uint32, .float: 4
    }
  }

  func float(_ bytes: UnsafeRawBufferPointer, _ at: Int, normalized: Bool) -> Float {
    switch self {
    case .int8:
      let v = Float(bytes.loadUnaligned(fromByteOffset: at, as: Int8.self))
      return normalized ? max(v / 127, -1) : v
    case .uint8:
      let v = Float(bytes[at])
      return normalized ? v / 255 : v
    case .int16:
      let v = Float(Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int16.self)))
      return normalized ? max(v / 32767, -1) : v
    case .uint16:
      let v = Float(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
      return normalized ? v / 65535 : v
    case .uint32:
      return Float(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    case .float:
      return Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
  }

  /// The unsigned value; signed and floating components give `nil`.
  func unsigned(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt32? {
    switch self {
    case .uint8: UInt32(bytes[at])
    case .uint16: UInt32(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
    case .uint32: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    default: nil
    }
  }
}

extension GLTFReader {
  private static let widths = ["SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16]

  /// What an accessor says about its elements.
  private struct Layout {
    let node: JSONNode
    let count: Int
    let width: Int
    let component: GLTFComponent
    let normalized: Bool
    var elementSize: Int { width * component.size }
  }

  private func layout(_ index: Int, types: [String], from place: JSONNode) throws -> Layout {
    guard accessors.indices.contains(index) else {
      throw place.failure("names accessor \(index), but there are \(accessors.count)")
    }
    let node = accessors[index]
    let type = try node.required("type").string()
    guard types.contains(type), let width = Self.widths[type] else {
      throw node.failure(
        "has type \(type.prefix(20)) where \(place.path) needs \(types.joined(separator: " or "))")
    }
    let code = try node.required("componentType").count()
    guard let component = GLTFComponent(rawValue: code) else {
      throw node.failure("has the unknown componentType \(code)")
    }
    guard type != "MAT4" || component == .float else { throw node.failure("a matrix that is not of floats") }
    return Layout(
      node: node, count: try node.required("count").count(), width: width, component: component,
      normalized: try node.bool("normalized", default: false))
  }

  /// Fills `count × width` values from the accessor's buffer view and its sparse substitutes (§3.6.2.3).
  private func components<T>(
    _ a: Layout, zero: T, read: (UnsafeRawBufferPointer, Int) -> T
  ) throws -> [T] {
    try budget.spend(
      a.count, times: a.width * max(4, MemoryLayout<T>.stride),
      orThrow: a.node.failure("\(a.count) elements are more than this file can mean"))
    var values: [T]
    if let viewNode = a.node["bufferView"] {
      let view = try self.view(try viewNode.count(), from: viewNode)
      let stride = view.stride == 0 ? a.elementSize : view.stride
      let offset = try a.node.count("byteOffset", default: 0)
      guard stride >= a.elementSize else {
        throw a.node.failure("a byteStride of \(stride) overlaps its elements")
      }
      try check(a.count, stride, a.elementSize, offset, in: view.range.count, a.node)
      values = []
      values.reserveCapacity(a.count * a.width)
      view.buffer.withUnsafeBytes { bytes in
        for i in 0..<a.count {
          let at = view.range.lowerBound + offset + i * stride
          for c in 0..<a.width { values.append(read(bytes, at + c * a.component.size)) }
        }
      }
    } else {
      values = [T](repeating: zero, count: a.count * a.width)
    }
    guard let sparse = a.node["sparse"] else { return values }
    let count = try sparse.required("count").count()
    let places = try sparse.required("indices")
    let code = try places.required("componentType").count()
    guard let kind = GLTFComponent(rawValue: code), [.uint8, .uint16, .uint32].contains(kind) else {
      throw places.failure("has the componentType \(code), which is no index")
    }
    let substitutes = try sparse.required("values")
    let placeView = try view(try places.required("bufferView").count(), from: places)
    let valueView = try view(try substitutes.required("bufferView").count(), from: substitutes)
    let placeOffset = try places.count("byteOffset", default: 0)
    let valueOffset = try substitutes.count("byteOffset", default: 0)
    try check(count, kind.size, kind.size, placeOffset, in: placeView.range.count, places)
    try check(count, a.elementSize, a.elementSize, valueOffset, in: valueView.range.count, substitutes)
    try placeView.buffer.withUnsafeBytes { placeBytes in
      try valueView.buffer.withUnsafeBytes { valueBytes in
        for i in 0..<count {
          let at = placeView.range.lowerBound + placeOffset + i * kind.size
          let target = Int(kind.unsigned(placeBytes, at) ?? .max)
          guard target < a.count else { throw places.failure("replaces element \(target) of \(a.count)") }
          let from = valueView.range.lowerBound + valueOffset + i * a.elementSize
          for c in 0..<a.width {
            values[target * a.width + c] = read(valueBytes, from + c * a.component.size)
          }
        }
      }
    }
    return values
  }

  /// Checks that `count` elements lie within `available` bytes, without overflow.
  private func check(
    _ count: Int, _ stride: Int, _ size: Int, _ offset: Int, in available: Int, _ node: JSONNode
  ) throws {
    guard count > 0 else { return }
    let (last, overflow) = (count - 1).multipliedReportingOverflow(by: stride)
    guard !overflow, offset <= available, size <= available - offset, last <= available - offset - size else {
      throw node.failure("\(count) elements run past the end of their buffer view of \(available) bytes")
    }
  }

  /// An accessor as floats; normalised integers become fractions (§3.6.2.2, §3.11), others plain numbers.
  ///
  /// - Throws: also where a number is not finite.
  func floats(_ index: Int, types: [String], from place: JSONNode) throws -> GLTFFloats {
    let a = try layout(index, types: types, from: place)
    if let known = floatArrays[index] { return known }
    let values = try components(a, zero: Float(0)) { a.component.float($0, $1, normalized: a.normalized) }
    guard values.allSatisfy(\.isFinite) else { throw a.node.failure("holds a number that is not finite") }
    let out = GLTFFloats(count: a.count, width: a.width, values: values)
    floatArrays[index] = out
    return out
  }

  /// An accessor of unsigned integers.
  func integers(_ index: Int, types: [String], from place: JSONNode) throws -> (count: Int, values: [UInt32])
  {
    let a = try layout(index, types: types, from: place)
    guard [.uint8, .uint16, .uint32].contains(a.component), !a.normalized else {
      throw a.node.failure("holds no unsigned integers where \(place.path) needs them")
    }
    return (a.count, try components(a, zero: UInt32(0)) { a.component.unsigned($0, $1) ?? 0 })
  }
}
