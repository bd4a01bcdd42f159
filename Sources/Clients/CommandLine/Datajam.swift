public import ArgumentParser
import CanonicalJSON
import Vocabulary

/// The program's command line: `datajam <noun> <verb>`.
public struct Datajam: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "datajam",
    abstract: "Run a data hackathon from registration to the winners' announcement.",
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Event",
        subcommands: [
          EventCommand.self, OrganiserCommand.self, OrganisationCommand.self, TrackCommand.self, ImportCommand.self,
          ExportCommand.self, TemplateCommand.self,
        ]),
      CommandGroup(
        name: "People and teams",
        subcommands: [ParticipantCommand.self, PersonCommand.self, TeamCommand.self, EligibilityCommand.self]),
      CommandGroup(name: "Programme", subcommands: [AgendaCommand.self, RoomCommand.self, MentorCommand.self]),
      CommandGroup(
        name: "Judging",
        subcommands: [
          SubmissionCommand.self, RubricCommand.self, JudgeCommand.self, RoundCommand.self, JudgingCommand.self,
          AssignmentCommand.self, ScoreCommand.self,
        ]),
      CommandGroup(
        name: "Results",
        subcommands: [
          ResultCommand.self, ObjectionCommand.self, PrizeCommand.self, VoteCommand.self, AnnouncementCommand.self,
          CertificateCommand.self,
          FeedbackCommand.self, RankCommand.self,
        ]),
      CommandGroup(
        name: "Access",
        subcommands: [LoginCommand.self, LogoutCommand.self, WhoamiCommand.self, TokenCommand.self]),
      CommandGroup(
        name: "Maintenance",
        subcommands: [
          DemoCommand.self, DoctorCommand.self, DatabaseCommand.self, LogCommand.self, CompletionCommand.self,
          ManualCommand.self, VersionCommand.self,
        ]),
    ])

  public init() {}
}

/// The program's version (Semantic Versioning).
let version = "0.1.0"

/// `datajam version`
struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "version", "Print the program's version.",
    examples: "datajam version")

  @Flag(help: "Print the answer as one JSON document.") var json = false

  func run() async throws {
    let document: JSON = ["version": .string(version)]
    Console.print(json ? document.pretty : version)
  }
}

/// Runs the program with the arguments of the process and ends it with the fitting code.
public func runDatajam() async -> Never {
  ProcessEnvironment.prepare()
  let code = await Interruption.watching { await runCommandLine(Array(CommandLine.arguments.dropFirst())) }
  ProcessEnvironment.exit(code)
}

/// Runs one command line.
/// - Returns: The exit code.
func runCommandLine(_ arguments: [String]) async -> Int32 {
  await NamedEvent.$slug.withValue(NamedEvent.find(in: arguments)) { await exitCode(of: arguments) }
}

private func exitCode(of arguments: [String]) async -> Int32 {
  let wantsJSON = arguments.contains("--json")
  let isVerbose = arguments.contains("-v") || arguments.contains("--verbose")
  do {
    let arguments = RetiredWords.replaced(in: arguments)
    if let help = try HelpRequest.answer(to: arguments) {
      Console.print(help)
      return 0
    }
    var command = try await Datajam.asyncParseAsRoot(arguments)
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
    return 0
  } catch let error as ExitCode {
    return error.rawValue
  } catch let error as any ExplainedError {
    return report(error, asJSON: wantsJSON, isVerbose: isVerbose)
  } catch is CancellationError {
    return report(Interrupted(), asJSON: wantsJSON, isVerbose: false)
  } catch  where Datajam.exitCode(for: error) == .failure {
    return report(InternalError(debugDescription: String(reflecting: error)), asJSON: wantsJSON, isVerbose: isVerbose)
  } catch {
    return reportUsage(error, of: arguments, asJSON: wantsJSON)
  }
}

/// The command was stopped before its end.
private struct Interrupted: ExplainedError {
  let explanation = Explanation(.cancelled, code: "interrupted", "Stopped: nothing of this command was kept.")
}
