import Diagnostics
import Geometry
import Imaging
import JSON
import Pipeline
import RoadDesign
import RoadNetwork
import VectorMath
import WorldModel

extension Inspect {
  /// What a road file holds; with `--plan` also its map.
  func roadNetwork() throws -> ([(String, JSONValue)], [Warning]) {
    let map = try OpenDRIVEParser.parse(try Console.read(path), file: path)
    if let plan { try Self.draw(map, title: path, to: plan) }
    let s = RoadNetworkSummary(map)
    func metres(_ x: Double) -> JSONValue { .number((x * 100).rounded() / 100) }
    var facts: [(String, JSONValue)] = [
      ("revision", .string(map.header.revision)),
      ("roads", .integer(s.roads)), ("junctions", .integer(s.junctions)),
      ("length_m", metres(s.totalLength)),
      ("lanes", .object(s.lanesByType.map { .init("\($0.type)", .integer($0.lanes)) })),
      ("signals", .integer(s.signals)), ("objects", .integer(s.objects)),
    ]
    let graph = LaneGraph(map)
    let joints = graph.joints
    facts.append(("lane_links", .integer(joints.count)))
    let conflicts = graph.conflicts()
    facts.append(
      (
        "conflicts",
        .object(
          [ConflictArea.Kind.crossing, .merging, .diverging].map { kind in
            .init(kind.rawValue, .integer(conflicts.filter { $0.kind == kind }.count))
          })
      ))
    if !s.bounds.isEmpty {
      facts.append(
        (
          "bounds_m",
          .array([s.bounds.min, s.bounds.max].map { .array([metres($0.x), metres($0.y), metres($0.z)]) })
        ))
    }
    return (facts, s.warnings)
  }

  /// The map from above: SVG, or PNG by the name's ending.
  private static func draw(_ map: RoadMap, title: String, to file: String) throws(DioramaError) {
    let drawing = RoadPlan(map).drawing
    switch file.split(separator: ".").last?.lowercased() {
    case "svg": try Console.write(Array(drawing.svg(title: title).utf8), to: file)
    case "png":
      let picture = PlanRaster(drawing)
      let raster = Raster<UInt8>(
        width: picture.width, height: picture.height, channels: 3, values: picture.bytes)
      try Console.write(try PNGEncoder().encode(raster), to: file)
    default:
      throw DioramaError(
        .usage, "--plan \(file): the name must end in .svg or .png", remedy: "Name a file such as plan.svg.")
    }
  }

  /// Writes the road network of a recipe's first world as OpenDRIVE.
  func writeRoad(to file: String) throws {
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
      throw DioramaError(
        .usage, "--road writes the road network of a recipe", remedy: "Give a recipe (.yaml).")
    }
    guard file.lowercased().hasSuffix(".xodr") else {
      throw DioramaError(.usage, "--road \(file): the name must end in .xodr")
    }
    let plan = try SamplePlan(try Recipe(path: path, overrides: overrides)) { Console.note($0.description) }
    let world = try SampleMaker(plan).moment(of: 0).world
    guard let name = world.attributes.first(where: { $0.name == "road" })?.value else {
      throw DioramaError(
        .usage, "\(path): its worlds have no roads", remedy: "Give a recipe whose generator is town.")
    }
    guard let map = try NetworkCatalog.network(named: name)?.map ?? BuiltInRoads(rawValue: name)?.map() else {
      throw DioramaError(
        .usage, "\(path): its road network is the file \(name)",
        remedy: "Copy that file, or set world.road.network.")
    }
    try Console.write(Array(OpenDRIVEWriter.text(map).utf8), to: file)
  }
}
