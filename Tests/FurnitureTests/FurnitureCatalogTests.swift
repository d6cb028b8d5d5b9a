import Assets
import Furniture
import Geometry
import InteriorSurfaces
import TestSupport
import Testing
import VectorMath
import WorldModel

/// What holds for every thing in the catalog, in every look.
@Suite struct FurnitureCatalogTests {
  static let names = FurnitureCatalog.names
  static let looks = StylePack.allCases.enumerated().map { i, style in
    Look(style: style, palette: Palette(style, variant: i), variation: AssetVariation(seed: UInt64(i + 1)))
  }

  static func assets(_ name: String) throws -> [Asset] {
    let entry = try #require(FurnitureCatalog.named(name))
    return looks.map(entry.make)
  }

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(FurnitureCatalog.named("no such thing") == nil)
  }

  /// All rules of a thing at once, since it takes longer to make than to look at.
  @Test(arguments: names) func everyRuleHolds(_ name: String) throws {
    let made = try Self.assets(name)
    for asset in made {
      #expect(asset.name == name)
      meshesAreSoundAndUsed(asset)
      solidsAreClosedAndOutward(asset)
      isFixedWhereItSays(asset)
      supportsLieOnTheAsset(asset)
      railsAreBars(asset)
      jointsOpen(asset)
      weightIsOverItsFeet(asset)
    }
    for (a, b) in zip(made, try Self.assets(name)) { haveEqualBytes(a, b) }
  }

  /// What stands on the floor by itself does not fall over: its centre of mass is above the hull of where it touches.
  private func weightIsOverItsFeet(_ asset: Asset) {
    guard asset.fittings.mount == .floor, !Self.held.contains(asset.name) else { return }
    let nodes = asset.objectFromNodes(asset.restPoses)
    var (volume, moment) = (0.0, Vector3.zero)
    var feet: [Vector2] = []
    for piece in asset.pieces {
      let points = piece.mesh.positions.map { nodes[piece.node] * Vector3($0) }
      feet += points.filter { $0.z < 0.004 }.map { Vector2($0.x, $0.y) }
      guard !asset.materials[piece.material].isDoubleSided else { continue }
      for t in piece.mesh.triangles {
        let (a, b, c) = (points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])
        let part = dot(a, cross(b, c)) / 6
        volume += part
        moment += (a + b + c) / 4 * part
      }
    }
    guard volume > 0 else { return }
    let middle = Vector2(moment.x, moment.y) / volume
    let hull = Polygon.hull(of: feet)
    #expect(
      hull.points.count > 2 && (hull.contains(middle) || hull.distanceToBoundary(middle) < 0.005),
      "weight at \(middle) of feet from \(Box3(feet.map { Vector3($0.x, $0.y, 0) }))")
  }

  /// What is screwed to a wall or built in, leans, has a base of iron, or lies on what gives way or holds it.
  private static let held: Set<String> = [
    "oven", "toilet_wall_hung", "vanity", "broom", "umbrella", "floor_lamp", "cushion", "throw", "wok",
  ]

  private func haveEqualBytes(_ a: Asset, _ b: Asset) {
    #expect(a.fittings == b.fittings)
    for (p, q) in zip(a.pieces, b.pieces) {
      #expect(p.mesh.positions == q.mesh.positions && p.mesh.triangles == q.mesh.triangles)
    }
  }

  private func meshesAreSoundAndUsed(_ asset: Asset) {
    #expect(!asset.pieces.isEmpty)
    for piece in asset.pieces {
      #expect(!piece.mesh.triangles.isEmpty && piece.mesh.uvs.count == piece.mesh.positions.count)
      #expect(piece.mesh.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite })
      #expect(piece.mesh.normals.allSatisfy { (length(Vector3($0)) - 1).magnitude < 1e-4 })
    }
    #expect(Set(asset.pieces.map(\.material)) == Set(asset.materials.indices))
    #expect(Set(asset.pieces.map(\.part)) == Set(asset.parts.indices))
    #expect(Set(asset.materials.map(\.name)).count == asset.materials.count)
    #expect(asset.nativeClass != Ontology.named("object"), "the class is not in the ontology")
    let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
    // Animals are all curves.
    let budget = ["cat", "dog"].contains(asset.nativeClass.name) ? 16000 : 12000
    #expect(triangles <= budget, "\(triangles) triangles")
  }

  /// Solids are closed and face outward: over all pieces of a node, each directed edge has its opposite.
  private func solidsAreClosedAndOutward(_ asset: Asset) {
    for node in asset.nodes.indices {
      let meshes = asset.pieces.filter { $0.node == node && !asset.materials[$0.material].isDoubleSided }
        .map(\.mesh)
      guard !meshes.isEmpty else { continue }
      let soup = WeldedSoup(meshes)
      #expect(soup.openEdges == 0, "node \(asset.nodes[node].name)")
      #expect(soup.signedVolume > 0, "node \(asset.nodes[node].name)")
    }
  }

  private func isFixedWhereItSays(_ asset: Asset) {
    let box = asset.restBounds
    switch asset.fittings.mount {
    case .floor:
      #expect(box.min.z.magnitude < 0.003)
      #expect(box.center.x.magnitude < 0.5 * box.size.x && box.center.y.magnitude < 0.05 + 0.1 * box.size.y)
    case .wall: #expect(box.min.x.magnitude < 0.003)
    case .ceiling: #expect(box.max.z.magnitude < 0.003)
    case .rail:
      // The hook reaches over the rail; the rest hangs below.
      #expect((0.002...0.006).contains(box.max.z) && box.min.z < -0.2)
      #expect(box.center.x.magnitude < 0.05 && box.center.y.magnitude < 0.05)
    }
  }

  /// What stands on a support stands on a surface: a face turned up lies in its plane below its middle, or the support
  /// is a grate whose bars do.
  private func supportsLieOnTheAsset(_ asset: Asset) {
    let transforms = asset.objectFromNodes(asset.restPoses)
    let box = asset.restBounds
    for support in asset.fittings.supports {
      #expect(support.size.x > 0.02 && support.size.y > 0.02 && support.headroom > 0.02, "\(support.name)")
      let middle = transforms[support.node] * support.center
      #expect(
        middle.x - support.size.x / 2 >= box.min.x - 1e-6
          && middle.x + support.size.x / 2 <= box.max.x + 1e-6
          && middle.y - support.size.y / 2 >= box.min.y - 1e-6
          && middle.y + support.size.y / 2 <= box.max.y + 1e-6,
        "\(support.name) reaches beyond the asset")
      let isHeld = asset.pieces.contains { piece in
        piece.mesh.triangles.contains { t in
          let p = [t.x, t.y, t.z].map { transforms[piece.node] * Vector3(piece.mesh.positions[Int($0)]) }
          return p.allSatisfy { ($0.z - middle.z).magnitude < 0.0015 }
            && (0..<3).contains { k in
              (p[k].x - middle.x).magnitude <= support.size.x / 2 + 0.05
                || (p[k].y - middle.y).magnitude <= support.size.y / 2 + 0.05
            }
        }
      }
      #expect(isHeld, "nothing holds what stands on \(support.name)")
    }
  }

  /// What hangs on a rail hangs on its surface: along its whole length a face turned up lies in its upper edge, and
  /// nothing but the rail is within a hook's reach below.
  private func railsAreBars(_ asset: Asset) {
    let nodes = asset.objectFromNodes(asset.restPoses)
    let points = asset.pieces.flatMap { piece in
      piece.mesh.positions.map { nodes[piece.node] * Vector3($0) }
    }
    for rail in asset.fittings.rails {
      let middle = nodes[rail.node] * rail.center
      let bar = points.filter {
        ($0.x - middle.x).magnitude < 0.03 && (middle.z - 0.03...middle.z + 0.1).contains($0.z)
      }
      #expect(rail.length > 0.2 && bar.contains { ($0.z - middle.z).magnitude < 0.001 }, "\(rail.name)")
      // Round bars have corners at their ends alone; what else would be there stands in the way.
      #expect(!bar.contains { ($0.y - middle.y).magnitude < rail.length / 2 }, "\(rail.name) is not free")
    }
  }

  /// Opened fully, what moves has moved, and it stays out of the floor.
  private func jointsOpen(_ asset: Asset) {
    for joint in asset.fittings.joints {
      var poses = asset.restPoses
      #expect(joint.pose(poses[joint.node], open: 0) == poses[joint.node])
      poses[joint.node] = joint.pose(poses[joint.node], open: 1)
      let (rest, open) = (asset.objectFromNodes(asset.restPoses), asset.objectFromNodes(poses))
      var farthest = 0.0
      for piece in asset.pieces where rest[piece.node] != open[piece.node] {
        for p in piece.mesh.positions {
          let (a, b) = (rest[piece.node] * Vector3(p), open[piece.node] * Vector3(p))
          farthest = max(farthest, length(b - a))
          if asset.fittings.mount == .floor { #expect(b.z > -0.003) }
        }
      }
      #expect(farthest > 0.02, "\(joint.name) moves nothing")
    }
  }
}
