import SystemPackage
public import Vocabulary

/// Why a file cannot be read or written.
public enum FileError: ExplainedError, Equatable {
  case missing(String)
  case folder(String)
  case unreadable(String, Int32)
  case unwritable(String, Int32, option: String = "-o")
  case unwritableOutput(Int32)
  case filledIn(String)
  case tooLong(String, InputLimit)

  /// The reason alone, as a clause about "it".
  public var reason: String {
    switch self {
    case .tooLong(_, let limit): "it is longer than \(limit.words)"
    case .unreadable(_, let fault): Self.reason(fault)
    case .missing: Self.reason(Errno.noSuchFileOrDirectory.rawValue)
    default: "it cannot be read"
    }
  }

  /// The reason for which the system lets nobody read something, as a clause about "it".
  public static func reason(_ fault: Int32) -> String { "it cannot be read: \(Errno(rawValue: fault).description)" }

  public var explanation: Explanation {
    switch self {
    case .missing(let path):
      Explanation(
        .missingFile, code: "file-missing", "There is no file \(quoted(path)).", hint: "Check the name and the folder.",
        location: path)
    case .folder(let path):
      Explanation(
        .missingFile, code: "file-is-folder", "\(quoted(path)) is a folder, but a file is needed.",
        hint: "Name one of the files in it.", location: path)
    case .unreadable(let path, let fault):
      Explanation(
        .missingFile, code: "file-unreadable",
        "\(Self.named(path)) cannot be read: \(Errno(rawValue: fault).description).",
        hint: "Check who may read it.", location: path)
    case .unwritable(let path, let fault, let option):
      Explanation(
        .cannotWrite, code: "cannot-write", "\(quoted(path)) cannot be written: \(Errno(rawValue: fault).description).",
        hint: fault == Errno.isDirectory.rawValue
          ? "Name a file in it with \(option)." : "Choose another folder with \(option).",
        location: path)
    case .tooLong(let path, let limit):
      Explanation(
        .badData, code: "file-too-long",
        "\(Self.named(path)) is longer than \(limit.words), which is the most that is read.",
        hint: "Check that it is the right file, and split it if it is.", location: path)
    case .unwritableOutput(let fault):
      Explanation(
        .cannotWrite, code: "cannot-write",
        "What was asked for could not be written: \(Errno(rawValue: fault).description).",
        hint: "Send it to another file or disk, and run the same command again if it only shows something.")
    case .filledIn(let path):
      Explanation(
        .cannotWrite, code: "file-there", "\(quoted(path)) is there already and not empty, so it was left as it is.",
        hint: "Choose another name with -o, or take that file away first.", location: path)
    }
  }
}

extension FileError {
  init(reading path: String, _ error: any Error) {
    self =
      switch error as? Errno {
      case .noSuchFileOrDirectory: .missing(path)
      case .isDirectory: .folder(path)
      default: .unreadable(path, Self.number(of: error))
      }
  }

  init(writing path: String, _ error: any Error, option: String = "-o") {
    self = .unwritable(path, Self.number(of: error), option: option)
  }

  init(writingOutput error: any Error) { self = .unwritableOutput(Self.number(of: error)) }

  private static func named(_ path: String) -> String { path == "-" ? "Standard input" : quoted(path) }

  private static func number(of error: any Error) -> Int32 {
    (error as? Errno)?.rawValue ?? (error as? Failure)?.number ?? Errno.ioError.rawValue
  }
}
