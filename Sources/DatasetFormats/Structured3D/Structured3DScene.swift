import Checks
import Diagnostics
import Encodings
import Imaging
import VectorMath

/// One scene under examination.
struct Structured3DScene {
  let folder: FormatFolder
  let scene: String

  private static let maps = ["depth.png", "semantic.png", "instance.png", "normal.png", "albedo.png"]

  func read(into reading: inout FormatReading, _ finding: inout CheckFinding) throws(DioramaError) {
    var annotation: Structured3DAnnotation?
    let file = "\(scene)/annotation_3d.json"
    if folder.isFile(file) {
      let tree = try JSONTree(try folder.bytes(file), name: file)
      annotation = Structured3DAnnotation(tree, file, &finding)
      reading.pictures[file] = FormatReading.Picture(width: 0, height: 0, objects: annotation?.objects ?? [])
    }
    let boxes = try self.boxes(&finding)
    let root = "\(scene)/2D_rendering"
    for room in folder.names(in: root) {
      let panorama = "\(root)/\(room)/panorama"
      if folder.isFolder(panorama) {
        let camera = numbers("\(panorama)/camera_xyz.txt", 3, &finding)
        let layout = folder.isFile("\(panorama)/layout.txt") ? try self.layout(panorama, &finding) : nil
        for contents in folder.names(in: panorama) where folder.isFolder("\(panorama)/\(contents)") {
          pictures("\(panorama)/\(contents)", camera, layout, boxes, &reading, &finding)
        }
      }
      for contents in folder.names(in: "\(root)/\(room)/perspective") {
        for place in folder.names(in: "\(root)/\(room)/perspective/\(contents)") {
          let path = "\(root)/\(room)/perspective/\(contents)/\(place)"
          let camera = numbers("\(path)/camera_pose.txt", 12, &finding)
          expect(
            camera.count == 12 && Self.isPose(camera), "\(path)/camera_pose.txt", "\(camera)",
            "unit directions at right angles, angles below a right one", &finding)
          let layout = try viewLayout(path, annotation, &finding)
          pictures(path, camera, layout, boxes, &reading, &finding)
        }
      }
    }
  }

  /// The pictures of one folder: colours in one or more lights, and one map of each kind.
  private func pictures(
    _ path: String, _ camera: [Double], _ layout: [Double]?, _ boxes: Set<Int>?,
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    let colours = folder.names(in: path).filter { $0.hasPrefix("rgb_") && $0.hasSuffix("light.png") }
    expect(!colours.isEmpty, path, "no colour picture", "rgb_rawlight.png", &finding)
    var maps: [FormatReading.Object] = []
    var sizes: Set<SIMD2<Int>> = []
    for name in Self.maps
    where folder.isFile("\(path)/\(name)") || name == "depth.png" || name == "semantic.png" {
      let file = "\(path)/\(name)"
      guard let bytes = try? folder.bytes(file), let raster = try? ImageFile.decode(bytes, name: file) else {
        expect(false, file, "no picture", "one", &finding)
        continue
      }
      sizes.insert(SIMD2(raster.shape.width, raster.shape.height))
      var isRight = true
      switch (name, raster) {
      case ("depth.png", .uint16(let r)): isRight = r.channels == 1
      case ("semantic.png", .uint8(let r)): isRight = r.channels == 1 && r.values.allSatisfy { $0 <= 40 }
      case ("instance.png", .uint16(let r)):
        isRight = r.channels == 1
        let ids = PixelCodes.distinct(r.values).subtracting([Structured3DMaps.background])
        let strange = ids.filter { !(boxes?.contains(Int($0)) ?? true) }
        expect(
          strange.isEmpty, file, "instances \(strange.sorted().prefix(5)) without a box", "one each", &finding
        )
      case ("normal.png", .uint8(let r)), ("albedo.png", .uint8(let r)): isRight = r.channels == 3
      default: isRight = false
      }
      expect(
        isRight, file, "pixels of another kind, or classes above 40", "as Structured3D has them", &finding)
      maps.append(.init(place: file, category: name, numbers: Structured3DValidator.digest(raster)))
    }
    for colour in colours {
      let file = "\(path)/\(colour)"
      let size = folder.pictureSize(file)
      if let size { sizes.insert(SIMD2(size.width, size.height)) }
      expect(
        size != nil && sizes.count == 1, file,
        size.map { "\($0.width) × \($0.height), maps \(sizes.map { "\($0.x) × \($0.y)" }.sorted())" }
          ?? "no picture",
        "one size for all", &finding)
      var picture = FormatReading.Picture(width: size?.width ?? 0, height: size?.height ?? 0)
      picture.objects.append(.init(place: file, category: "camera", numbers: camera))
      if let layout { picture.objects.append(.init(place: file, category: "layout", numbers: layout)) }
      picture.objects += maps
      reading.pictures[file] = picture
    }
  }

