import Annotations
import Geometry
import VectorMath
import WorldModel

/// A box as centre and size: `x y w h`.
package enum YOLODetectTask: YOLOTask {
  package static let format = YOLODetectFormat.name
  package static let row = "four numbers"
  package static func takes(_ count: Int, keypoints: Int?) -> Bool { count == 4 }
  package static func isVisibility(_ index: Int, keypoints: Int?) -> Bool { false }

  package static func object(_ n: [Double], width w: Double, height h: Double) -> FormatReading.Object {
    .init(category: "", box: [(n[0] - n[2] / 2) * w, (n[1] - n[3] / 2) * h, n[2] * w, n[3] * h])
  }

  package static func expected(_ object: ViewObject, width: Int, height: Int) -> FormatReading.Object? {
    let b = object.visibleBox
    return .init(category: object.native.name, box: [b.x, b.y, b.width, b.height].map(Double.init))
  }
}

/// One polygon: `x y x y …`.
package enum YOLOSegmentTask: YOLOTask {
  package static let format = YOLOSegmentFormat.name
  package static let row = "three or more pairs of numbers"
  package static func takes(_ count: Int, keypoints: Int?) -> Bool { count >= 6 && count % 2 == 0 }
  package static func isVisibility(_ index: Int, keypoints: Int?) -> Bool { false }

  package static func object(_ n: [Double], width w: Double, height h: Double) -> FormatReading.Object {
    // Eight decimals miss a pixel's corner by less than 1e-4: what is that close to a whole number is one.
    func snapped(_ x: Double) -> Double { abs(x - x.rounded()) < 1e-4 ? x.rounded() : x }
    let ring = stride(from: 0, to: n.count, by: 2).map { Vector2(snapped(n[$0] * w), snapped(n[$0 + 1] * h)) }
    return .init(category: "", shape: .rings([ring]))
  }

  package static func expected(_ object: ViewObject, width: Int, height: Int) -> FormatReading.Object? {
    object.mask.map { .init(category: object.native.name, shape: .runs($0)) }
  }
}

/// A box and key points: `x y w h` and `x y visibility` each.
package enum YOLOPoseTask: YOLOTask {
  package static let format = YOLOPoseFormat.name
  package static let row = "four numbers and those of the key points (kpt_shape)"
  package static func takes(_ count: Int, keypoints: Int?) -> Bool {
    keypoints.map { count == 4 + $0 } ?? (count > 4 && (count - 4) % 3 == 0)
  }
  package static func isVisibility(_ index: Int, keypoints: Int?) -> Bool {
    (keypoints ?? 3) % 3 == 0 && index >= 4 && index % 3 == 0
  }

  package static func object(_ n: [Double], width w: Double, height h: Double) -> FormatReading.Object {
    var object = YOLODetectTask.object(n, width: w, height: h)
    object.numbers = (4..<n.count).map { i in i % 3 == 1 ? n[i] * w : i % 3 == 2 ? n[i] * h : n[i] }
    return object
  }

  package static func expected(_ object: ViewObject, width: Int, height: Int) -> FormatReading.Object? {
    guard ClassSchema.coco.counterpart(of: object.native)?.name == "person",
      var out = YOLODetectTask.expected(object, width: width, height: height)
    else { return nil }
    out.category = "person"
    let points = COCOSkeleton.points(of: object.keypoints)
    out.numbers = COCOSkeleton.points.indices.flatMap { i -> [Double] in
      guard let p = points?[i], p.visibility > 0 else { return [0, 0, 0] }
      return [
        min(max(p.u + 0.5, 0), Double(width)), min(max(p.v + 0.5, 0), Double(height)), Double(p.visibility),
      ]
    }
    return out
  }
}

/// Four corners: `x y` each.
package enum YOLOOrientedTask: YOLOTask {
  package static let format = YOLOOrientedFormat.name
  package static let row = "eight numbers"
  package static func takes(_ count: Int, keypoints: Int?) -> Bool { count == 8 }
  package static func isVisibility(_ index: Int, keypoints: Int?) -> Bool { false }

  package static func object(_ n: [Double], width w: Double, height h: Double) -> FormatReading.Object {
    .init(category: "", numbers: n.indices.map { n[$0] * ($0 % 2 == 0 ? w : h) })
  }

  package static func expected(_ object: ViewObject, width: Int, height: Int) -> FormatReading.Object? {
    guard let mask = object.mask else { return nil }
    // From the pixels themselves; outlines need not be known.
    var corners: [Vector2] = []
    var p = 0
    for (i, count) in mask.counts.enumerated() {
      if i % 2 == 1 {
        for q in p..<(p + count) {
          let (u, v) = (Double(q / mask.height), Double(q % mask.height))
          if q == p || q == p + count - 1 || q % mask.height == 0 || q % mask.height == mask.height - 1 {
            corners += [[u, v], [u + 1, v], [u, v + 1], [u + 1, v + 1]]
          }
        }
      }
      p += count
    }
    let size = Vector2(Double(width), Double(height))
    let box = MinimumAreaRectangle(around: corners, within: (.zero, size))
    return box.map { .init(category: object.native.name, numbers: $0.corners.flatMap { [$0.x, $0.y] }) }
  }
}
