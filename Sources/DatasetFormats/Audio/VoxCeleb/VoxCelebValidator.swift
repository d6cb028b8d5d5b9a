import Annotations
import AudioFiles
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for VoxCeleb of any maker: `veri_test*.txt` with `wav`.
package struct VoxCelebValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-voxceleb", name: "voxceleb-is-well-formed",
    summary:
      "VoxCeleb: trials name two utterances that exist, and say 1 exactly where both are of one speaker; utterances are of one channel at 16 kHz; speakers are listed.",
    unit: "utterances and trials")
  package static let matched = CheckRule(
    id: "visual-54-voxceleb-native", name: "voxceleb-matches-native",
    summary: "VoxCeleb read back has the native recordings' utterances, sample by sample.", unit: "utterances"
  )

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let trials = folder.names(in: "").filter { $0.hasPrefix("veri_test") && $0.hasSuffix(".txt") }
    guard !trials.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no VoxCeleb trials",
        remedy: "Name the folder with veri_test.txt in it.")
    }
    finding.applied += 1
    var speakers: Set<String>?
    if folder.isFile("vox1_meta.csv") {
      let rows = try folder.table(
        "vox1_meta.csv", separator: "\t", header: ["VoxCeleb1 ID", "Gender"], &finding)
      speakers = Set(rows.map { $0.fields[0] })
    }
    for path in folder.files(below: "wav", where: FormatFolder.isSound) {
      guard var picture = folder.sound(path, rate: 16_000, channels: 1, &finding) else { continue }
      let speaker = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      finding.expect(
        speakers?.contains(speaker) ?? true,
        Violation(item: path, found: speaker, expected: "a speaker of vox1_meta.csv"))
      picture.objects.append(.init(place: path, category: speaker))
      reading.pictures[path] = picture
    }
    for file in trials {
      for line in try folder.lines(file) {
        let fields = line.text.split(separator: " ").map(String.init)
        let ids = fields.dropFirst().map { $0.prefix { $0 != "/" } }
        finding.expect(
          fields.count == 3 && ids.count == 2 && fields[0] == (ids.first == ids.last ? "1" : "0")
            && fields.dropFirst().allSatisfy { reading.pictures["wav/" + $0] != nil }
            && fields[1] != fields[2],
          Violation(
            item: "\(file):\(line.number)", found: String(line.text.prefix(90)),
            expected: "1 for one speaker, 0 for two, and two utterances that exist"))
      }
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      for one in try VoxCelebFormat.utterances(heard) where one.clip.count > 0 {
        var picture = try VoxCelebFormat.copy.expected("wav/" + one.path, one.clip)
        picture.objects.append(.init(category: one.id))
        out["wav/" + one.path] = picture
      }
    }
    return out
  }
}
