import Checks
import Diagnostics

extension FormatFolder {
  /// The list of folders that formats with one folder a sequence write.
  static let sequenceList = "sequences.txt"

  /// The folders of sequences, as prefixes of their files: the dataset's own where it holds `mark`, else all of its
  /// folders that do, in the order of their bytes. What the list of sequences names must be among these.
  ///
  /// - Parameters:
  ///   - mark: a file or folder that every sequence has.
  ///   - kind: what the dataset should hold, for the error.
  /// - Throws: `.noInput` where there is neither a sequence nor a list.
  func sequences(
    with mark: String, of kind: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [String] {
    func holds(_ prefix: String) -> Bool { isFile(prefix + mark) || isFolder(prefix + mark) }
    let prefixes = holds("") ? [""] : names(in: "").map { $0 + "/" }.filter(holds)
    guard !prefixes.isEmpty || isFile(Self.sequenceList) else {
      throw DioramaError(
        .noInput, "\(root) holds no \(kind)", remedy: "Name the folder with \(mark) in it.")
    }
    finding.applied += 1
    guard isFile(Self.sequenceList) else { return prefixes }
    for line in try lines(Self.sequenceList) {
      finding.expect(
        Self.isInside(String(line.text)) && holds("\(line.text)/"),
        Violation(
          item: "\(Self.sequenceList):\(line.number)", found: String(line.text.prefix(80)),
          expected: "a folder with \(mark)"))
    }
    return prefixes
  }
}
