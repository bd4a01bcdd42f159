import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import UseCases
import Vocabulary

/// `datajam assignment …`
struct AssignmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignment", abstract: "Which judge scores which team.",
    subcommands: [
      Plan.self, Check.self, TopUp.self, List.self, Set.self, Swap.self, Remove.self, Import.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import assignments.", discussion: "Columns: judge, team.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions
    @OptionGroup var rounds: RoundOptions

    func run() async throws {
      let (file, key) = (options.file, rounds.round)
      try await options.run(global, next: "datajam score import FILE") { bytes, backend, event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        return try backend.imports.assignments(
          bytes, file: file, in: round.id, of: event, by: backend.judging, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the assignments by judge; a judge's token shows the judge's own.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions

    func run() async throws {
      let (backend, key) = (try await global.open(allowing: .judge), rounds.round)
      let assignments = try await backend.read { event, snapshot in
        let round = try backend.round(key, of: event.id, in: snapshot)
        return try backend.judging.assignments(in: round.id, of: event.id, only: backend.ownCode, in: snapshot)
      }
      global.show(
        TextTable(header: ["judge", "team"], rows: assignments.map { [$0.judge, $0.team] }),
        as: assignments.map { ["judge": .string($0.judge), "team": .string($0.team)] },
        whenEmpty: "No judge has a team yet. Assign them: \(global.inTheSameEvent("datajam assignment plan --apply"))")
    }
  }
}
