internal import Diagnostics
internal import VectorMath

/// A `map_` statement: an image and how it lies on the surface.
struct MTLMap {
  var path: String
  var offset = Vector2(0, 0)
  var scale = Vector2(1, 1)
  var isClamped = false
  /// The `-bm` factor of bump maps.
  var bump = 1.0
  /// True for `norm`, which says that the image holds normals and not heights.
  var isNormals = false
}

/// One `newmtl` of an MTL file.
struct MTLMaterial {
  var name: String
  var diffuse = Vector3(0.8, 0.8, 0.8)
  var specular: Vector3?
  var emissive = Vector3.zero
  var exponent: Double?
  var alpha = 1.0
  var roughness: Double?
  var metallic: Double?
  var diffuseMap: MTLMap?
  var emissiveMap: MTLMap?
  var bumpMap: MTLMap?
  var alphaMap: MTLMap?
}

/// What an MTL file says. Statements that are not understood are passed over with a warning.
struct MTLFile {
  var materials: [MTLMaterial] = []
  var warnings: [Warning] = []

  init(_ bytes: [UInt8], file: String) {
    var lines = StatementLines(bytes)
    var current = MTLMaterial(name: "")
    var isOpen = false
    var hasDissolve = false
    var skipped: Set<String> = []
    while let s = lines.next() {
      let place = SourceLocation(file: file, line: s.line)
      func color() -> Vector3? {
        let words = s.words.compactMap { Double($0) }
        guard let first = words.first, words.count == s.words.count, words.allSatisfy({ $0.magnitude < 1e9 })
        else {
          return nil
        }
        // One number stands for grey.
        return words.count >= 3 ? Vector3(words[0], words[1], words[2]) : Vector3(repeating: first)
      }
      func number() -> Double? {
        s.words.last.flatMap { Double($0) }.flatMap { $0.magnitude < 1e9 ? $0 : nil }
      }
      var isUnderstood = true
      switch s.keyword {
      case "newmtl":
        if isOpen { materials.append(current) }
        current = MTLMaterial(name: String(s.rest))
        (isOpen, hasDissolve) = (true, false)
      case "Kd": if let c = color() { current.diffuse = c } else { isUnderstood = false }
      case "Ks": if let c = color() { current.specular = c } else { isUnderstood = false }
      case "Ke": if let c = color() { current.emissive = c } else { isUnderstood = false }
      case "Ns": if let n = number() { current.exponent = n } else { isUnderstood = false }
      case "Pr": if let n = number() { current.roughness = n } else { isUnderstood = false }
      case "Pm": if let n = number() { current.metallic = n } else { isUnderstood = false }
      case "d":
        // `d -halo f` fades with the angle; the factor is what is kept.
        if let n = number() { (current.alpha, hasDissolve) = (n, true) } else { isUnderstood = false }
      case "Tr":
        if let n = number() { if !hasDissolve { current.alpha = 1 - n } } else { isUnderstood = false }
      case "map_Kd": current.diffuseMap = Self.map(s)
      case "map_Ke", "map_emissive": current.emissiveMap = Self.map(s)
      case "map_d": current.alphaMap = Self.map(s)
      case "map_Bump", "map_bump", "bump":
        if current.bumpMap?.isNormals != true { current.bumpMap = Self.map(s) }
      case "norm", "map_Kn":
        current.bumpMap = Self.map(s)
        current.bumpMap?.isNormals = true
      case "Ka", "Ni", "illum", "Tf", "Ps", "Pc", "Pcr", "aniso", "anisor", "sharpness", "map_Ka": break
      default: isUnderstood = false
      }
      if !isUnderstood, skipped.count < 100, skipped.insert(s.keyword).inserted {
        warnings.append(Warning("\"\(s.keyword.prefix(40))\" is not read", at: place))
      }
    }
    if isOpen { materials.append(current) }
  }

  /// Options first, then a file name that may hold spaces.
  private static func map(_ s: StatementLines.Statement) -> MTLMap? {
    var out = MTLMap(path: "")
    var rest = s.rest
    func nextWord() -> Substring { rest.prefix { $0 != " " && $0 != "\t" } }
    func dropWord() {
      rest = rest.dropFirst(nextWord().count).drop { $0 == " " || $0 == "\t" }
    }
    /// Up to `limit` numbers, but never the last word, which must be the file.
    func numbers(upTo limit: Int) -> [Double] {
      var found: [Double] = []
      while found.count < limit, nextWord().count < rest.count, let n = Double(nextWord()), n.magnitude < 1e6
      {
        found.append(n)
        dropWord()
      }
      return found
    }
    func two(_ n: [Double], _ fallback: Double) -> Vector2 {
      Vector2(n.first ?? fallback, n.count > 1 ? n[1] : fallback)
    }
    while rest.first == "-" {
      let option = nextWord()
      guard option.count < rest.count else { break }
      switch option {
      case "-o":
        dropWord()
        out.offset = two(numbers(upTo: 3), 0)
      case "-s":
        dropWord()
        out.scale = two(numbers(upTo: 3), 1)
      case "-t":
        dropWord()
        _ = numbers(upTo: 3)
      case "-mm":
        dropWord()
        _ = numbers(upTo: 2)
      case "-bm":
        dropWord()
        out.bump = numbers(upTo: 1).first ?? 1
      case "-boost", "-texres":
        dropWord()
        _ = numbers(upTo: 1)
      case "-clamp":
        dropWord()
        out.isClamped = nextWord() == "on"
        dropWord()
      case "-blendu", "-blendv", "-cc", "-imfchan", "-type":
        dropWord()
        dropWord()
      default:
        // A file name that begins with a dash.
        out.path = String(rest)
        return out
      }
    }
    out.path = String(rest)
    if out.path.count >= 2, out.path.first == "\"", out.path.last == "\"" {
      out.path = String(out.path.dropFirst().dropLast())
    }
    return out.path.isEmpty ? nil : out
  }
}
