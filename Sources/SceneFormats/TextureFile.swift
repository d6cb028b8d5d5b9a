import Diagnostics
import Imaging

/// Textures as PNG files.
enum TextureFile {
  /// The whole image: RGB, with alpha where any texel is not opaque and `keepsAlpha`.
  static func png(_ texture: Texture, keepsAlpha: Bool = true, _ encoder: PNGEncoder) throws(DioramaError)
    -> [UInt8]
  {
    guard let level = texture.levels.first else { throw empty(texture) }
    let hasAlpha = keepsAlpha && level.texels.contains { $0 >> 24 != 255 }
    let channels = hasAlpha ? 4 : 3
    var values: [UInt8] = []
    values.reserveCapacity(level.texels.count * channels)
    for texel in level.texels {
      values.append(UInt8(truncatingIfNeeded: texel))
      values.append(UInt8(truncatingIfNeeded: texel >> 8))
      values.append(UInt8(truncatingIfNeeded: texel >> 16))
      if hasAlpha { values.append(UInt8(truncatingIfNeeded: texel >> 24)) }
    }
    return try encoder.encode(
      Raster<UInt8>(width: level.width, height: level.height, channels: channels, values: values))
  }

  /// One channel as grey: 0 red, 1 green, 2 blue, 3 alpha.
  static func png(_ texture: Texture, channel: Int, _ encoder: PNGEncoder) throws(DioramaError) -> [UInt8] {
    guard let level = texture.levels.first else { throw empty(texture) }
    let values = level.texels.map { UInt8(truncatingIfNeeded: $0 >> (8 * UInt32(channel))) }
    return try encoder.encode(Raster<UInt8>(width: level.width, height: level.height, values: values))
  }

  /// Whether any texel is not opaque.
  static func hasAlpha(_ texture: Texture) -> Bool {
    texture.levels.first?.texels.contains { $0 >> 24 != 255 } ?? false
  }

  private static func empty(_ texture: Texture) -> DioramaError {
    DioramaError(.internalError, "the texture \(texture.name) has no pixels")
  }
}

/// Textures as files beside the main file, `STEM_textures/HASH.png`: equal pictures are one file, and a name never
/// means two pictures.
final class TextureFolder {
  private let files: StagedScene
  private let encoder = PNGEncoder()
  private struct Use: Hashable {
    var texture: ObjectIdentifier
    /// −1 = colour, −2 = colour without alpha, else a channel.
    var channel: Int
  }
  private var known: [Use: String] = [:]
  private var written: Set<String> = []

  init(_ files: StagedScene) { self.files = files }

  /// The file with a texture's colours, by its path relative to the main file.
  func colour(_ texture: Texture, keepsAlpha: Bool = true) throws(DioramaError) -> String {
    try file(texture, keepsAlpha ? -1 : -2) { encoder throws(DioramaError) in
      try TextureFile.png(texture, keepsAlpha: keepsAlpha, encoder)
    }
  }

  /// The file with one channel of a texture as grey.
  func channel(_ channel: Int, of texture: Texture) throws(DioramaError) -> String {
    try file(texture, channel) { encoder throws(DioramaError) in
      try TextureFile.png(texture, channel: channel, encoder)
    }
  }

  private func file(
    _ texture: Texture, _ channel: Int, _ encode: (PNGEncoder) throws(DioramaError) -> [UInt8]
  ) throws(DioramaError) -> String {
    let use = Use(texture: ObjectIdentifier(texture), channel: channel)
    if let path = known[use] { return path }
    let bytes = try encode(encoder)
    let path = "\(files.stem)_textures/\(SHA256.hex(of: bytes).prefix(16)).png"
    known[use] = path
    if written.insert(path).inserted {
      let stream = try files.companion(path)
      try stream.write(bytes)
      try stream.close()
    }
    return path
  }
}
