import AudioFiles
import Checks
import Diagnostics
import Encodings
import Imaging

extension FormatReading.Picture {
  /// A sound: samples wide, channels high; its first object is its rate and a number made of all its samples.
  ///
  /// - Parameter isExact: whether samples are what was written; where not, they are not compared.
  init(sound clip: AudioClip, isExact: Bool = true) {
    self.init(width: clip.count, height: clip.channels.count)
    objects = [
      .init(
        category: "sound",
        numbers: [Double(clip.rate), isExact ? PictureDigest.number(ofSamples: clip.channels) : .nan])
    ]
  }
}

extension FormatFolder {
  /// Endings of sound files.
  static let soundEndings = [".wav", ".flac", ".mp3", ".ogg", ".opus"]

  static func isSound(_ path: String) -> Bool { soundEndings.contains { path.hasSuffix($0) } }

  /// Files of an ending, one a recording; where a list of them (`files.txt`) stands beside them, what it names must be there.
  ///
  /// - Parameters:
  ///   - names: what such files are called, for messages.
  ///   - each: the same of one.
  /// - Throws: `.noInput` where there is neither a file nor a list.
  func listed(
    _ ending: String, as names: String, each: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [String] {
    let files = files(below: "") { $0.hasSuffix(ending) }
    guard !files.isEmpty || isFile("files.txt") else {
      throw DioramaError(
        .noInput, "\(root) holds no \(names)", remedy: "Name the folder with *\(ending) in it.")
    }
    finding.applied += 1
    if isFile("files.txt") {
      for line in try lines("files.txt") {
        finding.expect(
          files.contains(String(line.text)),
          Violation(
            item: "files.txt:\(line.number)", found: String(line.text.prefix(80)), expected: each))
      }
    }
    return files
  }

  /// A sound that a dataset names; what is no sound, or not of the rate and channels asked for, is reported.
  ///
  /// - Parameter place: what names it.
  func sound(
    _ path: String, place: String? = nil, rate: Int? = nil, channels: Int? = nil,
    _ finding: inout CheckFinding
  ) -> FormatReading.Picture? {
    guard Self.isInside(path), isFile(path), let bytes = try? bytes(path, limit: 1 << 30) else {
      finding.expect(
        false, Violation(item: place ?? path, found: "no file \(path.prefix(80))", expected: "a sound"))
      return nil
    }
    do {
      let clip = try AudioReader.decode(bytes, name: path, mostSamples: 1 << 28)
      finding.expect(
        (rate ?? clip.rate) == clip.rate && (channels ?? clip.channels.count) == clip.channels.count,
        Violation(
          item: path, found: "\(clip.channels.count) channels at \(clip.rate) Hz",
          expected: "\(channels ?? clip.channels.count) at \(rate ?? clip.rate)"))
      var picture = FormatReading.Picture(sound: clip, isExact: !path.hasSuffix(".mp3"))
      picture.objects[0].place = path
      return picture
    } catch {
      finding.expect(false, Violation(item: place ?? path, found: error.message, expected: "a sound"))
      return nil
    }
  }

  /// The files below a folder, at most six folders deep, in the order of their paths' bytes.
  func files(below top: String, where isOne: (String) -> Bool) -> [String] {
    var out: [String] = []
    func look(_ path: String, _ depth: Int) {
      for name in names(in: path) {
        let inner = path.isEmpty ? name : path + "/" + name
        if isFolder(inner) {
          if depth > 0 { look(inner, depth - 1) }
        } else if isOne(name) {
          out.append(inner)
        }
      }
    }
    if isFolder(top) { look(top, 6) }
    return out
  }

  /// The rows of a table with a header, fields parted by `separator`; rows of another number of fields are reported.
  func table(
    _ path: String, separator: Character, header: [String], _ finding: inout CheckFinding
  ) throws(DioramaError) -> [(place: String, fields: [String])] {
    var out: [(place: String, fields: [String])] = []
    var columns: [Int]?
    var width = 0
    for line in try lines(path) {
      let fields = line.text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      let place = "\(path):\(line.number)"
      guard let columns else {
        let found = header.compactMap { fields.firstIndex(of: $0) }
        finding.expect(
          found.count == header.count,
          Violation(
            item: place, found: String(line.text.prefix(80)),
            expected: "columns \(header.joined(separator: " "))"))
        guard found.count == header.count else { return [] }
        (columns, width) = (found, fields.count)
        continue
      }
      guard fields.count == width else {
        finding.expect(
          false, Violation(item: place, found: "\(fields.count) fields", expected: "\(width)"))
        continue
      }
      out.append((place, columns.map { fields[$0] }))
    }
    return out
  }

  /// The lines of a file as JSON; those that are no objects are reported.
  func jsonLines(
    _ path: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [(place: String, tree: JSONTree)] {
    try Self.jsonLines(String(decoding: try bytes(path), as: UTF8.self), path, &finding)
  }

  static func jsonLines(
    _ text: String, _ path: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [(place: String, tree: JSONTree)] {
    var out: [(place: String, tree: JSONTree)] = []
    for (n, line) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let place = "\(path):\(n + 1)"
      let tree = try? JSONTree(Array(line), name: place)
      finding.expect(
        tree?.isObject ?? false,
        Violation(
          item: place, found: String(decoding: line.prefix(60), as: UTF8.self), expected: "a JSON object"))
      if let tree, tree.isObject { out.append((place, tree)) }
    }
    return out
  }
}
