import Conversations
import RandomStreams

/// What is asked of a long text, and the reply.
enum NeedleQuestion {
  static func text(_ chain: [NeedleFact], _ tongue: Tongue, _ stream: inout RandomStream) -> String? {
    guard let first = chain.first, let last = chain.last else { return nil }
    let who = first.subjectText(tongue)
    let options: [String]
    switch (chain.count, last.relation, tongue) {
    case (2, .content, .chinese): options = ["\(who)的储物柜里放着什么？", "打开\(who)的储物柜，里面是什么？"]
    case (2, .content, .english):
      options = ["What is in \(who)'s locker?", "What would you find in the locker that \(who) uses?"]
    case (2, .speciality, .chinese): options = ["\(who)住的那条街上，面包房以什么出名？"]
    case (2, .speciality, .english):
      options = ["What is the bakery in the street where \(who) lives known for?"]
    case (_, .locker, .chinese): options = ["\(who)用的是几号储物柜？", "\(who)的储物柜编号是多少？"]
    case (_, .locker, .english):
      options = ["Which locker does \(who) use?", "What is the number of \(who)'s locker?"]
    case (_, .code, .chinese): options = ["\(who)的门禁密码是多少？"]
    case (_, .code, .english): options = ["What is the access code of the \(who)?"]
    case (_, .colour, .chinese): options = ["\(who)的船身是什么颜色？"]
    case (_, .colour, .english): options = ["What colour is the hull of \(who)?"]
    case (_, .street, .chinese): options = ["\(who)住在哪条街？"]
    case (_, .street, .english): options = ["In which street does \(who) live?"]
    case (_, .speciality, .chinese): options = ["\(who)的面包房以什么出名？"]
    case (_, .speciality, .english): options = ["What is the bakery in \(who) known for?"]
    default: return nil
    }
    return stream.choose(options)
  }

  static func answer(_ fact: NeedleFact, _ tongue: Tongue) -> String {
    let value = fact.valueText(tongue)
    if tongue == .chinese { return fact.relation == .locker ? "\(value)号。" : "\(value)。" }
    return fact.relation == .locker ? "Number \(value)." : value.capitalised + "."
  }
}
