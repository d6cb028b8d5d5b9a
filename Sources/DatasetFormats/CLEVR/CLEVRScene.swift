import Annotations
import Encodings
import Geometry
import GroundedLanguage
import VectorMath
import WorldModel

/// The scene of a view as CLEVR writes it: what is clearly seen, with every fact that is sure.
///
/// A fact that a careful viewer could argue is left out: `null` for an attribute, no entry for a relation. Questions are
/// asked only where the rest settles the answer, so that a plain executor over these facts comes to it.
struct CLEVRScene {
  private let facts: SceneFacts
  /// Numbers of the things that are clearly seen, ascending.
  private let clear: [Int]
  private let view: Sample.View

  init(_ view: Sample.View) {
    self.view = view
    let ego = view.labels[QuestionsLabel.self]?.egoVelocity
    let facts = SceneFacts(
      view, egoVelocity: ego.flatMap { $0.count == 3 ? Vector3($0[0], $0[1], $0[2]) : nil })
    self.facts = facts
    clear = facts.objects.indices.filter { facts.objects[$0].isClear }
  }

  /// Attributes beside shape and colour, in their order.
  private static let states = Attribute.allCases.filter { ![.kind, .colour, .range].contains($0) }

  var members: [(String, JSONText)] {
    [
      ("directions", directions), ("objects", .array(clear.map(object))),
      (
        "relationships",
        .object(Relation.allCases.map { (CLEVRProgram.name($0), relationship($0)) })
      ),
    ]
  }

  /// For each thing the places in the list of those that stand so to it.
  private func relationship(_ relation: Relation) -> JSONText {
    .array(
      clear.map { anchor in
        .array(
          clear.indices.filter { facts.verdict(relation, clear[$0], anchor) == .yes }.map(JSONText.int))
      })
  }

  private func object(_ i: Int) -> JSONText {
    let o = facts.objects[i]
    func text(_ value: String?) -> JSONText { value.map { .string($0) } ?? .null }
    var members: [(String, JSONText)] = [
      ("shape", .string(o.category)),
      (
        "kinds",
        .array(
          ClassNames.names(of: o.category).map(\.id).filter { $0 != ClassNames.anything }.map(JSONText.string)
        )
      ),
      ("color", text(facts.sureValue(of: .colour, i))),
      ("size", text(o.bounds.map { 2 * length($0.halfSize) >= Self.large ? "large" : "small" })),
    ]
    members += Self.states.map { ($0.rawValue, text(facts.sureValue(of: $0, i))) }
    let ranges = Attribute.range.values.filter { facts.verdict(Filter(.range, $0), i) == .yes }
    members.append((Attribute.range.rawValue, .array(ranges.map(JSONText.string))))
    // CLEVR's readers ask for it.
    if !Self.states.contains(where: { $0.rawValue == "material" }) { members.append(("material", .null)) }
    let approaches = facts.approaches(i)
    members += [
      ("approaching", approaches == .undecided ? .null : .bool(approaches == .yes)),
      (
        "seconds_to_reach",
        facts.secondsToReach(i).map { .number($0, decimals: 6) } ?? .null
      ),
      ("rotation", o.bounds.map { .number(Self.heading($0.rotation), decimals: 6) } ?? .null),
      (
        "3d_coords",
        .array((o.bounds.map { [$0.center.x, $0.center.y, $0.center.z] } ?? []).map(Self.metres))
      ),
      (
        "pixel_coords",
        .array(
          [Double(2 * o.box.x + o.box.width - 1) / 2, Double(2 * o.box.y + o.box.height - 1) / 2].map {
            .number($0, decimals: 1)
          } + (o.distance.map { [Self.metres($0)] } ?? []))
      ),
      ("bbox", .box(x: o.box.x, y: o.box.y, width: o.box.width, height: o.box.height)),
      ("instance", .int(Int(o.instance))),
    ]
    return .object(members)
  }

  /// Diagonals of boxes from which things are large, metres.
  private static let large = 1.0

  private static func metres(_ value: Double) -> JSONText { .number(value, decimals: 6) }

  /// Degrees counter-clockwise from the world's x axis, −180 … 180.
  private static func heading(_ q: Quaternion) -> Double {
    let x = q * Vector3(1, 0, 0)
    return DeterministicMath.atan2(x.y, x.x) * 180 / Double.pi
  }

  /// Level unit vectors of the world as the viewer sees them.
  private var directions: JSONText {
    let up = Vector3(0, 0, 1)
    let axis = view.worldFromCamera.rotation * Vector3(1, 0, 0)
    let level = Vector3(axis.x, axis.y, 0)
    let right = length(level) > 1e-9 ? level / length(level) : Vector3(1, 0, 0)
    let behind = cross(up, right)
    func vector(_ v: Vector3) -> JSONText {
      .array([v.x, v.y, v.z].map { .number($0, decimals: 9) })
    }
    return .object([
      ("right", vector(right)), ("behind", vector(behind)), ("above", vector(up)),
      ("below", vector(up * -1)), ("left", vector(right * -1)), ("front", vector(behind * -1)),
    ])
  }
}

extension SceneFacts {
  /// The value of an attribute that thing number `i` surely has: what filters that name it let pass.
  func sureValue(of attribute: Attribute, _ i: Int) -> String? {
    // Classes and rooms have no list of values.
    if attribute.values.isEmpty { return value(of: attribute, i) }
    let held = attribute.values.filter { verdict(Filter(attribute, $0), i) == .yes }
    return held.count == 1 ? held.first : nil
  }
}
