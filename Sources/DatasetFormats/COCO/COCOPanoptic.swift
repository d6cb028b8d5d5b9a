import Annotations
import Diagnostics
import Encodings
package import Imaging
package import WorldModel

/// The panoptic picture and segments of one view, in a dataset's categories.
///
/// Segments of one kind of stuff are one segment. Where several native classes become the same kind of stuff,
/// or a native thing becomes stuff, their pixels merge; what the class list does not know becomes void.
package struct COCOPanoptic {
  package struct Segment {
    package var id: UInt32
    package var category: COCOClasses.Category
    package var area = 0
    /// First and last column and row.
    package var low = (u: Int.max, v: Int.max)
    package var high = (u: -1, v: -1)
  }

  /// R + 256 G + 65536 B = segment id; 0 = void.
  package private(set) var colors: Raster<UInt8>
  /// Ascending by id; none is empty.
  package private(set) var segments: [Segment]

  /// Ids at and above this are stuff: 2²³ + category id. Instances are below.
  static let firstStuffID: UInt32 = 1 << 23

  /// `nil` when the view has no panoptic label.
  /// - Throws: `DioramaError` (badInput) when raster and segments contradict each other or the image.
  package init?(view: Sample.View, sample: Int, classes: COCOClasses) throws {
    guard let raster = view.labels.words(LabelNames.panoptic), let label = view.labels[PanopticLabel.self]
    else {
      return nil
    }
    func fail(_ message: String) -> DioramaError {
      DioramaError(
        .badInput, "sample \(sample), camera '\(view.sensor)', label 'panoptic': \(message)",
        remedy: "generate the sample again")
    }
    guard raster.width == view.camera.width, raster.height == view.camera.height, raster.channels == 1 else {
      throw fail("the raster is not of the image's size")
    }
    // Native segment id → index into `found`; −1 = void.
    var found: [Segment] = []
    var place: [UInt32: Int] = [0: -1]
    var placeOfNew: [UInt32: Int] = [:]
    for segment in label.segments {
      guard let native = Ontology.named(segment.category) else {
        throw fail("segment \(segment.id) is of the unknown class '\(segment.category)'")
      }
      guard let category = classes.panoptic(native) else {
        place[segment.id] = -1
        continue
      }
      guard !category.isThing || segment.id < Self.firstStuffID else {
        throw fail("the id \(segment.id) of a thing is not below 2²³")
      }
      let id = category.isThing ? segment.id : Self.firstStuffID + UInt32(category.id)
      if let known = placeOfNew[id] {
        place[segment.id] = known
      } else {
        place[segment.id] = found.count
        placeOfNew[id] = found.count
        found.append(Segment(id: id, category: category))
      }
    }
    let width = raster.width
    var painted = [UInt8](repeating: 0, count: raster.values.count * 3)
    try raster.values.withUnsafeBufferPointer { ids in
      try painted.withUnsafeMutableBufferPointer { colors in
        for v in 0..<raster.height {
          // Run by run: neighbours mostly belong together.
          var u = 0
          while u < width {
            let first = v * width + u
            let native = ids[first]
            var end = u + 1
            while end < width, ids[v * width + end] == native { end += 1 }
            guard let index = place[native] else {
              throw fail("the raster has \(native), the segments do not")
            }
            if index >= 0 {
              let id = found[index].id
              for p in first..<(v * width + end) {
                colors[3 * p] = UInt8(truncatingIfNeeded: id)
                colors[3 * p + 1] = UInt8(truncatingIfNeeded: id >> 8)
                colors[3 * p + 2] = UInt8(truncatingIfNeeded: id >> 16)
              }
              found[index].add(u..<end, v)
            }
            u = end
          }
        }
      }
    }
    colors = Raster(width: width, height: raster.height, channels: 3, values: painted)
    segments = found.filter { $0.area > 0 }.sorted { $0.id < $1.id }
  }

  /// The image's entry in the panoptic JSON.
  func annotation(image: Int, file: String) -> JSONText {
    .object([
      ("image_id", .int(image)), ("file_name", .string(file)),
      (
        "segments_info",
        .array(
          segments.map { s in
            .object([
              ("id", .int(Int(s.id))), ("category_id", .int(s.category.id)), ("area", .int(s.area)),
              (
                "bbox",
                .box(x: s.low.u, y: s.low.v, width: s.high.u - s.low.u + 1, height: s.high.v - s.low.v + 1)
              ), ("iscrowd", .int(0)),
            ])
          })
      ),
    ])
  }
}

extension COCOPanoptic.Segment {
  init(id: UInt32, category: COCOClasses.Category) {
    self.id = id
    self.category = category
  }

  /// Adds pixels of a row.
  mutating func add(_ us: Range<Int>, _ v: Int) {
    area += us.count
    low = (min(low.u, us.lowerBound), min(low.v, v))
    high = (max(high.u, us.upperBound - 1), max(high.v, v))
  }
}
