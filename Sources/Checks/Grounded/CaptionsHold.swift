import Annotations
import GroundedLanguage
import WorldModel

/// grounded-01: captions say what the labels say.
package struct CaptionsHold: ViewCheck {
  package static let rule = CheckRule(
    id: "grounded-01", name: "captions-hold",
    summary:
      "Offsets of captions slice to the words for the things they name; these are clearly seen, where the boxes are; every claim follows from the labels.",
    unit: "phrases and claims",
    labels: [
      CaptionLabel.name, ObjectsLabel.name, Boxes2DLabel.name, VisibilityLabel.name, LabelNames.instance,
      LabelNames.albedo,
    ])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[CaptionLabel.self] else { return }
    let scene = RawScene(view)
    for (n, entry) in label.entries.enumerated() {
      let item = "caption \(n)"
      GroundedTexts(scene: scene, view: view, item: item).examine(entry.texts, entry.things, into: &finding)
      let things = Set(entry.things.map(\.instance))
      for claim in entry.claims {
        let named = [claim.instance, claim.other].compactMap { $0 }
        finding.expect(
          holds(claim, scene) && things.isSuperset(of: named),
          view.about(claim.instance, item: item, found: "\(claim)", expected: "what the labels say"))
      }
    }
  }

  private func holds(_ claim: CaptionLabel.Claim, _ scene: RawScene) -> Bool {
    switch claim.predicate {
    case "count":
      guard let kind = claim.value else { return false }
      let list = [
        ProgramStep("scene"), ProgramStep("filter_class", inputs: [0], values: [kind]),
        ProgramStep("count", inputs: [1]),
      ]
      return ProgramReplay(scene: scene, egoVelocity: nil).answer(list) == claim.number.map { String($0) }
    case "several":
      guard let kind = claim.value, let number = claim.number, number >= 3 else { return false }
      return scene.candidates.count { scene.isClear($0) && scene.has($0, Filter(.kind, kind)).sure } >= number
    case "scene":
      if claim.value == "street" { return scene.isStreet }
      // Nine tenths of what is clearly seen in any room.
      var pixels = (here: 0.0, all: 0.0)
      for id in scene.candidates where scene.isClear(id) {
        let kinds = scene.roomKind(id)
        if kinds != nil { pixels.all += Double(scene.visiblePixels(id)) }
        if kinds == claim.value { pixels.here += Double(scene.visiblePixels(id)) }
      }
      return claim.value != nil && pixels.all > 0 && 10 * pixels.here >= 9 * pixels.all
    default:
      guard let id = claim.instance else { return false }
      if Extreme(rawValue: claim.predicate) != nil, let kind = claim.value {
        let list = [
          ProgramStep("scene"), ProgramStep("filter_class", inputs: [0], values: [kind]),
          ProgramStep("extreme", inputs: [1], values: [claim.predicate]), ProgramStep("unique", inputs: [2]),
        ]
        return ProgramReplay(scene: scene, egoVelocity: nil).answer(list) == String(id)
      }
      if let relation = Relation(rawValue: claim.predicate), let other = claim.other {
        return scene.stands(id, relation, other).sure
      }
      guard let attribute = Attribute(rawValue: claim.predicate), let value = claim.value else {
        return false
      }
      return scene.has(id, Filter(attribute, value)).sure
    }
  }
}
