import Diagnostics
import JSON
import LocatedYAML
import RandomStreams
import Testing

@Suite struct DecodingTests {
  @Test func defaultsHoldAndAreShown() throws {
    let decoded = try document("title: t").decode(StreetRecipe.self)
    #expect(decoded.value.speed == 12)
    #expect(decoded.value.cameras.isEmpty)
    #expect(decoded.value.light.side == .both)
    guard case .town(let town) = decoded.value.world else {
      Issue.record("not a town")
      return
    }
    #expect(town.buildings == 7)
    #expect(
      decoded.resolved.canonicalText == """
        {"cameras":[],"gap":{"normal":{"mean":2,"sd":0.5}},"light":{"colour":[1,1,1],"on":true,"side":"both"},\
        "limits":{},"part":{"parts":[]},"scale":1,"speed":12,"title":"t",\
        "world":{"town":{"buildings":7,"sky":"clear"}}}
        """)
  }

  @Test func everythingWritten() throws {
    let text = """
      title: A street
      speed: {normal: {mean: 20, sd: 5}}
      world:
        road: {opendrive: /abs/x.xodr, lanes: 4.0}
      cameras:
        - {name: front, position: [1, 2, 3], offset: [0.5, -0.5]}
      light: {colour: "#ff8000", on: false, side: left}
      limits: {b: 1, a: 2}
      part: {parts: [{parts: []}, {}]}
      """
    let decoded = try document(text).decode(StreetRecipe.self)
    let recipe = decoded.value
    #expect(recipe.speed == .normal(mean: 20, sd: 5, min: 0, max: 60))
    #expect(recipe.cameras[0].position == [1, 2, 3])
    #expect(recipe.cameras[0].offset == [0.5, -0.5])
    #expect(recipe.cameras[0].width == 640)
    #expect(recipe.limits == [NamedValue(name: "b", value: 1), NamedValue(name: "a", value: 2)])
    #expect(recipe.part.parts.count == 2)
    #expect(recipe.light.on == false)
    // sRGB 128 is 0.2158605 in linear light.
    #expect(recipe.light.colour.x == 1 && abs(recipe.light.colour.y - 0.215_860_5) < 1e-7)
    // What is resolved decodes to the same again.
    let again = try document(decoded.resolved.canonicalText).decode(StreetRecipe.self)
    #expect(again.resolved.canonicalText == decoded.resolved.canonicalText)
  }

  @Test func unknownKeysAreToldTheNearest() {
    #expect(
      fault("title: t\nworld:\n  town:\n    bulidings: 3\n") == """
        a.yaml:4:5: error: world.town.bulidings: unknown key
              bulidings: 3
              ^
          help: did you mean buildings? known keys: buildings, sky
        """)
  }

  @Test(arguments: [
    ("title: 12", "1:8: error: title: expected text, found 12", "put it in quotes"),
    (
      "speed: \"3\"\ntitle: t",
      "1:8: error: speed: expected a number from 0 to 60 m/s or a distribution, found the text \"3\"",
      "remove the quotes"
    ),
    ("title: t\nspeed: 75", "2:8: error: speed: expected a number from 0 to 60 m/s, found 75", ""),
    ("title: t\nspeed: [3, 9]", "2:8: error: speed: expected a number", "write {uniform: {min: 3, max: 9}}"),
    (
      "title: t\nspeed: {unifrom: {min: 1, max: 2}}", "2:9: error: speed.unifrom: unknown key",
      "did you mean uniform?"
    ),
    (
      "title: t\nspeed: {uniform: {min: 1, max: 99}}",
      "2:32: error: speed.uniform.max: expected a number from 0 to 60 m/s, found 99", ""
    ),
    (
      "title: t\nspeed: {uniform: {min: 9, max: 2}}",
      "2:8: error: speed: min (9.0) must not exceed max (2.0)", ""
    ),
    (
      "title: t\nspeed: {uniform: {min: 9}}", "2:18: error: speed.uniform: the key max is missing",
      "add max: The greatest value."
    ),
    ("title: t\nspeed: {choice: [1], sequence: [2]}", "exactly one of the keys", ""),
    ("title: t\nspeed: {lognormal: {sigma: 1}}", "lognormal needs either median or mu", ""),
    ("title: t\ngap: {weighted: {a: 1}}", "2:18: error: gap.weighted.a: expected a number as the key", ""),
    (
      "title: t\nspeed: {weighted: {70: 1}}",
      "speed.weighted.70: expected a number from 0 to 60 m/s, found 70", ""
    ),
    ("title: t\nspeed: {curve: [[0, 1], [99, 1]]}", "within a range from 0 to 60", ""),
    (
      "title: t\nspeed:",
      "2:7: error: speed: expected a number from 0 to 60 m/s or a distribution, found nothing", ""
    ),
    ("title: t\nlight: {on: yes}", "light.on: expected true or false, found the text \"yes\"", "write true"),
    ("title: t\nlight: {side: letf}", "light.side: expected one of left, right, both", "did you mean left?"),
    ("title: t\nlight: {colour: #ff0000}", "not valid YAML", ""),
    ("title: t\nlight: {colour: \"ff0000\"}", "expected a colour", ""),
    ("title: t\nlight: 3", "2:8: error: light: expected a mapping, found 3", ""),
    ("title: t\nworld: toun", "world: expected one of town, road, empty", "did you mean town?"),
    ("title: t\nworld: road", "world.road: the key opendrive is missing", ""),
    ("title: t\nworld: {town: {sky: cloud}}", "world.town.sky: expected one of clear, rain, fog", ""),
    (
      "title: t\nworld: {town: {sky: {choice: [clear, rian]}}}", "world.town.sky.choice[1]: expected one of",
      "did you mean rain?"
    ),
    ("title: t\ncameras: [{name: a/b}]", "cameras[0].name: expected a name", ""),
    (
      "title: t\ncameras: [{name: a, position: [1, 2]}]",
      "cameras[0].position: expected a list of 3, found a list of 2", ""
    ),
    (
      "title: t\ncameras: [{name: a, width: 20.5}]",
      "expected a whole number from 16 to 16384 px, found 20.5", ""
    ),
    ("title: t\ncameras: {}", "cameras: expected a list of 0 to 4, found an empty mapping", ""),
    ("title: t\nscale: 2000\ncameras: [{name: a}]", "2:8: error: scale: must be below 1000", ""),
    ("title: t\nscale: 0", "expected a number of at least 0.001, found 0", ""),
    ("speed: 3", "1:1: error: the key title is missing", "add title: What it is called."),
    ("[1, 2]", "1:1: error: expected a mapping, found a list of 2", ""),
  ])
  func namesPlaceFoundExpectedAndRemedy(text: String, message: String, remedy: String) {
    let description = fault(text)
    #expect(description.contains(message), "\(description)")
    #expect(description.contains(remedy), "\(description)")
    #expect(description.contains("^"), "\(description)")
  }

  @Test func allErrorsAtOnceUpToTwenty() throws {
    let two = fault("title: 1\nspeed: fast\n")
    #expect(two.hasPrefix("error: 2 errors\n\na.yaml:1:8: error: title"))
    #expect(two.contains("\na.yaml:2:8: error: speed"))
    let many = "title: t\n" + (0..<30).map { "unknown\($0): 1\n" }.joined()
    let text = fault(many)
    #expect(text.contains("30 errors"))
    #expect(text.hasSuffix("and 10 more"))
    #expect(try document(many).problems(as: .record(StreetRecipe.self)).count == 20)
  }

  @Test func bareNamesStandForEmptyStructures() throws {
    for text in ["world: town", "world: {town: {}}"] {
      let recipe = try document("title: t\n" + text).decode(StreetRecipe.self)
      #expect(
        recipe.resolved["world"]?.canonicalText == #"{"town":{"buildings":40,"sky":"clear"}}"#)
    }
  }

  @Test func distributionsOfEveryKind() throws {
    let form = Form<Distribution>.distribution(in: 0...10)
    func read(_ text: String) throws -> Distribution { try document(text).decode(form).value }
    #expect(try read("3") == 3)
    #expect(try read("{constant: 3}") == 3)
    #expect(try read("{uniform: {min: 1, max: 2}}") == .uniform(min: 1, max: 2))
    #expect(try read("{normal: {mean: 5, sd: 1, max: 6}}") == .normal(mean: 5, sd: 1, min: 0, max: 6))
    #expect(
      try read("{lognormal: {median: 2, sigma: 1, min: 1}}")
        == .logNormal(median: 2, sigma: 1, min: 1, max: 10))
    #expect(try read("{lognormal: {mu: 0, sigma: 1}}") == .logNormal(median: 1, sigma: 1, max: 10))
    #expect(try read("{choice: [1, 2.5]}") == .choice([1, 2.5]))
    #expect(try read("{sequence: [1, 2]}") == .sequence([1, 2]))
    let weighted = Distribution.weighted([Weighted(8, weight: 1), Weighted(2.5, weight: 3)])
    #expect(try read("{weighted: {8: 1, 2.5: 3}}") == weighted)
    #expect(try read("{weighted: [{value: 8, weight: 1}, {value: 2.5, weight: 3}]}") == weighted)
    #expect(try read("{curve: [[0, 1], [5, 2]]}") == .curve([[0, 1], [5, 2]]))
    // What is drawn from an open tail stays inside the field's range.
    let open = try read("{normal: {mean: 5, sd: 100}}")
    #expect(open.bounds == 0...10)
    // As written by `json`, each reads back as itself.
    for d in [
      weighted, open, .curve([[0, 1], [5, 2]]), .logNormal(median: 2, sigma: 1, min: 1, max: 3),
      .sequence([1]),
    ] {
      #expect(try read(d.json.canonicalText) == d)
    }
    let text = Form<TextDistribution>.textDistribution()
    for d: TextDistribution in [
      "a", .choice(["a", "b"]), .weighted([Weighted("x", weight: 2)]), .sequence(["1", "true"]),
    ] {
      #expect(try document(d.json.canonicalText).decode(text).value == d)
    }
    #expect(try document("{weighted: {clear: 3, rain: 1}}").decode(text).value.values == ["clear", "rain"])
  }

  @Test func locatedValuesMakeLaterErrors() throws {
    let form = Form<[Located<String>]>.list(of: Form<String>.text.located)
    let names = try document("- oak\n- elm").decode(form).value
    #expect("\(names[1].error("no such tree"))" == "a.yaml:2:3: error: [1]: no such tree\n  - elm\n    ^")
  }
}
