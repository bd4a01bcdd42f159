import Access
import Files
import LocalPostgres
import Vocabulary

/// The file in which a token lies: the one that was named, otherwise the user's own.
enum TokenFile {
  /// The token to act by; nil where none was named and the user has none.
  /// - Parameter path: As the option has it; nil looks at DATAJAM_TOKEN_FILE, then at the user's own file.
  static func token(at path: String?) throws -> AccessToken? {
    if let named = try named(path) { return named }
    let own = try ownPath()
    return FileStatus(own) != nil ? try read(own) : nil
  }

  /// The token of a file that was named by the option or the environment.
  static func named(_ path: String?) throws -> AccessToken? {
    let variable = ProcessEnvironment.variables["DATAJAM_TOKEN_FILE"].flatMap { $0.isEmpty ? nil : $0 }
    return try (path ?? variable).map(read)
  }

  /// The user's own file: in DATAJAM_HOME, otherwise where configurations lie (XDG Base Directory).
  static func ownPath() throws(TokenFileError) -> String {
    func value(_ name: String) -> String? { ProcessEnvironment.variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let home = value("DATAJAM_HOME") { return home + "/token" }
    if let folder = value("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/datajam/token" }
    guard let home = value("HOME") else { throw .noHome }
    return home + "/.config/datajam/token"
  }

  /// Keeps a token in the user's own file.
  static func store(_ token: AccessToken) throws {
    let path = try ownPath()
    if let home = ProcessEnvironment.variables["DATAJAM_HOME"], path == home + "/token" {
      try LocalCluster.Home(environment: ProcessEnvironment.variables).make()
    } else if let folder = path.lastIndex(of: "/") {
      try OutputFile.makeFolder(String(path[..<folder]))
    }
    try OutputFile.write("\(token)\n", to: path, for: .owner)
  }

  /// Forgets the token in the user's own file. Tells whether there was one.
  static func forget() throws -> Bool { OutputFile.remove(try ownPath()) }

  private static func read(_ path: String) throws -> AccessToken {
    if path != "-", let status = FileStatus(path), status.isFile, status.isOpenToOthers {
      throw TokenFileError.openToOthers(path)
    }
    guard let token = AccessToken(try InputFile.text(path, upTo: .line)) else {
      throw TokenFileError.noToken(path)
    }
    return token
  }
}

/// Why a token cannot be taken from a file.
enum TokenFileError: ExplainedError, Equatable {
  case noHome
  case openToOthers(String)
  case noToken(String)

  var explanation: Explanation {
    switch self {
    case .noHome:
      Explanation(
        .configuration, code: "no-home", "There is no home folder in which a token could lie.",
        hint: "Set HOME, or name the file with --token-file FILE.")
    case .openToOthers(let path):
      Explanation(
        .configuration, code: "token-file-open", "\(quoted(path)) holds a token, but others may read it.",
        hint: "Run: chmod 600 \(shellQuoted(path))", location: path)
    case .noToken(let path):
      Explanation(
        .badData, code: "no-token",
        "There is no token in \(path == "-" ? "what was typed or piped in" : quoted(path)).",
        hint: "A token is one word and begins with djt_.", location: path == "-" ? nil : path)
    }
  }
}
