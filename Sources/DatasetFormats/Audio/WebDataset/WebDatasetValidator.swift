import Annotations
import AudioFiles
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for WebDataset shards of sound, whoever made them: `*.tar` in the folder.
package struct WebDatasetValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-webdataset", name: "webdataset-is-well-formed",
    summary:
      "WebDataset: listed shards exist and are whole tar archives, members of one key follow each other, each key has a sound that opens, and JSON parses.",
    unit: "shards and members")
  package static let matched = CheckRule(
    id: "visual-54-webdataset-native", name: "webdataset-matches-native",
    summary: "WebDataset shards read back have the native recordings' sound, words and events.",
    unit: "recordings and events")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let shards = folder.names(in: "").filter { $0.hasSuffix(".tar") && folder.isFile($0) }
    let lists = ["train.txt", "val.txt"].filter { folder.isFile($0) }
    guard !shards.isEmpty || !lists.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no shards", remedy: "Name the folder with *.tar in it.")
    }
    finding.applied += 1
    for list in lists {
      for line in try folder.lines(list) {
        finding.expect(
          shards.contains(String(line.text)),
          Violation(item: "\(list):\(line.number)", found: String(line.text.prefix(60)), expected: "a shard"))
      }
    }
    for shard in shards {
      guard let members = Tar.members(try folder.bytes(shard)) else {
        finding.expect(false, Violation(item: shard, found: "no whole tar archive", expected: "one"))
        continue
      }
      var done: Set<Substring> = []
      var last: Substring = ""
      for member in members {
        let key = member.name.prefix { $0 != "." }
        finding.expect(
          !key.isEmpty && !done.contains(key),
          Violation(
            item: "\(shard), \(member.name)", found: "\(key) again", expected: "members of a key together"))
        if key != last, !last.isEmpty { done.insert(last) }
        last = key
        self.member(member, String(key), shard, &reading, &finding)
      }
      for key in Set(members.map { $0.name.prefix { $0 != "." } }).sorted() {
        finding.expect(
          reading.pictures["\(shard)/\(key)"] != nil,
          Violation(item: "\(shard), \(key)", found: "no sound", expected: "one"))
      }
    }
    return reading
  }

  private func member(
    _ member: (name: String, bytes: ArraySlice<UInt8>), _ key: String, _ shard: String,
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    let place = "\(shard), \(member.name)"
    let path = "\(shard)/\(key)"
    if FormatFolder.isSound(member.name) {
      let clip = try? AudioReader.decode(Array(member.bytes), name: place, mostSamples: 1 << 28)
      finding.expect(clip != nil, Violation(item: place, found: "no sound", expected: "one"))
      if let clip { reading.pictures[path] = FormatReading.Picture(sound: clip) }
    } else if member.name.hasSuffix(".json") {
      let tree = try? JSONTree(Array(member.bytes), name: place)
      finding.expect(tree != nil, Violation(item: place, found: "no JSON", expected: "a document"))
      for event in tree?["events"]?.items ?? [] {
        let numbers = (event["onsets"]?.numbers ?? []) + (event["offsets"]?.numbers ?? [])
        reading.pictures[path]?.objects.append(
          .init(place: place, category: event["kind"]?.text ?? "", numbers: numbers))
      }
    } else if member.name.hasSuffix(".txt") {
      let text = String(decoding: member.bytes, as: UTF8.self)
      reading.pictures[path]?.objects.append(.init(place: place, category: "says: \(text)"))
    }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      var picture = try heard.nativeSound()
      for event in heard.label.events {
        picture.objects.append(
          .init(category: event.kind, numbers: (event.onsets + event.offsets).map(Double.init)))
      }
      picture.objects.append(.init(category: "says: \(WebDatasetFormat.text(heard))"))
      out["\(heard.side)-\(FileNames.number(heard.sample)).tar/\(heard.stem.replacing(".", with: "_"))"] =
        picture
    }
    return out
  }
}
