import Annotations
import Imaging
import WorldModel

/// visual-06: the panoptic map and its list of segments say the same.
package struct PanopticSegments: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-06", name: "panoptic-segments",
    summary:
      "Ids in the panoptic map are those of the segments, with the listed areas and boxes, in 24 bits; things carry their instance, stuff 2²³ + class.",
    unit: "segments", labels: [LabelNames.panoptic, PanopticLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let map = view.words(LabelNames.panoptic), let label = view[PanopticLabel.self] else { return }
    var areas: [UInt32: Int] = [:]
    var last: (id: UInt32, count: Int) = (0, 0)
    for id in map.values {
      if id != last.id {
        if last.id != 0 { areas[last.id, default: 0] += last.count }
        last = (id, 0)
      }
      last.count += 1
    }
    if last.id != 0 { areas[last.id, default: 0] += last.count }
    let boxes = view.camera.period == nil ? BoxesFitMasks.extents(map) : [:]
    let around = view.camera.period == nil ? nil : ColumnsByID(map)
    var listed: Set<UInt32> = []
    for segment in label.segments {
      let nativeClass = Ontology.named(segment.category)
      let id = segment.id
      let idIsRight =
        segment.isThing
        ? id < 1 << 23 : nativeClass.map { id == 1 << 23 + UInt32($0.id) } ?? false
      finding.expect(
        listed.insert(id).inserted && id > 0 && id < 1 << 24 && idIsRight
          && nativeClass?.isThing == segment.isThing,
        view.about(
          id, item: segment.category, found: "segment id \(id)",
          expected: "a unique id: the instance for things, 2²³ + class for stuff"))
      let box = around.map { $0.box(of: id) } ?? boxes[id]
      finding.expect(
        areas[id] == segment.area && box == segment.box,
        view.about(
          id, item: segment.category, found: "area \(segment.area), box \(BoxesFitMasks.text(segment.box))",
          expected: "area \(areas[id] ?? 0), box \(BoxesFitMasks.text(box))"))
    }
    for id in areas.keys.sorted() {
      finding.expect(
        listed.contains(id), view.about(id, found: "pixels of segment \(id)", expected: "a listed segment"))
    }
    guard let instance = view.words(LabelNames.instance), let semantic = view.shorts(LabelNames.semantic)
    else {
      return
    }
    for p in map.values.indices {
      let isThing = map.values[p] < 1 << 23
      let expected = isThing ? instance.values[p] : 1 << 23 + UInt32(semantic.values[p])
      if map.values[p] != expected {
        finding.fail(
          view.at(
            p % view.width, p / view.width, instance: instance.values[p], found: "segment \(map.values[p])",
            expected: "segment \(expected)"))
      }
    }
  }
}
