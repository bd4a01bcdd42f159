import AgendaFormats
import CanonicalJSON
import Foundation
import Testing
import Vocabulary

/// What readers that are not ours make of the exports, where the machine has them.
@Suite struct OtherReaderTests {
  let open = Sample.agenda().shown(to: .public)

  @Test(.enabled(if: Python.has("icalendar"), "Python's icalendar is not installed"))
  func icalendarReadsTheCalendar() throws {
    let answer = try Python.run(
      """
      import sys, json, datetime, icalendar
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
      print(json.dumps([[str(e['SUMMARY']), e['DTSTART'].dt.astimezone(datetime.timezone.utc).isoformat(),
        str(e['STATUS']), int(e['SEQUENCE'])] for e in calendar.walk('VEVENT')], ensure_ascii=False))
      """, on: ICalendar(open, in: .english).text)
    let title = try #require(Sample.opening.title[.english])
    #expect(
      try JSON(parsing: answer) == [
        [.string(title), "2021-05-08T14:30:00+00:00", "CONFIRMED", 0],
        ["Panel off", "2021-05-09T18:30:00+00:00", "CANCELLED", 2],
      ])
  }

  @Test(.enabled(if: Python.has("xmlschema"), "Python's xmlschema is not installed"))
  func theScheduleKeepsToItsSchema() throws {
    let schema = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "schedule.xsd").path
    for agenda in [open, Sample.agenda(), Sample.agenda([])] {
      let answer = try Python.run(
        """
        import sys, xmlschema
        xmlschema.XMLSchema(sys.argv[2]).validate(sys.argv[1]); print('valid', end='')
        """, on: ScheduleXML(agenda, in: .french).text, schema)
      #expect(answer == "valid")
    }
  }

  @Test(.enabled(if: Python.has("xml.etree.ElementTree"), "Python is not installed"))
  func anotherParserReadsTheScheduleAsItWasMeant() throws {
    let answer = try Python.run(
      """
      import sys, json, xml.etree.ElementTree as tree
      root = tree.parse(sys.argv[1]).getroot()
      print(json.dumps([[e.findtext('title'), e.findtext('date'), e.findtext('duration'), e.findtext('room'),
        [p.text for p in e.findall('persons/person')]] for e in root.iter('event')], ensure_ascii=False))
      """, on: ScheduleXML(open, in: .french).text)
    #expect(
      try JSON(parsing: answer) == [
        [
          "Ouverture <officielle> & *fête*", "2021-05-08T10:30:00-04:00", "00:45", "Salle A",
          ["Laura Rodriguez, Étudiante, Andes; Cofondatrice, Aleph", "Personne survivante"],
        ]
      ])
  }
}

/// The machine's Python.
enum Python {
  static func has(_ module: String) -> Bool { (try? run("import \(module)", on: "")) != nil }

  /// Runs a script on a file with this text.
  /// - Returns: What it printed.
  static func run(_ script: String, on text: String, _ arguments: String...) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "datajam-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(complaint: String(decoding: complaint, as: UTF8.self)) }
    return String(decoding: answer, as: UTF8.self)
  }

  struct Failure: Error {
    let complaint: String
  }
}
