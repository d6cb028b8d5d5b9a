import Annotations
import Imaging
import WorldModel

/// grounded-07: shares of materials are those of the picture.
package struct MaterialSharesCount: ViewCheck {
  package static let rule = CheckRule(
    id: "grounded-07", name: "material-shares-count",
    summary:
      "The pixels of an entity's materials add up to those of its instance; where there is a material raster, each of them is counted in it.",
    unit: "instances", labels: [MaterialSharesLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[MaterialSharesLabel.self], let ids = view.words(LabelNames.instance) else {
      return
    }
    let materials = view.shorts(LabelNames.material)
    var pixels: [UInt32: Int] = [:]
    var counted: [UInt32: [Int: Int]] = [:]
    for (p, id) in ids.values.enumerated() where id != 0 {
      pixels[id, default: 0] += 1
      if let materials { counted[id, default: [:]][Int(materials.values[p]), default: 0] += 1 }
    }
    finding.expect(
      label.entries.map(\.instance) == pixels.keys.sorted(),
      view.about(
        found: "\(label.entries.count) entities", expected: "the \(pixels.count) that are seen, ascending"))
    for entry in label.entries {
      let sum = entry.shares.reduce(0) { $0 &+ $1.pixels }
      let shares = Dictionary(entry.shares.map { ($0.id, $0.pixels) }) { a, _ in a }
      let isPositive = entry.shares.allSatisfy { $0.pixels > 0 }
      let isSame = materials == nil || counted[entry.instance] ?? [:] == shares
      finding.expect(
        isPositive && isSame && sum == pixels[entry.instance] ?? 0,
        view.about(
          entry.instance, found: "\(sum) pixels of \(entry.shares.count) materials",
          expected: "\(pixels[entry.instance] ?? 0), as the rasters have them"))
    }
  }
}
