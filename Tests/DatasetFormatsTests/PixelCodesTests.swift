import Encodings
import Imaging
import Testing
import VectorMath
import WorldModel

/// Maps in the numbers of others, value by value.
@Suite struct PixelCodesTests {
  @Test func vectorsTurnForCamerasThatLookBackward() {
    let vectors = Raster<Float>(width: 2, height: 1, channels: 3, values: [0.6, 0.8, 0, 0, -0.6, -0.8])
    let array = HDF5Array(upAndBack: vectors)
    #expect(array.shape == [1, 2, 3])
    #expect(array.numbers == [0.6, -0.8, 0, 0, 0.6, 0.8].map { Double(Float($0)) })
    // No −0, which other programs print.
    #expect(array.numbers.allSatisfy { $0 != 0 || $0.sign == .plus })
  }

  @Test func placesAreWhereSomethingIsHit() {
    let places = Raster<Float>(width: 2, height: 1, channels: 3, values: [1, 2, 3, 4, 5, 6])
    let depth = Raster<Float>(width: 2, height: 1, values: [.infinity, 7])
    let numbers = HDF5Array(places: places, where: depth).numbers
    #expect(numbers.prefix(3).allSatisfy(\.isNaN) && numbers.suffix(3).elementsEqual([4, 5, 6]))
  }

  @Test func distancesRunAlongTheRay() {
    let camera = Camera(width: 3, height: 1, horizontalFieldOfView: 1.2)
    let depth = Raster<Float>(width: 3, height: 1, values: [2, 2, .infinity])
    let numbers = HDF5Array(distances: depth, camera: camera).numbers
    #expect(abs(numbers[1] - 2) < 1e-6)
    // One pixel beside the middle: as far again as the focal length and that pixel say.
    #expect(abs(numbers[0] - 2 * (1 + 1 / (camera.fx * camera.fx)).squareRoot()) < 1e-6)
    #expect(numbers[2].isNaN)
  }

  @Test func directionsAreRotatedAndOrdered() {
    let vectors = Raster<Float>(width: 2, height: 1, channels: 3, values: [1, 0, 0, 0, 0, 0])
    let codes = PixelCodes.directions(
      vectors, rotation: Matrix3(columns: Vector3(0, 1, 0), Vector3(-1, 0, 0), Vector3(0, 0, 1)),
      order: [1, 2, 0], signs: Vector3(-1, 1, 1))
    // x becomes y, which comes first and turns: 128 (1 − 1); nothing is the middle.
    #expect(codes.values == [0, 128, 128, 128, 128, 128])
  }

  @Test func labelsHaveTheirCodes() {
    let labels = Raster<UInt16>(width: 4, height: 1, values: [7, 3, 7, 0])
    var asked: [UInt16] = []
    let codes = PixelCodes.table(labels) { label in
      asked.append(label)
      return label == 0 ? -1 : Int16(label) * 50
    }
    #expect(codes.values == [350, 150, 350, -1] && asked == [7, 3, 0])
    #expect(PixelCodes.bytes(codes).values == [0, 150, 0, 0])
    let instances = Raster<UInt32>(width: 4, height: 1, values: [0, 5, 65535, 70000])
    #expect(PixelCodes.signed(instances) == [-1, 5, 65535, 70000])
    #expect(PixelCodes.narrowed(instances) == nil)
    #expect(PixelCodes.kept(instances, [5], background: 9).values == [9, 5, 9, 9])
    #expect(PixelCodes.pairs([1, 1, 0, 2], [4, 4, 4, 0]) == [SIMD2(1, 4)])
  }
}
