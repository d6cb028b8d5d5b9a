import RandomStreams

/// Spain: two surnames, the father's and the mother's.
struct SpanishProfile: LocaleProfile {
  let locale = IdentityLocale.spanish
  let places = [Place](
    table: """
      Comunidad de Madrid|Madrid|280|91
      Cataluña|Barcelona|080|93
      Cataluña|Tarragona|430|977
      Comunidad Valenciana|Valencia|460|96
      Comunidad Valenciana|Alicante|030|965
      Andalucía|Sevilla|410|95
      Andalucía|Málaga|290|95
      Andalucía|Granada|180|958
      Andalucía|Córdoba|140|957
      Aragón|Zaragoza|500|976
      País Vasco|Bilbao|480|94
      Galicia|A Coruña|150|981
      Galicia|Vigo|362|986
      Castilla y León|Valladolid|470|983
      Castilla y León|Salamanca|370|923
      Región de Murcia|Murcia|300|968
      Principado de Asturias|Oviedo|330|985
      Illes Balears|Palma|070|971
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname = Self.surnames.draw(&stream)
    var second = Self.surnames.draw(&stream)
    for _ in 0..<8 where second == surname { second = Self.surnames.draw(&stream) }
    let given = (gender == .male ? Self.men : Self.women).draw(bornIn: year, &stream)
    return PersonName(
      surname: surname, given: given, middle: second, full: "\(given.text) \(surname.text) \(second.text)")
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = Self.kinds.draw(&stream).text + " " + Self.names.draw(&stream).text
    let number = stream.integer(in: 1...160)
    let floor = stream.integer(in: 1...8)
    let door = stream.choose(["A", "B", "C", "izq.", "dcha."]) ?? "A"
    let house = stream.bool(probability: 0.75) ? "\(number), \(floor).º \(door)" : String(number)
    let postcode = place.postcodePrefix + digits(5 - place.postcodePrefix.utf8.count, &stream)
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: street, house: house,
      postcode: postcode, line: "\(street), \(house), \(postcode) \(place.city)", place: place)
  }

  private static let surnames = Lexicon(
    """
    García/145 Rodríguez/92 González/92 Fernández/91 López/87 Martínez/83 Sánchez/82 Pérez/78 Gómez/49 Martín/49
    Jiménez/39 Hernández/37 Ruiz/37 Díaz/34 Moreno/32 Muñoz/28 Álvarez/28 Romero/22 Gutiérrez/21 Alonso/20 Navarro/20
    Torres/20 Domínguez/19 Ramos/18 Vázquez/18 Ramírez/18 Gil/17 Serrano/16 Morales/16 Molina/15 Blanco/15 Suárez/15
    Castro/14 Ortega/14 Delgado/14 Ortiz/13 Marín/13 Rubio/13 Núñez/12 Medina/12 Sanz/12 Castillo/12 Iglesias/11
    Cortés/11 Garrido/10 Santos/10 Guerrero/10 Lozano/10 Cano/10 Cruz/10 Méndez/9 Flores/9 Prieto/9 Herrera/9 Peña/9
    León/8 Márquez/8 Cabrera/8 Gallego/8 Calvo/8 Vidal/8 Campos/8 Reyes/7 Vega/7 Fuentes/7 Carrasco/7 Aguilar/7
    """)
  private static let kinds = Lexicon("Calle/60 Avenida/12 Plaza/8 Paseo/6 Camino/5 Travesía/3 Ronda/2")
  private static let names = Lexicon(
    "de_los_Almendros de_la_Encina_Vieja de_las_Golondrinas del_Romero de_la_Fuente_Clara de_los_Jilgueros del_Molino_Blanco de_la_Retama de_las_Amapolas del_Olivar_Alto de_los_Vencejos de_la_Higuera del_Tomillo de_las_Acequias"
  )

  private static let men = GivenNames([
    (
      1965,
      "José/10 Antonio/10 Manuel/9 Francisco/9 Juan/7 Jesús/5 Rafael/4 Miguel/5 Luis/5 Ángel/4 Vicente/3 Ramón/3 José_Luis/4 Pedro/4"
    ),
    (
      1989,
      "David/7 Javier/7 Daniel/6 Carlos/6 Francisco_Javier/3 Sergio/6 Alejandro/5 Pablo/5 Jorge/5 Alberto/5 Rubén/4 Óscar/4 Raúl/4 Iván/4 Fernando/4 Roberto/3"
    ),
    (
      2100,
      "Hugo/7 Mateo/6 Martín/7 Lucas/6 Leo/5 Daniel/6 Alejandro/5 Pablo/5 Adrián/5 Álvaro/5 Mario/5 Diego/4 Marcos/4 Izan/4 Nicolás/3 Marc/2 Unai/1"
    ),
  ])
  private static let women = GivenNames([
    (
      1965,
      "María_Carmen/8 Carmen/7 Josefa/5 Isabel/5 María_Pilar/5 Dolores/4 Ana_María/5 Francisca/4 Antonia/4 Rosa/4 Mercedes/4 Teresa/4 Concepción/3"
    ),
    (
      1989,
      "Laura/7 Cristina/7 Marta/6 Ana/6 María/7 Raquel/5 Mónica/4 Patricia/5 Beatriz/5 Silvia/5 Elena/5 Sara/4 Nuria/4 Verónica/4 Rocío/3 Lorena/3"
    ),
    (
      2100,
      "Lucía/8 Sofía/7 Martina/7 María/6 Paula/6 Julia/5 Daniela/5 Valeria/5 Alba/5 Emma/5 Carla/4 Sara/4 Noa/4 Carmen/3 Claudia/4 Vega/2 Ainhoa/2"
    ),
  ])
}
