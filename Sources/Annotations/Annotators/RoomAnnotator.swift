import Imaging
import VectorMath
package import WorldModel

/// `room`: the room to which what is seen belongs.
///
/// - Things belong to the room in which they were put; floors, ceilings, walls with their reveals, mouldings, windows and
///   what hangs before them to the room that they are part of. What is seen of these through a pane from outside counts
///   the same.
/// - Doors, their frames and thresholds belong to the room from which they are seen (`HomePlan.roomFacing`).
/// - All else (outer walls, balconies, the surroundings) is outdoors: 0.
package struct RoomAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.room }
  package var summary: String {
    "room of what is seen: 1 + index in the plan, UInt16; doors belong to the side from which they are seen; 0 = outdoors or nothing"
  }
  package var needs: CaptureChannels { [.visibility, .depth, .faceNormal] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let capture = view.capture
    guard let plan = capture.world.plan, let pieces = capture.piece, let depth = capture.depth,
      let normals = capture.faceNormal
    else { return }
    let owners = capture.snapshot.pieces.map { Self.owner(of: $0, capture.world, plan) }
    let pose = capture.worldFromCamera.affine
    var raster = Raster<UInt16>(width: view.width, height: view.height, fill: 0)
    var i = 0
    for v in 0..<view.height {
      for u in 0..<view.width {
        let piece = Int(pieces.values[i]) - 1
        if piece >= 0 {
          switch owners[piece] {
          case .none: break
          case .room(let room): raster.values[i] = UInt16(room + 1)
          case .facing:
            let p = pose * view.camera.point(Double(u), Double(v), depth: Double(depth.values[i]))
            let n = Vector3(
              Double(normals.values[3 * i]), Double(normals.values[3 * i + 1]),
              Double(normals.values[3 * i + 2]))
            raster.values[i] = plan.roomFacing(p, normal: n).map { UInt16($0 + 1) } ?? 0
          }
        }
        i += 1
      }
    }
    labels.set(name, .uint16(raster))
  }

  private enum Owner {
    case none
    case room(Int)
    /// By the place of the point and the side that is seen.
    case facing
  }

  private static func owner(of piece: Snapshot.Piece, _ world: World, _ plan: HomePlan) -> Owner {
    let entity = world.entities[piece.entity]
    if entity.nativeClass.name == "door" || entity.asset.parts[piece.part] == "threshold" { return .facing }
    guard let room = entity.room, plan.rooms.indices.contains(room), room < UInt16.max else { return .none }
    // Balconies hang outside of the room that leads to them; railings of stairs are in theirs.
    let isBalcony =
      entity.nativeClass.name == "railing" && entity.supportedBy == nil
      && entity.attribute("part_of") != "stairs"
    return isBalcony ? .none : .room(room)
  }
}
