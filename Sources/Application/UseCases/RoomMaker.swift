import Agenda
import Lookup
import Postgres
import Vocabulary

/// Finds the rooms that a file names, and adds those that nobody knows.
final class RoomMaker {
  private let service: AgendaService
  private let event: EventID
  private let unit: UnitOfWork
  private let language: Language
  /// By key or name; read when the first room is looked for.
  private var known: KnownWords<String>?
  private var keys: Set<String> = []
  private var made: [(key: String, name: String)] = []

  /// - Parameter language: That in which new rooms get their names.
  init(service: AgendaService, event: EventID, unit: UnitOfWork, language: Language?) {
    self.service = service
    self.event = event
    self.unit = unit
    self.language = language ?? .english
  }

  /// A sentence for each room that was added.
  var notes: [String] {
    made.map { key, name in "room \(quoted(key)): created" + (name == key ? "" : ", called \(quoted(name))") }
  }

  /// The key of the room with this key or name. A room that nobody knows is added.
  /// - Parameter seats: How many people fit into a room that is added.
  func room(_ name: String, seats: Int? = nil) throws -> String {
    switch try words().find(name) {
    case .one(let key): return key
    case .several(let keys): throw AmbiguousRoom(name: name, keys: keys)
    case .none: break
    }
    if let (key, _) = made.first(where: { FoldedName(keepingSymbols: $0.name) == FoldedName(keepingSymbols: name) }) {
      return key
    }
    let key = try Slug.free(naming: name, besides: keys) ?? Slug.free(naming: "room", besides: keys) ?? Slug("room")
    let names = LocalizedText([language: name])
    try service.add(room: key, of: event, in: unit) {
      $0.name = names
      $0.capacity = seats
    }
    made.append((key.text, name))
    keys.insert(key.text)
    return key.text
  }

  /// The link to a room online.
  func address(of key: String) throws -> String? {
    try service.rooms(of: event, in: unit).first { $0.room.key.text == key }?.room.url
  }

  private func words() throws -> KnownWords<String> {
    if let known { return known }
    let words = try NameStore.words(of: .room, event, in: unit)
    (known, keys) = (words, Set(words.keys))
    return words
  }
}

/// A name that several rooms have.
struct AmbiguousRoom: ExplainedError {
  let name: String
  let keys: [String]

  var explanation: Explanation {
    Explanation(
      .badData, code: "ambiguous-room", "\(quoted(name)) may mean the room \(keys.joined(separator: " or ")).",
      hint: "Give one of them another name: \(run: "room set \(keys[0]) --name-en NAME")")
  }
}
