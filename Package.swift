// swift-tools-version: 6.2
import PackageDescription

// Instruction set of release builds: `x86-64-v3` unless DIORAMA_MARCH names another level
// (`x86-64`, `x86-64-v4`, `native`, or `none` for the compiler's own default, as on arm64).
#if arch(x86_64)
  let defaultMarch = "x86-64-v3"
#else
  let defaultMarch = "none"
#endif
let march = Context.environment["DIORAMA_MARCH"] ?? defaultMarch
let release = BuildSettingCondition.when(configuration: .release)
let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (march == "none" ? [] : [.unsafeFlags(["-Xcc", "-march=\(march)"], release)])
let unoptimised: [SwiftSetting] = [.unsafeFlags(["-Onone"], release)]
let cSettings: [CSetting] = march == "none" ? [] : [.unsafeFlags(["-march=\(march)"], release)]

/// One module of the engine, with its tests when `Tests/<name>Tests` exists.
///
/// - Parameter plain: compiled without optimisation, in a third of the time: for modules that put words and values together
///   and leave calculating to others.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], plain: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: swiftSettings + (plain ? unoptimised : []))
}

/// Tests of a module. Most spend their time in the engine, which is optimised, and compile twice as fast when they are
/// not; those that calculate much themselves (`heavy`) are optimised too.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], heavy: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: swiftSettings + (heavy ? [] : unoptimised))
}

