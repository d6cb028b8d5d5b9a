package import WorldModel

/// visual-18: labels do not know how often colour was sampled.
package struct LabelsIgnoreSupersampling: TwinCheck {
  package static let rule = CheckRule(
    id: "visual-18", name: "labels-ignore-supersampling",
    summary: "All maps but colour are byte-identical with colour supersampling on and off.", unit: "labels")
  package var twin: Twin { .supersampled }

  package init() {}

  package func examine(_ sample: Sample, twin: Sample) -> CheckFinding {
    TwinComparison.compare(sample, twin, only: TwinComparison.geometry)
  }
}
