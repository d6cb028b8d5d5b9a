import Assets
import Furniture
import Geometry
import IndoorWorld
import InteriorSurfaces
import RandomStreams
import Testing
import VectorMath
import WorldModel

@Suite struct PictureGroupTests {
  private func frames(_ seed: Int) -> [PictureGroup.Frame] {
    let style = StylePack.allCases[seed % StylePack.allCases.count]
    return (0..<3).map { k in
      PictureGroup.Frame(
        look: k,
        picture: Picture(Look(style: style, variation: AssetVariation(seed: UInt64(seed * 3 + k)))))
    }
  }

  /// Frames keep off each other, lie within the group, and the group within the room it was given.
  @Test func framesKeepApartInTheRoomTheyHave() {
    var stream = RandomStream(seed: 5)
    var sizes: [Int: Int] = [:]
    for seed in 0..<600 {
      let room = Vector2(stream.uniform(0.3, 2.2), stream.uniform(0.3, 1.2))
      guard let group = PictureGroup.drawn(in: room, frames: frames(seed), &stream) else { continue }
      sizes[group.members.count, default: 0] += 1
      #expect(group.size.x <= room.x + 1e-9 && group.size.y <= room.y + 1e-9, "\(group.size) in \(room)")
      let boxes = group.members.map { ($0.at - $0.picture.size / 2, $0.at + $0.picture.size / 2) }
      for (i, a) in boxes.enumerated() {
        #expect(
          a.0.x >= -group.size.x / 2 - 1e-9 && a.1.x <= group.size.x / 2 + 1e-9
            && a.0.y >= -group.size.y / 2 - 1e-9 && a.1.y <= group.size.y / 2 + 1e-9)
        for b in boxes[(i + 1)...] {
          let apart = max(max(a.0.x - b.1.x, b.0.x - a.1.x), max(a.0.y - b.1.y, b.0.y - a.1.y))
          #expect(apart >= PictureGroup.gap - 1e-9, "seed \(seed): \(apart) m between frames")
        }
      }
    }
    // Single ones, pairs, threes and fours all come up.
    #expect([1, 2, 3, 4].allSatisfy { sizes[$0, default: 0] > 20 }, "\(sizes)")
  }

  /// What a picture says it measures is what is made.
  @Test func framesMeasureWhatTheySay() {
    for seed in 0..<24 {
      var picture = frames(seed)[0].picture
      picture.fit(Vector2(0.3 + 0.05 * Double(seed), 0.9))
      let box = picture.makeAsset().restBounds
      #expect(
        (box.size.y - picture.size.x).magnitude < 1e-5 && (box.size.z - picture.size.y).magnitude < 1e-5)
      #expect(picture.size.x <= 0.3 + 0.05 * Double(seed) + 1e-9 && picture.size.y <= 0.9 + 1e-9)
    }
  }
}
