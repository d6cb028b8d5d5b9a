import Annotations
import Checks
import Imaging
import WorldModel

/// One targeted mistake, and the checks that must see it.
struct Mutation: Sendable, CustomStringConvertible {
  var name: String
  /// Ids without the family, e.g. `05`.
  var caught: [String]
  /// Whose labels are changed.
  enum Place: Sendable { case scene, home, spoken, heard, above }
  var place = Place.scene
  var apply: @Sendable (inout Fixture) -> Void

  init(
    _ name: String, _ caught: String..., isAtHome: Bool = false,
    apply: @escaping @Sendable (inout Fixture) -> Void
  ) {
    self.name = name
    place = isAtHome ? .home : .scene
    self.caught = caught.map { "visual-\($0)" }
    self.apply = apply
  }

  var description: String { name }
  var fixture: Fixture {
    switch place {
    case .scene: .right
    case .home: .home
    case .spoken: .spoken
    case .heard: .heard
    case .above: .above
    }
  }
}

extension Fixture {
  /// Changes a raster of floats of the left view of one sample.
  mutating func floats(_ sample: Int, _ name: String, view: Int = 0, _ body: (inout Raster<Float>) -> Void) {
    guard var raster = samples[sample].views[view].labels.floats(name) else { return }
    body(&raster)
    samples[sample].views[view].labels.set(name, .float(raster))
  }
  mutating func words(_ sample: Int, _ name: String, _ body: (inout Raster<UInt32>) -> Void) {
    guard var raster = samples[sample].views[0].labels.words(name) else { return }
    body(&raster)
    samples[sample].views[0].labels.set(name, .uint32(raster))
  }
  mutating func shorts(_ sample: Int, _ name: String, _ body: (inout Raster<UInt16>) -> Void) {
    guard var raster = samples[sample].views[0].labels.shorts(name) else { return }
    body(&raster)
    samples[sample].views[0].labels.set(name, .uint16(raster))
  }
  mutating func bytes(_ sample: Int, _ name: String, _ body: (inout Raster<UInt8>) -> Void) {
    guard var raster = samples[sample].views[0].labels.bytes(name) else { return }
    body(&raster)
    samples[sample].views[0].labels.set(name, .uint8(raster))
  }
  /// Changes a structured label of the left view of one sample.
  mutating func label<L: StructuredLabel>(_ sample: Int, _ type: L.Type, _ body: (inout L) -> Void) {
    guard var label = samples[sample].views[0].labels[type] else { return }
    body(&label)
    samples[sample].views[0].labels.set(label)
  }
  /// Changes the middle one of the tracked points of the left view of one sample that are seen (or not), of one
  /// object or of any.
  mutating func point(
    _ sample: Int, seen: Bool, of instance: UInt32? = nil, _ body: (inout PointTracksLabel.Entry) -> Void
  ) {
    label(sample, PointTracksLabel.self) {
      let choice = $0.entries.indices.filter { [entries = $0.entries] i in
        (entries[i].visibility == 2) == seen && (instance == nil || entries[i].instance == instance)
      }
      if !choice.isEmpty { body(&$0.entries[choice[choice.count / 2]]) }
    }
  }
  /// Swaps two channels everywhere.
  mutating func swapChannels(_ sample: Int, _ name: String, _ a: Int, _ b: Int) {
    floats(sample, name) { r in
      for p in 0..<(r.width * r.height) { r.values.swapAt(p * r.channels + a, p * r.channels + b) }
    }
  }
  /// Multiplies one channel everywhere.
  mutating func scale(_ sample: Int, _ name: String, _ channel: Int, _ factor: Float) {
    floats(sample, name) { r in
      for p in 0..<(r.width * r.height) { r.values[p * r.channels + channel] *= factor }
    }
  }
  /// A pixel of the left view of a sample that shows an instance, `skip` pixels on from the first.
  func pixel(_ sample: Int, of id: UInt32, skip: Int = 0) -> (u: Int, v: Int) {
    guard let map = samples[sample].views[0].labels.words(LabelNames.instance) else { return (0, 0) }
    let places = map.values.indices.filter { map.values[$0] == id }
    guard places.count > skip else { return (0, 0) }
    return (places[skip] % map.width, places[skip] / map.width)
  }
}

/// A raster moved by whole pixels, its border repeated.
func shifted<T>(_ r: Raster<T>, _ du: Int, _ dv: Int) -> Raster<T> {
  var out = r
  for v in 0..<r.height {
    for u in 0..<r.width {
      for c in 0..<r.channels {
        out[u, v, c] = r[min(max(0, u - du), r.width - 1), min(max(0, v - dv), r.height - 1), c]
      }
    }
  }
  return out
}
