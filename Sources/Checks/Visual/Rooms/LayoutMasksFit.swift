import Annotations
import Geometry
import Imaging
import VectorMath
import WorldModel

/// visual-43-masks: masks of planes are what the picture shows of them and what their outlines fill.
package struct LayoutMasksFit: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-43-masks", name: "layout-masks-fit",
    summary:
      "A plane's visible mask lies in its amodal one; that is the fill of its outline but for centres within 1/32 px of an edge; what is visible belongs to one plane, lies in it (1e-4 m and rounding), shows its surfaces and is all that does.",
    unit: "planes and pixels", labels: [LayoutLabel.name])

  package init() {}

  /// Corners of pictures are rounded to 1/256 pixel; faces seen at a slant run on by a few of these.
  private static let edge = 1.0 / 32
  /// Walls run on behind ceilings and each other by so many metres, which shows where there are no ceilings.
  private static let lap = 0.005

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let layout = view[LayoutLabel.self] else { return }
    let geometry = ViewGeometry(view.view)
    // The plane that shows at a pixel: rooms by 65,536, planes from 1.
    var owner = [UInt32](repeating: 0, count: view.width * view.height)
    var surfaces: [UInt32: [(number: UInt32, plane: Plane)]] = [:]
    for (r, room) in layout.rooms.enumerated() where r < 65_536 {
      guard let parts = LayoutGeometry(room) else { continue }
      for (p, plane) in room.planes.enumerated() {
        let number = UInt32(r) << 16 + UInt32(p + 1)
        for id in plane.surfaces { surfaces[id, default: []].append((number, parts.planes[p])) }
        let item = "room \(room.room), plane \(p)"
        guard let visible = MaskRuns(plane.visible, width: view.width, height: view.height),
          let amodal = MaskRuns(plane.amodal, width: view.width, height: view.height)
        else {
          finding.expect(
            false,
            view.about(
              item: item, found: "masks that do not fill the image", expected: "counts that fill it exactly"))
          continue
        }
        finding.expect(
          amodal.contains(visible),
          view.about(
            item: item, found: "\(visible.area - amodal.sharedPixels(visible)) visible pixels outside",
            expected: "visible within amodal"))
        var twice: Int?
        visible.forEach { u, v in
          let i = v * view.width + u
          if owner[i] != 0 { twice = i }
          owner[i] = number
        }
        finding.expect(
          twice == nil,
          view.at(
            (twice ?? 0) % view.width, (twice ?? 0) / view.width, item: item, found: "two visible planes",
            expected: "one"))
        fill(
          parts.ring(of: p).map(geometry.toCamera), amodal, item, view, isVisible: { owner[$0] == number },
          &finding)
      }
    }
    pixels(owner, surfaces, view, geometry, &finding)
  }

  /// Compares a mask with the fill of a ring in the camera frame.
  private func fill(
    _ ring: [Vector3], _ mask: MaskRuns, _ item: String, _ view: ViewLabels, isVisible: (Int) -> Bool,
    _ finding: inout CheckFinding
  ) {
    if view.camera.projection != .pinhole {
      fillByRays(ring, mask, item, view, &finding)
      return
    }
    let near = view.camera.near
    var outline: [Vector2] = []
    for (i, b) in ring.enumerated() {
      let a = ring[i == 0 ? ring.count - 1 : i - 1]
      if (a.z < near) != (b.z < near) {
        let cut = a + (b - a) * ((near - a.z) / (b.z - a.z))
        outline.append(view.camera.project(Vector3(cut.x, cut.y, near)))
      }
      if b.z >= near { outline.append(view.camera.project(b)) }
    }
    var bitmap = Raster<UInt8>(width: view.width, height: view.height, fill: 0)
    PolygonFill.spans(
      of: [outline.map { $0 + Vector2(0.5, 0.5) }], width: view.width, height: view.height
    ) { row, columns in
      for u in columns { bitmap.values[row * view.width + u] ^= 1 }
    }
    mask.forEach { u, v in bitmap.values[v * view.width + u] ^= 1 }
    let polygon = Polygon(outline)
    let nearest = max(near, ring.reduce(.infinity) { min($0, $1.z) })
    let lap = Self.lap * max(view.camera.fx.magnitude, view.camera.fy.magnitude) / nearest
    var worst: Int?
    for i in bitmap.values.indices where bitmap.values[i] != 0 {
      let center = Vector2(Double(i % view.width), Double(i / view.width))
      if !(polygon.distanceToBoundary(center) <= Self.edge + (isVisible(i) ? lap : 0)) { worst = i }
    }
    finding.expect(
      worst == nil,
      view.at(
        (worst ?? 0) % view.width, (worst ?? 0) / view.width, item: item, found: "another amodal mask",
        expected: "the fill of the plane's outline"))
  }

  /// The same through other lenses: a ray is inside where it meets an odd number of the triangles of a fan.
  private func fillByRays(
    _ ring: [Vector3], _ mask: MaskRuns, _ item: String, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    guard ring.count >= 3 else { return }
    let fan = (1..<ring.count - 1).map { (ring[0], ring[$0], ring[$0 + 1]) }
    let sides =
      ring.indices.map { normalized(cross(ring[$0], ring[($0 + 1) % ring.count])) }
      + fan.map { normalized(cross($0.0, $0.2)) }
    let edge = Self.edge / min(view.camera.fx, view.camera.fy)
    var isIn = [Bool](repeating: false, count: view.width * view.height)
    mask.forEach { u, v in isIn[v * view.width + u] = true }
    var worst: Int?
    for i in isIn.indices {
      let direction = view.camera.ray(Double(i % view.width), Double(i / view.width))
      guard let ray = PreparedRay(origin: .zero, direction: direction) else { continue }
      let hits = fan.count { a, b, c in ray.meets(a, b, c).map { $0.t >= view.camera.near } ?? false }
      // On the great circle of an edge, or of a side of the fan, rounding decides.
      if (hits % 2 == 1) != isIn[i], !sides.contains(where: { dot($0, direction).magnitude <= edge }) {
        worst = i
      }
    }
    finding.expect(
      worst == nil,
      view.at(
        (worst ?? 0) % view.width, (worst ?? 0) / view.width, item: item, found: "another amodal mask",
        expected: "where rays meet the plane's outline"))
  }

  /// What is called visible is the plane, and nothing else shows it.
  private func pixels(
    _ owner: [UInt32], _ surfaces: [UInt32: [(number: UInt32, plane: Plane)]], _ view: ViewLabels,
    _ geometry: ViewGeometry, _ finding: inout CheckFinding
  ) {
    guard let instance = view.words(LabelNames.instance), let position = view.floats(LabelNames.positionWorld)
    else { return }
    let normals = view.floats(LabelNames.normalGeometric)
    for i in owner.indices {
      let id = instance.values[i]
      guard owner[i] != 0 || surfaces[id] != nil else { continue }
      let x = position.vector(i)
      let slack = geometry.metreSlack(of: x, distance: 0)
      let own = surfaces[id] ?? []
      if owner[i] != 0 {
        let plane = own.first { $0.number == owner[i] }?.plane
        let off = plane.map { $0.distance(to: x).magnitude } ?? .infinity
        finding.expect(
          off <= 1e-4 + slack,
          view.at(
            i % view.width, i / view.width, instance: id,
            found: plane == nil ? "another thing" : "\(off) m off the plane", expected: "the visible plane"))
      } else if let normals {
        let n = normals.vector(i)
        let shows = own.contains {
          dot($0.plane.normal, n) > 0.999_999 && $0.plane.distance(to: x).magnitude <= 1e-5 + slack
        }
        finding.expect(
          !shows,
          view.at(
            i % view.width, i / view.width, instance: id, found: "no visible plane",
            expected: "the plane seen"))
      }
    }
  }
}
