import Access
import ArgumentParser
import Backend
import Judging
import Vocabulary

/// `datajam login`
struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Check a token and keep it, so that it says from now on who acts here.",
    discussion: "It is read from --token-file, asked for, or read from standard input; it stands in no command.")

  @OptionGroup var global: GlobalOptions

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
struct LogoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Forget the token that was kept here.",
    discussion: "It goes on to be valid elsewhere; an organiser ends it by: datajam token revoke PREFIX")

  @OptionGroup var global: GlobalOptions

  func run() throws {
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
      hint: "See who: datajam whoami. To take their place, add --replace.")
  }
}
