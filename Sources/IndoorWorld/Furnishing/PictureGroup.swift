package import Furniture
package import RandomStreams
package import VectorMath

/// Pictures that hang together as one shape: a single large one, a row or a block of a series, one with two beside it.
package struct PictureGroup {
  /// A picture in its frame, and the look that it was made from.
  package struct Frame {
    package var look: Int
    package var picture: Picture

    package init(look: Int, picture: Picture) {
      self.look = look
      self.picture = picture
    }
  }

  package struct Member {
    package var look: Int
    package var picture: Picture
    /// Of its middle, from the group's middle: along the wall and up, metres.
    package var at: Vector2
  }

  package private(set) var members: [Member] = []
  /// Of the whole: along the wall and up, metres.
  package private(set) var size = Vector2.zero

  /// Metres between frames.
  package static let gap = 0.06
  /// Narrower frames look like stamps on a wall.
  private static let least = 0.2

  /// A group that suits the room it has (metres along the wall and up); `nil` where there is none worth hanging.
  package static func drawn(in room: Vector2, frames: [Frame], _ stream: inout RandomStream) -> PictureGroup?
  {
    guard let first = frames.first else { return nil }
    let isWide = room.x > 0.75
    let isLow = room.y < 0.6
    let weights: [Double] = [
      3, isWide ? 1.6 : 0, room.x > 1.1 ? 2 : 0, isWide && !isLow ? 1.2 : 0, isLow ? 0 : isWide ? 0.4 : 1.2,
      room.x > 0.9 && !isLow && frames.count > 2 ? 1.8 : 0,
    ]
    let group =
      switch stream.weighted(weights) {
      case 1: block(of: first, columns: 2, rows: 1, in: room)
      case 2: block(of: first, columns: 3, rows: 1, in: room)
      case 3: block(of: first, columns: 2, rows: 2, in: room)
      case 4: block(of: first, columns: 1, rows: 2, in: room)
      case 5: besides(first, frames[1], frames[2], in: room)
      default: block(of: first, columns: 1, rows: 1, in: room)
      }
    let isSeen = group.members.allSatisfy { min($0.picture.size.x, $0.picture.size.y) >= least }
    // Frames have their least sizes.
    let fits = group.size.x <= room.x + 1e-9 && group.size.y <= room.y + 1e-9
    return isSeen && fits ? group : nil
  }

  /// A series in columns and rows.
  private static func block(of frame: Frame, columns: Int, rows: Int, in room: Vector2) -> PictureGroup {
    let count = Vector2(Double(columns), Double(rows))
    var picture = frame.picture
    picture.fit((room - gap * (count - 1)) / count)
    let pitch = picture.size + gap
    var group = PictureGroup()
    for j in 0..<rows {
      for i in 0..<columns {
        picture.number = j * columns + i
        let at = (Vector2(Double(i), Double(j)) - (count - 1) / 2) * pitch
        group.members.append(Member(look: frame.look, picture: picture, at: at))
      }
    }
    group.size = pitch * count - gap
    return group
  }

  /// One large picture and two small ones above each other beside it.
  private static func besides(_ large: Frame, _ upper: Frame, _ lower: Frame, in room: Vector2)
    -> PictureGroup
  {
    var (a, b, c) = (large.picture, upper.picture, lower.picture)
    a.fit(Vector2(0.6 * room.x, room.y))
    let small = Vector2(0.4 * room.x - gap, (a.size.y - gap) / 2)
    b.fit(small)
    c.fit(small)
    let width = max(b.size.x, c.size.x)
    var group = PictureGroup()
    group.size = Vector2(a.size.x + gap + width, max(a.size.y, gap + 2 * max(b.size.y, c.size.y)))
    let left = -group.size.x / 2
    // Both keep the same distance to the large one and to its middle.
    let x = left + a.size.x + gap
    group.members = [
      Member(look: large.look, picture: a, at: Vector2(left + a.size.x / 2, 0)),
      Member(look: upper.look, picture: b, at: Vector2(x + b.size.x / 2, (gap + b.size.y) / 2)),
      Member(look: lower.look, picture: c, at: Vector2(x + c.size.x / 2, -(gap + c.size.y) / 2)),
    ]
    return group
  }
}
