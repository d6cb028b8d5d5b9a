package import TextModel

/// Words as people really misspell them: `recieve`, `definately`, 帐号.
package struct Misspelling: SitePerturbation {
  package let rule = PerturbationRule("misspelling", "Common misspellings.")

  package init() {}

  private static let pairs: [(right: String, wrong: String)] = [
    "receive recieve", "believe beleive", "definitely definately", "separate seperate",
    "accommodate accomodate",
    "address adress", "tomorrow tommorow", "restaurant restaraunt", "beginning begining",
    "different diffrent",
    "friend freind", "weird wierd", "until untill", "which wich", "their thier", "because becuase",
    "necessary neccessary",
    "occurred occured", "really realy", "immediately immediatly", "calendar calender", "government goverment",
    "environment enviroment", "business buisness", "appointment appointmant", "reservation reservaton",
    "available availible", "temperature temprature", "library libary", "probably probaly", "please plese",
    "music musick", "nearest nearset", "hotel hotell", "traffic trafic", "booking bookng", "cancel cancle",
    "excellent excelent", "terrible terible", "recommend reccomend", "service servise", "breakfast brekfast",
    "账号 帐号", "账户 帐户", "登录 登陆", "预订 预定", "做主 作主", "其他 其它", "再见 在见", "安装 按装", "部署 布署", "震撼 震憾",
    "松弛 松驰", "既然 即然", "部分 部份", "想象 想像", "必须 必需", "以至 以致", "截止 截至", "反应 反映",
  ].map { line in
    let parts = line.split(separator: " ").map(String.init)
    return (parts[0], parts[1])
  }
  private static let table = PhraseTable(pairs.map(\.right))

  package func sites(in text: PerturbableText) -> [EditSite] {
    Self.table.matches(in: text).map { match in
      let wrong = Self.pairs[match.phrase].wrong
      return EditSite(
        match.range, text.isChinese ? wrong : Casing.match(wrong, to: text.scalars[match.range]),
        reason: "common misspelling")
    }
  }
}
