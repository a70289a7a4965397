// swift-tools-version: 6.2
import PackageDescription

/// A newer compiler with new warnings must not keep anyone from building; it must keep us.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Whether the program is built to be tried on made-up inputs: see `Sources/Fuzzing`.
let isFuzzing = Context.environment["FUZZING"] != nil

/// What holds of all code, also of that which runs while building.
let common: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + warnings

/// How the program is linked for use: with what it needs of C++ in it, since to find a shared
/// library and its symbols takes longer than a check.
let linking: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-L\(Context.packageDirectory)/Sources/CHunspell/linking", "-use-ld=lld",
      "-Xlinker", "--no-export-dynamic",
    ],
    .when(platforms: [.linux], configuration: .release))
]

/// Types are found by their addresses and not by their names, which would take a fifth of a short
/// check.
let typesByAddress: [SwiftSetting] = [
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release))
]

let settings =
  common + typesByAddress + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : [])

/// A module of the program. What it may import is listed here, and nothing else may be imported.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

/// The tests of a module, in a folder of their own below `Tests`.
func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "rapporteur",
  products: [
    .executable(name: "rapporteur", targets: ["rapporteur"])
  ],
  targets: [
    // Tier 0: C libraries, each imported in exactly one module. Their module maps link the static
    // ones, so that the program is one file; pkg-config would name the shared ones before them.
    .systemLibrary(
      name: "CYAML",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CMarkGFM",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CPCRE2",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    // It is written in C++, whose library Swift's own runtime needs anyway.
    .systemLibrary(
      name: "CHunspell",
      providers: [.apt(["libhunspell-dev"]), .brew(["hunspell"])]),
    .systemLibrary(
      name: "CZlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CExpat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),

    // Tier 1
    module("SourceText"),
    module("Sharing"),
    // Tier 2
    module("Diagnostics", ["SourceText"]),
    // Tier 3
    module("YAMLSyntax", ["CYAML", "SourceText", "Sharing", "Diagnostics"]),
    module("ProseSyntax", ["CMarkGFM", "SourceText", "Diagnostics"]),
    module("Patterns", ["CPCRE2", "SourceText"]),
    module("Spelling", ["CHunspell", "SourceText"]),
    // Tier 4
    module("ReportModel", ["SourceText"]),
    module("RunningText", ["SourceText", "ProseSyntax"]),
    // Tier 5
    module(
      "ReportReading", ["SourceText", "Diagnostics", "YAMLSyntax", "ProseSyntax", "ReportModel"]),
    module(
      "RuleLibrary",
      [
        "SourceText", "Diagnostics", "YAMLSyntax", "ProseSyntax", "Patterns", "ReportModel",
        "RunningText",
      ]),
    module("BuiltInRules", ["SourceText", "RuleLibrary"], plugins: ["RuleEmbedding"]),
    // While building: the files of Rules become part of BuiltInRules.
    .plugin(
      name: "RuleEmbedding", capability: .buildTool(), dependencies: ["RuleEmbedder"],
      path: "Sources/RuleEmbedding"),
    .executableTarget(
      name: "RuleEmbedder",
      dependencies: ["SourceText", "Diagnostics", "YAMLSyntax", "RunningText", "RuleLibrary"],
      swiftSettings: common,
      linkerSettings: isFuzzing ? [.unsafeFlags(["-sanitize=address"])] : []),
    module("Collation", ["SourceText", "ReportModel"]),
    module("WordProcessing", ["CZlib", "CExpat", "SourceText", "ReportModel"]),
    // Tier 6
    module(
      "Validation",
      [
        "SourceText", "Sharing", "Diagnostics", "YAMLSyntax", "ProseSyntax", "Patterns", "Spelling",
        "ReportModel", "RunningText", "ReportReading", "RuleLibrary", "Collation",
      ]),
    module(
      "Renumbering",
      [
        "SourceText", "Diagnostics", "YAMLSyntax", "ProseSyntax", "ReportModel", "RuleLibrary",
        "Collation",
      ]),
    module(
      "Rendering", ["SourceText", "Diagnostics", "ProseSyntax", "ReportModel", "RuleLibrary"]),
    module(
      "Assembling",
      [
        "SourceText", "Diagnostics", "YAMLSyntax", "ProseSyntax", "ReportModel", "RuleLibrary",
      ]),
    module(
      "Comparison", ["SourceText", "ProseSyntax", "ReportModel", "RuleLibrary", "Collation"]),
    module(
      "Importing",
      [
        "SourceText", "Diagnostics", "YAMLSyntax", "ProseSyntax", "ReportModel", "RuleLibrary",
        "WordProcessing",
      ]),
    // Tier 7
    module(
      "Rapporteur",
      [
        "SourceText", "Sharing", "Diagnostics", "YAMLSyntax", "Spelling", "ReportModel",
        "ReportReading", "RuleLibrary", "BuiltInRules", "Validation", "Renumbering", "Rendering",
        "Assembling",
        "Collation", "Comparison", "Importing", "ProseSyntax", "WordProcessing",
      ]),
    // Tier 8
    module("CommandLineInterface", ["SourceText", "Sharing", "Diagnostics", "Rapporteur"]),
    // Tier 9
    .executableTarget(
      name: "rapporteur", dependencies: ["CommandLineInterface"], swiftSettings: settings,
      linkerSettings: linking),

    // Not part of the product: how long it takes beside libyaml alone.
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "CYAML", "SourceText", "Sharing", "Diagnostics", "YAMLSyntax", "ProseSyntax", "ReportModel",
        "RunningText", "ReportReading", "RuleLibrary", "BuiltInRules", "Validation", "Rapporteur",
        "CommandLineInterface",
      ],
      exclude: ["peers.py"], swiftSettings: settings),
    // Nor this: it writes what the program itself knows of its commands and rules, for people and
    // for shells.
    .executableTarget(
      name: "ManualWriter",
      dependencies: ["CMarkGFM", "CommandLineInterface", "Diagnostics", "Rapporteur"],
      swiftSettings: settings),

    // What several tests draw their random cases from.
    .target(name: "Seeding", path: "Tests/Seeding", swiftSettings: settings),
    // What must hold of any input: for the fuzzer, and for what it has found.
    .target(
      name: "Trials", dependencies: ["SourceText", "Diagnostics", "Rapporteur"],
      path: "Tests/Trials", swiftSettings: settings),
    .testTarget(
      name: "TrialsTests", dependencies: ["Trials"], exclude: ["Found"], swiftSettings: settings),
    // Word documents, made of text that a person can read.
    .target(name: "Specimens", path: "Tests/Specimens", swiftSettings: settings),
    tests(of: "SourceText"),
    tests(of: "Patterns", with: ["SourceText"]),
    tests(of: "Spelling"),
    tests(of: "WordProcessing", with: ["SourceText", "Seeding", "Specimens"]),
    // cmark-gfm here is the reader against which the text is checked.
    tests(of: "ProseSyntax", with: ["SourceText", "CMarkGFM", "Seeding"]),
    tests(of: "RunningText", with: ["SourceText", "ProseSyntax", "Seeding"]),
    tests(
      of: "Rapporteur",
      with: ["SourceText", "Diagnostics", "RuleLibrary", "BuiltInRules", "Seeding"]),
    tests(of: "YAMLSyntax", with: ["SourceText", "Sharing", "Diagnostics", "Seeding"]),
    tests(
      of: "RuleLibrary",
      with: [
        "SourceText", "Diagnostics", "YAMLSyntax", "ReportModel", "RunningText", "BuiltInRules",
      ]),
    tests(
      of: "Validation",
      with: [
        "SourceText", "Sharing", "Diagnostics", "YAMLSyntax", "Spelling", "ReportModel",
        "ReportReading", "RuleLibrary", "BuiltInRules", "Seeding",
      ]),
    tests(
      of: "Rendering",
      with: [
        "SourceText", "Diagnostics", "YAMLSyntax", "ReportModel", "ReportReading", "RuleLibrary",
        "BuiltInRules", "CMarkGFM", "Seeding",
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "rapporteur", "CommandLineInterface", "Rapporteur", "Diagnostics", "SourceText", "Seeding",
        "Specimens",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ManualWriterTests",
      dependencies: ["ManualWriter", "CommandLineInterface", "Rapporteur"],
      swiftSettings: settings),
    .testTarget(
      name: "ImportingTests",
      dependencies: [
        "Importing", "Rapporteur", "RuleLibrary", "BuiltInRules", "Diagnostics", "SourceText",
        "Seeding",
      ],
      exclude: ["Corpus"], swiftSettings: settings),
    .testTarget(
      name: "ExampleTests", dependencies: ["CMarkGFM", "Diagnostics", "Rapporteur", "SourceText"],
      swiftSettings: settings),
  ]
)

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["Trials"],
      exclude: ["format.dict"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
}
