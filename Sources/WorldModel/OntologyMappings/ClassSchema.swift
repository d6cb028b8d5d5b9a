/// A class list that others defined, and which of its classes each native class becomes.
///
/// A schema's map mentions every native class: with a counterpart, or with `nil` when the schema has none.
/// What a writer does with those is the schema's `unmapped` policy.
package struct ClassSchema: Sendable {
  /// One class of the schema, as its authors number and spell it.
  package struct Class: Sendable, Hashable {
    package let id: Int
    package let name: String
    /// The authors' super-category, or empty.
    package let group: String
    package let isThing: Bool
    /// The id used in training label maps where the schema has such a second numbering, else `id`.
    package let trainID: Int

    package init(id: Int, name: String, group: String = "", isThing: Bool, trainID: Int? = nil) {
      self.id = id
      self.name = name
      self.group = group
      self.isThing = isThing
      self.trainID = trainID ?? id
    }
  }

  /// What becomes of native classes without counterpart.
  package enum Unmapped: Sendable, Hashable {
    /// Objects are not written.
    case omitted
    /// Pixels or points get this id.
    case labelled(Int)
  }

  package let name: String
  /// All classes of the schema in the authors' order.
  package let classes: [Class]
  package let unmapped: Unmapped
  /// Native class name → name of the schema's class, for every native class.
  package let map: [(native: String, target: String?)]

  private let byID: [Int: Class]
  private let byNative: [UInt16: Class]

  /// - Parameters:
  ///   - map: every native class of `Ontology.classes` that is not one of `Ontology.indoor`.
  ///   - indoor: the counterpart of those; without it they have none.
  package init(
    name: String, classes: [Class], unmapped: Unmapped, map: KeyValuePairs<String, String?>,
    indoor: (IndoorClass) -> String? = { _ in nil }
  ) {
    self.name = name
    self.classes = classes
    self.unmapped = unmapped
    self.map =
      map.map { (native: $0.key, target: $0.value) }
      + Ontology.indoor.map { (native: $0.name, target: indoor($0)) }
    byID = Dictionary(classes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byName = Dictionary(classes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var byNative: [UInt16: Class] = [:]
    for (native, target) in self.map {
      if let id = Ontology.named(native)?.id, let target, let found = byName[target] { byNative[id] = found }
    }
    self.byNative = byNative
  }

  /// The counterpart of a native class; `nil` when the schema has none.
  package func counterpart(of native: NativeClass) -> Class? { byNative[native.id] }
  /// The counterpart of the native class of that name; `nil` when there is none or the name is unknown.
  package func counterpart(of native: String) -> Class? { Ontology.named(native).flatMap(counterpart(of:)) }
  /// The schema's class with that id.
  package func withID(_ id: Int) -> Class? { byID[id] }

  /// The id written for a native class in label maps (0 = nothing is also unmapped); `nil` when omitted.
  package func labelID(of native: UInt16) -> Int? {
    if let found = byNative[native] { return found.id }
    if case .labelled(let id) = unmapped { return id }
    return nil
  }

  /// Every schema, in the order in which they are listed.
  package static let all: [ClassSchema] = [
    .coco, .cocoPanoptic, .cityscapes, .kitti, .nuScenes, .nuScenesLidarseg, .carla, .nyu40, .ade20k,
  ]
}
