/// How questions about recordings are put: several ways for each family, in each language.
///
/// `{a}` and `{b}` are sounds, `{t0}` and `{t1}` things of the picture; `{how}` is what is asked of them: first or second, left
/// or right, louder or quieter; `{v0}` and `{v1}` are values to choose from, `{says}` is what is said, `{n0}` and `{n1}` are
/// numbers with what is counted in Chinese.
enum HeardWordings {
  static func all(_ draft: HeardDraft, _ tongue: Tongue) -> [String] {
    let isVoice = draft.names.allSatisfy(\.isVoice)
    return tongue == .english ? english(draft, isVoice) : chinese(draft, isVoice)
  }

  private static func english(_ draft: HeardDraft, _ isVoice: Bool) -> [String] {
    switch draft.family {
    case .first:
      isVoice
        ? [
          "Who speaks {how}, {a} or {b}?", "Of {a} and {b}, who starts to speak {how}?",
          "Who is the {how} to speak: {a} or {b}?",
        ]
        : [
          "Which do you hear {how}, {a} or {b}?", "Of {a} and {b}, which begins {how}?",
          "Which of the two sounds starts {how}: {a} or {b}?",
        ]
    case .side:
      isVoice
        ? ["Who speaks on the {how}, {a} or {b}?", "Whose voice comes from the {how}: {a}'s or {b}'s?"]
        : [
          "Which comes from the {how}, {a} or {b}?", "On the {how}, do you hear {a} or {b}?",
          "Which of the two sounds is on the {how}: {a} or {b}?",
        ]
    case .louder:
      ["Who is {how}, {a} or {b}?", "Whose voice is {how} where it is heard: {a}'s or {b}'s?"]
    case .whoSays:
      [
        "Who says {says}, {a} or {b}?", "{says}: is it {a} or {b} who says so?",
        "Who said {says}: {a} or {b}?",
      ]
    case .whatIsSaid:
      [
        "What does {a} say, {v0} or {v1}?", "Does {a} say {v0} or {v1}?",
        "Which of these is said by {a}: {v0} or {v1}?",
      ]
    case .precedes:
      isVoice
        ? ["Did {a} start to speak {how} {b}?", "Did you hear {a} {how} {b}?"]
        : ["Did {a} begin {how} {b}?", "Did you hear {a} {how} {b}?", "True or false: {a} came {how} {b}?"]
    case .countPeople:
      draft.names.contains { $0.value(.sex) != nil }
        ? ["How many {people} do you hear, {n0} or {n1}?", "Count the {people} who speak: {n0} or {n1}?"]
        : [
          "How many people speak on the {how}, {n0} or {n1}?",
          "On the {how}, do you hear {n0} or {n1} voices?",
        ]
    case .countPlaces:
      [
        "From how many places on the {how} do you hear {a}, {n0} or {n1}?",
        "Listen for {a}: from how many places on the {how} does it come, {n0} or {n1}?",
      ]
    case .sight:
      isVoice
        ? ["Who {how} be seen in the picture, {a} or {b}?", "Which of the two {how} be seen: {a} or {b}?"]
        : [
          "The source of which sound {how} be seen in the picture, {a} or {b}?",
          "Of {a} and {b}, the source of which {how} be seen in the picture?",
        ]
    case .source:
      isVoice
        ? ["Which of the two {how} {says}: {t0} or {t1}?", "In the picture, who {how} {says}, {t0} or {t1}?"]
        : [
          "Which of the two {how} the source of {a}: {t0} or {t1}?",
          "In the picture, which {how} the source of {a}, {t0} or {t1}?",
        ]
    }
  }

