import Annotations
import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// Structured3D (Zheng et al. 2020): a folder `scene_NNNNN` a home. Millimetres, z up, the world's own axes.
///
/// - `annotation_3d.json`: junctions, lines, planes (normal · x + offset = 0, the normal into the empty space), rooms,
///   doors, windows and outer walls as lists of planes, the two incidence matrices, cuboids and Manhattan groups; from
///   the label `floor_plan`. Rooms have the numbers of the native `room` raster as ids.
/// - `bbox_3d.json`: things' boxes by instance: axes as rows, half sizes, centre.
/// - `2D_rendering/ROOM/panorama/{full,simple,empty}/`: `rgb_{raw,cold,warm}light.png`, `depth.png` (along the ray; 0 =
///   none), `semantic.png` (NYU40, 0 = without counterpart), `instance.png` (16-bit, of what has a box; 65535 = all
///   else), `normal.png` (128 (1 + n); along the look-at axis, up, and left, where panoramas look along −y),
///   `albedo.png`. The middle of a panorama looks along +y, columns grow towards +x: native ones are turned by whole
///   columns. Beside them `camera_xyz.txt` and `layout.txt`: a room's corners, ceiling and floor by turns, in pixels with
///   integers at their centres. A room has one panorama: the first sample's that is in it.
/// - `2D_rendering/ROOM/perspective/full/PLACE/`: likewise, depth planar, with `camera_pose.txt` and `layout.json`, whose
///   pixels have the integers at their top left corners. Variants without furniture stand in `simple` and `empty`.
///
/// What is shown and in which light, the sample's attribute `variant` says (recipes of homes: `full_raw` to `empty_warm`);
/// samples without it are full and raw. ROOM is 0 outdoors and in worlds without a plan, which have no annotation.
package struct Structured3DFormat: DatasetFormat {
  package static let name = "structured3d"
  package static let summary =
    "Structured3D: rooms as junctions, lines and planes, panoramas and views, full, simple and empty"
  package static let requiredLabels = [
    LabelNames.rgb, LabelNames.depth, LabelNames.semantic, LabelNames.instance,
  ]
  package static let optionalLabels = [
    LabelNames.albedo, LabelNames.normalCamera, FloorPlanLabel.name, LayoutLabel.name, Boxes3DLabel.name,
  ]
  package static let lenses: Set<Projection> = [.pinhole, .equirectangular]
  package static var validator: any FormatValidator { Structured3DValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    guard let place = Structured3DPlace(sample) else {
      out.warnings.append(
        Warning("sample \(sample.index) is left out: Structured3D has no place for its variant"))
      return out
    }
    let plan = sample.views.lazy.compactMap { $0.labels[FloorPlanLabel.self] }.first
    let home = plan.map { Structured3DStructure($0) }
    if let home {
      for opening in home.looseOpenings {
        out.warnings.append(
          Warning("\(place.folder): a face of opening \(opening) lies on no wall of a room"))
      }
      out.files.append(
        FormatFile("\(place.folder)/annotation_3d.json", text: home.json.text + "\n", isShared: true))
    }
    for view in sample.views {
      let camera = try Structured3DCamera(view)
      let number = Structured3DPlace.room(of: view, plan)
      let room = home?.rooms.first { $0.id == number }
      if view.camera.projection == .equirectangular {
        try addPanorama(place, number, room, camera, sample, to: &out)
      } else {
        try addPerspective(place, number, room, home, camera, sample, to: &out)
      }
      for entry in view.labels[Boxes3DLabel.self]?.entries ?? [] {
        guard let box = Self.box(entry) else { continue }
        out.records.append(FormatRecord("boxes", "\(place.folder)|\(entry.instance)|\(box.text)"))
      }
    }
    out.records.append(FormatRecord("scenes", place.folder))
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var scenes = SequenceFolders<[String: Substring]>()
    try records.forEach("scenes") { scenes.update($0, new: [:]) { _ in } }
    try records.forEach("boxes", fields: 3) { fields in
      scenes.update(fields[0], new: [:]) { boxes in
        // A thing's box is where it was first seen.
        if boxes[String(fields[1])] == nil { boxes[String(fields[1])] = fields[2] }
      }
    }
    try scenes.writeList(into: sink)
    try scenes.forEach { name, boxes in
      try sink.write("\(name)/bbox_3d.json") { put in
        try put("[")
        for (i, box) in boxes.sorted(by: { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }).enumerated() {
          try put((i > 0 ? ",\n" : "\n") + box.value)
        }
        try put("\n]\n")
      }
    }
  }

  private func addPanorama(
    _ place: Structured3DPlace, _ number: Int, _ room: Structured3DStructure.Room?,
    _ camera: Structured3DCamera, _ sample: Sample, to out: inout FormatFragment
  ) throws {
    let folder = place.panorama(number)
    out.files.append(
      FormatFile(
        "\(folder)/camera_xyz.txt", text: Structured3DCamera.line(camera.panorama, 6) + "\n", isShared: true))
    if let room {
      out.files.append(
        FormatFile(
          "\(folder)/layout.txt", text: Structured3DPanoramaLayout(room, camera).text, isShared: true))
    }
    try addPictures("\(folder)/\(place.contents)", place.tint, camera, sample, isColourShared: true, to: &out)
  }

  private func addPerspective(
    _ place: Structured3DPlace, _ number: Int, _ room: Structured3DStructure.Room?,
    _ home: Structured3DStructure?, _ camera: Structured3DCamera, _ sample: Sample,
    to out: inout FormatFragment
  ) throws {
    let folder = try place.perspective(number, camera.view, options)
    out.files.append(
      FormatFile(
        "\(folder)/camera_pose.txt", text: Structured3DCamera.line(camera.perspective, 12) + " 1\n",
        isShared: true))
    if let room, let home {
      let layout = Structured3DViewLayout(room, of: home, camera.view)
      out.files.append(FormatFile("\(folder)/layout.json", text: layout.json.text + "\n", isShared: true))
    }
    try addPictures(folder, place.tint, camera, sample, isColourShared: false, to: &out)
  }

  /// - Parameter isColourShared: whether another place may have its picture here too.
  private func addPictures(
    _ folder: String, _ tint: String, _ camera: Structured3DCamera, _ sample: Sample, isColourShared: Bool,
    to out: inout FormatFragment
  ) throws {
    let maps = Structured3DMaps(camera: camera, sample: sample.index)
    let path = "\(folder)/\(Self.colour(tint))"
    if let turned = try maps.turnedColour() {
      out.files.append(
        FormatFile(path, .bytes(try options.encodePNG(.uint8(turned))), isShared: isColourShared))
    } else {
      var picture = FormatFile.picture(path, camera.view, of: sample)
      picture.isShared = isColourShared
      out.files.append(picture)
    }
    // Light changes none of these.
    for (name, raster) in try maps.all() {
      out.files.append(
        FormatFile("\(folder)/\(name)", .bytes(try options.encodePNG(raster)), isShared: true))
    }
  }

  static func colour(_ tint: String) -> String { "rgb_\(tint)light.png" }

  /// An entry of `bbox_3d.json`; `nil` for one that is no box.
  static func box(_ entry: Boxes3DLabel.Entry) -> JSONText? {
    let (q, size, center) = (entry.rotation, entry.size, entry.center)
    guard q.count == 4, size.count == 3, center.count == 3, (q + size + center).allSatisfy(\.isFinite) else {
      return nil
    }
    let r = Quaternion(w: q[0], x: q[1], y: q[2], z: q[3])
    func list(_ numbers: [Double], _ decimals: Int) -> JSONText {
      .array(numbers.map { .number($0, decimals: decimals) })
    }
    let axes = [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1)].map { r * $0 }
    return .object([
      ("ID", .int(Int(entry.instance))), ("basis", .array(axes.map { list([$0.x, $0.y, $0.z], 12) })),
      ("coeffs", list(size.map { $0 * 500 }, 6)), ("centroid", list(center.map { $0 * 1000 }, 6)),
    ])
  }
}
