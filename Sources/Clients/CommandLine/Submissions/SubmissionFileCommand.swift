import ArgumentParser
import Backend
import CanonicalJSON
import Digests
import Events
import Files
import Lookup
import Submissions
import Vocabulary

/// `datajam submission file …`
struct SubmissionFileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "file", "The files of a submission: name, size and SHA-256.",
    more: "The program does not store the files themselves.",
    subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a file to a submission, or replace the file with the same name.",
      examples: "datajam submission file add aurora slides.pdf --url https://example.org/slides.pdf")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The file. Its size and SHA-256 are computed.", completion: .file()) var file: String
    @Option(help: ArgumentHelp("The name in the submission. Without it: the file's own name.", valueName: "text"))
    var name: String?
    @Option(help: ArgumentHelp("The link to the file.", valueName: "url")) var url: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (digest, size) = try SHA256Digest.ofFile(file)
      let name = name ?? file.split(separator: "/").last.map(String.init) ?? file
      let entry = SubmittedFile(name: name, url: url, size: size, digest: digest)
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.submissions.add(entry, to: team, of: $0, in: $1) }
      global.tell(outcome, "file", name, next: "submission submit \(team)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a file from the draft. Submitted versions keep it.",
      examples: "datajam submission file remove aurora slides.pdf")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The file's name.") var name: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.submissions.remove(file: name, from: team, of: $0, in: $1) }
      global.tell(removed: true, "file", name, "file \(quoted(name)): removed from the draft of \(quoted(team))")
    }
  }
}
