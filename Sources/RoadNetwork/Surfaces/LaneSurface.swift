import Geometry

/// How a lane's surface is built: its kind, whether it is raised, and who gives way where two roads overlap.
struct LaneSurface {
  let kind: SurfaceKind
  let isRaised: Bool

  /// Strips of border below this width are gutters of stone, not grass, metres.
  private static let gutter = 0.6

  /// The surfaces of all lanes of a section, in its order.
  ///
  /// Lanes of type `none` are grass where they lie outermost without paint. Tools also use the type for asphalt that
  /// traffic does not follow: between or inside of paved lanes, in junctions, and where a line is painted on.
  static func all(_ section: LaneSection, inJunction: Bool) -> [LaneSurface] {
    var result = section.lanes.map { LaneSurface($0) }
    for (i, lane) in section.lanes.enumerated() where lane.type == .none && lane.id != 0 {
      let outside = section.lanes.indices.filter { lane.id > 0 ? $0 < i : $0 > i }
      let isEnclosed = outside.contains {
        section.lanes[$0].type.isDrivable || section.lanes[$0].type == .parking
      }
      let isPainted = lane.marks.contains { ![.none, .grass, .curb].contains($0.pattern) }
      if inJunction || isEnclosed || isPainted { result[i] = LaneSurface(kind: .road, isRaised: false) }
    }
    return result
  }

  private init(kind: SurfaceKind, isRaised: Bool) {
    self.kind = kind
    self.isRaised = isRaised
  }

  init(_ lane: Lane) {
    if lane.type == .border, lane.borders.isEmpty, !lane.widths.isEmpty,
      lane.widths.records.allSatisfy({ $0.cubic.a.magnitude <= Self.gutter && $0.cubic.b == 0 })
    {
      (kind, isRaised) = (.kerb, false)
      return
    }
    switch lane.type {
    case .sidewalk, .walking: (kind, isRaised) = (.sidewalk, true)
    case .curb: (kind, isRaised) = (.kerb, true)
    case .shoulder, .parking, .stop: (kind, isRaised) = (.parking, false)
    case .none, .border, .median: (kind, isRaised) = (.terrain, false)
    case .rail: (kind, isRaised) = (.railTrack, false)
    default: (kind, isRaised) = (.road, false)
    }
  }

  /// Traffic surfaces come first, then what lies beside them.
  var priority: Int {
    switch kind {
    case .road: 0
    case .railTrack: 1
    case .parking: 2
    case .sidewalk, .kerb: 3
    default: 4
    }
  }

  /// Heights above the road at the inner and outer border; the file's own, or a pavement's usual height.
  static func height(_ lane: Lane, at offset: Double, kerb: Double) -> (inner: Double, outer: Double) {
    if let own = lane.height(at: offset) {
      return (min(0.5, max(-0.5, own.inner)), min(0.5, max(-0.5, own.outer)))
    }
    return LaneSurface(lane).isRaised ? (kerb, kerb) : (0, 0)
  }
}
