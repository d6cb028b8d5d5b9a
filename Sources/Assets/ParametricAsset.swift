package import WorldModel

/// An asset made from parameters alone: equal parameters give equal bytes.
package protocol ParametricAsset: Sendable {
  /// The name recipes use, e.g. `car`.
  static var assetName: String { get }
  /// The usual one.
  init()
  func makeAsset() -> Asset
}
