import CShims
import Diagnostics

/// Keeps a second writer out of a directory. Ends with the value, so also with the process.
final class DirectoryLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `.temporary` while another process holds the lock.
  init(_ path: String, directory: String) throws(DioramaError) {
    let code = shim_lock_file(path)
    if code == SHIM_LOCKED {
      throw DioramaError(
        .temporary, "another process is writing to \(directory)",
        remedy: "Wait for it to end, or choose another directory.")
    }
    guard code >= 0 else { throw DurableFiles.failure("lock", path, -code) }
    descriptor = code
  }

  deinit { _ = shim_close(descriptor) }
}
