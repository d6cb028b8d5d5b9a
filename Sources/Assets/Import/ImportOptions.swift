package import Diagnostics
package import Imaging
package import WorldModel

/// Decodes an image file's bytes; the name is for messages. Throws what it likes: importers add the place.
package typealias ImageDecoder = @Sendable (_ bytes: [UInt8], _ name: String) throws -> Raster<UInt8>

/// PNG and JPEG, within the limits of `ImageFile`.
package let standardImageDecoder: ImageDecoder = { try ImageFile.decode8($0, name: $1) }

/// How a file's coordinates become those of an asset (x forward, y left, z up, metres).
package struct ImportOptions: Sendable {
  /// Which file axis points up, for formats that do not fix it (OBJ).
  package enum UpAxis: String, Sendable, CaseIterable {
    /// +Y up, +Z front, as in glTF: (x, y, z) becomes (z, x, y).
    case y
    /// +Z up, −Y front, as modelling programs draw it: (x, y, z) becomes (−y, x, z).
    case z
  }

  /// Where the asset's origin lies.
  package enum Origin: String, Sendable, CaseIterable {
    case asAuthored
    /// On the ground below the middle of the rest bounds.
    case groundCenter
  }

  /// Metres in one unit of the file.
  package var scale: Double
  /// A turn to the left about z, radians, for models whose front is not where the format has it.
  package var yaw: Double
  package var origin: Origin
  package var upAxis: UpAxis
  /// The asset's class; for scenes, that of nodes that name none.
  package var nativeClass: NativeClass?
  /// Faces without normals meet smoothly below this angle, radians (OBJ without smoothing groups).
  package var creaseAngle: Double

  package init(
    scale: Double = 1, yaw: Double = 0, origin: Origin = .asAuthored, upAxis: UpAxis = .y,
    nativeClass: NativeClass? = nil, creaseAngle: Double = 0.7
  ) {
    self.scale = scale
    self.yaw = yaw
    self.origin = origin
    self.upAxis = upAxis
    self.nativeClass = nativeClass
    self.creaseAngle = creaseAngle
  }

  /// The given class, else the ontology's `object`.
  func resolvedClass() throws -> NativeClass {
    guard let c = nativeClass ?? Ontology.named("object") else {
      throw DioramaError(.internalError, "the ontology has no class \"object\"")
    }
    return c
  }

  func checked() throws {
    guard scale > 0, scale.isFinite, yaw.isFinite else {
      throw DioramaError(
        .usage, "an import scale of \(scale) and a yaw of \(yaw) rad",
        remedy: "Give a positive scale and a finite yaw.")
    }
  }
}

/// What an importer made, and what it had to pass over on the way.
package struct Imported<Product: Sendable>: Sendable {
  package let product: Product
  package let warnings: [Warning]

  package init(_ product: Product, warnings: [Warning]) {
    self.product = product
    self.warnings = warnings
  }
}

/// The largest coordinate that an importer lets pass, metres.
let importCoordinateLimit: Float = 1e12

/// A ceiling on what one file may make an importer allocate, so that a small hostile file cannot fill memory.
struct ImportBudget {
  private var left: Int
  /// Pixels that images may still unfold to: 2²⁸ are sixteen of 4096 × 4096. Counted apart, because flat images
  /// pack to almost nothing.
  private var pixels = 1 << 28

  /// 128 MiB and 32 bytes for each byte read.
  init(inputBytes: Int) { left = (128 << 20) + 32 * min(inputBytes, 1 << 40) }

  /// - Throws: `failure` when an image, or a texture made of it, breaks the ceiling.
  mutating func spendPixels(of image: Raster<UInt8>, orThrow failure: @autoclosure () -> DioramaError) throws
  {
    let n = image.width * image.height
    guard n <= pixels else { throw failure() }
    pixels -= n
  }

  /// More input has been read.
  mutating func grow(byInputBytes n: Int) { left += 32 * min(n, 1 << 40) }

  /// - Throws: `failure` when `count × size` bytes more would break the ceiling.
  mutating func spend(_ count: Int, times size: Int, orThrow failure: @autoclosure () -> DioramaError) throws
  {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    guard !overflow, bytes >= 0, bytes <= left else { throw failure() }
    left -= bytes
  }
}
