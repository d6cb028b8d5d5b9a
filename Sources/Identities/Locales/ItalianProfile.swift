import RandomStreams

/// Italy.
struct ItalianProfile: LocaleProfile {
  let locale = IdentityLocale.italian
  let places = [Place](
    table: """
      Lazio|Roma|001|06
      Lombardia|Milano|201|02
      Lombardia|Bergamo|241|035
      Lombardia|Brescia|251|030
      Campania|Napoli|801|081
      Campania|Salerno|841|089
      Piemonte|Torino|101|011
      Sicilia|Palermo|901|091
      Sicilia|Catania|951|095
      Liguria|Genova|161|010
      Emilia-Romagna|Bologna|401|051
      Emilia-Romagna|Parma|431|0521
      Toscana|Firenze|501|055
      Toscana|Pisa|561|050
      Puglia|Bari|701|080
      Veneto|Venezia|301|041
      Veneto|Verona|371|045
      Friuli-Venezia Giulia|Trieste|341|040
      Sardegna|Cagliari|091|070
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname = Self.surnames.draw(&stream)
    let given = (gender == .male ? Self.men : Self.women).draw(bornIn: year, &stream)
    return PersonName(surname: surname, given: given, middle: nil, full: "\(given.text) \(surname.text)")
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = Self.kinds.draw(&stream).text + " " + Self.names.draw(&stream).text
    let letter = stream.bool(probability: 0.12) ? (stream.choose(["/A", "/B", "/C"]) ?? "") : ""
    let house = "\(stream.integer(in: 1...175))\(letter)"
    let postcode = place.postcodePrefix + digits(5 - place.postcodePrefix.utf8.count, &stream)
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: street, house: house,
      postcode: postcode, line: "\(street), \(house), \(postcode) \(place.city)", place: place)
  }

  private static let surnames = Lexicon(
    """
    Rossi/90 Russo/62 Ferrari/50 Esposito/46 Bianchi/40 Romano/38 Colombo/36 Ricci/33 Marino/32 Greco/31 Bruno/29
    Gallo/29 Conti/28 De_Luca/28 Costa/27 Giordano/27 Mancini/26 Rizzo/26 Lombardi/25 Moretti/24 Barbieri/22
    Fontana/22 Santoro/22 Mariani/21 Rinaldi/21 Caruso/21 Ferrara/20 Galli/20 Martini/19 Leone/19 Longo/18
    Gentile/18 Martinelli/18 Vitale/17 Lombardo/17 Serra/17 Coppola/17 De_Santis/16 D'Angelo/16 Marchetti/16 Parisi/16
    Villa/15 Conte/15 Ferraro/15 Ferri/14 Fabbri/14 Bianco/14 Marini/13 Grasso/13 Valentini/13 Messina/12 Sala/12
    De_Angelis/12 Gatti/12 Pellegrini/12 Palumbo/11 Sanna/11 Farina/11 Rizzi/11 Monti/11 Cattaneo/10 Morelli/10
    Amato/10 Silvestri/10 Mazza/10 Testa/9 Grassi/9 Pellegrino/9 Carbone/9 Giuliani/9 Benedetti/9 Barone/8 Rossetti/8
    """)
  private static let kinds = Lexicon("Via/70 Viale/10 Piazza/6 Corso/4 Vicolo/5 Largo/3 Strada/2")
  private static let names = Lexicon(
    "delle_Ginestre dei_Mandorli del_Gelsomino della_Fonte_Antica delle_Rondini dei_Pioppi del_Mulino_Vecchio delle_Lucciole del_Corbezzolo dei_Fontanili della_Quercia delle_Allodole del_Melograno dei_Biancospini"
  )

  private static let men = GivenNames([
    (
      1965,
      "Giuseppe/9 Giovanni/8 Antonio/8 Mario/6 Luigi/6 Francesco/6 Angelo/4 Vincenzo/4 Pietro/4 Salvatore/4 Carlo/4 Franco/4 Domenico/3 Bruno/3"
    ),
    (
      1989,
      "Marco/8 Andrea/8 Luca/7 Stefano/6 Alessandro/7 Roberto/5 Fabio/5 Paolo/5 Davide/5 Simone/5 Massimo/4 Matteo/5 Daniele/4 Federico/4 Michele/4"
    ),
    (
      2100,
      "Leonardo/8 Francesco/7 Lorenzo/7 Alessandro/6 Mattia/6 Tommaso/5 Gabriele/5 Riccardo/5 Edoardo/5 Andrea/6 Matteo/6 Diego/4 Nicolò/3 Samuele/4 Giacomo/3"
    ),
  ])
  private static let women = GivenNames([
    (
      1965,
      "Maria/10 Anna/8 Giuseppina/5 Rosa/6 Angela/6 Giovanna/5 Teresa/5 Lucia/5 Carmela/4 Caterina/4 Franca/4 Rita/4 Luisa/4 Antonietta/3"
    ),
    (
      1989,
      "Francesca/7 Chiara/7 Laura/7 Valentina/6 Silvia/6 Elena/6 Paola/5 Barbara/4 Alessandra/5 Federica/5 Simona/4 Monica/4 Daniela/4 Cristina/4 Ilaria/4"
    ),
    (
      2100,
      "Sofia/8 Giulia/8 Aurora/7 Alice/6 Ginevra/5 Emma/6 Giorgia/5 Beatrice/5 Vittoria/5 Martina/5 Ludovica/4 Matilde/4 Greta/4 Anna/4 Noemi/3 Camilla/3"
    ),
  ])
}
