public import ArgumentParser
import Vocabulary

/// The program's command line: `datajam <noun> <verb>`.
public struct Datajam: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "datajam",
    abstract: "Run a data hackathon from registration to the winners' announcement.",
    discussion: "First time here? Run: datajam demo",
    version: version,
    groupedSubcommands: [
      CommandGroup(name: "Without a database", subcommands: [RankCommand.self, TemplateCommand.self]),
      CommandGroup(
        name: "Before and during the event",
        subcommands: [
          ImportCommand.self, EventCommand.self, OrganiserCommand.self, OrganisationCommand.self,
          ParticipantCommand.self, TeamCommand.self, TrackCommand.self, MentorCommand.self, SubmissionCommand.self,
          SessionCommand.self, RoomCommand.self, ExportCommand.self,
        ]),
      CommandGroup(
        name: "Judging and results",
        subcommands: [
          RubricCommand.self, RoundCommand.self, JudgeCommand.self, JudgingCommand.self, AssignmentCommand.self,
          ScoreCommand.self,
          ResultCommand.self, PrizeCommand.self, VoteCommand.self, AnnouncementCommand.self, CertificateCommand.self,
          FeedbackCommand.self,
        ]),
      CommandGroup(
        name: "Who you are",
        subcommands: [LoginCommand.self, LogoutCommand.self, WhoamiCommand.self, TokenCommand.self]),
      CommandGroup(
        name: "Care",
        subcommands: [
          DoctorCommand.self, PersonCommand.self, DatabaseCommand.self, LogCommand.self, DemoCommand.self,
          VersionCommand.self,
        ]),
    ])

  public init() {}
}

/// The program's version (Semantic Versioning).
let version = "0.1.0"

/// Runs the program with the arguments of the process and ends it with the fitting code.
public func runDatajam() async -> Never {
  Surroundings.prepareProcess()
  let code = await Interruption.watching { await runCommandLine(Array(CommandLine.arguments.dropFirst())) }
  Surroundings.exit(code)
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
    var command = try Datajam.parseAsRoot(arguments)
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
    return report(OwnFault(debugDescription: String(reflecting: error)), asJSON: wantsJSON, isVerbose: isVerbose)
  } catch {
    return reportUsage(error, asJSON: wantsJSON)
  }
}

/// The command was stopped before its end.
private struct Interrupted: ExplainedError {
  let explanation = Explanation(.cancelled, code: "interrupted", "Stopped: nothing of this command was kept.")
}
