import Diagnostics
import Dispatch
import Foundation

/// A program that is asked once: arguments in, bytes out, no shell between, and an end to waiting.
struct ChildProcess {
  let program: URL

  /// The program of a name in the folders of `PATH`; nil where none has it.
  init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let places = folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else {
      return nil
    }
    program = found
  }

  /// What it writes.
  ///
  /// - Parameter limit: seconds after which it is ended.
  /// - Throws: `.inputOutput` where it cannot be started, fails, or takes longer.
  func output(_ arguments: [String], limit: Double) throws(DioramaError) -> [UInt8] {
    let process = Process()
    let exit = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = exit
    process.standardError = FileHandle.nullDevice
    let name = program.lastPathComponent
    do { try process.run() } catch {
      throw DioramaError(
        .inputOutput, "\(program.path) does not start: \(error.localizedDescription)",
        remedy: "Install \(name) again.")
    }
    let number = process.processIdentifier
    let end = DispatchWorkItem { kill(number, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: end)
    let data = (try? exit.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    end.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw DioramaError(
        .inputOutput, "\(name) failed, or took longer than \(limit) s",
        remedy: "Try \(([name] + arguments).joined(separator: " ")) by hand.")
    }
    return [UInt8](data)
  }
}
