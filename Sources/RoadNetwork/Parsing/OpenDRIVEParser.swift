package import Diagnostics
import Geometry
import VectorMath

/// Reads OpenDRIVE 1.4 to 1.8 (ASAM; 1.1 headers are met too and read alike).
///
/// Either a usable map with named warnings, or one error with file, line and remedy; no input traps.
package struct OpenDRIVEParser {
  /// Files beyond this many bytes are refused.
  package static let sizeLimit = 512 << 20

  var attributes: AttributeReader
  var sourceLines = SourceLines()
  /// Of the road, and of the junction, that is being read.
  var lines = SourceLines.RoadLines()
  var connectionLines: [Int] = []

  /// - Parameters:
  ///   - bytes: the file's content, UTF-8.
  ///   - file: its name, for messages.
  /// - Throws: `DioramaError(.badInput)`.
  package static func parse(_ bytes: [UInt8], file: String) throws(DioramaError) -> RoadMap {
    guard !bytes.isEmpty else {
      throw DioramaError(
        .badInput, "the file is empty", at: SourceLocation(file: file, line: 1),
        remedy: "give an OpenDRIVE file (.xodr)")
    }
    guard bytes.count <= sizeLimit else {
      throw DioramaError(
        .badInput, "the file has \(bytes.count) bytes, more than \(sizeLimit)",
        at: SourceLocation(file: file, line: 1), remedy: "split the network into smaller files")
    }
    let root = try MarkupReader.read(bytes, file: file)
    var parser = OpenDRIVEParser(attributes: AttributeReader(file: file))
    return try parser.map(root)
  }

  /// Text in place of a file.
  package static func parse(text: String, file: String = "<text>") throws(DioramaError) -> RoadMap {
    try parse(Array(text.utf8), file: file)
  }

  private mutating func map(_ root: MarkupElement) throws(DioramaError) -> RoadMap {
    guard root.name == "OpenDRIVE" else {
      throw attributes.failure(
        "the root element is <\(root.name)>, not <OpenDRIVE>", at: root,
        remedy: "give an OpenDRIVE file (.xodr)")
    }
    var roads: [Road] = []
    var roadIDs: Set<String> = []
    sourceLines.file = attributes.file
    for element in root.all("road") {
      lines = SourceLines.RoadLines()
      lines.road = element.line
      guard let road = try road(element) else { continue }
      guard roadIDs.insert(road.id).inserted else {
        attributes.warn("a second road with id \"\(road.id)\" is left out", at: element)
        continue
      }
      roads.append(road)
      sourceLines.roads.append(lines)
    }
    guard !roads.isEmpty else {
      throw attributes.failure(
        "the file holds no usable road", at: root, remedy: "check the file's <road> elements")
    }
    var junctions: [Junction] = []
    var junctionIDs: Set<String> = []
    for element in root.all("junction") {
      let junction = try junction(element, roads: roadIDs)
      guard junctionIDs.insert(junction.id).inserted else {
        attributes.warn("a second junction with id \"\(junction.id)\" is left out", at: element)
        continue
      }
      junctions.append(junction)
      sourceLines.junctions.append(element.line)
      sourceLines.connections.append(connectionLines)
    }
    for i in roads.indices { dropDanglingLinks(&roads[i], roadIDs, junctionIDs, sourceLines.roads[i].road) }
    var map = RoadMap(
      header: try header(root), roads: roads, junctions: junctions, controllers: try controllers(root))
    map.junctionGroups = junctionGroups(root)
    map.lines = sourceLines
    OpenDRIVEVocabulary.review(root, into: &attributes)
    NetworkReview(map).report(into: &attributes)
    map.warnings = attributes.finished
    return map
  }

  private mutating func header(_ root: MarkupElement) throws(DioramaError) -> RoadMap.Header {
    var header = RoadMap.Header()
    guard let element = root.first("header") else {
      attributes.warn("the file has no <header>", at: root)
      return header
    }
    header.name = element["name"] ?? ""
    header.vendor = element["vendor"] ?? ""
    header.date = element["date"] ?? ""
    if let north = try attributes.optionalNumber(element, "north"),
      let south = try attributes.optionalNumber(element, "south"),
      let east = try attributes.optionalNumber(element, "east"),
      let west = try attributes.optionalNumber(element, "west")
    {
      header.extent = .init(north: north, south: south, east: east, west: west)
    }
    header.revision = "\(element["revMajor"] ?? "?").\(element["revMinor"] ?? "?")"
    header.geoReference = element.first("geoReference").map(\.text)
    if let offset = element.first("offset") {
      header.offset = Vector3(
        try attributes.number(offset, "x", default: 0), try attributes.number(offset, "y", default: 0),
        try attributes.number(offset, "z", default: 0))
      header.offsetHeading = try attributes.number(offset, "hdg", default: 0, limit: 100)
    }
    return header
  }

  private mutating func dropDanglingLinks(
    _ road: inout Road, _ roads: Set<String>, _ junctions: Set<String>, _ line: Int
  ) {
    func isKnown(_ link: RoadLink) -> Bool {
      switch link.target {
      case .road(let id, _): roads.contains(id)
      case .junction(let id): junctions.contains(id)
      }
    }
    if let link = road.predecessor, !isKnown(link) {
      attributes.warn("road \"\(road.id)\": its predecessor is not in the file; left out", line: line)
      road.predecessor = nil
    }
    if let link = road.successor, !isKnown(link) {
      attributes.warn("road \"\(road.id)\": its successor is not in the file; left out", line: line)
      road.successor = nil
    }
  }
}
