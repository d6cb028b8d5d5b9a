import Annotations
import Geometry
import VectorMath
import WorldModel

/// visual-43: planes, lines and corners of rooms fit each other and their images.
package struct LayoutIsConsistent: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-43", name: "layout-is-consistent",
    summary:
      "A room's lines each lie on exactly two planes and end at two corners; a corner is where its planes cross (1e-6 m), on at least three lines, and projects to its pixel (0.01 px); flags say what the planes do.",
    unit: "planes, lines and corners", labels: [LayoutLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let layout = view[LayoutLabel.self] else { return }
    let geometry = ViewGeometry(view.view)
    let eye = view.view.worldFromCamera.translation
    var seen: Set<Int> = []
    var holder = 0
    for room in layout.rooms {
      let item = "room \(room.room)"
      guard let parts = LayoutGeometry(room) else {
        finding.expect(
          false,
          view.about(
            item: item,
            found:
              "\(room.planes.count) planes, \(room.lines.count) lines, \(room.junctions.count) junctions",
            expected: "n + 2, 3 n and 2 n, with finite numbers and matrices of their size"))
        continue
      }
      finding.expect(
        room.room > 0 && seen.insert(room.room).inserted,
        view.about(item: item, found: "twice, or no number", expected: "rooms once each, from 1"))
      if parts.floor.contains(Vector2(eye.x, eye.y)), let low = parts.corners.first?.z,
        let top = parts.corners.last?.z, eye.z > low, eye.z < top
      {
        holder = room.room
      }
      planes(parts, item, view, &finding)
      lines(parts, item, view, geometry, &finding)
      corners(parts, item, view, geometry, &finding)
    }
    finding.expect(
      layout.cameraRoom == holder && (holder == 0 || layout.rooms.first?.room == holder),
      view.about(
        item: "camera", found: "in room \(layout.cameraRoom)", expected: "in room \(holder), listed first"))
  }

  private func planes(
    _ parts: LayoutGeometry, _ item: String, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    let up = [Vector3(0, 0, 1), Vector3(0, 0, -1)]
    for (p, plane) in parts.planes.enumerated() {
      let kind = p == 0 ? "floor" : p == 1 ? "ceiling" : "wall"
      let isTurned = p < 2 ? length(plane.normal - up[p]) < 1e-9 : plane.normal.z.magnitude < 1e-9
      finding.expect(
        abs(length(plane.normal) - 1) < 1e-9 && isTurned && parts.room.planes[p].kind == kind,
        view.about(
          item: "\(item), plane \(p)",
          found: "\(parts.room.planes[p].kind) with normal \(text(plane.normal))",
          expected: "a \(kind) with a unit normal into the room"))
    }
    let walls = parts.planes.dropFirst(2).map(\.normal)
    let isManhattan = walls.allSatisfy {
      dot($0, walls[2]).magnitude < 1e-6 || length(cross($0, walls[2])) < 1e-6
    }
    finding.expect(
      parts.room.isManhattan == isManhattan && parts.room.isCuboid == (isManhattan && parts.walls == 4),
      view.about(
        item: item, found: "cuboid \(parts.room.isCuboid), Manhattan \(parts.room.isManhattan)",
        expected: "cuboid \(isManhattan && parts.walls == 4), Manhattan \(isManhattan)"))
  }

  private func lines(
    _ parts: LayoutGeometry, _ item: String, _ view: ViewLabels, _ geometry: ViewGeometry,
    _ finding: inout CheckFinding
  ) {
    for (l, line) in parts.room.lines.enumerated() {
      let point = Vector3(line.point[0], line.point[1], line.point[2])
      let direction = Vector3(line.direction[0], line.direction[1], line.direction[2])
      let on = parts.planes.indices.filter { parts.room.planeLines[$0][l] == 1 }
      let ends = parts.corners.indices.filter { parts.room.lineJunctions[l][$0] == 1 }
      let isBinary =
        parts.room.planeLines.allSatisfy { $0[l] == 0 || $0[l] == 1 }
        && parts.room.lineJunctions[l].allSatisfy { $0 == 0 || $0 == 1 }
      finding.expect(
        isBinary && on.count == 2 && ends.count == 2,
        view.about(
          item: "\(item), line \(l)", found: "on \(on.count) planes, at \(ends.count) junctions",
          expected: "two of each"))
      guard on.count == 2, ends.count == 2 else { continue }
      let off = on.map { parts.planes[$0] }.map {
        max($0.distance(to: point).magnitude, dot($0.normal, direction).magnitude)
      }
      let beside = ends.map { length(cross(parts.corners[$0] - point, direction)) }
      finding.expect(
        abs(length(direction) - 1) < 1e-9 && (off + beside).allSatisfy { $0 <= 1e-6 },
        view.about(
          item: "\(item), line \(l)", found: "\((off + beside).max() ?? 0) m off its planes and corners",
          expected: "on both"))
      segment(
        line, parts.corners[ends[0]], parts.corners[ends[1]], "\(item), line \(l)", view, geometry, &finding)
    }
  }

  /// The part in the image: its ends are seen where the line is, and it ends with the line, the image or the near plane.
  private func segment(
    _ line: LayoutLabel.Line, _ a: Vector3, _ b: Vector3, _ item: String, _ view: ViewLabels,
    _ geometry: ViewGeometry, _ finding: inout CheckFinding
  ) {
    let camera = view.camera
    let (p, q) = (geometry.toCamera(a), geometry.toCamera(b))
    guard let segment = line.segment else {
      let isSeen = [p, q].contains { camera.place(of: $0).map { camera.contains($0.pixel) } ?? false }
      finding.expect(
        !isSeen && line.segments == nil,
        view.about(item: item, found: "no segment", expected: "one: an end is in the image"))
      return
    }
    let parts = line.segments ?? [segment]
    finding.expect(
      parts.contains(segment) && (line.segments == nil || parts.count > 1)
        && parts.count >= Self.runs(of: p, q, camera),
      view.about(
        item: item, found: "\(parts.count) parts in the image",
        expected: "all \(Self.runs(of: p, q, camera)), the segment among them"))
    // The plane through the eye and the line holds the rays of all its points.
    let sheet = cross(p, q)
    for end in parts.joined().map({ Vector2($0[0], $0[1]) }) {
      guard end.x.isFinite, end.y.isFinite else {
        finding.expect(false, view.about(item: item, found: text(end), expected: "a place in the image"))
        continue
      }
      let ray = camera.ray(end.x, end.y)
      let scale = length(sheet) * length(ray)
      let isOn = scale < 1e-9 || dot(sheet, ray).magnitude <= 1e-6 * scale
      let margin = min(
        min(end.x + 0.5, Double(view.width) - 0.5 - end.x),
        min(end.y + 0.5, Double(view.height) - 0.5 - end.y))
      let atEnd = [p, q].contains { camera.canProject($0) && length(camera.project($0) - end) <= 0.01 }
      let crossesNear = (camera.depth(of: p) < camera.near) != (camera.depth(of: q) < camera.near)
      finding.expect(
        isOn && margin >= -0.01 && (margin <= 0.01 || atEnd || crossesNear),
        view.about(
          item: item, found: "an end at \(text(end))",
          expected: "on the line, at its corner or the image's border"))
    }
  }

  /// How often a segment is in the image and leaves it again, at 200 places; lenses that keep lines straight do not ask.
  private static func runs(of p: Vector3, _ q: Vector3, _ camera: Camera) -> Int {
    guard camera.projection == .fisheye || camera.projection == .brownConrady else { return 0 }
    var (runs, isIn) = (0, false)
    for k in 0...200 {
      let place = camera.place(of: p + (q - p) * (Double(k) / 200))
      let margin =
        place.map { at in
          min(
            min(at.pixel.x + 0.5, Double(camera.width) - 0.5 - at.pixel.x),
            min(at.pixel.y + 0.5, Double(camera.height) - 0.5 - at.pixel.y))
        } ?? -.infinity
      // Within a pixel of the border nothing is told.
      if !isIn, margin > 1 { (runs, isIn) = (runs + 1, true) }
      if isIn, margin < -1 { isIn = false }
    }
    return runs
  }

  /// In a panorama taken upright, a corner of the ceiling is in the column of the floor's corner below it.
  private func columns(
    _ parts: LayoutGeometry, _ item: String, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    let up = view.view.worldFromCamera.rotation.conjugate * Vector3(0, 0, 1)
    guard view.camera.projection == .equirectangular, length(up - Vector3(0, -1, 0)) < 1e-9 else { return }
    let junctions = parts.room.junctions
    let n = junctions.count / 2
    for j in 0..<n {
      guard let low = junctions[j].u, let high = junctions[n + j].u else { continue }
      let apart = view.camera.displacement(from: Vector2(low, 0), to: Vector2(high, 0)).x
      finding.expect(
        abs(apart) <= 0.01,
        view.about(
          item: "\(item), junctions \(j) and \(n + j)", found: "\(apart) px apart", expected: "one column"))
    }
  }

  private func corners(
    _ parts: LayoutGeometry, _ item: String, _ view: ViewLabels, _ geometry: ViewGeometry,
    _ finding: inout CheckFinding
  ) {
    columns(parts, item, view, &finding)
    let positions = view.floats(LabelNames.positionWorld)
    for (j, junction) in parts.room.junctions.enumerated() {
      let item = "\(item), junction \(j)"
      let lines = parts.room.lines.indices.filter { parts.room.lineJunctions[$0][j] == 1 }
      let planes = parts.planes.indices.filter { p in lines.contains { parts.room.planeLines[p][$0] == 1 } }
      let crossing = Self.crossing(planes.map { parts.planes[$0] })
      let position = parts.corners[j]
      finding.expect(
        lines.count >= 3 && crossing.map { length($0 - position) <= 1e-6 } ?? false,
        view.about(
          item: item, found: "\(text(position)) on \(lines.count) lines",
          expected: "three lines and the crossing of their planes \(crossing.map(text) ?? "")"))
      let local = geometry.toCamera(position)
      let stored = Vector3(junction.camera[0], junction.camera[1], junction.camera[2])
      let near = view.camera.near
      let depth = view.camera.depth(of: local)
      let isAhead = depth >= near
      // Beyond the limit of a lens nothing is seen, wherever its polynomial goes.
      let expected = isAhead && view.camera.canProject(local) ? view.camera.project(local) : nil
      var isRight = length(local - stored) <= 1e-6
      if let u = junction.u, let v = junction.v, let expected {
        isRight = isRight && length(Vector2(u, v) - expected) <= 0.01 + 1e-6 * length(expected)
      } else {
        // Upon the near plane either answer will do.
        isRight =
          isRight && (abs(depth - near) < 1e-9 || (junction.u == nil && junction.v == nil && expected == nil))
      }
      if let expected {
        let margin = min(
          min(expected.x + 0.5, Double(view.width) - 0.5 - expected.x),
          min(expected.y + 0.5, Double(view.height) - 0.5 - expected.y))
        if abs(margin) > 0.01 { isRight = isRight && junction.isInFrame == (margin > 0) }
      } else {
        isRight = isRight && !junction.isInFrame
      }
      finding.expect(
        isRight && (!junction.isVisible || junction.isInFrame),
        view.about(
          item: item,
          found: "(\(junction.u ?? .nan), \(junction.v ?? .nan)), in frame: \(junction.isInFrame)",
          expected: expected.map(text) ?? "beyond what the lens sees"))
      guard junction.isVisible, let expected, let positions else { continue }
      let u = Int(max(0, min(Double(view.width - 1), (expected.x + 0.5).rounded(.down))))
      let v = Int(max(0, min(Double(view.height - 1), (expected.y + 0.5).rounded(.down))))
      let shown = positions.vector(v * view.width + u)
      finding.expect(
        length(shown - position) <= LayoutLabel.reach + 1e-3,
        view.at(u, v, item: item, found: text(shown), expected: "a surface near the visible corner"))
    }
  }

  /// Where three of some planes cross that are not nearly parallel; the others must agree.
  private static func crossing(_ planes: [Plane]) -> Vector3? {
    guard planes.count >= 3 else { return nil }
    for i in planes.indices {
      for j in planes.indices where j > i {
        for k in planes.indices where k > j {
          let (a, b, c) = (planes[i].normal, planes[j].normal, planes[k].normal)
          let determinant = dot(a, cross(b, c))
          guard determinant.magnitude > 1e-3 else { continue }
          var p = cross(b, c) * planes[i].offset
          p += cross(c, a) * planes[j].offset
          p += cross(a, b) * planes[k].offset
          p /= determinant
          return planes.allSatisfy { $0.distance(to: p).magnitude <= 1e-6 } ? p : nil
        }
      }
    }
    return nil
  }
}