  private static func chinese(_ draft: HeardDraft, _ isVoice: Bool) -> [String] {
    switch draft.family {
    case .first:
      isVoice
        ? ["{how}开口的是{a}还是{b}？", "{a}和{b}，谁{how}开口说话？", "听一听，{how}说话的是{a}还是{b}？"]
        : ["{how}响起的是{a}还是{b}？", "{a}和{b}，哪个{how}响起？", "听一听，{how}出现的是{a}还是{b}？"]
    case .side:
      isVoice
        ? ["在{how}说话的是{a}还是{b}？", "{a}和{b}，谁的声音从{how}传来？"]
        : ["从{how}传来的是{a}还是{b}？", "{a}和{b}，哪个从{how}传来？", "听一听，{how}的是{a}还是{b}？"]
    case .louder: ["谁的声音听起来{how}，{a}还是{b}？", "{a}和{b}，谁的说话声{how}？"]
    case .whoSays: ["说{says}的是{a}还是{b}？", "{says}这句话是谁说的，{a}还是{b}？", "谁说了{says}，是{a}还是{b}？"]
    case .whatIsSaid: ["{a}说的是{v0}还是{v1}？", "{a}说了什么，{v0}还是{v1}？", "听一听，{a}说的是哪一句，{v0}还是{v1}？"]
    case .precedes:
      isVoice
        ? ["{a}比{b}{how}开口吗？", "{a}是不是比{b}{how}说话？"]
        : ["{a}比{b}{how}响起吗？", "{a}是不是在{b}之{when}响起的？", "听一听，{a}比{b}{how}出现吗？"]
    case .countPeople:
      draft.names.contains { $0.value(.sex) != nil }
        ? ["说话的有{n0}位{people}还是{n1}位{people}？", "能听到{n0}位{people}还是{n1}位{people}说话？"]
        : ["{how}有{n0}个人还是{n1}个人在说话？", "听一听，在{how}说话的有{n0}个人还是{n1}个人？"]
    case .countPlaces: ["{how}有{n0}处还是{n1}处传来{a}？", "听一听，{how}有几处传来{a}，{n0}处还是{n1}处？"]
    case .sight:
      isVoice
        ? ["画面里{how}的是{a}还是{b}？", "{a}和{b}，谁在画面里{how}？"]
        : ["哪个声音的声源在画面里{how}，{a}还是{b}？", "{a}和{b}，哪个的声源在画面里{how}？"]
    case .source:
      isVoice
        ? ["画面里的{t0}和{t1}，谁{how}{says}？", "{t0}和{t1}中，{how}{says}的是谁？"]
        : ["画面里的{t0}和{t1}，哪个{how}{a}？", "{t0}和{t1}中，{how}{a}的是哪个？"]
    }
  }

  /// What is asked, in a word.
  static func how(_ draft: HeardDraft, _ tongue: Tongue) -> String {
    let isEnglish = tongue == .english
    switch draft.program {
    case .which(.before, _, _): return isEnglish ? "first" : "先"
    case .which(.after, _, _): return isEnglish ? "second" : "后"
    case .which(.louder, _, _): return isEnglish ? "louder" : "更大"
    case .which(.quieter, _, _): return isEnglish ? "quieter" : "更小"
    case .relates(let relation, _, _):
      return isEnglish ? relation.rawValue : relation == .before ? "先" : "后"
    case .whichIs(let filter, _, _) where filter.attribute == .sight:
      if isEnglish { return filter.value == "seen" ? "can" : "cannot" }
      return filter.value == "seen" ? "看得到" : "看不到"
    case .whichIs(let filter, _, _): return side(filter.value, tongue)
    case .chooseCount, .choose: return side(draft.names.first?.value(.side) ?? "", tongue)
    case .makes(let holds, _, _, _):
      let isVoice = draft.names.allSatisfy(\.isVoice)
      if isEnglish { return isVoice ? holds ? "says" : "does not say" : holds ? "is" : "is not" }
      return isVoice ? holds ? "说了" : "没有说" : holds ? "发出了" : "没有发出"
    }
  }

  static func side(_ value: String, _ tongue: Tongue) -> String {
    tongue == .english ? value : value == "left" ? "左边" : "右边"
  }

  /// `women`, 女士; of one the same in Chinese.
  static func people(_ sex: String?, isMany: Bool, _ tongue: Tongue) -> String {
    switch (sex, tongue) {
    case ("female"?, .english): isMany ? "women" : "woman"
    case ("male"?, .english): isMany ? "men" : "man"
    case (_, .english): isMany ? "people" : "person who speaks"
    case ("female"?, .chinese): "女士"
    case ("male"?, .chinese): "男士"
    case (_, .chinese): "说话的人"
    }
  }
}
