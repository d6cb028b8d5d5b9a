import Annotations
import Encodings
package import WorldModel

/// JAMS 0.3.4 (Humphrey et al. 2014), a file a recording: `jams/STEM.jams` beside `audio/STEM.flac`, which is native.
///
/// Annotations are of the namespaces `scaper` (label, times, ratio to all else, role), `segment_open` (a class a stretch),
/// and `tag_open` (a class that occurs). Times are seconds from the recording's start with nine decimals, which name
/// every sample. What JAMS has no field for is in the sandboxes: directions, entities, room, loudness, captions.
package struct JAMSFormat: DatasetFormat {
  package static let name = "jams"
  package static let summary = "JAMS: events of soundscapes as scaper, segment_open and tag_open"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { JAMSValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  /// Finite decimals enough to name every sample.
  static let decimals = 9

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      out.files.append(.sound("audio/\(heard.nativeName)", heard))
      out.files.append(FormatFile("jams/\(heard.stem).jams", text: document(heard).text + "\n"))
      out.records.append(FormatRecord("files", "jams/\(heard.stem).jams"))
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try sink.write("files.txt") { put in try records.forEach("files") { try put($0 + "\n") } }
  }

  private func document(_ heard: HeardRecording) -> JSONText {
    let duration = JSONText.number(heard.label.duration, decimals: Self.decimals)
    return .object([
      (
        "annotations",
        .array([
          annotation("scaper", heard, heard.events.map { observation($0, heard, Self.scaper($0, heard)) }),
          annotation(
            "segment_open", heard, heard.events.map { observation($0, heard, .string($0.event.kind)) }),
          annotation("tag_open", heard, Self.tags(heard)),
        ])
      ),
      (
        "file_metadata",
        .object([
          ("title", .string(heard.stem)), ("artist", .string("")), ("release", .string(options.title)),
          ("duration", duration), ("identifiers", .object([("audio", .string("audio/\(heard.nativeName)"))])),
          ("jams_version", .string("0.3.4")),
        ])
      ),
      ("sandbox", .object([("diorama", Self.surroundings(heard))])),
    ])
  }

  private func annotation(_ namespace: String, _ heard: HeardRecording, _ data: [JSONText]) -> JSONText {
    let nobody = JSONText.object([("name", .string("")), ("email", .string(""))])
    return .object([
      (
        "annotation_metadata",
        .object([
          ("curator", nobody), ("annotator", .object([])), ("version", .string("1.0")),
          ("corpus", .string(options.title)), ("annotation_tools", .string("Diorama")),
          ("annotation_rules", .string("direct sound at the first microphone")), ("validation", .string("")),
          ("data_source", .string("program")),
        ])
      ),
      ("namespace", .string(namespace)), ("data", .array(data)), ("sandbox", .object([])), ("time", .int(0)),
      ("duration", .number(heard.label.duration, decimals: Self.decimals)),
    ])
  }

  private func observation(_ one: HeardEvent, _ heard: HeardRecording, _ value: JSONText) -> JSONText {
    .object([
      ("time", .number(heard.seconds(one.range.lowerBound), decimals: Self.decimals)),
      ("duration", .number(heard.seconds(one.range.count), decimals: Self.decimals)), ("value", value),
      ("confidence", .number(1, decimals: 1)),
    ])
  }

  private static func scaper(_ one: HeardEvent, _ heard: HeardRecording) -> JSONText {
    .object([
      ("label", .string(one.event.kind)), ("source_file", .string(one.event.source)),
      ("source_time", .int(0)),
      ("event_time", .number(heard.seconds(one.range.lowerBound), decimals: decimals)),
      ("event_duration", .number(heard.seconds(one.range.count), decimals: decimals)),
      ("snr", one.event.signalToNoise.map { .number($0, decimals: 3) } ?? .int(0)),
      ("role", .string(one.event.isBackground ? "background" : "foreground")), ("pitch_shift", .null),
      ("time_stretch", .null),
    ])
  }

  private static func tags(_ heard: HeardRecording) -> [JSONText] {
    var kinds: [String] = []
    for one in heard.events where !kinds.contains(one.event.kind) { kinds.append(one.event.kind) }
    return kinds.map { kind in
      .object([
        ("time", .int(0)), ("duration", .number(heard.label.duration, decimals: decimals)),
        ("value", .string(kind)), ("confidence", .number(1, decimals: 1)),
      ])
    }
  }

  /// What only we know.
  private static func surroundings(_ heard: HeardRecording) -> JSONText {
    let label = heard.label
    return .object([
      ("start", .number(label.start, decimals: 9)), ("rate", .int(label.rate)),
      ("sensor", .string(heard.recording.sensor)), ("array", .string(label.microphones.name)),
      ("convention", label.microphones.convention.map(JSONText.string) ?? .null),
      ("space", .string(label.space.kind)),
      ("loudness_lufs", label.loudness.map { .number($0, decimals: 3) } ?? .null),
      ("pascals", .number(label.pascals, decimals: 9)),
      (
        "captions",
        .array(
          label.captions.map {
            .object([("language", .string($0.language)), ("text", .string($0.text))])
          })
      ),
      ("events", .array(heard.events.map { event($0.event, label) })),
    ])
  }

  private static func event(_ event: SoundEvent, _ label: RecordingLabel) -> JSONText {
    .object([
      ("id", .int(event.id)), ("entity", event.entity.map(JSONText.int) ?? .null),
      ("kind", .string(event.kind)), ("level_db_spl", event.level.map { .number($0, decimals: 3) } ?? .null),
      ("emission", .array([event.emissionStart, event.emissionEnd].map { .number($0, decimals: 9) })),
      ("onsets", .array(event.onsets.map(JSONText.int))),
      ("offsets", .array(event.offsets.map(JSONText.int))),
      ("is_anomaly", .bool(event.isAnomaly)),
      (
        "directions",
        .array(
          event.directions.map { way in
            let angles = [way.azimuth, way.elevation].map { JSONText.number($0, decimals: 4) }
            return .array(
              [.number(way.time - label.start, decimals: 4)] + angles
                + [way.distance, way.radialVelocity].map { .number($0, decimals: 4) })
          })
      ),
    ])
  }
}
