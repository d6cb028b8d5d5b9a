import Annotations
import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// Hypersim (Roberts et al. 2021): one scene `ai_SSS_CCC` a sequence (SSS) and camera (CCC) of the rig, whose camera
/// there is `cam_00`. An asset unit is a metre.
///
/// - `images/scene_cam_00_geometry_hdf5/frame.NNNN.*.hdf5`, each with one dataset `dataset`: `depth_meters` (distance from
///   the camera's centre, not z; NaN = nothing), `semantic` (NYU40, −1 = without counterpart or nothing),
///   `semantic_instance` and `render_entity_id` (native instance, −1 = nothing) and, with the labels, `position` (world),
///   `normal_cam`, `normal_world` (faces), `normal_bump_cam`, `normal_bump_world` (shading).
/// - `images/scene_cam_00_final_hdf5/frame.NNNN.color.hdf5` (linear radiance, label `hdr`), `diffuse_reflectance` (linear,
///   `albedo`); `images/scene_cam_00_final_preview/frame.NNNN.tonemap.jpg`: the picture, quality 95.
/// - `_detail/cam_00/camera_keyframe_{frame_indices,positions,orientations}.hdf5`: world from camera, whose axes are
///   right, up, backward; the world's z is up. `_detail/metadata_*.csv`.
/// - `metadata_camera_parameters.csv`: `M_cam_from_uv` and `M_proj` of every scene, image size and field of view;
///   `metadata_images_split_scene_v1.csv`: every image and its side.
package struct HypersimFormat: DatasetFormat {
  package static let name = "hypersim"
  package static let summary = "Hypersim: HDF5 geometry, semantics and radiance, with camera trajectories"
  package static let requiredLabels = [
    LabelNames.rgb, LabelNames.depth, LabelNames.semantic, LabelNames.instance,
  ]
  package static let optionalLabels =
    [LabelNames.hdr, LabelNames.albedo, LabelNames.positionWorld] + normals.map { $0.label }
  package static var validator: any FormatValidator { HypersimValidator() }

  private static let normals: [(file: String, label: String, isCamera: Bool)] = [
    ("normal_cam", LabelNames.normalGeometricCamera, true),
    ("normal_world", LabelNames.normalGeometric, false),
    ("normal_bump_cam", LabelNames.normalCamera, true), ("normal_bump_world", LabelNames.normal, false),
  ]

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    for view in sample.views {
      let scene = try scene(sample, view)
      let c = view.camera
      let frame = "frame.\(Self.digits(sample.frame, 4))"
      func add(_ folder: String, _ name: String, _ array: HDF5Array) {
        out.files.append(
          FormatFile("\(scene)/images/scene_cam_00_\(folder)/\(frame).\(name).hdf5", .bytes(array.file)))
      }
      guard let rgb = view.labels.bytes(LabelNames.rgb), rgb.channels == 3, rgb.width == c.width,
        rgb.height == c.height
      else { throw Self.missing(LabelNames.rgb, view, sample) }
      out.files.append(
        FormatFile(
          Self.preview(scene, sample.frame), .bytes(try JPEGEncoder.encode(rgb, quality: 95))))
      add("geometry_hdf5", "depth_meters", try Self.distance(view, sample))
      add("geometry_hdf5", "semantic", try Self.classes(view, sample))
      let instances = try Self.instances(view, sample)
      for name in ["semantic_instance", "render_entity_id"] { add("geometry_hdf5", name, instances) }
      if let places = view.labels.floats(LabelNames.positionWorld),
        let depth = view.labels.floats(LabelNames.depth)
      {
        add("geometry_hdf5", "position", HDF5Array(places: places, where: depth))
      }
      for (file, label, isCamera) in Self.normals {
        guard let normals = view.labels.floats(label) else { continue }
        add("geometry_hdf5", file, isCamera ? HDF5Array(upAndBack: normals) : HDF5Array(normals))
      }
      if let light = view.labels.floats(LabelNames.hdr) {
        add("final_hdf5", "color", HDF5Array(light))
      }
      if let albedo = view.labels.bytes(LabelNames.albedo), albedo.channels == 3 {
        add(
          "final_hdf5", "diffuse_reflectance",
          HDF5Array([c.height, c.width, 3], .float(PixelCodes.linear(albedo))))
      }
      out.records.append(
        FormatRecord(
          "frames",
          [
            scene, String(sample.frame), options.split.side(ofSequence: sample.sequence).rawValue,
            "\(c.width) \(c.height)", Self.text(Self.position(view)), Self.text(Self.orientation(view)),
            Self.text(Self.cameraFromUV(c)), Self.text(Self.projection(c)),
            Self.text([2 * DeterministicMath.atan(Double(c.width) / 2 / c.fx)]),
          ].joined(separator: "|")))
    }
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try HypersimAssembly(records: records, sink: sink).write()
  }

  /// `ai_012_000`.
  func scene(_ sample: Sample, _ view: Sample.View) throws -> String {
    "ai_\(Self.digits(sample.sequence, 3))_\(Self.digits(try options.cameraIndex(view.sensor), 3))"
  }

  static func digits(_ n: Int, _ count: Int) -> String {
    String(repeating: "0", count: max(0, count - String(n).utf8.count)) + String(n)
  }

  static func preview(_ scene: String, _ frame: Int) -> String {
    "\(scene)/images/scene_cam_00_final_preview/frame.\(digits(frame, 4)).tonemap.jpg"
  }

  /// Numbers that read back as they are.
  private static func text(_ numbers: [Double]) -> String { numbers.map { "\($0)" }.joined(separator: " ") }

  private static func missing(_ label: String, _ view: Sample.View, _ sample: Sample) -> DioramaError {
    DioramaError(
      .badInput,
      "sample \(sample.index), camera '\(view.sensor)': label '\(label)' is missing or of another size",
      remedy: "generate the dataset with the labels that the format requires (`diorama list formats`)")
  }

  /// Along the ray, metres; NaN where nothing is hit.
  static func distance(_ view: Sample.View, _ sample: Sample) throws -> HDF5Array {
    let c = view.camera
    guard let depth = view.labels.floats(LabelNames.depth), depth.channels == 1, depth.width == c.width,
      depth.height == c.height
    else { throw missing(LabelNames.depth, view, sample) }
    return HDF5Array(distances: depth, camera: c)
  }

  /// NYU40; −1 = none.
  static func classes(_ view: Sample.View, _ sample: Sample) throws -> HDF5Array {
    let c = view.camera
    guard let labels = view.labels.shorts(LabelNames.semantic), labels.channels == 1, labels.width == c.width,
      labels.height == c.height
    else { throw missing(LabelNames.semantic, view, sample) }
    let codes = PixelCodes.table(labels) { native in
      let id = ClassSchema.nyu40.labelID(of: native).flatMap { Int16(exactly: $0) } ?? 0
      return id == 0 ? -1 : id
    }
    return HDF5Array([c.height, c.width], .int16(codes.values))
  }

  /// −1 = none.
  static func instances(_ view: Sample.View, _ sample: Sample) throws -> HDF5Array {
    let c = view.camera
    guard let ids = view.labels.words(LabelNames.instance), ids.channels == 1, ids.width == c.width,
      ids.height == c.height
    else { throw missing(LabelNames.instance, view, sample) }
    return HDF5Array([c.height, c.width], .int32(PixelCodes.signed(ids)))
  }

  static func position(_ view: Sample.View) -> [Double] {
    let t = view.worldFromCamera.translation
    return [t.x, t.y, t.z]
  }

  /// World from camera (right, up, backward), row-major.
  static func orientation(_ view: Sample.View) -> [Double] {
    let r = view.worldFromCamera.rotation
    let (x, y, z) = (r * Vector3(1, 0, 0), r * Vector3(0, -1, 0), r * Vector3(0, 0, -1))
    return [x.x, y.x, z.x, x.y, y.y, z.y, x.z, y.z, z.z]
  }

  /// The ray at (u, v, 1), u to the right and v upwards, both from −1 to 1 at the image's borders; row-major.
  static func cameraFromUV(_ c: Camera) -> [Double] {
    let (w, h) = (Double(c.width), Double(c.height))
    return [
      w / 2 / c.fx, 0, ((w - 1) / 2 - c.cx) / c.fx, 0, h / 2 / c.fy, (c.cy - (h - 1) / 2) / c.fy, 0, 0, -1,
    ]
  }

  /// Clip space from camera as OpenGL has it, from the near plane to 1000 m; row-major.
  static func projection(_ c: Camera) -> [Double] {
    let m = cameraFromUV(c)
    let (near, far) = (c.near, 1000.0)
    return [
      1 / m[0], 0, m[2] / m[0], 0, 0, 1 / m[4], m[5] / m[4], 0, 0, 0, (far + near) / (near - far),
      2 * far * near / (near - far), 0, 0, -1, 0,
    ]
  }
}
