import Encodings

/// Writes Hypersim's files that span frames.
struct HypersimAssembly {
  let records: any FormatRecordSource
  let sink: any FormatSink

  private struct Scene {
    var side: Substring
    var size: [Substring]
    var cameraFromUV: [Substring]
    var projection: [Substring]
    var fieldOfView: Substring
    var frames: [Int] = []
    var positions: [Double] = []
    var orientations: [Double] = []
  }

  func write() throws {
    var scenes = SequenceFolders<Scene>()
    try records.forEach("frames", fields: 9) { fields in
      guard let frame = Int(fields[1]) else { return }
      scenes.update(
        fields[0],
        new: Scene(
          side: fields[2], size: fields[3].split(separator: " "),
          cameraFromUV: fields[6].split(separator: " "), projection: fields[7].split(separator: " "),
          fieldOfView: fields[8])
      ) { scene in
        scene.frames.append(frame)
        scene.positions += fields[4].split(separator: " ").compactMap { Double($0) }
        scene.orientations += fields[5].split(separator: " ").compactMap { Double($0) }
      }
    }
    try scenes.forEach(write)
    try sink.write("metadata_camera_parameters.csv") { put in
      let matrix = { (name: String, n: Int) in
        (0..<(n * n)).map { "\(name)_\($0 / n)\($0 % n)" }
      }
      let columns =
        ["scene_name", "settings_camera_fov", "settings_output_img_width", "settings_output_img_height"]
        + ["settings_units_info_meters_scale"] + matrix("M_cam_from_uv", 3) + matrix("M_proj", 4)
      try put(columns.joined(separator: ",") + "\n")
      try scenes.forEach { name, scene in
        let fields =
          [name[...], scene.fieldOfView] + scene.size + ["1.0"] + scene.cameraFromUV
          + scene.projection
        try put(fields.joined(separator: ",") + "\n")
      }
    }
    try sink.write("metadata_images_split_scene_v1.csv") { put in
      try put(
        "scene_name,camera_name,frame_id,included_in_public_release,exclude_reason,split_partition_name\n")
      try scenes.forEach { name, scene in
        for frame in scene.frames { try put("\(name),cam_00,\(frame),True,,\(scene.side)\n") }
      }
    }
  }

  private func write(_ name: String, _ scene: Scene) throws {
    let detail = "\(name)/_detail"
    let n = scene.frames.count
    guard scene.positions.count == 3 * n, scene.orientations.count == 9 * n else { return }
    let arrays = [
      ("frame_indices", HDF5Array([n], .int32(scene.frames.map { Int32(clamping: $0) }))),
      ("positions", HDF5Array([n, 3], .double(scene.positions))),
      ("orientations", HDF5Array([n, 3, 3], .double(scene.orientations))),
    ]
    for (kind, array) in arrays {
      try sink.write("\(detail)/cam_00/camera_keyframe_\(kind).hdf5", bytes: array.file)
    }
    try sink.write("\(detail)/metadata_cameras.csv") { try $0("camera_name\ncam_00\n") }
    try sink.write("\(detail)/metadata_scene.csv") {
      try $0("parameter_name,parameter_value\nmeters_per_asset_unit,1.0\n")
    }
  }
}
