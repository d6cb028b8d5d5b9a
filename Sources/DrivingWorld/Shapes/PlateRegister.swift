import RandomStreams
import Vehicles
import WorldModel

/// The number plates given in a world: no two say the same.
struct PlateRegister {
  private var given: Set<String> = []

  /// A plate for a vehicle, where its asset has one.
  /// - Parameter number: chooses what it says; where that is taken, the next number that is not.
  mutating func register(
    _ asset: Asset, number: UInt64
  ) -> (materials: [Int: Material], attributes: [(name: String, value: String)]) {
    for (i, material) in asset.materials.enumerated() {
      guard let scheme = NumberPlate.scheme(of: material) else { continue }
      var plate = NumberPlate(variant: number, scheme: scheme)
      while !given.insert(plate.text).inserted { plate.variant &+= 1 }
      return ([i: plate.material], [("plate", plate.text)])
    }
    return ([:], [])
  }
}
