import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-34: a tracked point stays the same point of its surface, is seen where rays and pictures agree that it is,
/// and goes where flow and scene flow carry it.
package struct PointTracksHold: ViewCheck, ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-34", name: "point-tracks-hold",
    summary:
      "A point keeps its instance, triangle and weights; it projects to its pixel; v = 0 iff out of the image, seen and hidden as the depth around tells (one in fifty forgiven, one in a hundred on flat surfaces); from a frame to the next a seen point moves by the flow (0.05 px) and the scene flow at its place.",
    unit: "points", labels: [PointTracksLabel.name])

  package init() {}

  /// Of a view's points, the share that pictures may be wrong about: what lies behind leaves and bars.
  private static let share = 0.02
  /// Projections are worked out in doubles on both sides.
  private static let tolerance = 1e-6

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    let depth = view.floats(LabelNames.depth)
    let instances = view.words(LabelNames.instance)
    var ids: Set<UInt32> = []
    var pictured = CheckFinding()
    var flatViolations = 0
    defer {
      let isFlatWrong = Double(flatViolations) > max(1, SurfacePatch.wideShare * Double(pictured.examined))
      finding.merge(pictured, forgiving: isFlatWrong ? 0 : Self.share)
    }
    for entry in view[PointTracksLabel.self]?.entries ?? [] {
      func about(_ found: String, _ expected: String) -> Violation { view.about(entry, found, expected) }
      guard ids.insert(entry.id).inserted, entry.id > 0 else {
        finding.expect(false, about("the id twice, or 0", "an id of its own"))
        continue
      }
      guard let p = entry.position, (0...2).contains(entry.visibility), entry.weights.count == 3,
        entry.weights.allSatisfy({ $0 >= -Self.tolerance }),
        abs(entry.weights.reduce(-1, +)) <= Self.tolerance
      else {
        finding.expect(
          false,
          about(
            "weights \(entry.weights), camera \(entry.camera), v = \(entry.visibility)",
            "weights of a point on the triangle, three coordinates, v of 0, 1 or 2"))
        continue
      }
      guard let (place, z) = view.camera.place(of: p) else {
        finding.expect(
          entry.visibility == 0 && entry.u == nil && entry.v == nil,
          about("v = \(entry.visibility) before the near plane", "v = 0 and no pixel"))
        continue
      }
      let slack = Self.tolerance * (1 + length(place))
      guard let pixel = entry.pixel, length(view.camera.displacement(from: place, to: pixel)) <= slack else {
        finding.expect(false, about(entry.pixel.map { text($0) } ?? "no pixel", text(place)))
        continue
      }
      let outside = max(
        max(-0.5 - place.x, place.x - (Double(view.width) - 0.5)),
        max(-0.5 - place.y, place.y - (Double(view.height) - 0.5)))
      guard (outside > 0) == (entry.visibility == 0) || abs(outside) <= slack else {
        finding.expect(
          false, about("v = \(entry.visibility) at \(text(place))", outside > 0 ? "v = 0" : "v of 1 or 2"))
        continue
      }
      pictured.pass(1)
      guard entry.visibility > 0, let depth, let instances, let q = view.innerPixel(place),
        let isShown = Self.evidence(depth, instances, q, entry.instance, at: place, depth: z),
        isShown != (entry.visibility == 2)
      else { continue }
      // Pictures of leaves and bars often mislead, those of whole surfaces seldom: bars as far apart as the pixels look
      // like a wall; there may be a wire before a wall that no pixel centre meets, and a point behind it.
      if SurfacePatch.isWide(view, depth, q) { flatViolations += 1 }
      pictured.fail(
        about(
          "v = \(entry.visibility) at \(text(place)), depth \(z)",
          isShown ? "v = 2: the depth map runs through it" : "v = 1: all around is nearer"))
    }
  }

  /// What the nine pixels around a point say of it: seen, as the depth map runs through it and shows its object; hidden,
  /// as all of it is nearer; or nothing.
  private static func evidence(
    _ depth: Raster<Float>, _ instances: Raster<UInt32>, _ q: Int, _ instance: UInt32, at place: Vector2,
    depth z: Double
  ) -> Bool? {
    let w = depth.width
    let isNearer = (-1...1).allSatisfy { dv in
      (-1...1).allSatisfy { Double(depth.values[q + dv * w + $0]) < 0.98 * z }
    }
    if isNearer { return false }
    guard SurfacePatch.isOneObject(instances, q, instance),
      SurfacePatch.sees(depth, column: q % w, row: q / w, at: place, depth: z) == true
    else { return nil }
    return true
  }

  package func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    let before = earlier[PointTracksLabel.self]?.entries ?? []
    let after = Dictionary((later[PointTracksLabel.self]?.entries ?? []).map { ($0.id, $0) }) { a, _ in a }
    let (now, next) = (ViewGeometry(earlier.view), ViewGeometry(later.view))
    for entry in before {
      guard let then = after[entry.id] else {
        finding.expect(false, later.about(entry, "no such point", "the points of the frame before"))
        continue
      }
      finding.expect(
        then.instance == entry.instance && then.piece == entry.piece && then.triangle == entry.triangle
          && then.weights == entry.weights,
        later.about(then, "another place on a surface than in the frame before", "the same"))
      guard entry.visibility == 2, let p = entry.position, let q = Self.surface(entry, earlier) else {
        continue
      }
      let place = earlier.camera.project(p)
      let offset = place - now.center(q)
      if let flow = earlier.floats(LabelNames.flowForward), let there = then.pixel {
        let (step, bend) = SurfacePatch.interpolated(flow.pair, q, offset, width: earlier.width)
        if bend < 0.5 {
          finding.expect(
            length(later.camera.displacement(from: there, to: place + step)) <= 0.05 + bend,
            later.about(then, text(there), "\(text(place + step)) by the flow"))
        }
      }
      if let motion = earlier.floats(LabelNames.sceneFlow), let there = then.position {
        let (step, bend) = SurfacePatch.interpolated(motion.vector, q, offset, width: earlier.width)
        let world = now.toWorld(p + step)
        let slack = bend + next.metreSlack(of: world, distance: length(there))
        finding.expect(
          length(next.toCamera(world) - there) <= 1e-4 + slack,
          later.about(then, text(there), "\(text(next.toCamera(world))) by the scene flow"))
      }
    }
    finding.expect(
      before.count == after.count,
      later.about(found: "\(after.count) points", expected: "the \(before.count) of the frame before"))
  }

  /// The pixel around a seen point, where what its neighbours show is surely the point's own surface.
  private static func surface(_ entry: PointTracksLabel.Entry, _ view: ViewLabels) -> Int? {
    guard let p = entry.position, let (place, z) = view.camera.place(of: p),
      let q = view.innerPixel(place),
      let depth = view.floats(LabelNames.depth), let instances = view.words(LabelNames.instance),
      SurfacePatch.isOneObject(instances, q, entry.instance),
      SurfacePatch.isOneFace(view.floats(LabelNames.normalGeometric), q),
      SurfacePatch.sees(depth, column: q % view.width, row: q / view.width, at: place, depth: z) == true
    else { return nil }
    return q
  }
}

extension PointTracksLabel.Entry {
  /// Camera frame; `nil` unless it is three numbers.
  fileprivate var position: Vector3? {
    camera.count == 3 && camera.allSatisfy(\.isFinite) ? Vector3(camera[0], camera[1], camera[2]) : nil
  }
  fileprivate var pixel: Vector2? {
    guard let u, let v, u.isFinite, v.isFinite else { return nil }
    return Vector2(u, v)
  }
}

extension ViewLabels {
  /// The pixel whose square holds a place, if it has neighbours on all sides.
  fileprivate func innerPixel(_ place: Vector2) -> Int? {
    guard let u = pixel(place.x, limit: width), let v = pixel(place.y, limit: height) else { return nil }
    return isInner(v * width + u) ? v * width + u : nil
  }

  fileprivate func about(_ entry: PointTracksLabel.Entry, _ found: String, _ expected: String) -> Violation {
    about(entry.instance, item: "point \(entry.id)", found: found, expected: expected)
  }
}
