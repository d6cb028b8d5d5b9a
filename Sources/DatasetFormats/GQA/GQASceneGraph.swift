import Annotations
import Encodings
import GroundedLanguage

/// The scene graph of a view: what is clearly seen, in words of a language.
struct GQASceneGraph {
  let facts: SceneFacts
  let tongue: Tongue

  /// Attributes that are said, in their order; GQA's have no kinds.
  private static let attributes = Attribute.allCases.filter { ![.kind, .room, .range].contains($0) }

  /// Numbers of the things that are clearly seen.
  private var clear: [Int] { facts.objects.indices.filter { facts.objects[$0].isClear } }

  var json: JSONText {
    let clear = clear
    var members: [(String, JSONText)] = [
      ("width", .int(facts.width)), ("height", .int(facts.height)),
    ]
    let place = facts.isStreet ? "street" : facts.roomKind
    if let place { members.append(("location", .string(place))) }
    members.append(
      ("objects", .object(clear.map { (String(facts.objects[$0].instance), object($0, among: clear)) })))
    return .object(members)
  }

  /// The words for what is sure of thing number `i`.
  func attributes(of i: Int) -> [String] {
    Self.attributes.compactMap { attribute in
      facts.sureValue(of: attribute, i).map {
        FactWords.value(Filter(attribute, $0), of: facts.objects[i].category, tongue)
      }
    }
  }

  private func object(_ i: Int, among clear: [Int]) -> JSONText {
    let o = facts.objects[i]
    var relations: [JSONText] = []
    for relation in Relation.allCases {
      for j in clear where facts.verdict(relation, i, j) == .yes {
        relations.append(
          .object([
            ("name", .string(FactWords.relation(relation, tongue))),
            ("object", .string(String(facts.objects[j].instance))),
          ]))
      }
    }
    return .object([
      ("name", .string(FactWords.name(o.category, tongue))), ("x", .int(o.box.x)), ("y", .int(o.box.y)),
      ("w", .int(o.box.width)), ("h", .int(o.box.height)),
      ("attributes", .array(attributes(of: i).map(JSONText.string))), ("relations", .array(relations)),
    ])
  }
}
