import Annotations
import Imaging
import VectorMath
package import WorldModel

/// driving-29: a camera that looks straight down with parallel rays sees what the bird's-eye rasters say, but at borders.
package struct BirdsEyeMatchesCamera: SampleCheck {
  package static let rule = CheckRule(
    id: "driving-29", name: "birds-eye-matches-camera",
    summary:
      "Where an orthographic camera from above sees ground or a road user over a whole cell and its neighbours, that cell of bev_layers has the layer of its class and bev_instance its number: none where ground is seen, and not the ground of another kind where terrain is. The cells lie where the carrier is.",
    unit: "cells", labels: [BirdsEyeLabel.name, LabelNames.semantic, LabelNames.instance],
    lenses: [.orthographic])

  package init() {}

  package func examine(_ sample: Sample) -> CheckFinding {
    var finding = CheckFinding()
    guard let cells = sample.views.lazy.compactMap({ BirdsEyeCells($0) }).first else {
      finding.skip([BirdsEyeLabel.name])
      return finding
    }
    for view in sample.views {
      let labels = ViewLabels(view, of: sample)
      guard view.camera.projection == .orthographic else {
        finding.skip(["orthographic camera"])
        continue
      }
      let down = view.worldFromCamera.rotation * Vector3(0, 0, 1)
      guard down.z < -1 + 1e-9, let semantic = labels.shorts(LabelNames.semantic),
        let instance = labels.words(LabelNames.instance), cells.label.worldFromEgo.count == 3
      else {
        finding.skip(["level view from above with semantic and instance"])
        continue
      }
      finding.applied += 1
      examinePlace(cells.label, sample.worldFromRig, labels, into: &finding)
      compare(cells, labels, semantic, instance, into: &finding)
    }
    return finding
  }

  /// The frame of the cells is the carrier's, levelled.
  private func examinePlace(
    _ label: BirdsEyeLabel, _ rig: RigidTransform<WorldSpace, RigSpace>, _ view: ViewLabels,
    into finding: inout CheckFinding
  ) {
    let ahead = rig.rotation * Vector3(1, 0, 0)
    let place = label.worldFromEgo
    let (s, c) = DeterministicMath.sincos(place.count == 3 ? place[2] : 0)
    let flat = length(Vector2(ahead.x, ahead.y))
    finding.expect(
      place.count == 3 && abs(place[0] - rig.translation.x) <= 1e-6
        && abs(place[1] - rig.translation.y) <= 1e-6
        && length(Vector2(ahead.x, ahead.y) - Vector2(c, s) * flat) <= 1e-6,
      view.about(item: "worldFromEgo", found: "\(place)", expected: "\(rig.translation), towards \(ahead)"))
  }

  private func compare(
    _ cells: BirdsEyeCells, _ view: ViewLabels, _ semantic: Raster<UInt16>, _ instance: Raster<UInt32>,
    into finding: inout CheckFinding
  ) {
    guard let map = cells.egoFromCell else { return }
    let pose = cells.label.worldFromEgo
    let (s, c) = DeterministicMath.sincos(pose[2])
    let geometry = ViewGeometry(view.view)
    let camera = view.camera
    let height = geometry.worldFromCamera.translation.z
    let w = cells.label.columns
    let road = cells.roadUsers
    let paved = cells.bit(.drivableArea) | cells.bit(.carpark) | cells.bit(.walkway) | cells.bit(.roadMark)
    // Pixels around that must agree: the cell's own and one more, for edges are rounded to parts of a pixel.
    let reach = Int((cells.label.grid.resolution * camera.fx / 2).rounded(.up)) + 1
    for p in cells.layers.values.indices {
      let at = Vector3(Double(p % w), Double(p / w), 1)
      let ego = Vector2(dot(map.x, at), dot(map.y, at))
      let world = Vector3(pose[0] + c * ego.x - s * ego.y, pose[1] + s * ego.x + c * ego.y, height)
      let q = camera.project(geometry.toCamera(world))
      guard q.x > Double(reach), q.y > Double(reach), q.x < Double(camera.width - 1 - reach),
        q.y < Double(camera.height - 1 - reach)
      else { continue }
      let (u, v) = (Int(q.x.rounded()), Int(q.y.rounded()))
      let (seen, id) = (semantic[u, v], instance[u, v])
      guard let nativeClass = Ontology.withID(seen), let layer = BirdsEyeLayer(nativeClass),
        isEven(semantic, instance, u, v, reach)
      else { continue }
      let (found, who) = (cells.layers.values[p], cells.instances.values[p])
      if layer.isRoadUser {
        // Somebody else may be taller where a picture's edge is.
        finding.expect(
          who == id && found & cells.bit(layer) != 0,
          view.at(u, v, instance: id, found: "\(who) with layers \(found)", expected: "\(nativeClass)"))
      } else if !layer.isBody {
        let isRight = who == 0 && found & road == 0 && found & cells.bit(layer) != 0
        finding.expect(
          isRight && (layer != .terrain || found & paved == 0),
          view.at(u, v, found: "layers \(found), instance \(who)", expected: "\(nativeClass) alone"))
      }
    }
  }

  /// Whether all pixels around show one thing.
  private func isEven(
    _ semantic: Raster<UInt16>, _ instance: Raster<UInt32>, _ u: Int, _ v: Int, _ reach: Int
  ) -> Bool {
    let (kind, id) = (semantic[u, v], instance[u, v])
    for y in (v - reach)...(v + reach) {
      for x in (u - reach)...(u + reach) where semantic[x, y] != kind || instance[x, y] != id { return false }
    }
    return true
  }
}
