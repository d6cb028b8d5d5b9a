internal import Diagnostics
import JSON

/// The container of a glTF 2.0 file: its JSON and its buffers (glTF 2.0 §3.6 and §4).
struct GLTFDocument {
  let source: ImportSource
  let json: JSONNode
  /// The BIN chunk of a .glb file.
  let binaryChunk: ArraySlice<UInt8>?

  /// Extensions whose meaning the importer carries over, or that need nothing carried over.
  static let supportedExtensions: Set<String> = [
    "KHR_materials_unlit", "KHR_texture_transform", "KHR_mesh_quantization",
    "KHR_materials_emissive_strength",
    "KHR_materials_pbrSpecularGlossiness",
  ]

  /// - Throws: `DioramaError(.badInput)` for what is no glTF 2, is damaged, or needs an unknown extension.
  init(_ source: ImportSource) throws {
    self.source = source
    let bytes = source.bytes
    func failure(_ message: String) -> DioramaError {
      DioramaError(
        .badInput, "\(source.name): \(message)", remedy: "Export the file again as glTF 2.0 (.glb or .gltf).")
    }
    func word(_ at: Int) -> Int {
      Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 | Int(bytes[at + 3]) << 24
    }
    let text: ArraySlice<UInt8>
    var binary: ArraySlice<UInt8>?
    if bytes.starts(with: [0x67, 0x6C, 0x54, 0x46]) {
      guard bytes.count >= 20 else { throw failure("the file ends inside its header") }
      guard word(4) == 2 else { throw failure("container version \(word(4)), only 2 is read") }
      let end = word(8)
      guard end >= 20, end <= bytes.count else {
        throw failure("its header promises \(end) bytes, the file has \(bytes.count)")
      }
      var at = 12
      var chunks: [(type: Int, body: ArraySlice<UInt8>)] = []
      while end - at >= 8 {
        let length = word(at)
        guard length <= end - at - 8 else {
          throw failure("a chunk at byte \(at) runs past the end of the file")
        }
        if chunks.count < 2 { chunks.append((word(at + 4), bytes[(at + 8)..<(at + 8 + length)])) }
        at += 8 + length
      }
      guard let first = chunks.first, first.type == 0x4E4F_534A else {
        throw failure("the first chunk is not JSON")
      }
      text = first.body
      if chunks.count > 1, chunks[1].type == 0x004E_4942 { binary = chunks[1].body }
    } else {
      text = bytes[...]
    }
    let json = JSONNode(try JSONValue.parse(text, file: source.name), file: source.name)
    self.json = json
    binaryChunk = binary

    let asset = try json.required("asset")
    let version = try asset.required("version").string()
    guard version.hasPrefix("2."), try asset.string("minVersion").map({ $0 == "2.0" }) ?? true else {
      throw asset.failure("needs glTF version \(try asset.string("minVersion") ?? version), only 2.0 is read")
    }
    let missing = try json.elements("extensionsRequired").map { try $0.string() }
      .filter { !Self.supportedExtensions.contains($0) }
    guard missing.isEmpty else {
      throw DioramaError(
        .badInput, "\(source.name): /extensionsRequired: needs \(missing.joined(separator: ", "))",
        remedy: "Export the file without it (no mesh or texture compression).")
    }
  }

  /// The bytes that a `uri` member stands for: a data URI, or a file beside this one.
  func bytes(ofURI uri: String, at place: JSONNode) throws -> [UInt8] {
    if uri.hasPrefix("data:") {
      guard let bytes = DataURI.decode(uri) else { throw place.failure("a damaged data URI") }
      return bytes
    }
    guard let path = DataURI.path(uri), !DataURI.hasScheme(uri), !path.hasPrefix("/") else {
      throw place.failure(
        "the URI \"\(uri.prefix(80))\" is not a relative path", remedy: "Put the file beside this one.")
    }
    do {
      if let bytes = try source.resource(path) { return bytes }
    } catch let error as DioramaError {
      throw place.failure(error.message, remedy: error.remedy)
    }
    throw place.failure(
      "the file \"\(path.prefix(200))\" is missing", remedy: "Put it beside \(source.name).")
  }
}
