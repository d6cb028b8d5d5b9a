import Diagnostics

/// Text that other places of the sentence decide.
extension GrammarCompiler {
  /// The phrase as one text, where nothing in it is open.
  func constantText(_ phrase: Phrase, _ context: Context) -> String? {
    switch phrase {
    case .text(let text): return text
    case .sequence(let parts):
      var text = ""
      for part in parts {
        guard let piece = constantText(part, context) else { return nil }
        text += piece
      }
      return text
    case .read(let read): return ownAttribute(read, context)
    case .call(let call):
      guard let function = TextFunction(rawValue: call.function) else { return nil }
      var arguments: [String] = []
      for argument in call.arguments {
        switch argument {
        case .constant(let text): arguments.append(text)
        case .variable(let read):
          guard let text = ownAttribute(read, context) else { return nil }
          arguments.append(text)
        }
      }
      return function(arguments, language: context.language)
    default: return nil
    }
  }

  /// `$value` in the words of a value: its canonical value; `$value.unit`: an attribute of it.
  private func ownAttribute(_ read: VariableRead, _ context: Context) -> String? {
    guard read.variable == "value", let value = context.value else { return nil }
    return value.attribute(read.attribute ?? "value")
  }

  mutating func compile(_ read: VariableRead, _ context: Context) -> [Branch] {
    if read.attribute == nil, let given = context.arguments[read.variable] { return given }
    guard let slot = slot(of: read, context) else { return [] }
    var atoms: [Int32] = []
    if let attribute = read.attribute {
      for text in texts(attribute, of: slot, read.origin) {
        atoms.append(builder.atom(text, context.language))
      }
    }
    builder.space.reads.append(
      .init(
        register: register(read.variable, context.languageNumber), atoms: atoms,
        base: firstValue[slot.name] ?? 0))
    return [
      Branch(
        facts: Facts(names.number("r:" + read.variable), 1),
        node: builder.add(.read, builder.space.reads.count - 1, count: 1))
    ]
  }

  /// The slot whose value is read; `nil` after a fault.
  private mutating func slot(of read: VariableRead, _ context: Context) -> Slot? {
    if read.variable == "value", context.value != nil {
      faults.add(read.origin.error("the value has no attribute \(read.attribute ?? "")"))
      return nil
    }
    guard let name = sentence.slots[read.variable], let slot = rules.slots[name] else {
      let known = sentence.slots.keys.sorted() + context.arguments.keys.sorted()
      faults.add(
        read.origin.error(
          "nothing in this sentence is called \(read.variable)",
          remedy: known.isEmpty ? "name a slot of the sentence" : "it has \(known.joined(separator: ", "))"))
      return nil
    }
    guard !sentence.ambiguous.contains(read.variable) else {
      faults.add(
        read.origin.error(
          "$\(read.variable) may be of different slots",
          remedy: "give slots that are referred to different names")
      )
      return nil
    }
    return slot
  }

  /// An attribute of all values of a slot; empty texts after a fault.
  private mutating func texts(_ attribute: String, of slot: Slot, _ origin: Origin) -> [String] {
    var texts: [String] = []
    for value in slot.values {
      let text = value.attribute(attribute)
      if text == nil {
        faults.add(
          origin.error(
            "the value \(value.canonical) of \(slot.name) has no attribute \(attribute)",
            remedy: "it has \((["value"] + value.attributes.map(\.name)).joined(separator: ", "))"))
        return [String](repeating: "", count: slot.values.count)
      }
      texts.append(text ?? "")
    }
    return texts
  }

  mutating func compile(_ call: FunctionCall, _ context: Context) -> [Branch] {
    guard let function = TextFunction(rawValue: call.function) else {
      let known = TextFunction.allCases.map(\.rawValue).joined(separator: ", ")
      faults.add(call.origin.error("there is no function \(call.function)", remedy: "there are \(known)"))
      return []
    }
    var facts = Facts()
    var arguments: [DerivationSpace.Call.Argument] = []
    var samples: [String] = []
    for argument in call.arguments {
      switch argument {
      case .constant(let text):
        arguments.append(.constant(text))
        samples.append(text)
      case .variable(let read):
        guard let slot = slot(of: read, context) else { return [] }
        let texts = texts(read.attribute ?? "value", of: slot, read.origin)
        arguments.append(
          .variable(
            register: register(read.variable, context.languageNumber), base: firstValue[slot.name] ?? 0,
            texts: texts))
        samples.append(texts.first ?? "")
        facts = unified(facts, Facts(names.number("r:" + read.variable), 1)) ?? facts
      }
    }
    guard function(samples, language: context.language) != nil else {
      faults.add(
        call.origin.error(
          "\(call.function) cannot take \(samples.map { "\"\($0)\"" }.joined(separator: ", "))",
          remedy: "numbers are decimals such as 23.5"))
      return []
    }
    builder.space.calls.append(.init(function: function, arguments: arguments, language: context.language))
    return [Branch(facts: facts, node: builder.add(.call, builder.space.calls.count - 1, count: 1))]
  }

  /// A labelled text that depends on others.
  mutating func compile(_ slot: DerivedSlot, _ context: Context) -> [Branch] {
    var use = DerivationSpace.SpanUse(label: -1, role: -1, variable: -1, register: -1, repeats: -1)
    var facts = Facts()
    if let label = slot.label {
      use.label = SpaceBuilder.number(label, in: &builder.space.labels)
      use.variable = SpaceBuilder.number(label, in: &builder.space.variables)
    } else if let read = slot.antecedent ?? Self.read(slot.phrase), let of = self.slot(of: read, context) {
      use.label = SpaceBuilder.number(of.label, in: &builder.space.labels)
      use.variable = SpaceBuilder.number(read.variable, in: &builder.space.variables)
      use.repeats = register(read.variable, context.languageNumber)
      use.isMention = slot.antecedent != nil
      facts = Facts(names.number("r:" + read.variable), 1)
    } else {
      faults.add(slot.origin.error("{$…} repeats a variable; name what a function computes: {label=$…}"))
      return []
    }
    builder.space.uses.append(use)
    let number = builder.space.uses.count - 1
    return compile(slot.phrase, context).compactMap { branch in
      guard let both = unified(branch.facts, facts) else { return nil }
      var branch = branch
      branch.facts = both
      branch.node = builder.around(.span, number, branch.node)
      return branch
    }
  }

  private static func read(_ phrase: Phrase) -> VariableRead? {
    if case .read(let read) = phrase { read } else { nil }
  }
}
