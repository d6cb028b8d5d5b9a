import Annotations
import GroundedLanguage
package import WorldModel

/// Who was who in the frames of a sequence so far: one line an entity, so that an id that comes back after
/// many frames is still known.
package struct SequenceMemory: Sendable {
  /// What an instance id stands for.
  package struct Identity: Sendable, Hashable, CustomStringConvertible {
    package var name: String
    package var category: String
    package var asset: String
    package var description: String { "\(name) (\(category), \(asset))" }
  }

  private var identities: [UInt32: Identity] = [:]
  private var ids: [Identity: UInt32] = [:]

  /// By sensor, of those that tell what happens: what was seen so far, without rasters.
  private(set) var moments: [String: [RawMoment]] = [:]

  package init() {}

  package func identity(of instance: UInt32) -> Identity? { identities[instance] }
  /// The id that a named entity had before.
  package func id(of identity: Identity) -> UInt32? { identity.name.isEmpty ? nil : ids[identity] }

  package mutating func note(_ sample: Sample) {
    for view in sample.views {
      if view.labels[NarrationLabel.self] != nil {
        moments[view.sensor, default: []].append(RawMoment(view, of: sample))
      }
      for entry in view.labels[ObjectsLabel.self]?.entries ?? [] {
        let identity = Identity(name: entry.name, category: entry.category, asset: entry.asset)
        if identities[entry.instance] == nil { identities[entry.instance] = identity }
        if ids[identity] == nil { ids[identity] = entry.instance }
      }
    }
  }
}
