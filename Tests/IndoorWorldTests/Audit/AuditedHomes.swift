import Foundation
import IndoorWorld
import LocatedYAML
import RandomStreams
import VectorMath
import WorldModel

/// Homes as `diorama generate scenes/indoor/apartment.yaml --seed S` makes the first of each run.
enum AuditedHomes {
  /// Makes a world from the `world` part of a recipe.
  struct Maker {
    let generator: any WorldGenerator
    private var draws: Draws

    init(seed: Int, world: String = "{}") throws {
      let document = try YAMLDocument(text: world, file: "world.yaml")
      generator = try document.decode(HomeDescription.self).value.prepare { _ in }
      draws = Draws(stream: RandomStream(seed: UInt64(seed)).child("sequence").child(0), index: 0)
    }

    mutating func world() throws -> World {
      let generator = generator
      return try draws.scope("world") { try generator.world(&$0, duration: 1) }
    }

    mutating func show(view: Int, of views: Int, in world: inout World) throws {
      let generator = generator
      try draws.scope(views == 1 ? "view" : "view/\(view)") {
        try generator.take(view: view, of: &world, &$0, duration: 1)
      }
    }
  }

  /// The near limit of cameras in recipes that name none, metres.
  static let near = 0.05

  /// All that the audit finds about a home and the four places where it is looked at from.
  static func violations(seed: Int, world text: String = "{}", views: Int = 4) throws -> [HomeViolation] {
    var maker = try Maker(seed: seed, world: text)
    var world = try maker.world()
    guard let audit = HomeAudit(world) else { return [] }
    var found = audit.violations()
    for view in 0..<views {
      try maker.show(view: view, of: views, in: &world)
      found += audit.cameraViolations(of: world.rig, duration: 1, near: near, name: "view_\(view)")
    }
    return found
  }

  /// Seeds that `DIORAMA_MEASURE` asks for: a number of homes, or a range such as `100..<400`.
  static let measured: Range<Int>? = {
    guard let text = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] else { return nil }
    let ends = text.components(separatedBy: "..<").compactMap { Int($0) }
    switch ends.count {
    case 1: return 0..<max(0, ends[0])
    case 2 where ends[0] <= ends[1]: return ends[0]..<ends[1]
    default: return nil
    }
  }()
}
