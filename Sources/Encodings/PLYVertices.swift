package import VectorMath

/// The vertices of models in PLY files (Turk 1994).
package enum PLYVertices {
  /// The places of a PLY's vertices: text or binary of either order, `x y z` among the vertex's properties, which come
  /// first and have no lists; `nil` for anything else.
  package static func places(_ bytes: [UInt8]) -> [Vector3]? {
    let mark = Array("end_header\n".utf8)
    guard bytes.starts(with: Array("ply".utf8)),
      let end = (0..<min(bytes.count, 1 << 16)).first(where: { bytes[$0...].starts(with: mark) })
    else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(whereSeparator: \.isNewline)
    var kind = ""
    var count = 0
    var properties: [(name: Substring, size: Int, isReal: Bool)] = []
    var element = ""
    for line in lines {
      let words = line.split(separator: " ")
      switch words.first {
      case "format" where words.count >= 2: kind = String(words[1])
      case "element" where words.count == 3:
        // Elements before the vertices would have to be passed over.
        if element.isEmpty, words[1] != "vertex" { return nil }
        element = String(words[1])
        if element == "vertex" { count = Int(words[2]) ?? 0 }
      case "property" where element == "vertex":
        guard words.count == 3, let type = Self.types[String(words[1])] else { return nil }
        properties.append((words[2], type.size, type.isReal))
      default: break
      }
    }
    let columns = ["x", "y", "z"].compactMap { name in properties.firstIndex { $0.name == name } }
    let body = bytes[(end + mark.count)...]
    guard columns.count == 3, count > 0, count <= body.count else { return nil }
    return kind == "ascii"
      ? text(body, count, columns, properties.count)
      : binary(body, count, columns, properties.map { ($0.size, $0.isReal) }, isBig: kind.contains("big"))
  }

  private static let types: [String: (size: Int, isReal: Bool)] = [
    "char": (1, false), "uchar": (1, false), "int8": (1, false), "uint8": (1, false), "short": (2, false),
    "ushort": (2, false), "int16": (2, false), "uint16": (2, false), "int": (4, false), "uint": (4, false),
    "int32": (4, false), "uint32": (4, false), "float": (4, true), "float32": (4, true),
    "double": (8, true), "float64": (8, true),
  ]

  private static func text(_ body: ArraySlice<UInt8>, _ count: Int, _ columns: [Int], _ width: Int)
    -> [Vector3]?
  {
    var out: [Vector3] = []
    for line in body.split(separator: 0x0a, maxSplits: count).prefix(count) {
      // Bytes, for characters take ten times as long, and models have many thousands of lines.
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
      let numbers = columns.compactMap {
        words.indices.contains($0) ? FieldNumber.finite(Substring(decoding: words[$0], as: UTF8.self)) : nil
      }
      guard words.count == width, numbers.count == 3 else { return nil }
      out.append(Vector3(numbers[0], numbers[1], numbers[2]))
    }
    return out.count == count ? out : nil
  }

  private static func binary(
    _ body: ArraySlice<UInt8>, _ count: Int, _ columns: [Int], _ types: [(size: Int, isReal: Bool)],
    isBig: Bool
  ) -> [Vector3]? {
    let stride = types.reduce(0) { $0 + $1.size }
    guard columns.allSatisfy({ types[$0].isReal }), count <= body.count / max(1, stride) else { return nil }
    let offsets = columns.map { types[..<$0].reduce(0) { $0 + $1.size } }
    var out: [Vector3] = []
    out.reserveCapacity(count)
    for i in 0..<count {
      var p = Vector3.zero
      for axis in 0..<3 {
        let size = types[columns[axis]].size
        let start = body.startIndex + i * stride + offsets[axis]
        var bits: UInt64 = 0
        for k in 0..<size { bits |= UInt64(body[start + (isBig ? size - 1 - k : k)]) << (8 * UInt64(k)) }
        p[axis] =
          size == 4 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
        guard p[axis].isFinite else { return nil }
      }
      out.append(p)
    }
    return out
  }
}
