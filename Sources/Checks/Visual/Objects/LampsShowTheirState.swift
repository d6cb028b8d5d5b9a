import Annotations
import Imaging
import WorldModel

/// visual-57: what labels say of lamps is what the picture shows.
///
/// Words and pixels come by different ways: the first are an attribute of the object, the others what is seen at its
/// lamps, by the name of the material and, where there is one, by the light in the `hdr` raster.
package struct LampsShowTheirState: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-57", name: "lamps-show-their-state",
    summary:
      "Lamps of vehicles and traffic lights that are seen are lit if and only if the object's `lamps` or `state` says so; lit ones shine.",
    unit: "lamps", labels: [ObjectsLabel.name, MaterialSharesLabel.name])

  /// Radiance of the strongest channel that the middle one of a lit lamp's pixels has at least, white in full sun = 1: about
  /// two thirds of what lamps emit by day.
  private static let least: [String: Float] = [
    "head": 2, "day": 1.1, "tail": 0.35, "brake": 1.4, "reverse": 1, "indicator_left": 1.4,
    "indicator_right": 1.4, "beacon_blue": 1.9, "beacon_red": 1.9, "red": 0.7, "amber": 0.7, "green": 0.5,
  ]
  private static let prefix = "lamp_"
  private static let suffix = "_lit"

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let objects = view[ObjectsLabel.self], let shares = view[MaterialSharesLabel.self] else { return }
    let known = Dictionary(objects.entries.map { ($0.instance, $0) }) { a, _ in a }
    let light = LampLight(view)
    for entry in shares.entries {
      guard let told = known[entry.instance].flatMap(Self.lit) else { continue }
      for share in entry.shares where share.name.hasPrefix(Self.prefix) {
        let isLit = share.name.hasSuffix(Self.suffix)
        let lamp = String(share.name.dropFirst(Self.prefix.count).dropLast(isLit ? Self.suffix.count : 0))
        finding.expect(
          told.contains(lamp) == isLit,
          view.about(
            entry.instance, item: lamp, found: isLit ? "a lit lamp" : "a dark lamp",
            expected: "lit: \(told.isEmpty ? "none" : told.joined(separator: ", "))"))
        guard isLit, let floor = Self.least[lamp], let found = light?.middle(entry.instance, share.id) else {
          continue
        }
        finding.expect(
          found >= floor,
          view.about(
            entry.instance, item: lamp, found: "radiance \(found) at a lit lamp",
            expected: "at least \(floor)"))
      }
    }
  }

  /// The lamps that an object is said to have lit; `nil` where nothing is said.
  private static func lit(_ object: ObjectsLabel.Entry) -> [String]? {
    if let lamps = object.attributes["lamps"] {
      return lamps.split(separator: "+").map(String.init).filter { $0 != "none" }
    }
    guard object.category == "traffic_light", let state = object.attributes["state"] else { return nil }
    return state.split(separator: "_").map(String.init).filter { $0 != "off" }
  }
}

/// The light at the pixels of materials.
private struct LampLight {
  /// By instance and material: the strongest channel of the pixels that show it all around, where no other surface can have a
  /// share in the colour.
  private var values: [SIMD2<UInt32>: [Float]] = [:]

  /// Metres from which on haze may have taken much of a lamp's light.
  private static let reach: Float = 15

  /// `nil` without the rasters that it takes.
  init?(_ view: ViewLabels) {
    guard let hdr = view.floats(LabelNames.hdr), let ids = view.words(LabelNames.instance),
      let materials = view.shorts(LabelNames.material), let depth = view.floats(LabelNames.depth),
      let shares = view[MaterialSharesLabel.self]
    else { return nil }
    let lamps = Set(
      shares.entries.flatMap { entry in
        entry.shares.filter { $0.name.hasPrefix("lamp_") && $0.name.hasSuffix("_lit") }.map(\.id)
      })
    guard !lamps.isEmpty else { return }
    let w = view.width
    for p in ids.values.indices where lamps.contains(Int(materials.values[p])) && view.isInner(p) {
      guard depth.values[p] < Self.reach else { continue }
      let around = [-w - 1, -w, -w + 1, -1, 1, w - 1, w, w + 1]
      guard
        around.allSatisfy({
          ids.values[p + $0] == ids.values[p] && materials.values[p + $0] == materials.values[p]
        })
      else { continue }
      let peak = max(hdr.values[3 * p], hdr.values[3 * p + 1], hdr.values[3 * p + 2])
      values[SIMD2(ids.values[p], UInt32(materials.values[p])), default: []].append(peak)
    }
  }

  /// The middle one of its pixels; `nil` where none is seen whole.
  func middle(_ instance: UInt32, _ material: Int) -> Float? {
    guard let key = UInt32(exactly: material), let all = values[SIMD2(instance, key)] else { return nil }
    return all.sorted()[all.count / 2]
  }
}
