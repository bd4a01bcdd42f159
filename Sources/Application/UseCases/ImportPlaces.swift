public import Agenda
import Lookup
public import Postgres
public import Teams
public import Vocabulary

extension RowImport {
  public func rooms(
    _ table: ImportTable, of event: EventID, by service: AgendaService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let known = try service.rooms(of: event, in: unit).map { MadeKeys.Known($0.room.key, $0.room.name) }
    let language = try EventSettingStore.setting(of: event, in: unit).language
    let importer = RoomImporter(service: service, keys: MadeKeys(.named, known: known), language: language)
    return try run(importer, table, of: event, in: unit)
  }

  public func tracks(
    _ table: ImportTable, of event: EventID, by service: TeamsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let known = try service.allTracks(of: event, in: unit).map { MadeKeys.Known($0.track.key, $0.track.name) }
    let language = try EventSettingStore.setting(of: event, in: unit).language
    let importer = TrackImporter(service: service, keys: MadeKeys(.named, known: known), language: language)
    return try run(importer, table, of: event, in: unit)
  }
}

extension MadeKeys.Known {
  fileprivate init(_ key: Slug, _ name: LocalizedText) {
    self.init(key: key.text, names: name.languages.compactMap { name[$0] })
  }
}

/// Takes the rooms of an event.
struct RoomImporter: RowImporter {
  /// What a row says of a room; what is nil stays as it is.
  struct Item {
    let key: Slug
    let name: LocalizedText
    let capacity: Int?
    let url: String?
  }

  static let noun = "room"
  static let columns =
    [ImportColumn.key]
    + ImportColumn.localised("name", ["room", "room name", "nom", "salle", "nombre", "sala", "location"])
    + [
      ImportColumn("capacity", ["seats", "capacité", "places", "capacidad"]),
      ImportColumn("url", ["link", "zoom", "lien", "enlace"]),
    ]
  static let needed = [["name_en", "name_fr", "name_es", "key"]]

  let service: AgendaService
  let keys: MadeKeys
  let language: Language

  var madeKeys: [String] { keys.made }

  func prepare(for rows: [ImportRow]) { rows.compactMap { $0.text("key") }.forEach(keys.note) }

  func item(from row: ImportRow) throws -> Item {
    Item(
      key: try row.slug(orMadeBy: keys, in: language), name: row.localised("name"), capacity: try row.count("capacity"),
      url: row.text("url"))
  }

  func identity(of item: Item) -> String? { item.key.text }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(room: item.key, of: event, in: unit) { room in
      room.name = room.name.replacing(with: item.name)
      room.capacity = item.capacity ?? room.capacity
      room.url = item.url ?? room.url
    }
  }
}

/// Takes the subjects in which teams compete.
struct TrackImporter: RowImporter {
  static let noun = "track"
  static let columns =
    [ImportColumn.key]
    + ImportColumn.localised("name", ["track", "track name", "challenge", "volet", "nom", "défi", "nombre", "reto"])
  static let needed = [["name_en", "name_fr", "name_es", "key"]]

  let service: TeamsService
  let keys: MadeKeys
  let language: Language

  var madeKeys: [String] { keys.made }

  func prepare(for rows: [ImportRow]) { rows.compactMap { $0.text("key") }.forEach(keys.note) }

  func item(from row: ImportRow) throws -> Track {
    Track(key: try row.slug(orMadeBy: keys, in: language), name: row.localised("name"))
  }

  func identity(of track: Track) -> String? { track.key.text }

  func save(_ track: Track, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(track: track.key, of: event, in: unit) { $0.name = $0.name.replacing(with: track.name) }
  }
}
