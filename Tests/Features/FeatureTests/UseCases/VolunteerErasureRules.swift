import Audit
import Backend
import Judging
import Mentoring
import Postgres
import TestBackend
import Testing
import UseCases
import Vocabulary

/// Mentors and judges who are erased are nowhere any more; what they did stays.
@Suite struct VolunteerErasureRules {
  private static let traces = ["Quillon", "Zembrowski", "unmistakable", "Tesseract", "Vrbnik"]

  private func bringIn(_ event: TestEvent) async throws {
    let backend = event.backend
    try await event.change { id, unit in
      let address = EmailAddress("quillon@unmistakable.example")
      try backend.mentoring.add(try Slug("quillon"), of: id, in: unit) { mentor in
        mentor.name = "Quillon Zembrowski"
        mentor.email = address
        mentor.expertise = ["Vrbnik"]
      }
      var judge = Judge(code: "J-1", name: "Quillon Zembrowski", affiliation: "Tesseract Guild")
      judge.email = EmailAddress("qz@unmistakable.example")
      judge.expertise = ["Vrbnik"]
      _ = try backend.judging.set(judge, of: id, in: unit)
      _ = try backend.judging.declareConflict(
        "J-1", "t2", because: "Quillon's cousin is in it", of: id, in: unit)
    }
  }

  @Test func nothingThatTellsWhoTheyAreIsLeft() async throws {
    try await TestEvent.with { event in
      let form = try await event.openJudging()
      try await bringIn(event)
      try await event.save("J-1", "t1", impact: 8000, data: 1000, by: form)
      let search = ErasureRules()
      for trace in Self.traces { #expect(!(try await search.places(of: trace, event)).isEmpty) }
      let backend = event.backend
      let (mentor, judge) = try await event.change { id, unit in
        (
          try backend.volunteers.eraseMentor("quillon", of: id, in: unit),
          try backend.volunteers.eraseJudge("J-1", of: id, in: unit)
        )
      }
      #expect(mentor && judge)
      for trace in Self.traces { #expect(try await search.places(of: trace, event) == []) }
      #expect(try await event.value("SELECT count(*) FROM sheet WHERE status = 'ready'", as: Int.self) == 1)
      #expect(try await event.value("SELECT name FROM judge WHERE code = 'J-1'", as: String.self) == "J-1")
      let log = try await event.database.read { try backend.audit.verify(event.id, in: $0) }
      #expect(log.firstFault == nil)
      let again = try await event.change { id, unit in try backend.volunteers.eraseJudge("J-1", of: id, in: unit) }
      #expect(!again)
    }
  }

  @Test func whoIsNotThereIsNamed() async throws {
    try await TestEvent.with { event in
      let backend = event.backend
      await #expect(throws: JudgingError.unknownJudge("J-9", nearest: nil)) {
        try await event.change { id, unit in try backend.volunteers.eraseJudge("J-9", of: id, in: unit) }
      }
      await #expect(throws: MentoringError.unknownMentor("nobody", nearest: nil)) {
        try await event.change { id, unit in try backend.volunteers.eraseMentor("nobody", of: id, in: unit) }
      }
    }
  }
}
