import Annotations
import Imaging
import VectorMath
import WorldModel

/// The label `bev` of a view behind a guard: its two rasters, known to be as large as it says.
struct BirdsEyeCells {
  let label: BirdsEyeLabel
  let layers: Raster<UInt16>
  let instances: Raster<UInt32>

  /// `nil` where anything is missing or sizes disagree.
  init?(_ view: Sample.View) {
    guard let label = view.labels[BirdsEyeLabel.self], let layers = view.labels.shorts(LabelNames.bevLayers),
      let instances = view.labels.words(LabelNames.bevInstance), label.columns > 0, label.rows > 0,
      layers.width == label.columns, layers.height == label.rows, instances.width == label.columns,
      instances.height == label.rows, layers.channels == 1, instances.channels == 1
    else { return nil }
    self.label = label
    self.layers = layers
    self.instances = instances
  }

  /// What a layer's name has for a bit; 0 where no layer has the name.
  func bit(_ layer: BirdsEyeLayer) -> UInt16 {
    guard let known = label.layers.first(where: { $0.name == layer.name }), (0..<16).contains(known.bit)
    else {
      return 0
    }
    return 1 << UInt16(known.bit)
  }

  /// The bits of all layers of road users.
  var roadUsers: UInt16 {
    BirdsEyeLayer.allCases.filter(\.isRoadUser).reduce(0) { $0 | bit($1) }
  }

  /// The affine map as written; `nil` unless it has two rows of three numbers.
  var egoFromCell: (x: Vector3, y: Vector3)? {
    let m = label.egoFromCell
    guard m.count == 2, m.allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isFinite) }) else { return nil }
    return (Vector3(m[0][0], m[0][1], m[0][2]), Vector3(m[1][0], m[1][1], m[1][2]))
  }
}
