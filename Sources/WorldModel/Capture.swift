package import Imaging
package import VectorMath

/// Which raw outputs a camera should record.
package struct CaptureChannels: OptionSet, Sendable, Hashable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// sRGB bytes.
  package static let rgb = CaptureChannels(rawValue: 1 << 0)
  /// Linear radiance, supersampled.
  package static let hdr = CaptureChannels(rawValue: 1 << 1)
  /// Diffuse reflectance at the pixel centre, sRGB bytes.
  package static let albedo = CaptureChannels(rawValue: 1 << 2)
  /// Planar z, metres; +inf where nothing is seen.
  package static let depth = CaptureChannels(rawValue: 1 << 3)
  package static let instance = CaptureChannels(rawValue: 1 << 4)
  package static let semantic = CaptureChannels(rawValue: 1 << 5)
  /// Shading normals, world.
  package static let normal = CaptureChannels(rawValue: 1 << 6)
  /// Face normals, world, towards the camera.
  package static let faceNormal = CaptureChannels(rawValue: 1 << 7)
  package static let uv = CaptureChannels(rawValue: 1 << 8)
  /// Piece and triangle: the visibility decision itself.
  package static let visibility = CaptureChannels(rawValue: 1 << 9)
  /// Pixels to the next and to the previous frame.
  package static let flowForward = CaptureChannels(rawValue: 1 << 10)
  package static let flowBackward = CaptureChannels(rawValue: 1 << 11)
  /// Whether the point is hidden in the other frame.
  package static let occlusionForward = CaptureChannels(rawValue: 1 << 12)
  package static let occlusionBackward = CaptureChannels(rawValue: 1 << 13)
  /// World motion to the next frame.
  package static let sceneFlow = CaptureChannels(rawValue: 1 << 14)
  /// Whether the point is hidden from the stereo partner.
  package static let stereoOcclusion = CaptureChannels(rawValue: 1 << 15)
  /// Every thing drawn alone, on the enlarged canvas.
  package static let alone = CaptureChannels(rawValue: 1 << 16)
  /// The world's tracked points.
  package static let points = CaptureChannels(rawValue: 1 << 17)
  /// The carrier's inertial unit; nothing for the renderer to do.
  package static let inertia = CaptureChannels(rawValue: 1 << 18)
}

/// What one camera recorded at one instant, before any label: rasters read from one visibility decision.
///
/// Rasters that were not asked for are `nil`.
package struct Capture: Sendable {
  /// One thing as if nothing else existed.
  package struct AloneLayer: Sendable {
    /// Index into `snapshot.subjects`.
    package var entity: Int
    /// The part of the image that `inverseDepth` covers: first column and row, width and height (may be 0).
    package var u0: Int
    package var v0: Int
    package var width: Int
    package var height: Int
    /// 1/z row by row; 0 where the thing is not.
    package var inverseDepth: [Float]
    /// Pixels of the thing on the canvas three images wide and high.
    package var canvasPixels: Int

    package init(
      entity: Int, u0: Int, v0: Int, width: Int, height: Int, inverseDepth: [Float], canvasPixels: Int
    ) {
      self.entity = entity
      self.u0 = u0
      self.v0 = v0
      self.width = width
      self.height = height
      self.inverseDepth = inverseDepth
      self.canvasPixels = canvasPixels
    }
  }

  /// A tracked point as the camera finds it.
  package struct PointSight: Sendable {
    package var point: TrackedPoint
    /// Camera frame, metres; anywhere, also behind.
    package var position: Vector3
    /// In the image, on a side that is drawn, with nothing before it.
    package var isSeen: Bool

    package init(point: TrackedPoint, position: Vector3, isSeen: Bool) {
      self.point = point
      self.position = position
      self.isSeen = isSeen
    }
  }

  package var sensor: String
  package var camera: Camera
  package var rigFromCamera: RigidTransform<RigSpace, CameraSpace>
  package var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  /// Metres to the right-hand partner of a rectified pair.
  package var stereoBaseline: Double?
  package var world: World
  package var snapshot: Snapshot

  package var rgb: Raster<UInt8>?
  package var hdr: Raster<Float>?
  package var albedo: Raster<UInt8>?
  package var depth: Raster<Float>?
  package var normal: Raster<Float>?
  package var faceNormal: Raster<Float>?
  package var uv: Raster<Float>?
  package var instance: Raster<UInt32>?
  package var semantic: Raster<UInt16>?
  /// Piece index + 1 and triangle index + 1; 0 = nothing.
  package var piece: Raster<UInt32>?
  package var triangle: Raster<UInt32>?
  package var flowForward: Raster<Float>?
  package var flowBackward: Raster<Float>?
  package var occlusionForward: Raster<UInt8>?
  package var occlusionBackward: Raster<UInt8>?
  package var sceneFlow: Raster<Float>?
  package var stereoOcclusion: Raster<UInt8>?
  package var alone: [AloneLayer]
  package var points: [PointSight]?

  package init(
    sensor: String, camera: Camera, rigFromCamera: RigidTransform<RigSpace, CameraSpace>,
    worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, stereoBaseline: Double?, world: World,
    snapshot: Snapshot, alone: [AloneLayer] = []
  ) {
    self.sensor = sensor
    self.camera = camera
    self.rigFromCamera = rigFromCamera
    self.worldFromCamera = worldFromCamera
    self.stereoBaseline = stereoBaseline
    self.world = world
    self.snapshot = snapshot
    self.alone = alone
  }
}
