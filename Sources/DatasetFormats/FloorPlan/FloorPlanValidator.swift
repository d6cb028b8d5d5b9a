import Annotations
package import Checks
package import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// visual-54 for floor plans: folders with `views.txt` and, where there is a plan, `plan.json` with its drawings.
package struct FloorPlanValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-floor_plan", name: "floor_plan-is-well-formed",
    summary:
      "Floor plans: pictures and maps exist and have one size; poses are finite with unit quaternions; SVG and DXF have the rooms of plan.json, corner by corner.",
    unit: "files and shapes")
  package static let matched = CheckRule(
    id: "visual-54-floor_plan-native", name: "floor_plan-matches-native",
    summary:
      "Floor plans read back have the native samples' views, rooms, walls, openings and furniture to the last decimal.",
    unit: "pictures and objects")

  package static let slack = 1e-6

  package init() {}

  private static let maps = ["rooms.png", "walls.png", "doors.png", "windows.png", "furniture.png"]

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    for prefix in try folder.sequences(with: "views.txt", of: "floor plans", &finding) {
      try views(folder, prefix, &reading, &finding)
      for storey in 0..<100 {
        let home = storey == 0 ? prefix : prefix + FloorPlanFormat.prefix(storey: storey)
        guard folder.isFile(home + "plan.json") else { break }
        try plan(folder, home, &reading, &finding)
      }
    }
    return reading
  }

  private func views(
    _ folder: FormatFolder, _ prefix: String, _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) throws(DioramaError) {
    for line in try folder.lines("\(prefix)views.txt") where !line.text.hasPrefix("#") {
      let place = "\(prefix)views.txt:\(line.number)"
      let fields = line.text.split(separator: " ")
      let numbers = fields.dropFirst().compactMap { FieldNumber.finite($0) }
      let path = "\(prefix)\(fields.first ?? "")"
      let norm = numbers.dropFirst(3).prefix(4).reduce(0) { $0 + $1 * $1 }
      let sound =
        numbers.count == 13 && fields.count == 14 && abs(norm - 1) < 1e-3 && numbers[7] > 0
        && numbers[8] > 0
      finding.expect(
        sound, Violation(item: place, found: String(line.text.prefix(120)), expected: "a path and 13 numbers")
      )
      let size = FormatFolder.isInside(path) ? folder.pictureSize(path) : nil
      finding.expect(
        sound && size.map { Double($0.width) == numbers[11] && Double($0.height) == numbers[12] } ?? false,
        Violation(
          item: place, found: size.map { "\($0.width) × \($0.height)" } ?? "no picture",
          expected: "a picture of the size given"))
      guard sound, FormatFolder.isInside(path) else { continue }
      reading.pictures[path] = FormatReading.Picture(
        width: size?.width ?? 0, height: size?.height ?? 0,
        objects: [.init(place: place, category: "camera", numbers: numbers)])
    }
  }

  private func plan(
    _ folder: FormatFolder, _ prefix: String, _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) throws(DioramaError) {
    let file = "\(prefix)plan.json"
    let tree = try JSONTree(try folder.bytes(file, limit: 256 << 20), name: file)
    let size = folder.pictureSize("\(prefix)plan.png")
    let (width, height) = (tree["picture"]?["width"]?.whole, tree["picture"]?["height"]?.whole)
    for map in ["plan.png"] + Self.maps {
      let found = folder.pictureSize("\(prefix)\(map)")
      finding.expect(
        found.map { $0.width == width && $0.height == height } ?? false,
        Violation(
          item: "\(prefix)\(map)", found: found.map { "\($0.width) × \($0.height)" } ?? "no picture",
          expected: "\(width ?? 0) × \(height ?? 0)"))
    }
    var picture = FormatReading.Picture(width: size?.width ?? 0, height: size?.height ?? 0)
    func items(_ key: String) -> [JSONTree] { tree[key]?.items ?? [] }
    func ring(_ tree: JSONTree?) -> [Double] { (tree?.items ?? []).flatMap { $0.numbers ?? [.infinity] } }
    func all(_ item: JSONTree, _ keys: String...) -> [Double?] { keys.map { item[$0]?.number } }
    func add(_ key: String, _ kind: (JSONTree) -> String?, _ numbers: (JSONTree) -> [Double?]) {
      for (i, item) in items(key).enumerated() {
        let place = "\(file): \(key) \(i)"
        let values = numbers(item)
        let known = values.compactMap { $0 }.filter(\.isFinite)
        finding.expect(
          known.count == values.count && kind(item) != nil,
          Violation(
            item: place, found: "\(values.count - known.count) numbers wanting", expected: "all of them"))
        picture.objects.append(
          .init(place: place, category: kind(item) ?? "", numbers: values.map { $0 ?? .infinity }))
      }
    }
    func point(_ item: JSONTree, _ key: String) -> [Double?] {
      let numbers = item[key]?.numbers
      return numbers?.count == 2 ? numbers ?? [] : [nil, nil]
    }
    add("rooms", { $0["kind"]?.text }) {
      all($0, "room", "floor", "height", "area") + ring($0["outline"]).map { Optional($0) }
    }
    add("walls", { _ in "wall" }) {
      var out = all($0, "wall") + point($0, "start") + point($0, "end")
      out += all($0, "thickness", "left", "right", "floor")
      return out
    }
    add("openings", { $0["kind"]?.text }) { item in
      var out = all(item, "opening", "wall", "left", "right") + point(item, "start") + point(item, "end")
      out += all(item, "width", "sill", "head")
      for leaf in item["leaves"]?.items ?? [] {
        for name in ["pivot", "shut", "open", "now"] { out += point(leaf, name) }
        out += all(leaf, "swing", "opening")
      }
      return out
    }
    add("furniture", { $0["category"]?.text }) {
      all($0, "instance", "room") + point($0, "center") + point($0, "size")
        + all($0, "heading", "low", "high")
    }
    add("passages", { _ in "passage" }) {
      ($0["rooms"]?.numbers ?? []) + [$0["opening"]?.number, $0["width"]?.number]
    }
    add("stairs", { $0["form"]?.text }) { item in
      var numbers = all(item, "room", "bottom", "top")
      for flight in item["flights"]?.items ?? [] {
        numbers += point(flight, "foot") + point(flight, "direction")
        numbers += all(flight, "width", "base", "risers", "riser", "going")
      }
      for landing in item["landings"]?.items ?? [] {
        numbers += ring(landing["outline"]).map { Optional($0) } + all(landing, "top")
      }
      return numbers
    }
    reading.pictures["\(prefix)plan.png"] = picture
    try drawings(folder, prefix, items("rooms").map { ring($0["outline"]) }, &finding)
  }

  /// The rooms of the drawings against those of `plan.json`.
  private func drawings(
    _ folder: FormatFolder, _ prefix: String, _ rooms: [[Double]], _ finding: inout CheckFinding
  ) throws(DioramaError) {
    let svg = "\(prefix)plan.svg"
    let text = String(decoding: try folder.bytes(svg, limit: 64 << 20), as: UTF8.self)
    let shapes = text.split(separator: "class=\"room\"", omittingEmptySubsequences: false).count - 1
    finding.expect(
      shapes == rooms.count && text.contains("</svg>"),
      Violation(item: svg, found: "\(shapes) rooms", expected: "\(rooms.count)"))
    let dxf = "\(prefix)plan.dxf"
    let bytes = try folder.bytes(dxf, limit: 64 << 20)
    let rings = PlanDXF.polylines(of: "ROOMS", in: String(decoding: bytes, as: UTF8.self))
    finding.expect(
      rings?.count == rooms.count,
      Violation(item: dxf, found: rings.map { "\($0.count) rooms" } ?? "no DXF", expected: "\(rooms.count)"))
    for (i, (ring, room)) in zip(rings ?? [], rooms).enumerated() {
      let flat = ring.flatMap { [$0.x, $0.y] }
      finding.expect(
        flat.count == room.count && zip(flat, room).allSatisfy { abs($0 - $1) <= 2e-6 },
        Violation(item: "\(dxf): room \(i)", found: "other corners", expected: "those of plan.json"))
    }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let format = FloorPlanFormat(options: options)
    let folder = FileNames.number(sample.sequence)
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      out["\(folder)/\(format.picture(sample, view))"] = FormatReading.Picture(
        width: view.camera.width, height: view.camera.height,
        objects: [.init(category: "camera", numbers: FloorPlanFormat.numbers(of: view))])
    }
    guard sample.frame == 0,
      let label = sample.views.lazy.compactMap({ $0.labels[FloorPlanLabel.self] }).first
    else { return out }
    for (k, floor) in label.floors.enumerated() {
      let storey = label.storey(on: floor)
      guard let drawing = PlanDrawing(storey), let pictures = PlanPictures(drawing) else { continue }
      out["\(folder)/\(FloorPlanFormat.prefix(storey: k))plan.png"] = FormatReading.Picture(
        width: pictures.width, height: pictures.height, objects: Self.objects(storey))
    }
    return out
  }

  /// What the plan of a storey says.
  private static func objects(_ label: FloorPlanLabel) -> [FormatReading.Object] {
    var objects: [FormatReading.Object] = label.rooms.map { room in
      .init(
        category: room.kind,
        numbers: [Double(room.room), room.floor, room.height, room.area] + room.outline.flatMap { $0 })
    }
    objects += label.walls.map { wall in
      .init(
        category: "wall",
        numbers: [Double(wall.wall)] + wall.start + wall.end
          + [wall.thickness, Double(wall.left), Double(wall.right), wall.floor])
    }
    for opening in label.openings {
      var numbers = [opening.opening, opening.wall, opening.left, opening.right].map { Double($0) }
      numbers += opening.start + opening.end + [opening.width, opening.sill, opening.head]
      for leaf in opening.leaves {
        numbers += leaf.pivot + leaf.shut + leaf.open + leaf.now + [leaf.swing, leaf.opening]
      }
      objects.append(.init(category: opening.kind, numbers: numbers))
    }
    objects += label.furniture.map { symbol in
      .init(
        category: symbol.category,
        numbers: [Double(symbol.instance), Double(symbol.room)] + symbol.center + symbol.size
          + [symbol.heading, symbol.low, symbol.high])
    }
    objects += label.passages.map { passage in
      .init(
        category: "passage",
        numbers: passage.rooms.map { Double($0) } + [Double(passage.opening), passage.width])
    }
    for stair in label.stairs {
      var numbers = [Double(stair.room), stair.bottom, stair.top]
      for flight in stair.flights {
        numbers += flight.foot + flight.direction
        numbers += [flight.width, flight.base, Double(flight.risers), flight.riser, flight.going]
      }
      for landing in stair.landings { numbers += landing.outline.flatMap { $0 } + [landing.top] }
      objects.append(.init(category: stair.form, numbers: numbers))
    }
    return objects
  }
}