func system(_ name: String, _ pkgConfig: String?, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

// Layers from the ground up; an arrow only ever points to a lower layer (Tests/ArchitectureTests).
let package = Package(
  name: "diorama",
  products: [.executable(name: "diorama", targets: ["diorama"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C: what Swift cannot say well, and the system's libraries.
    .target(name: "CLanes", cSettings: cSettings),
    .target(name: "CShims", dependencies: ["CPNG"], cSettings: cSettings),
    system("CPNG", "libpng", "libpng-dev"),
    system("CDeflate", "libdeflate", "libdeflate-dev"),
    system("CBLAS", "blas", "libblas-dev"),
    system("CTurboJPEG", "libturbojpeg", "libturbojpeg0-dev"),
    system("CSndFile", "sndfile", "libsndfile1-dev"),
    system("CFlite", nil, "flite1-dev"),
    // 0: ground
    module("Diagnostics"),
    module("VectorMath", ["CLanes", "CBLAS"]),
    module("RandomStreams", ["VectorMath"]),
    // 1: basis
    module("Geometry", ["VectorMath", "RandomStreams", "CLanes"]),
    module("Imaging", ["Diagnostics", "VectorMath", "CShims", "CDeflate", "CTurboJPEG"]),
    module("JSON", ["Diagnostics"]),
    module(
      "LocatedYAML",
      ["JSON", "Diagnostics", "VectorMath", "RandomStreams", .product(name: "Yams", package: "Yams")]),
    module("CivilCalendar"),
    module("Mandarin"),
    module("NumberSpelling"),
    module("Signals", ["VectorMath", "CLanes"]),
    module("AudioFiles", ["CSndFile", "RandomStreams", "Diagnostics"]),
    // 2: model
    module("TextModel"),
    module("Identities", ["CivilCalendar", "RandomStreams", "JSON", "Diagnostics"]),
    module(
      "VerifiedProblems", ["CivilCalendar", "RandomStreams", "VectorMath", "JSON", "Diagnostics"]
    ),
    module("SoundSynthesis", ["Signals", "RandomStreams", "VectorMath", "Diagnostics"]),
    module(
      "Speech",
      [
        "CFlite", "Signals", "Mandarin", "NumberSpelling", "TextModel", "RandomStreams", "VectorMath",
        "Diagnostics",
      ]),
    module(
      "WorldModel", ["LocatedYAML", "Geometry", "Imaging", "VectorMath", "RandomStreams", "Diagnostics"]),
    module(
      "Assets", ["JSON", "WorldModel", "Geometry", "Imaging", "VectorMath", "RandomStreams", "Diagnostics"]),
    module("InteriorSurfaces", ["Assets", "WorldModel", "Imaging", "VectorMath"]),
    module(
      "Furniture", ["InteriorSurfaces", "Assets", "WorldModel", "Geometry", "Imaging", "VectorMath"],
      plain: true),
    module("RoomGeometry", ["WorldModel", "Geometry", "VectorMath", "RandomStreams"]),
    module("Vehicles", ["Assets", "WorldModel", "Imaging", "VectorMath"]),
    module("Streetscape", ["Assets", "WorldModel", "Geometry", "Imaging", "VectorMath"]),
    module("JSONSchemas", ["JSON"]),
    module("Conversations", ["NumberSpelling", "JSON", "RandomStreams"]),
    module("TaskDialogues", ["Conversations", "CivilCalendar", "JSON", "RandomStreams"], plain: true),
    module(
      "ToolConversations", ["Conversations", "JSONSchemas", "CivilCalendar", "JSON", "RandomStreams"],
      plain: true),
    module("PromptFixtures", ["Conversations", "JSONSchemas", "JSON", "RandomStreams"], plain: true),
    // 3: worlds
    module("RoadNetwork", ["Geometry", "VectorMath", "Diagnostics"]),
    module("RoadDesign", ["RoadNetwork", "Geometry", "VectorMath", "RandomStreams"], plain: true),
    module("Traffic", ["RoadNetwork", "Geometry", "VectorMath", "RandomStreams"]),
    module(
      "DrivingWorld",
      [
        "RoadDesign", "Traffic", "RoadNetwork", "Vehicles", "Streetscape", "Assets", "WorldModel", "Geometry",
        "Imaging", "LocatedYAML", "VectorMath", "RandomStreams", "Diagnostics",
      ]),
    module(
      "TabletopWorld",
      [
        "Vehicles", "Assets", "WorldModel", "Geometry", "Imaging", "LocatedYAML", "VectorMath",
        "RandomStreams",
        "Diagnostics",
      ]),
    module(
      "HomePlans",
      ["InteriorSurfaces", "WorldModel", "Geometry", "VectorMath", "RandomStreams"]),
    module(
      "IndoorWorld",
      [
        "HomePlans", "RoomGeometry", "Furniture", "InteriorSurfaces", "Assets", "WorldModel", "Geometry",
        "Imaging",
        "LocatedYAML", "VectorMath", "RandomStreams", "Diagnostics",
      ], plain: true),
    // 4: senses and labels
    module("Rendering", ["WorldModel", "Geometry", "Imaging", "RandomStreams", "VectorMath", "CLanes"]),
    module("Annotations", ["WorldModel", "Geometry", "Imaging", "VectorMath", "RandomStreams"]),
    module("Census", ["JSON", "WorldModel", "Geometry", "VectorMath", "RandomStreams"]),
    module(
      "Language", ["NumberSpelling", "TextModel", "LocatedYAML", "JSON", "RandomStreams", "Diagnostics"]),
    module("Perturbation", ["Mandarin", "NumberSpelling", "TextModel", "JSON", "RandomStreams"]),
    module("Acoustics", ["Signals", "Geometry", "VectorMath", "RandomStreams", "Diagnostics", "CLanes"]),
    // 5: store and checks
    module(
      "DatasetStore",
      [
        "JSON", "WorldModel", "AudioFiles", "Imaging", "VectorMath", "RandomStreams", "Diagnostics", "CShims",
      ]),
    module(
      "GroundedLanguage",
      [
        "Annotations", "Language", "TextModel", "WorldModel", "Geometry", "Imaging", "VectorMath",
        "RandomStreams",
      ], plain: true),
    module(
      "Listening",
      [
        "Acoustics", "SoundSynthesis", "Speech", "Annotations", "WorldModel", "Signals", "Geometry",
        "VectorMath", "RandomStreams", "Diagnostics",
      ]),
    module(
      "Degradation",
      [
        "Acoustics", "AudioFiles", "Annotations", "WorldModel", "LocatedYAML", "Signals", "VectorMath",
        "RandomStreams",
        "Diagnostics",
      ]),
    module(
      "SoundStage",
      [
        "Acoustics", "SoundSynthesis", "Speech", "Conversations", "TaskDialogues", "Language", "TextModel",
        "Assets", "WorldModel", "LocatedYAML", "Signals", "Geometry", "VectorMath", "RandomStreams",
        "Diagnostics",
      ], plain: true),
    module(
      "Checks",
      [
        "JSON", "Annotations", "GroundedLanguage", "WorldModel", "Geometry", "Imaging", "VectorMath",
      ]),
    module(
      "Encodings",
      ["Annotations", "WorldModel", "JSON", "Imaging", "VectorMath"]),
    // 6: formats
    module(
      "DatasetFormats",
      [
        "Encodings", "DatasetStore", "Checks", "Annotations", "GroundedLanguage", "WorldModel", "AudioFiles",
        "Signals", "LocatedYAML", "JSON", "Geometry", "Imaging", "VectorMath", "RandomStreams", "Diagnostics",
        "CDeflate",
      ], plain: true),
    module(
      "SceneFormats",
      ["DatasetStore", "WorldModel", "JSON", "Geometry", "Imaging", "VectorMath", "Diagnostics"]),
    module(
      "TextFormats",
      [
        "Identities", "Language", "Perturbation", "TextModel", "Checks", "JSON", "RandomStreams",
        "Diagnostics",
      ]),
    // 7: run
    module(
      "Pipeline",
      [
        "DatasetFormats", "SceneFormats", "TextFormats", "Encodings", "DatasetStore", "Checks", "Annotations",
        "GroundedLanguage", "Rendering", "Census", "Language", "Perturbation", "TextModel", "Identities",
        "VerifiedProblems", "Conversations", "TaskDialogues", "ToolConversations", "PromptFixtures",
        "DrivingWorld", "TabletopWorld", "IndoorWorld", "SoundStage", "Listening", "Degradation", "Acoustics",
        "Signals",
        "RoadNetwork", "Furniture", "InteriorSurfaces", "Vehicles", "Streetscape", "Assets", "WorldModel",
        "LocatedYAML", "JSON", "Geometry", "Imaging",
        "VectorMath",
        "RandomStreams", "Diagnostics",
      ]),
    // 9: entry
    module(
      "DioramaCommands",
      [
        "Pipeline", "DatasetFormats", "SceneFormats", "TextFormats", "DatasetStore", "Checks", "Annotations",
        "GroundedLanguage", "Rendering", "Language", "VerifiedProblems",
        "DrivingWorld", "IndoorWorld", "RoadDesign", "RoadNetwork", "Furniture", "Vehicles", "Assets",
        "WorldModel", "LocatedYAML", "Perturbation", "TextModel", "Acoustics", "SoundSynthesis",
        "Degradation", "Listening",
        "JSON", "Geometry", "Imaging", "VectorMath", "RandomStreams", "Diagnostics",
        "CShims",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], plain: true),
    .executableTarget(name: "diorama", dependencies: ["DioramaCommands"], swiftSettings: swiftSettings),
    // Tests
    tests("VectorMath"),
    tests("RandomStreams", ["VectorMath"], heavy: true),
    tests("Geometry", ["VectorMath", "RandomStreams"], heavy: true),
    tests("Imaging", ["Diagnostics", "VectorMath", "CShims"], heavy: true),
    tests("JSON", ["Diagnostics"]),
    tests("LocatedYAML", ["JSON", "Diagnostics", "RandomStreams"]),
    tests("TextModel", ["RandomStreams"], heavy: true),
    tests("CivilCalendar"),
    tests("Mandarin"),
    tests("NumberSpelling"),
    tests("Speech", ["Mandarin", "Signals", "TextModel", "RandomStreams", "VectorMath", "Diagnostics"]),
    tests("AudioFiles", ["RandomStreams", "Diagnostics"], heavy: true),
    tests("Signals", ["VectorMath", "RandomStreams"], heavy: true),
    tests("Identities", ["CivilCalendar", "RandomStreams", "JSON", "Diagnostics"]),
    tests(
      "VerifiedProblems", ["CivilCalendar", "RandomStreams", "VectorMath", "JSON", "Diagnostics"], heavy: true
    ),
    tests("SoundSynthesis", ["Signals", "RandomStreams", "Diagnostics"], heavy: true),
    tests("JSONSchemas", ["JSON"]),
    tests("TaskDialogues", ["Conversations", "CivilCalendar", "JSON", "RandomStreams"]),
    tests("ToolConversations", ["Conversations", "JSONSchemas", "CivilCalendar", "JSON", "RandomStreams"]),
    tests("PromptFixtures", ["Conversations", "JSONSchemas", "JSON", "RandomStreams"]),
    tests("WorldModel", ["Geometry", "Imaging", "VectorMath", "RandomStreams"]),
    .target(
      name: "TestSupport",
      dependencies: ["Annotations", "WorldModel", "Geometry", "Imaging", "VectorMath", "RandomStreams"],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    tests("Assets", ["TestSupport", "WorldModel", "Geometry", "Imaging", "VectorMath", "Diagnostics"]),
    tests(
      "Furniture",
      ["TestSupport", "InteriorSurfaces", "Assets", "WorldModel", "Geometry", "Imaging", "VectorMath"]),
    tests("Vehicles", ["TestSupport", "Assets", "WorldModel", "Geometry", "Imaging", "VectorMath"]),
    tests("Streetscape", ["TestSupport", "Assets", "WorldModel", "Geometry", "Imaging", "VectorMath"]),
    tests(
      "IndoorWorld",
      [
        "HomePlans", "RoomGeometry", "Furniture", "InteriorSurfaces", "Assets", "WorldModel", "Geometry",
        "VectorMath",
        "RandomStreams", "LocatedYAML", "Diagnostics",
      ]),
    tests("RoadNetwork", ["Geometry", "VectorMath", "Diagnostics"]),
    tests("Traffic", ["RoadNetwork", "VectorMath", "RandomStreams"]),
    tests(
      "RoadDesign", ["RoadNetwork", "Geometry", "VectorMath", "RandomStreams", "Diagnostics"]),
    tests(
      "DrivingWorld",
      [
        "RoadDesign", "RoadNetwork", "Streetscape", "WorldModel", "Geometry", "VectorMath", "RandomStreams",
        "LocatedYAML",
      ]),
    tests("Rendering", ["WorldModel", "Geometry", "Imaging", "VectorMath", "RandomStreams"], heavy: true),
    tests(
      "Annotations",
      ["Rendering", "Checks", "Assets", "WorldModel", "Geometry", "Imaging", "VectorMath", "RandomStreams"]
    ),
    tests("Language", ["TextModel", "LocatedYAML", "JSON", "RandomStreams", "Diagnostics"], heavy: true),
    tests("Perturbation", ["TextModel", "JSON", "RandomStreams"]),
    tests("Acoustics", ["Signals", "Geometry", "VectorMath", "RandomStreams", "Diagnostics"]),
    tests(
      "Listening",
      [
        "Acoustics", "Annotations", "DrivingWorld", "IndoorWorld", "TabletopWorld", "Furniture",
        "InteriorSurfaces",
        "Vehicles", "Streetscape", "Assets", "WorldModel", "LocatedYAML", "Signals", "Geometry", "VectorMath",
        "RandomStreams", "Diagnostics",
      ], heavy: true),
    tests(
      "Degradation",
      ["AudioFiles", "Annotations", "WorldModel", "LocatedYAML", "Signals", "VectorMath", "RandomStreams"],
      heavy: true),
    tests(
      "SoundStage",
      [
        "Listening", "Speech", "Annotations", "WorldModel", "LocatedYAML", "Geometry", "VectorMath",
        "RandomStreams", "Diagnostics",
      ]),
    tests("DatasetStore", ["JSON", "WorldModel", "Imaging", "VectorMath", "RandomStreams", "Diagnostics"]),
    tests(
      "GroundedLanguage",
      [
        "TestSupport", "Checks", "Annotations", "WorldModel", "VectorMath", "RandomStreams",
      ]),
    tests(
      "Checks",
      [
        "TestSupport", "GroundedLanguage", "RandomStreams", "Rendering", "Annotations", "WorldModel",
        "Geometry", "Imaging", "VectorMath",
      ]),
    tests(
      "DatasetFormats",
      [
        "TestSupport", "Encodings", "AudioFiles", "Signals", "DatasetStore", "Checks", "Annotations",
        "GroundedLanguage", "WorldModel", "Geometry",
        "Imaging",
        "VectorMath",
        "RandomStreams", "Diagnostics",
      ]),
    tests(
      "TextFormats", ["Language", "TextModel", "LocatedYAML", "Checks", "JSON", "Diagnostics"]),
    tests(
      "SceneFormats",
      ["Assets", "DatasetStore", "WorldModel", "Geometry", "Imaging", "VectorMath", "Diagnostics"]),
    tests("Census", ["JSON", "Assets", "WorldModel", "VectorMath", "RandomStreams"]),
    tests(
      "Pipeline",
      [
        "DatasetFormats", "TextFormats", "DatasetStore", "Checks", "Annotations", "GroundedLanguage",
        "WorldModel", "LocatedYAML", "JSON", "Imaging", "VectorMath", "Diagnostics",
      ]),
    .testTarget(name: "ArchitectureTests", swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)
