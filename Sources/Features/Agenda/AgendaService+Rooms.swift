import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// Where sessions take place.
extension AgendaService {
  /// Changes some of what is known of a room, or adds it where nobody knows it.
  public func set(
    room key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout Room) -> Void
  ) throws -> Outcome {
    guard let old = try roomStore.find(key.text, of: event, in: unit) else {
      try add(room: key, of: event, in: unit, describe)
      return .created
    }
    var room = old
    describe(&room)
    guard old != room else { return .unchanged }
    try keeping(room) { try roomStore.update(room, of: event, in: unit) }
    try audit.updated(from: old, to: room, of: event, in: unit)
    return .updated
  }

  /// Adds a room that is not there yet.
  public func add(room key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout Room) -> Void) throws {
    guard try roomStore.find(key.text, of: event, in: unit) == nil else { throw RoomError.there(key) }
    var room = Room(key: key, name: LocalizedText())
    describe(&room)
    try keeping(room) { try roomStore.insert(room, of: event, in: unit) }
    try audit.created(room, of: event, in: unit)
  }

  /// Takes a room away in which nothing takes place.
  public func remove(room key: String, of event: EventID, in unit: UnitOfWork) throws {
    guard let room = try roomStore.find(key, of: event, in: unit) else {
      throw try unknownRoom(key, of: event, in: unit)
    }
    do {
      try roomStore.delete(room.key, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "agenda_session_room" {
      let count = try roomStore.all(of: event, in: unit).first { $0.room.key == room.key }?.sessions ?? 0
      throw RoomError.used(room.key, sessions: count)
    } catch let error as PostgresError where error.sqlState == "23503" {
      throw RoomError.referredTo(room.key)
    }
    try audit.did(
      "removed", Room.auditNoun, key, from: room.auditFields, room.auditFields.map { AuditField($0.name, .null) },
      of: event, in: unit)
  }

  /// The rooms by key, with how many sessions are in each.
  public func rooms(of event: EventID, in snapshot: Snapshot) throws -> [(room: Room, sessions: Int)] {
    try roomStore.all(of: event, in: snapshot)
  }

  func unknownRoom(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> RoomError {
    .unknown(key, nearest: nearest(to: key, among: try roomStore.all(of: event, in: snapshot).map(\.room.key.text)))
  }

  private func keeping(_ room: Room, _ write: () throws -> Void) throws {
    guard !room.name.isEmpty else { throw RoomError.withoutName(room.key) }
    do {
      try write()
    } catch let error as PostgresError where error.constraint == "room_url_form" {
      throw AgendaError.badAddress(room.url ?? "")
    } catch let error as PostgresError where error.constraint == "room_capacity_positive" {
      throw AgendaError.badCapacity(room.capacity ?? 0)
    }
  }
}
