package import Checks
package import Diagnostics
import Encodings
import VectorMath
package import WorldModel

/// visual-54 for Hypersim: scenes whose arrays are stored as a whole.
package struct HypersimValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-hypersim", name: "hypersim-is-well-formed",
    summary:
      "Hypersim: every keyframe has distances, classes and instances of the picture's size; classes are NYU40's or −1; orientations are rotations; every scene has its camera's parameters. Arrays in chunks are not read.",
    unit: "files and arrays")
  package static let matched = CheckRule(
    id: "visual-54-hypersim-native", name: "hypersim-matches-native",
    summary:
      "Hypersim read back has the native samples' frames, camera poses and parameters, and exactly their distances, classes and instances.",
    unit: "pictures and objects")

  package static let slack = 1e-9

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    let list = "metadata_camera_parameters.csv"
    let scenes = folder.names(in: "").filter { folder.isFolder("\($0)/_detail") }
    guard !scenes.isEmpty || folder.isFile(list) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no Hypersim scene", remedy: "Name the folder with the scenes in it.")
    }
    finding.applied += 1
    var parameters: [String: [Double]] = [:]
    if folder.isFile(list) {
      let lines = try folder.lines(list).map {
        $0.text.split(separator: ",", omittingEmptySubsequences: false)
      }
      let columns = (0..<9).map { k in lines.first?.firstIndex { $0 == "M_cam_from_uv_\(k / 3)\(k % 3)" } }
      let name = lines.first?.firstIndex { $0 == "scene_name" } ?? 0
      for fields in lines.dropFirst() where fields.indices.contains(name) {
        parameters[String(fields[name])] = columns.compactMap { column in
          column.flatMap { fields.indices.contains($0) ? FieldNumber.finite(fields[$0]) : nil }
        }
      }
    }
    var reading = FormatReading()
    for scene in scenes {
      let matrix = parameters[scene] ?? []
      finding.expect(
        matrix.count == 9 && matrix[0] > 0 && matrix[4] > 0 && matrix[8] == -1,
        Violation(
          item: "\(list): \(scene)", found: "M_cam_from_uv \(matrix)", expected: "nine numbers, the last −1"))
      for camera in folder.names(in: "\(scene)/_detail") where camera.hasPrefix("cam_") {
        self.camera(folder, scene, camera, matrix, &reading, &finding)
      }
    }
    return reading
  }

  private func camera(
    _ folder: FormatFolder, _ scene: String, _ camera: String, _ matrix: [Double],
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    let detail = "\(scene)/_detail/\(camera)/camera_keyframe_"
    func array(_ path: String) -> HDF5Array? {
      (try? folder.bytes(path)).flatMap { HDF5Array(reading: $0) }
    }
    func expect(_ holds: Bool, _ item: String, _ found: String, _ expected: String) {
      finding.expect(holds, Violation(item: item, found: found, expected: expected))
    }
    let frames = array(detail + "frame_indices.hdf5")
    let positions = array(detail + "positions.hdf5")
    let orientations = array(detail + "orientations.hdf5")
    let n = frames?.shape.first ?? 0
    guard let frames, frames.shape.count == 1, let positions, positions.shape == [n, 3], let orientations,
      orientations.shape == [n, 3, 3]
    else {
      expect(
        false, detail + "*.hdf5",
        "shapes \(frames?.shape ?? []), \(positions?.shape ?? []), \(orientations?.shape ?? [])",
        "[N], [N, 3], [N, 3, 3]")
      return
    }
    let (places, turns) = (positions.numbers, orientations.numbers)
    for (k, number) in frames.numbers.enumerated() {
      let frame = HypersimFormat.digits(FieldNumber.whole(number) ?? 0, 4)
      let stem = "\(scene)/images/scene_\(camera)_"
      let picture = "\(stem)final_preview/frame.\(frame).tonemap.jpg"
      let size = folder.pictureSize(picture)
      expect(size != nil, picture, "no picture", "the frame's preview")
      let turn = Array(turns[(9 * k)..<(9 * k + 9)])
      expect(Self.isRotation(turn), detail + "orientations.hdf5[\(k)]", "\(turn)", "a rotation")
      var out = FormatReading.Picture(width: size?.width ?? 0, height: size?.height ?? 0)
      out.objects.append(
        .init(
          place: detail + "positions.hdf5[\(k)]", category: "camera",
          numbers: places[(3 * k)..<(3 * k + 3)] + turn + matrix))
      for name in ["depth_meters", "semantic", "semantic_instance"] {
        let file = "\(stem)geometry_hdf5/frame.\(frame).\(name).hdf5"
        let found = array(file)
        expect(
          found != nil && found?.shape == size.map { [$0.height, $0.width] }, file,
          "shape \(found?.shape ?? [])", "the picture's height and width")
        let numbers = found?.numbers ?? []
        switch name {
        case "depth_meters":
          expect(numbers.allSatisfy { $0.isNaN || $0 > 0 }, file, "a distance of 0 or less", "more, or NaN")
        case "semantic":
          expect(
            numbers.allSatisfy { $0 == -1 || (1...40).contains($0) }, file, "other classes", "−1 or 1 to 40")
        default: expect(numbers.allSatisfy { $0 >= -1 }, file, "instances below −1", "−1 or more")
        }
        out.objects.append(.init(place: file, category: name, numbers: PictureDigest.numbers(numbers)))
      }
      reading.pictures[picture] = out
    }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let format = HypersimFormat(options: options)
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      let c = view.camera
      var picture = FormatReading.Picture(width: c.width, height: c.height)
      picture.objects.append(
        .init(
          category: "camera",
          numbers: HypersimFormat.position(view) + HypersimFormat.orientation(view)
            + HypersimFormat.cameraFromUV(c)))
      for (name, array) in [
        ("depth_meters", try HypersimFormat.distance(view, sample)),
        ("semantic", try HypersimFormat.classes(view, sample)),
        ("semantic_instance", try HypersimFormat.instances(view, sample)),
      ] {
        picture.objects.append(.init(category: name, numbers: PictureDigest.numbers(array.numbers)))
      }
      out[HypersimFormat.preview(try format.scene(sample, view), sample.frame)] = picture
    }
    return out
  }

  private static func isRotation(_ m: [Double]) -> Bool {
    guard m.count == 9 else { return false }
    let (x, y, z) = (Vector3(m[0], m[1], m[2]), Vector3(m[3], m[4], m[5]), Vector3(m[6], m[7], m[8]))
    return abs(length(x) - 1) < 1e-3 && abs(length(y) - 1) < 1e-3 && length(cross(x, y) - z) < 1e-3
  }
}
