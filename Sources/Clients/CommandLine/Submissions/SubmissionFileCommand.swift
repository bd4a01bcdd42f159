import ArgumentParser
import Backend
import CanonicalJSON
import Digests
import Events
import Submissions
import Vocabulary

/// `datajam submission file …`
struct SubmissionFileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "The files of a submission, by name, size and SHA-256.",
    discussion: "The files themselves are kept elsewhere.", subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a file, or put it in the place of the one of that name.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The file, which is read for its size and SHA-256.") var file: String
    @Option(help: ArgumentHelp("What it is called; its own name unless given.", valueName: "text")) var name: String?
    @Option(help: ArgumentHelp("Where it can be found.", valueName: "url")) var url: String?

    func run() async throws {
      let bytes = try InputFile.read(file)
      let name = name ?? file.split(separator: "/").last.map(String.init) ?? file
      let entry = SubmittedFile(name: name, url: url, size: bytes.count, digest: SHA256Digest(of: bytes))
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.submissions.add(entry, to: team, of: $0, in: $1) }
      global.tell(outcome, "file", name, next: "datajam submission hand-in \(team)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take a file away; versions that were handed in keep it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The file's name.") var name: String

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.submissions.remove(file: name, from: team, of: $0, in: $1) }
      global.tell(removed: true, "file", name, "file \(quoted(name)): removed from the draft of \(quoted(team))")
    }
  }
}
