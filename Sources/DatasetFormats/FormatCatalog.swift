/// Every dataset format, one line each.
package enum FormatCatalog {
  package static let all: [any DatasetFormat.Type] = [
    COCOFormat.self,
    KITTIFormat.self,
    YOLODetectFormat.self,
    YOLOSegmentFormat.self,
    YOLOPoseFormat.self,
    YOLOOrientedFormat.self,
  ]

  package static func named(_ name: String) -> (any DatasetFormat.Type)? { all.first { $0.name == name } }
}
