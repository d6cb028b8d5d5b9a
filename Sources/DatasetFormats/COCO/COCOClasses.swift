import Annotations
import WorldModel

/// The categories of a COCO dataset, in Diorama's or in COCO's own numbering.
package struct COCOClasses: Sendable {
  package struct Category: Sendable, Hashable {
    package var id: Int
    package var name: String
    package var group: String
    package var isThing: Bool
  }

  let choice: FormatOptions.Classes

  package init(choice: FormatOptions.Classes) { self.choice = choice }

  /// Of an object in detection and keypoint files; `nil` = not written.
  func detection(_ native: NativeClass) -> Category? {
    switch choice {
    case .native: category(native)
    case .coco: ClassSchema.coco.counterpart(of: native).map(category)
    }
  }

  /// Of a segment in panoptic files; `nil` = void.
  func panoptic(_ native: NativeClass) -> Category? {
    switch choice {
    case .native: category(native)
    case .coco: ClassSchema.cocoPanoptic.counterpart(of: native).map(category)
    }
  }

  /// All that `detection` may give, ascending by id.
  var detections: [Category] {
    switch choice {
    case .native: Ontology.classes.filter(\.isThing).map(category)
    case .coco: ClassSchema.coco.classes.map(category)
    }
  }

  /// All that `panoptic` may give, ascending by id.
  var panoptics: [Category] {
    switch choice {
    case .native: Ontology.classes.map(category)
    case .coco: ClassSchema.cocoPanoptic.classes.map(category)
    }
  }

  private func category(_ c: NativeClass) -> Category {
    Category(id: Int(c.id), name: c.name, group: c.group, isThing: c.isThing)
  }
  private func category(_ c: ClassSchema.Class) -> Category {
    Category(id: c.id, name: c.name, group: c.group, isThing: c.isThing)
  }
}

/// COCO's 17 body points.
package enum COCOSkeleton {
  /// The name under which `keypoints` labels carry it.
  package static let name = "coco17"

  package static let points = [
    "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder", "left_elbow",
    "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip", "left_knee", "right_knee",
    "left_ankle",
    "right_ankle",
  ]

  /// Bones, counted from 1 as in the authors' files.
  package static let bones = [
    (16, 14), (14, 12), (17, 15), (15, 13), (12, 13), (6, 12), (7, 13), (6, 7), (6, 8), (7, 9), (8, 10),
    (9, 11),
    (2, 3), (1, 2), (1, 3), (2, 4), (3, 5), (4, 6), (5, 7),
  ]

  /// For each point the one that takes its place in the mirrored image, counted from 0.
  package static let mirrored = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]

  /// The 17 points of an entry of this skeleton, else `nil`.
  static func points(of entry: KeypointsLabel.Entry?) -> [KeypointsLabel.Point]? {
    guard let entry, entry.skeleton == name, entry.points.count == points.count else { return nil }
    return entry.points
  }
}
