import ArgumentParser
import Backend
import CanonicalJSON
import Events
import RubricFiles
import Rubrics
import UseCases
import Vocabulary

/// `datajam rubric …`
struct RubricCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric", abstract: "What the judges score, and how much each criterion counts.",
    subcommands: [Import.self, Show.self, Check.self, Export.self, CopyFrom.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import a rubric, from a table with a criterion a row or from YAML.",
      discussion: """
        Columns: key, weight, minimum, maximum, name_en, name_fr, name_es; any points on the scale can be given then. A \
        file that ends in .yaml or .yml also has descriptions, steps, optional criteria and what points mean: \
        "datajam rubric export -o FILE.yaml" shows how. A rubric that differs from the newest becomes a new version; a \
        version with scores never changes.
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions
    @Option(help: ArgumentHelp("The rubric's name for commands; main unless the file has one.", valueName: "key"))
    var rubric: TypedKey?
    @Option(help: "How the file is written, csv or yaml; by its name unless given.") var form: RubricForm?

    func run() async throws {
      let key = try rubric?.slug()
      guard (form ?? RubricForm(ofFile: options.file)) == .csv else { return try await importYAML(as: key) }
      let (file, name) = (options.file, try key ?? Slug("main"))
      try await options.run(global, next: "datajam rubric check") { bytes, backend, event, unit in
        try backend.imports.rubric(bytes, file: file, key: name, of: event, by: backend.rubrics, in: unit)
      }
    }

    private func importYAML(as key: Slug?) async throws {
      let rubric = try Rubric(RubricYAML.read(InputFile.read(options.file), file: options.file), as: key)
      let backend = try await global.open()
      let (outcome, stored) = try await backend.change(isRehearsal: options.dryRun) { event, unit in
        let outcome = try backend.rubrics.set(rubric, of: event, in: unit)
        return (outcome, try backend.rubrics.newest(rubric.key.text, of: event, in: unit))
      }
      global.tell(
        outcome, stored, next: options.dryRun ? nil : "datajam rubric check --rubric \(rubric.key)")
      if options.dryRun && !global.json { Surroundings.say("Nothing was written, because of --dry-run.") }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the newest version of a rubric, or an earlier one.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The rubric, where there are several.", valueName: "key")) var rubric: String?
    @Option(help: ArgumentHelp("The version; the newest unless given.", valueName: "n")) var number: Int?

    func run() async throws {
      let backend = try await global.open(allowing: .judge)
      let stored = try await backend.read {
        try backend.rubrics.newest(rubric, version: number, of: $0.id, in: $1)
      }
      if !global.json { Surroundings.say("Rubric \(quoted(stored.rubric.key.text)), version \(stored.version)") }
      global.show(stored.rubric.table, as: stored.rubric.criteria.map(\.json), whenEmpty: "The rubric has no criteria.")
      guard !global.json else { return }
      for text in stored.rubric.criteria.compactMap(\.words) { Surroundings.print("\n" + text) }
    }
  }
}

/// How a rubric's file is written.
enum RubricForm: String, CaseIterable, ExpressibleByArgument {
  case csv, yaml

  /// What the file's name says.
  init(ofFile name: String) {
    let name = name.lowercased()
    self = name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .yaml : .csv
  }
}
