import RandomStreams

/// Japan: family name first, kanji with their Hepburn reading.
struct JapaneseProfile: LocaleProfile {
  let locale = IdentityLocale.japanese
  let places = [Place](
    table: """
      東京都|世田谷区|154|03
      東京都|杉並区|166|03
      東京都|練馬区|176|03
      神奈川県|横浜市|231|045
      神奈川県|川崎市|210|044
      大阪府|大阪市|530|06
      大阪府|堺市|590|072
      愛知県|名古屋市|460|052
      北海道|札幌市|060|011
      福岡県|福岡市|810|092
      兵庫県|神戸市|650|078
      京都府|京都市|600|075
      宮城県|仙台市|980|022
      広島県|広島市|730|082
      埼玉県|さいたま市|330|048
      千葉県|千葉市|260|043
      静岡県|浜松市|430|053
      新潟県|新潟市|950|025
      石川県|金沢市|920|076
      長野県|松本市|390|0263
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname =
      stream.bool(probability: 0.12)
      ? compound(Self.heads.draw(&stream), Self.tails.draw(&stream)) : Self.surnames.draw(&stream)
    let given = (gender == .male ? Self.men : Self.women).draw(bornIn: year, &stream)
    return PersonName(surname: surname, given: given, middle: nil, full: "\(surname.text) \(given.text)")
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let town = Self.townHeads.draw(&stream).text + Self.townTails.draw(&stream).text
    let chome = stream.integer(in: 1...6)
    let block = stream.integer(in: 1...28)
    let number = stream.integer(in: 1...24)
    var house = "\(chome)-\(block)-\(number)"
    if stream.bool(probability: 0.4) {
      let building = Self.buildings.draw(&stream).text + town
      let floor = stream.integer(in: 1...9)
      house += " \(building)\(floor)0\(stream.integer(in: 1...8))号室"
    }
    let postcode = "\(place.postcodePrefix)-\(digits(4, &stream))"
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: town, house: house,
      postcode: postcode, line: "〒\(postcode) \(place.region)\(place.city)\(town)\(house)", place: place)
  }

  private func compound(_ a: Word, _ b: Word) -> Word {
    Word(text: a.text + b.text, latin: a.latin + b.latin)
  }

  private static let surnames = Lexicon(
    """
    佐藤/sato/187 鈴木/suzuki/180 高橋/takahashi/141 田中/tanaka/134 伊藤/ito/108 渡辺/watanabe/107 山本/yamamoto/105
    中村/nakamura/104 小林/kobayashi/103 加藤/kato/89 吉田/yoshida/83 山田/yamada/81 佐々木/sasaki/68
    山口/yamaguchi/64 松本/matsumoto/63 井上/inoue/61 木村/kimura/58 林/hayashi/55 斎藤/saito/54 清水/shimizu/53
    山崎/yamazaki/48 森/mori/46 池田/ikeda/45 橋本/hashimoto/45 阿部/abe/44 石川/ishikawa/43 山下/yamashita/42
    中島/nakajima/40 石井/ishii/39 小川/ogawa/39 前田/maeda/38 岡田/okada/38 長谷川/hasegawa/38 藤田/fujita/37
    後藤/goto/37 近藤/kondo/37 村上/murakami/36 遠藤/endo/33 青木/aoki/32 坂本/sakamoto/32 福田/fukuda/31
    太田/ota/30 西村/nishimura/30 藤井/fujii/30 岡本/okamoto/29 金子/kaneko/28 藤原/fujiwara/29 三浦/miura/28
    中野/nakano/28 中川/nakagawa/28 原田/harada/28 松田/matsuda/28 竹内/takeuchi/27 小野/ono/27 田村/tamura/27
    中山/nakayama/26 和田/wada/25 石田/ishida/25 上田/ueda/25 森田/morita/25 柴田/shibata/23 酒井/sakai/23 原/hara/24
    """)
  private static let heads = Lexicon(
    "白/shira 黒/kuro 星/hoshi 桜/sakura 梅/ume 柏/kashi 榎/enoki 杉/sugi 笹/sasa 滝/taki")
  private static let tails = Lexicon("沢/sawa 原/hara 崎/saki 森/mori 岡/oka 井/i 瀬/se 谷/tani 山/yama 川/kawa")
  private static let townHeads = Lexicon("桜 若葉 緑 美園 青葉 朝日 泉 星見 花園 月見 白鳥 松風 藤 霞")
  private static let townTails = Lexicon("ヶ丘/4 が浜/1 台/4 野/2 町/6 原/2 坂/1 見/1")
  private static let buildings = Lexicon("コーポ/3 メゾン/3 ハイツ/3 グラン/2 パレス/2 サンライズ/1")

  private static let men = GivenNames([
    (
      1969,
      """
      茂/shigeru/8 隆/takashi/8 博/hiroshi/8 勝/masaru/6 清/kiyoshi/6 実/minoru/6 誠/makoto/6 修/osamu/5 進/susumu/4
      正/tadashi/5 和夫/kazuo/5 幸雄/yukio/4 健一/kenichi/4 一郎/ichiro/2 三郎/saburo/1 義男/yoshio/3 弘/hiroshi/3
      """
    ),
    (
      1994,
      """
      健一/kenichi/5 大輔/daisuke/9 拓也/takuya/8 直樹/naoki/7 翔太/shota/7 達也/tatsuya/6 健太/kenta/7 亮/ryo/5
      和也/kazuya/5 哲也/tetsuya/4 雄太/yuta/4 学/manabu/3 剛/tsuyoshi/4 智也/tomoya/4 裕太/yuta/3 祐介/yusuke/4
      """
    ),
    (
      2100,
      """
      蓮/ren/9 悠真/yuma/7 陽翔/haruto/7 大翔/hiroto/7 湊/minato/6 颯太/sota/6 悠斗/yuto/6 樹/itsuki/6 陸/riku/5
      大和/yamato/5 朝陽/asahi/4 翔/sho/4 海斗/kaito/4 律/ritsu/3 蒼/aoi/4 健人/kento/3 奏太/sota/3 隼人/hayato/3
      """
    ),
  ])
  private static let women = GivenNames([
    (
      1969,
      """
      和子/kazuko/8 幸子/sachiko/8 洋子/yoko/8 節子/setsuko/5 京子/kyoko/6 恵子/keiko/8 美智子/michiko/4 久美子/kumiko/5
      由美子/yumiko/5 明美/akemi/5 真由美/mayumi/5 直美/naomi/5 裕子/yuko/6 文子/fumiko/3 千代子/chiyoko/2
      """
    ),
    (
      1994,
      """
      愛/ai/8 美穂/miho/6 麻衣/mai/7 彩/aya/6 恵/megumi/6 香織/kaori/6 舞/mai/5 智子/tomoko/5 裕美/hiromi/4 沙織/saori/5
      優子/yuko/4 千尋/chihiro/4 美咲/misaki/6 早紀/saki/3 由佳/yuka/4 里奈/rina/4 明日香/asuka/3 真理子/mariko/3
      """
    ),
    (
      2100,
      """
      陽菜/hina/8 葵/aoi/8 結衣/yui/8 凛/rin/7 さくら/sakura/6 美羽/miu/5 莉子/riko/6 結愛/yua/6 紬/tsumugi/5 杏/an/4
      花/hana/4 七海/nanami/4 優奈/yuna/4 咲良/sakura/3 楓/kaede/4 芽依/mei/4 琴音/kotone/3 心春/koharu/3 彩花/ayaka/3
      """
    ),
  ])
}
