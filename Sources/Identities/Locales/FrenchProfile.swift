import RandomStreams

/// France.
struct FrenchProfile: LocaleProfile {
  let locale = IdentityLocale.french
  // Area codes: the five geographic zones of the numbering plan.
  let places = [Place](
    table: """
      Île-de-France|Paris|750|01
      Île-de-France|Versailles|780|01
      Auvergne-Rhône-Alpes|Lyon|690|04
      Auvergne-Rhône-Alpes|Grenoble|380|04
      Provence-Alpes-Côte d'Azur|Marseille|130|04
      Provence-Alpes-Côte d'Azur|Nice|060|04
      Occitanie|Toulouse|310|05
      Occitanie|Montpellier|340|04
      Nouvelle-Aquitaine|Bordeaux|330|05
      Nouvelle-Aquitaine|Limoges|870|05
      Hauts-de-France|Lille|590|03
      Grand Est|Strasbourg|670|03
      Grand Est|Reims|511|03
      Bretagne|Rennes|350|02
      Pays de la Loire|Nantes|440|02
      Normandie|Rouen|760|02
      Centre-Val de Loire|Tours|370|02
      Bourgogne-Franche-Comté|Dijon|210|03
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname = Self.surnames.draw(&stream)
    let given = (gender == .male ? Self.men : Self.women).draw(bornIn: year, &stream)
    return PersonName(surname: surname, given: given, middle: nil, full: "\(given.text) \(surname.text)")
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = Self.kinds.draw(&stream).text + " " + Self.names.draw(&stream).text
    let suffix = stream.bool(probability: 0.12) ? (stream.choose([" bis", " ter"]) ?? "") : ""
    let house = "\(stream.integer(in: 1...189))\(suffix)"
    let postcode = place.postcodePrefix + digits(5 - place.postcodePrefix.utf8.count, &stream)
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: street, house: house,
      postcode: postcode, line: "\(house) \(street), \(postcode) \(place.city)", place: place)
  }

  private static let surnames = Lexicon(
    """
    Martin/235 Bernard/125 Thomas/109 Petit/107 Robert/106 Richard/103 Durand/99 Dubois/98 Moreau/93 Laurent/92
    Simon/91 Michel/89 Lefebvre/85 Leroy/84 Roux/74 David/73 Bertrand/67 Morel/66 Fournier/65 Girard/64 Bonnet/64
    Dupont/62 Lambert/60 Fontaine/57 Rousseau/56 Vincent/55 Muller/54 Lefèvre/54 Faure/53 André/53 Mercier/52
    Blanc/51 Guérin/49 Boyer/49 Garnier/48 Chevalier/47 François/47 Legrand/46 Gauthier/45 Garcia/44 Perrin/43
    Robin/43 Clément/42 Morin/41 Nicolas/40 Henry/39 Roussel/39 Mathieu/38 Gautier/38 Masson/37 Marchand/36 Duval/36
    Denis/35 Dumont/35 Marie/34 Lemaire/34 Noël/33 Meyer/32 Dufour/32 Meunier/31 Brun/31 Blanchard/30 Giraud/30
    Joly/29 Rivière/29 Lucas/28 Brunet/28 Gaillard/27 Barbier/27 Arnaud/27 Renard/26 Roche/25 Picard/25 Benali/8
    """)
  private static let kinds = Lexicon(
    "rue/60 avenue/14 allée/10 chemin/8 impasse/8 boulevard/4 place/5 sentier/1")
  private static let names = Lexicon(
    "des_Alouettes des_Aubépines des_Églantiers du_Vieux_Noyer des_Trois_Sources de_la_Brume des_Hirondelles du_Pré_Fleuri des_Ormeaux de_la_Clairière du_Petit_Moulin des_Genêts de_la_Garenne des_Fougères du_Lavoir des_Mésanges"
  )

  private static let men = GivenNames([
    (
      1965,
      "Jean/12 Michel/9 Pierre/7 Alain/7 Gérard/6 Bernard/6 Daniel/6 Jacques/6 Philippe/6 Christian/5 André/4 René/3 Claude/5 Patrick/6 Serge/3"
    ),
    (
      1989,
      "Christophe/7 Stéphane/6 Laurent/6 Nicolas/8 Julien/7 David/6 Sébastien/6 Frédéric/5 Olivier/5 Guillaume/5 Thomas/5 Alexandre/5 Mickaël/4 Jérôme/4 Karim/2"
    ),
    (
      2100,
      "Lucas/7 Hugo/7 Enzo/6 Léo/6 Louis/6 Gabriel/6 Nathan/6 Jules/6 Théo/6 Mathis/5 Raphaël/5 Arthur/5 Adam/5 Ethan/4 Maxime/4 Tom/4 Yanis/3 Mohamed/2"
    ),
  ])
  private static let women = GivenNames([
    (
      1965,
      "Marie/10 Monique/7 Françoise/8 Catherine/7 Jacqueline/6 Martine/7 Nicole/6 Sylvie/6 Christine/6 Brigitte/5 Chantal/5 Annie/5 Danielle/4 Michèle/4"
    ),
    (
      1989,
      "Nathalie/6 Isabelle/6 Stéphanie/6 Céline/6 Aurélie/6 Sandrine/5 Virginie/5 Émilie/6 Sophie/5 Élodie/5 Julie/5 Laetitia/4 Caroline/4 Audrey/4 Nadia/2"
    ),
    (
      2100,
      "Emma/7 Léa/7 Manon/6 Chloé/6 Camille/6 Louise/6 Jade/6 Inès/5 Alice/5 Sarah/5 Zoé/4 Lina/4 Juliette/4 Ambre/3 Clara/4 Anna/3 Rose/3 Yasmine/2"
    ),
  ])
}
