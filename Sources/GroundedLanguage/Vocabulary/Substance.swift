/// What things are made of, as people say it, from the names that materials have.
package enum Substance: String, Sendable, Hashable, CaseIterable {
  case wood, metal, glass, ceramic, fabric, leather, plastic, stone, paper, wicker, rubber

  /// Of a surface whose material has this name, which begins with what it is (`oak_c49a6a`); `nil` where people would not
  /// say: paint, prints, screens.
  package static func of(material name: String) -> Substance? {
    for substance in allCases {
      for prefix in prefixes(substance) where name == prefix || name.hasPrefix(prefix + "_") {
        return substance
      }
    }
    return nil
  }

  private static func prefixes(_ substance: Substance) -> [String] {
    switch substance {
    case .wood: ["wood", "oak", "ash", "pine", "cherry", "walnut", "rosewood", "painted_wood", "floorboards"]
    case .metal: ["metal", "brushed", "stainless", "wok_iron", "cast_iron", "railing_metal", "sill_metal"]
    case .glass: ["glass", "black_glass"]
    case .ceramic: ["ceramic", "terracotta"]
    case .fabric:
      [
        "fabric", "plain", "linen", "twill", "herringbone", "boucle", "velvet", "corduroy", "knit", "terry",
        "cotton",
        "carpet",
      ]
    case .leather: ["leather", "suede"]
    case .plastic: ["plastic"]
    case .stone: ["marble", "granite", "quartz", "terrazzo", "concrete"]
    case .paper: ["paper", "cardboard", "carton", "newspaper", "book_leaves"]
    case .wicker: ["wicker", "rattan", "cane"]
    case .rubber: ["rubber"]
    }
  }
}
