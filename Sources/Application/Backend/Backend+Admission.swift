public import Access
import Postgres
public import Vocabulary

/// Who is let in: the one place that decides which commands a token opens.
extension Backend {
  /// Opens the database for one command. It is for organisers unless it says that judges may run it too.
  /// - Parameters:
  ///   - token: What the person holds; without one, an organiser is believed by name.
  ///   - role: Whom the command lets in beside organisers.
  /// - Throws: `AccessError`.
  public static func open(
    _ configuration: Configuration, token: AccessToken?, allowing role: Role? = nil
  ) async throws -> Backend {
    let backend = try await open(configuration)
    guard let token else { return backend }
    let (holder, isStale) = try await backend.database.read { snapshot in
      let holder = try backend.tokens.holder(of: token, in: snapshot)
      return (holder, try backend.tokens.shouldNoteUse(by: holder, in: snapshot))
    }
    guard holder.principal.role == .organiser || holder.principal.role == role else {
      throw AccessError.notForJudges(holder.principal.name)
    }
    let admitted = Backend(try configuration.acting(as: holder), on: backend.database)
    if isStale {
      try await backend.database.transaction(as: holder.principal, through: .commandLine) { unit in
        try backend.tokens.noteUse(by: holder, in: unit)
      }
    }
    return admitted
  }

  /// The code of the judge who acts; nil when an organiser does.
  public var ownCode: String? { configuration.principal.role == .judge ? configuration.principal.name : nil }

  /// Who acts, known by a token.
  /// - Throws: `AccessError.tokenNeeded` when a name is all there is.
  public func authenticated() throws(AccessError) -> TokenHolder {
    guard let holder = configuration.holder else { throw .tokenNeeded }
    return holder
  }
}
