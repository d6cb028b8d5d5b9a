import Diagnostics
import LocatedYAML

extension TemplateReader {
  /// A slot: a list of values, or a mapping that says where they come from and how they are said.
  mutating func readSlot(_ name: String, _ node: LocatedNode) {
    guard set.slot(name) == nil else {
      return fault(node, "the slot \(name) is defined twice", remedy: "rename one, or join their values")
    }
    var slot = Slot(name: name, values: [], origin: .yaml(node, offset: 0))
    guard let entries = node.entries else {
      slot.values = spokenValues(node, language: Wordings.anyLanguage)
      return finish(slot, node)
    }
    var general = Wordings()
    var isNoun = false
    for entry in entries {
      switch entry.key {
      case "label": slot.label = entry.value.plainText ?? name
      case "about": continue
      case "inflect":
        isNoun = entry.value.text == "noun"
        if !isNoun { fault(entry.value, "expected noun, found \(entry.value.found)") }
      case "values": slot.values += values(entry.value)
      case "lexicon": slot.values += lexicon(entry.value)
      case "range": slot.values += range(entry.value)
      case let language where languages.contains(language):
        continue
      default:
        unknown(entry, known: ["values", "lexicon", "range", "label", "inflect", "about"] + languages)
      }
    }
    let isGiven = entries.contains { ["values", "lexicon", "range"].contains($0.key) }
    for entry in entries where languages.contains(entry.key) {
      if isGiven {
        general[entry.key] = alternatives(entry.value)
      } else {
        slot.values += spokenValues(entry.value, language: entry.key)
      }
    }
    for i in slot.values.indices { complete(&slot.values[i], general, isNoun: isNoun) }
    finish(slot, node)
  }

  private mutating func finish(_ slot: Slot, _ node: LocatedNode) {
    if slot.values.isEmpty, faults.count == 0 {
      fault(node, "the slot has no value", remedy: "add values:, range: or lexicon:")
    }
    set.slots.append(slot)
  }

  /// Values that are their own names.
  private mutating func spokenValues(_ node: LocatedNode, language: String) -> [SlotValue] {
    alternatives(node).map { alternative in
      SlotValue(
        canonical: alternative.phrase.plainText ?? "", forms: Wordings([alternative], language: language),
        weight: alternative.weight, variations: alternative.variations)
    }
  }

  /// `values:`, a list of texts or a mapping from canonical values to what is said of them.
  private mutating func values(_ node: LocatedNode) -> [SlotValue] {
    guard let entries = node.entries else { return spokenValues(node, language: Wordings.anyLanguage) }
    var found: [SlotValue] = []
    for entry in entries { found.append(value(entry)) }
    return found
  }

  private mutating func value(_ entry: LocatedNode.Entry) -> SlotValue {
    var value = SlotValue(canonical: entry.key, forms: Wordings())
    if case .null = entry.value.content { return value }
    guard let members = entry.value.entries else {
      value.forms = Wordings(alternatives(entry.value))
      return value
    }
    for member in members {
      if languages.contains(member.key) {
        value.forms[member.key] = alternatives(member.value)
      } else if member.key == "weight" {
        guard let weight = member.value.number, (0...1_000_000).contains(weight) else {
          fault(member.value, "expected a number from 0 to 1000000, found \(member.value.found)")
          continue
        }
        value.weight = weight
      } else if member.key == "variations" {
        value.variations = (member.value.items ?? [member.value]).compactMap(\.plainText)
      } else if let text = member.value.plainText {
        value.attributes.append((member.key, text))
      } else {
        fault(member.value, "expected a text, found \(member.value.found)")
      }
    }
    return value
  }

  /// Gives a value the wordings that hold for all of the slot, where it has none of its own.
  private func complete(_ value: inout SlotValue, _ general: Wordings, isNoun: Bool) {
    for language in languages where value.forms[language].isEmpty {
      let shared = general[language]
      if !shared.isEmpty {
        value.forms[language] = shared
      } else if value.forms.isEmpty || languages.count == 1 {
        value.forms[language] = [
          Alternative(.read(VariableRead(variable: "value", attribute: nil, origin: .none)))
        ]
      }
    }
    guard isNoun else { return }
    for language in languages where language.hasPrefix("en") {
      value.forms[language] = value.forms[language].flatMap { EnglishNoun.inflected($0) }
    }
  }
}

extension Phrase {
  /// The phrase as one text, where it is nothing else: words parted by single spaces, boundaries left out.
  var plainText: String? {
    switch self {
    case .text(let text): LiteralText.canonical(text)
    case .sequence(let parts) where parts.isEmpty: ""
    default: nil
    }
  }
}
