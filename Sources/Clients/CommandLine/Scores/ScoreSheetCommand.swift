import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Judging
import Postgres
import ScoreSheetFiles
import Scores
import UseCases
import Vocabulary

/// `datajam score sheet …`
struct ScoreSheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "sheet", "Score sheets as files, for judges without a network.",
    subcommands: [Export.self, Import.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "export", "Write a score sheet to fill in, one file for each judge.",
      more: "A sheet includes the saved scores. In the text format, do not change lines that begin with @.",
      examples: "datajam score sheet export --all -o sheets")

    @OptionGroup var rounds: RoundOptions
    @OptionGroup var whose: JudgeChoice
    @Flag(help: "The sheets of all judges.") var all = false
    @Option(help: "The format: text or csv.") var form = SheetForm.text
    @Option(
      name: .shortAndLong, help: ArgumentHelp("The folder for the files.", valueName: "path"), completion: .file())
    var output = "."
    @Option(help: ArgumentHelp("The language: en, fr or es. Without it: the judge's.", valueName: "code")) var language:
      TypedLanguage?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if all && whose.judge != nil { throw ValidationError("Give either --judge or --all.") }
    }

    func run() async throws {
      let language = try self.language?.language()
      let backend = try await global.open(allowing: all ? nil : .judge)
      let judge = all ? nil : try JudgeChoice.resolve(whose.judge, backend)
      let sheets = try await backend.read { event, snapshot in
        let round = try backend.round(rounds.round, of: event.id, in: snapshot)
        let form = try backend.scores.form(of: round.id, event.id, in: snapshot)
        let judges = try judge.map { [$0] } ?? backend.judging.judges(of: event.id, in: snapshot).map(\.code)
        for judge in judges { try refuseToReplace(path(of: judge), backend, form, event.id, snapshot) }
        return try judges.compactMap { judge in
          let language = try language ?? backend.language(ofJudge: judge, event.id, snapshot)
          return try backend.sheetsOut.sheet(
            of: judge, by: form, event: event.event.slug, event.id, in: language, snapshot)
        }
      }
      guard !sheets.isEmpty else {
        return Console.say(
          judge.map { "\($0) has no team to score yet. An organiser assigns them." }
            ?? "No judge has a team to score yet. Assign them: \(run: "assignment plan")")
      }
      try OutputFile.makeFolder(output)
      let files = try sheets.map { try write($0) }
      tell(files)
    }

    private func path(of judge: String) -> String { "\(output)/\(judge).\(form == .text ? "txt" : "csv")" }

    /// Refuses to write over a file with answers that were not imported.
    private func refuseToReplace(
      _ path: String, _ backend: Backend, _ form: ScoringForm, _ event: EventID, _ snapshot: Snapshot
    ) throws {
      guard let status = FileStatus(path), status.isFile, status.size > 0 else { return }
      let file = try SheetFile.read(path)
      let isFilledIn =
        try !file.faults.isEmpty
        || file.sheets.contains { try backend.sheetsIn.holdsAnswers($0, by: form, event, in: snapshot) }
      if isFilledIn { throw FilledInSheet(path: path) }
    }

    /// Comments are for the organisers, so only its owner may read the file.
    private func write(_ sheet: OfflineSheet) throws -> String {
      let path = path(of: sheet.origin.judge)
      let file = try DraftedFile(path, for: .owner)
      try file.write(form == .text ? Array(sheet.text.utf8) : try sheet.table())
      try file.end()
      return path
    }

    private func tell(_ files: [String]) {
      guard !global.json else {
        let document: JSON = ["items": .array(files.map(JSON.string)), "count": .integer(files.count)]
        return Console.print(document.pretty)
      }
      for file in files { Console.print(file) }
      Console.say(
        "\(files.count == 1 ? "1 sheet" : "\(files.count) sheets"). Hand them in: \(run: "score sheet import FILE")")
    }
  }
}

/// A sheet that somebody filled in and nobody has imported.
private struct FilledInSheet: ExplainedError {
  let path: String

  var explanation: Explanation {
    Explanation(
      .cannotWrite, code: "sheet-filled-in",
      "\(quoted(path)) was filled in and not imported, so no sheet was written.",
      hint: "Import it: \(run: "score sheet import \(path)")\nOr choose another folder with -o", location: path)
  }
}

/// The two forms of a sheet.
enum SheetForm: String, CaseIterable, ExpressibleByArgument {
  case text
  case csv
}
