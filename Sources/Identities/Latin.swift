/// Plain Latin letters for names in other alphabets, as machine readable documents and mailboxes write them.
enum Latin {
  /// Letters and pairs by ICAO Doc 9303-3 section 6 where it has them.
  private static let letters: [Character: String] = {
    var table: [Character: String] = [:]
    for token in """
    ä:ae ö:oe ü:ue ß:ss á:a à:a â:a ã:a å:aa ç:c é:e è:e ê:e ë:e í:i ì:i î:i ï:i ñ:n ó:o ò:o ô:o õ:o ø:oe ú:u
    ù:u û:u ý:y œ:oe æ:ae а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i ş:s ı:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u
    ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia
    """.split(whereSeparator: \.isWhitespace) {
      if let first = token.first { table[first] = String(token.dropFirst(2)) }
    }
    return table
  }()

  /// Lower-case ASCII letters and digits of a text; everything else falls away.
  static func folded(_ text: String) -> String {
    var out = ""
    for character in text.lowercased() {
      if character.isASCII {
        if character.isLetter || character.isNumber { out.append(character) }
      } else if let letters = letters[character] {
        out += letters
      }
    }
    return out
  }
}
