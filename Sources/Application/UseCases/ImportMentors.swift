import CSV
import ImportFormats
import Lookup
public import Mentoring
public import Postgres
public import Vocabulary

extension RowImport {
  /// - Parameter takingErased: Whether people who asked to be erased are taken; otherwise their rows are left out.
  public func mentors(
    _ table: ImportTable, of event: EventID, by service: MentoringService, takingErased: Bool = false,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    try ImportLock.take(for: event, in: unit)
    let known = try service.all(of: event, in: unit).map(\.mentor).map {
      MadeKeys.Known(key: $0.key.text, names: [$0.name], email: $0.email)
    }
    let taken = try NameStore.words(of: .mentor, event, in: unit).keys
    let importer = MentorImporter(
      service: service, takesErased: takingErased, keys: MadeKeys(.named, known: known, taken: taken),
      setting: try EventSettingStore.setting(of: event, in: unit))
    return try run(importer, table, of: event, in: unit)
  }
}

struct MentorImporter: RowImporter {
  /// What a row says of a mentor; what is nil stays as it is.
  struct Item {
    let key: Slug
    let name: String
    let email: EmailAddress?
    let expertise: [String]?
    let languages: [String]?
    let timeZone: String?
    let slotMinutes: Int?
    let shifts: [ShiftList.Shift]
  }

  static let noun = "mentor"
  static let columns = [
    .key, .fullName("mentor", "mentor name", "mentore", "mentora", "consultant"), .givenName, .familyName, .email,
    .expertise, .languages, .timeZone, ImportColumn("slot_minutes", ["minutes", "slot length"]), .shifts, .answeredAt,
  ]
  static let needed = [["name", "given_name", "family_name"]]

  let service: MentoringService
  let takesErased: Bool
  let keys: MadeKeys
  let setting: EventSetting
  let shiftForm: ShiftForm?
  private let gathered = ImportRemarks()

  var madeKeys: [String] { keys.made }
  var remarks: [ImportRemark] { gathered.all + (shiftForm?.remarks ?? []) }

  init(service: MentoringService, takesErased: Bool, keys: MadeKeys, setting: EventSetting) {
    self.service = service
    self.takesErased = takesErased
    self.keys = keys
    self.setting = setting
    shiftForm = ShiftForm(days: setting.days)
  }

  func prepare(for rows: [ImportRow]) { rows.compactMap { $0.text("key") }.forEach(keys.note) }

  func item(from row: ImportRow) throws -> Item {
    let (name, email) = (try row.personName(), try row.email("email"))
    return Item(
      key: row.text("key") == nil ? try Slug(row.madeKey(keys, ofName: name, email)) : try row.slug("key"), name: name,
      email: email, expertise: row.words("expertise"), languages: row.languages("languages", gathered),
      timeZone: row.text("tz"), slotMinutes: try row.count("slot_minutes"), shifts: shifts(of: row))
  }

  func identity(of item: Item) -> String? { item.key.text }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    var outcome = try service.set(item.key, of: event, in: unit, takingErased: takesErased) { mentor in
      mentor.name = item.name
      mentor.email = item.email ?? mentor.email
      mentor.expertise = item.expertise ?? mentor.expertise
      mentor.languages = item.languages ?? mentor.languages
      mentor.timeZone = item.timeZone ?? mentor.timeZone
      mentor.slotMinutes = item.slotMinutes ?? mentor.slotMinutes
    }
    for shift in item.shifts {
      let hours = MentoringService.Hours(from: shift.start, to: shift.end)
      let said = try service.say(hours, of: item.key.text, event, in: unit).outcome
      if said == .created, outcome == .unchanged { outcome = .updated }
    }
    return outcome
  }

  /// The shifts of a cell; what cannot be read of them is left out, because the mentor is known without them.
  private func shifts(of row: ImportRow) -> [ShiftList.Shift] {
    let ticked = shiftForm?.shifts(of: row) ?? []
    guard let text = row.text("shifts") else { return ticked }
    let list = ShiftList(text, among: setting.days)
    for (part, reason) in list.unread {
      gathered.add("the hours \(quoted(part)) are left out: \(reason)", row: row.record.row)
    }
    return list.shifts + ticked
  }
}

extension ImportColumn {
  /// When a mentor has time, as forms have it.
  static let shifts = ImportColumn(
    "shifts",
    [
      "shift", "shift preference", "availability", "available", "hours", "disponibilité", "disponibilités", "créneaux",
      "créneau", "horaire", "disponibilidad", "horario", "turnos", "turno",
    ])
}
