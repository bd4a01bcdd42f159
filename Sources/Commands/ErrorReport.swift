import ArgumentParser
import CanonicalJSON
import Competition

/// Prints what went wrong, and what to do next as the last line, and returns the exit code.
func report(_ error: any ExplainedError, asJSON: Bool, isVerbose: Bool) -> Int32 {
  let explanation = error.explanation
  if asJSON { Surroundings.print(explanation.json.pretty) }
  Surroundings.say("Error: " + explanation.message)
  if isVerbose { Surroundings.say("Details: \(String(reflecting: error))") }
  if let hint = explanation.hint { Surroundings.say(hint) }
  return explanation.kind.exitCode
}

/// Prints what the argument parser has to say: help on standard output, a wrong usage on standard error.
func reportUsage(_ error: any Error, asJSON: Bool) -> Int32 {
  let code = Datajam.exitCode(for: error).rawValue
  let text = Datajam.fullMessage(for: error)
  if code == 0 {
    Surroundings.print(text)
  } else {
    if asJSON {
      let explanation = Explanation(.usage, code: "usage", Datajam.message(for: error))
      Surroundings.print(explanation.json.pretty)
    }
    Surroundings.say(text)
  }
  return code
}

extension Explanation {
  fileprivate var json: JSON {
    [
      "error": [
        "code": .string(code), "message": .string(message), "hint": hint.json, "where": place.json,
      ]
    ]
  }
}

extension Explanation.Kind {
  /// The exit code that scripts can rely on (docs/exit-codes.md).
  var exitCode: Int32 {
    switch self {
    case .refused: 1
    case .cancelled: 130
    case .incomplete: 3
    case .notAllowed: 4
    case .notFound: 5
    case .usage: 64
    case .badData: 65
    case .missingFile: 66
    case .unreachable: 69
    case .bug: 70
    case .cannotWrite: 73
    case .busy: 75
    case .configuration: 78
    }
  }
}
