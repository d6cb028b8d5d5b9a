import Annotations
import Checks
import Encodings
import Geometry
import VectorMath

/// One object of an instance or key point file under examination.
struct COCOAnnotation {
  let file: COCOFile
  let image: COCOFile.Image
  let place: String

  private func wrong(_ found: String, _ expected: String) -> Violation {
    file.violation(place, found: found, expected: expected)
  }

  /// - Returns: what the annotation says; `nil` when it lacks a class or a box.
  func examine(_ item: JSONTree, into finding: inout CheckFinding) -> FormatReading.Object? {
    guard let categoryID = item["category_id"]?.whole, let category = file.categories[categoryID] else {
      finding.expect(
        false,
        wrong(
          "category_id \(item["category_id"]?.number.map { "\($0)" } ?? "missing")",
          "the id of a listed category"))
      return nil
    }
    guard let box = item["bbox"]?.numbers, box.count == 4 else {
      finding.expect(false, wrong("no bbox of four finite numbers", "[x, y, width, height]"))
      return nil
    }
    // COCO's own files are rounded to hundredths.
    let slack = 0.02
    finding.expect(
      box[2] > 0 && box[3] > 0 && box[0] >= -slack && box[1] >= -slack
        && box[0] + box[2] <= Double(image.width) + slack && box[1] + box[3] <= Double(image.height) + slack,
      wrong("bbox \(box)", "a box inside \(image.width) × \(image.height)"))
    let area = item["area"]?.number
    finding.expect(
      area.map { $0 >= 0 } ?? false,
      wrong("area \(area.map { "\($0)" } ?? "missing")", "a finite number from 0"))
    var object = FormatReading.Object(
      place: "\(file.path), \(place)", category: category.name, box: box, numbers: [area ?? -1])
    if let segmentation = item["segmentation"] {
      object.shape = shape(segmentation, area ?? -1, box, &finding)
    }
    if let keypoints = item["keypoints"] {
      object.numbers += points(keypoints, item["num_keypoints"]?.whole, category, &finding)
    }
    return object
  }

  private func shape(
    _ item: JSONTree, _ area: Double, _ box: [Double], _ finding: inout CheckFinding
  ) -> FormatReading.Shape? {
    if item.isObject {
      guard let mask = runs(item) else {
        finding.expect(
          false,
          wrong(
            "run lengths that do not decode", "counts that fill [\(image.height), \(image.width)] exactly"))
        return nil
      }
      finding.expect(
        Double(mask.area) == area, wrong("area \(area)", "\(mask.area), the pixels of the run lengths"))
      let bounds = mask.bounds
      let tight = bounds.map { [$0.x, $0.y, $0.width, $0.height].map(Double.init) } ?? []
      finding.expect(
        tight.count == 4 && zip(tight, box).allSatisfy { abs($0 - $1) <= 0.5 },
        wrong("bbox \(box)", "\(tight), around the run lengths"))
      return .runs(mask)
    }
    guard let items = item.items, !items.isEmpty else {
      finding.expect(false, wrong("an empty segmentation", "run lengths or polygons"))
      return nil
    }
    var rings: [[Vector2]] = []
    for polygon in items {
      guard let numbers = polygon.numbers, numbers.count >= 6, numbers.count % 2 == 0 else {
        finding.expect(
          false, wrong("a polygon that is no list of three or more pairs of finite numbers", "x, y, x, y, …"))
        return nil
      }
      rings.append(stride(from: 0, to: numbers.count, by: 2).map { Vector2(numbers[$0], numbers[$0 + 1]) })
    }
    let (w, h) = (Double(image.width), Double(image.height))
    let outside = rings.joined().first { $0.x < -0.02 || $0.y < -0.02 || $0.x > w + 0.02 || $0.y > h + 0.02 }
    finding.expect(
      outside == nil,
      wrong(
        "a corner at \(outside.map { "(\($0.x), \($0.y))" } ?? "")", "inside \(image.width) × \(image.height)"
      ))
    guard outside == nil else { return .rings(rings) }
    // Along pixel edges the count is exact; other outlines cut pixels, and may overlap each other.
    let isExact = rings.joined().allSatisfy { $0.x == $0.x.rounded() && $0.y == $0.y.rounded() }
    var filled = 0
    PolygonFill.spans(of: rings, width: image.width, height: image.height) { filled += $1.count }
    let outline = rings.reduce(0.0) { $0 + Polygon($1).perimeter }
    let slack = isExact && rings.count == 1 ? 0 : outline + 2
    finding.expect(
      abs(Double(filled) - area) <= slack, wrong("area \(area)", "\(filled), the pixels inside the polygons"))
    return .rings(rings)
  }

  /// Run lengths as a list or as maskApi's string.
  private func runs(_ item: JSONTree) -> RunLengthMask? {
    guard item["size"]?.numbers == [Double(image.height), Double(image.width)] else { return nil }
    if let text = item["counts"]?.text {
      return RunLengthMask(compressed: text, height: image.height, width: image.width)
    }
    guard let numbers = item["counts"]?.numbers else { return nil }
    let total = image.height * image.width
    var (counts, sum): ([Int], Int) = ([], 0)
    counts.reserveCapacity(numbers.count)
    for number in numbers {
      guard let count = FieldNumber.whole(number), count >= 0, count <= total - sum else { return nil }
      counts.append(count)
      sum += count
    }
    return sum == total ? RunLengthMask(height: image.height, width: image.width, counts: counts) : nil
  }

  private func points(
    _ item: JSONTree, _ declared: Int?, _ category: COCOFile.Category, _ finding: inout CheckFinding
  ) -> [Double] {
    guard let numbers = item.numbers, numbers.count % 3 == 0,
      category.points.map({ $0 * 3 == numbers.count }) ?? true
    else {
      finding.expect(
        false,
        wrong(
          "\(item.items?.count ?? 0) numbers of key points",
          "three finite ones for each of \(category.points.map(String.init) ?? "its") points"))
      return []
    }
    var labelled = 0
    var fault: String?
    for i in stride(from: 0, to: numbers.count, by: 3) {
      let (x, y, v) = (numbers[i], numbers[i + 1], numbers[i + 2])
      if v > 0 { labelled += 1 }
      let holds =
        v == 0
        ? x == 0 && y == 0
        : (v == 1 || v == 2) && x >= 0 && y >= 0 && x <= Double(image.width) && y <= Double(image.height)
      if !holds, fault == nil { fault = "point \(i / 3) at (\(x), \(y)) with \(v)" }
    }
    finding.expect(fault == nil, wrong(fault ?? "", "0 0 0, or a point inside the image with 1 or 2"))
    finding.expect(
      declared == labelled,
      wrong("num_keypoints \(declared.map(String.init) ?? "missing")", "\(labelled)"))
    return numbers
  }
}
