import RandomStreams

/// Surnames by frequency, given names by gender and generation.
enum AmericanNames {
  static let surnames = Lexicon(
    """
    Smith/828 Johnson/655 Williams/551 Brown/487 Jones/483 Garcia/395 Miller/393 Davis/378 Rodriguez/371
    Martinez/359 Hernandez/354 Lopez/296 Gonzalez/285 Wilson/272 Anderson/266 Thomas/256 Taylor/254 Moore/246
    Jackson/240 Martin/238 Lee/235 Perez/231 Thompson/225 White/224 Harris/212 Sanchez/208 Clark/191 Ramirez/189
    Lewis/180 Robinson/179 Walker/177 Young/164 Allen/163 King/158 Wright/156 Scott/149 Torres/149 Nguyen/148
    Hill/147 Flores/147 Green/145 Adams/145 Nelson/144 Baker/142 Hall/138 Rivera/133 Campbell/132 Mitchell/130
    Carter/127 Roberts/126 Gomez/125 Phillips/123 Evans/121 Turner/118 Diaz/117 Parker/115 Cruz/113 Edwards/112
    Collins/111 Reyes/110 Stewart/110 Morris/108 Morales/107 Murphy/105 Cook/104 Rogers/103 Gutierrez/99 Ortiz/98
    Morgan/97 Cooper/97 Peterson/96 Bailey/96 Reed/94 Kelly/94 Howard/93 Ramos/92 Kim/92 Cox/91 Ward/91
    Richardson/90 Watson/89 Brooks/88 Chavez/88 Wood/87 James/86 Bennett/86 Gray/86 Mendoza/85 Ruiz/84 Hughes/84
    Price/84 Alvarez/83 Castillo/82 Sanders/81 Patel/80 Myers/80 Long/79 Ross/79 Foster/78 Jimenez/77 Powell/75
    Jenkins/74 Perry/74 Russell/73 Sullivan/73 Bell/72 Coleman/71 Butler/71 Henderson/70 Barnes/70 Fisher/68
    Vasquez/67 Simmons/66 Graham/65 Murray/64 Ford/64 Castro/64 Marshall/63 Owens/63 Harrison/62 Fernandez/62
    Kennedy/60 Woods/60 Wells/59 Freeman/58 Webb/58 Chen/58 Wang/56 Tucker/56 Burns/55 Crawford/55 Olson/54
    Simpson/53 Porter/53 Hunter/52 Gordon/52 Shaw/51 Snyder/51 Mason/50 Dixon/50 Hunt/48 Hicks/48 Holmes/47
    Palmer/47 Wagner/46 Black/46 Stone/44 Boyd/44 Salazar/44 Fox/43 Warren/43 Mills/43 Meyer/42 Rice/42 Schmidt/40
    Robertson/41 Ferguson/40 Nichols/40 Daniels/40 Stephens/39 Weaver/38 Ryan/38 Knight/38 Hart/37 Elliott/36
    Singh/36 Carpenter/36 Lawson/35 Berry/34 Lane/34 Fields/33 Dunn/34 Peters/33 Chang/30 Park/35 Tran/70 Choi/25
    """)

  static let men = GivenNames([
    (
      1959,
      """
      James/90 Robert/90 John/85 William/65 Richard/60 Charles/50 Thomas/45 David/60 Donald/35 George/30 Kenneth/30
      Ronald/35 Edward/28 Gary/38 Larry/38 Dennis/32 Jerry/30 Roger/24 Frank/20 Raymond/20 Harold/14 Walter/13
      Gerald/16 Douglas/18 Wayne/14 Ralph/10 Eugene/9 Howard/8 Carl/10 Louis/7 Leroy/5
      """
    ),
    (
      1984,
      """
      Michael/110 Christopher/60 David/75 James/65 John/65 Robert/62 Jason/60 William/42 Brian/48 Matthew/40
      Mark/42 Jeffrey/40 Steven/38 Kevin/40 Scott/32 Timothy/32 Eric/34 Daniel/36 Anthony/30 Paul/22 Gregory/20
      Todd/16 Patrick/18 Sean/16 Keith/15 Chad/14 Craig/13 Derek/10 Jose/20 Carlos/12 Juan/12 Luis/10 Troy/9 Marcus/9
      """
    ),
    (
      2001,
      """
      Michael/60 Jacob/48 Matthew/55 Christopher/50 Joshua/52 Nicholas/46 Andrew/46 Daniel/44 Tyler/45 Joseph/40
      Brandon/42 Ryan/40 Zachary/34 Austin/28 Justin/34 Kyle/25 Anthony/30 Jordan/22 Dylan/20 Cody/20 Jose/24
      Ethan/18 Alexander/30 Cameron/15 Trevor/12 Luis/14 Devin/10 Marcus/10 Ian/10 Adrian/10 Malik/4 Darius/4
      """
    ),
    (
      2100,
      """
      Liam/40 Noah/42 Ethan/35 Mason/32 Jacob/30 William/30 Logan/28 Lucas/26 Benjamin/26 Elijah/28 Aiden/28
      Jayden/24 Oliver/24 Alexander/26 Henry/18 Sebastian/18 Owen/18 Caleb/16 Wyatt/16 Julian/15 Levi/16 Mateo/14
      Isaac/14 Hudson/10 Santiago/9 Leo/11 Ezra/8 Theodore/9 Josiah/10 Xavier/8 Kai/6 Axel/6 Miles/7 Amir/4
      """
    ),
  ])

