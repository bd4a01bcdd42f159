import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Postgres
import Vocabulary

/// `datajam whoami`
struct WhoamiCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "whoami", "Show who acts on this computer, in which event and on which database.",
    examples: "datajam whoami")

  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws { try await Self.tell(global, try await global.open(allowing: .judge)) }

  static func tell(_ global: GlobalOptions, _ backend: Backend) async throws {
    let holder = backend.configuration.holder
    let principal = backend.configuration.principal
    let (event, name, isKnown) = try await backend.database.read { snapshot -> (String?, String, Bool) in
      guard let event = try? backend.events.find(backend.configuration.event, in: snapshot) else {
        return (nil, principal.name, false)
      }
      let slug = event.event.slug.text
      if let code = backend.ownCode {
        return (slug, try backend.judging.judge(code, of: event.id, in: snapshot).judge.name, true)
      }
      let names = try backend.organisers.names(of: event.id, in: snapshot)
      return (slug, principal.name, names.contains(principal.name))
    }
    if global.json {
      let document: JSON = [
        "name": .string(name), "role": .string(principal.role.rawValue), "judge": backend.ownCode.json,
        "known": .bool(isKnown), "event": event.json, "database": .string("\(backend.database.target)"),
        "token": (holder?.scope.rawValue).json, "expires_at": (holder?.expiresAt.description).json,
      ]
      Console.print(document.pretty)
      return
    }
    let role =
      backend.ownCode.map { "judge \($0)" } ?? (isKnown || event == nil ? "organiser" : "no organiser of this event")
    let proof = holder.map { "token until \($0.expiresAt)" + ($0.scope == .read ? ", reading only" : "") }
    let parts = [
      "\(name) (\(role))", event.map { "event \($0)" } ?? "no event yet", "db \(backend.database.target)",
      proof ?? "by name, without a token",
    ]
    Page(parts.joined(separator: " · ")).print()
  }
}
