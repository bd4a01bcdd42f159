import Access
import ArgumentParser
import Backend
import Judging
import Vocabulary

/// `datajam login`
struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "login", "Check your token and store it on this computer.",
    more: """
      From then on, commands on this computer act in your name. The token is read from --token-file, from \
      the keyboard, or from standard input. Never write it into a command.
      """,
    examples: "datajam login", "datajam login --token-file ada.token")

  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let token = try TokenFile.named(global.tokenFile) ?? typed()
    let backend = try await global.open(by: token, allowing: .judge)
    try TokenFile.store(token)
    try await WhoamiCommand.tell(global, backend)
  }

  private func typed() throws -> AccessToken {
    guard let token = AccessToken(try SecretInput.read(asking: "Your token:")) else {
      throw TokenFileError.noToken("-")
    }
    return token
  }
}

/// `datajam logout`
struct LogoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "logout", "Delete the token stored on this computer.",
    more: """
      The token stays valid elsewhere. To end it everywhere, an organiser runs: datajam token revoke PREFIX
      """,
    examples: "datajam logout")

  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let had = try TokenFile.forget()
    global.tell(
      removed: had, "token", "own", had ? "Forgotten: nobody is logged in here." : "Nobody was logged in here.")
  }
}

/// Why somebody cannot come in here.
enum LoginError: ExplainedError, Equatable {
  case loggedIn

  var explanation: Explanation {
    Explanation(
      .refused, code: "logged-in", "Somebody is logged in here already.",
      hint: "See who: \(run: "whoami"). To take their place, add --replace.")
  }
}
