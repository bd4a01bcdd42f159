import ImportFormats
import Lookup
public import Mentoring
public import Postgres
public import Vocabulary

extension RowImport {
  /// Imports when mentors have time, a time or a list of shifts a row.
  public func mentorHours(
    _ table: ImportTable, of event: EventID, by service: MentoringService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let setting = try EventSettingStore.setting(of: event, in: unit)
    return try run(MentorHoursImporter(service: service, setting: setting), table, of: event, in: unit)
  }

  /// Imports booked mentor sessions, one a row.
  public func mentorBookings(
    _ table: ImportTable, of event: EventID, by service: MentoringService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let setting = try EventSettingStore.setting(of: event, in: unit)
    return try run(MentorBookingImporter(service: service, setting: setting), table, of: event, in: unit)
  }
}

/// Takes the hours of mentors.
struct MentorHoursImporter: RowImporter {
  struct Item {
    let mentor: String
    let hours: [MentoringService.Hours]
    /// Whether the row is all that a mentor answered to a form.
    let isAnswer: Bool
  }

  static let noun = "mentor hours"
  static let columns: [ImportColumn] = [
    ImportColumn(
      ImportColumn.mentor.name,
      ImportColumn.mentor.others + ["name"] + PersonColumnNames.fullName + ["email"] + PersonColumnNames.email),
    .from, .to, .date, .shifts, .timeZone, ImportColumn("except", ["exception", "unavailable"]), .answeredAt,
  ]
  static let needed = [["mentor"], ["from", "shifts"]]
  static let references: [String: KeyNoun] = ["mentor": .mentor]

  let service: MentoringService
  let setting: EventSetting
  let shiftForm: ShiftForm?

  init(service: MentoringService, setting: EventSetting) {
    (self.service, self.setting) = (service, setting)
    shiftForm = ShiftForm(days: setting.days)
  }

  var remarks: [ImportRemark] { shiftForm?.remarks ?? [] }

  func item(from row: ImportRow) throws -> Item {
    let isException = row.text("except") == nil ? false : try row.yesOrNo("except")
    let zone = row.zone(ofTimeIn: "from")
    let hours = try times(of: row).map {
      MentoringService.Hours(from: $0.start, to: $0.end, zone: zone, isException: isException)
    }
    return Item(
      mentor: try row.requiredReference("mentor"), hours: hours, isAnswer: !row.has("from") && !row.has("shifts"))
  }

  func identity(of item: Item) -> String? { item.isAnswer ? item.mentor : nil }

  private func times(of row: ImportRow) throws -> [(start: LocalTime, end: LocalTime)] {
    let ticked = shiftForm?.shifts(of: row).map { ($0.start, $0.end) } ?? []
    guard let text = row.text("shifts") else {
      // A row of a form with a column for each shift may tick none.
      let hasNoTime = row.text("from") == nil && (!row.has("from") && !row.has("shifts") || !ticked.isEmpty)
      return hasNoTime ? ticked : try [row.times(in: setting)] + ticked
    }
    let list = ShiftList(text, among: setting.days)
    if let (part, reason) = list.unread.first {
      throw row.problem("shifts", part, "\(quoted(part)) cannot be taken: \(reason).")
    }
    return list.shifts.map { ($0.start, $0.end) } + ticked
  }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let outcomes = try item.hours.map { try service.say($0, of: item.mentor, event, in: unit).outcome }
    return outcomes.contains(.created) ? .created : .unchanged
  }
}

/// Takes booked mentor sessions.
struct MentorBookingImporter: RowImporter {
  struct Item {
    let booking: Booking
    let isCancelled: Bool
  }

  static let noun = "booking"
  static let columns: [ImportColumn] = [
    .mentor, .team, .from, .to, .date, ImportColumn("minutes", ["duration", "durée", "duración"]), .room, .timeZone,
    ImportColumn("state", ["status", "état", "statut", "estado"]),
  ]
  static let needed = [["mentor"], ["team"], ["from"]]
  static let references: [String: KeyNoun] = ["mentor": .mentor, "team": .team, "room": .room]

