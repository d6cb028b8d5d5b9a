import RandomStreams

/// Cities with the first three digits of their ZIP codes and their area codes, and streets that were made up.
enum AmericanPlaces {
  static let all = [Place](
    table: """
      CA|Los Angeles|900|213,323
      CA|San Diego|921|619,858
      CA|San Jose|951|408
      CA|Sacramento|958|916
      CA|Fresno|937|559
      TX|Houston|770|713,832
      TX|Dallas|752|214,972
      TX|Austin|787|512
      TX|San Antonio|782|210
      TX|El Paso|799|915
      NY|New York|100|212,646
      NY|Buffalo|142|716
      NY|Rochester|146|585
      FL|Miami|331|305,786
      FL|Tampa|336|813
      FL|Orlando|328|407
      FL|Jacksonville|322|904
      IL|Chicago|606|312,773
      IL|Springfield|627|217
      PA|Philadelphia|191|215,267
      PA|Pittsburgh|152|412
      OH|Columbus|432|614
      OH|Cleveland|441|216
      OH|Cincinnati|452|513
      GA|Atlanta|303|404
      GA|Savannah|314|912
      NC|Charlotte|282|704
      NC|Raleigh|276|919
      MI|Detroit|482|313
      MI|Grand Rapids|495|616
      AZ|Phoenix|850|602
      AZ|Tucson|857|520
      WA|Seattle|981|206
      WA|Spokane|992|509
      MA|Boston|021|617
      MA|Worcester|016|508
      CO|Denver|802|303
      MN|Minneapolis|554|612
      MO|St. Louis|631|314
      MO|Kansas City|641|816
      TN|Nashville|372|615
      TN|Memphis|381|901
      OR|Portland|972|503
      NV|Las Vegas|891|702
      WI|Milwaukee|532|414
      MD|Baltimore|212|410
      IN|Indianapolis|462|317
      LA|New Orleans|701|504
      KY|Louisville|402|502
      UT|Salt Lake City|841|801
      NM|Albuquerque|871|505
      OK|Tulsa|741|918
      IA|Des Moines|503|515
      NE|Omaha|681|402
      AL|Birmingham|352|205
      SC|Charleston|294|843
      VA|Richmond|232|804
      ID|Boise|837|208
      ME|Portland|041|207
      HI|Honolulu|968|808
      """)

  private static let heads = Lexicon(
    "Alder Amber Birch Bluff Briar Cedar Clover Copper Crane Dover Elm Fern Fox Granite Hawk Hazel Heron Juniper Larch Linden Maple Meadow Misty Otter Pebble Quarry Raven Sable Sage Timber Willow Wren"
  )
  private static let tails = Lexicon(
    "brook crest dale fall field ford glen grove haven hollow lark mere mill mont moor ridge run shore spring stone vale view water wick"
  )
  private static let kinds = Lexicon("St/30 Ave/22 Dr/16 Ln/12 Rd/14 Ct/8 Blvd/6 Way/6 Pl/5 Ter/2 Cir/3")
  private static let sides = Lexicon("N/4 S/4 E/3 W/3 NE/1 SW/1")

  /// A street of one compound word that maps are unlikely to know: Ravenmere Ln.
  static func street(_ stream: inout RandomStream) -> String {
    let name = heads.draw(&stream).text + tails.draw(&stream).text
    let side = stream.bool(probability: 0.15) ? sides.draw(&stream).text + " " : ""
    return "\(side)\(name) \(kinds.draw(&stream).text)"
  }
}
