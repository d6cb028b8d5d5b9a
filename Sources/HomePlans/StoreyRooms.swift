import RandomStreams
import WorldModel

/// Which rooms of a programme lie on which storey: by day below, by night above.
struct StoreyRooms {
  /// Kinds by storey, the lowest first; hallways and stairwells left out.
  private(set) var kinds: [[RoomKind]]

  init(_ programme: HomeProgramme, storeys: Int, _ chance: inout RandomStream) {
    let upper = max(1, storeys - 1)
    var kinds = [[RoomKind]](repeating: [], count: storeys)
    func above(_ k: Int) -> Int { min(storeys - 1, 1 + k % upper) }
    kinds[0].append(.livingRoom)
    for kind in [RoomKind.kitchen, .diningRoom] where programme.count(kind) > 0 { kinds[0].append(kind) }
    for kind in [RoomKind.laundry, .storage] where programme.count(kind) > 0 {
      kinds[chance.bool(probability: 0.75) ? 0 : above(chance.integer(in: 0..<upper))].append(kind)
    }
    // One who cannot climb stairs, or a guest, may sleep below.
    let hasRoomBelow = programme.bedrooms >= 4 && chance.bool(probability: 0.35)
    for k in 0..<programme.bedrooms {
      kinds[hasRoomBelow && k == programme.bedrooms - 1 ? 0 : above(k)].append(.bedroom)
    }
    // The first bath is near the beds, the second for guests, others where there is none yet.
    let baths: [Int] = [1, 0, 2, 1]
    for k in 0..<max(1, programme.bathrooms) { kinds[min(storeys - 1, baths[min(k, 3)])].append(.bathroom) }
    if programme.hasStudy {
      // Where least is.
      let least = (1..<storeys).min { kinds[$0].count < kinds[$1].count } ?? 0
      kinds[kinds[least].count < 3 || chance.bool(probability: 0.6) ? least : 0].append(.study)
    }
    // A storey is not built for nothing: where little is, a bath, and rooms for whatever one likes to do.
    let most = kinds.map(Self.area).max() ?? 0
    for k in kinds.indices {
      while Self.area(of: kinds[k]) < 0.62 * most {
        kinds[k].append(kinds[k].contains(.bathroom) || kinds[k].isEmpty ? .study : .bathroom)
      }
    }
    self.kinds = kinds
  }

  /// The clear floor wished for on a storey, m², without hallway and stairs.
  static func area(of kinds: [RoomKind]) -> Double { kinds.reduce(0) { $0 + RoomRules.of($1).area } }

  /// The clear floor that each storey needs with its hallway and stairs, m²: all are as large as the largest.
  var storeyArea: Double { (kinds.map(Self.area).max() ?? 0) * 1.14 + 8 }
}
