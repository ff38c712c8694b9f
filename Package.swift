// swift-tools-version: 6.1
import PackageDescription

/// The data files of the field (agencies, document types, indexes, places) travel inside the program, so that it runs
/// from anywhere as one file and starts without touching the disk.
let gazetteers: [Resource] = [
    .embedInCode("Resources/lexicon.csv"),
    .embedInCode("Resources/agencies.csv"),
    .embedInCode("Resources/document-types.csv"),
    .embedInCode("Resources/indexes.csv"),
    .embedInCode("Resources/index-names.csv"),
    .embedInCode("Resources/measure-words.csv"),
    .embedInCode("Resources/number-words.csv"),
    .embedInCode("Resources/unit-words.csv"),
    .embedInCode("Resources/result-groups.csv"),
    .embedInCode("Resources/score-holders.csv"),
    .embedInCode("Resources/provinces.csv"),
    .embedInCode("Resources/districts.csv"),
    .embedInCode("Resources/surnames.csv"),
    .embedInCode("Resources/set-phrases.csv"),
    .embedInCode("Resources/row-trust.csv"),
    .embedInCode("Resources/table-traits.csv"),
    .embedInCode("Resources/time-bounds.csv"),
    .embedInCode("Resources/print-marks.csv"),
    .embedInCode("Resources/column-heads.csv"),
    .embedInCode("Resources/counting-words.csv"),
    .embedInCode("Resources/no-periods.csv"),
    .embedInCode("Resources/onward-years.csv"),
    .embedInCode("Resources/open-ends.csv"),
    .embedInCode("Resources/personal-titles.csv"),
    .embedInCode("Resources/product-words.csv"),
]

/// What the review page is made of.
let reviewFiles = [
    "page.html", "style.css", "texts.json", "dom.js", "texts.js", "fold.js", "windowed.js", "items.js", "model.js",
    "corrections.js",
    "links.js", "grid.js", "document.js", "pages.js", "editor.js", "doubts.js", "filters.js", "tasks.js", "outline.js",
    "charts.js", "done.js", "keys.js", "app.js",
]

/// Flags that SwiftPM refuses of a package that others depend on by its version: there this one does without.
let ownFlags = { (flags: [String], condition: BuildSettingCondition) -> [SwiftSetting] in
    Context.packageDirectory.contains("/checkouts/") ? [] : [.unsafeFlags(flags, condition)]
}

/// The programs of `make fuzz` and `make mutate`, which nobody else wants built.
let fuzzers: [Target] =
    Context.environment["VANBAN_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "vanban-fuzz", dependencies: ["VanBanFuzzing"], path: "Tests/Fuzz/Fuzz",
            // libFuzzer brings the entry point.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
        .executableTarget(name: "vanban-mutate", dependencies: ["VanBanFuzzing"], path: "Tests/Fuzz/Mutate"),
    ]

