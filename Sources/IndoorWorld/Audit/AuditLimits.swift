/// How exactly a home must hold.
package struct AuditLimits: Sendable {
  /// What is soft or made to be let in: how deep things of one class may be inside of things of another.
  package struct LetIn: Sendable, Hashable {
    package var guest: String
    package var host: String
    /// Metres.
    package var depth: Double

    package init(guest: String, host: String, depth: Double) {
      (self.guest, self.host, self.depth) = (guest, host, depth)
    }
  }

  /// Metres that one thing may be inside of another.
  package var penetration = 0.001
  /// Metres between what touches.
  package var contact = 0.001
  /// Metres that the centre of mass may lie beside the hull of what holds it.
  package var balance = 0.005
  /// Diameter of who walks, metres.
  package var walker = 0.6
  /// Metres by which a passage may seem narrower than it is: what the cells of `OpenFloor` round off on both sides.
  package var passage = 0.0125
  /// Heights between which things are in the way of who walks, metres: what is lower is stepped on.
  package var body = 0.03...1.8
  /// Of stairs, metres: heights of risers and depths of treads, width of flights, headroom above treads, and how far one
  /// may fall where nothing guards an edge.
  package var riser = 0.16...0.19
  package var going = 0.24...0.29
  package var stairWidth = 0.8
  package var headroom = 2.0
  package var fall = 0.6
  /// Square metres of plan that may be lost to rounding.
  package var area = 1e-6

  /// Classes whose feet are of heavier stuff than the rest, so that the middle of their volume is not that of their mass.
  package var weighted: Set<String> = ["floor_lamp"]
  /// Cloth gives way to cloth.
  package var letIn: [LetIn] = [
    LetIn(guest: "cushion", host: "sofa", depth: 0.012),
    LetIn(guest: "cushion", host: "armchair", depth: 0.012),
    LetIn(guest: "blanket", host: "bed", depth: 0.012),
    LetIn(guest: "blanket", host: "single_bed", depth: 0.012),
    // Folded clothes.
    LetIn(guest: "jacket", host: "bed", depth: 0.012),
    LetIn(guest: "jacket", host: "single_bed", depth: 0.012),
  ]

  static let beings: Set<String> = ["person", "cat", "dog"]
  /// Flesh and upholstery, feet and the pile of rugs: how deep people and animals sink into what they touch, metres.
  static let cushioning: [String: Double] = [
    "sofa": 0.06, "armchair": 0.06, "bed": 0.06, "single_bed": 0.06, "cushion": 0.05, "pillow": 0.06,
    "blanket": 0.05,
    "office_chair": 0.025, "ottoman": 0.025, "dining_chair": 0.02, "folding_chair": 0.02,
    "rocking_chair": 0.02,
    "stool": 0.02, "indoor_bench": 0.02, "rug": 0.02, "bath_mat": 0.02,
  ]
  /// Clothes give way to whatever people touch, metres.
  static let cloth = 0.006

  /// Soles bend: how deep a step may press them into the floor, metres.
  static let stride = 0.01

  package init() {}

  /// Metres that things of two classes may be inside of each other; of `floor`, that soles may be pressed into it.
  package func allowed(_ a: String, _ b: String) -> Double {
    if a == "floor" || b == "floor" { return Self.stride }
    for (being, other) in [(a, b), (b, a)] where Self.beings.contains(being) {
      return max(being == "person" ? Self.cloth : penetration, Self.cushioning[other] ?? 0)
    }
    return letIn.filter { $0.guest == a && $0.host == b || $0.guest == b && $0.host == a }.map(\.depth).max()
      ?? penetration
  }
}
