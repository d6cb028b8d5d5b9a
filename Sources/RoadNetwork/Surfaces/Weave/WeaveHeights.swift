import VectorMath

/// The heights that faces have at each node: upright sides of walls take in those between their own.
struct WeaveLevels {
  private var heights: [[Double]]

  init(_ weave: SurfaceWeave) {
    heights = [[Double]](repeating: [], count: weave.web.nodes.count)
    for face in weave.faces where !face.triangles.isEmpty {
      for (i, node) in face.corners.enumerated() where !heights[Int(node)].contains(face.heights[i]) {
        heights[Int(node)].append(face.heights[i])
      }
    }
    for i in heights.indices where heights[i].count > 1 { heights[i].sort() }
  }

  /// Those strictly between two, ascending.
  func between(_ node: Int32, _ a: Double, _ b: Double) -> [Double] {
    heights[Int(node)].filter { $0 > min(a, b) && $0 < max(a, b) }
  }
}

/// Gives the corners of all faces their heights: at one node faces of about one height share it exactly.
enum WeaveHeights {
  /// Level surfaces of different roads that differ by less meet without a step, metres.
  private static let flush = 0.08
  /// Raised ones.
  private static let raisedFlush = 0.05
  /// Within a road a smaller difference is none.
  private static let own = 2e-3
  /// From this height above the road on a surface counts as raised.
  private static let raised = 0.03

  private struct Entry {
    var node: Int32
    var face: Int32
    var corner: Int32
    var order: Int
    var height: Double
    var isRaised: Bool
    var road: Int
  }

  static func settle(_ faces: inout [SurfaceWeave.Face], _ web: PlanWeb, _ facets: [Facet]) {
    var entries: [Entry] = []
    for (f, face) in faces.enumerated() where !face.triangles.isEmpty {
      for (c, node) in face.corners.enumerated() {
        let facet = face.facet.map { facets[$0] }
        entries.append(
          Entry(
            node: node, face: Int32(f), corner: Int32(c), order: face.facet ?? .max,
            height: facet?.vertex(at: web.nodes[Int(node)].plan).position.z ?? web.nodes[Int(node)].z,
            isRaised: (facet?.raise ?? 0) > raised, road: facet?.road ?? -1))
      }
    }
    entries.sort { a, b in
      if a.node != b.node { return a.node < b.node }
      if a.order != b.order { return a.order < b.order }
      return a.face != b.face ? a.face < b.face : a.corner < b.corner
    }
    var levels: [Entry] = []
    for entry in entries {
      if levels.first?.node != entry.node { levels = [] }
      // Fills take what the level surfaces around them have.
      let level =
        entry.order == .max
        ? levels.first { !$0.isRaised } ?? levels.first : levels.first { joins(entry, $0) }
      if let level {
        faces[Int(entry.face)].heights[Int(entry.corner)] = level.height
      } else {
        faces[Int(entry.face)].heights[Int(entry.corner)] = entry.height
        levels.append(entry)
      }
    }
  }

  /// Where two faces pass each other's height along an edge, they are made one at the end where they differ least.
  static func untwist(_ faces: inout [SurfaceWeave.Face], _ web: PlanWeb, _ left: [Int32]) {
    var touching: [Int32: [Int32]] = [:]
    // Each pass takes at least one level away.
    for _ in 0..<16 {
      var twisted = false
      for edge in web.edges.indices where web.isLive[edge] {
        let (l, r) = (left[2 * edge], left[2 * edge + 1])
        guard l >= 0, r >= 0, l != r else { continue }
        let (a, b) = (web.origin(2 * edge), web.origin(2 * edge + 1))
        guard let la = faces[Int(l)].height(at: a), let lb = faces[Int(l)].height(at: b),
          let ra = faces[Int(r)].height(at: a), let rb = faces[Int(r)].height(at: b),
          (la - ra) * (lb - rb) < 0
        else { continue }
        if touching.isEmpty {
          for (f, face) in faces.enumerated() {
            for node in face.corners { touching[node, default: []].append(Int32(f)) }
          }
        }
        twisted = true
        let atA = (la - ra).magnitude <= (lb - rb).magnitude
        let (node, from, to) = atA ? (a, ra, la) : (b, rb, lb)
        for f in touching[node] ?? [] {
          for c in faces[Int(f)].corners.indices where faces[Int(f)].corners[c] == node {
            if faces[Int(f)].heights[c] == from { faces[Int(f)].heights[c] = to }
          }
        }
      }
      if !twisted { break }
    }
  }

  private static func joins(_ entry: Entry, _ level: Entry) -> Bool {
    let difference = (entry.height - level.height).magnitude
    if difference < own { return true }
    guard entry.isRaised == level.isRaised, entry.road != level.road else { return false }
    return difference < (entry.isRaised ? raisedFlush : flush)
  }
}
