import Vocabulary

extension HealthCheck {
  /// The sessions, as they are drafted.
  static let agendaChecks = [
    HealthCheck("agenda", "nobody and no room has two sessions at once") { store in
      let rooms = try store.roomClashes().map {
        clash($0, "room \"\($0.shared)\" has", "agenda set \($0.second) --room ROOM")
      }
      let people = try store.speakerClashes().map {
        clash($0, "one person speaks in", "agenda set \($0.second) --day DATE --hours HOURS")
      }
      return rooms + people
    },
    HealthCheck("sessions", "every public session has a title and a registration link") { store in
      let untitled = try store.publicSessionsWithoutTitle()
      let closed = try store.publicSessionsWithoutRegistration()
      return [
        sessions(untitled, "no title") { "agenda set \($0) --title-en TEXT" },
        sessions(closed, "no registration link") { "agenda set \($0) --register-url URL" },
        try store.hasUnpublishedAgenda()
          ? Finding(.warning, "the agenda was not published yet", "agenda publish") : nil,
      ].compactMap(\.self)
    },
  ]

  private static func clash(_ clash: HealthStore.Clash, _ words: String, _ nextStep: NextStep) -> Finding {
    let sentence = "\(words) sessions \"\(clash.first)\" and \"\(clash.second)\" at once"
    guard let reason = clash.allowedBecause else { return Finding(.problem, sentence, nextStep) }
    return Finding(.info, "\(sentence), which is allowed: \(reason)")
  }

  private static func sessions(_ keys: [String], _ lack: String, _ nextStep: (_ first: String) -> NextStep) -> Finding?
  {
    guard let first = keys.first else { return nil }
    let count = counted(keys.count, "public session has", "public sessions have")
    return Finding(.warning, "\(count) \(lack): \(named(keys))", nextStep(first))
  }
}
