public import ArgumentParser
import CSV
import Files
public import UseCases
import Vocabulary
import Workbooks

/// `datajam template NOUN`
struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "template", "Write an empty CSV file or workbook with the columns of an import.",
    more: "Kinds of data: \(TemplateNoun.allCases.map(\.rawValue).joined(separator: ", ")).",
    examples: "datajam template teams -o teams.csv", "datajam template judges --as xlsx -o judges.xlsx")

  @Argument(help: "The kind of data.") var noun: TemplateNoun
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The form: csv, or xlsx for Excel and LibreOffice.", valueName: "form"))
  var form: TableForm?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file. Without it: standard output.", valueName: "file"),
    completion: .file())
  var output: String?
  @Flag(help: "Write CSV so that Excel opens it without questions.") var excel = false

  @Flag(help: "Add a row as people fill it in. Remove it before the import.") var example = false

  func validate() throws {
    if excel && form == .xlsx { throw ValidationError("'--excel' is for CSV, and '--as xlsx' writes none.") }
  }

  func run() async throws {
    if form == .xlsx { try TableForm.requireFile(output, as: .xlsx) }
    let empty =
      form == .xlsx
      ? try WorkbookWriter.bytes(
        of: noun.rawValue, noun.columns.map { WorkbookWriter.Column($0) }, example ? [noun.example] : [])
      : try noun.file(as: excel ? .excel : CSVFormat(), withExample: example)
    if let output, output != "-", OutputFile.holdsOther(than: empty, at: output) { throw FileError.filledIn(output) }
    let file = try DraftedFile(output, for: .everybody)
    try file.write(empty)
    try file.end()
    if let output, output != "-" {
      Console.say("Wrote \(output). Fill it in, then: datajam \(noun.importing(output))")
    }
  }
}

extension TemplateNoun: ExpressibleByArgument {
  /// Takes "team" for "teams".
  public init?(argument: String) {
    let word = argument.lowercased()
    func isMeant(_ noun: Self) -> Bool {
      [noun.rawValue, noun.command, noun.command + "s", String(noun.rawValue.dropLast())].contains(word)
    }
    guard let noun = Self.allCases.first(where: isMeant) else { return nil }
    self = noun
  }

  /// What the help of an import says of its file.
  var inHelp: String {
    let columns = "Columns: \(columns.joined(separator: ", "))."
    // No other system that is known here exports organisations.
    return self == .organisations ? columns : columns + " Files of other systems are taken too: \(run: "help import")"
  }

  /// The words that import a file of it.
  fileprivate func importing(_ file: String) -> String {
    self == .speakers ? "agenda import SESSIONS --speakers \(file)" : "\(command) import \(file)"
  }

  /// The command that imports it.
  fileprivate var command: String {
    switch self {
    case .rubric: "rubric"
    case .sessions: "agenda"
    case .hours: "mentor hours"
    case .bookings: "mentor booking"
    case .conflicts: "judge conflict"
    case .ranks: "result"
    default: String(rawValue.dropLast())
    }
  }
}
