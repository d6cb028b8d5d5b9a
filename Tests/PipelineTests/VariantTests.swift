import Annotations
import Imaging
import Pipeline
import Testing
import WorldModel

/// Variants of a view: what may differ, and what must not.
struct VariantTests {
  private static let names = [
    "full", "cold", "moved", "removed", "recoloured", "lamp_off", "lamp_on", "sun", "simple", "empty",
  ]
  private static let geometry = ["depth", "normal", "instance", "semantic"]
  private static let light: Set<String> = ["cold", "recoloured", "lamp_off", "lamp_on", "sun"]

  /// One view in all variants.
  private static let samples: Result<[Sample], any Error> = Result {
    let recipe = try RecipeTests.recipe(
      """
      generator: home
      seed: 6
      count: 10
      cameras: [{name: a, width: 96, height: 72, fov: 70}]
      labels: [depth, normal, instance, semantic]
      light: {hour: 11, cloud: 0.2}
      world: {bedrooms: 1, view: {rooms: [living_room]}, variants: [\(names.joined(separator: ", "))]}
      """)
    let maker = SampleMaker(try SamplePlan(recipe) { _ in })
    return try (0..<names.count).map { try maker.sample($0) }
  }

  private static func attribute(_ name: String, _ sample: Sample) -> String? {
    sample.attributes.first { $0.name == name }?.value
  }

  @Test func everyVariantIsASequenceThatSaysWhatItIs() throws {
    for (i, sample) in try Self.samples.get().enumerated() {
      #expect(sample.sequence == i && sample.frame == 0)
      #expect(Self.attribute("variant", sample) == Self.names[i])
      #expect(sample.views.map(\.worldFromCamera) == (try Self.samples.get()[0]).views.map(\.worldFromCamera))
      let isChanged = Self.attribute("changed", sample) != "nothing"
      #expect(isChanged != (Self.names[i] == "full") || Self.names[i].hasPrefix("lamp"))
    }
  }

  @Test func lightAndMaterialLeaveGeometryAlone() throws {
    let samples = try Self.samples.get()
    for (name, sample) in zip(Self.names, samples) where Self.light.contains(name) {
      for label in Self.geometry {
        #expect(Self.text(label, sample) == Self.text(label, samples[0]), "\(name): \(label)")
      }
    }
  }

  /// Where labels differ, one of the two pictures shows what was changed.
  @Test func onlyWhatWasChangedChangesItsPixels() throws {
    let samples = try Self.samples.get()
    let before = try #require(samples[0].views[0].labels.words("instance"))
    for (name, sample) in zip(Self.names, samples) where !Self.light.contains(name) && name != "full" {
      let ids = Set(
        (Self.attribute("changed_entities", sample) ?? "").split(separator: ",").compactMap { UInt32($0) })
      #expect(!ids.isEmpty, "\(name)")
      let after = try #require(sample.views[0].labels.words("instance"))
      let (a, b) = (
        try #require(samples[0].views[0].labels.floats("depth")),
        try #require(sample.views[0].labels.floats("depth"))
      )
      var differing = 0
      var strange = 0
      for i in before.values.indices
      where before.values[i] != after.values[i] || a.values[i].bitPattern != b.values[i].bitPattern {
        differing += 1
        if !ids.contains(before.values[i]) && !ids.contains(after.values[i]) { strange += 1 }
      }
      #expect(differing > 0, "\(name)")
      #expect(strange == 0, "\(name)")
    }
  }

  private static func text(_ label: String, _ sample: Sample) -> [UInt32]? {
    let labels = sample.views[0].labels
    if let floats = labels.floats(label) { return floats.values.map(\.bitPattern) }
    if let words = labels.words(label) { return words.values }
    if let shorts = labels.shorts(label) { return shorts.values.map(UInt32.init) }
    return labels.bytes(label)?.values.map(UInt32.init)
  }
}
