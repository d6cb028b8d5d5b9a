package import Diagnostics
package import LocatedYAML
package import RandomStreams

/// Makes worlds from chance; prepared once a run, then asked once a sequence. Pure: equal draws, equal world.
package protocol WorldGenerator: Sendable {
  /// - Parameter duration: seconds that the world must last, from t = 0 (allow one frame more at both ends).
  func world(_ draws: inout Draws, duration: Double) throws -> World
  /// Puts the carrier of the cameras elsewhere in a world that several sequences show.
  ///
  /// - Parameter draws: of this view alone. What it decides must not depend on the views before.
  func take(view: Int, of world: inout World, _ draws: inout Draws, duration: Double) throws
  /// How many variants of each view there are, one sequence each; at least 1.
  var variants: Int { get }
  /// Turns a world, lit and with its cameras in place, into one of its variants.
  ///
  /// Entities that stay keep their ids, textures and order, cameras stay where they are, and what the variant changed
  /// goes to the world's attributes.
  /// - Parameter draws: of this variant of this view alone.
  func show(variant: Int, of world: inout World, _ draws: inout Draws) throws
  /// What sounds in a world whose carrier is in place; what sounds only may still be put into it.
  ///
  /// - Returns: `nil` for worlds that make no sound.
  func soundscape(of world: inout World, for brief: SoundscapeBrief, _ draws: inout Draws) throws
    -> Soundscape?
}

extension WorldGenerator {
  package func take(view: Int, of world: inout World, _ draws: inout Draws, duration: Double) throws {}
  package var variants: Int { 1 }
  package func show(variant: Int, of world: inout World, _ draws: inout Draws) throws {}
  package func soundscape(of world: inout World, for brief: SoundscapeBrief, _ draws: inout Draws) throws
    -> Soundscape?
  { nil }
}

/// The part of a recipe that describes a kind of world.
package protocol WorldDescription: YAMLDecodable, Sendable {
  /// The value of the recipe's `generator` key, e.g. `town`.
  static var kind: String { get }
  /// Reads files and builds what all worlds share.
  ///
  /// - Throws: `DioramaError` for broken input; what can be repaired goes to `warn`.
  func prepare(warn: (Warning) -> Void) throws -> any WorldGenerator
}