  let service: MentoringService
  let setting: EventSetting

  func item(from row: ImportRow) throws -> Item {
    let state: MentorSession.State = row.text("state") == nil ? .booked : try row.word("state")
    let start = try row.time("from", in: setting)
    var booking = Booking(
      mentor: try row.requiredReference("mentor"), team: try row.requiredReference("team"), start: start)
    booking.minutes = try row.count("minutes")
    if booking.minutes == nil, row.text("to") != nil {
      let end = try row.time("to", on: start.day, in: setting)
      booking.minutes =
        (end.day.daysSince1970 - start.day.daysSince1970) * 1440 + end.minuteOfDay - start.minuteOfDay
    }
    booking.room = try row.reference("room")
    booking.zone = row.zone(ofTimeIn: "from")
    booking.mayWait = state == .waiting
    return Item(booking: booking, isCancelled: state == .cancelled)
  }

  func identity(of item: Item) -> String? {
    item.isCancelled ? nil : "\(item.booking.mentor) \(item.booking.team) \(item.booking.start)"
  }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let booking = item.booking
    // A cancelled session of an export is history, and books nothing.
    if item.isCancelled { return .unchanged }
    if try service.isBooked(booking, of: event, in: unit) { return .unchanged }
    _ = try service.book(booking, of: event, in: unit)
    return .created
  }
}

extension ImportColumn {
  static let from = ImportColumn("from", ["start", "starts", "start time", "at", "de", "début", "desde", "inicio"])
  static let to = ImportColumn("to", ["end", "ends", "end time", "until", "à", "fin", "hasta"])
  static let date = ImportColumn("date", ["day", "jour", "día", "fecha"])
}

/// Cells that hold times.
extension ImportRow {
  /// The zone in which the times of the row are: that of the column tz, or UTC where an export wrote the time so.
  func zone(ofTimeIn column: String) -> String? {
    text("tz") ?? (text(column).flatMap(WrittenMoment.utc) == nil ? nil : "UTC")
  }

  /// From when to when the columns from and to say, with their days or that of the column date.
  func times(in setting: EventSetting) throws -> (start: LocalTime, end: LocalTime) {
    let start = try time("from", in: setting)
    var end = try time("to", on: start.day, in: setting)
    // Hours that end before they begin go on into the next day.
    if end <= start, let next = CalendarDate(daysSince1970: end.day.daysSince1970 + 1),
      WrittenMoment.utc(try required("to")) == nil, WrittenMoment(try required("to"), among: setting.days) == nil,
      let later = LocalTime(next, minutes: end.minuteOfDay)
    {
      end = later
    }
    guard end > start else { throw problem("to", text("to"), "The hours end when they begin, or before.") }
    return (start, end)
  }

  /// A time with its day; without one, on the day of the column date, or on the day given.
  func time(_ column: String, on day: CalendarDate? = nil, in setting: EventSetting) throws -> LocalTime {
    let text = try required(column)
    if self.text("tz") == nil, let time = WrittenMoment.utc(text) { return time }
    if let moment = WrittenMoment(text, among: setting.days) { return moment.time }
    let date = try self.text("date").map { text -> CalendarDate in
      guard let written = WrittenDay(text, among: setting.days), !written.contradictsItself else {
        throw problem(
          "date", text, "\(quoted(text)) is no day that can be read in one way only: write it like 2021-05-08.")
      }
      return written.day
    }
    guard let minutes = WrittenMoment.minutes(of: text), let day = day ?? date,
      let time = LocalTime(day, minutes: minutes)
    else {
      throw problem(
        column, text, "\(quoted(text)) is no time with its day: write it like 2021-05-08 13:00 or Saturday 1 p.m.")
    }
    return time
  }
}
