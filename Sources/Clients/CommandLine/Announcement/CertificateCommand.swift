import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Vocabulary

/// `datajam certificate …`
struct CertificateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "certificate", "Certificates for teams and their members.",
    subcommands: [Render.self, Verify.self])

  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "render", "Write a certificate to print for each team and each member.",
      more: """
        A member who did not agree to be named gets none. Each certificate has a code, which stays the same \
        when you write it again. Only hashes of the codes are stored. Without --languages, each certificate is \
        in its holder's language. The program sends nothing.
        """,
      examples: "datajam certificate render -o certificates")

    @OptionGroup var templates: TemplateOptions
    @Option(help: ArgumentHelp("The languages of each certificate, such as en,fr.", valueName: "codes"))
    var languages: TypedWords?
    @Option(
      name: .shortAndLong, help: ArgumentHelp("The folder for the certificates.", valueName: "folder"),
      completion: .directory)
    var output: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (languages, templates) = (try languages?.languages(), try templates.read())
      let backend = try await global.open()
      try PrivateFolder.make(output)
      let issued = try await backend.change(during: Phase.all) { event, unit in
        try backend.announcement.certificates(of: event, in: languages, by: templates, in: unit) { certificate in
          try OutputFile.write(certificate.text, to: output + "/" + certificate.name, for: .owner)
        }
      }
      if global.json {
        let document: JSON = ["count": .integer(issued.count), "new": .integer(issued.new), "folder": .string(output)]
        Console.print(document.pretty)
      } else {
        let noun = issued.count == 1 ? "certificate" : "certificates"
        Console.say("Wrote \(issued.count) \(noun) (\(issued.new) new) to \(output); nothing is sent.")
      }
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "verify", "Tell whether the certificate with a code is valid.",
      more: "Exit code 1 when the certificate was revoked, 5 when there is none with this code.",
      examples: "datajam certificate verify K7QM-2DXF-09AB-CDEF")

    @Argument(help: "The code, such as K7QM-2DXF-09AB-CDEF.") var code: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let verdict = try await backend.read { try backend.announcement.verify(code: code, of: $0.id, in: $1) }
      switch verdict {
      case .unknown: throw UnknownCertificate(code: code)
      case .revoked:
        if global.json {
          Console.print((["status": "revoked"] as JSON).pretty)
        } else {
          Console.print("revoked")
        }
        throw ExitCode(Explanation.Kind.refused.exitCode)
      case .valid(let facts): tell(facts)
      }
    }

    private func tell(_ facts: CertificateFacts) {
      if global.json {
        let document: JSON = [
          "status": "valid", "event": facts.event.json, "team": .string(facts.team), "person": facts.person.json,
          "rank": facts.rank.map { .integer($0) } ?? .null,
        ]
        return Console.print(document.pretty)
      }
      let what = facts.rank.map { "rank \($0)" } ?? "taking part"
      let holder = facts.isTeams ? "the team" : facts.person.map(quoted) ?? "a member who is not named"
      Page("valid: \(what), \(holder), team \(quoted(facts.team)), \(quoted(facts.event.anyText))").print()
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
