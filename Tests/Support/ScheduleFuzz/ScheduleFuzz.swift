import AgendaFormats
import CanonicalJSON

/// Reads damaged schedules and calendars, and looks whether the readers end with a schedule or an error in words.
public struct ScheduleFuzz {
  /// How many files were read to the end, and how many were refused.
  public private(set) var read = 0
  public private(set) var refused = 0

  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// Tries one file more.
  /// - Throws: `Broken` when a promise is not kept.
  public mutating func step() throws {
    let bytes = file()
    guard let schedule = try? Self.schedule(bytes) else {
      refused += 1
      return
    }
    read += 1
    let numbers = schedule.talks.map(\.number) + schedule.faults.map(\.talk)
    guard Set(numbers).count == numbers.count, numbers.allSatisfy({ $0 > 0 }) else {
      throw Broken(promise: "each talk counted once", bytes: bytes)
    }
    guard schedule == (try? Self.schedule(bytes)) else { throw Broken(promise: "read alike twice", bytes: bytes) }
  }

  private static func schedule(_ bytes: [UInt8]) throws -> ConferenceSchedule {
    switch bytes.first {
    case UInt8(ascii: "B"): try ConferenceSchedule(calendar: bytes)
    case UInt8(ascii: "{"): try ConferenceSchedule(JSON(parsing: String(decoding: bytes, as: UTF8.self)))
    default: try ConferenceSchedule(xml: bytes)
    }
  }

  private mutating func file() -> [UInt8] {
    var bytes = Self.seeds[below(Self.seeds.count)]
    for _ in 0...below(4) {
      let place = below(bytes.count + 1)
      let mark = Self.marks[below(Self.marks.count)]
      switch below(6) {
      case 0, 1: bytes.insert(contentsOf: mark, at: place)
      case 2 where place < bytes.count: bytes[place] = mark[0]
      case 3 where place < bytes.count: bytes.remove(at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + below(40)))
      default: bytes += bytes.prefix(min(place, 64))
      }
    }
    return bytes
  }

  private mutating func below(_ count: Int) -> Int {
    // SplitMix64 (Steele, Lea and Flood 2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  private static let seeds: [[UInt8]] = [
    """
    BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:A\r\nX-LIC-LOCATION:Europe/Paris\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r
    UID:1@x\r\nDTSTART;TZID="A":20260508T103000\r\nDURATION:P1DT2H30M\r\nSUMMARY;LANGUAGE=fr:Caf\r\n é\\, x\\n\r
    X-DATAJAM-KEY:a\r\nDESCRIPTION:W\\nLanguages: English\\nSpeakers:\\n- Ann\\, Chair\r\nX-DATAJAM-SPEAKER:Ann\r
    RRULE:FREQ=DAILY\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260508T110000Z\r\nDTEND:20260508T123000Z\r
    CATEGORIES:A,Talk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n
    """,
    """
    <?xml version="1.0"?><schedule><conference><acronym>j</acronym></conference><day date="2026-05-08" \
    start="2026-05-08T09:00:00Z"><room name="A"><event id="1" guid="g" code="C"><date>2026-05-08T10:00:00Z</date>\
    <start>10:00</start><duration>1:00:45</duration><slug>j-1-c</slug><title>T<b>é</b>&amp;</title><persons>\
    <person id="3">Ann, Chair</person></persons><links><link href="http://x">R</link></links></event></room></day></schedule>
    """,
    """
    {"schedule": {"conference": {"acronym": "j", "time_zone_name": "Europe/Paris", "rooms": [{"name": "A", "capacity": 3}],
    "days": [{"rooms": {"A": [{"id": 1, "code": "C", "date": "2026-05-08T10:00:00+02:00", "duration": "00:45",
    "persons": [{"name": "Ann"}], "links": []}]}}]}}}
    """,
  ].map { Array($0.utf8) }

  private static let marks = [
    "\0", "\r", "\n", "\r\n ", ":", ";", "\"", "\\", ",", "<", ">", "&", "</", "<a>", "<!DOCTYPE a>", "&#0;", "]]>",
    "{",
    "[", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VCALENDAR\r\n", "9999999999999999999", "-1", "T", "Z", "é", "=",
  ].map { Array($0.utf8) }

  /// A file on which a promise was not kept.
  public struct Broken: Error {
    public let promise: String
    public let bytes: [UInt8]
  }
}
