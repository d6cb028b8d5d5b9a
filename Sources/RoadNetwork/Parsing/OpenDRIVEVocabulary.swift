import Diagnostics

/// The elements of OpenDRIVE 1.1 to 1.8 and what each may hold: whatever else stands in a file is named in a warning.
///
/// Attributes and values are judged where they are read; `userData` holds what it likes.
enum OpenDRIVEVocabulary {
  /// Read nowhere in this module, though the standard knows them: these are named too.
  private static let unread: [String: String] = [
    "include": "included files are not read",
    "railroad": "switches are not read",
    "staticBoard": "boards are not read; the signal is kept",
    "vmsBoard": "boards are not read; the signal is kept",
    "signalGroup": "message sign groups are not read",
  ]

  private static let everywhere: Set<String> = ["userData", "include", "dataQuality"]

  private static let children: [String: Set<String>] = [
    "OpenDRIVE": [
      "header", "road", "controller", "junction", "junctionGroup", "station", "signalGroup",
    ],
    "header": ["geoReference", "offset", "license", "defaultRegulations"],
    "road": [
      "link", "type", "planView", "elevationProfile", "lateralProfile", "lanes", "objects", "signals",
      "surface", "railroad",
    ],
    "link": ["predecessor", "successor", "neighbor"],
    "type": ["speed", "line"],
    "planView": ["geometry"],
    "geometry": ["line", "spiral", "arc", "poly3", "paramPoly3"],
    "elevationProfile": ["elevation"],
    "lateralProfile": ["superelevation", "crossfall", "shape", "crossSectionSurface"],
    "crossSectionSurface": ["tOffset", "surfaceStrips"],
    "surfaceStrips": ["strip"],
    "strip": ["width", "constant", "linear", "quadratic", "cubic", "mode"],
    "lanes": ["laneOffset", "laneSection"],
    "laneSection": ["left", "center", "right"],
    "left": ["lane"], "center": ["lane"], "right": ["lane"],
    "lane": [
      "link", "width", "border", "roadMark", "material", "visibility", "speed", "access", "height", "rule",
    ],
    "roadMark": ["type", "explicit", "sway"],
    "explicit": ["line"],
    "access": ["restriction"],
    "objects": ["object", "objectReference", "tunnel", "bridge"],
    "object": [
      "repeat", "outline", "outlines", "material", "validity", "parkingSpace", "markings", "borders",
      "surface",
      "skeleton",
    ],
    "outlines": ["outline"],
    "outline": ["cornerRoad", "cornerLocal"],
    "markings": ["marking"], "marking": ["cornerReference"],
    "borders": ["border"],
    "skeleton": ["polyline"], "polyline": ["vertexRoad", "vertexLocal"],
    "parkingSpace": ["marking"],
    "objectReference": ["validity"], "tunnel": ["validity"], "bridge": ["validity"],
    "signals": ["signal", "signalReference"],
    "signal": [
      "validity", "dependency", "reference", "positionInertial", "positionRoad", "physicalPosition",
      "semantics", "staticBoard", "vmsBoard",
    ],
    "physicalPosition": ["positionInertial", "positionRoad"],
    "signalReference": ["validity"],
    "surface": ["CRG"],
    "controller": ["control"],
    "junction": [
      "connection", "crossPath", "roadSection", "priority", "controller", "surface", "planView", "boundary",
      "elevationGrid",
    ],
    "connection": ["predecessor", "successor", "laneLink"],
    "crossPath": ["startLaneLink", "endLaneLink"],
    "boundary": ["segment"],
    "elevationGrid": ["elevation"],
    "junctionGroup": ["junctionReference"],
    "station": ["platform"], "platform": ["segment"],
  ]

  /// One warning for each kind of stranger, at its first place, with the number of the others.
  static func review(_ root: MarkupElement, into attributes: inout AttributeReader) {
    var found: [String: (first: MarkupElement, count: Int)] = [:]
    var order: [String] = []
    func note(_ element: MarkupElement, _ message: String) {
      if let known = found[message] {
        found[message] = (known.first, known.count + 1)
      } else {
        found[message] = (element, 1)
        order.append(message)
      }
    }
    func walk(_ element: MarkupElement, within parent: String?) {
      // What the border of an object holds differs from what a lane's does.
      let key = element.name == "border" && parent == "borders" ? "borders/border" : element.name
      let allowed = key == "borders/border" ? ["cornerReference"] : children[key]
      for child in element.children {
        if let reason = unread[child.name] {
          note(child, "<\(child.name)> in <\(element.name)>: \(reason)")
          continue
        }
        if everywhere.contains(child.name) { continue }
        guard let allowed else { continue }
        if allowed.contains(child.name) {
          walk(child, within: element.name)
        } else {
          note(child, "<\(child.name)> is no element of <\(element.name)> in OpenDRIVE; passed over")
        }
      }
    }
    walk(root, within: nil)
    for message in order {
      guard let entry = found[message] else { continue }
      let more = entry.count > 1 ? " (\(entry.count - 1) more)" : ""
      attributes.warn(message + more, at: entry.first)
    }
  }
}
