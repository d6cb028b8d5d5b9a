import Assets
import Geometry
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// A lane that leaves a country road for the fields: it joins the pavement's edge without a step, follows the ground, and
/// goes on where the near ground ends (`Hamlets` builds its houses there).
struct FarmTrack {
  /// Where it meets the edge of the near ground, map frame, and which way it goes on.
  struct Gate: Sendable {
    var point: Vector3
    var direction: Vector2
  }

  let scenery: SceneryPlacement
  static let half = 1.9
  /// Over the ground below, metres.
  private static let thickness = 0.04
  private static let step = 0.75

  static let asphalt = Material(name: "lane", baseColor: Colour(0x77756f).linear, roughness: 0.95)

  /// The track, and where it leads; `nil` where no side of a road has room.
  func place(free: inout FootprintIndex, _ draws: inout Draws) -> (item: SceneryPlacement.Item, gate: Gate)? {
    let sides = scenery.sides.sides.filter { scenery.isOpen($0) && $0.length > 30 }
    guard scenery.isCountry, !sides.isEmpty else { return nil }
    var chance = draws.stream("place")
    for _ in 0..<12 {
      let side = sides[chance.integer(in: 0..<sides.count)]
      let at = chance.uniform(12, side.length - 12)
      let lean = chance.uniform(-0.25, 0.25)
      guard let place = scenery.sides.place(side, at), let made = track(from: place, lean: lean, free) else {
        continue
      }
      for print in made.prints { free.insert(print) }
      return (made.item, made.gate)
    }
    return nil
  }

  private func track(
    from place: RoadSides.Place, lean: Double, _ free: FootprintIndex
  ) -> (item: SceneryPlacement.Item, gate: Gate, prints: [Footprint])? {
    let direction = normalized(place.outward + place.along * lean)
    let left = Vector2(-direction.y, direction.x)
    let start = Vector2(place.point.x, place.point.y)
    var mesh = MeshBuilder()
    var last: [Int] = []
    var prints: [Footprint] = []
    for k in 0..<800 {
      let u = Double(k) * Self.step
      let middle = start + direction * u
      // It widens towards the road, as those who turn in need.
      let half = Self.half + 2.6 * smoothstep(5, 0, u)
      let spots = [-1.0, -0.5, 0, 0.5, 1].map { share -> Vector3? in
        // The first row lies on the road's very edge.
        let p =
          k == 0
          ? start - place.outward * 0.02 + place.along
            * (half * share * (dot(place.along, left) > 0 ? 1 : -1))
          : middle + left * (half * share)
        guard let spot = scenery.ground.spot(p) else { return nil }
        guard k == 0 || spot.kind == .terrain else { return nil }
        return Vector3(p.x, p.y, spot.height)
      }
      if spots.contains(where: { $0 == nil }) {
        // Beyond the near ground, or another road is in the way.
        let isOut =
          scenery.ground.spot(middle + left * half) == nil || scenery.ground.spot(middle - left * half) == nil
        guard u > 40, isOut else { return nil }
        break
      }
      if k > 1 {
        let print = Footprint(
          center: middle, forward: direction, half: Vector2(Self.step / 2 + 0.1, half + 0.3), low: -.infinity,
          high: .infinity)
        guard free.isFree(print) else { return nil }
        var taken = print
        let z = spots[2]?.z ?? place.point.z
        (taken.low, taken.high) = (z - 0.5, z + 3)
        prints.append(taken)
      }
      let row = spots.compactMap { $0 }.map {
        mesh.point($0 + Vector3(0, 0, k == 0 ? 0.004 : Self.thickness))
      }
      if !last.isEmpty {
        for i in 0..<row.count - 1 { mesh.quad(last[i], row[i], row[i + 1], last[i + 1]) }
      }
      last = row
    }
    guard prints.count > 40, let native = Ontology.named("road") else { return nil }
    let end = (last.first.map { mesh.points[$0] } ?? .zero) + (last.last.map { mesh.points[$0] } ?? .zero)
    var local = mesh
    local.displace { $0 - Vector3(start.x, start.y, place.point.z) }
    let asset = Asset(
      name: "farm_track", nativeClass: native,
      pieces: [Asset.Piece(mesh: local.mesh(crease: 1.2), material: 0)],
      materials: [Self.asphalt], parts: ["surface"])
    return (
      SceneryPlacement.Item(
        asset: asset, pose: RigidTransform(translation: Vector3(start.x, start.y, place.point.z)), scale: 1),
      Gate(point: end / 2, direction: direction), prints
    )
  }
}
