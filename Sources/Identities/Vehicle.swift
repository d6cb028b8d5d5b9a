import RandomStreams

/// A car of a maker that does not exist.
package struct Vehicle: Sendable, Hashable {
  package var index: Int
  package var locale: IdentityLocale
  package var maker: String
  package var model: String
  package var modelYear: Int
  package var colour: String
  package var isElectric: Bool
  /// Where it is registered.
  package var place: Place
}

/// Cars of China and the United States.
enum VehicleNames {
  static func vehicle(_ index: Int, _ locale: IdentityLocale, at place: Place, _ stream: inout RandomStream)
    -> Vehicle
  {
    let isElectric = stream.bool(probability: locale == .chinese ? 0.3 : 0.1)
    let year = stream.integer(in: (isElectric ? 2016 : 2004)...2025)
    let number = stream.integer(in: 1...9)
    if locale == .chinese {
      let maker = chineseMakers.draw(&stream).text
      let model = chineseModels.draw(&stream).text + (isElectric ? " EV" : "")
      return Vehicle(
        index: index, locale: locale, maker: maker, model: model, modelYear: year,
        colour: chineseColours.draw(&stream).text, isElectric: isElectric, place: place)
    }
    let model = isElectric ? "E\(number)" : americanModels.draw(&stream).text
    return Vehicle(
      index: index, locale: locale, maker: americanMakers.draw(&stream).text, model: model, modelYear: year,
      colour: americanColours.draw(&stream).text, isElectric: isElectric, place: place)
  }

  private static let chineseMakers = Lexicon("岚驰 曜行 禾途 青骓 砺风 云骧")
  private static let chineseModels = Lexicon("逐光 远途 山雀 轻舟 凌霄 松果")
  private static let chineseColours = Lexicon("白色/40 黑色/20 灰色/12 银色/8 红色/6 蓝色/6 棕色/3 绿色/2 黄色/1")
  private static let americanMakers = Lexicon("Corvane Halden Tarrow Bexley-Stone Merrin Oakhurst")
  private static let americanModels = Lexicon("Drifter Lantern Summit Courier Wren Pathway Sable")
  private static let americanColours = Lexicon(
    "white/28 black/20 gray/18 silver/12 blue/9 red/8 brown/2 green/2 orange/1")
}
