package import RandomStreams
package import TextModel

/// Simplified characters in their traditional form: 导航 → 導航. Whole texts or nothing: a text with a character that has
/// several traditional forms, and none of the known words that tell which, is left alone.
package struct ScriptConversion: TextPerturbation {
  package let rule = PerturbationRule(
    "traditional-script", "Traditional characters in place of simplified ones.", languages: [.chinese],
    ladder: .whole)

  package init() {}

  /// Characters with one traditional form, and those of several where one is by far the most common.
  private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
    var out: [Unicode.Scalar: Unicode.Scalar] = [:]
    let pairs = Array(
      (traditionalForms
        + "万萬个個于於云雲价價余餘党黨几幾划劃别別厂廠历歷参參台臺叶葉叹嘆团團坛壇坝壩复復尝嘗并並广廣弥彌当當录錄恶惡愿願挂掛据據摆擺术術杰傑极極柜櫃汇匯涂塗炼煉"
        + "烟煙确確种種筑築胜勝范範荐薦获獲虫蟲蜡蠟证證赞讚迹跡适適郁鬱鉴鑑针針钟鐘链鏈闲閒须須饥飢发發后後里裡签簽松鬆采採宁寧药藥苹蘋苏蘇丰豐尽盡").unicodeScalars
        .filter { PerturbableText.isHan($0) })
    for i in stride(from: 0, to: pairs.count - 1, by: 2) { out[pairs[i]] = pairs[i + 1] }
    return out
  }()

  /// Words that differ from what their characters would become.
  private static let words: [(simplified: [Unicode.Scalar], traditional: [Unicode.Scalar])] = [
    "头发 頭髮", "理发 理髮", "皇后 皇后", "公里 公里", "英里 英里", "日历 日曆", "复杂 複雜", "重复 重複", "复印 複印", "回复 回覆", "词汇 詞彙",
    "标签 標籤", "松树 松樹", "心脏 心臟", "肮脏 骯髒", "干净 乾淨", "饼干 餅乾", "干燥 乾燥", "干部 幹部", "能干 能幹", "干扰 干擾", "干什么 幹什麼",
    "若干 若干", "关系 關係", "联系 聯繫", "系统 系統", "系列 系列", "面条 麵條", "面包 麵包", "制造 製造", "制作 製作", "周末 週末", "手表 手錶",
    "注册 註冊", "只有 只有", "只要 只要", "只能 只能", "只是 只是", "不只 不只", "准备 準備", "准确 準確", "准时 準時", "批准 批准", "冲洗 沖洗",
    "伙伴 夥伴", "志愿 志願", "标志 標誌", "杂志 雜誌", "征求 徵求", "长征 長征", "稻谷 稻穀", "山谷 山谷", "漏斗 漏斗", "战斗 戰鬥", "奋斗 奮鬥",
    "旅游 旅遊", "游泳 游泳", "游戏 遊戲", "曲折 曲折", "折叠 摺疊", "困难 困難", "舍得 捨得", "宿舍 宿舍",
  ].map { line in
    let parts = line.split(separator: " ")
    return (Array(parts[0].unicodeScalars), Array(parts[1].unicodeScalars))
  }

  /// Characters whose form hangs on the word.
  private static let undecided = Set("干只伙冲准志征折斗松系谷游舍".unicodeScalars).subtracting("松".unicodeScalars)

  package func edits(
    of text: PerturbableText, severity: Severity, limit: Int, stream: RandomStream
  ) -> [TextEdit] {
    let scalars = text.scalars
    var edits: [TextEdit] = []
    func add(_ i: Int, _ form: Unicode.Scalar, _ reason: String) {
      guard form != scalars[i], text.allows(i..<(i + 1)) else { return }
      edits.append(
        TextEdit(i..<(i + 1), "\(form)", operation: rule.id, reason: reason))
    }
    var i = 0
    while i < scalars.count {
      let word = Self.words.first {
        i + $0.simplified.count <= scalars.count
          && scalars[i..<(i + $0.simplified.count)].elementsEqual($0.simplified)
      }
      if let word {
        for (offset, form) in word.traditional.enumerated() { add(i + offset, form, "by word") }
        i += word.simplified.count
        continue
      }
      if Self.undecided.contains(scalars[i]) { return [] }
      if let form = Self.forms[scalars[i]] { add(i, form, "by character") }
      i += 1
    }
    return edits.count <= limit ? edits : []
  }
}
