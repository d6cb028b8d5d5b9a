import Testing

/// Arrows point down: the layers of the package, and who may know whom.
@Suite struct LayerTests {
  /// Targets from the ground up. Those of one layer do not know one another, but for the pairs in `siblings`.
  static let layers: [[String]] = [
    ["CPNG", "CDeflate", "CBLAS", "CTurboJPEG", "CSndFile", "CFreeType", "CHarfBuzz", "CFlite", "CSQLite"],
    ["CLanes", "CShims"],
    ["Diagnostics", "VectorMath", "RandomStreams"],
    [
      "Geometry", "Imaging", "JSON", "LocatedYAML", "CivilCalendar", "Signals", "AudioFiles", "Mandarin",
      "NumberSpelling",
    ],
    [
      "WorldModel", "RoomGeometry", "Assets", "InteriorSurfaces", "Furniture", "Vehicles", "Streetscape",
      "TextModel", "Identities", "VerifiedProblems", "JSONSchemas", "Conversations", "TaskDialogues",
      "ToolConversations",
      "PromptFixtures", "SoundSynthesis", "Speech",
    ],
    ["RoadNetwork", "RoadDesign", "Traffic", "DrivingWorld", "HomePlans", "IndoorWorld", "TabletopWorld"],
    ["Rendering", "Ranging", "Acoustics", "Language", "Perturbation", "Annotations", "Census"],
    ["DatasetStore", "Checks", "GroundedLanguage", "Listening", "SoundStage", "Degradation", "Encodings"],
    ["DatasetFormats", "SceneFormats", "TextFormats"],
    ["Pipeline"],
    ["Explorer", "Reports"],
    ["TestSupport"],
    ["DioramaCommands"],
    ["diorama"],
  ]

  /// Arrows inside a layer: from, to.
  static let siblings: Set<[String]> = [
    ["RandomStreams", "VectorMath"], ["LocatedYAML", "JSON"], ["Assets", "WorldModel"],
    ["RoomGeometry", "WorldModel"], ["InteriorSurfaces", "Assets"], ["InteriorSurfaces", "WorldModel"],
    ["Furniture", "InteriorSurfaces"], ["Furniture", "Assets"], ["Furniture", "WorldModel"],
    ["Vehicles", "Assets"], ["Vehicles", "WorldModel"],
    ["Streetscape", "Assets"], ["Streetscape", "WorldModel"],
    ["Speech", "TextModel"], ["TaskDialogues", "Conversations"], ["ToolConversations", "Conversations"],
    ["ToolConversations", "JSONSchemas"], ["PromptFixtures", "Conversations"],
    ["PromptFixtures", "JSONSchemas"],
    ["DrivingWorld", "RoadNetwork"], ["DrivingWorld", "RoadDesign"], ["RoadDesign", "RoadNetwork"],
    ["Traffic", "RoadNetwork"], ["DrivingWorld", "Traffic"],
    ["IndoorWorld", "HomePlans"], ["Checks", "GroundedLanguage"],
  ]

  static let package = Result { try PackageDescription() }
  static let sources = SourceFile.all(in: "Sources")

  /// What a module of the system or toolchain may be imported as, anywhere.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "FoundationNetworking", "Dispatch", "Glibc",
    "Musl", "Darwin",
    "Synchronization", "Swift", "_Differentiation", "Testing",
  ]

  private func layer(_ target: String) -> Int? { Self.layers.firstIndex { $0.contains(target) } }

  @Test func readsThePackage() throws {
    let package = try Self.package.get()
    #expect(
      package.dependencies["WorldModel"] == [
        "LocatedYAML", "Geometry", "Imaging", "VectorMath", "RandomStreams", "Diagnostics",
      ])
    #expect(package.dependencies["LocatedYAML"]?.contains("Yams") == true)
    #expect(package.systemLibraries.contains("CPNG"))
    #expect(Self.sources.count > 20)
  }

  @Test func everyTargetHasALayer() throws {
    let package = try Self.package.get()
    for target in package.dependencies.keys.sorted() + package.systemLibraries.sorted() {
      #expect(layer(target) != nil, "\(target): say in LayerTests.layers where it belongs")
    }
    // A folder without a target is code that nothing builds.
    for target in Set(Self.sources.map(\.target)).sorted() {
      #expect(package.dependencies[target] != nil, "Sources/\(target) is no target of Package.swift")
    }
  }

  @Test func arrowsPointDown() throws {
    let package = try Self.package.get()
    for (target, names) in package.dependencies.sorted(by: { $0.key < $1.key }) {
      for name in names.sorted() {
        guard let from = layer(target), let to = layer(name) else { continue }
        #expect(
          to < from || Self.siblings.contains([target, name]), "\(target) must not depend on \(name)")
      }
    }
  }

  @Test func filesImportOnlyWhatTheirTargetDeclares() throws {
    let package = try Self.package.get()
    for file in Self.sources {
      let declared = package.dependencies[file.target] ?? []
      for module in file.imports where !Self.toolchain.contains(module) {
        #expect(
          declared.contains(module), "\(file.path) imports \(module), which \(file.target) does not declare")
      }
    }
  }
}
