public import ArgumentParser
import CShims
import Diagnostics
import Foundation

/// The command line.
public struct Diorama: ParsableCommand {
  /// Name, summary and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "diorama",
    abstract: "Builds small worlds and records them as labelled datasets.",
    version: Version.text,
    subcommands: [
      Generate.self, Preview.self, SceneCommand.self, Validate.self, Export.self, Merge.self, Inspect.self,
      List.self,
      Schema.self,
      Bench.self,
    ])

  /// An instance to be filled from arguments.
  public init() {}

  /// Parses the arguments and runs the subcommand; ends the process with the exit code of the command line's
  /// contract.
  public static func launch() {
    shim_reuse_memory()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as DioramaError {
      Console.note(error.description)
      Foundation.exit(error.reason.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}

enum Version {
  static let text = "0.1.0"
}
