package import WorldModel

/// visual-40: labels do not know the light.
package struct LabelsIgnoreLight: TwinCheck {
  package static let rule = CheckRule(
    id: "visual-40", name: "labels-ignore-light",
    summary:
      "Depth, normals, albedo, ids and all other maps but colour are byte-identical under other light.",
    unit: "labels")
  package var twin: Twin { .relit }

  package init() {}

  package func examine(_ sample: Sample, twin: Sample) -> CheckFinding {
    TwinComparison.compare(sample, twin, only: TwinComparison.geometry)
  }
}
