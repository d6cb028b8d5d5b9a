import Assets
import Furniture
import Geometry
import RoomGeometry
import VectorMath
import WorldModel

/// Whether a figure fits where it is put: a coarse copy of it against the solids around.
struct FigureFit {
  let scene: SolidScene
  let things: [PlacedThing]

  /// How deep people sink into things, metres: flesh and upholstery give way; hard things press a hair into clothes.
  static func give(_ className: String) -> Double {
    switch className {
    case "sofa", "armchair", "bed", "single_bed": 0.045
    case "pillow", "cushion", "blanket": 0.045
    case "rug", "bath_mat": 0.02
    case "office_chair", "ottoman", "bean_bag": 0.02
    case "dining_chair", "folding_chair", "rocking_chair", "stool", "indoor_bench": 0.017
    default: 0.003
    }
  }

  /// Points of a figure in its place, world, metres.
  static func points(_ figure: ClothedFigure, _ pose: RigidTransform<WorldSpace, ObjectSpace>) -> [Vector3] {
    var draft = figure
    draft.cell = 0.034
    draft.bends = false
    return points(of: draft.asset(named: "draft"), pose)
  }

  static func points(of asset: Asset, _ pose: RigidTransform<WorldSpace, ObjectSpace>) -> [Vector3] {
    let nodes = asset.objectFromNodes(asset.restPoses)
    return asset.pieces.flatMap { piece -> [Vector3] in
      let place = pose.affine * nodes[piece.node]
      // Heads and hands are denser than need be.
      let skip = piece.node == 0 ? 1 : 3
      return stride(from: 0, to: piece.mesh.positions.count, by: skip).map {
        place * Vector3(piece.mesh.positions[$0])
      }
    }
  }

  /// What a figure runs into: things beyond what gives way. Loose soft things can be taken away.
  enum Verdict {
    case fits
    case fitsWithout([Int])
    case collides
  }

  /// Classes of what one puts aside to sit down.
  private static let loose: Set<String> = [
    "cushion", "blanket", "teddy_bear", "book", "magazine", "remote_control",
  ]

  /// - Parameter floor: height of the floor of the room.
  func judge(_ points: [Vector3], on holder: Int?, floor: Double, canClear: Bool) -> Verdict {
    let box = points.reduce(into: Box3()) { $0.insert($1) }
    guard box.min.z > floor - 0.003, !scene.isInSwing(points) else { return .collides }
    var aside: [Int] = []
    for found in scene.depths(of: points, beyond: 0.002) {
      switch found.owner {
      case .thing(let i):
        let name = things[i].thing.asset.nativeClass.name
        if found.depth <= Self.give(name) { continue }
        guard canClear, Self.loose.contains(name), things[i].hold == holder.map({ .thing($0) }),
          !things.contains(where: { $0.hold == .thing(i) })
        else { return .collides }
        aside.append(i)
      case .occupant, .building:
        if found.depth > 0.003 { return .collides }
      }
    }
    return aside.isEmpty ? .fits : .fitsWithout(aside)
  }
}
