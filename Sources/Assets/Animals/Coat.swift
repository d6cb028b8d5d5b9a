import VectorMath

/// Coats of cats and dogs: colours of points, over white fur.
package struct Coat {
  var ground: Colour
  var mark: Colour
  var pale: Colour

  package static let cats = [
    Coat(ground: Colour(0xc98a4a), mark: Colour(0x9c5a26), pale: Colour(0xf0e2cc)),
    Coat(ground: Colour(0x8a8278), mark: Colour(0x4a443e), pale: Colour(0xd9d2c6)),
    Coat(ground: Colour(0x2a2826), mark: Colour(0x1c1b1a), pale: Colour(0x3a3734)),
    Coat(ground: Colour(0xece6da), mark: Colour(0xd9c9ae), pale: Colour(0xf6f2ea)),
    Coat(ground: Colour(0x7f8790), mark: Colour(0x6a727c), pale: Colour(0x9aa2aa)),
  ]

  package static let dogs = [
    Coat(ground: Colour(0xc99a5c), mark: Colour(0xa8743a), pale: Colour(0xefe0c2)),
    Coat(ground: Colour(0x2c2825), mark: Colour(0x1e1c1a), pale: Colour(0xb07a46)),
    Coat(ground: Colour(0x8a5a36), mark: Colour(0x5e3a22), pale: Colour(0xf2ece0)),
    Coat(ground: Colour(0xf0ebe0), mark: Colour(0x9a6a3e), pale: Colour(0xfaf7f0)),
  ]

  /// Mixes the three; both parts 0...1.
  package func colour(mark marking: Double, pale paling: Double) -> SIMD4<Float> {
    let marked = ground.linear + (mark.linear - ground.linear) * Float(max(0, min(1, marking)))
    return marked + (pale.linear - marked) * Float(max(0, min(1, paling)))
  }
}
