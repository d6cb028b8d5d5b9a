internal import Diagnostics
internal import VectorMath

/// What an OBJ file says, its indices resolved and checked.
struct OBJFile {
  /// Indices into the lists; −1 = absent.
  struct Corner {
    var position: Int32
    var uv: Int32
    var normal: Int32
  }

  struct Face {
    /// Its corners in `corners`.
    var corners: Range<Int>
    /// Index into `materialNames`; −1 = none.
    var material: Int
    /// Index into `partNames`; −1 = none.
    var part: Int
    /// Its smoothing group; 0 = off, −1 = the file has not said.
    var smoothing: Int
    var line: Int
  }

  var positions: [Vector3f] = []
  /// As long as `positions`, or empty when no vertex has a colour; as in the file, 0 to 1.
  var colors: [Vector3f] = []
  var uvs: [Vector2f] = []
  var normals: [Vector3f] = []
  var corners: [Corner] = []
  var faces: [Face] = []
  var materialNames: [String] = []
  var partNames: [String] = []
  /// The arguments of the `mtllib` statements.
  var libraries: [String] = []
  var warnings: [Warning] = []

  /// The largest face that is taken, in corners: triangulation takes time with their square.
  static let cornerLimit = 4096

  /// - Throws: `DioramaError(.badInput)` with the line, for numbers that are none or not finite and for indices
  ///   that name nothing.
  init(_ bytes: [UInt8], file: String) throws {
    var reader = Reader(file: file)
    var lines = StatementLines(bytes)
    while let statement = lines.next() { try reader.read(statement) }
    try reader.resolve()
    self = reader.out
  }

  private init() {}

  private struct Reader {
    let file: String
    var out = OBJFile()
    var materialIndices: [String: Int] = [:]
    var partIndices: [String: Int] = [:]
    var material = -1
    var part = -1
    var smoothing = -1
    var skipped: Set<String> = []

    init(file: String) { self.file = file }

    func failure(_ message: String, _ line: Int) -> DioramaError {
      DioramaError(
        .badInput, message, at: SourceLocation(file: file, line: line), remedy: "Export the model again.")
    }

    mutating func warn(_ message: String, _ line: Int) {
      if out.warnings.count < 1000 {
        out.warnings.append(Warning(message, at: SourceLocation(file: file, line: line)))
      }
    }

    /// The numbers of a statement, all of them finite as single precision.
    func numbers(_ s: StatementLines.Statement, atLeast least: Int) throws -> [Float] {
      let words = s.uncommentedWords
      guard words.count >= least else {
        throw failure("\(s.keyword) needs \(least) numbers, found \(words.count)", s.line)
      }
      return try words.prefix(8).map {
        guard let n = Float($0), n.isFinite else {
          throw failure("\"\($0.prefix(40))\" is not a number", s.line)
        }
        return n
      }
    }

    mutating func read(_ s: StatementLines.Statement) throws {
      switch s.keyword {
      case "v":
        let n = try numbers(s, atLeast: 3)
        out.positions.append(Vector3f(n[0], n[1], n[2]))
        // x y z r g b, or x y z w r g b.
        if n.count >= 6 {
          let c = Vector3f(n[n.count - 3], n[n.count - 2], n[n.count - 1])
          while out.colors.count < out.positions.count - 1 { out.colors.append(Vector3f(1, 1, 1)) }
          out.colors.append(c)
        } else if !out.colors.isEmpty {
          out.colors.append(Vector3f(1, 1, 1))
        }
      case "vt":
        let n = try numbers(s, atLeast: 1)
        out.uvs.append(Vector2f(n[0], n.count > 1 ? n[1] : 0))
      case "vn":
        let n = try numbers(s, atLeast: 3)
        out.normals.append(Vector3f(n[0], n[1], n[2]))
      case "f": try face(s)
      case "usemtl": material = Self.index(of: String(s.rest), in: &materialIndices, &out.materialNames)
      case "mtllib":
        if !s.rest.isEmpty && out.libraries.count < 100 { out.libraries.append(String(s.rest)) }
      case "o", "g":
        part = Self.index(
          of: s.rest.isEmpty ? "default" : String(s.rest.prefix(200)), in: &partIndices, &out.partNames)
      case "s": smoothing = s.rest == "off" ? 0 : Int(s.rest).map { max(0, $0) } ?? 0
      default:
        if skipped.count < 100, skipped.insert(s.keyword).inserted {
          warn("\"\(s.keyword.prefix(40))\" is not read", s.line)
        }
      }
    }

    private static func index(of name: String, in known: inout [String: Int], _ names: inout [String]) -> Int
    {
      if let i = known[name] { return i }
      known[name] = names.count
      names.append(name)
      return names.count - 1
    }

    private mutating func face(_ s: StatementLines.Statement) throws {
      let words = s.uncommentedWords
      guard words.count >= 3 else {
        warn("a face of \(words.count) corners is left out", s.line)
        return
      }
      guard words.count <= OBJFile.cornerLimit else {
        throw failure("a face of \(words.count) corners; \(OBJFile.cornerLimit) is the most", s.line)
      }
      let first = out.corners.count
      for word in words {
        let fields = word.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count <= 3 else { throw failure("\"\(word.prefix(40))\" is not a corner", s.line) }
        func index(_ k: Int, _ count: Int) throws -> Int32 {
          guard k < fields.count, !fields[k].isEmpty else { return -1 }
          guard let i = Int32(fields[k]), i != 0 else {
            throw failure(
              "\"\(word.prefix(40))\" is not a corner: indices count from 1, or back from −1", s.line)
          }
          // Positive ones may name what only comes later; all are checked at the end.
          if i > 0 { return i - 1 }
          let (back, overflow) = Int(i).addingReportingOverflow(count)
          guard !overflow, back >= 0, back <= Int(Int32.max) else {
            throw failure("\"\(word.prefix(40))\" counts back beyond the first of \(count)", s.line)
          }
          return Int32(back)
        }
        let corner = Corner(
          position: try index(0, out.positions.count), uv: try index(1, out.uvs.count),
          normal: try index(2, out.normals.count))
        guard corner.position >= 0 else { throw failure("\"\(word.prefix(40))\" has no vertex", s.line) }
        out.corners.append(corner)
      }
      out.faces.append(
        Face(
          corners: first..<out.corners.count, material: material, part: part, smoothing: smoothing,
          line: s.line))
    }

    /// Checks that every index names something.
    mutating func resolve() throws {
      for face in out.faces {
        for corner in out.corners[face.corners] {
          guard corner.position < out.positions.count else {
            throw failure(
              "names vertex \(corner.position + 1), but there are \(out.positions.count)", face.line)
          }
          guard corner.uv < out.uvs.count else {
            throw failure("names vt \(corner.uv + 1), but there are \(out.uvs.count)", face.line)
          }
          guard corner.normal < out.normals.count else {
            throw failure("names vn \(corner.normal + 1), but there are \(out.normals.count)", face.line)
          }
        }
      }
    }
  }
}
