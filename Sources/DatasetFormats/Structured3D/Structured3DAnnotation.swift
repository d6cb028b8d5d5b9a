import Checks
import Encodings
import VectorMath

/// `annotation_3d.json` of any maker, read as the public code reads it.
struct Structured3DAnnotation {
  private let junctions: [Vector3]
  private let planeCount: Int
  /// Rooms, openings and outer walls: kind, then id and corners in a fixed order.
  let objects: [FormatReading.Object]

  /// Millimetres.
  private static let slack = 0.01

  init?(_ tree: JSONTree, _ file: String, _ finding: inout CheckFinding) {
    func expect(_ holds: Bool, _ item: String, _ found: @autoclosure () -> String, _ expected: String) {
      finding.expect(
        holds,
        holds
          ? Violation(found: "", expected: "")
          : Violation(item: "\(file): \(item)", found: found(), expected: expected))
    }
    func vector(_ tree: JSONTree?) -> Vector3? {
      tree?.numbers.flatMap { $0.count == 3 ? Vector3($0[0], $0[1], $0[2]) : nil }
    }
    func ones(_ key: String, _ rows: Int, _ columns: Int) -> [[Int]]? {
      let matrix = (tree[key]?.items ?? []).map { $0.numbers ?? [] }
      let fits =
        matrix.count == rows
        && matrix.allSatisfy { $0.count == columns && $0.allSatisfy { $0 == 0 || $0 == 1 } }
      expect(fits, key, "\(matrix.count) rows", "\(rows) × \(columns) of 0 and 1")
      return fits ? matrix.map { row in row.indices.filter { row[$0] == 1 } } : nil
    }
    let places = (tree["junctions"]?.items ?? []).map { vector($0["coordinate"]) }
    let lines = (tree["lines"]?.items ?? []).map { (vector($0["point"]), vector($0["direction"])) }
    let planes = tree["planes"]?.items ?? []
    let faces = planes.map { (vector($0["normal"]), $0["offset"]?.number) }
    let junctions = places.compactMap { $0 }
    expect(junctions.count == places.count, "junctions", "\(junctions.count) places", "\(places.count)")
    guard junctions.count == places.count,
      let ends = ones("lineJunctionMatrix", lines.count, junctions.count),
      let edges = ones("planeLineMatrix", planes.count, lines.count)
    else { return nil }
    for (i, line) in lines.enumerated() {
      let d = line.1 ?? .zero
      let isOn =
        ends[i].count == 2
        && ends[i].allSatisfy { j in
          line.0.map { length(cross(junctions[j] - $0, d)) < Self.slack } ?? false
        }
      expect(
        isOn && abs(length(d) - 1) < 1e-6, "line \(i)", "\(ends[i].count) junctions, direction \(d)",
        "two junctions on it, a unit direction")
    }
    for (p, face) in faces.enumerated() {
      var corners: [Int: Int] = [:]
      for line in edges[p] { for j in ends[line] { corners[j, default: 0] += 1 } }
      let isOn = corners.keys.allSatisfy { j in
        abs(dot(face.0 ?? .zero, junctions[j]) + (face.1 ?? .infinity)) < Self.slack
      }
      expect(
        isOn && abs(length(face.0 ?? .zero) - 1) < 1e-6, "plane \(p)",
        "normal \(face.0 ?? .zero), offset \(face.1 ?? .nan)", "all its lines on it")
      expect(
        corners.values.allSatisfy { $0 == 2 } && edges[p].count >= 3, "plane \(p)",
        "\(edges[p].count) lines, open", "closed rings")
    }
    var objects: [FormatReading.Object] = []
    // Walls carry the outlines of their holes, which are not theirs.
    let holes = Self.holes(tree, edges)
    for (i, semantic) in (tree["semantics"]?.items ?? []).enumerated() {
      let ids = (semantic["planeID"]?.numbers ?? []).compactMap { FieldNumber.whole($0) }
      let kind = semantic["type"]?.text ?? ""
      expect(
        !ids.isEmpty && ids.allSatisfy(planes.indices.contains), "semantics \(i)", "planes \(ids)",
        "listed planes")
      let known = ids.filter(planes.indices.contains)
      var own = Set(known.flatMap { edges[$0] })
      if kind != "door" && kind != "window" { own.subtract(holes) }
      let corners = Set(own.flatMap { ends[$0] }).sorted().map { junctions[$0] }
      objects.append(
        .init(
          place: "\(file): semantics \(i)", category: kind,
          numbers: [semantic["ID"]?.number ?? .infinity] + Structured3DValidator.sorted(corners)))
    }
    (self.junctions, planeCount, self.objects) = (junctions, planes.count, objects)
    for key in ["cuboids", "manhattan"] {
      for (i, group) in (tree[key]?.items ?? []).enumerated() {
        let ids = (group["planeID"]?.numbers ?? []).compactMap { FieldNumber.whole($0) }
          .filter(planes.indices.contains)
        let isSquare = ids.allSatisfy { a in
          ids.allSatisfy { b in
            let c = abs(dot(faces[a].0 ?? .zero, faces[b].0 ?? .zero))
            return c < 1e-6 || c > 1 - 1e-6
          }
        }
        expect(
          isSquare && (key == "manhattan" || ids.count == 6), "\(key) \(i)", "planes \(ids)",
          "planes at right angles")
      }
    }
  }

  /// Lines of doors and windows.
  private static func holes(_ tree: JSONTree, _ edges: [[Int]]) -> Set<Int> {
    var out: Set<Int> = []
    for semantic in tree["semantics"]?.items ?? []
    where ["door", "window"].contains(semantic["type"]?.text ?? "") {
      for id in (semantic["planeID"]?.numbers ?? []).compactMap({ FieldNumber.whole($0) })
      where edges.indices.contains(id) { out.formUnion(edges[id]) }
    }
    return out
  }

  func hasJunction(_ id: Int) -> Bool { junctions.indices.contains(id) }
  func hasPlane(_ id: Int) -> Bool { (0..<planeCount).contains(id) }
}
