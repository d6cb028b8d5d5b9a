import Diagnostics
import Foundation

/// What goes to people (standard error) and what is the result (standard output).
enum Console {
  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
  static func result(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  /// The bytes of an output file, replaced as a whole.
  static func write(_ bytes: [UInt8], to path: String) throws(DioramaError) {
    // A pipe or a device takes bytes; only a file can be replaced.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard let handle = FileHandle(forWritingAtPath: path) else {
        throw DioramaError(.cannotCreate, "cannot write \(path)", remedy: "Name a file.")
      }
      handle.write(Data(bytes))
      return
    }
    do {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw DioramaError(
        .cannotCreate, "cannot write \(path): \(error.localizedDescription)",
        remedy: "Check the folder's permissions and the free space.")
    }
  }

  static func read(_ path: String) throws(DioramaError) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw DioramaError(.noInput, "there is no file \(path)")
    }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw DioramaError(.inputOutput, "cannot read \(path): \(error.localizedDescription)")
    }
  }

  /// Seconds that all threads of this process have computed so far.
  static var processorSeconds: Double {
    var time = timespec()
    guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Logical processors; the default number of workers.
  static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
