import CDeflate
import Diagnostics

/// Files compressed by gzip (RFC 1952), without name or time: the bytes depend on the content and the library's version.
enum Gzip {
  /// - Throws: `.internalError` when the library has no memory.
  static func compress(_ bytes: [UInt8]) throws(DioramaError) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(6) else {
      throw DioramaError(.internalError, "no memory to compress \(bytes.count) bytes")
    }
    defer { libdeflate_free_compressor(compressor) }
    var out = [UInt8](repeating: 0, count: libdeflate_gzip_compress_bound(compressor, bytes.count))
    let count = bytes.withUnsafeBufferPointer { from in
      out.withUnsafeMutableBufferPointer { to in
        libdeflate_gzip_compress(compressor, from.baseAddress, from.count, to.baseAddress, to.count)
      }
    }
    guard count > 0 else { throw DioramaError(.internalError, "\(bytes.count) bytes cannot be compressed") }
    return Array(out.prefix(count))
  }

  /// What a file of one or more members unpacks to.
  /// - Throws: `.badInput` for what is no gzip, is damaged, or unpacks to more than `limit` bytes.
  static func decompress(_ bytes: [UInt8], name: String, limit: Int = 1 << 30) throws(DioramaError) -> [UInt8]
  {
    guard let decompressor = libdeflate_alloc_decompressor() else {
      throw DioramaError(.internalError, "no memory to unpack \(name)")
    }
    defer { libdeflate_free_decompressor(decompressor) }
    var out: [UInt8] = []
    var rest = bytes[...]
    repeat {
      // The size is told at the end, of the last member only and modulo 2³²: room is doubled until it fits.
      var room = max(4096, 4 * rest.count)
      var result = LIBDEFLATE_INSUFFICIENT_SPACE
      while result == LIBDEFLATE_INSUFFICIENT_SPACE, room <= 2 * limit {
        var piece = [UInt8](repeating: 0, count: room)
        var (taken, made) = (0, 0)
        result = rest.withUnsafeBufferPointer { from in
          piece.withUnsafeMutableBufferPointer { to in
            libdeflate_gzip_decompress_ex(
              decompressor, from.baseAddress, from.count, to.baseAddress, to.count, &taken, &made)
          }
        }
        if result == LIBDEFLATE_SUCCESS {
          out += piece.prefix(made)
          rest = rest.dropFirst(max(1, taken))
        }
        room *= 2
      }
      guard result == LIBDEFLATE_SUCCESS, out.count <= limit else {
        throw DioramaError(
          .badInput, "\(name): no gzip file, a damaged one, or one of more than \(limit) bytes")
      }
    } while !rest.isEmpty
    return out
  }
}
