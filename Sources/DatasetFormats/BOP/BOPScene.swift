import Annotations
import Checks
import Diagnostics
import Encodings
import Geometry
import Imaging
import VectorMath

/// One scene folder under examination.
struct BOPScene {
  let folder: FormatFolder
  let path: String
  let models: JSONTree?

  func read(into reading: inout FormatReading, _ finding: inout CheckFinding) throws(DioramaError) {
    let cameras = try tree("scene_camera.json")
    let poses = try tree("scene_gt.json")
    let infos = try tree("scene_gt_info.json")
    for name in folder.names(in: "\(path)/rgb") {
      let picture = "\(path)/rgb/\(name)"
      let stem = name.prefix { $0 != "." }
      guard let image = Int(stem), let size = folder.pictureSize(picture) else {
        fail(picture, "no picture with a number", "NNNNNN.png", &finding)
        continue
      }
      var out = FormatReading.Picture(width: size.width, height: size.height)
      let place = "\(path), image \(image)"
      if let camera = cameras["\(image)"] {
        out.objects.append(self.camera(camera, place, &finding))
        out.objects.append(depth(camera, place, String(stem), size, &finding))
      } else {
        fail(place, "no camera", "an entry in scene_camera.json", &finding)
      }
      let entries = poses["\(image)"]?.items
      let details = infos["\(image)"]?.items
      finding.expect(
        entries != nil && entries?.count == details?.count,
        Violation(
          item: place, found: "\(entries?.count ?? -1) poses, \(details?.count ?? -1) infos",
          expected: "as many of both"))
      for (i, (pose, info)) in zip(entries ?? [], details ?? []).enumerated() {
        out.objects.append(
          object(pose, info, "\(place), object \(i)", "\(stem)_\(FileNames.number(i)).png", size, &finding))
      }
      reading.pictures[picture] = out
    }
  }

  private func tree(_ name: String) throws(DioramaError) -> JSONTree {
    try JSONTree(try folder.bytes("\(path)/\(name)"), name: "\(path)/\(name)")
  }

  private func fail(_ place: String, _ found: String, _ expected: String, _ finding: inout CheckFinding) {
    finding.expect(false, Violation(item: place, found: found, expected: expected))
  }

  private func camera(
    _ item: JSONTree, _ place: String, _ finding: inout CheckFinding
  ) -> FormatReading.Object {
    let k = item["cam_K"]?.numbers ?? []
    finding.expect(
      k.count == 9 && k.first ?? 0 > 0 && k.dropFirst(4).first ?? 0 > 0 && Array(k.suffix(3)) == [0, 0, 1],
      Violation(item: place, found: "cam_K \(k)", expected: "fx s cx 0 fy cy 0 0 1"))
    let rotation = item["cam_R_w2c"]?.numbers
    finding.expect(
      rotation.map(Self.isRotation) ?? (item["cam_R_w2c"] == nil),
      Violation(item: place, found: "cam_R_w2c \(rotation ?? [])", expected: "a rotation"))
    return .init(
      place: place, category: "camera", numbers: k + (rotation ?? []) + (item["cam_t_w2c"]?.numbers ?? []))
  }

  private func depth(
    _ camera: JSONTree, _ place: String, _ stem: String, _ size: (width: Int, height: Int),
    _ finding: inout CheckFinding
  ) -> FormatReading.Object {
    let scale = camera["depth_scale"]?.number ?? 0
    var numbers: [Double]?
    if let bytes = try? folder.bytes("\(path)/depth/\(stem).png"),
      case .uint16(let raster)? = try? ImageFile.decode(bytes, name: path), raster.channels == 1,
      raster.width == size.width, raster.height == size.height
    {
      numbers = [scale] + PictureDigest.numbers(raster.values)
    }
    finding.expect(
      numbers != nil && scale > 0,
      Violation(
        item: place, found: "depth of another kind or size, or depth_scale \(scale)",
        expected: "16-bit grey of the picture's size, and a scale above 0"))
    return .init(place: place, category: "depth", numbers: numbers ?? [])
  }

  private func object(
    _ pose: JSONTree, _ info: JSONTree, _ place: String, _ mask: String, _ size: (width: Int, height: Int),
    _ finding: inout CheckFinding
  ) -> FormatReading.Object {
    func expect(_ holds: Bool, _ found: String, _ expected: String) {
      finding.expect(holds, Violation(item: place, found: found, expected: expected))
    }
    let (rotation, place3D) = (pose["cam_R_m2c"]?.numbers ?? [], pose["cam_t_m2c"]?.numbers ?? [])
    expect(
      Self.isRotation(rotation) && place3D.count == 3, "\(rotation) \(place3D)", "a rotation and a place")
    let id = pose["obj_id"]?.whole ?? -1
    let model = models?["\(id)"]
    expect(
      models == nil ? id > 0 : model?["diameter"]?.number ?? 0 > 0, "obj_id \(id)",
      "a model in models_info.json with a diameter")
    let counts = ["px_count_all", "px_count_valid", "px_count_visib"].map { info[$0]?.number ?? -1 }
    expect(
      counts[2] >= 0 && counts[1] >= 0 && counts[0] >= max(counts[1], counts[2]), "pixel counts \(counts)",
      "all at least as many as valid and as visible")
    let fraction = info["visib_fract"]?.number ?? -1
    expect(
      abs(fraction - counts[2] / max(1, counts[0])) < 1e-6, "visib_fract \(fraction)",
      "px_count_visib / px_count_all")
    let box = info["bbox_visib"]?.numbers ?? []
    var runs: RunLengthMask?
    for kind in ["mask", "mask_visib"] {
      let file = "\(path)/\(kind)/\(mask)"
      guard let bytes = try? folder.bytes(file),
        case .uint8(let raster)? = try? ImageFile.decode(bytes, name: file), raster.channels == 1,
        raster.width == size.width, raster.height == size.height
      else {
        expect(false, "no \(kind) of 8 bits and the picture's size", file)
        continue
      }
      if kind == "mask_visib" { runs = RunLengthMask(bitmap: PixelCodes.binary(raster, full: 1)) }
    }
    if let runs {
      let bounds = runs.bounds.map { [$0.x, $0.y, $0.width, $0.height].map(Double.init) }
      expect(Double(runs.area) == counts[2], "px_count_visib \(counts[2])", "\(runs.area), the mask's")
      // The benchmark's own boxes are one short in width and height.
      expect(
        bounds.map { box.count == 4 && zip(box, $0).allSatisfy { abs($0 - $1) <= 1 } } ?? (counts[2] == 0),
        "bbox_visib \(box)", "\(bounds ?? []), around the mask")
    }
    return .init(
      place: place, category: model?["name"]?.text ?? "\(id)", box: box, shape: runs.map { .runs($0) },
      numbers: rotation + place3D + counts + (info["obj_size"]?.numbers ?? []))
  }

  /// Nine numbers, row-major: rows of unit length, the third the product of the first two.
  private static func isRotation(_ m: [Double]) -> Bool {
    guard m.count == 9 else { return false }
    let (x, y, z) = (Vector3(m[0], m[1], m[2]), Vector3(m[3], m[4], m[5]), Vector3(m[6], m[7], m[8]))
    return abs(length(x) - 1) < 1e-3 && abs(length(y) - 1) < 1e-3 && length(cross(x, y) - z) < 1e-3
  }
}
