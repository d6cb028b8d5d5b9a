import VectorMath

/// Keyframed motion of an asset's nodes (glTF 2.0 §3.11).
package struct Animation: Sendable {
  package enum Interpolation: Sendable, Hashable { case step, linear, cubicSpline }

  /// What a channel drives. Values are three (translation, scale), four (rotation x, y, z, w) or as many
  /// floats as morph targets, a keyframe; three times that for cubic splines (in-tangent, value, out-tangent).
  package enum Target: Sendable, Hashable { case translation, rotation, scale, weights }

  package struct Channel: Sendable {
    package var node: Int
    package var target: Target
    package var interpolation: Interpolation
    /// Seconds, ascending.
    package var times: [Float]
    package var values: [Float]

    package init(node: Int, target: Target, interpolation: Interpolation, times: [Float], values: [Float]) {
      self.node = node
      self.target = target
      self.interpolation = interpolation
      self.times = times
      self.values = values
    }
  }

  package var name: String
  package var channels: [Channel]
  /// Seconds.
  package var duration: Double { channels.lazy.compactMap { $0.times.last.map(Double.init) }.max() ?? 0 }

  package init(name: String, channels: [Channel]) {
    self.name = name
    self.channels = channels
  }
}

/// Node poses and morph weights of an asset at a time: what moves inside an entity.
package struct Articulation: Sendable {
  package var poses: [NodePose]
  /// Weights by node; a missing or empty entry = the node's rest weights.
  package var morphWeights: [Int: [Float]]

  package init(poses: [NodePose], morphWeights: [Int: [Float]] = [:]) {
    self.poses = poses
    self.morphWeights = morphWeights
  }
}

/// A rule for how an asset's nodes move: a walk cycle, rolling wheels, a clip.
package protocol Articulating: Sendable {
  /// The articulation at world time `t` seconds. Must depend on nothing else.
  func articulation(of asset: Asset, at t: Double) -> Articulation
}
