import RandomStreams

/// United States of America.
struct AmericanProfile: LocaleProfile {
  let locale = IdentityLocale.american
  var places: [Place] { AmericanPlaces.all }

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname: Word
    if stream.bool(probability: 0.15) {
      // Surnames of the English kind that lists do not exhaust: Ashcombe, Thornfield.
      surname = stream.bool() ? AmericanNames.placeSurname(&stream) : AmericanNames.doubleSurname(&stream)
    } else {
      surname = AmericanNames.surnames.draw(&stream)
    }
    let given = (gender == .male ? AmericanNames.men : AmericanNames.women).draw(bornIn: year, &stream)
    var middle: Word?
    var full = "\(given.text) \(surname.text)"
    if stream.bool(probability: 0.25) {
      let initial = AmericanNames.initials.draw(&stream)
      middle = initial
      full = "\(given.text) \(initial.text). \(surname.text)"
    }
    return PersonName(surname: surname, given: given, middle: middle, full: full)
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = AmericanPlaces.street(&stream)
    var house = String(stream.integer(in: 1...9899))
    var unit = ""
    if stream.bool(probability: 0.3) {
      let number = stream.integer(in: 1...12) * 100 + stream.integer(in: 1...24)
      unit = stream.bool(probability: 0.75) ? ", Apt \(number)" : ", Unit \(number)"
      house += unit
    }
    let postcode = place.postcodePrefix + digits(5 - place.postcodePrefix.utf8.count, &stream)
    let number = house.prefix(while: \.isNumber)
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: street, house: house,
      postcode: postcode, line: "\(number) \(street)\(unit), \(place.city), \(place.region) \(postcode)",
      place: place)
  }
}
