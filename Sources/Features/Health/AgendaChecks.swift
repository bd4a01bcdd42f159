import Vocabulary

extension HealthCheck {
  /// The sessions, as they are drafted.
  static let agendaChecks = [
    HealthCheck("agenda", "nobody and no room has two sessions at once") { store in
      let rooms = try store.roomClashes().map {
        Finding(
          .problem, "room \"\($0.shared)\" has sessions \"\($0.first)\" and \"\($0.second)\" at once",
          "agenda set \($0.second) --room ROOM")
      }
      let people = try store.speakerClashes().map {
        Finding(
          .problem, "one person speaks in sessions \"\($0.first)\" and \"\($0.second)\" at once",
          "agenda set \($0.second) --day DATE --hours HOURS")
      }
      return rooms + people
    },
    HealthCheck("sessions", "every public session has a title and a registration link") { store in
      let untitled = try store.publicSessionsWithoutTitle()
      let closed = try store.publicSessionsWithoutRegistration()
      return [
        sessions(untitled, "no title", "--title-en TEXT"),
        sessions(closed, "no registration link", "--register-url URL"),
        try store.hasUnpublishedAgenda()
          ? Finding(.warning, "the agenda was not published yet", "agenda publish") : nil,
      ].compactMap(\.self)
    },
  ]

  private static func sessions(_ keys: [String], _ lack: String, _ option: String) -> Finding? {
    guard let first = keys.first else { return nil }
    let count = counted(keys.count, "public session has", "public sessions have")
    return Finding(.warning, "\(count) \(lack): \(named(keys))", NextStep(words: "agenda set \(first) \(option)"))
  }
}
