import CSV
import ImportFormats
import Testing
import Vocabulary

/// Whatever stands in a file, reading it only ever reads or refuses.
@Suite struct PropertyTests {
  private static let headers: [(ImportProfile, String)] = [
    (.generic, "key,name,email,language,country,consent_public,captain,registered_at,team"),
    (.generic, "team,title,links,opted_for,received_at"), (.generic, "key,role,order,name_en"),
    (
      .devpost,
      "Opt-In Prize,Project Title,Submission Url,Project Status,Project Created At,Opt-In Prizes,Submitter First Name,Submitter Email,Additional Team Member Count,..."
    ),
    (
      .devpost,
      "Project Title,Submission Url,Website,Additional Team Member Count,Team Member 1 Email,Team Member 1 First Name,Team Member 1 Screen Name"
    ),
    (.devpostRegistrants, "First Name,Full Name,Email,Country,Registered At,Portfolio Url"),
    (.googleForms, "Timestamp,Email,Name,Languages"),
    (.eventbrite, "Order #,Order Date,First Name,Email,Quantity,Attendee Status,Home Country"),
  ]

  private static let pieces = [
    "a@example.org", "https://example.org/p", "http://", "://", "10/16/2021 13:04:40", "2021-10-16T1:2:3", "+14:00",
    "PM", "é", "e\u{301}", "👩🏽‍💻", "İ", "ß", "\u{0}", "\u{202F}", "\n", "\r\n", ",", ";", "Best Data", "best data, ",
    "yes", "Canada", "fr", "-1", "99999999999999999999", "0", "Draft", "Submit", "Attending", " ", "\u{FEFF}", "@", "/",
  ]

  private func cell(_ random: inout SplitMix) -> String {
    let count = Int(random.next() % 4)
    if random.next() % 8 == 0 {
      return String(decoding: (0..<count * 3).map { _ in UInt8(truncatingIfNeeded: random.next()) }, as: UTF8.self)
    }
    return (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }.joined()
  }

  @Test(arguments: headers)
  func randomRecordsNeverStopTheReading(_ profile: ImportProfile, _ names: String) throws {
    var random = SplitMix(state: 2021)
    let header = try Table(bytes: Array((names + "\n").utf8)).header
    var interpreter = try Interpreter(
      header,
      .with {
        $0.profile = profile
        $0.dateOrder = .monthFirst
        $0.timeZone = "America/Toronto"
        $0.knownPrizes = ["Best Data", "", "Best Data, fr"]
      })
    for row in 2..<2_502 {
      let width = random.next() % 4 == 0 ? Int(random.next() % 20) : header.count
      let record = Record(cells: (0..<width).map { _ in cell(&random) }, row: row, line: row)
      let reading = interpreter.read(record)
      let isTold = !reading.drafts.isEmpty || reading.skipped != nil || !reading.problems.isEmpty
      try #require(isTold, "\(record.cells)")
    }
  }

  @Test(arguments: headers)
  func randomHeadersNeverStopTheReading(_ profile: ImportProfile, _ names: String) throws {
    var random = SplitMix(state: 7)
    let known = names.split(separator: ",").map(String.init)
    var (read, refused) = (0, 0)
    for _ in 0..<500 {
      // Most columns of the form, now and then one that is none of its own, in any order.
      let own = known.filter { _ in random.next() % 8 != 0 }
      let strange = (0..<Int(random.next() % 3)).map { _ in cell(&random) }
      let cells = (own + strange).shuffled(using: &random)
      do {
        let header = try Header(Record(cells: cells, row: 1, line: 1))
        var interpreter = try Interpreter(
          header,
          .with {
            $0.profile = profile
            $0.dateOrder = .monthFirst
            $0.timeZone = "America/Toronto"
          })
        let reading = interpreter.read(Record(cells: cells, row: 2, line: 2))
        let isTold = !reading.drafts.isEmpty || reading.skipped != nil || !reading.problems.isEmpty
        try #require(isTold, "\(cells)")
        read += 1
      } catch let error as any ExplainedError {
        #expect(!error.explanation.message.isEmpty, "\(cells)")
        refused += 1
      } catch is CSVError {
        refused += 1
      }
    }
    #expect(read > 50, "\(read) read, \(refused) refused")
    #expect(refused > 0)
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
