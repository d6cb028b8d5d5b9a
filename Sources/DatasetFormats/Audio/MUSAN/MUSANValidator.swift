import Annotations
import AudioFiles
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for MUSAN of any maker: `{speech,music,noise}/SOURCE/ANNOTATIONS`.
package struct MUSANValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-musan", name: "musan-is-well-formed",
    summary:
      "MUSAN: every annotated file exists, of one channel at 16 kHz, named after its kind and source, once; every file is annotated; speech has a sex and a language.",
    unit: "files")
  package static let matched = CheckRule(
    id: "visual-54-musan-native", name: "musan-matches-native",
    summary: "MUSAN read back has the native recordings' single sounds, sample by sample.", unit: "files")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let tops = MUSANFormat.kinds.flatMap { kind in folder.names(in: kind).map { (kind, "\(kind)/\($0)") } }
      .filter { folder.isFile($0.1 + "/ANNOTATIONS") }
    guard !tops.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no MUSAN", remedy: "Name the folder with noise in it.")
    }
    finding.applied += 1
    for (kind, top) in tops {
      let source = top.dropFirst(kind.count + 1)
      for line in try folder.lines(top + "/ANNOTATIONS") {
        let place = "\(top)/ANNOTATIONS:\(line.number)"
        let fields = line.text.split(separator: " ").map(String.init)
        let path = "\(top)/\(fields.first ?? "").wav"
        finding.expect(
          fields.count >= (kind == "noise" ? 1 : 3) && fields.first?.hasPrefix("\(kind)-\(source)-") ?? false
            && (kind != "speech" || ["f", "m"].contains(fields.dropFirst().first))
            && reading.pictures[path] == nil,
          Violation(
            item: place, found: String(line.text.prefix(60)), expected: "\(kind)-\(source)-… and what it is"))
        guard var picture = folder.sound(path, place: place, rate: 16_000, channels: 1, &finding) else {
          continue
        }
        picture.objects.append(.init(place: place, category: fields.dropFirst().joined(separator: " ")))
        reading.pictures[path] = picture
      }
      for path in folder.files(below: top, where: FormatFolder.isSound) {
        finding.expect(
          reading.pictures[path] != nil, Violation(item: path, found: "no annotation", expected: "one"))
      }
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      for file in try MUSANFormat.files(heard) {
        var picture = try MUSANFormat.copy.expected(file.path, file.clip)
        picture.objects.append(.init(category: file.note))
        out[file.path] = picture
      }
    }
    return out
  }
}
