import CanonicalJSON
import Vocabulary

/// Where a fact stands among the facts of an announcement, in words for organisers.
struct FactPath {
  /// The words so far: `team "aurora"`, `prize "money"`, `project summary`.
  private var parts: [String] = []
  private var keys: [String]

  init(_ part: String) { keys = [part] }

  /// Whether it is a text in one language.
  var isText: Bool { Language(rawValue: keys.last ?? "") != nil }

  var words: String {
    var words = parts
    if isText, let text = words.popLast(), let language = keys.last {
      words.append("\(text) (\(language))")
    }
    return words.joined(separator: ": ")
  }

  func member(_ key: String) -> FactPath {
    var path = self
    path.keys.append(key)
    if let word = Self.words[keys.last == "project" ? "project \(key)" : key] {
      path.parts.append(word)
    } else if keys.first == "counts", keys.count == 1 {
      path.parts.append("number of \(key)")
    } else if !Self.silent.contains(key), !path.isText {
      path.parts.append(key)
    }
    return path
  }

  func element(_ name: String) -> FactPath {
    var path = self
    path.keys.append(name)
    path.parts.append(name)
    return path
  }

  /// What a person calls an element of a list of facts.
  func name(of element: JSON) -> String {
    let key = element["key"]?.text ?? ""
    let team = element["team"]?["key"]?.text ?? ""
    return switch keys.last ?? "" {
    case "places": "team \(quoted(team))"
    case "other_awards": "prize \(quoted(element["prize"]?["key"]?.text ?? "")) of team \(quoted(team))"
    case "prizes": "prize \(quoted(key))"
    case "related_editions":
      "\(element["relation"]?.text ?? "edition") \(quoted(key.isEmpty ? element["title"]?.text ?? "" : key))"
    case "orgs": "\(element["role"]?.text ?? "organisation") \(quoted(key))"
    default: key
    }
  }

  /// Keys that say nothing beside what follows them.
  private static let silent: Set<String> = ["team", "project", "prize", "value", "prizes", "text"]

  private static let words = [
    "starts_on": "first day", "ends_on": "last day", "announced_on": "day of the announcement", "tz": "time zone",
    "urls": "address", "url": "address", "member_count": "number of members", "about": "sentence on the team",
    "project title": "project title", "project summary": "project summary", "project url": "project address",
    "shared": "shared rank", "label": "text", "when": "date", "undisclosed": "amount undisclosed",
    "name": "name",
  ]
}