  static let women = GivenNames([
    (
      1959,
      """
      Mary/100 Linda/80 Barbara/60 Patricia/65 Susan/55 Nancy/45 Carol/45 Sandra/40 Sharon/38 Judith/28 Judy/25
      Betty/30 Donna/34 Karen/36 Margaret/30 Carolyn/26 Janet/24 Joyce/22 Shirley/22 Diane/26 Kathleen/26 Gloria/18
      Marilyn/14 Beverly/16 Joan/15 Dorothy/14 Helen/12 Brenda/26 Elaine/10 Phyllis/8 Rosemary/6
      """
    ),
    (
      1984,
      """
      Jennifer/85 Lisa/55 Michelle/48 Kimberly/48 Amy/44 Angela/40 Melissa/42 Jessica/36 Heather/36 Stephanie/32
      Nicole/30 Elizabeth/32 Amanda/28 Christine/24 Laura/26 Rebecca/26 Julie/26 Tammy/18 Karen/20 Susan/18 Maria/24
      Dawn/16 Tina/16 Andrea/18 Rachel/18 Shannon/16 Tracy/14 Denise/14 Monica/13 Stacy/12 Wendy/13 Erin/14 Carrie/9
      """
    ),
    (
      2001,
      """
      Jessica/50 Ashley/52 Emily/45 Sarah/44 Samantha/40 Amanda/32 Brittany/30 Taylor/30 Elizabeth/30 Megan/28
      Hannah/30 Kayla/25 Lauren/26 Rachel/25 Alexis/24 Courtney/18 Victoria/20 Nicole/18 Jasmine/18 Danielle/17
      Abigail/14 Olivia/15 Madison/20 Morgan/15 Alyssa/18 Chelsea/14 Haley/12 Maria/14 Vanessa/10 Brianna/14 Paige/8
      """
    ),
    (
      2100,
      """
      Emma/42 Olivia/42 Sophia/38 Ava/34 Isabella/34 Mia/30 Charlotte/26 Amelia/24 Harper/20 Evelyn/20 Abigail/20
      Emily/22 Elizabeth/17 Avery/16 Sofia/18 Ella/18 Madison/18 Scarlett/14 Grace/15 Chloe/15 Lily/14 Aria/13
      Layla/13 Zoey/12 Nora/12 Hazel/9 Luna/11 Penelope/10 Camila/11 Stella/9 Naomi/7 Willow/6 Ivy/6 Jade/4
      """
    ),
  ])

  static let initials = Lexicon(
    "A/12 B/5 C/7 D/6 E/8 F/3 G/4 H/4 J/11 K/5 L/10 M/11 N/4 P/5 R/9 S/6 T/5 V/2 W/4")

  private static let heads = Lexicon(
    "Ash Thorn Hol Win Marsh Brad Had Stan Ell Lang Whit Hart Brook Kings Fair Alder Birch Red Wal Cald Hazel Oak Ches Wake"
  )
  private static let tails = Lexicon(
    "combe field ley worth ton brook wood ford well ham wick stead burn mere gate more")

  /// A surname built as English place names are.
  static func placeSurname(_ stream: inout RandomStream) -> Word {
    let text = heads.draw(&stream).text + tails.draw(&stream).text
    return Word(text: text, latin: Latin.folded(text))
  }

  /// Two common surnames joined by a hyphen.
  static func doubleSurname(_ stream: inout RandomStream) -> Word {
    let first = surnames.draw(&stream)
    var second = surnames.draw(&stream)
    for _ in 0..<8 where second == first { second = surnames.draw(&stream) }
    return Word(text: "\(first.text)-\(second.text)", latin: first.latin + second.latin)
  }
}
