import RandomStreams

/// Germany.
struct GermanProfile: LocaleProfile {
  let locale = IdentityLocale.german
  let places = [Place](
    table: """
      Berlin|Berlin|10|030
      Hamburg|Hamburg|20|040
      Bayern|München|80|089
      Bayern|Nürnberg|90|0911
      Nordrhein-Westfalen|Köln|50|0221
      Nordrhein-Westfalen|Düsseldorf|40|0211
      Nordrhein-Westfalen|Dortmund|44|0231
      Hessen|Frankfurt am Main|60|069
      Baden-Württemberg|Stuttgart|70|0711
      Baden-Württemberg|Freiburg im Breisgau|79|0761
      Sachsen|Leipzig|04|0341
      Sachsen|Dresden|01|0351
      Niedersachsen|Hannover|30|0511
      Bremen|Bremen|28|0421
      Thüringen|Erfurt|99|0361
      Schleswig-Holstein|Kiel|24|0431
      Rheinland-Pfalz|Mainz|55|06131
      Saarland|Saarbrücken|66|0681
      """)

  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName {
    let surname: Word
    if stream.bool(probability: 0.2) {
      let text = Self.heads.draw(&stream).text + Self.tails.draw(&stream).text
      surname = Word(text: text, latin: Latin.folded(text))
    } else {
      surname = Self.surnames.draw(&stream)
    }
    let given = (gender == .male ? Self.men : Self.women).draw(bornIn: year, &stream)
    return PersonName(surname: surname, given: given, middle: nil, full: "\(given.text) \(surname.text)")
  }

  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress {
    let street = Self.streetHeads.draw(&stream).text + Self.streetTails.draw(&stream).text
    let letter = stream.bool(probability: 0.15) ? (stream.choose(["a", "b", "c"]) ?? "") : ""
    let house = "\(stream.integer(in: 1...148))\(letter)"
    let postcode = place.postcodePrefix + digits(5 - place.postcodePrefix.utf8.count, &stream)
    return PostalAddress(
      locale: locale, region: place.region, city: place.city, district: "", street: street, house: house,
      postcode: postcode, line: "\(street) \(house), \(postcode) \(place.city)", place: place)
  }

  private static let surnames = Lexicon(
    """
    Müller/95 Schmidt/69 Schneider/40 Fischer/35 Weber/30 Meyer/33 Wagner/27 Becker/27 Schulz/27 Hoffmann/26
    Schäfer/20 Koch/20 Bauer/20 Richter/19 Klein/19 Wolf/18 Schröder/17 Neumann/17 Schwarz/16 Zimmermann/15 Braun/15
    Krüger/15 Hofmann/14 Hartmann/14 Lange/14 Schmitt/13 Werner/13 Schmitz/13 Krause/13 Meier/13 Lehmann/12
    Schmid/12 Schulze/12 Maier/12 Köhler/11 Herrmann/11 König/11 Walter/11 Mayer/11 Huber/11 Kaiser/10 Fuchs/10
    Peters/10 Lang/10 Scholz/10 Möller/10 Weiß/10 Jung/9 Hahn/9 Schubert/9 Vogel/9 Friedrich/9 Keller/9 Günther/9
    Frank/9 Berger/9 Winkler/8 Roth/8 Beck/8 Lorenz/8 Baumann/8 Franke/7 Albrecht/7 Schuster/7 Simon/7 Ludwig/7
    Böhm/7 Winter/7 Kraus/7 Martin/6 Schumacher/6 Krämer/6 Vogt/6 Stein/6 Jäger/6 Otto/6 Sommer/6 Yılmaz/4 Kaya/3
    """)
  private static let heads = Lexicon("Linden Birken Stein Buchen Wald Hohen Tal Berg Eich Garten Mühl Brunn")
  private static let tails = Lexicon("bauer mann hofer meier wald müller inger feld rath er")
  private static let streetHeads = Lexicon(
    "Amsel Birken Linden Mühl Eichen Rosen Ginster Holunder Kiesel Lerchen Quellen Falken Weiden Hasel")
  private static let streetTails = Lexicon(
    "straße/30 weg/25 gasse/4 allee/5 ring/6 platz/4 grund/3 steig/2 ufer/2")

  private static let men = GivenNames([
    (
      1965,
      "Peter/9 Hans/8 Klaus/8 Wolfgang/7 Jürgen/7 Manfred/5 Dieter/6 Bernd/6 Uwe/5 Rainer/5 Günter/4 Horst/3 Helmut/3 Werner/4 Gerhard/3"
    ),
    (
      1989,
      "Thomas/8 Michael/8 Andreas/8 Stefan/8 Christian/7 Markus/6 Frank/5 Matthias/5 Jan/5 Sebastian/5 Daniel/5 Alexander/5 Tobias/4 Florian/4 Sven/4 Ralf/3 Torsten/3 Mehmet/1"
    ),
    (
      2100,
      "Lukas/7 Leon/7 Finn/6 Jonas/6 Paul/6 Maximilian/5 Felix/6 Ben/6 Elias/5 Noah/6 Tim/4 Moritz/4 Niklas/4 Julian/4 Emil/4 Anton/3 Jakob/3 Linus/2 Emir/1"
    ),
  ])
  private static let women = GivenNames([
    (
      1965,
      "Renate/7 Monika/8 Karin/8 Ursula/6 Brigitte/7 Helga/4 Ingrid/5 Christa/4 Gisela/5 Sabine/6 Angelika/5 Gabriele/6 Petra/7 Barbara/4 Heike/4"
    ),
    (
      1989,
      "Sabine/5 Susanne/6 Andrea/6 Stefanie/6 Nicole/6 Claudia/6 Katrin/5 Anja/5 Julia/6 Christina/5 Sandra/5 Melanie/4 Kathrin/3 Silke/3 Tanja/4 Daniela/4 Anna/4 Ayşe/1"
    ),
    (
      2100,
      "Mia/7 Emma/7 Hannah/7 Anna/5 Lea/6 Lena/6 Sophie/5 Marie/5 Emilia/5 Laura/5 Clara/4 Lina/4 Johanna/4 Leonie/4 Ida/3 Charlotte/3 Frieda/2 Elif/1"
    ),
  ])
}
