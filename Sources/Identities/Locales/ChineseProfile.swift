import RandomStreams

/// Mainland China: names by generation, addresses down to the flat.
struct ChineseProfile: LocaleProfile {
  let locale = IdentityLocale.chinese
  var places: [Place] { ChinesePlaces.all }

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname = ChineseNames.surnames.draw(&stream)
    let cohort = ChineseNames.cohort(gender, bornIn: year)
    let given = cohort.draw(&stream, after: surname)
    return PersonName(surname: surname, given: given, middle: nil, full: surname.text + given.text)
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let district = stream.choose(place.districts) ?? Place.District(name: "", code: "")
    let street = ChinesePlaces.street(&stream)
    let number = stream.integer(in: 1...899)
    let house: String
    if stream.bool(probability: 0.8) {
      let estate = ChinesePlaces.estate(&stream)
      let building = stream.integer(in: 1...28)
      let unit = stream.integer(in: 1...4)
      let floor = stream.integer(in: 1...26)
      let flat = floor * 100 + stream.integer(in: 1...4)
      // Southern cities speak of 栋, northern ones of 号楼; 幢 is the Yangtze delta's word.
      let word = stream.choose(["栋", "号楼", "幢"]) ?? "栋"
      house = "\(number)号\(estate)\(building)\(word)\(unit)单元\(flat)室"
    } else {
      house = "\(number)号"
    }
    let postcode = place.postcodePrefix + digits(6 - place.postcodePrefix.utf8.count, &stream)
    // Municipalities are their own province: 上海市浦东新区, not 上海市上海市.
    let region = place.region == place.city ? place.city : place.region + place.city
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: district.name, street: street,
      house: house, postcode: postcode, line: region + district.name + street + house, place: place)
  }
}
