package import Annotations
import Diagnostics
import Imaging
package import WorldModel

/// Everything the labels of one view say about one countable object that is seen in it.
package struct ViewObject: Sendable {
  package var entry: ObjectsLabel.Entry
  package var native: NativeClass
  /// The visible pixels.
  package var mask: RunLengthMask?
  /// Around the visible pixels.
  package var visibleBox: PixelBox
  /// Around the pixels of the object rendered alone, inside the image.
  package var amodalBox: PixelBox?
  package var visibility: VisibilityLabel.Entry?
  package var box3D: Boxes3DLabel.Entry?
  package var keypoints: KeypointsLabel.Entry?

  /// Visible pixels, as far as the labels tell.
  var pixels: Int? { mask?.area ?? visibility?.visiblePixels }

  /// The countable objects of a view with at least `minimumPixels` visible pixels, ascending by instance.
  ///
  /// - Throws: `DioramaError` (badInput) when `objects` is missing, neither masks nor boxes are there, or a
  ///   label does not fit the image.
  package static func all(in view: Sample.View, sample: Int, minimumPixels: Int) throws -> [ViewObject] {
    func fail(_ message: String) -> DioramaError {
      DioramaError(
        .badInput, "sample \(sample), camera '\(view.sensor)': \(message)",
        remedy: "generate the dataset with the labels that the format requires (`diorama list formats`)")
    }
    guard let objects = view.labels[ObjectsLabel.self] else { throw fail("label 'objects' is missing") }
    let boxes = view.labels[Boxes2DLabel.self]
    let masks = view.labels[MasksLabel.self]
    guard boxes != nil || masks != nil else { throw fail("labels 'boxes2d' and 'masks' are both missing") }
    let boxByID = index(boxes?.entries ?? [], by: \.instance)
    let maskByID = index(masks?.entries ?? [], by: \.instance)
    let visibilityByID = index(view.labels[VisibilityLabel.self]?.entries ?? [], by: \.instance)
    let box3DByID = index(view.labels[Boxes3DLabel.self]?.entries ?? [], by: \.instance)
    let keypointsByID = index(view.labels[KeypointsLabel.self]?.entries ?? [], by: \.instance)
    let image = PixelBox(x: 0, y: 0, width: view.camera.width, height: view.camera.height)
    var out: [ViewObject] = []
    for entry in objects.entries.sorted(by: { $0.instance < $1.instance }) where entry.isThing {
      guard let native = Ontology.named(entry.category) else {
        throw fail("object \(entry.instance) is of the unknown class '\(entry.category)'")
      }
      let mask = maskByID[entry.instance]?.modal
      if let mask {
        guard mask.size == [image.height, image.width], mask.counts.allSatisfy({ $0 >= 0 }),
          mask.counts.reduce(0, +) == image.area
        else { throw fail("the mask of object \(entry.instance) is not of the image's size") }
      }
      guard let box = boxByID[entry.instance]?.visible ?? mask?.bounds else { continue }
      guard mask == nil || mask?.bounds == box else {
        throw fail("the box and the mask of object \(entry.instance) contradict each other")
      }
      guard box.width > 0, box.height > 0, image.contains(box) else {
        throw fail("the box of object \(entry.instance) is not inside the image")
      }
      let object = ViewObject(
        entry: entry, native: native, mask: mask, visibleBox: box, amodalBox: boxByID[entry.instance]?.amodal,
        visibility: visibilityByID[entry.instance], box3D: box3DByID[entry.instance],
        keypoints: keypointsByID[entry.instance])
      if let pixels = object.pixels, pixels < max(1, minimumPixels) { continue }
      out.append(object)
    }
    return out
  }

  private static func index<T>(_ entries: [T], by id: (T) -> UInt32) -> [UInt32: T] {
    Dictionary(entries.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
