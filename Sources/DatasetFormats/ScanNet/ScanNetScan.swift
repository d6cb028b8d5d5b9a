import Checks
import Diagnostics
import Encodings
import Imaging
import VectorMath

/// One scan under examination.
struct ScanNetScan {
  let folder: FormatFolder
  let path: String
  let name: String
  /// By id; `nil` = not listed.
  let categories: [Int: String]?

  func read(into reading: inout FormatReading, _ finding: inout CheckFinding) throws(DioramaError) {
    let lens = numbers("\(path)/intrinsic/intrinsic_depth.txt")
    fault(
      lens?.count == 16 && (lens?[0] ?? 0) > 0 && (lens?[5] ?? 0) > 0, "\(path)/intrinsic",
      "\(lens ?? [])", "4 × 4 with focal lengths above 0", &finding)
    var classes: [UInt16: UInt16] = [:]
    for file in folder.names(in: "\(path)/color") {
      let (picture, n) = ("\(path)/color/\(file)", file.prefix { $0 != "." })
      guard let size = folder.pictureSize(picture), Int(n) != nil else {
        fault(false, picture, "no picture with a number", "N.jpg", &finding)
        continue
      }
      var out = FormatReading.Picture(width: size.width, height: size.height)
      let pose = numbers("\(path)/pose/\(n).txt")
      fault(
        pose.map { Self.isRigid($0) || $0.contains { !$0.isFinite } } ?? false, "\(path)/pose/\(n).txt",
        "\(pose ?? [])", "a rigid 4 × 4 matrix, or infinite where tracking was lost", &finding)
      let k = lens.map { $0.count == 16 ? [$0[0], $0[5], $0[2], $0[6]] : [] } ?? []
      out.objects.append(.init(place: "\(path)/pose/\(n).txt", category: "camera", numbers: k + (pose ?? [])))
      var maps: [[UInt16]] = []
      for kind in ["depth", "label-filt", "instance-filt"] {
        let place = "\(path)/\(kind)/\(n).png"
        let values = values(place)
        // Depth of the sensor is smaller than colour; labels are as colour is.
        fault(
          values.map { kind == "depth" || ($0.width == size.width && $0.height == size.height) } ?? false,
          place,
          "no grey picture of the colour's size", "one", &finding)
        out.objects.append(
          .init(place: place, category: kind, numbers: PictureDigest.numbers(values?.values ?? [])))
        maps.append(values?.values ?? [])
      }
      if let categories {
        let unknown = PixelCodes.distinct(maps[1]).subtracting([0]).filter { categories[Int($0)] == nil }
        fault(
          unknown.isEmpty, "\(path)/label-filt/\(n).png", "categories \(unknown.sorted())", "listed ones",
          &finding)
      }
      if maps[1].count == maps[2].count {
        var torn: Set<UInt16> = []
        for pair in PixelCodes.pairs(maps[1], maps[2]) {
          if classes.updateValue(pair.x, forKey: pair.y).map({ $0 != pair.x }) ?? false {
            torn.insert(pair.y)
          }
        }
        fault(
          torn.isEmpty, "\(path)/instance-filt/\(n).png", "instances \(torn.sorted()) with two categories",
          "one each", &finding)
      }
      reading.pictures[picture] = out
    }
    try mesh(classes, &finding)
  }

  private func mesh(_ classes: [UInt16: UInt16], _ finding: inout CheckFinding) throws(DioramaError) {
    let (segs, groups) = (
      "\(path)/\(name)_vh_clean_2.0.010000.segs.json", "\(path)/\(name).aggregation.json"
    )
    guard folder.isFile(segs), folder.isFile(groups) else { return }
    let indices = try JSONTree(try folder.bytes(segs), name: segs)["segIndices"]?.numbers ?? []
    for kind in ["", ".labels"] {
      let file = "\(path)/\(name)_vh_clean_2\(kind).ply"
      let places = (try? folder.bytes(file)).flatMap { PLYVertices.places($0) }
      fault(
        places?.count == indices.count, file, "\(places?.count ?? -1) vertices",
        "\(indices.count), as in segs",
        &finding)
    }
    var owner: [Int: Int] = [:]
    let known = Set(indices.compactMap { FieldNumber.whole($0) })
    for (i, group) in (try JSONTree(try folder.bytes(groups), name: groups)["segGroups"]?.items ?? [])
      .enumerated()
    {
      let place = "\(groups): group \(i)"
      let parts = (group["segments"]?.numbers ?? []).compactMap { FieldNumber.whole($0) }
      let id = group["objectId"]?.whole ?? -1
      fault(id >= 0 && !parts.isEmpty, place, "objectId \(id), \(parts.count) segments", "both", &finding)
      for part in parts {
        fault(
          known.contains(part) && owner.updateValue(id, forKey: part) == nil, place, "segment \(part)",
          "one of the mesh, in no other group", &finding)
      }
      guard let label = group["label"]?.text else {
        fault(false, place, "no label", "one", &finding)
        continue
      }
      // A thing's pixels say the same.
      if let categories, id < 65_535, let raw = classes[UInt16(max(0, id) + 1)] {
        fault(
          categories[Int(raw)] == label, place, "label \(label)", categories[Int(raw)] ?? "\(raw)", &finding)
      }
    }
  }

  private func fault(
    _ holds: Bool, _ place: String, _ found: @autoclosure () -> String, _ expected: @autoclosure () -> String,
    _ finding: inout CheckFinding
  ) {
    finding.expect(
      holds,
      holds
        ? Violation(found: "", expected: "") : Violation(item: place, found: found(), expected: expected()))
  }

  /// All numbers of a text file, also infinite ones; `nil` when something else is in it.
  private func numbers(_ file: String) -> [Double]? {
    guard let lines = try? folder.lines(file) else { return nil }
    var out: [Double] = []
    for line in lines {
      for word in line.text.split(whereSeparator: \.isWhitespace) {
        if let number = FieldNumber.finite(word) {
          out.append(number)
        } else if ["inf", "-inf", "nan", "-nan"].contains(word.lowercased()) {
          out.append(.infinity)
        } else {
          return nil
        }
      }
    }
    return out
  }

  private func values(_ file: String) -> Raster<UInt16>? {
    guard let bytes = try? folder.bytes(file), let raster = try? ImageFile.decode(bytes, name: file) else {
      return nil
    }
    switch raster {
    case .uint16(let r) where r.channels == 1: return r
    case .uint8(let r) where r.channels == 1:
      return PixelCodes.widened(r)
    default: return nil
    }
  }

  private static func isRigid(_ m: [Double]) -> Bool {
    guard m.count == 16, Array(m[12...]) == [0, 0, 0, 1] else { return false }
    let (x, y, z) = (Vector3(m[0], m[1], m[2]), Vector3(m[4], m[5], m[6]), Vector3(m[8], m[9], m[10]))
    return abs(length(x) - 1) < 1e-3 && abs(length(y) - 1) < 1e-3 && length(cross(x, y) - z) < 1e-3
  }
}
