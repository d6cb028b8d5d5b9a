import Annotations
import AudioFiles
import Diagnostics
import Encodings
package import WorldModel

/// DCASE sound event localisation and detection with distances, as the task of 2024 has it (STARSS23, Shimada et al. 2023).
///
/// - `foa_dev/dev-{train,test}/*.wav`: ambisonic recordings, AmbiX (W, Y, Z, X; SN3D), 24 kHz, 16 bits. `mic_dev/…`: those
///   of the tetrahedral array. Arrays of other shapes the format cannot express.
/// - `metadata_dev/dev-{train,test}/*.csv` without header: frame of 100 ms, class, source, azimuth and elevation in
///   degrees (counter-clockwise from the front; up), distance in cm. Whole numbers (`SELDFrames`). Any number of sources
///   may sound at once.
/// - `events_dev/dev-{train,test}/*.csv`, which is ours: a row an event with its onset and offset in seconds, six
///   decimals, and the entity that pictures know.
/// - `class_map.csv`: numbers and names of classes (`SELDClasses`).
///
/// Names are `foldF_roomR_mixM_SENSOR`: fold 3 trains, fold 4 tests; R is the sequence, M the sample.
package struct SELDFormat: DatasetFormat {
  package static let name = "dcase-seld"
  package static let summary = "DCASE sound event localisation: ambisonics, directions and distances a frame"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { SELDValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 24_000, encoding: .wav16)

  /// The kind of array that a recording must be of; `nil` for others.
  static func folder(_ heard: HeardRecording) -> String? {
    guard heard.recording.channels.count == 4 else { return nil }
    switch heard.label.microphones.name {
    case "ambisonic": return "foa_dev"
    case "tetrahedral": return "mic_dev"
    default: return nil
    }
  }

  /// Side and name without ending.
  static func stem(_ heard: HeardRecording) -> String {
    let isTest = heard.side == SplitRule.Side.val.rawValue
    return "dev-\(isTest ? "test" : "train")/fold\(isTest ? 4 : 3)_room\(FileNames.number(heard.sequence))"
      + "_mix\(FileNames.number(heard.sample))_\(FileNames.component(heard.recording.sensor))"
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      guard let folder = Self.folder(heard) else {
        out.warnings.append(
          Warning(
            "\(Self.name): the array '\(heard.recording.sensor)' is neither ambisonic nor tetrahedral, and is left out"
          ))
        return
      }
      let stem = Self.stem(heard)
      let path = "\(folder)/\(stem).wav"
      out.files.append(try Self.copy.file(path, try Self.copy.clip(heard, isMono: false)))
      let frames = SELDFrames(heard)
      if frames.directionless > 0 {
        out.warnings.append(
          Warning(
            "\(Self.name): events too short to have a direction are left out"))
      }
      out.records.append(FormatRecord("clips", stem))
      for row in frames.rows {
        let numbers = "\(row.frame),\(row.source),\(row.azimuth),\(row.elevation),\(row.centimetres)"
        out.records.append(FormatRecord("rows", "\(stem)|\(numbers)|\(row.name)"))
      }
      var events = "event,entity,class,kind,onset,offset\n"
      for one in heard.events {
        let times = [one.range.lowerBound, one.range.upperBound]
          .map { DecimalText.fixed(heard.seconds($0), 6) }
        events += "\(one.event.id),\(one.event.entity.map(String.init) ?? "")"
        events += ",\"\(SELDClasses.name(one.event))\",\(one.event.kind),\(times[0]),\(times[1])\n"
      }
      out.files.append(FormatFile("events_dev/\(stem).csv", text: events))
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var found: Set<String> = []
    try records.forEach("rows", fields: 3) { found.insert(String($0[2])) }
    let classes = SELDClasses.list(found)
    let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($0.element, $0.offset) })
    try sink.write("class_map.csv") { put in
      try put("index,class\n")
      for (number, name) in classes.enumerated() { try put("\(number),\"\(name)\"\n") }
    }
    var lines = SequenceFolders<[(key: [Int], text: String)]>()
    try records.forEach("clips") { lines.update($0, new: []) { _ in } }
    try records.forEach("rows", fields: 3) { fields in
      let values = fields[1].split(separator: ",").compactMap { Int($0) }
      guard values.count == 5, let number = numbers[String(fields[2])] else { return }
      let text = "\(values[0]),\(number),\(values[1]),\(values[2]),\(values[3]),\(values[4])\n"
      lines.update(fields[0], new: []) { $0.append(([values[0], number, values[1]], text)) }
    }
    try lines.forEach { stem, rows in
      try sink.write("metadata_dev/\(stem).csv") { put in
        for row in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) { try put(row.text) }
      }
    }
  }
}
