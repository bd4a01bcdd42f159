import Foundation

/// A page of the manual in the macros of man (groff_man(7)).
struct ManualPage {
  let node: CommandNode

  /// The page of the program, then one for each of its nouns.
  static var all: [ManualPage] { ([.root] + CommandNode.root.children).map(ManualPage.init) }

  /// "datajam-team"
  var name: String { node.path.split(separator: " ").joined(separator: "-") }

  var text: String {
    var lines = [
      ".TH \(Self.escaped(name.uppercased())) 1 \"\" \"datajam \(version)\" \"datajam\"",
      ".SH NAME", "\(Self.escaped(name)) \\- \(Self.escaped(page.abstract))",
      ".SH SYNOPSIS", ".B \(Self.escaped(page.usage))",
    ]
    if !page.explanation.isEmpty { lines += [".SH DESCRIPTION"] + paragraphs(page.explanation) }
    let leaves = node.words.isEmpty ? [] : node.leaves
    if leaves.map(\.words) == [node.words] {
      lines += sections(of: page, heading: ".SH") + examples(of: page, heading: ".SH")
    } else if leaves.isEmpty {
      for section in page.sections {
        lines.append(".SH \(Self.escaped(section.title.uppercased()))")
        for row in section.rows { lines += entry("datajam-\(row.name)(1)", row.text) }
      }
      lines.append(".SH ENVIRONMENT")
      for row in EnvironmentVariables.rows { lines += entry(row.name, row.text) }
    } else {
      lines.append(".SH COMMANDS")
      for leaf in leaves { lines += command(HelpPage(node: leaf)) }
      lines.append(".SH \"COMMON OPTIONS\"")
      for row in Self.commonOptions { lines += entry(row.name, row.text) }
    }
    if !node.words.isEmpty { lines += [".SH \"SEE ALSO\"", ".BR datajam (1)"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private var page: HelpPage { HelpPage(node: node) }

  /// The options of every command that opens the database.
  static var commonOptions: [(name: String, text: String)] {
    DescribedArgument.all(of: WhoamiCommand.self).filter(\.isCommon).map { ($0.label, $0.text) }
  }

  private func command(_ page: HelpPage) -> [String] {
    [".SS \"\(Self.escaped(page.usage))\"", Self.escaped(page.abstract)]
      + (page.explanation.isEmpty ? [] : [".PP"] + paragraphs(page.explanation))
      + page.sections.filter { $0.title != GlobalOptions.title }.flatMap(\.rows).flatMap { entry($0.name, $0.text) }
      + examples(of: page, heading: nil)
  }

  private func sections(of page: HelpPage, heading: String) -> [String] {
    page.sections.flatMap { section in
      ["\(heading) \"\(Self.escaped(section.title.uppercased()))\""]
        + section.rows.flatMap { entry($0.name, $0.text) }
    }
  }

  private func examples(of page: HelpPage, heading: String?) -> [String] {
    guard !page.examples.isEmpty else { return [] }
    let title = heading.map { [$0 + " EXAMPLES"] } ?? [".PP", "Examples:"]
    return title + [".nf", ".RS"] + page.examples.map(Self.escaped) + [".RE", ".fi"]
  }

  private func entry(_ name: String, _ text: String) -> [String] {
    [".TP", ".B \(Self.escaped(name))", Self.escaped(text)]
  }

  private func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map { Self.escaped(String($0)) }
  }

  /// The text as groff prints it. A backslash, a dash and a dot at the beginning of a line mean something else to it, and
  /// letters beyond ASCII need a name.
  static func escaped(_ text: String) -> String {
    var plain = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "\\": plain += "\\e"
      case "-": plain += "\\-"
      case "\"": plain += "\\(dq"
      default:
        let code = String(scalar.value, radix: 16, uppercase: true)
        plain +=
          scalar.isASCII ? String(scalar) : "\\[u\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)]"
      }
    }
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
