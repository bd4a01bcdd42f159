import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Workflows

/// `datajam judge …`
struct JudgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "The people who score.", subcommands: [Import.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import judges.", discussion: "Columns: code, name, affiliation. Published results show the code only.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions

    func run() async throws {
      let file = options.file
      try await options.run(global, next: "datajam judging open main") { bytes, backend, event, unit in
        try backend.imports.judges(bytes, file: file, of: event, by: backend.judging, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the judges by code.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let judges = try await backend.read { try backend.judging.judges(of: $0.id, in: $1) }
      global.show(
        TextTable(
          header: ["judge", "name", "affiliation"], rows: judges.map { [$0.code, $0.name, $0.affiliation ?? ""] }),
        as: judges.map { ["code": .string($0.code), "name": .string($0.name), "affiliation": $0.affiliation.json] },
        whenEmpty: "There is no judge yet. Add some: datajam judge import FILE")
    }
  }
}
