import Diagnostics
import JSON
import VectorMath

/// The binary chunk as it grows, with the views and accessors into it.
struct GLTFBuffers {
  private let body: ByteStream
  private var views: [JSONValue] = []
  private var accessors: [JSONValue] = []

  private enum Target: Int {
    case vertices = 34962
    case indices = 34963
  }
  private enum Component: Int {
    case unsignedShort = 5123
    case unsignedInt = 5125
    case float = 5126
  }

  init(_ body: ByteStream) { self.body = body }

  var lists: [(String, [JSONValue])] {
    [
      ("accessors", accessors), ("bufferViews", views),
      ("buffers", body.count > 0 ? [["byteLength": .integer((body.count + 3) / 4 * 4)]] : []),
    ]
  }

  /// An encoded picture; returns its buffer view.
  mutating func add(picture bytes: [UInt8]) throws(DioramaError) -> Int {
    try view(nil) { body throws(DioramaError) in try body.write(bytes) }
  }

  /// Positions, with the bounds that the specification demands.
  mutating func add(positions: [Vector3f]) throws(DioramaError) -> Int {
    var (low, high) = (positions.first ?? .zero, positions.first ?? .zero)
    for p in positions {
      low = minimum(low, p)
      high = maximum(high, p)
    }
    return try add(
      positions.flatMap { [$0.x, $0.y, $0.z] }, "VEC3", 3,
      [
        .init("min", .numbers([low.x, low.y, low.z])),
        .init("max", .numbers([high.x, high.y, high.z])),
      ])
  }

  mutating func add(normals: [Vector3f]) throws(DioramaError) -> Int {
    try add(normals.flatMap { [$0.x, $0.y, $0.z] }, "VEC3", 3)
  }

  mutating func add(uvs: [Vector2f]) throws(DioramaError) -> Int {
    try add(uvs.flatMap { [$0.x, $0.y] }, "VEC2", 2)
  }

  mutating func add(colors: [SIMD4<Float>]) throws(DioramaError) -> Int {
    // Factors lie in 0...1 there.
    try add(
      colors.flatMap { c in
        let c = c.clamped(lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: 1))
        return [c.x, c.y, c.z, c.w]
      }, "VEC4", 4)
  }

  /// - Parameter vertexCount: decides the width; the largest value of a width is not to be used.
  mutating func add(triangles: [SIMD3<UInt32>], vertexCount: Int) throws(DioramaError) -> Int {
    let isShort = vertexCount <= 65_535
    let view = try view(.indices) { body throws(DioramaError) in
      if isShort {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(triangles.count * 6)
        for t in triangles {
          for i in [t.x, t.y, t.z] {
            bytes.append(UInt8(truncatingIfNeeded: i))
            bytes.append(UInt8(truncatingIfNeeded: i >> 8))
          }
        }
        try body.write(bytes)
      } else {
        try body.write(little: triangles.flatMap { [$0.x, $0.y, $0.z] }) { $0 }
      }
    }
    return accessor(view, isShort ? .unsignedShort : .unsignedInt, "SCALAR", triangles.count * 3, [])
  }

  private mutating func add(
    _ values: [Float], _ type: String, _ width: Int, _ more: [JSONValue.Member] = []
  ) throws(DioramaError) -> Int {
    let view = try view(.vertices) { body throws(DioramaError) in
      try body.write(little: values, \.bitPattern)
    }
    return accessor(view, .float, type, values.count / width, more)
  }

  private mutating func accessor(
    _ view: Int, _ component: Component, _ type: String, _ count: Int, _ more: [JSONValue.Member]
  ) -> Int {
    accessors.append(
      .object(
        [
          .init("bufferView", .integer(view)), .init("componentType", .integer(component.rawValue)),
          .init("count", .integer(count)), .init("type", .string(type)),
        ] + more))
    return accessors.count - 1
  }

  private mutating func view(
    _ target: Target?, _ write: (ByteStream) throws(DioramaError) -> Void
  ) throws(DioramaError) -> Int {
    try body.align(4)
    let start = body.count
    try write(body)
    var members: [JSONValue.Member] = [
      .init("buffer", 0), .init("byteOffset", .integer(start)),
      .init("byteLength", .integer(body.count - start)),
    ]
    if let target { members.append(.init("target", .integer(target.rawValue))) }
    views.append(.object(members))
    return views.count - 1
  }
}
