import Encodings
import Geometry
import VectorMath

extension Structured3DStructure {
  /// `annotation_3d.json`: millimetres; a plane holds the points x with normal · x + offset = 0.
  var json: JSONText {
    func vector(_ v: Vector3, scale: Double = 1) -> JSONText {
      .array((0..<3).map { .number(v[$0] * scale, decimals: scale == 1 ? 12 : 6) })
    }
    func items(_ list: [[(String, JSONText)]]) -> JSONText {
      .array(list.enumerated().map { .object([("ID", .int($0.offset))] + $0.element) })
    }
    func ids(_ list: [Int]) -> JSONText { .array(list.map { .int($0) }) }
    /// Rows of zeros with ones where a list says.
    func matrix(_ rows: [[Int]], columns: Int) -> JSONText {
      .array(
        rows.map { ones in
          var row = [Int](repeating: 0, count: columns)
          for k in ones { row[k] = 1 }
          return ids(row)
        })
    }
    return .object([
      ("junctions", items(junctions.map { [("coordinate", vector($0, scale: 1000))] })),
      (
        "lines",
        items(
          lines.map { a, b in
            [
              ("point", vector(junctions[a], scale: 1000)),
              ("direction", vector(normalized(junctions[b] - junctions[a]))),
            ]
          })
      ),
      (
        "planes",
        items(
          planes.map {
            [
              ("type", .string($0.kind)), ("normal", vector($0.plane.normal)),
              ("offset", .number(0 - $0.plane.offset * 1000, decimals: 6)),
            ]
          })
      ),
      (
        "semantics",
        .array(
          semantics.map {
            .object([("ID", .int($0.id)), ("type", .string($0.kind)), ("planeID", ids($0.planes))])
          })
      ),
      ("planeLineMatrix", matrix(planes.map(\.lines), columns: lines.count)),
      ("lineJunctionMatrix", matrix(lines.map { [$0.0, $0.1] }, columns: junctions.count)),
      ("cuboids", items(cuboids.map { [("planeID", ids($0))] })),
      ("manhattan", items(manhattan.map { [("planeID", ids($0))] })),
    ])
  }
}
