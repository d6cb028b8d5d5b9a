/// The images of a source along one axis of a shoebox room (Allen and Berkley 1979), in the order of their number.
///
/// Image i is what |i| mirrors make, the first of them the wall at the upper end for i > 0 and at 0 for i < 0. A room's
/// images are all triples of one image of each axis; gains multiply, orders add.
package struct ImageAxis: Sendable {
  /// Numbers of the images.
  package let numbers: ClosedRange<Int>
  /// Where they are, in metres.
  package let places: [Double]

  /// Images of a source at `source` between walls at 0 and `length`, with |i| ≤ `order` and no farther than `reach` metres
  /// from `receiver`.
  package init(source: Double, length: Double, order: Int, reach: Double, receiver: Double) {
    func place(_ i: Int) -> Double {
      i % 2 == 0 ? Double(i) * length + source : Double(i + 1) * length - source
    }
    // Every step away from the room is farther, so images beyond reach are at both ends.
    let order = max(0, order)
    let far = min(Double(order), max(0, (reach / max(length, 1e-3)).rounded(.up) + 2))
    var (low, high) = (-Int(far), Int(far))
    while high > 0, place(high) - receiver > reach { high -= 1 }
    while low < 0, receiver - place(low) > reach { low += 1 }
    numbers = low...high
    places = (low...high).map(place)
  }

  /// How often image `i` was mirrored at the lower and at the upper wall.
  package static func hits(_ i: Int) -> (low: Int, high: Int) {
    let n = i.magnitude
    let (more, less) = (Int((n + 1) / 2), Int(n / 2))
    return i > 0 ? (less, more) : (more, less)
  }

  /// lowᵃ · highᵇ by image, for the hits a and b: pressure gains by band.
  func gains(low: BandValues, high: BandValues) -> [BandValues] {
    numbers.map { i in
      let hits = ImageAxis.hits(i)
      var gain = BandValues(repeating: 1)
      for _ in 0..<hits.low { gain *= low }
      for _ in 0..<hits.high { gain *= high }
      return gain
    }
  }
}
