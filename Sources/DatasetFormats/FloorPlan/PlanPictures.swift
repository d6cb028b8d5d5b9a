import Annotations
import Geometry
import Imaging
import VectorMath

/// A floor plan as pixels: y upwards in the world is up in the picture, and a pixel belongs to the shape that holds its
/// centre.
struct PlanPictures {
  static let pixelsPerMetre = 50.0

  let drawing: PlanDrawing
  let width: Int
  let height: Int
  /// The world place of the picture's upper left corner, metres.
  let origin: Vector2

  /// - Returns: `nil` for a plan that is larger than a picture may be.
  init?(_ drawing: PlanDrawing) {
    self.drawing = drawing
    let (low, high) = drawing.bounds
    let size = (high - low) * Self.pixelsPerMetre
    guard size.x >= 1, size.y >= 1, size.x < 16_384, size.y < 16_384 else { return nil }
    // Whole pixels, but for the rounding of the measures.
    width = Int((size.x - 1e-6).rounded(.up))
    height = Int((size.y - 1e-6).rounded(.up))
    origin = Vector2(low.x, high.y)
  }

  /// In pixels from the picture's upper left corner.
  func place(_ p: Vector2) -> Vector2 { Vector2(p.x - origin.x, origin.y - p.y) * Self.pixelsPerMetre }

  private func spans(_ rings: [[Vector2]], _ body: (_ row: Int, _ columns: Range<Int>) -> Void) {
    PolygonFill.spans(of: rings.map { $0.map(place) }, width: width, height: height, body)
  }

  private func map<T: Sendable>(
    _ shapes: [PlanDrawing.Shape], background: T, _ value: (PlanDrawing.Shape) -> T
  )
    -> Raster<T>
  {
    var out = Raster<T>(width: width, height: height, fill: background)
    for shape in shapes {
      let value = value(shape)
      spans([shape.ring]) { row, columns in for u in columns { out.values[row * width + u] = value } }
    }
    return out
  }

  /// Room numbers; 0 elsewhere.
  var rooms: Raster<UInt16> { map(drawing.rooms, background: 0) { UInt16(clamping: $0.id) } }
  /// Numbers of openings, by the floor between the faces of the wall.
  var doors: Raster<UInt16> { map(drawing.doors, background: 0) { UInt16(clamping: $0.id) } }
  var windows: Raster<UInt16> { map(drawing.windows, background: 0) { UInt16(clamping: $0.id) } }
  /// Instances; of several above each other the one that begins highest.
  var furniture: Raster<UInt32> { map(drawing.furniture, background: 0) { UInt32(clamping: $0.id) } }

  /// 255 within the footprint where there is neither room nor opening.
  var walls: Raster<UInt8> {
    var out = Raster<UInt8>(width: width, height: height, fill: 0)
    spans([drawing.footprint]) { row, columns in for u in columns { out.values[row * width + u] = 255 } }
    for shape in drawing.rooms + drawing.doors + drawing.windows {
      spans([shape.ring]) { row, columns in for u in columns { out.values[row * width + u] = 0 } }
    }
    return out
  }

  /// All of it in colours, for people.
  var picture: Raster<UInt8> {
    var out = Raster<UInt8>(width: width, height: height, channels: 3, fill: 255)
    func fill(_ rings: [[Vector2]], _ color: SIMD3<UInt8>) {
      spans(rings) { row, columns in
        for u in columns { out.paint(u, row, color) }
      }
    }
    func line(_ a: Vector2, _ b: Vector2, _ color: SIMD3<UInt8>) {
      // Lines count pixels from their centres.
      let half = Vector2(0.5, 0.5)
      out.line(from: place(a) - half, to: place(b) - half, color)
    }
    fill([drawing.footprint], PlanColor.wall)
    for room in drawing.rooms { fill([room.ring], PlanColor.color(ofRoom: room.name)) }
    for door in drawing.doors { fill([door.ring], PlanColor.door) }
    for window in drawing.windows { fill([window.ring], PlanColor.window) }
    for stair in drawing.stairs {
      for (a, b) in stair.lines { line(a, b, PlanColor.line) }
      for (a, b) in Array(zip(stair.walk, stair.walk.dropFirst())) + stair.arrow {
        line(a, b, PlanColor.wall)
      }
    }
    for shape in drawing.furniture {
      // What hangs overhead is drawn as an outline alone.
      if !shape.isOverhead { fill([shape.ring], PlanColor.furniture) }
      for (a, b) in Polygon(shape.ring).edges { line(a, b, PlanColor.line) }
      if let front = shape.front, !shape.isOverhead, length(front.to - front.from) > 0.15 {
        line(front.from, front.to, PlanColor.line)
      }
    }
    for leaf in drawing.leaves {
      line(leaf.from, leaf.to, PlanColor.wall)
      for (a, b) in zip(leaf.arc, leaf.arc.dropFirst()) { line(a, b, SIMD3(150, 150, 150)) }
    }
    for room in drawing.rooms {
      let name = room.name.split(separator: "_").joined(separator: " ")
      let at = place(drawing.middle(of: room))
      out.text(
        name, u: Int(at.x) - name.count * BitmapFont.advance / 2, v: Int(at.y) - 4, SIMD3(20, 20, 30))
    }
    return out
  }
}
