import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// What hangs where: pictures by themselves and in groups, mirrors, shelves, coats, towels.
extension WallDressing {
  /// Something that suits a field, in its middle, clear of what stands below; empty where nothing fits.
  ///
  /// - Parameter known: what hangs already; of most kinds one in a room is enough.
  mutating func hangings(on field: Field, besides known: [PlacedThing]) -> [PlacedThing] {
    var names = choices(on: field)
    let hanging = Set(known.filter { $0.hold == .wall }.map(\.thing.name))
    names.removeAll { Self.isSingle($0) && hanging.contains($0) }
    for _ in 0..<8 {
      guard let name = stream.choose(names) else { break }
      let hung =
        switch name {
        case "picture": pictures(on: field)
        case "jacket": row(of: name, on: field, count: 1 + stream.integer(in: 0..<3), pitch: 0.5)
        case "poster": row(of: name, on: field, count: 1 + stream.integer(in: 0..<3), pitch: 0.78)
        case "towel": row(of: name, on: field, count: 1 + stream.integer(in: 0..<2), pitch: 0.68)
        default: row(of: name, on: field, count: 1, pitch: 0)
        }
      if !hung.isEmpty { return hung }
    }
    return []
  }

  private func choices(on field: Field) -> [String] {
    switch field.below {
    case "sofa", "sofa_two_seater", "sofa_corner", "double_bed": return ["picture"]
    case "single_bed": return ["picture", "picture", "wall_shelf", "poster"]
    case "dresser", "dressing_table", "shoe_cabinet", "console_table":
      return ["mirror", "mirror", "picture"]
    case "desk": return ["wall_shelf", "wall_shelf", "picture", "calendar", "whiteboard"]
    case "toilet", "toilet_wall_hung": return ["picture", "wall_shelf"]
    case "bathtub", "freestanding_bathtub": return ["towel", "picture"]
    default: break
    }
    switch kind {
    case .hallway: return ["mirror", "picture", "picture", "clock", "jacket", "jacket"]
    case .kitchen: return ["clock", "calendar", "wall_shelf", "wall_shelf", "picture"]
    case .bathroom: return ["towel", "towel", "towel_rail", "wall_shelf", "picture"]
    case .study, .office: return ["whiteboard", "picture", "wall_shelf", "clock", "picture", "calendar"]
    case .meetingRoom: return ["television_wall", "whiteboard", "picture", "clock"]
    case .classroom: return ["poster", "poster", "clock", "calendar", "whiteboard", "picture"]
    case .clinic: return ["poster", "clock", "picture", "calendar", "mirror"]
    case .shop: return ["poster", "picture", "clock", "mirror"]
    case .laundry, .storage: return ["wall_shelf"]
    default: return ["picture", "picture", "picture", "picture", "wall_shelf", "clock", "poster", "mirror"]
    }
  }

  private static func isSingle(_ name: String) -> Bool {
    ["clock", "calendar", "whiteboard", "mirror", "jacket", "towel_rail", "television_wall"].contains(name)
  }

  /// How high the middle of a thing hangs, metres; what is taken in the hand lower than what is looked at.
  private static func height(of name: String, _ thing: Thing) -> Double {
    switch name {
    // Pegs at the height of the eyes, rails at that of the chest.
    case "jacket": 1.68 - thing.bounds.max.z + thing.height / 2
    case "towel": 1.28 - thing.bounds.max.z + thing.height / 2
    case "towel_rail": thing.height > 0.5 ? 1.3 : 1.15
    case "clock": 1.85
    case "television_wall": 1.35
    default: 1.52
    }
  }

  /// Things of one kind side by side, as many as there is room for.
  private mutating func row(
    of name: String, on field: Field, count: Int, pitch: Double
  ) -> [PlacedThing] {
    let fitting = pitch > 0 ? max(1, min(count, Int(field.length / pitch))) : 1
    var out: [PlacedThing] = []
    for k in 0..<fitting {
      guard let thing = library.thing(name, look: stream.integer(in: 0..<14), palette: palette),
        thing.asset.fittings.mount == .wall, thing.depth < 0.4,
        thing.width < (fitting > 1 ? pitch - 0.02 : field.length * 0.92)
      else { continue }
      let low = field.floor + (name == "towel" || name == "jacket" ? 0.05 : 0.2)
      let middle = max(Self.height(of: name, thing), low + thing.height / 2)
      guard middle + thing.height / 2 < min(space.room.height - 0.15, 2.35) else { continue }
      let along = field.middle + (Double(k) - Double(fitting - 1) / 2) * pitch
      out.append(hung(thing, on: field.face, along: along, middle: middle))
    }
    return out
  }

  /// One picture or a group of them that fills a good part of the field.
  private mutating func pictures(on field: Field) -> [PlacedThing] {
    let low = max(field.floor + 0.18, 0.95)
    let high = min(space.room.height - 0.2, 2.3)
    guard high - low > 0.25 else { return [] }
    // Above a piece of furniture two thirds of its width, on bare walls what the eye takes in at once.
    let share = stream.uniform(0.55, 0.8)
    // Where it is wet or there is work to do, small ones.
    let most = [.bathroom, .kitchen, .laundry].contains(kind) ? Vector2(0.6, 0.55) : Vector2(3, 3)
    let wanted = Vector2(
      min(field.length * share, field.below.isEmpty ? 1.7 : 2.0), (high - low) * stream.uniform(0.6, 0.95))
    guard
      let group = PictureGroup.drawn(
        in: Vector2(min(wanted.x, most.x), min(wanted.y, most.y)), frames: frames(3), &stream)
    else {
      return []
    }
    let middle = min(high - group.size.y / 2, max(1.48, low + group.size.y / 2))
    return group.members.map { member in
      let picture = member.picture
      let thing = library.made(
        "picture \(Int((picture.area * 1e6).rounded())) \(picture.number)", of: "picture",
        look: member.look, palette: palette
      ) { _ in picture.makeAsset() }
      return hung(
        thing, on: field.face, along: field.middle + member.at.x, middle: middle + member.at.y)
    }
  }

  /// Pictures of different looks that the room does not have yet.
  private mutating func frames(_ count: Int) -> [PictureGroup.Frame] {
    (0..<count).map { _ in
      var look = stream.integer(in: 0..<40)
      for _ in 0..<6 where shown.contains(look) { look = stream.integer(in: 0..<40) }
      shown.insert(look)
      return PictureGroup.Frame(
        look: look, picture: Picture(library.look("picture", look, palette: palette)))
    }
  }
}
