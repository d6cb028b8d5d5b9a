import Annotations
import Imaging
package import WorldModel

/// Pixels and visible objects of every native class, added up over views; adding is associative.
package struct ClassTally: Sendable, Hashable, Codable {
  package struct Count: Sendable, Hashable, Codable {
    package var category: String
    package var pixels: Int
    /// Visible instances, counted once a view.
    package var objects: Int

    package init(category: String, pixels: Int, objects: Int) {
      self.category = category
      self.pixels = pixels
      self.objects = objects
    }
  }

  /// The file of a dataset that holds its tally.
  package static let fileName = "statistics.json"
  /// The maps that it is made from.
  package static let labels: Set<String> = [LabelNames.semantic, LabelNames.instance]

  /// Ascending by category; classes that never occur are left out.
  package private(set) var counts: [Count] = []

  package init(_ counts: [Count] = []) { for count in counts { add(count) } }

  package mutating func add(_ count: Count) {
    let place = counts.firstIndex { $0.category >= count.category } ?? counts.count
    if place < counts.count, counts[place].category == count.category {
      // A file may claim any number.
      counts[place].pixels &+= count.pixels
      counts[place].objects &+= count.objects
    } else {
      counts.insert(count, at: place)
    }
  }

  package mutating func merge(_ other: ClassTally) { for count in other.counts { add(count) } }

  /// Adds the pixels of the `semantic` maps and the instances seen in the `instance` maps.
  package mutating func add(_ sample: Sample) {
    for view in sample.views {
      guard let semantic = view.labels.shorts(LabelNames.semantic) else { continue }
      var pixels = [Int](repeating: 0, count: 1 << 16)
      for id in semantic.values { pixels[Int(id)] += 1 }
      var seen: Set<UInt64> = []
      var objects = [Int](repeating: 0, count: 1 << 16)
      if let instance = view.labels.words(LabelNames.instance), instance.values.count == semantic.values.count
      {
        var last: UInt64 = 0
        for (i, c) in zip(instance.values, semantic.values) where i != 0 {
          let key = UInt64(i) << 16 | UInt64(c)
          if key != last, seen.insert(key).inserted { objects[Int(c)] += 1 }
          last = key
        }
      }
      for id in 1..<pixels.count where pixels[id] > 0 {
        let name = Ontology.withID(UInt16(id))?.name ?? "class \(id)"
        add(Count(category: name, pixels: pixels[id], objects: objects[id]))
      }
    }
  }
}
