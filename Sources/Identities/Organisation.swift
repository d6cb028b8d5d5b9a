import RandomStreams

/// A company that does not exist.
package struct Organisation: Sendable, Hashable {
  package var index: Int
  /// With region, trade and legal form, as registered.
  package var name: String
  /// What people call it.
  package var brand: Word
  package var trade: String
  package var legalForm: String
  package var address: PostalAddress
}

/// Names of companies in China and the United States.
enum OrganisationNames {
  static func organisation(_ index: Int, at address: PostalAddress, _ stream: inout RandomStream)
    -> Organisation
  {
    address.locale == .chinese
      ? chinese(index, at: address, &stream) : american(index, at: address, &stream)
  }

  /// Region, coined brand, trade, legal form: 杭州澜禾信息技术有限公司.
  private static func chinese(_ index: Int, at address: PostalAddress, _ stream: inout RandomStream)
    -> Organisation
  {
    let head = chineseHeads.draw(&stream)
    var tail = chineseTails.draw(&stream)
    for _ in 0..<8 where tail.latin == head.latin { tail = chineseTails.draw(&stream) }
    let brand = Word(text: head.text + tail.text, latin: head.latin + tail.latin)
    let trade = chineseTrades.draw(&stream).text
    let form = chineseForms.draw(&stream).text
    let city = String(address.city.dropLast())
    return Organisation(
      index: index, name: city + brand.text + trade + form, brand: brand, trade: trade, legalForm: form,
      address: address)
  }

  /// Harrow & Finch Logistics LLC; Bluemere Software, Inc.
  private static func american(_ index: Int, at address: PostalAddress, _ stream: inout RandomStream)
    -> Organisation
  {
    let text: String
    if stream.bool(probability: 0.4) {
      let first = AmericanNames.placeSurname(&stream).text
      let second = AmericanNames.surnames.draw(&stream).text
      text = stream.bool() ? "\(first) & \(second)" : first
    } else {
      text = americanHeads.draw(&stream).text + americanTails.draw(&stream).text
    }
    let trade = americanTrades.draw(&stream).text
    let form = americanForms.draw(&stream).text
    let comma = form == "Inc." ? "," : ""
    return Organisation(
      index: index, name: "\(text) \(trade)\(comma) \(form)",
      brand: Word(text: text, latin: Latin.folded(text)), trade: trade, legalForm: form, address: address)
  }

  private static let chineseHeads = Lexicon(
    "澜/lan 禾/he 衡/heng 沐/mu 砺/li 朴/pu 曜/yao 骁/xiao 稷/ji 泓/hong 珩/heng 霁/ji 昱/yu 栩/xu 锦/jin 星/xing 云/yun 启/qi")
  private static let chineseTails = Lexicon(
    "川/chuan 禾/he 舟/zhou 帆/fan 谷/gu 垣/yuan 芯/xin 图/tu 航/hang 辰/chen 石/shi 桥/qiao 木/mu 瀚/han 序/xu 拓/tuo")
  private static let chineseTrades = Lexicon(
    "信息技术/8 网络科技/8 电子商务/4 供应链管理/3 物流/4 建筑工程/4 餐饮管理/4 医疗器械/3 文化传媒/4 教育咨询/3 精密机械/3 新能源科技/3 食品/3 环保设备/2 农业发展/2 商贸/5"
  )
  private static let chineseForms = Lexicon("有限公司/85 有限责任公司/6 股份有限公司/6 集团有限公司/3")
  private static let americanHeads = Lexicon(
    "Blue Copper Bright North Silver Quarry Cinder Harbor Summit Pine Ember Lark Granite Delta Clear Wind")
  private static let americanTails = Lexicon(
    "mere line works gate path forge bridge loom stead crest field haven wick point")
  private static let americanTrades = Lexicon(
    "Logistics/5 Software/6 Consulting/5 Foods/4 Construction/5 Medical/4 Analytics/3 Robotics/2 Energy/3 Textiles/2 Marine/1 Insurance/3 Realty/4 Landscaping/3 Plumbing/3 Dental/3"
  )
  private static let americanForms = Lexicon("LLC/55 Inc./30 Co./7 Corp./6 LP/2")
}
