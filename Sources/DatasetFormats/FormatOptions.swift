import Diagnostics
package import Encodings
package import Imaging

/// What a user may choose about a written format; formats ignore what does not concern them.
package struct FormatOptions: Sendable {
  /// Whose class list the files speak.
  package enum Classes: String, Sendable, CaseIterable {
    /// Diorama's own: every object is written.
    case native
    /// COCO's: what COCO does not know is left out (objects) or void (panoptic pixels).
    case coco
  }

  /// How COCO files say masks.
  package enum Masks: String, Sendable, CaseIterable {
    /// Run lengths as a list of counts, COCO's own form for masks that are no polygons: exact.
    case runs
    /// Run lengths as maskApi's string: exact and less than half as long, but torchvision's reference loader
    /// and others that only meet COCO's own files cannot read it.
    case compressed
    /// Polygons along pixel edges, for loaders that know nothing else; holes are bridged.
    case polygons
  }

  /// The sensor names of all cameras, in rig order, the same for all samples.
  package var cameras: [String]
  /// The name that the files give the dataset.
  package var title: String
  package var classes: Classes
  package var masks: Masks
  package var split: SplitRule
  /// Objects with fewer visible pixels are not written.
  package var minimumPixels: Int
  /// Encodes a raster as PNG; must give the same bytes for the same raster.
  package var encodePNG: @Sendable (AnyRaster) throws -> [UInt8]
  /// Opens the shapes of objects, for formats that use them (`DatasetFormat.usesModels`); `nil` = nobody has them.
  package var models: (@Sendable () throws -> any ObjectModelSource)?

  package init(
    cameras: [String], title: String = "Diorama", classes: Classes = .native, masks: Masks = .runs,
    split: SplitRule = SplitRule(), minimumPixels: Int = 1,
    encodePNG: @escaping @Sendable (AnyRaster) throws -> [UInt8]
  ) {
    self.cameras = cameras
    self.title = title
    self.classes = classes
    self.masks = masks
    self.split = split
    self.minimumPixels = minimumPixels
    self.encodePNG = encodePNG
  }

  /// The place of a camera in the rig.
  func cameraIndex(_ sensor: String) throws -> Int {
    guard let index = cameras.firstIndex(of: sensor) else {
      throw DioramaError(
        .badInput, "a sample has a view of camera '\(sensor)', which is not among the dataset's cameras",
        remedy: "all samples of one dataset must come from one rig; export them apart")
    }
    return index
  }
}
