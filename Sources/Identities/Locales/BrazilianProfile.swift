import RandomStreams

/// Brazil.
struct BrazilianProfile: LocaleProfile {
  let locale = IdentityLocale.brazilian
  let places = [Place](
    table: """
      SP|São Paulo|01|11
      SP|Campinas|130|19
      SP|Santos|110|13
      RJ|Rio de Janeiro|20|21
      RJ|Niterói|240|21
      MG|Belo Horizonte|30|31
      MG|Uberlândia|384|34
      BA|Salvador|40|71
      PR|Curitiba|80|41
      PR|Londrina|860|43
      RS|Porto Alegre|90|51
      PE|Recife|50|81
      CE|Fortaleza|60|85
      DF|Brasília|70|61
      SC|Florianópolis|880|48
      GO|Goiânia|740|62
      PA|Belém|660|91
      AM|Manaus|690|92
      ES|Vitória|290|27
      RN|Natal|590|84
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let given = (gender == .male ? Self.men : Self.women).draw(bornIn: year, &stream)
    let surname = Self.surnames.draw(&stream)
    guard stream.bool(probability: 0.7) else {
      return PersonName(surname: surname, given: given, middle: nil, full: "\(given.text) \(surname.text)")
    }
    // The mother's surname stands before the father's, by which people are filed.
    var mother = Self.surnames.draw(&stream)
    for _ in 0..<8 where mother == surname { mother = Self.surnames.draw(&stream) }
    return PersonName(
      surname: surname, given: given, middle: mother, full: "\(given.text) \(mother.text) \(surname.text)")
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = Self.kinds.draw(&stream).text + " " + Self.names.draw(&stream).text
    let district = Self.districts.draw(&stream).text
    var house = String(stream.integer(in: 1...1990))
    if stream.bool(probability: 0.35) {
      let floor = stream.integer(in: 1...18)
      house += ", apto. \(floor)0\(stream.integer(in: 1...6))"
    }
    let raw = place.postcodePrefix + digits(8 - place.postcodePrefix.utf8.count, &stream)
    let postcode = "\(raw.prefix(5))-\(raw.suffix(3))"
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: district, street: street,
      house: house,
      postcode: postcode,
      line: "\(street), \(house) - \(district), \(place.city) - \(place.region), \(postcode)",
      place: place)
  }

  private static let surnames = Lexicon(
    """
    Silva/100 Santos/80 Oliveira/60 Souza/50 Pereira/40 Lima/38 Ferreira/38 Costa/36 Rodrigues/34 Almeida/32
    Nascimento/30 Alves/30 Carvalho/26 Araújo/26 Ribeiro/25 Gomes/24 Martins/22 Rocha/20 Barbosa/20 Fernandes/18
    Dias/17 Moreira/16 Barros/15 Lopes/15 Mendes/14 Soares/14 Cardoso/14 Vieira/14 Nunes/13 Freitas/13 Teixeira/12
    Moura/11 Monteiro/11 Batista/11 Campos/11 Castro/10 Correia/10 Cavalcanti/9 Pinto/9 Andrade/9 Machado/9
    Ramos/9 Duarte/8 Azevedo/8 Farias/8 Cunha/8 Melo/8 Reis/8 Miranda/8 Pires/7 Rezende/6 Borges/7 Guimarães/6
    Bezerra/6 Queiroz/6 Tavares/6 Siqueira/6 Macedo/6 Nogueira/6 Xavier/5 Sales/5 Coelho/5 Leite/5 Brito/5 Aguiar/5
    """)
  private static let kinds = Lexicon("Rua/70 Avenida/14 Travessa/8 Alameda/6 Praça/3")
  private static let names = Lexicon(
    "das_Andorinhas dos_Ipês-Roxos do_Riacho_Claro das_Bromélias dos_Jequitibás da_Pedra_Azul dos_Colibris das_Mangueiras do_Sabiá da_Lagoa_Serena dos_Cajueiros das_Palmeiras-Altas do_Umbuzeiro dos_Sanhaços"
  )
  private static let districts = Lexicon(
    "Jardim_das_Araras Vila_Serena Parque_dos_Ipês Jardim_Primavera Vila_Esperança Nova_Aurora Alto_da_Colina Bela_Vista Jardim_do_Lago Vila_Horizonte"
  )

  private static let men = GivenNames([
    (
      1969,
      "José/10 João/8 Antônio/8 Francisco/6 Carlos/6 Paulo/6 Luiz/5 Raimundo/3 Sebastião/3 Manoel/3 Pedro/4 Geraldo/3 Jorge/4 Sérgio/3"
    ),
    (
      1994,
      "Marcos/6 Rafael/6 Rodrigo/6 Daniel/6 Marcelo/6 Bruno/5 Eduardo/5 Felipe/6 Fábio/5 Leandro/5 Diego/5 Anderson/4 Thiago/5 André/5 Ricardo/4 Wellington/3"
    ),
    (
      2100,
      "Miguel/8 Arthur/7 Heitor/6 Bernardo/6 Davi/7 Gabriel/7 Lorenzo/5 Samuel/5 Pedro/5 Théo/5 Enzo/4 Nicolas/4 Matheus/5 Lucas/5 Gustavo/4 Caio/3"
    ),
  ])
  private static let women = GivenNames([
    (
      1969,
      "Maria/14 Ana/6 Francisca/5 Antônia/5 Rita/4 Vera/5 Regina/4 Sônia/4 Tereza/4 Marlene/3 Lúcia/4 Célia/3 Raimunda/2 Rosângela/3"
    ),
    (
      1994,
      "Juliana/6 Adriana/6 Fernanda/6 Patrícia/6 Aline/6 Camila/5 Amanda/5 Bruna/5 Jéssica/5 Letícia/5 Vanessa/5 Luciana/4 Débora/4 Renata/4 Tatiane/3"
    ),
    (
      2100,
      "Helena/8 Alice/8 Laura/7 Maria_Eduarda/5 Sophia/6 Valentina/6 Heloísa/5 Manuela/5 Júlia/6 Isabella/5 Lívia/5 Cecília/4 Beatriz/4 Giovanna/4 Yasmin/3"
    ),
  ])
}
