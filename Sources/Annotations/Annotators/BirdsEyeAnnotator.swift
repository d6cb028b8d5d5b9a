import Geometry
import Imaging
import VectorMath
package import WorldModel

/// `bev`: the ground around the carrier from above, of worlds with roads; with the rig's first camera, for it is the same
/// for all.
package struct BirdsEyeAnnotator: Annotator {
  package init() {}
  package var name: String { BirdsEyeLabel.name }
  package var summary: String {
    "cells around the carrier from above: bev_layers (UInt16, sets of layers as bits), bev_instance (UInt32, road users), their boxes"
  }
  package var needs: CaptureChannels { [] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let capture = view.capture
    let world = capture.world
    guard let roads = world.roads, world.rig.cameras.first.map({ $0.name == capture.sensor }) ?? true else {
      return
    }
    var canvas = BirdsEyeCanvas(
      world.rig.grid, worldFromEgo: world.rig.worldFromRig(at: capture.snapshot.time))
    var boxes: [Int] = []
    for (i, subject) in capture.snapshot.subjects.enumerated() {
      guard let layer = BirdsEyeLayer(subject.nativeClass) else { continue }
      for piece in capture.snapshot.pieces[subject.pieces] {
        canvas.draw(piece, layer, instance: layer.isRoadUser ? subject.id : 0)
      }
      if layer.isRoadUser { boxes.append(i) }
    }
    for area in roads.areas { canvas.draw(area: area.outline, area.kind.layer) }
    for divider in roads.dividers {
      canvas.draw(line: divider.points, divider.kind == .lanes ? .laneDivider : .roadDivider)
    }
    var cells: [UInt32: Int] = [:]
    for id in canvas.instances.values where id != 0 { cells[id, default: 0] += 1 }
    labels.set(LabelNames.bevLayers, .uint16(canvas.layers))
    labels.set(LabelNames.bevInstance, .uint32(canvas.instances))
    labels.set(
      BirdsEyeLabel(
        grid: canvas.grid, worldFromEgo: canvas.worldFromEgo,
        entries: boxes.compactMap { Self.entry($0, capture.snapshot, canvas, cells) }))
  }

  /// The box of a road user: the rectangle along its own axis that holds all of its 3D box; `nil` out of range.
  private static func entry(
    _ i: Int, _ snapshot: Snapshot, _ canvas: BirdsEyeCanvas, _ cells: [UInt32: Int]
  ) -> BirdsEyeLabel.Entry? {
    let subject = snapshot.subjects[i]
    let forward = subject.worldFromObject.rotation * Vector3(1, 0, 0)
    let turned = DeterministicMath.atan2(forward.y, forward.x) - canvas.heading
    let heading = turned - 2 * .pi * (turned / (2 * .pi)).rounded()
    let (s, c) = DeterministicMath.sincos(heading)
    let (along, across) = (Vector2(c, s), Vector2(-s, c))
    var (low, high) = (Vector2(repeating: .infinity), Vector2(repeating: -.infinity))
    for corner in snapshot.objectBounds(of: subject).corners {
      let p = subject.worldFromObject * corner
      let q = canvas.ego(Vector2(p.x, p.y))
      let place = Vector2(dot(along, q), dot(across, q))
      low = Vector2(min(low.x, place.x), min(low.y, place.y))
      high = Vector2(max(high.x, place.x), max(high.y, place.y))
    }
    guard low.x <= high.x else { return nil }
    func point(_ x: Double, _ y: Double) -> Vector2 { along * x + across * y }
    let corners = [
      point(high.x, high.y), point(low.x, high.y), point(low.x, low.y), point(high.x, low.y),
    ].map(canvas.grid.cell)
    let (columns, rows) = (corners.map(\.x), corners.map(\.y))
    guard let right = columns.max(), let left = columns.min(), let bottom = rows.max(), let top = rows.min(),
      right >= -0.5, bottom >= -0.5, left <= Double(canvas.grid.columns) - 0.5,
      top <= Double(canvas.grid.rows) - 0.5
    else { return nil }
    let center = point((low.x + high.x) / 2, (low.y + high.y) / 2)
    return BirdsEyeLabel.Entry(
      instance: subject.id, category: subject.nativeClass.name, center: [center.x, center.y],
      size: [high.x - low.x, high.y - low.y], heading: heading, corners: corners.map { [$0.x, $0.y] },
      cells: cells[subject.id] ?? 0)
  }
}

extension RoadOutlines.Area.Kind {
  fileprivate var layer: BirdsEyeLayer {
    switch self {
    case .lane: .lane
    case .crosswalk: .crosswalk
    case .stopLine: .stopLine
    }
  }
}
