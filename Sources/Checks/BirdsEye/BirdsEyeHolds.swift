import Annotations
import Imaging
import VectorMath
import WorldModel

/// driving-29-boxes: rasters, boxes and the map of cells to metres tell of the same things.
package struct BirdsEyeHolds: ViewCheck {
  package static let rule = CheckRule(
    id: "driving-29-boxes", name: "birds-eye-holds",
    summary:
      "bev rasters have the size of their grid and declared bits alone; cells are as large as the resolution says; cells have a number exactly where they have a layer of road users; numbers in bev_instance are those of the boxes, as often as these say, on cells of the layer of their class, inside of their box; boxes with cells are filled to their sides; corners follow from middle, size and heading.",
    unit: "cells and boxes", labels: [BirdsEyeLabel.name, LabelNames.bevLayers, LabelNames.bevInstance])

  package init() {}

  /// Cells, for what rounding does.
  private static let slack = 1e-6

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let cells = BirdsEyeCells(view.view), let map = cells.egoFromCell else {
      finding.expect(
        false, view.about(item: BirdsEyeLabel.name, found: "rasters of another size", expected: "the grid's"))
      return
    }
    let label = cells.label
    let (res, grid) = (label.grid.resolution, label.grid)
    // The first and last cell touch the range's sides.
    let (w, h) = (Double(label.columns), Double(label.rows))
    let first = Self.point(Vector2(-0.5, -0.5), map)
    let last = Self.point(Vector2(w - 0.5, h - 0.5), map)
    finding.expect(
      abs(first.x - grid.front) <= 1e-9 && abs(first.y - grid.left) <= 1e-9
        && abs(last.x + grid.back) <= 0.5 * res + 1e-9 && abs(last.y + grid.right) <= 0.5 * res + 1e-9,
      view.about(
        item: "egoFromCell", found: "from \(text(first)) to \(text(last))",
        expected: "\(grid.front), \(grid.left) to \(-grid.back), \(-grid.right)"))
    let road = cells.roadUsers
    let declared = label.layers.reduce(UInt16(0)) {
      $0 | ((0..<16).contains($1.bit) ? 1 << UInt16($1.bit) : 0)
    }
    var seen: [UInt32: [Int]] = [:]
    for p in cells.layers.values.indices {
      let (layers, id) = (cells.layers.values[p], cells.instances.values[p])
      finding.expect(
        layers & ~declared == 0,
        view.about(item: Self.cell(p, label), found: "bits \(layers)", expected: "among \(declared)"))
      finding.expect(
        (layers & road != 0) == (id != 0),
        view.about(item: Self.cell(p, label), found: "bits \(layers) with \(id)", expected: "both or none"))
      if id != 0 { seen[id, default: []].append(p) }
    }
    for entry in label.entries {
      examine(entry, seen.removeValue(forKey: entry.instance) ?? [], cells, map, view, into: &finding)
    }
    for (id, list) in seen.sorted(by: { $0.key < $1.key }) {
      finding.expect(false, view.about(id, found: "\(list.count) cells", expected: "a box in the list"))
    }
  }

  private func examine(
    _ entry: BirdsEyeLabel.Entry, _ list: [Int], _ cells: BirdsEyeCells, _ map: (x: Vector3, y: Vector3),
    _ view: ViewLabels, into finding: inout CheckFinding
  ) {
    guard entry.center.count == 2, entry.size.count == 2, entry.corners.count == 4,
      entry.corners.allSatisfy({ $0.count == 2 }), entry.size[0] > 0, entry.size[1] > 0
    else {
      finding.expect(false, view.about(entry.instance, found: "numbers missing", expected: "a box"))
      return
    }
    finding.expect(
      entry.cells == list.count,
      view.about(entry.instance, found: "\(list.count) cells", expected: "\(entry.cells)"))
    let layer = Ontology.named(entry.category).flatMap { BirdsEyeLayer($0) }
    let bit = layer.map { cells.bit($0) } ?? 0
    let center = Vector2(entry.center[0], entry.center[1])
    let half = Vector2(entry.size[0], entry.size[1]) / 2
    let (s, c) = DeterministicMath.sincos(entry.heading)
    let res = cells.label.grid.resolution
    for (k, sign) in [(1.0, 1.0), (-1, 1), (-1, -1), (1, -1)].enumerated() {
      let (x, y) = (half.x * sign.0, half.y * sign.1)
      let expected = center + Vector2(c * x - s * y, s * x + c * y)
      let found = Self.point(Vector2(entry.corners[k][0], entry.corners[k][1]), map)
      finding.expect(
        length(found - expected) <= 1e-6,
        view.about(
          entry.instance, item: "corner \(k)", found: text(found), expected: text(expected)))
    }
    var (low, high) = (Vector2(repeating: .infinity), Vector2(repeating: -.infinity))
    for p in list {
      let at = Vector2(Double(p % cells.label.columns), Double(p / cells.label.columns))
      let d = Self.point(at, map) - center
      let own = Vector2(c * d.x + s * d.y, c * d.y - s * d.x)
      low = Vector2(min(low.x, own.x), min(low.y, own.y))
      high = Vector2(max(high.x, own.x), max(high.y, own.y))
      finding.expect(
        cells.layers.values[p] & bit != 0 && abs(own.x) <= half.x + Self.slack
          && abs(own.y) <= half.y + Self.slack,
        view.about(
          entry.instance, item: Self.cell(p, cells.label), found: "\(text(own)) in the box",
          expected: "its layer, within \(text(half))"))
    }
    // A vehicle in the range that nothing covers reaches all four sides; its corners are round, and bodies taper upwards
    // from the middle at most.
    guard layer == .vehicle, list.count > 40, isFree(entry, list, cells) else { return }
    let gap = max(
      max(high.x - half.x, -half.x - low.x).magnitude, max(half.x - high.x, low.x + half.x),
      max(half.y - high.y, low.y + half.y))
    finding.expect(
      gap <= 1.5 * res + 0.02 * entry.size[0],
      view.about(entry.instance, found: "\(gap) m empty along a side", expected: "a cell at most"))
  }

  /// Whether a box lies in the range and its cells show no other road user.
  private func isFree(_ entry: BirdsEyeLabel.Entry, _ list: [Int], _ cells: BirdsEyeCells) -> Bool {
    let (w, h) = (cells.label.columns, cells.label.rows)
    let (us, vs) = (entry.corners.map { $0[0] }, entry.corners.map { $0[1] })
    guard let left = us.min(), let right = us.max(), let top = vs.min(), let bottom = vs.max(), left >= 0,
      top >= 0, right <= Double(w - 1), bottom <= Double(h - 1)
    else { return false }
    for v in Int(top)...Int(bottom) {
      for u in Int(left)...Int(right) {
        let id = cells.instances.values[v * w + u]
        if id != 0 && id != entry.instance { return false }
      }
    }
    return true
  }

  private static func point(_ cell: Vector2, _ map: (x: Vector3, y: Vector3)) -> Vector2 {
    let p = Vector3(cell.x, cell.y, 1)
    return Vector2(dot(map.x, p), dot(map.y, p))
  }

  private static func cell(_ p: Int, _ label: BirdsEyeLabel) -> String {
    "cell \(p % max(1, label.columns)), \(p / max(1, label.columns))"
  }
}
