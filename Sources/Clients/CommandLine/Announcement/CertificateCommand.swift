import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Vocabulary

/// `datajam certificate …`
struct CertificateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: "What each team and its members can show for it.",
    subcommands: [Render.self, Verify.self])

  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "render",
      abstract: "Write a page for printing for each team and for each member who agreed to be named.",
      discussion:
        "Each has a code, the same whenever it is written again. Only hashes of codes are kept. Without --lang "
        + "each is in its holder's language, where the event publishes in it. Nothing is sent.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var templates: TemplateOptions
    @Option(help: ArgumentHelp("The languages of each, such as en,fr.", valueName: "codes")) var lang: TypedWords?
    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write them to.", valueName: "folder"))
    var output: String

    func run() async throws {
      let (languages, templates) = (try lang?.languages(), try templates.read())
      let backend = try await global.open()
      try OutputFile.makeFolder(output)
      let issued = try await backend.change { event, unit in
        try backend.announcement.certificates(of: event, in: languages, by: templates, in: unit) { certificate in
          try PrivateFile.write(certificate.text, to: output + "/" + certificate.name)
        }
      }
      if global.json {
        let document: JSON = ["count": .integer(issued.count), "new": .integer(issued.new), "folder": .string(output)]
        Surroundings.print(document.pretty)
      } else {
        let noun = issued.count == 1 ? "certificate" : "certificates"
        Surroundings.say("Wrote \(issued.count) \(noun) (\(issued.new) new) to \(output); nothing is sent.")
      }
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Say whether the certificate with a code is valid.",
      discussion: "Exit 1 when it was revoked: what it says is no longer so. Exit 5 when there is none.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The code, such as K7QM-2DXF-09AB-CDEF.") var code: String

    func run() async throws {
      let backend = try await global.open()
      let verdict = try await backend.read { try backend.announcement.verify(code: code, of: $0.id, in: $1) }
      switch verdict {
      case .unknown: throw UnknownCertificate(code: code)
      case .revoked:
        if global.json {
          Surroundings.print((["status": "revoked"] as JSON).pretty)
        } else {
          Surroundings.print("revoked")
        }
        throw ExitCode(Explanation.Kind.refused.exitCode)
      case .valid(let facts): tell(facts)
      }
    }

    private func tell(_ facts: CertificateFacts) {
      if global.json {
        let document: JSON = [
          "status": "valid", "event": facts.event.json, "team": .string(facts.team), "person": facts.person.json,
          "place": facts.place.map { .integer($0) } ?? .null,
        ]
        return Surroundings.print(document.pretty)
      }
      let what = facts.place.map { "place \($0)" } ?? "taking part"
      let holder = facts.isTeams ? "the team" : facts.person.map(quoted) ?? "a member who is not named"
      Surroundings.print("valid: \(what), \(holder), team \(quoted(facts.team)), \(quoted(facts.event.anyText))")
    }

    private struct UnknownCertificate: ExplainedError {
      let code: String
      var explanation: Explanation {
        Explanation(
          .notFound, code: "certificate-not-found", "There is no certificate with the code \(quoted(code)).",
          hint: "Compare it with the paper: O is 0, and I and L are 1.")
      }
    }
  }
}
