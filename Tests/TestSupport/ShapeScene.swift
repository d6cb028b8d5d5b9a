package import Annotations
import Imaging
package import VectorMath
package import WorldModel

/// Shapes painted back to front, with all labels worked out pixel by pixel from their definitions.
package struct ShapeScene {
  package struct Shape {
    package var instance: UInt32
    package var category: String
    /// Whether the point (u, v), integers at pixel centres, belongs to the shape.
    package var contains: (Double, Double) -> Bool
    package var box3D: Boxes3DLabel.Entry?
    package var keypoints: KeypointsLabel.Entry?

    package init(
      instance: UInt32, category: String, contains: @escaping (Double, Double) -> Bool,
      box3D: Boxes3DLabel.Entry? = nil, keypoints: KeypointsLabel.Entry? = nil
    ) {
      self.instance = instance
      self.category = category
      self.contains = contains
      self.box3D = box3D
      self.keypoints = keypoints
    }
  }

  package var camera: Camera
  /// Back to front.
  package var shapes: [Shape]
  package var sensor = "front"
  package var rigFromCamera = Rig.mount(at: Vector3(0, 0, 1.65))
  package var stereoBaseline: Double?

  package init(_ width: Int, _ height: Int, _ shapes: [Shape] = []) {
    camera = Camera(width: width, height: height, horizontalFieldOfView: 1.4)
    self.shapes = shapes
  }

  /// A disc about a point.
  package static func disc(_ u: Double, _ v: Double, _ radius: Double) -> (Double, Double) -> Bool {
    { x, y in (x - u) * (x - u) + (y - v) * (y - v) <= radius * radius }
  }

  /// Columns and rows of whole pixels.
  package static func pixels(_ us: ClosedRange<Int>, _ vs: ClosedRange<Int>) -> (Double, Double) -> Bool {
    { x, y in us.contains(Int(x)) && vs.contains(Int(y)) }
  }

  package var view: Sample.View {
    let (w, h) = (camera.width, camera.height)
    var owner = Raster<UInt32>(width: w, height: h, fill: 0)
    var semantic = Raster<UInt16>(width: w, height: h, fill: 0)
    var panoptic = Raster<UInt32>(width: w, height: h, fill: 0)
    // Shapes stand a metre and a half apart, so that the farthest of many are beyond 16-bit depth.
    var depth = Raster<Float>(width: w, height: h, fill: .infinity)
    var rgb = Raster<UInt8>(width: w, height: h, channels: 3, fill: 90)
    var amodal: [UInt32: Raster<UInt8>] = [:]
    var canvas: [UInt32: Int] = [:]
    for s in shapes {
      var alone = Raster<UInt8>(width: w, height: h, fill: 0)
      var count = 0
      let native = Ontology.named(s.category)
      for v in -h..<(2 * h) {
        for u in -w..<(2 * w) where s.contains(Double(u), Double(v)) {
          count += 1
          guard u >= 0, v >= 0, u < w, v < h else { continue }
          alone[u, v] = 1
          owner[u, v] = s.instance
          semantic[u, v] = native?.id ?? 0
          depth[u, v] = 1.5 * Float(s.instance) + 0.001 * Float(u)
          panoptic[u, v] = native?.isThing == true ? s.instance : (1 << 23) + UInt32(native?.id ?? 0)
          for c in 0..<3 { rgb[u, v, c] = UInt8(truncatingIfNeeded: Int(s.instance) * (37 + 50 * c)) }
        }
      }
      amodal[s.instance] = alone
      canvas[s.instance] = count
    }
    var objects: [ObjectsLabel.Entry] = []
    var masks: [MasksLabel.Entry] = []
    var boxes: [Boxes2DLabel.Entry] = []
    var visibility: [VisibilityLabel.Entry] = []
    for s in shapes.sorted(by: { $0.instance < $1.instance }) {
      let native = Ontology.named(s.category)
      objects.append(
        ObjectsLabel.Entry(
          instance: s.instance, name: "\(s.category) “\(s.instance)”", category: s.category,
          isThing: native?.isThing ?? true, asset: "test", attributes: [:]))
      var seen = Raster<UInt8>(width: w, height: h, fill: 0)
      for p in owner.values.indices where owner.values[p] == s.instance { seen.values[p] = 1 }
      let modal = RunLengthMask(bitmap: seen)
      let whole = RunLengthMask(bitmap: amodal[s.instance] ?? seen)
      masks.append(MasksLabel.Entry(instance: s.instance, modal: modal, amodal: whole))
      boxes.append(
        Boxes2DLabel.Entry(instance: s.instance, visible: boundsByScan(seen), amodal: whole.bounds))
      visibility.append(
        VisibilityLabel.Entry(
          instance: s.instance, visiblePixels: modal.area, amodalPixels: whole.area,
          canvasPixels: canvas[s.instance] ?? 0))
    }
    var labels = LabelSet()
    labels.set(LabelNames.rgb, .uint8(rgb))
    labels.set(LabelNames.depth, .float(depth))
    labels.set(LabelNames.instance, .uint32(owner))
    labels.set(LabelNames.semantic, .uint16(semantic))
    labels.set(LabelNames.panoptic, .uint32(panoptic))
    labels.set(ObjectsLabel(entries: objects))
    labels.set(MasksLabel(entries: masks))
    labels.set(Boxes2DLabel(entries: boxes))
    labels.set(VisibilityLabel(entries: visibility))
    labels.set(Boxes3DLabel(entries: shapes.compactMap(\.box3D)))
    labels.set(KeypointsLabel(entries: shapes.compactMap(\.keypoints)))
    labels.set(PanopticLabel(segments: segments(of: panoptic)))
    return Sample.View(
      sensor: sensor, camera: camera, rigFromCamera: rigFromCamera,
      worldFromCamera: RigidTransform<WorldSpace, RigSpace>.identity * rigFromCamera,
      stereoBaseline: stereoBaseline, labels: labels)
  }

  private func segments(of panoptic: Raster<UInt32>) -> [PanopticLabel.Segment] {
    Set(panoptic.values).subtracting([0]).sorted().compactMap { id in
      let native =
        id >= 1 << 23
        ? Ontology.withID(UInt16(id - (1 << 23)))
        : shapes.first { $0.instance == id }.flatMap { Ontology.named($0.category) }
      var bitmap = Raster<UInt8>(width: panoptic.width, height: panoptic.height, fill: 0)
      for p in panoptic.values.indices where panoptic.values[p] == id { bitmap.values[p] = 1 }
      guard let native, let box = boundsByScan(bitmap) else { return nil }
      return PanopticLabel.Segment(
        id: id, category: native.name, isThing: native.isThing, area: bitmap.values.count { $0 == 1 },
        box: box)
    }
  }

  /// The box of a bitmap by looking at every pixel.
  private func boundsByScan(_ bitmap: Raster<UInt8>) -> PixelBox? {
    var (us, vs): ([Int], [Int]) = ([], [])
    for v in 0..<bitmap.height {
      for u in 0..<bitmap.width where bitmap[u, v] != 0 {
        us.append(u)
        vs.append(v)
      }
    }
    guard let u0 = us.min(), let u1 = us.max(), let v0 = vs.min(), let v1 = vs.max() else { return nil }
    return PixelBox(x: u0, y: v0, width: u1 - u0 + 1, height: v1 - v0 + 1)
  }
}
