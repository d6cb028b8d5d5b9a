import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Puts things into furniture that stands open: on its shelves, and into drawers where they are pulled out.
struct ContentsDressing {
  let library: ThingLibrary
  let palette: (Int) -> Palette

  /// What is kept in a class of furniture, on shelves and in drawers.
  static func contents(of className: String) -> (shelves: [String], drawers: [String])? {
    switch className {
    case "kitchen_base_cabinet", "kitchen_island":
      (
        [
          "cooking_pot", "frying_pan", "bowl", "plate_stack", "storage_jar", "storage_box", "can", "food_box",
        ],
        ["fork", "knife", "spoon", "chopsticks", "fork", "knife", "spoon", "towel_stack"]
      )
    case "kitchen_wall_cabinet", "display_cabinet":
      (
        ["plate_stack", "bowl", "mug", "drinking_glass", "wine_glass", "cup", "storage_jar", "teapot"],
        ["fork", "knife", "spoon"]
      )
    case "kitchen_tall_cabinet":
      (["food_box", "can", "storage_jar", "bottle", "food_box", "bowl"], ["fork", "knife", "spoon"])
    case "refrigerator":
      (
        ["bottle", "food_box", "can", "apple", "orange", "bowl", "storage_jar", "can", "wine_bottle"],
        ["apple", "orange", "banana"]
      )
    case "wardrobe", "dresser", "locker":
      (
        ["folded_clothes", "storage_box", "folded_clothes", "handbag", "hat", "towel_stack"],
        ["folded_clothes"]
      )
    case "nightstand": (["book", "storage_box", "book_stack"], ["book", "notebook", "phone", "glasses"])
    case "sideboard", "tv_stand", "console_table":
      (
        ["book_row", "storage_box", "photo_frame", "game_console", "bowl", "plate_stack"],
        ["notebook", "remote_control", "folded_clothes", "book"]
      )
    case "shoe_cabinet": (["shoe", "slipper"], ["shoe"])
    case "bathroom_cabinet", "mirror_cabinet":
      (["shampoo_bottle", "towel_stack", "soap_dispenser", "toilet_paper"], ["towel_stack", "toilet_paper"])
    case "desk", "filing_cabinet": (["book_stack", "storage_box"], ["notebook", "paper", "pen", "book"])
    default: nil
    }
  }

  /// Fills what is open in `things`; what is put in is appended.
  func fill(_ things: inout [PlacedThing], _ stream: RandomStream) {
    for index in things.indices where !things[index].openings.isEmpty {
      let parent = things[index]
      guard let kept = Self.contents(of: parent.thing.asset.nativeClass.name) else { continue }
      let asset = parent.thing.asset
      let open = Set(parent.openings.filter { $0.open > 0.05 }.map(\.joint))
      let heights = things.filter { $0.hold == .thing(index) }.map(\.position.z)
      let poses = parent.articulation?.articulation(of: asset, at: 0).poses ?? asset.restPoses
      let nodes = asset.objectFromNodes(poses)
      for (number, support) in asset.fittings.supports.enumerated() where support.headroom.isFinite {
        let joint = asset.fittings.joints.first { $0.node == support.node }
        if let joint {
          // Only in drawers that are pulled out; shelves in doors are left alone.
          guard open.contains(joint.name), case .slide = joint.motion else { continue }
        } else if !asset.fittings.joints.contains(where: { open.contains($0.name) && $0.isDoor }) {
          continue
        }
        let middle = parent.worldFromThing * (nodes[support.node] * support.center)
        guard !heights.contains(where: { $0 > middle.z - 0.02 && $0 < middle.z + support.headroom }) else {
          continue
        }
        var chance = stream.child("thing/\(index)/support/\(number)")
        things += row(
          on: support, middle: middle, in: parent, at: index,
          from: joint == nil ? kept.shelves : kept.drawers,
          &chance)
      }
    }
  }

  /// Things side by side.
  private func row(
    on support: Asset.Support, middle: Vector3, in parent: PlacedThing, at index: Int, from names: [String],
    _ chance: inout RandomStream
  ) -> [PlacedThing] {
    var out: [PlacedThing] = []
    let half = support.size / 2
    var y = -half.y + chance.uniform(0.004, 0.03)
    for _ in 0..<30 {
      guard let name = chance.choose(names),
        let thing = library.thing(
          name, look: chance.integer(in: 0..<SmallThings.looks(name)), palette: palette(parent.room)),
        thing.asset.fittings.mount == .floor
      else { continue }
      // Long thin things lie lengthways in drawers.
      let isTurned =
        thing.width > thing.depth * 1.5 && thing.width < support.size.x - 0.01 && SmallThings.lies(name)
      let (depth, width) = isTurned ? (thing.width, thing.depth) : (thing.depth, thing.width)
      guard thing.height < support.headroom - 0.006, depth < support.size.x, y + width < half.y else {
        continue
      }
      let room = half.x - depth / 2
      let x = max(-room, min(room, room * chance.uniform(-0.5, 0.8)))
      let turn = Quaternion(yaw: isTurned ? Double.pi / 2 : 0)
      let center = turn * Vector3(thing.bounds.center.x, thing.bounds.center.y, 0)
      let at = Vector3(x - center.x, y + width / 2 - center.y, -thing.bounds.min.z)
      out.append(
        PlacedThing(
          thing: thing, position: middle + parent.rotation * at, rotation: parent.rotation * turn,
          room: parent.room, hold: .thing(index), group: parent.group))
      y += width + chance.uniform(0.005, 0.1)
      if y > half.y { break }
    }
    return out
  }
}

extension Asset.Joint {
  /// Whether it uncovers what is behind it: a door or a panel, not a drawer.
  var isDoor: Bool {
    switch motion {
    case .hinge: true
    case .slide(let way): way.y.magnitude > way.x.magnitude
    }
  }
}
