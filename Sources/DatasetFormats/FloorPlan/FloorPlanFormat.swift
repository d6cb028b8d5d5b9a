import Annotations
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// Floor plans as vectors and pictures, with the views that were taken: one folder a sequence.
///
/// - `NNNNNN/plan.json`: rooms, walls, openings, furniture and the graph of rooms as the label `floor_plan` has them at
///   the sequence's first frame, metres and radians with six decimals, and where the pictures lie in the world.
/// - `NNNNNN/plan.svg` (1 : 50, a unit is a metre) and `NNNNNN/plan.dxf` (release 12, metres, layers).
/// - `NNNNNN/plan.png` and its maps `rooms.png`, `doors.png`, `windows.png` (16-bit numbers), `furniture.png` (instances,
///   least significant byte first in RGBA) and `walls.png` (255 in walls), all from the shapes of `plan.json`: a pixel
///   belongs to the shape that holds its centre; 50 pixels a metre.
/// - `NNNNNN/images/*.png` and `NNNNNN/views.txt`: the sequence's pictures, a line each with
///   `path tx ty tz qx qy qz qw fx fy cx cy width height`, world from camera in metres, camera axes right, down, forward,
///   pixels with integers at their centres.
/// - `sequences.txt` names the folders.
///
/// Of homes on several storeys this is the plan of the lowest; `NNNNNN/storey_1` and so on have the same files of the
/// others. Stairs are drawn on the storey where they begin, and on the highest where they end.
///
/// Worlds without a plan have pictures alone.
package struct FloorPlanFormat: DatasetFormat {
  package static let name = "floor_plan"
  package static let summary =
    "Floor plans as JSON, SVG, DXF and pictures with masks, and the views taken in them"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = [FloorPlanLabel.name]
  package static var validator: any FormatValidator { FloorPlanValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    let folder = FileNames.number(sample.sequence)
    for view in sample.views {
      let path = picture(sample, view)
      out.files.append(.picture("\(folder)/\(path)", view, of: sample))
      let numbers = Self.numbers(of: view).map { DecimalText.short($0, 9) }
      out.records.append(FormatRecord("views", "\(folder)|\(path) \(numbers.joined(separator: " "))"))
    }
    guard sample.frame == 0 else { return out }
    guard let label = sample.views.lazy.compactMap({ $0.labels[FloorPlanLabel.self] }).first else {
      return out
    }
    for (k, floor) in label.floors.enumerated() {
      try draw(label.storey(on: floor), at: "\(folder)/\(Self.prefix(storey: k))", into: &out)
    }
    return out
  }

  /// Where a storey's plan lies in the folder of its sequence, as a prefix: the lowest has no folder of its own.
  static func prefix(storey: Int) -> String { storey == 0 ? "" : "storey_\(storey)/" }

  private func draw(_ label: FloorPlanLabel, at prefix: String, into out: inout FormatFragment) throws {
    guard let drawing = PlanDrawing(label), let pictures = PlanPictures(drawing) else { return }
    func add(_ name: String, _ raster: AnyRaster) throws {
      out.files.append(FormatFile("\(prefix)\(name)", .bytes(try options.encodePNG(raster))))
    }
    out.files.append(FormatFile("\(prefix)plan.json", text: PlanJSON(label, pictures).text))
    out.files.append(FormatFile("\(prefix)plan.svg", text: PlanSVG(drawing: drawing).text))
    out.files.append(FormatFile("\(prefix)plan.dxf", text: PlanDXF(drawing: drawing).text))
    try add("plan.png", .uint8(pictures.picture))
    try add("rooms.png", .uint16(pictures.rooms))
    try add("walls.png", .uint8(pictures.walls))
    try add("doors.png", .uint16(pictures.doors))
    try add("windows.png", .uint16(pictures.windows))
    try add("furniture.png", .uint32(pictures.furniture))
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var folders = SequenceFolders<[Substring]>()
    try records.forEach("views", fields: 2) { line in folders.update(line[0], new: []) { $0.append(line[1]) }
    }
    try folders.writeList(into: sink)
    try folders.forEach { name, lines in
      try sink.write("\(name)/views.txt") { put in
        try put("# path tx ty tz qx qy qz qw fx fy cx cy width height\n")
        for line in lines { try put(line + "\n") }
      }
    }
  }

  /// Relative to the sequence's folder.
  func picture(_ sample: Sample, _ view: Sample.View) -> String {
    "images/" + FileNames.stem(sample: sample.index, sensor: view.sensor, of: options) + ".png"
  }

  /// Place, rotation (of the two quaternions the one with w ≥ 0), intrinsics and size.
  static func numbers(of view: Sample.View) -> [Double] {
    let (q, t, c) = (view.worldFromCamera.rotation, view.worldFromCamera.translation, view.camera)
    let sign = q.w < 0 ? -1.0 : 1.0
    return [
      t.x, t.y, t.z, sign * q.x, sign * q.y, sign * q.z, sign * q.w, c.fx, c.fy, c.cx, c.cy, Double(c.width),
      Double(c.height),
    ]
  }
}
