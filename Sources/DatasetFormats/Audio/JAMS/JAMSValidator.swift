import Annotations
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for JAMS of any maker: files `*.jams`, at most six folders deep.
package struct JAMSValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-jams", name: "jams-is-well-formed",
    summary:
      "JAMS: files have a duration, annotations a namespace and observations with time and duration that lie in the file; values of scaper repeat their times; the sound, where it is named, lasts as long.",
    unit: "files and observations")
  package static let matched = CheckRule(
    id: "visual-54-jams-native", name: "jams-matches-native",
    summary: "JAMS read back has the native recordings' sound and events to the sample.",
    unit: "recordings and events")

  /// Of seconds with nine decimals.
  package static let slack = 1e-9

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = try folder.listed(".jams", as: "JAMS files", each: "a JAMS file", &finding)
    for path in files {
      let tree = try JSONTree(try folder.bytes(path), name: path)
      let duration = tree["file_metadata"]?["duration"]?.number ?? -1
      finding.expect(
        duration >= 0 && tree["annotations"]?.items != nil && tree["sandbox"]?.isObject ?? false,
        Violation(
          item: path, found: "duration \(duration)",
          expected: "file_metadata.duration, annotations and sandbox"))
      let sound = tree["file_metadata"]?["identifiers"]?["audio"]?.text
      var picture = sound.flatMap { folder.sound($0, place: path, &finding) }
      let rate = picture?.objects.first?.numbers.first ?? 0
      if let picture, rate > 0 {
        finding.expect(
          abs(Double(picture.width) / rate - duration) <= 0.5 / rate,
          Violation(
            item: path, found: "duration \(duration)",
            expected: "the sound's, \(Double(picture.width) / rate)"))
      }
      for (n, annotation) in (tree["annotations"]?.items ?? []).enumerated() {
        observations(annotation, "\(path), annotation \(n)", duration, &picture, &finding)
      }
      if let picture { reading.pictures[sound ?? path] = picture }
    }
    return reading
  }

  private func observations(
    _ annotation: JSONTree, _ place: String, _ duration: Double, _ picture: inout FormatReading.Picture?,
    _ finding: inout CheckFinding
  ) {
    let namespace = annotation["namespace"]?.text
    let data = annotation["data"]?.items
    finding.expect(
      namespace != nil && data != nil && annotation["annotation_metadata"]?.isObject ?? false,
      Violation(
        item: place, found: namespace ?? "no namespace", expected: "a namespace, data and annotation_metadata"
      ))
    for (k, item) in (data ?? []).enumerated() {
      let place = "\(place), observation \(k)"
      let (time, length, value) = (item["time"]?.number, item["duration"]?.number, item["value"])
      guard let time, let length, let value, time >= 0, length >= 0, time + length <= duration + 1e-6 else {
        finding.expect(
          false,
          Violation(
            item: place, found: "time \(time ?? .nan), duration \(length ?? .nan)",
            expected: "a stretch of 0 to \(duration) s with a value"))
        continue
      }
      finding.pass(1)
      var name = value.text ?? ""
      if namespace == "scaper" {
        name = value["label"]?.text ?? ""
        finding.expect(
          !name.isEmpty && ["foreground", "background"].contains(value["role"]?.text)
            && value["event_time"]?.number == time && value["event_duration"]?.number == length,
          Violation(
            item: place,
            found: "\(name), \(value["role"]?.text ?? "no role"), \(value["event_time"]?.number ?? .nan)",
            expected: "a label, a role, and the observation's times"))
        name += value["role"]?.text == "background" ? " (background)" : ""
      }
      picture?.objects.append(
        .init(place: place, category: "\(namespace ?? "") \(name)", numbers: [time, length]))
    }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      var picture = try heard.nativeSound()
      for namespace in ["scaper", "segment_open"] {
        for one in heard.events {
          let mark = namespace == "scaper" && one.event.isBackground ? " (background)" : ""
          picture.objects.append(
            .init(
              category: "\(namespace) \(one.event.kind)\(mark)",
              numbers: [heard.seconds(one.range.lowerBound), heard.seconds(one.range.count)]))
        }
      }
      var kinds: Set<String> = []
      for one in heard.events where kinds.insert(one.event.kind).inserted {
        picture.objects.append(
          .init(category: "tag_open \(one.event.kind)", numbers: [0, heard.label.duration]))
      }
      out["audio/\(heard.nativeName)"] = picture
    }
    return out
  }
}
