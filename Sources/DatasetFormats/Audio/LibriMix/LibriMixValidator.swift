import Annotations
import AudioFiles
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for LibriMix of any maker: `LibriNMix/metadata/mixture_*.csv` with paths in the folder.
package struct LibriMixValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-librimix", name: "librimix-is-well-formed",
    summary:
      "LibriMix: mixture, sources and noise exist, of one channel, one rate and the length given, and the mixture is their sum within two steps of 16 bits.",
    unit: "mixtures and sources")
  package static let matched = CheckRule(
    id: "visual-54-librimix-native", name: "librimix-matches-native",
    summary: "LibriMix read back has the native recordings' speakers and noise, sample by sample.",
    unit: "sounds")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let tables = [2, 3].flatMap { count in
      folder.files(below: "Libri\(count)Mix/metadata") { $0.hasPrefix("mixture_") && $0.hasSuffix(".csv") }
        .map { (count, $0) }
    }
    guard !tables.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no LibriMix", remedy: "Name the folder with Libri2Mix in it.")
    }
    finding.applied += 1
    for (count, table) in tables {
      let header =
        ["mixture_ID", "mixture_path"] + (1...count).map { "source_\($0)_path" } + ["noise_path", "length"]
      for row in try folder.table(table, separator: ",", header: header, &finding) {
        let paths = Array(row.fields.dropFirst().dropLast())
        for path in paths {
          reading.pictures[path] = folder.sound(path, place: row.place, channels: 1, &finding)
          finding.expect(
            reading.pictures[path].map { "\($0.width)" } == row.fields.last,
            Violation(
              item: "\(row.place), \(path)",
              found: reading.pictures[path].map { "\($0.width) samples" } ?? "nothing",
              expected: row.fields.last ?? ""))
        }
        let worst = sumError(paths, folder)
        finding.expect(
          worst <= 2.0 / 32_768,
          Violation(
            item: row.place, found: "an error of \(worst)", expected: "sources that sum to the mixture"))
        let clean = paths[0].replacing("/mix_both/", with: "/mix_clean/")
        if clean != paths[0], folder.isFile(clean) {
          reading.pictures[clean] = folder.sound(clean, place: row.place, channels: 1, &finding)
        }
      }
    }
    return reading
  }

  /// The greatest difference between a mixture and the sum of the others.
  private func sumError(_ paths: [String], _ folder: FormatFolder) -> Float {
    var rest: [Float] = []
    for (n, path) in paths.enumerated() {
      guard FormatFolder.isInside(path), let bytes = try? folder.bytes(path),
        let clip = try? AudioReader.decode(bytes, name: path, mostSamples: 1 << 28),
        let samples = clip.channels.first
      else { return .infinity }
      if n == 0 { rest = samples }
      guard n > 0 else { continue }
      guard samples.count == rest.count else { return .infinity }
      for k in rest.indices { rest[k] -= samples[k] }
    }
    return rest.reduce(0) { max($0, $1.magnitude) }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      guard let mixture = try LibriMixFormat.mixture(heard) else { continue }
      for (kind, clip) in mixture.parts {
        out["\(mixture.folder)\(kind)/\(mixture.name).wav"] = FormatReading.Picture(sound: clip)
      }
    }
    return out
  }
}
