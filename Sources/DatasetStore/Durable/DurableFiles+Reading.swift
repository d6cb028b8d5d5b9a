import CShims
package import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DurableFiles {
  package static func isDirectory(_ path: String) -> Bool { shim_is_directory(path) == 1 }

  /// Size of a regular file, `nil` when there is none (or a link, or something else).
  package static func size(_ path: String) -> Int? {
    let size = shim_file_size(path)
    return size >= 0 ? Int(size) : nil
  }

  /// The bytes of a regular file; links are not followed.
  /// - Throws: `.noInput` when it is missing or no regular file, `.badInput` beyond `limit`, else `.inputOutput`.
  package static func read(_ path: String, limit: Int = 1 << 31) throws(DioramaError) -> [UInt8] {
    let size = shim_file_size(path)
    guard size >= 0 else { throw failure("read", path, Int32(clamping: -1 - size), reason: .noInput) }
    guard size <= limit else {
      throw DioramaError(.badInput, "\(path): \(size) bytes, at most \(limit) are read")
    }
    var got: Int64 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      got = shim_read_file(path, buffer.baseAddress, Int(size))
      count = max(0, Int(got))
    }
    if got < 0 { throw failure("read", path, Int32(clamping: -got)) }
    return bytes
  }

  /// The names in a directory, in the order of their UTF-8 bytes, without `.` and `..`.
  package static func list(_ path: String) throws(DioramaError) -> [String] {
    guard let directory = opendir(path) else { throw failure("list", path, errno, reason: .noInput) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// An errno as an error that says what to do.
  static func failure(_ verb: String, _ path: String, _ code: Int32, reason: ExitReason? = nil)
    -> DioramaError
  {
    var buffer = [CChar](repeating: 0, count: 128)
    shim_error_text(code, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let message = "cannot \(verb) \(path): \(text)"
    switch code {
    case ENOSPC, EDQUOT:
      return DioramaError(.inputOutput, message, remedy: "Free some space, then resume the run.")
    case EACCES, EPERM, EROFS:
      return DioramaError(
        reason ?? .cannotCreate, message, remedy: "Choose a directory that this user may write to.")
    case EEXIST, ENOTEMPTY, ENOTDIR, ENOENT, ENAMETOOLONG:
      return DioramaError(reason ?? .cannotCreate, message)
    default:
      return DioramaError(.inputOutput, message)
    }
  }
}
