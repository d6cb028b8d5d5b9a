import Annotations
import Encodings
import GroundedLanguage
import JSON
package import WorldModel

/// COCO captions (cocodataset.org, data format): sentences of pictures, a folder a language.
///
/// `images/{train,val}/*.png`, `LANGUAGE/captions_{train,val}.json` and `languages.txt`. Image ids are those of the format
/// `coco`; a caption's id is image id × 1000 + its number in the view, the same in every language. Each caption has, under
/// `diorama`, its `kind` (`global`, `regional`, `relational`) and `phrases`: code points `start ..< end` with the instances
/// that they speak of.
package struct COCOCaptionsFormat: DatasetFormat {
  package static let name = "coco-captions"
  package static let summary =
    "COCO captions, each phrase with what it speaks of, a folder a language"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = [CaptionLabel.name]
  /// Sentences need no lens.
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { COCOCaptionsValidator() }

  let options: FormatOptions
  private let instances: COCOFormat

  package init(options: FormatOptions) {
    self.options = options
    instances = COCOFormat(options: options)
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofWords: [CaptionLabel.self], in: sample, options, for: Self.name) {
      out, view, picture in
      out.records.append(
        FormatRecord(
          "images/\(picture.side)",
          instances.imageText(picture.id, picture.stem, view: view, sample: sample).text))
      for (n, entry) in (view.labels[CaptionLabel.self]?.entries ?? []).enumerated() {
        for tongue in Tongue.allCases {
          guard let said = entry.texts.said(in: tongue) else { continue }
          out.records.append(
            FormatRecord(
              "captions/\(tongue.rawValue)/\(picture.side)",
              Self.annotation(said, entry.kind, id: try picture.number(n), image: picture.id).text))
        }
      }
    }
  }

  private static func annotation(_ said: GroundedText, _ kind: String, id: Int, image: Int) -> JSONText {
    .object([
      ("id", .int(id)), ("image_id", .int(image)), ("caption", .string(said.text)),
      (
        "diorama",
        .object([
          ("kind", .string(kind)),
          (
            "phrases",
            .array(
              said.phrases.map { phrase in
                .object([
                  ("start", .int(phrase.start)), ("end", .int(phrase.end)),
                  ("instances", .array(phrase.objects.map { .int(Int($0)) })),
                ])
              })
          ),
        ])
      ),
    ])
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    let tongues = try records.tongues(of: "captions")
    try sink.writeLanguages(tongues)
    let sides = try records.sides(of: "images")
    for tongue in tongues.map(\.rawValue) {
      for side in sides {
        try sink.write("\(tongue)/captions_\(side).json") { put in
          let info = JSONText.object([
            ("description", .string(options.title)), ("version", .string("1.0")),
            ("contributor", .string("Diorama")), ("language", .string(tongue)),
          ])
          let license = JSONText.object([("id", .int(0)), ("name", .string("")), ("url", .string(""))])
          try put(
            "{\"info\":" + info.text + ",\n\"licenses\":[" + license.text + "],\n\"type\":\"captions\",\n")
          try put("\"images\":")
          try records.putList("images/\(side)", put)
          try put(",\n\"annotations\":")
          try records.putList("captions/\(tongue)/\(side)", put)
          try put("}\n")
        }
      }
    }
  }
}
