import Assets
import Diagnostics
import Foundation
import Imaging

/// Makes .glb files for tests, one accessor after the other.
struct GLBBuilder {
  var json: [String: Any] = ["asset": ["version": "2.0"]]
  var binary: [UInt8] = []
  private(set) var views: [[String: Any]] = []
  private(set) var accessors: [[String: Any]] = []

  /// Appends bytes as a buffer view.
  mutating func view(_ bytes: [UInt8], stride: Int? = nil) -> Int {
    while binary.count % 4 != 0 { binary.append(0) }
    var v: [String: Any] = ["buffer": 0, "byteOffset": binary.count, "byteLength": bytes.count]
    if let stride { v["byteStride"] = stride }
    views.append(v)
    binary += bytes
    return views.count - 1
  }

  mutating func accessor(_ fields: [String: Any]) -> Int {
    accessors.append(fields)
    return accessors.count - 1
  }

  static func bytes(_ values: [Float]) -> [UInt8] {
    values.flatMap { v in withUnsafeBytes(of: v.bitPattern.littleEndian) { Array($0) } }
  }
  static func bytes(_ values: [UInt16]) -> [UInt8] { values.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }

  mutating func floats(_ values: [Float], type: String) -> Int {
    let width = ["SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16][type] ?? 1
    let v = view(Self.bytes(values))
    return accessor(["bufferView": v, "componentType": 5126, "count": values.count / width, "type": type])
  }

  mutating func shorts(_ values: [UInt16], type: String = "SCALAR") -> Int {
    let width = ["SCALAR": 1, "VEC4": 4][type] ?? 1
    let v = view(Self.bytes(values))
    return accessor(["bufferView": v, "componentType": 5123, "count": values.count / width, "type": type])
  }

  /// The .glb file.
  func file() throws -> [UInt8] {
    var json = json
    if json["bufferViews"] == nil { json["bufferViews"] = views }
    if json["accessors"] == nil { json["accessors"] = accessors }
    if json["buffers"] == nil { json["buffers"] = [["byteLength": binary.count]] }
    var text = [UInt8](try JSONSerialization.data(withJSONObject: json, options: [.sortedKeys]))
    while text.count % 4 != 0 { text.append(0x20) }
    var body = binary
    while body.count % 4 != 0 { body.append(0) }
    func word(_ n: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: n >> (8 * $0)) } }
    return word(0x4654_6C67) + word(2) + word(28 + text.count + body.count) + word(text.count)
      + word(0x4E4F_534A)
      + text + word(body.count) + word(0x004E_4942) + body
  }
}

/// A decoder that needs no image: 2 by 2 pixels of four channels, all the image's length modulo 256.
let stubDecoder: ImageDecoder = { bytes, _ in
  struct Empty: Error {}
  guard !bytes.isEmpty else { throw Empty() }
  return Raster(width: 2, height: 2, channels: 4, fill: UInt8(truncatingIfNeeded: bytes.count))
}

/// The folder of files shared with the project; `nil` when it is absent.
let sharedData: URL? = {
  var candidates: [URL] = []
  if let named = ProcessInfo.processInfo.environment["DIORAMA_SHARED"] {
    candidates.append(URL(fileURLWithPath: named).appendingPathComponent("data"))
  }
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  candidates.append(package.deletingLastPathComponent().appendingPathComponent("shared/data"))
  return candidates.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("assets").path) }
}()

/// Files under a folder of the shared data with one of the extensions, sorted.
func sharedFiles(_ folder: String, _ extensions: [String]) -> [String] {
  guard let root = sharedData?.appendingPathComponent(folder),
    let list = FileManager.default.enumerator(atPath: root.path)
  else { return [] }
  return list.compactMap { $0 as? String }
    .filter { extensions.contains(URL(fileURLWithPath: $0).pathExtension) }
    .sorted().map { root.appendingPathComponent($0).path }
}

/// The JSON of a .gltf or .glb file, read by other means than the importer's.
func independentJSON(_ path: String) throws -> [String: Any] {
  var data = try Data(contentsOf: URL(fileURLWithPath: path))
  if data.starts(with: Array("glTF".utf8)) {
    let length = data[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    data = data.subdata(in: 20..<(20 + length))
  }
  return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
}

/// The error that a closure throws, if it is one of Diorama's.
func dioramaError(_ body: () throws -> Void) -> DioramaError? {
  do {
    try body()
    return nil
  } catch {
    return error as? DioramaError
  }
}
