/// What classes, values and relations are called where they stand alone, as in the lists of a scene graph.
package enum FactWords {
  /// `tv_stand` → TV cabinet, 电视柜.
  package static func name(_ category: String, _ tongue: Tongue) -> String {
    let concept = ClassNames.concept(category)
    return (tongue == .english ? concept?.english : concept?.chinese) ?? category
  }

  /// - Parameter category: of the thing that has the value.
  package static func value(_ filter: Filter, of category: String, _ tongue: Tongue) -> String {
    switch (tongue, filter.attribute) {
    case (.english, .room): EnglishWords.room(filter.value)
    case (.chinese, .room): ChineseWords.room(filter.value)
    case (.english, .kind), (.chinese, .kind): name(filter.value, tongue)
    case (.english, _): EnglishWords.value(filter)
    case (.chinese, _): ChineseWords.state(filter, of: category)
    }
  }

  /// What the first thing is to the second: `to the left of`, 左边.
  package static func relation(_ relation: Relation, _ tongue: Tongue) -> String {
    guard tongue == .chinese else { return EnglishWords.relation(relation) }
    let words = ChineseWords.relation(relation)
    return words.before.isEmpty ? words.after : words.before + "它" + words.after
  }
}
