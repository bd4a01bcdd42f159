import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Lookup
import RubricFiles
import Rubrics
import UseCases
import Vocabulary

/// `datajam rubric …`
struct RubricCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "rubric", "The criteria that judges score, and their weights.",
    subcommands: [Import.self, Show.self, Check.self, Export.self, CopyFrom.self, Remove.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import a rubric from a CSV table or from a YAML file.",
      more: """
        Columns, with one criterion in each row: key, weight, minimum, maximum, name_en, name_fr, name_es, \
        description_en, description_fr, description_es. Columns such as Criterion and Max score are known too. A \
        missing key is made of the name, and a missing minimum is 0. Judges can then give any number in the range. A file that ends in .yaml or .yml \
        can also have descriptions, steps, optional criteria and the meaning of points. To see an example, run: \
        datajam rubric export -o FILE.yaml. A changed rubric becomes a new version. A version with scores never changes.
        """,
      examples: "datajam rubric import rubric.yaml")

    @OptionGroup var options: ImportOptions
    @OptionGroup var columns: ColumnOptions
    @Option(
      help: ArgumentHelp("The rubric's key. Without it: main, or the key in the file.", valueName: "key"),
      completion: .keys(.rubric))
    var rubric: TypedKey?
    @Option(help: "The format, csv or yaml. Without it: by the file's name.") var form: RubricForm?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try rubric?.slug()
      guard (form ?? RubricForm(ofFile: options.file)) == .csv else { return try await importYAML(as: key) }
      let name = try key ?? Slug("main")
      try await options.run(global, columns.reading, next: "rubric check") { table, backend, event, unit in
        var report = try backend.imports.rubric(table, key: name, of: event, by: backend.rubrics, in: unit)
        let stored = try backend.rubrics.newest(name.text, of: event, in: unit)
        let older = try backend.rounds(before: stored, of: event, in: unit)
        report.notes = older.map { $0.remark(on: stored) }
        return report
      }
    }

    private func importYAML(as key: Slug?) async throws {
      let bytes = try InputFile.read(options.file, upTo: .text)
      // Every JSON document is YAML.
      try ForeignFile.refuse(bytes, options.file, except: [.json])
      let rubric = try Rubric(RubricYAML.read(bytes, file: options.file), as: key)
      let backend = try await global.open()
      let (outcome, stored, older) = try await backend.change(isRehearsal: options.dryRun) { event, unit in
        let outcome = try backend.rubrics.set(rubric, of: event, in: unit)
        let stored = try backend.rubrics.newest(rubric.key.text, of: event, in: unit)
        return (outcome, stored, try backend.rounds(before: stored, of: event, in: unit))
      }
      global.tell(
        outcome, stored, olderIn: older, next: options.dryRun ? nil : "rubric check --rubric \(rubric.key)")
      if options.dryRun && !global.json { Console.say("Nothing was written, because of --dry-run.") }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show the newest version of a rubric, or the one of a round.",
      more: "With a judge's token, it is the version by which the judge scores.",
      examples: "datajam rubric show")

    @Option(
      help: ArgumentHelp("The rubric's key, if there are several rubrics.", valueName: "key"),
      completion: .keys(.rubric)) var rubric: String?
    @Option(help: ArgumentHelp("The version. Without it: the newest.", valueName: "n")) var number: Int?
    @OptionGroup var rounds: RoundOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if rounds.round != nil, rubric ?? number.map(String.init) != nil {
        throw ValidationError("'--round' says which rubric and version it is, so leave out the others.")
      }
    }

    func run() async throws {
      let backend = try await global.open(allowing: .judge)
      let (languages, stored, older) = try await backend.read { event, snapshot in
        let stored = try backend.rubric(rubric, number: number, of: rounds.round, event.id, in: snapshot)
        let older = try backend.rounds(before: stored, of: event.id, in: snapshot)
        return (event.event.languages, stored, backend.ownCode == nil && number == nil ? older : [])
      }
      if !global.json {
        Console.say("Rubric \(quoted(stored.rubric.key.text)), version \(stored.version)")
        for round in older { Console.say(round.remark(on: stored)) }
      }
      try global.show(
        stored.rubric.table(preferring: languages), as: stored.rubric.criteria.map(\.json),
        below: stored.rubric.criteria.compactMap(\.words), in: list, whenEmpty: "The rubric has no criteria.")
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
