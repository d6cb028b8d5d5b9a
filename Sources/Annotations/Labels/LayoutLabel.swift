import WorldModel

/// `layout`: the bare rooms that the view looks into, as planes, the lines in which these meet, and the corners in which
/// the lines do; furniture does not count.
///
/// World frame, metres; pixels with integers at their centres. Floors, ceilings and walls are planes through the room's
/// clear outline: mouldings are thinner than what is called seen here, and openings belong to the wall that they are in.
/// The ceiling is the room's flat one, so that the planes enclose all of the room: the lower border of a tray, and beams,
/// stand before it and before the upper edges of walls as furniture does, and are instances of their own.
/// The first room is the one in which the camera is, if it is in one; the others follow by number as far as one of
/// their planes is seen.
package struct LayoutLabel: StructuredLabel {
  package static let name = "layout"

  package struct Plane: Codable, Sendable, Hashable {
    /// `floor`, `ceiling` or `wall`.
    package var kind: String
    /// Unit, into the room; `normal` · x = `offset` on the plane.
    package var normal: [Double]
    package var offset: Double
    /// Instances that the plane is made of; none where the world leaves them out.
    package var surfaces: [UInt32]
    /// Pixels that show the plane itself.
    package var visible: RunLengthMask
    /// Pixels whose centre looks at the plane within its outline, whatever stands before it, and those of `visible`:
    /// corners of pictures are rounded to 1/256 pixel, so that these may lie that much outside.
    package var amodal: RunLengthMask

    package init(
      kind: String, normal: [Double], offset: Double, surfaces: [UInt32], visible: RunLengthMask,
      amodal: RunLengthMask
    ) {
      self.kind = kind
      self.normal = normal
      self.offset = offset
      self.surfaces = surfaces
      self.visible = visible
      self.amodal = amodal
    }
  }

  /// Where two planes meet.
  package struct Line: Codable, Sendable, Hashable {
    package var point: [Double]
    /// Unit, from the first of its junctions to the second.
    package var direction: [Double]
    /// The ends of what is in the image, whether it is hidden or not; absent where nothing is.
    package var segment: [[Double]]?
    /// All parts in the image, from the first junction on, where there are several: lenses that bend lines may let one
    /// leave the image and come back. `segment` is then the one whose ends are farthest apart.
    package var segments: [[[Double]]]?

    package init(
      point: [Double], direction: [Double], segment: [[Double]]?, segments: [[[Double]]]? = nil
    ) {
      self.point = point
      self.direction = direction
      self.segment = segment
      self.segments = segments
    }
  }

  /// A corner of the room.
  package struct Junction: Codable, Sendable, Hashable {
    package var position: [Double]
    /// In the camera frame.
    package var camera: [Double]
    /// Where it is seen, in the image or beside it; absent behind the camera.
    package var u: Double?
    package var v: Double?
    package var isInFrame: Bool
    /// In the image, and the pixel there shows the floor, the ceiling, a wall or a moulding of the room within
    /// `LayoutLabel.reach` of the corner.
    package var isVisible: Bool

    package init(
      position: [Double], camera: [Double], u: Double?, v: Double?, isInFrame: Bool, isVisible: Bool
    ) {
      self.position = position
      self.camera = camera
      self.u = u
      self.v = v
      self.isInFrame = isInFrame
      self.isVisible = isVisible
    }
  }

  package struct Room: Codable, Sendable, Hashable {
    /// The value in the `room` raster.
    package var room: Int
    package var kind: String
    /// The floor, the ceiling, then a wall for each side of the outline, in its order.
    package var planes: [Plane]
    /// Where floor and walls meet, where ceiling and walls do, and the upright ones, each n in the order of the outline.
    package var lines: [Line]
    /// Floor corners, then the ceiling corners above them, in the order of the outline: wall i runs from corner i to the
    /// next.
    package var junctions: [Junction]
    /// A row a plane, a column a line: 1 where the line lies on the plane.
    package var planeLines: [[Int]]
    /// A row a line, a column a junction: 1 where the line ends at the junction.
    package var lineJunctions: [[Int]]
    /// Four walls at right angles.
    package var isCuboid: Bool
    /// All walls parallel or at right angles to each other.
    package var isManhattan: Bool

    package init(
      room: Int, kind: String, planes: [Plane], lines: [Line], junctions: [Junction], planeLines: [[Int]],
      lineJunctions: [[Int]], isCuboid: Bool, isManhattan: Bool
    ) {
      self.room = room
      self.kind = kind
      self.planes = planes
      self.lines = lines
      self.junctions = junctions
      self.planeLines = planeLines
      self.lineJunctions = lineJunctions
      self.isCuboid = isCuboid
      self.isManhattan = isManhattan
    }
  }

  /// How far from a corner what is seen of it may lie, metres: mouldings cover the corner itself.
  package static let reach = 0.15

  /// The room that holds the camera; 0 outdoors and in walls.
  package var cameraRoom: Int
  package var rooms: [Room]

  package init(cameraRoom: Int, rooms: [Room]) {
    self.cameraRoom = cameraRoom
    self.rooms = rooms
  }
}
