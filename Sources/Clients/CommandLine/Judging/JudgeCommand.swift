import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import UseCases
import Vocabulary

/// `datajam judge …`
struct JudgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "The people who score.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, Remove.self, Invite.self, Accept.self, Remind.self,
      Erase.self,
      JudgeConflictCommand.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import judges.",
      discussion: "Columns: code, name, affiliation, email, languages, expertise. Published results show the code only."
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions

    func run() async throws {
      let file = options.file
      try await options.run(global, next: "datajam judging open main") { bytes, backend, event, unit in
        try backend.imports.judges(bytes, file: file, of: event, by: backend.judging, in: unit)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a judge.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "What stands for the judge in published results, such as J-03.") var code: String
    @OptionGroup var details: JudgeFields

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { event, unit in
        try backend.judging.add(code, of: event, in: unit) { try details.apply(to: &$0) }
        _ = try backend.judging.findConflicts(of: event, in: unit)
      }
      global.tell(.created, "judge", code, next: "datajam judge invite \(code) -o FOLDER")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a judge, or change what is known of one.",
      discussion: "What is not given stays as it is; \"\" takes away what is there.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The judge's code.") var code: String
    @OptionGroup var details: JudgeFields

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let outcome = try backend.judging.set(code, of: event, in: unit) { try details.apply(to: &$0) }
        _ = try backend.judging.findConflicts(of: event, in: unit)
        return outcome
      }
      global.tell(outcome, "judge", code)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a judge.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The judge's code.") var code: String

    func run() async throws {
      let backend = try await global.open()
      let judge = try await backend.read { try backend.judging.judge(code, of: $0.id, in: $1) }
      global.show(judge.table, as: judge.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the judges by code.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let judges = try await backend.read { try backend.judging.judgesInFull(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["judge", "name", "affiliation", "languages", "expertise", "invitation", "ready", "conflicts"],
        rows: judges.map { entry in
          [
            entry.judge.code, entry.judge.name, entry.judge.affiliation ?? "",
            entry.judge.languages.joined(separator: " "), entry.judge.expertise.joined(separator: ", "),
            entry.standing.rawValue, "\(entry.readySheets) of \(entry.assignments)", String(entry.conflicts),
          ]
        }, numeric: [7])
      global.show(
        table, as: judges.map(\.json), whenEmpty: "There is no judge yet. Add some: datajam judge import FILE")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out a judge who has saved nothing yet, with everything that was planned for them.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The judge's code.") var code: String

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.admission.remove(code, of: $0, in: $1) }
      global.tell(removed: true, "judge", code, "judge \(quoted(code)): removed")
    }
  }
}
