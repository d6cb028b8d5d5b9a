import Annotations
import Imaging
import VectorMath
import WorldModel

/// `bev` as a picture for people: what lies on top is drawn last.
enum BirdsEyePicture {
  /// From the ground up.
  private static let colors: [(BirdsEyeLayer, SIMD3<UInt8>)] = [
    (.terrain, [122, 150, 98]), (.railTrack, [150, 130, 110]), (.walkway, [196, 176, 170]),
    (.kerb, [160, 158, 152]), (.carpark, [128, 130, 142]), (.drivableArea, [86, 88, 96]),
    (.lane, [100, 102, 112]), (.crosswalk, [170, 160, 130]), (.roadMark, [236, 236, 232]),
    (.laneDivider, [90, 170, 235]), (.roadDivider, [245, 200, 60]), (.stopLine, [235, 80, 60]),
    (.building, [52, 54, 66]), (.vehicle, [40, 110, 235]), (.twoWheeler, [200, 80, 220]),
    (.pedestrian, [235, 50, 90]),
  ]

  /// The colour of a set of layers.
  static func color(of layers: UInt16) -> SIMD3<UInt8> {
    colors.last { layers & $0.0.bit != 0 }?.1 ?? SIMD3(20, 20, 24)
  }

  /// All layers with the boxes over them; their front is marked. `nil` without the label.
  static func picture(of view: Sample.View) -> Raster<UInt8>? {
    guard let label = view.labels[BirdsEyeLabel.self], let layers = view.labels.shorts(LabelNames.bevLayers)
    else { return nil }
    var picture = LabelPictures.picture(
      name: LabelNames.bevLayers, of: .uint16(layers), classColor: color(of:))
    for entry in label.entries {
      let corners = entry.corners.filter { $0.count == 2 }.map { Vector2($0[0], $0[1]) }
      guard corners.count == 4 else { continue }
      let color = IdentifierColor.color(of: entry.instance)
      for k in 0..<4 { picture.line(from: corners[k], to: corners[(k + 1) % 4], color) }
      let middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4
      picture.line(from: middle, to: (corners[0] + corners[3]) / 2, color)
    }
    return picture
  }
}
