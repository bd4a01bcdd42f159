import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Lookup
import UseCases
import Vocabulary

/// `datajam judge …`
struct JudgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "judge", "The judges, their invitations and their conflicts of interest.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, Remove.self, Invite.self, Accept.self, Remind.self,
      Erase.self,
      JudgeConflictCommand.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import judges from a CSV file.",
      more: """
        Columns: code, name, affiliation, email, languages, expertise. Columns of forms, such as First name and \
        Company, are known too. A judge without a code gets the next one: J-01, J-02. Published results show the \
        code only. Empty cells change nothing.
        """,
      examples: "datajam judge import judges.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let takesErased = erased.takesErased
      try await options.run(global, rows.reading, next: "judging open main") { table, backend, event, unit in
        try backend.imports.judges(table, of: event, by: backend.judging, takingErased: takesErased, in: unit)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a judge.",
      examples: "datajam judge add J-03 --name \"Amina Diallo\" --languages en,fr")

    @Argument(help: "The judge's code, such as J-03. Published results show it instead of the name.") var code: String
    @OptionGroup var details: JudgeFields
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { event, unit in
        try backend.judging.add(code, of: event, in: unit, takingErased: erased.takesErased) {
          try details.apply(to: &$0)
        }
        _ = try backend.judging.findConflicts(of: event, in: unit)
      }
      global.tell(.created, "judge", code, next: "judge invite \(code) -o FOLDER")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a judge, or add one.",
      more: "Options that you leave out change nothing; \"\" removes a value.",
      examples: "datajam judge set J-03 --expertise maps,statistics")

    @Argument(help: "The judge's code.", completion: .keys(.judge)) var code: String
    @OptionGroup var details: JudgeFields
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let outcome = try backend.judging.set(code, of: event, in: unit, takingErased: erased.takesErased) {
          try details.apply(to: &$0)
        }
        _ = try backend.judging.findConflicts(of: event, in: unit)
        return outcome
      }
      global.tell(outcome, "judge", code)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show a judge.",
      examples: "datajam judge show J-03")

    @Argument(help: "The judge's code.", completion: .keys(.judge)) var code: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let judge = try await backend.read { try backend.judging.judge(code, of: $0.id, in: $1) }
      global.show(judge.table, as: judge.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the judges by code.",
      examples: "datajam judge list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
        }, numeric: [7], expendable: ["languages", "affiliation", "expertise"])
      try global.show(
        table, as: judges.map(\.json), in: list,
        whenEmpty: "There is no judge yet. Add some: \(run: "judge import FILE")")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a judge who has saved no score yet, with all assignments.",
      examples: "datajam judge remove J-03")

    @Argument(help: "The judge's code.", completion: .keys(.judge)) var code: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.admission.remove(code, of: $0, in: $1) }
      global.tell(removed: true, "judge", code, "judge \(quoted(code)): removed")
    }
  }
}
