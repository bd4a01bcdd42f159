import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events
import Rubrics
import Workflows

/// `datajam rubric …`
struct RubricCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric", abstract: "What the judges score, and how much each criterion counts.",
    subcommands: [Import.self, Show.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import a rubric, a criterion a row.",
      discussion: "Columns: key, weight, minimum, maximum, name_en, name_fr, name_es. A rubric that differs from the "
        + "newest becomes a new version; a version with scores never changes.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions
    @Option(help: ArgumentHelp("The rubric's name for commands.", valueName: "key")) var rubric: TypedKey?

    func run() async throws {
      let (file, key) = (options.file, try rubric?.slug() ?? Slug("main"))
      try await options.run(global, next: "datajam rubric show") { bytes, backend, event, unit in
        try backend.imports.rubric(bytes, file: file, key: key, of: event, by: backend.rubrics, in: unit)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the newest version of a rubric.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The rubric, where there are several.", valueName: "key")) var rubric: String?

    func run() async throws {
      let backend = try await global.open(allowing: .judge)
      let stored = try await backend.read { try backend.rubrics.newest(rubric, of: $0.id, in: $1) }
      let criteria = stored.rubric.criteria
      let table = TextTable(
        header: ["criterion", "name", "weight", "from", "to"],
        rows: criteria.map { criterion in
          [
            criterion.key.text, criterion.name.anyText, criterion.weight.description,
            criterion.scale.lowerBound.description, criterion.scale.upperBound.description,
          ]
        }, numeric: [2, 3, 4])
      let items = criteria.map { criterion -> JSON in
        [
          "key": .string(criterion.key.text), "name": criterion.name.json,
          "weight": .number(criterion.weight.description), "minimum": .number(criterion.scale.lowerBound.description),
          "maximum": .number(criterion.scale.upperBound.description),
        ]
      }
      if !global.json { Surroundings.say("Rubric \(quoted(stored.rubric.key.text)), version \(stored.version)") }
      global.show(table, as: items, whenEmpty: "The rubric has no criteria.")
    }
  }
}
