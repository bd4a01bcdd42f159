import CanonicalJSON
import Terminal
import Vocabulary

extension Finding {
  /// The level and the message, and below it the command that mends it.
  var lines: String {
    let about = language.map { $0.code + "  " } ?? ""
    return level.word + about + onOneLine(message) + (nextStep.map { "\n      \(onOneLine($0.command))" } ?? "")
  }

  var json: JSON {
    [
      "level": .string(level.rawValue.lowercased()), "code": .string(code),
      "subjects": .array(subjects.map { .string($0) }),
      "language": (language?.code).json, "message": .string(message), "command": (nextStep?.command).json,
    ]
  }
}

extension Finding.Level {
  /// The level's word in a column of six letters.
  var word: String { rawValue + String(repeating: " ", count: 6 - rawValue.count) }
}

extension Sequence<Finding> {
  /// Whether one of them has to be mended first.
  var hasProblem: Bool { contains { $0.level == .problem } }
}