  /// Corners above each other, at least three.
  private func layout(_ path: String, _ finding: inout CheckFinding) throws(DioramaError) -> [Double] {
    let file = "\(path)/layout.txt"
    var out: [Double] = []
    let lines = try folder.lines(file)
    for line in lines {
      let pair = line.text.split(separator: " ").compactMap { FieldNumber.finite($0) }
      expect(pair.count == 2, "\(file):\(line.number)", String(line.text.prefix(80)), "two numbers", &finding)
      if pair.count == 2 { out += pair }
    }
    let isPaired = out.count % 4 == 0 && out.count >= 12
    func isUpright(_ k: Int) -> Bool { abs(out[k] - out[k + 2]) <= 1 && out[k + 1] < out[k + 3] }
    expect(
      isPaired && stride(from: 0, to: out.count - 3, by: 4).allSatisfy(isUpright), file,
      "\(lines.count) corners", "pairs of one column, the ceiling's first", &finding)
    return out
  }

  /// Junctions' pixels; `nil` without a file.
  private func viewLayout(
    _ path: String, _ annotation: Structured3DAnnotation?, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [Double]? {
    let file = "\(path)/layout.json"
    guard folder.isFile(file) else { return nil }
    let tree = try JSONTree(try folder.bytes(file), name: file)
    let size = folder.names(in: path).first { $0.hasPrefix("rgb_") }.flatMap {
      folder.pictureSize("\(path)/\($0)")
    }
    let junctions = tree["junctions"]?.items ?? []
    var places: [Double] = []
    for (i, junction) in junctions.enumerated() {
      let at = junction["coordinate"]?.numbers ?? []
      let id = junction["ID"]?.whole
      let isKnown = id.map { annotation?.hasJunction($0) ?? true } ?? true
      let limits = [Double(size?.width ?? 0), Double(size?.height ?? 0)]
      let isInside = at.count == 2 && zip(at, limits).allSatisfy { $0 >= 0 && $0 <= $1 }
      expect(
        isInside && isKnown, "\(file): junction \(i)",
        "\(at), ID \(id.map { "\($0)" } ?? "none")",
        "a place in the picture, a known junction", &finding)
      places += at.count == 2 ? at : [.infinity, .infinity]
    }
    for (i, plane) in (tree["planes"]?.items ?? []).enumerated() {
      let rings = ["visible_mask", "amodal_mask"].flatMap { plane[$0]?.items ?? [] }
      let isKnown = rings.allSatisfy { ring in
        (ring.numbers ?? [-1]).allSatisfy { n in
          FieldNumber.whole(n).map { junctions.indices.contains($0) } ?? false
        } && (ring.numbers?.count ?? 0) >= 3
      }
      let id = plane["ID"]?.whole ?? -1
      expect(
        isKnown && (annotation?.hasPlane(id) ?? true), "\(file): plane \(i)", "plane \(id)",
        "rings of listed junctions, a known plane", &finding)
    }
    return places
  }

  /// Ids with boxes; `nil` without a file.
  private func boxes(_ finding: inout CheckFinding) throws(DioramaError) -> Set<Int>? {
    let file = "\(scene)/bbox_3d.json"
    guard folder.isFile(file) else { return nil }
    var out: Set<Int> = []
    for (i, box) in (try JSONTree(try folder.bytes(file), name: file).items ?? []).enumerated() {
      let axes = (box["basis"]?.items ?? []).compactMap(\.numbers).filter { $0.count == 3 }
        .map { Vector3($0[0], $0[1], $0[2]) }
      let (half, center) = (box["coeffs"]?.numbers ?? [], box["centroid"]?.numbers ?? [])
      let isTurned =
        axes.count == 3 && axes.allSatisfy { abs(length($0) - 1) < 1e-3 }
        && abs(dot(axes[0], axes[1])) < 1e-3 && abs(dot(axes[0], axes[2])) < 1e-3
        && abs(dot(axes[1], axes[2])) < 1e-3
      let id = box["ID"]?.whole ?? -1
      expect(
        isTurned && half.count == 3 && half.allSatisfy { $0 >= 0 } && center.count == 3
          && out.insert(id).inserted,
        "\(file): box \(i)", "ID \(id), \(half)", "an id of its own, axes at right angles, sizes", &finding)
    }
    return out
  }

  private func numbers(_ file: String, _ count: Int, _ finding: inout CheckFinding) -> [Double] {
    let text = (try? folder.lines(file))?.first?.text ?? ""
    let out = text.split(separator: " ").compactMap { FieldNumber.finite($0) }
    expect(out.count == count, file, String(text.prefix(80)), "\(count) numbers", &finding)
    return out
  }

  private static func isPose(_ n: [Double]) -> Bool {
    let (ahead, up) = (Vector3(n[3], n[4], n[5]), Vector3(n[6], n[7], n[8]))
    return abs(length(ahead) - 1) < 1e-3 && abs(length(up) - 1) < 1e-3 && abs(dot(ahead, up)) < 1e-3
      && n[9] > 0 && n[10] > 0 && n[9] < .pi / 2 && n[10] < .pi / 2
  }

  private func expect(
    _ holds: Bool, _ item: String, _ found: @autoclosure () -> String, _ expected: String,
    _ finding: inout CheckFinding
  ) {
    finding.expect(
      holds,
      holds
        ? Violation(found: "", expected: "") : Violation(item: item, found: found(), expected: expected))
  }
}
