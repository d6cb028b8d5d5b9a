import Checks
import Diagnostics
import Encodings
import VectorMath

/// One `mav0` under examination.
struct EuRoCSequence {
  let folder: FormatFolder
  let path: String

  private struct Row {
    var place: String
    var stamp: Int
    var fields: [Substring]
  }

  func read(into reading: inout FormatReading, _ finding: inout CheckFinding) throws(DioramaError) {
    let cameras = folder.names(in: path).filter {
      folder.isFile("\(path)/\($0)/data.csv") && $0.hasPrefix("cam")
    }
    finding.expect(
      !cameras.isEmpty, Violation(item: path, found: "no camera", expected: "cam0/data.csv"))
    var states: [Int: (place: String, numbers: [Double])] = [:]
    for row in try rows("state_groundtruth_estimate0", columns: 8...17, &finding) {
      let numbers = row.fields.compactMap { FieldNumber.finite($0) }
      let norm = numbers.count >= 7 ? numbers[3..<7].reduce(0) { $0 + $1 * $1 } : 0
      finding.expect(
        numbers.count == row.fields.count && abs(norm - 1) < 1e-3,
        Violation(
          item: row.place, found: row.fields.joined(separator: ",").prefix(80) + "",
          expected: "finite numbers, the fourth to seventh a unit quaternion"))
      states[row.stamp] = (row.place, numbers)
    }
    var inertial: [(String, [Row])] = []
    for kind in folder.names(in: path)
    where kind.hasPrefix("imu") && folder.isFile("\(path)/\(kind)/data.csv") {
      let found = try rows(kind, columns: 7...7, &finding)
      for row in found {
        finding.expect(
          row.fields.allSatisfy { FieldNumber.finite($0) != nil },
          Violation(item: row.place, found: "\(row.fields)", expected: "six finite numbers"))
      }
      _ = try sensor(kind, &finding)
      inertial.append((kind, found))
    }
    for camera in cameras {
      let sensor = try sensor(camera, &finding)
      var next = inertial.map { _ in 0 }
      for row in try rows(camera, columns: 2...2, &finding) {
        let file = "\(path)/\(camera)/data/\(row.fields[0])"
        let size = FormatFolder.isInside(String(row.fields[0])) ? folder.pictureSize(file) : nil
        finding.expect(
          size != nil && size.map { [Double($0.width), Double($0.height)] } == sensor.resolution,
          Violation(
            item: row.place, found: size.map { "\($0.width) × \($0.height)" } ?? "no picture",
            expected: "\(file), \(sensor.resolution)"))
        var picture = FormatReading.Picture(width: size?.width ?? 0, height: size?.height ?? 0)
        picture.objects.append(
          .init(
            place: row.place, category: "camera",
            numbers: sensor.intrinsics + sensor.distortion + sensor.mount))
        let state = states[row.stamp]
        finding.expect(
          state != nil, Violation(item: row.place, found: "no state at \(row.stamp)", expected: "one"))
        picture.objects.append(
          .init(place: state?.place ?? row.place, category: "state", numbers: state?.numbers ?? []))
        if camera == "cam0" {
          // Readings belong to the first picture that is not earlier; rounding may make them some nanoseconds later.
          for (k, (kind, all)) in inertial.enumerated() {
            var numbers: [Double] = []
            let place = next[k] < all.count ? all[next[k]].place : row.place
            while next[k] < all.count, all[next[k]].stamp <= row.stamp + 10 {
              numbers +=
                [Double(all[next[k]].stamp)] + all[next[k]].fields.compactMap { FieldNumber.finite($0) }
              next[k] += 1
            }
            picture.objects.append(.init(place: place, category: kind, numbers: numbers))
          }
        }
        if FormatFolder.isInside(file) { reading.pictures[file] = picture }
      }
    }
  }

  /// The rows of a sensor's list with ascending times; others are reported.
  private func rows(
    _ sensor: String, columns: ClosedRange<Int>, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [Row] {
    let file = "\(path)/\(sensor)/data.csv"
    guard folder.isFile(file) else {
      finding.expect(false, Violation(item: file, found: "no such file", expected: "a list"))
      return []
    }
    var out: [Row] = []
    for line in try folder.lines(file) where !line.text.hasPrefix("#") {
      let place = "\(file):\(line.number)"
      let fields = line.text.split(separator: ",", omittingEmptySubsequences: false)
        .map { Substring($0.trimmingPrefix { $0 == " " }) }
      guard columns.contains(fields.count), let stamp = fields.first.flatMap({ Int($0) }),
        (0...(1 << 62)).contains(stamp)
      else {
        finding.expect(
          false,
          Violation(
            item: place, found: String(line.text.prefix(80)),
            expected: "\(columns.lowerBound) fields, first whole nanoseconds"))
        continue
      }
      finding.expect(
        out.last.map { $0.stamp < stamp } ?? true,
        Violation(item: place, found: "time \(stamp)", expected: "later than the line before"))
      out.append(Row(place: place, stamp: stamp, fields: Array(fields.dropFirst())))
    }
    return out
  }

  /// What a `sensor.yaml` says: a key's flow list, whatever stands around it.
  private func sensor(
    _ name: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> (
    mount: [Double], intrinsics: [Double], distortion: [Double], resolution: [Double]
  ) {
    let file = "\(path)/\(name)/sensor.yaml"
    guard folder.isFile(file) else {
      finding.expect(
        false, Violation(item: file, found: "no such file", expected: "the sensor's description"))
      return ([], [], [], [])
    }
    var lists: [String: [Double]] = [:]
    var open: (key: String, text: String)?
    for line in try folder.lines(file) {
      let text = line.text.prefix { $0 != "#" }
      if open == nil, let colon = text.firstIndex(of: ":"), text[colon...].contains("[") {
        let key = text[..<colon].split(separator: " ").joined()
        open = (key, String(text[text.index(after: colon)...]))
      } else if open != nil {
        open?.text += text
      }
      if let found = open, found.text.contains("]") {
        let words = found.text.split { "[], ".contains($0) }
        lists[found.key] = words.compactMap { FieldNumber.finite($0) }
        open = nil
      }
    }
    let mount = lists["data"] ?? []
    finding.expect(
      Self.isRigid(mount), Violation(item: file, found: "T_BS \(mount)", expected: "a rigid 4 × 4 matrix"))
    return (
      mount, lists["intrinsics"] ?? [], lists["distortion_coefficients"] ?? [], lists["resolution"] ?? []
    )
  }

  private static func isRigid(_ m: [Double]) -> Bool {
    guard m.count == 16, Array(m[12...]) == [0, 0, 0, 1] else { return false }
    let (x, y, z) = (Vector3(m[0], m[1], m[2]), Vector3(m[4], m[5], m[6]), Vector3(m[8], m[9], m[10]))
    return abs(length(x) - 1) < 1e-3 && abs(length(y) - 1) < 1e-3 && length(cross(x, y) - z) < 1e-3
  }
}
