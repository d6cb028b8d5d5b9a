package import Imaging
package import RandomStreams
package import VectorMath

/// One independently reproducible unit: what all cameras of a rig recorded at one instant, with labels.
package struct Sample: Sendable {
  /// Position in the dataset, from 0.
  package var index: Int
  /// The sequence the sample belongs to and its frame number there, from 0.
  package var sequence: Int
  package var frame: Int
  /// Seconds of world time.
  package var time: Double
  package var worldFromRig: RigidTransform<WorldSpace, RigSpace>
  package var views: [View]
  /// What the arrays of microphones heard of the whole sequence: in its first sample, by array; none in the others.
  package var recordings: [Recording] = []
  /// Every value drawn for the sample, with its path.
  package var drawn: [DrawnValue]
  package var attributes: [(name: String, value: String)]

  package init(
    index: Int, sequence: Int, frame: Int, time: Double, worldFromRig: RigidTransform<WorldSpace, RigSpace>,
    views: [View], drawn: [DrawnValue], attributes: [(name: String, value: String)]
  ) {
    self.index = index
    self.sequence = sequence
    self.frame = frame
    self.time = time
    self.worldFromRig = worldFromRig
    self.views = views
    self.drawn = drawn
    self.attributes = attributes
  }

  /// What one camera recorded: its calibration and every label derived from it.
  package struct View: Sendable {
    package var sensor: String
    package var camera: Camera
    package var rigFromCamera: RigidTransform<RigSpace, CameraSpace>
    package var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
    /// Metres to the right-hand partner of a rectified stereo pair.
    package var stereoBaseline: Double?
    package var labels: LabelSet

    package init(
      sensor: String, camera: Camera, rigFromCamera: RigidTransform<RigSpace, CameraSpace>,
      worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, stereoBaseline: Double? = nil,
      labels: LabelSet
    ) {
      self.sensor = sensor
      self.camera = camera
      self.rigFromCamera = rigFromCamera
      self.worldFromCamera = worldFromCamera
      self.stereoBaseline = stereoBaseline
      self.labels = labels
    }
  }
}

extension Sample {
  /// What one array of microphones heard, full scale ±1.
  package struct Recording: Sendable {
    package var sensor: String
    /// Hertz.
    package var rate: Int
    /// By microphone, of one length.
    package var channels: [[Float]]
    /// The part of each source that is kept apart; their sum, in order, is `channels`.
    package var stems: [Stem]
    package var labels: LabelSet

    package init(sensor: String, rate: Int, channels: [[Float]], stems: [Stem] = [], labels: LabelSet) {
      self.sensor = sensor
      self.rate = rate
      self.channels = channels
      self.stems = stems
      self.labels = labels
    }
  }

  /// What one source adds to a recording.
  package struct Stem: Sendable {
    /// The number of its event.
    package var event: Int
    package var channels: [[Float]]

    package init(event: Int, channels: [[Float]]) {
      self.event = event
      self.channels = channels
    }
  }
}

/// One kind of structured (not per-pixel) ground truth; its JSON form is its `Codable` form.
package protocol StructuredLabel: Codable, Sendable {
  /// The label's name in recipes, files and documentation, e.g. `boxes2d`.
  static var name: String { get }
}

/// The labels of one view: rasters by name, structured labels by type.
package struct LabelSet: Sendable {
  package private(set) var rasters: [(name: String, raster: AnyRaster)] = []
  package private(set) var structured: [any StructuredLabel] = []

  package init() {}

  package mutating func set(_ name: String, _ raster: AnyRaster) {
    rasters.removeAll { $0.name == name }
    rasters.append((name, raster))
  }

  package mutating func set(_ label: any StructuredLabel) {
    structured.removeAll { type(of: $0).name == type(of: label).name }
    structured.append(label)
  }

  package func raster(_ name: String) -> AnyRaster? { rasters.first { $0.name == name }?.raster }
  package func floats(_ name: String) -> Raster<Float>? {
    if case .float(let r) = raster(name) { r } else { nil }
  }
  package func bytes(_ name: String) -> Raster<UInt8>? {
    if case .uint8(let r) = raster(name) { r } else { nil }
  }
  package func shorts(_ name: String) -> Raster<UInt16>? {
    if case .uint16(let r) = raster(name) { r } else { nil }
  }
  package func words(_ name: String) -> Raster<UInt32>? {
    if case .uint32(let r) = raster(name) { r } else { nil }
  }

  package subscript<L: StructuredLabel>(_ type: L.Type) -> L? {
    for label in structured { if let found = label as? L { return found } }
    return nil
  }
}
