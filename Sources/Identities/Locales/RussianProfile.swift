import RandomStreams

/// Russia: surname and patronymic agree with the gender.
struct RussianProfile: LocaleProfile {
  let locale = IdentityLocale.russian
  let places = [Place](
    table: """
      г. Москва|Москва|101|495
      г. Санкт-Петербург|Санкт-Петербург|190|812
      Новосибирская область|Новосибирск|630|383
      Свердловская область|Екатеринбург|620|343
      Республика Татарстан|Казань|420|843
      Нижегородская область|Нижний Новгород|603|831
      Челябинская область|Челябинск|454|351
      Самарская область|Самара|443|846
      Омская область|Омск|644|381
      Ростовская область|Ростов-на-Дону|344|863
      Республика Башкортостан|Уфа|450|347
      Красноярский край|Красноярск|660|391
      Пермский край|Пермь|614|342
      Воронежская область|Воронеж|394|473
      Волгоградская область|Волгоград|400|844
      Краснодарский край|Краснодар|350|861
      Приморский край|Владивосток|690|423
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let stem = Self.surnames.draw(&stream)
    let given = (gender == .male ? Self.men : Self.women).draw(bornIn: year, &stream)
    // A father is some thirty years older.
    let father = Self.men.draw(bornIn: year - 28, &stream).text
    let surname = Self.surname(stem.text, gender)
    let patronymic = Self.patronymic(of: father, gender)
    return PersonName(
      surname: Word(text: surname, latin: Latin.folded(surname)), given: given,
      middle: Word(text: patronymic, latin: Latin.folded(patronymic)),
      full: "\(surname) \(given.text) \(patronymic)")
  }

  /// The form of a surname for a gender: Иванов – Иванова, Вишневский – Вишневская, Шевченко for both.
  static func surname(_ masculine: String, _ gender: Gender) -> String {
    guard gender == .female else { return masculine }
    if masculine.hasSuffix("ский") || masculine.hasSuffix("цкий") { return masculine.dropLast(2) + "ая" }
    for ending in ["ов", "ев", "ёв", "ин", "ын"] where masculine.hasSuffix(ending) { return masculine + "а" }
    return masculine
  }

  /// The patronymic of a father's name.
  static func patronymic(of father: String, _ gender: Gender) -> String {
    let irregular = [
      "Илья": ("Ильич", "Ильинична"), "Никита": ("Никитич", "Никитична"), "Лев": ("Львович", "Львовна"),
      "Павел": ("Павлович", "Павловна"), "Михаил": ("Михайлович", "Михайловна"),
      "Пётр": ("Петрович", "Петровна"), "Дмитрий": ("Дмитриевич", "Дмитриевна"),
    ]
    if let pair = irregular[father] { return gender == .male ? pair.0 : pair.1 }
    if father.hasSuffix("ий") { return father.dropLast(2) + (gender == .male ? "ьевич" : "ьевна") }
    if father.hasSuffix("й") || father.hasSuffix("ь") {
      return father.dropLast() + (gender == .male ? "евич" : "евна")
    }
    return father + (gender == .male ? "ович" : "овна")
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = Self.streets.draw(&stream).text
    let number = stream.integer(in: 1...140)
    let flat = stream.integer(in: 1...240)
    let block = stream.bool(probability: 0.2) ? ", корп. \(stream.integer(in: 1...4))" : ""
    let house = "д. \(number)\(block), кв. \(flat)"
    let postcode = place.postcodePrefix + digits(6 - place.postcodePrefix.utf8.count, &stream)
    let region = place.region.hasPrefix("г. ") ? place.region : "\(place.region), г. \(place.city)"
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: street, house: house,
      postcode: postcode, line: "\(postcode), \(region), \(street), \(house)", place: place)
  }

  private static let surnames = Lexicon(
    """
    Иванов/100 Смирнов/95 Кузнецов/80 Попов/70 Васильев/65 Петров/65 Соколов/60 Михайлов/50 Новиков/50 Фёдоров/45
    Морозов/45 Волков/45 Алексеев/42 Лебедев/42 Семёнов/40 Егоров/38 Павлов/38 Козлов/38 Степанов/36 Николаев/36
    Орлов/34 Андреев/34 Макаров/32 Никитин/32 Захаров/30 Зайцев/30 Соловьёв/28 Борисов/28 Яковлев/28 Григорьев/26
    Романов/24 Воробьёв/24 Сергеев/24 Кузьмин/22 Фролов/22 Александров/22 Дмитриев/22 Королёв/20 Гусев/20 Киселёв/20
    Ильин/20 Максимов/20 Поляков/18 Сорокин/18 Виноградов/18 Ковалёв/18 Белов/18 Медведев/14 Антонов/16 Тарасов/16
    Жуков/15 Баранов/15 Филиппов/15 Комаров/14 Давыдов/14 Беляев/14 Герасимов/14 Богданов/14 Осипов/13 Сидоров/13
    Матвеев/13 Титов/12 Марков/12 Миронов/12 Крылов/12 Куликов/11 Карпов/11 Власов/11 Мельников/11 Денисов/11
    Гаврилов/10 Тихонов/10 Казаков/10 Афанасьев/10 Данилов/10 Савельев/9 Вишневский/6 Ковальский/5 Шевченко/8 Бондаренко/6
    """)
  private static let streets = Lexicon(
    "ул._Черёмуховая ул._Берёзовая_роща ул._Тихая_Заводь пер._Рябиновый ул._Кленовая ул._Васильковая пр-т_Озёрный ул._Родниковая пер._Соловьиный ул._Ивовая ул._Полевая_Слобода б-р_Сиреневый ул._Ясеневая пер._Мельничный"
  )

  private static let men = GivenNames([
    (
      1964,
      "Николай/8 Владимир/10 Александр/9 Виктор/8 Анатолий/7 Валерий/6 Юрий/7 Михаил/6 Иван/5 Василий/5 Борис/4 Геннадий/4 Леонид/3 Пётр/3"
    ),
    (
      1989,
      "Александр/10 Сергей/10 Андрей/9 Алексей/8 Дмитрий/8 Евгений/6 Игорь/5 Олег/5 Максим/5 Роман/5 Павел/4 Антон/4 Денис/4 Вадим/3 Константин/3 Илья/3"
    ),
    (
      2100,
      "Артём/8 Максим/7 Иван/7 Михаил/7 Даниил/6 Кирилл/5 Егор/6 Никита/6 Матвей/6 Тимофей/5 Лев/4 Марк/4 Ярослав/3 Роман/4 Глеб/3 Арсений/4"
    ),
  ])
  private static let women = GivenNames([
    (
      1964,
      "Людмила/8 Валентина/8 Галина/8 Нина/6 Татьяна/7 Любовь/6 Надежда/6 Тамара/4 Вера/5 Зинаида/3 Лидия/4 Раиса/3 Ольга/5"
    ),
    (
      1989,
      "Елена/9 Наталья/8 Ольга/8 Татьяна/7 Ирина/7 Светлана/7 Анна/6 Юлия/6 Екатерина/7 Марина/5 Мария/5 Анастасия/5 Оксана/4 Евгения/4 Ксения/3"
    ),
    (
      2100,
      "София/8 Анна/7 Мария/7 Алиса/6 Виктория/6 Полина/6 Елизавета/5 Дарья/6 Варвара/5 Ксения/5 Анастасия/6 Арина/4 Милана/4 Вероника/4 Кира/3"
    ),
  ])
}