let package = Package(
    name: "vanban",
    products: [
        // What a program imports that reads documents.
        .library(name: "VanBan", targets: ["VanBan"]),
        // Archives in a database besides.
        .library(name: "VanBanArchive", targets: ["VanBanArchive"]),
        .executable(name: "vanban", targets: ["vanban"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    ],
    targets: [
        // What people are told: one table of both languages.
        .target(name: "VanBanMessages", resources: [.embedInCode("Resources/messages.tsv")]),
        .target(name: "VanBanModel", dependencies: ["VanBanMessages"]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // One digest; swift-crypto would bring all of BoringSSL into the build for it.
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .target(
            name: "VanBanReading",
            dependencies: ["VanBanModel", "VanBanMessages", "CLibXML2", "CLibZip", "CNettle"],
            resources: [
                .embedInCode("Resources/lexicon.csv"),
                .embedInCode("Resources/legacy-encodings.csv"), .embedInCode("Resources/legacy-fonts.csv"),
                .embedInCode("Resources/look-alikes.csv"),
                .embedInCode("Resources/character-names.csv"),
            ]),
        // Programs that others keep, each called in a process of its own.
        .target(name: "VanBanTools", dependencies: ["VanBanModel", "VanBanMessages", "VanBanReading"]),
        // Pages: words where they stand, ruled lines; PDF files.
        .target(
            name: "VanBanPages", dependencies: ["VanBanModel", "VanBanReading", "VanBanTools"],
            resources: [.embedInCode("Resources/page-marks.csv")]),
        // Letters recognised in pictures of pages. A page has nine million pixels: unoptimized, one would take a minute.
        .target(
            name: "VanBanRecognition",
            dependencies: ["VanBanModel", "VanBanReading", "VanBanTools", "VanBanPages"],
            resources: [
                .embedInCode("Resources/syllable-pairs.csv"), .embedInCode("Resources/roman-contexts.csv"),
            ],
            swiftSettings: ownFlags(["-O"], .when(configuration: .debug))),
        // What such programs make of files that are not read here.
        .target(
            name: "VanBanConversion", dependencies: ["VanBanModel", "VanBanMessages", "VanBanReading", "VanBanTools"]),
        .target(
            name: "VanBanStructure", dependencies: ["VanBanModel", "VanBanMessages", "VanBanReading", "CSyllables"],
            resources: gazetteers),
        // How often words stand beside each other.
        .target(name: "CSyllables", exclude: ["include/syllables.csv"]),
        // How likely a word is misread.
        .target(
            name: "VanBanSpelling", dependencies: ["VanBanStructure"],
            resources: [.embedInCode("Resources/misread-weights.csv")]),
        .target(
            name: "VanBanCorrections",
            dependencies: ["VanBanModel", "VanBanMessages", "VanBanReading", "VanBanStructure"],
            resources: [
                .embedInCode("Resources/vanban-corrections-1.schema.json"), .embedInCode("Resources/case-words.csv"),
            ]),
        .target(
            name: "VanBanValidation",
            dependencies: [
                "VanBanModel", "VanBanMessages", "VanBanReading", "VanBanStructure", "VanBanExport", "VanBanSpelling",
            ],
            resources: [.embedInCode("Resources/lexicon.csv")]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "VanBanExport", dependencies: ["VanBanModel", "VanBanMessages", "VanBanReading", "CLibXLSXWriter"],
            resources: [
                .embedInCode("Resources/vanban-1.schema.json"), .embedInCode("Resources/import-heads.csv"),
            ]),
        // The page's template, style, texts and script are files of their own; a page is one more serializer.
        .target(
            name: "VanBanReview", dependencies: ["VanBanModel", "VanBanMessages", "VanBanReading", "VanBanExport"],
            resources: reviewFiles.map { .embedInCode("Resources/" + $0) }),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        // The little that is wanted of SQLite.
        .target(name: "VanBanSQLite", dependencies: ["CSQLite"]),
        .target(
            name: "VanBanArchive",
            dependencies: [
                "CSQLite", "VanBanModel", "VanBanMessages", "VanBanReading", "VanBanStructure", "VanBanCorrections",
                "VanBanExport",
                "VanBanSQLite", .product(name: "Logging", package: "swift-log"),
            ]),
        // The library as one module.
        .target(
            name: "VanBan",
            dependencies: [
                "VanBanModel", "VanBanMessages", "VanBanReading", "VanBanPages", "VanBanRecognition",
                "VanBanConversion", "VanBanStructure", "VanBanValidation", "VanBanExport",
            ]),
        .executableTarget(
            name: "vanban",
            dependencies: [
                "VanBanModel", "VanBanMessages", "VanBanReading", "VanBanStructure", "VanBanCorrections",
                "VanBanValidation", "VanBanExport", "VanBanReview", "VanBanArchive", "VanBanTools", "VanBanPages",
                "VanBanConversion",
                "VanBanRecognition",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            // One file that starts fast and runs where no Swift is installed.
            swiftSettings: [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))],
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-static-stdlib", "-use-ld=lld", "-Xlinker", "-s", "-Xlinker", "-z", "-Xlinker",
                        "pack-relative-relocs", "-Xlinker", "--no-export-dynamic",
                        "-Xlinker", "-T", "-Xlinker", Context.packageDirectory + "/.packaging/no-unwinding.ld",
                        // Libraries that a tarball brings along.
                        "-Xlinker", "--disable-new-dtags", "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib/vanban",
                    ], .when(platforms: [.linux], configuration: .release))
            ]),
        .testTarget(name: "VanBanTests", dependencies: ["VanBan"]),
        .testTarget(name: "VanBanModelTests", dependencies: ["VanBanModel"]),
        .testTarget(name: "VanBanReadingTests", dependencies: ["VanBanReading"]),
        .testTarget(
            name: "VanBanPagesTests", dependencies: ["VanBanPages", "VanBanTools", "VanBanReading", "VanBanModel"]),
        .testTarget(
            name: "VanBanRecognitionTests",
            dependencies: ["VanBanRecognition", "VanBanPages", "VanBanTools", "VanBanReading", "VanBanModel"]),
        .testTarget(name: "VanBanToolsTests", dependencies: ["VanBanTools", "VanBanModel"]),
        .testTarget(
            name: "VanBanConversionTests",
            dependencies: [
                "VanBanConversion", "VanBanTools", "VanBanStructure", "VanBanExport", "VanBanReading", "VanBanModel",
            ]),
        .testTarget(
            name: "VanBanStructureTests", dependencies: ["VanBanStructure", "VanBanReading", "VanBanModel"]),
        .testTarget(
            name: "VanBanExportTests",
            dependencies: ["VanBanExport", "VanBanMessages", "VanBanStructure", "VanBanReading", "VanBanModel"]),
        .testTarget(name: "VanBanSQLiteTests", dependencies: ["VanBanSQLite"]),
        .testTarget(
            name: "VanBanArchiveTests",
            dependencies: [
                "VanBanArchive", "VanBanStructure", "VanBanExport", "VanBanReading", "VanBanModel",
                "VanBanSQLite",
            ]),
        .testTarget(
            name: "VanBanValidationTests",
            dependencies: ["VanBanValidation", "VanBanExport", "VanBanStructure", "VanBanReading", "VanBanModel"]),
        .testTarget(
            name: "VanBanCorrectionsTests",
            dependencies: ["VanBanCorrections", "VanBanStructure", "VanBanExport", "VanBanReading", "VanBanModel"]),
        .testTarget(
            name: "VanBanReviewTests",
            dependencies: ["VanBanReview", "VanBanStructure", "VanBanExport", "VanBanReading", "VanBanModel"]),
        .testTarget(name: "vanbanTests", dependencies: ["vanban", "VanBanMessages", "VanBanExport"]),
        // What the fuzzers and the test of mutated documents share.
        .target(
            name: "VanBanFuzzing",
            dependencies: [
                "VanBanModel", "VanBanReading", "VanBanPages", "VanBanStructure", "VanBanCorrections", "VanBanExport",
                "CLibZip",
            ],
            path: "Tests/Fuzz/VanBanFuzzing"),
        .testTarget(name: "VanBanFuzzingTests", dependencies: ["VanBanFuzzing"]),
    ] + fuzzers,
    swiftLanguageModes: [.v6]
)
