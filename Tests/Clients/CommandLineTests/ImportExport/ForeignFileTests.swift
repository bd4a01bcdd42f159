import Foundation
import StoredZip
import Testing

/// Files of other kinds are told by what is in them, by every command that takes a table.
@Suite struct ForeignFileTests {
  static let page = Array("<html><table><tr><th>judge</th></tr></table></html>".utf8)

  @Test func `every import and the ranking say what a web page is`() async throws {
    try await Workplace.withJudging { place async throws in
      try place.write(Self.page, to: "table.xls")
      for command in [
        ["import"], ["participant", "import"], ["team", "import"], ["submission", "import"],
        ["organisation", "import"],
        ["judge", "import"], ["mentor", "import"], ["agenda", "import"], ["assignment", "import"], ["score", "import"],
        ["prize", "import"], ["vote", "import", "--prize", "people", "--source", "the hall"], ["rubric", "import"],
        ["rank"],
        ["score", "sheet", "import"],
        ["result", "import"],
      ] {
        let ended = try await place.program.start(command + ["table.xls"]).end()
        #expect(
          ended
            == .saying(
              65, #"Error: "table.xls": This is a web page (HTML) that was saved as .xls."#,
              "Open it in your spreadsheet program and save it as .xlsx or CSV."), "\(command)")
      }
    }
  }

  @Test func `each kind has its own sentence`() async throws {
    try await Workplace.withEvent { place async throws in
      for (bytes, sentence) in [
        (Array("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".utf8), "a calendar (iCalendar)"),
        (Array("%PDF-1.4".utf8), "a PDF"),
        (Array("<?xml version='1.0'?><schedule/>".utf8), "a conference schedule"), (Array("{\"a\": 1}".utf8), "a JSON"),
        (StoredZip.bytes([("word/document.xml", "<a/>")]), "a Word document (.docx)"),
        (StoredZip.bytes([("ppt/presentation.xml", "<a/>")]), "a presentation"),
        (StoredZip.bytes([("a.txt", "x")]), "a zip archive"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "an image"),
      ] {
        try place.write(bytes, to: "people")
        for command in [["import"], ["judge", "import"]] {
          let ended = try await place.program.start(command + ["people"]).end()
          #expect(ended.code == 65 && ended.errors.hasPrefix("Error: \"people\": This is \(sentence)"), "\(ended)")
        }
      }
      for blank in ["", "\n", " \r\n\t\n", "\u{FEFF}"] {
        let ended = try await place.imports("team", blank)
        #expect(ended.code == 65 && ended.errors.contains("The file has no rows"), "\(ended)")
      }
    }
  }
}
