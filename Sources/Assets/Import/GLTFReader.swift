internal import Diagnostics
internal import Geometry
internal import Imaging
internal import VectorMath
internal import WorldModel

/// One run over one glTF file: what has been read so far, each thing once.
///
/// glTF frame: +Y up, +Z front, +X left. Diorama asset frame: x front, y left, z up. The change of frame is
/// the cyclic permutation (x, y, z) → (z, x, y): a proper rotation that moves no bits. It is applied to
/// everything local (positions, translations, rotation axes, scales, bind matrices), so each node keeps its own
/// axes in the new order and no node is added.
final class GLTFReader {
  let document: GLTFDocument
  let options: ImportOptions
  let decode: ImageDecoder
  var warnings: [Warning] = []
  var budget: ImportBudget

  // Lists of the document, each node with its path.
  let accessors: [JSONNode]
  let bufferViews: [JSONNode]
  let bufferList: [JSONNode]
  let meshList: [JSONNode]
  let materialList: [JSONNode]
  let textureList: [JSONNode]
  let imageList: [JSONNode]
  let samplerList: [JSONNode]

  // What has been read, by index in the document. Look-ups only, never iterated.
  var buffers: [Int: [UInt8]] = [:]
  var floatArrays: [Int: GLTFFloats] = [:]
  var images: [Int: Raster<UInt8>] = [:]
  var textures: [TextureKey: Texture] = [:]
  var materials: [Int: GLTFMaterial] = [:]
  var meshes: [Int: [GLTFPrimitive]] = [:]
  var geometries: [GLTFGeometryKey: Mesh] = [:]
  var morphTargetCounts: [Int: Int] = [:]
  var animationTracks: GLTFAnimationTracks?
  private var warned: Set<String> = []

  init(_ source: ImportSource, options: ImportOptions, decode: @escaping ImageDecoder) throws {
    try options.checked()
    self.options = options
    self.decode = decode
    budget = ImportBudget(inputBytes: source.bytes.count)
    document = try GLTFDocument(source)
    let json = document.json
    accessors = try json.elements("accessors")
    bufferViews = try json.elements("bufferViews")
    bufferList = try json.elements("buffers")
    meshList = try json.elements("meshes")
    materialList = try json.elements("materials")
    textureList = try json.elements("textures")
    imageList = try json.elements("images")
    samplerList = try json.elements("samplers")
    for name in try json.elements("extensionsUsed").map({ try $0.string() })
    where !GLTFDocument.supportedExtensions.contains(name) {
      warn("the extension \(name) is not read", at: json)
    }
  }

  /// Notes something passed over; the same words about the same place are said once.
  func warn(_ message: String, at place: JSONNode) {
    let text = "\(place.file): \(place.path.isEmpty ? "/" : place.path): \(message)"
    if warned.count < 1000, warned.insert(text).inserted { warnings.append(Warning(text)) }
  }

  /// A vector of the file's frame in the asset's.
  static func reframed<S>(_ v: SIMD3<S>) -> SIMD3<S> { SIMD3(v.z, v.x, v.y) }

  func buffer(_ index: Int) throws -> [UInt8] {
    if let known = buffers[index] { return known }
    let node = bufferList[index]
    let length = try node.required("byteLength").count()
    let bytes: [UInt8]
    if let uri = try node.string("uri") {
      bytes = try document.bytes(ofURI: uri, at: node)
      budget.grow(byInputBytes: bytes.count)
    } else if index == 0, let chunk = document.binaryChunk {
      bytes = Array(chunk)
    } else {
      throw node.failure("has neither a uri nor a binary chunk")
    }
    guard bytes.count >= length else { throw node.failure("promises \(length) bytes, has \(bytes.count)") }
    buffers[index] = bytes
    return bytes
  }

  /// The extent of a buffer view: its buffer, its bytes there, and its stride (0 = packed).
  func view(_ index: Int, from place: JSONNode) throws -> (buffer: [UInt8], range: Range<Int>, stride: Int) {
    guard bufferViews.indices.contains(index) else {
      throw place.failure("names bufferView \(index), but there are \(bufferViews.count)")
    }
    let node = bufferViews[index]
    let buffer = try self.buffer(try node.required("buffer").index(below: bufferList.count, of: "buffer"))
    let offset = try node.count("byteOffset", default: 0)
    let length = try node.required("byteLength").count()
    guard offset <= buffer.count, length <= buffer.count - offset else {
      throw node.failure("bytes \(offset) + \(length) run past the end of its buffer of \(buffer.count)")
    }
    return (buffer, offset..<(offset + length), try node.count("byteStride", default: 0))
  }
}
