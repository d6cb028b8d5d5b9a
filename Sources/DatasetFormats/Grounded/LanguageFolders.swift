import Checks
import Diagnostics
import Encodings
import GroundedLanguage

/// Languages in separate files, a folder each.
///
/// Readers build vocabularies of answers, and sets of reference captions, over whole files, and know no field for the
/// language: one file for both would mix them. Entries that say the same have the same numbers in each language.
enum LanguageFolders {
  /// Names the folders, a line each; empty where a dataset has no words.
  static let list = "languages.txt"
}

extension FormatRecordSource {
  /// The languages in which a stream `KIND/LANGUAGE/SIDE` has records.
  func tongues(of kind: String) throws -> [Tongue] {
    try Tongue.allCases.filter { tongue in
      try SplitRule.Side.allCases.contains { try !isEmpty("\(kind)/\(tongue.rawValue)/\($0.rawValue)") }
    }
  }

  /// The sides that a stream `KIND/SIDE` has records of; always the training side.
  func sides(of kind: String) throws -> [String] {
    try SplitRule.Side.allCases.filter { side in
      if side == .train { return true }
      return try !isEmpty("\(kind)/\(side.rawValue)")
    }.map(\.rawValue)
  }

  /// Puts a list, an item a line: each record of a stream as `item` turns it, `nil` = none.
  func putList(
    _ stream: String, _ put: (String) throws -> Void, brackets: (String, String) = ("[", "]"),
    item: (String) throws -> String? = { $0 }
  ) throws {
    try put(brackets.0)
    var isFirst = true
    try forEach(stream) { record in
      guard let text = try item(record) else { return }
      try put((isFirst ? "\n" : ",\n") + text)
      isFirst = false
    }
    try put(brackets.1)
  }
}

extension FormatSink {
  /// Writes the list of languages.
  func writeLanguages(_ tongues: [Tongue]) throws {
    try write(LanguageFolders.list) { put in for tongue in tongues { try put(tongue.rawValue + "\n") } }
  }
}

extension JSONText {
  /// A JSON object's text with members put first.
  static func prefixed(_ object: some StringProtocol, _ members: [(String, JSONText)]) -> String {
    JSONText.object(members).text.dropLast() + (members.isEmpty || object == "{}" ? "" : ",")
      + object.dropFirst()
  }
}

extension FormatFolder {
  /// The files of a folder of words, with the language of each: `names` picks them out of the root (language ""), the
  /// folders in `inner`, and folders of languages with these in them.
  ///
  /// - Returns: paths in the order of languages, then names.
  /// - Throws: `.noInput` where there are neither such files nor a list of languages.
  func files(
    inner: [String] = [], of kind: String, _ finding: inout CheckFinding, where isOne: (String) -> Bool
  ) throws(DioramaError) -> [(language: String, path: String)] {
    var out: [(language: String, path: String)] = []
    let tops = names(in: "").filter { isFolder($0) && !inner.contains($0) }
    for language in [""] + tops {
      for place in [""] + inner {
        let prefix = [language, place].filter { !$0.isEmpty }.map { $0 + "/" }.joined()
        for name in names(in: String(prefix.dropLast())) where isOne(name) && isFile(prefix + name) {
          out.append((language, prefix + name))
        }
      }
    }
    guard !out.isEmpty || isFile(LanguageFolders.list) else {
      throw DioramaError(.noInput, "\(root) holds no \(kind)", remedy: "Name the folder with its JSON files.")
    }
    finding.applied += 1
    if isFile(LanguageFolders.list) {
      for line in try lines(LanguageFolders.list) {
        finding.expect(
          out.contains { $0.language == line.text },
          Violation(
            item: "\(LanguageFolders.list):\(line.number)", found: String(line.text.prefix(80)),
            expected: "a folder with \(kind)"))
      }
    }
    return out
  }

  /// The pictures below a folder, at most three folders deep, each of which must be one.
  /// - Returns: by path; empty where there is no such folder.
  func pictures(
    below top: String, _ finding: inout CheckFinding
  ) -> [String: FormatReading.Picture] {
    var out: [String: FormatReading.Picture] = [:]
    func look(_ path: String, _ depth: Int) {
      for name in names(in: path) {
        let inner = path + "/" + name
        if isFolder(inner) {
          if depth > 0 { look(inner, depth - 1) }
          continue
        }
        let size = pictureSize(inner)
        finding.expect(
          size != nil, Violation(item: inner, found: "no PNG or JPEG", expected: "a picture"))
        if let size { out[inner] = .init(width: size.width, height: size.height) }
      }
    }
    if isFolder(top) { look(top, 3) }
    return out
  }
}
