import Geometry

/// Writes a road map as an OpenDRIVE file (ASAM, 1.7 unless the header says otherwise).
///
/// What is written reads back as the same roads, junctions and controllers, bit for bit; and written again it is the same
/// text. Warnings and places in a former file are not part of it.
package struct OpenDRIVEWriter {
  var out = MarkupWriter()

  /// The file's text.
  package static func text(_ map: RoadMap) -> String {
    var writer = OpenDRIVEWriter()
    writer.out.open("OpenDRIVE")
    writer.header(map.header)
    for road in map.roads { writer.road(road) }
    for controller in map.controllers { writer.controller(controller) }
    for junction in map.junctions { writer.junction(junction) }
    for group in map.junctionGroups { writer.group(group) }
    writer.out.close()
    return writer.out.text
  }

  func n(_ x: Double) -> String { MarkupWriter.number(x) }

  private mutating func header(_ header: RoadMap.Header) {
    let parts = header.revision.split(separator: ".").map(String.init)
    var attributes: MarkupWriter.Attributes = [
      ("revMajor", parts.first ?? "1"), ("revMinor", parts.count > 1 ? parts[1] : "7"),
      ("name", header.name), ("version", "1"), ("date", MarkupWriter.nonEmpty(header.date)),
    ]
    if let extent = header.extent {
      attributes += [
        ("north", n(extent.north)), ("south", n(extent.south)), ("east", n(extent.east)),
        ("west", n(extent.west)),
      ]
    }
    attributes.append(("vendor", MarkupWriter.nonEmpty(header.vendor)))
    let isMoved = header.offset != .zero || header.offsetHeading != 0
    guard header.geoReference != nil || isMoved else { return out.leaf("header", attributes) }
    out.open("header", attributes)
    if let reference = header.geoReference { out.cdata("geoReference", reference) }
    if isMoved {
      out.leaf(
        "offset",
        [
          ("x", n(header.offset.x)), ("y", n(header.offset.y)), ("z", n(header.offset.z)),
          ("hdg", n(header.offsetHeading)),
        ])
    }
    out.close()
  }

  private mutating func controller(_ controller: SignalController) {
    out.open(
      "controller",
      [
        ("id", controller.id), ("name", MarkupWriter.nonEmpty(controller.name)),
        ("sequence", controller.sequence.map { String($0) }),
      ])
    for id in controller.signals { out.leaf("control", [("signalId", id)]) }
    if let phase = controller.phase {
      out.leaf("userData", [("code", SignalPhase.code), ("value", phase.text)])
    }
    out.close()
  }

  private mutating func group(_ group: JunctionGroup) {
    out.open("junctionGroup", [("name", group.name), ("id", group.id), ("type", group.type)])
    for id in group.junctions { out.leaf("junctionReference", [("junction", id)]) }
    out.close()
  }
}
