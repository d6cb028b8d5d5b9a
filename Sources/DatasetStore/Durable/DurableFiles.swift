import CShims
package import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few file operations that the commit protocol is made of, each of which may be made to fail.
package struct DurableFiles: Sendable {
  package enum Operation: String, Sendable, Hashable, CaseIterable {
    case write, makeDirectory, syncDirectory, rename, remove, link
  }

  package var sync: SyncPolicy
  /// Asked before each operation; anything but 0 is the errno it fails with instead. For tests: a process that
  /// dies at some step is one whose operations all fail from there on.
  package var fault: (@Sendable (Operation, String) -> Int32)?

  package init(sync: SyncPolicy = .everySample, fault: (@Sendable (Operation, String) -> Int32)? = nil) {
    self.sync = sync
    self.fault = fault
  }

  private func perform(_ operation: Operation, _ path: String, _ body: () -> Int32) throws(DioramaError) {
    let code = fault.map { -$0(operation, path) } ?? 0
    let result = code != 0 ? code : body()
    if result < 0 { throw Self.failure(operation.verb, path, -result) }
  }

  /// Creates a file that must not exist yet.
  package func write(_ bytes: [UInt8], to path: String) throws(DioramaError) {
    try perform(.write, path) {
      bytes.withUnsafeBufferPointer {
        shim_write_new_file(path, $0.baseAddress, $0.count, sync == .everySample ? 1 : 0)
      }
    }
  }

  /// Creates a directory and those above it, as far as they are missing.
  package func makeDirectories(_ path: String) throws(DioramaError) {
    if shim_is_directory(path) == 1 { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeDirectories(String(path[..<slash]))
    }
    try perform(.makeDirectory, path) {
      let code = shim_make_directory(path)
      return code == -EEXIST && shim_is_directory(path) == 1 ? 0 : code
    }
  }

  /// Forces a directory's entries onto the device, if the policy wants that.
  package func syncDirectory(_ path: String) throws(DioramaError) {
    guard sync == .everySample else { return }
    try perform(.syncDirectory, path) { shim_sync_directory(path) }
  }

  /// Forces everything written so far onto the device, if the policy wants that now.
  package func syncAll(_ path: String) throws(DioramaError) {
    guard sync == .atEnd else { return }
    try perform(.syncDirectory, path) { shim_sync_filesystem(path) }
  }

  /// Moves something to a name that nothing has.
  package func renameNew(_ from: String, to: String) throws(DioramaError) {
    try perform(.rename, to) { shim_rename_new(from, to) }
  }

  /// Moves a file to a name, in place of the file that has it now, if any.
  package func move(_ from: String, over to: String) throws(DioramaError) {
    try perform(.rename, to) { shim_rename_over(from, to) }
  }

  /// Writes a file under a temporary name in `staging` and moves it over `path`, so that a reader sees the old
  /// or the new one, whole.
  package func replace(_ path: String, with bytes: [UInt8], staging: String) throws(DioramaError) {
    try write(bytes, to: staging)
    try perform(.rename, path) { shim_rename_over(staging, path) }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try syncDirectory(parent)
  }

  /// A second name for a file, or a copy where the file system allows none.
  package func linkOrCopy(_ from: String, to: String) throws(DioramaError) {
    var linked = false
    try perform(.link, to) {
      let code = shim_hard_link(from, to)
      linked = code == 0
      return code == -EXDEV || code == -EPERM || code == -EMLINK || code == -ENOTSUP || code == -ENOSYS
        ? 0 : code
    }
    if !linked { try write(try Self.read(from), to: to) }
  }

  /// Removes a file, or a directory with all in it; what is missing is fine. Links are removed, not followed.
  package func remove(_ path: String) throws(DioramaError) {
    let size = shim_file_size(path)
    if size == -1 - Int64(ENOENT) { return }
    guard size == -1 - Int64(EISDIR) else {
      try perform(.remove, path) { shim_remove_file(path) }
      return
    }
    for name in try Self.list(path) { try remove(path + "/" + name) }
    try perform(.remove, path) { shim_remove_directory(path) }
  }
}

extension DurableFiles.Operation {
  fileprivate var verb: String {
    switch self {
    case .write: "write"
    case .makeDirectory: "create"
    case .syncDirectory: "flush"
    case .rename: "move into place"
    case .remove: "remove"
    case .link: "link"
    }
  }
}
