import RandomStreams

/// South Korea: family name first; given names of two syllables, each syllable in its place.
struct KoreanProfile: LocaleProfile {
  let locale = IdentityLocale.korean
  let places = [Place](
    table: """
      서울특별시|강남구|06|02
      서울특별시|마포구|04|02
      서울특별시|송파구|05|02
      서울특별시|노원구|01|02
      부산광역시|해운대구|48|051
      부산광역시|부산진구|47|051
      인천광역시|연수구|21|032
      대구광역시|수성구|42|053
      대전광역시|유성구|34|042
      광주광역시|북구|61|062
      울산광역시|남구|44|052
      경기도|수원시|16|031
      경기도|성남시|13|031
      경기도|고양시|10|031
      강원특별자치도|춘천시|24|033
      전북특별자치도|전주시|54|063
      경상남도|창원시|51|055
      제주특별자치도|제주시|63|064
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname = Self.surnames.draw(&stream)
    let lists = (gender == .male ? Self.men : Self.women).first { year <= $0.through }
    let first = lists?.firsts.draw(&stream) ?? Word(text: "", latin: "")
    var second = lists?.seconds.draw(&stream) ?? Word(text: "", latin: "")
    for _ in 0..<8 where second.text == first.text { second = lists?.seconds.draw(&stream) ?? second }
    let given = Word(text: first.text + second.text, latin: first.latin + second.latin)
    return PersonName(surname: surname, given: given, middle: nil, full: surname.text + given.text)
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = Self.streetHeads.draw(&stream).text + Self.streetTails.draw(&stream).text
    var house = String(stream.integer(in: 1...280))
    if stream.bool(probability: 0.6) {
      let block = 100 + stream.integer(in: 1...12)
      let floor = stream.integer(in: 1...24)
      house += ", \(block)동 \(floor)0\(stream.integer(in: 1...4))호"
    }
    let postcode = place.postcodePrefix + digits(5 - place.postcodePrefix.utf8.count, &stream)
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: street, house: house,
      postcode: postcode, line: "(\(postcode)) \(place.region) \(place.city) \(street) \(house)", place: place
    )
  }

  private static let surnames = Lexicon(
    """
    김/kim/215 이/lee/147 박/park/84 최/choi/47 정/jung/43 강/kang/24 조/cho/21 윤/yoon/20 장/jang/20 임/lim/17
    한/han/15 오/oh/15 서/seo/15 신/shin/15 권/kwon/14 황/hwang/14 안/ahn/14 송/song/14 류/ryu/6 홍/hong/11
    전/jeon/11 고/ko/9 문/moon/9 양/yang/9 손/son/9 배/bae/8 백/baek/8 허/heo/6 유/yoo/10 남/nam/5 심/shim/5
    노/noh/5 하/ha/4 곽/kwak/4 성/sung/4 차/cha/4 주/joo/4 우/woo/4 구/koo/4 민/min/3 나/na/3 진/jin/3 남궁/namgung/1
    """)
  private static let streetHeads = Lexicon("한빛 새솔 은하 푸른 가람 미르 달빛 나래 온누리 해솔 다솜 별내음 솔바람 물빛")
  private static let streetTails = Lexicon("로/6 길/5 대로/2 1길/2 2길/2 3길/1 북로/1 남로/1")

  private struct Syllables: Sendable {
    let through: Int
    let firsts: Lexicon
    let seconds: Lexicon
  }

  private static let men = [
    Syllables(
      through: 1974,
      firsts: Lexicon(
        "영/young/9 성/sung/7 정/jung/5 종/jong/5 상/sang/5 광/kwang/3 재/jae/4 병/byung/3 동/dong/3 창/chang/3"),
      seconds: Lexicon(
        "수/soo/8 호/ho/7 철/chul/6 식/sik/4 환/hwan/4 길/gil/2 남/nam/2 훈/hoon/3 진/jin/3 일/il/2 만/man/2")),
    Syllables(
      through: 1999,
      firsts: Lexicon(
        "지/ji/5 성/sung/6 준/jun/5 민/min/6 동/dong/5 재/jae/5 현/hyun/5 승/seung/4 상/sang/4 영/young/3 정/jung/4"),
      seconds: Lexicon(
        "훈/hoon/7 호/ho/5 민/min/4 수/soo/3 현/hyun/6 우/woo/4 석/seok/3 진/jin/4 영/young/2 혁/hyuk/3 규/kyu/2")),
    Syllables(
      through: 2100,
      firsts: Lexicon(
        "민/min/6 서/seo/5 도/do/5 주/joo/4 시/si/4 지/ji/6 준/jun/4 하/ha/5 예/ye/2 건/geon/3 은/eun/2 유/yoo/3 현/hyun/3"
      ),
      seconds: Lexicon(
        "준/jun/9 우/woo/7 윤/yoon/5 호/ho/5 현/hyun/4 후/hoo/3 훈/hoon/3 율/yul/2 진/jin/3 원/won/3 민/min/2 찬/chan/2")),
  ]
  private static let women = [
    Syllables(
      through: 1974,
      firsts: Lexicon(
        "영/young/8 미/mi/6 정/jung/7 경/kyung/6 순/soon/4 명/myung/3 은/eun/3 현/hyun/3 혜/hye/3 옥/ok/1"),
      seconds: Lexicon("숙/sook/8 희/hee/7 자/ja/5 순/soon/4 옥/ok/4 미/mi/3 란/ran/2 애/ae/2 경/kyung/2 주/joo/2")),
    Syllables(
      through: 1999,
      firsts: Lexicon(
        "지/ji/8 은/eun/7 수/soo/5 혜/hye/5 유/yoo/3 민/min/4 미/mi/3 소/so/3 현/hyun/3 보/bo/2 선/sun/2 정/jung/3"),
      seconds: Lexicon(
        "영/young/6 혜/hye/2 은/eun/4 정/jung/5 연/yeon/4 진/jin/5 현/hyun/3 미/mi/3 경/kyung/2 주/joo/3 희/hee/3 지/ji/2"
      )),
    Syllables(
      through: 2100,
      firsts: Lexicon(
        "서/seo/7 지/ji/6 하/ha/5 예/ye/5 수/soo/4 채/chae/4 다/da/3 유/yoo/3 민/min/3 소/so/3 아/a/2 시/si/2"),
      seconds: Lexicon(
        "연/yeon/7 윤/yoon/6 은/eun/6 아/a/4 원/won/4 빈/bin/4 율/yul/2 린/rin/3 현/hyun/3 서/seo/3 인/in/3 나/na/2")),
  ]
}
