import CSndFile
import Foundation

/// Bytes in memory that libsndfile reads and writes as if they were a file.
final class MemoryFile {
  private(set) var bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  private static func file(_ user: UnsafeMutableRawPointer?) -> MemoryFile? {
    user.map { Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The calls by which libsndfile reaches a `MemoryFile` passed as user data.
  static func calls() -> SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { sf_count_t(MemoryFile.file($0)?.bytes.count ?? 0) },
      seek: { offset, whence, user in sf_count_t(MemoryFile.file(user)?.seek(Int(offset), whence) ?? -1) },
      read: { target, count, user in sf_count_t(MemoryFile.file(user)?.read(target, Int(count)) ?? 0) },
      write: { source, count, user in sf_count_t(MemoryFile.file(user)?.write(source, Int(count)) ?? 0) },
      tell: { sf_count_t(MemoryFile.file($0)?.position ?? 0) })
  }

  private func seek(_ offset: Int, _ whence: Int32) -> Int {
    let base = whence == SEEK_CUR ? position : whence == SEEK_END ? bytes.count : 0
    let (target, overflow) = base.addingReportingOverflow(offset)
    // A file may be sought beyond its end; the limit keeps a later write from filling memory.
    guard !overflow, target >= 0, target <= bytes.count + 1 << 20 else { return -1 }
    position = target
    return target
  }

  private func read(_ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    let count = max(0, min(count, bytes.count - position))
    guard let target, count > 0 else { return 0 }
    bytes.withUnsafeBytes { source in
      guard let base = source.baseAddress else { return }
      target.copyMemory(from: base + position, byteCount: count)
    }
    position += count
    return count
  }

  private func write(_ source: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let source, count > 0 else { return 0 }
    let end = position + count
    if end > bytes.count { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
    bytes.withUnsafeMutableBytes { target in
      target.baseAddress.map { ($0 + position).copyMemory(from: source, byteCount: count) }
    }
    position = end
    return count
  }
}
