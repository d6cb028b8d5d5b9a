import Geometry
import VectorMath

extension OpenDRIVEText {
  /// Appends a road; its pieces follow one another without gaps.
  mutating func road(_ road: RoadText) {
    var geometry = ""
    var s = 0.0
    var point = Vector2(road.x, road.y)
    var heading = road.heading
    for piece in road.pieces {
      let (length, element, shape) = Self.shape(piece)
      geometry +=
        "      <geometry s=\"\(s)\" x=\"\(point.x)\" y=\"\(point.y)\" hdg=\"\(heading)\" length=\"\(length)\">"
      geometry += "<\(element)/></geometry>\n"
      let end = PlanCurve(start: point, heading: heading, length: length, shape: shape).sample(at: length)
      (point, heading) = (end.point, end.heading)
      s += length
    }
    text +=
      "  <road name=\"\" length=\"\(s)\" id=\"\(road.id)\" junction=\"\(road.junction ?? -1)\" rule=\"RHT\">\n"
    text += "    <link>"
    if let p = road.predecessor { text += "<predecessor \(p)/>" }
    if let p = road.successor { text += "<successor \(p)/>" }
    text +=
      "</link>\n    <type s=\"0\" type=\"\(road.kind)\"><speed max=\"\(road.speed)\" unit=\"m/s\"/></type>\n"
    text += "    <planView>\n\(geometry)    </planView>\n    <elevationProfile>\n"
    for e in road.elevation {
      text += "      <elevation s=\"\(e.s)\" a=\"\(e.a)\" b=\"\(e.b)\" c=\"\(e.c)\" d=\"\(e.d)\"/>\n"
    }
    text += "    </elevationProfile>\n    <lanes>\n      <laneSection s=\"0\">\n"
    side("left", road.lanes.filter { $0.id > 0 }.sorted { $0.id > $1.id })
    side("center", [LaneText(0, "none", 0, mark: road.centerMark)])
    side("right", road.lanes.filter { $0.id < 0 }.sorted { $0.id > $1.id })
    text += "      </laneSection>\n    </lanes>\n"
    if let walk = road.crosswalk {
      text += "    <objects>\n      <object id=\"walk\(road.id)\" type=\"crosswalk\" "
      text +=
        "s=\"\((walk.from + walk.to) / 2)\" t=\"0\" zOffset=\"0\"><outlines><outline id=\"0\" closed=\"true\">\n"
      for (s, t) in [
        (walk.from, -walk.halfWidth), (walk.to, -walk.halfWidth), (walk.to, walk.halfWidth),
        (walk.from, walk.halfWidth),
      ] {
        text += "        <cornerRoad s=\"\(s)\" t=\"\(t)\" dz=\"0\" height=\"0\"/>\n"
      }
      text += "      </outline></outlines></object>\n    </objects>\n"
    }
    text += "  </road>\n"
  }

  private mutating func side(_ name: String, _ lanes: [LaneText]) {
    guard !lanes.isEmpty else { return }
    text += "        <\(name)>\n"
    for lane in lanes {
      text += "          <lane id=\"\(lane.id)\" type=\"\(lane.type)\" level=\"false\"><link>"
      if let p = lane.predecessor { text += "<predecessor id=\"\(p)\"/>" }
      if let p = lane.successor { text += "<successor id=\"\(p)\"/>" }
      text += "</link>"
      if lane.id != 0 { text += "<width sOffset=\"0\" a=\"\(lane.width)\" b=\"0\" c=\"0\" d=\"0\"/>" }
      if lane.mark != "none" {
        text +=
          "<roadMark sOffset=\"0\" type=\"\(lane.mark)\" weight=\"standard\" color=\"standard\" width=\"0.12\"/>"
      }
      text += "</lane>\n"
    }
    text += "        </\(name)>\n"
  }

  private static func shape(_ piece: Piece) -> (Double, String, PlanCurve.Shape) {
    switch piece {
    case .line(let length): (length, "line", .line)
    case .arc(let length, let k): (length, "arc curvature=\"\(k)\"", .arc(curvature: k))
    case .spiral(let length, let a, let b):
      (length, "spiral curvStart=\"\(a)\" curvEnd=\"\(b)\"", .clothoid(startCurvature: a, endCurvature: b))
    }
  }
}
