import Diagnostics
import Encodings
import WorldModel

extension COCOFormat {
  /// The JSON files of both sides. A side without images gets none, but for the training instances.
  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var nextID = 1
    for side in SplitRule.Side.allCases.map(\.rawValue) {
      if try side == "val" && records.isEmpty("images/\(side)") { continue }
      let firstID = nextID
      try sink.write("annotations/instances_\(side).json") { put in
        try writeHead(put, side: side, records)
        try writeArray(put, "annotations", records, "annotations/\(side)") { text in
          defer { nextID += 1 }
          return numbered(text[..<(Self.separatorIndex(in: text) ?? text.endIndex)], nextID)
        }
        try put(",\n\"categories\":" + categoriesText(classes.detections).text + "}\n")
      }
      try writeKeypoints(records, side: side, firstID: firstID, into: sink)
      try writePanoptic(records, side: side, into: sink)
    }
  }

  private func writeKeypoints(
    _ records: any FormatRecordSource, side: String, firstID: Int, into sink: any FormatSink
  ) throws {
    var hasAny = false
    try records.forEach("annotations/\(side)") { hasAny = hasAny || Self.separatorIndex(in: $0) != nil }
    guard hasAny else { return }
    try sink.write("annotations/person_keypoints_\(side).json") { put in
      try writeHead(put, side: side, records)
      var id = firstID
      try writeArray(put, "annotations", records, "annotations/\(side)") { text in
        defer { id += 1 }
        return Self.separatorIndex(in: text).map { numbered(text[text.utf8.index(after: $0)...], id) }
      }
      let person = JSONText.object([
        ("id", .int(Self.personID)), ("name", .string("person")), ("supercategory", .string("person")),
        ("keypoints", .array(COCOSkeleton.points.map(JSONText.string))),
        ("skeleton", .array(COCOSkeleton.bones.map { .array([.int($0.0), .int($0.1)]) })),
      ])
      try put(",\n\"categories\":[" + person.text + "]}\n")
    }
  }

  private func writePanoptic(
    _ records: any FormatRecordSource, side: String, into sink: any FormatSink
  ) throws {
    if try records.isEmpty("panoptic/\(side)") { return }
    try sink.write("annotations/panoptic_\(side).json") { put in
      try writeHead(put, side: side, records)
      try writeArray(put, "annotations", records, "panoptic/\(side)")
      try put(",\n\"categories\":" + categoriesText(classes.panoptics, isThing: true).text + "}\n")
    }
  }

  private func writeHead(
    _ put: (String) throws -> Void, side: String, _ records: any FormatRecordSource
  ) throws {
    let info = JSONText.object([
      ("description", .string(options.title)), ("version", .string("1.0")),
      ("contributor", .string("Diorama")),
    ])
    let license = JSONText.object([("id", .int(0)), ("name", .string("")), ("url", .string(""))])
    try put("{\"info\":" + info.text + ",\n\"licenses\":[" + license.text + "],\n")
    try writeArray(put, "images", records, "images/\(side)")
    try put(",\n")
  }

  /// `"key":[…]`, one item a line: each record of a stream as `item` turns it, `nil` = none.
  private func writeArray(
    _ put: (String) throws -> Void, _ key: String, _ records: any FormatRecordSource, _ stream: String,
    item: (String) -> String? = { $0 }
  ) throws {
    try put("\"\(key)\":[")
    var isFirst = true
    try records.forEach(stream) { record in
      guard let text = item(record) else { return }
      try put((isFirst ? "\n" : ",\n") + text)
      isFirst = false
    }
    try put("]")
  }

  /// An object's text with the member `id` put first.
  private func numbered(_ object: Substring, _ id: Int) -> String { "{\"id\":\(id)," + object.dropFirst() }

  /// The list of categories.
  func categoriesText(_ categories: [COCOClasses.Category], isThing: Bool = false) -> JSONText {
    .array(
      categories.map { c in
        var members: [(String, JSONText)] = [
          ("id", .int(c.id)), ("name", .string(c.name)), ("supercategory", .string(c.group)),
        ]
        if isThing { members.append(("isthing", .int(c.isThing ? 1 : 0))) }
        return .object(members)
      })
  }

  /// Where the person's text begins to be parted from the instance's, if there is one.
  private static func separatorIndex(in text: String) -> String.Index? {
    separator.utf8.first.flatMap { text.utf8.firstIndex(of: $0) }
  }
}
