import Checks
import Diagnostics
import Encodings
import VectorMath

/// The models of a BOP dataset under examination: `models/` and `models_eval/`.
struct BOPModelFiles {
  let folder: FormatFolder

  /// Compares what `models_info.json` says with the vertices.
  func examine(_ infos: JSONTree, in path: String, into finding: inout CheckFinding) {
    for id in infos.keys {
      let file = "\(path)/obj_\(String(repeating: "0", count: max(0, 6 - id.utf8.count)))\(id).ply"
      guard FormatFolder.isInside(file), let info = infos[id],
        let bytes = try? folder.bytes(file), let places = PLYVertices.places(bytes), let first = places.first
      else {
        finding.expect(
          false,
          Violation(item: file, found: "no PLY with vertices", expected: "the model \(id) of models_info"))
        continue
      }
      var (low, high) = (first, first)
      for p in places {
        low = minimum(low, p)
        high = maximum(high, p)
      }
      let size = high - low
      let wanted = ["min_x", "min_y", "min_z", "size_x", "size_y", "size_z"].map {
        info[$0]?.number ?? .infinity
      }
      let found = [low.x, low.y, low.z, size.x, size.y, size.z]
      // Hundredths of a millimetre: what others round to.
      finding.expect(
        zip(found, wanted).allSatisfy { ($0 - $1).magnitude <= 0.02 },
        Violation(item: file, found: "\(found)", expected: "\(wanted), the box of models_info"))
      let diameter = info["diameter"]?.number ?? -1
      let exact = ObjectModel(
        positions: places, normals: [], colours: [], triangles: [], isTextured: false
      ).diameter
      finding.expect(
        (diameter - exact).magnitude <= 0.02,
        Violation(item: file, found: "diameter \(diameter)", expected: "\(exact), between two vertices"))
    }
  }
}
