import Annotations
package import Checks
package import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// visual-54 for Structured3D: scenes of any maker.
package struct Structured3DValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-structured3d", name: "structured3d-is-well-formed",
    summary:
      "Structured3D: matrices fit their lists, lines end in two junctions and lie on their planes, planes close to rings; pictures of a folder have one size; layouts lie in the picture and name known junctions and planes; every instance has a box.",
    unit: "files and entries")
  package static let matched = CheckRule(
    id: "visual-54-structured3d-native", name: "structured3d-matches-native",
    summary:
      "Structured3D read back has the native samples' cameras, rooms, openings and layouts to the last decimal, and their depth, classes, instances, normals and reflectance exactly.",
    unit: "pictures and objects")

  /// Millimetres, pixels.
  package static let slack = 1e-5
  package static let sharesPictures = true

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    let scenes = folder.names(in: "").filter { $0.hasPrefix("scene_") && folder.isFolder($0) }
    guard !scenes.isEmpty || folder.isFile(FormatFolder.sequenceList) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no Structured3D scene",
        remedy: "Name the folder with scene_00000 in it.")
    }
    finding.applied += 1
    var reading = FormatReading()
    for scene in scenes {
      try Structured3DScene(folder: folder, scene: scene).read(into: &reading, &finding)
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    guard let place = Structured3DPlace(sample) else { return [:] }
    let plan = sample.views.lazy.compactMap { $0.labels[FloorPlanLabel.self] }.first
    let home = plan.map { Structured3DStructure($0) }
    var out: [String: FormatReading.Picture] = [:]
    if let plan, let home {
      out["\(place.folder)/annotation_3d.json"] = FormatReading.Picture(
        width: 0, height: 0, objects: Self.parts(of: plan, home))
    }
    for view in sample.views {
      let camera = try Structured3DCamera(view)
      let number = Structured3DPlace.room(of: view, plan)
      let room = home?.rooms.first { $0.id == number }
      var picture = FormatReading.Picture(width: view.camera.width, height: view.camera.height)
      let folder: String
      var layout: [Double]?
      if view.camera.projection == .equirectangular {
        folder = "\(place.panorama(number))/\(place.contents)"
        picture.objects.append(.init(category: "camera", numbers: camera.panorama))
        layout = room.map { Structured3DPanoramaLayout($0, camera).numbers }
      } else {
        folder = try place.perspective(number, view, options)
        picture.objects.append(.init(category: "camera", numbers: camera.perspective + [1]))
        if let room, let home {
          layout = Structured3DViewLayout(room, of: home, view).junctions.flatMap {
            [$0.place.x, $0.place.y]
          }
        }
      }
      if let layout { picture.objects.append(.init(category: "layout", numbers: layout)) }
      for (name, raster) in try Structured3DMaps(camera: camera, sample: sample.index).all() {
        picture.objects.append(.init(category: name, numbers: Self.digest(raster)))
      }
      out["\(folder)/\(Structured3DFormat.colour(place.tint))"] = picture
    }
    return out
  }

  /// Rooms, openings and the outer walls by their corners, from the plan itself.
  private static func parts(of plan: FloorPlanLabel, _ home: Structured3DStructure) -> [FormatReading.Object]
  {
    func corners(_ ring: [Vector2], _ low: Double, _ high: Double) -> [Double] {
      sorted([low, high].flatMap { z in ring.map { Vector3($0.x, $0.y, z) * 1000 } })
    }
    var out: [FormatReading.Object] = []
    for room in plan.rooms {
      let ring = Structured3DStructure.bends(Structured3DStructure.points(room.outline))
      guard !ring.isEmpty, room.height > 0 else { continue }
      out.append(
        .init(
          category: Structured3DStructure.name(ofRoom: room.kind),
          numbers: [Double(room.room)] + corners(ring, 0, room.height)))
    }
    let last = plan.rooms.map(\.room).max() ?? 0
    for opening in plan.openings {
      let thickness = plan.walls.first { $0.wall == opening.wall }?.thickness ?? 0
      let ends = Structured3DStructure.points([opening.start, opening.end])
      guard ends.count == 2, ends[0] != ends[1], thickness > 0, opening.sill < opening.head else { continue }
      let d = normalized(ends[1] - ends[0])
      let across = Vector2(d.y, -d.x) * (thickness / 2)
      out.append(
        .init(
          category: opening.kind == "window" ? "window" : "door",
          numbers: [Double(last + opening.opening)]
            + corners(ends.flatMap { [$0 + across, $0 - across] }, opening.sill, opening.head)))
    }
    if let outer = home.semantics.last, outer.kind == "outwall" {
      let ring = Structured3DStructure.bends(Structured3DStructure.points(plan.footprint))
      out.append(
        .init(
          category: "outwall",
          numbers: [Double(outer.id)] + corners(ring, 0, plan.rooms.map(\.height).max() ?? 0)))
    }
    return out
  }

  /// Points in an order that their last digits do not decide, as numbers.
  static func sorted(_ points: [Vector3]) -> [Double] {
    func key(_ p: Vector3) -> [Double] { [p.x, p.y, p.z].map { ($0 * 1000).rounded() } }
    let sorted = points.map { (key: key($0), point: $0) }.sorted {
      $0.key.lexicographicallyPrecedes($1.key)
    }
    return sorted.flatMap { [$0.point.x, $0.point.y, $0.point.z] }
  }

  /// Whole numbers that stand for a picture; none for one of floats.
  static func digest(_ raster: AnyRaster) -> [Double] {
    switch raster {
    case .uint8(let r): [Double(r.channels)] + PictureDigest.numbers(PixelCodes.widened(r).values)
    case .uint16(let r): [Double(r.channels)] + PictureDigest.numbers(r.values)
    case .uint32, .float: []
    }
  }
}
