import Annotations
import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// Where in Structured3D's folders a sample belongs, by what it says of itself.
struct Structured3DPlace {
  /// The number of the home: sequences that show one share it.
  let scene: Int
  /// Which of the places in the home it is seen from.
  let view: Int
  let frame: Int
  /// `full`, `simple` or `empty`.
  let contents: String
  /// `raw`, `cold` or `warm`.
  let tint: String

  /// - Returns: `nil` for variants that Structured3D has no name for: a thing moved, another hour.
  init?(_ sample: Sample) {
    // What chance decided names the world that it decided on: sequence/3/view/1/…
    let paths = sample.drawn.lazy.map { $0.path.split(separator: "/") }.filter { $0.first == "sequence" }
    scene = paths.lazy.compactMap { $0.dropFirst().first.flatMap { Int($0) } }.first ?? sample.sequence
    view = paths.lazy.compactMap { $0.count > 4 && $0[2] == "view" ? Int($0[3]) : nil }.first ?? 0
    frame = sample.frame
    var (contents, tint) = ("full", "raw")
    let variant = sample.attributes.first { $0.name == "variant" }?.value ?? "full"
    for word in variant.split(separator: "_").map(String.init) {
      switch word {
      case "full", "simple", "empty": contents = word
      case "raw", "cold", "warm": tint = word
      default: return nil
      }
    }
    (self.contents, self.tint) = (contents, tint)
  }

  var folder: String { "scene_" + String(repeating: "0", count: max(0, 5 - "\(scene)".count)) + "\(scene)" }

  /// The room that holds the camera; 0 outdoors, in walls and where nothing tells.
  static func room(of view: Sample.View, _ plan: FloorPlanLabel?) -> Int {
    if let layout = view.labels[LayoutLabel.self] { return layout.cameraRoom }
    let t = view.worldFromCamera.translation
    return plan?.rooms.first { room in
      Polygon(Structured3DStructure.points(room.outline)).contains(Vector2(t.x, t.y)) && t.z > 0
        && t.z < room.height
    }?.room ?? 0
  }

  /// The folder of a room's panorama.
  func panorama(_ room: Int) -> String { "\(folder)/2D_rendering/\(room)/panorama" }

  /// The folder of one perspective picture: named by its place, and by frame and camera where there are several.
  func perspective(_ room: Int, _ view: Sample.View, _ options: FormatOptions) throws -> String {
    var name = "\(self.view)"
    let camera = try options.cameraIndex(view.sensor)
    if frame > 0 || options.cameras.count > 1 { name += "_\(frame)" }
    if options.cameras.count > 1 { name += "_\(camera)" }
    return "\(folder)/2D_rendering/\(room)/perspective/\(contents)/\(name)"
  }
}
