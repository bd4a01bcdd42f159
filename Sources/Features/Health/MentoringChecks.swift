import Vocabulary

extension HealthCheck {
  /// Mentor sessions against the programme, against mentors' hours, and against what has become of their teams.
  static let mentoringChecks = [
    HealthCheck("mentor-clashes", "no mentor session clashes with the programme") { store in
      try store.clashesWithProgramme().compactMap { clash in
        let session = "mentor session \(clash.number)"
        let other = "the programme's \"\(clash.programme)\""
        if let room = clash.room {
          return Finding(
            .problem, "\(session) is in the room \"\(room)\" during \(other)",
            "mentor booking move \(clash.number) --room \"\"")
        }
        guard FoldedName(clash.mentor) == FoldedName(clash.speaker) else { return nil }
        return Finding(
          .problem, "\(session) is while its mentor speaks in \(other)", "mentor booking move \(clash.number) --at TIME"
        )
      }
    },
    HealthCheck("mentor-hours", "every mentor session lies within the mentor's hours") { store in
      try store.sessionsOutsideHours().map {
        Finding(.warning, "mentor session \($0) lies outside the mentor's hours", "mentor booking move \($0) --at TIME")
      }
    },
    HealthCheck("mentor-teams", "every team with a mentor session takes part") { store in
      try store.sessionsOfTeamsOut().map {
        Finding(.warning, "mentor session \($0) is booked for a team that is out", "mentor booking cancel \($0)")
      }
    },
    HealthCheck("mentor-waiting", "nobody waits for a slot that is free") { store in
      try store.waitingForFreeSlots().map {
        Finding(.info, "mentor session \($0) waits, but its slot is free", "mentor booking restore \($0)")
      }
    },
  ]
}
