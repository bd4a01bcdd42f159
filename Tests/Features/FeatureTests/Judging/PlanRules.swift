import Backend
import Mentoring
import Postgres
import TestBackend
import Testing
import Vocabulary

/// A plan is fair first, then fitting, then even; the same again from the same input.
@Suite struct PlanRules {
  private static let hour: Int64 = 3_600_000_000

  private func input(mentors: [(expertise: Set<String>, languages: Set<String>)], slots: [(mentor: Int, hour: Int64)])
    throws -> MentoringPlan.Input
  {
    var input = MentoringPlan.Input()
    input.mentors = mentors.enumerated().map {
      MentoringPlan.Mentor(
        number: MentorID(Int64($0.offset)), expertise: $0.element.expertise, languages: $0.element.languages)
    }
    let day = try day("2026-05-08")
    input.slots = slots.map { slot in
      let start = Timestamp(microseconds: slot.hour * Self.hour)
      return MentoringPlan.Slot(
        mentor: slot.mentor, time: start..<Timestamp(microseconds: (slot.hour + 1) * Self.hour), day: day)
    }
    return input
  }

  private func request(
    _ number: Int64, _ team: Int64, _ topics: Set<String> = [], _ languages: [String] = []
  ) -> MentoringPlan.Request {
    MentoringPlan.Request(
      number: MentorRequestID(number), team: TeamID(team), topics: topics, languages: languages)
  }

  @Test func everyTeamsFirstRequestComesBeforeAnybodysSecond() throws {
    var input = try input(mentors: [([], [])], slots: [(0, 1), (0, 2)])
    input.requests = [request(1, 1), request(2, 1), request(3, 2)]
    let plan = MentoringPlan(input)
    #expect(plan.fairness(input).teamsServed == 2 && plan.unmet == [1: .time])
    #expect(MentoringPlan.firstCome(input).fairness(input).teamsServed == 1)
  }

  @Test func whoeverHasASessionAlreadyComesLater() throws {
    var input = try input(mentors: [([], [])], slots: [(0, 1)])
    input.requests = [request(1, 1), request(2, 2)]
    input.commitments = [
      .init(team: TeamID(1), time: Timestamp(microseconds: 0)..<Timestamp(microseconds: 1), day: try day("2026-05-08"))
    ]
    #expect(MentoringPlan(input).unmet == [0: .time])
  }

  @Test func asManyAreServedAsCanBe() throws {
    // The first fits both mentors, the second only the one that the first would take.
    var input = try input(mentors: [(["maps", "law"], []), (["maps"], [])], slots: [(0, 1), (1, 1)])
    input.requests = [request(1, 1, ["maps", "law"]), request(2, 2, ["law"]), request(3, 3, ["maps"])]
    input.slots.append(try self.input(mentors: [], slots: [(0, 2)]).slots[0])
    let plan = MentoringPlan(input)
    #expect(plan.unmet == [:])
  }

  @Test func theBestMatchIsTakenAndAmongEqualsTheLeastBusy() throws {
    var input = try input(
      mentors: [(["maps"], ["fr", "en"]), (["maps", "law"], ["en"]), (["maps"], ["fr"])],
      slots: [(0, 1), (0, 2), (1, 1), (2, 1)])
    input.requests = [
      request(1, 1, ["maps", "law"], ["en"]), request(2, 2, ["maps"], ["fr"]), request(3, 3, ["maps"], ["fr"]),
    ]
    let plan = MentoringPlan(input)
    let mentors = Dictionary(uniqueKeysWithValues: plan.proposals.map { ($0.request, input.slots[$0.slot].mentor) })
    #expect(mentors[0] == 1 && Set([mentors[1], mentors[2]]) == [0, 2])
  }

  @Test func theReasonOfWhatIsNotMetIsTold() throws {
    var input = try input(mentors: [(["maps"], ["en"]), (["law"], ["fr"])], slots: [(0, 1)])
    input.requests = [request(1, 1, ["maps"], ["es"]), request(2, 2, ["law"], ["en"]), request(3, 3, ["law"], ["fr"])]
    #expect(MentoringPlan(input).unmet == [0: .language, 1: .expertise, 2: .time])
  }

  @Test func noTeamIsProposedTwoSessionsAtOnceOrMoreThanItsShare() throws {
    var input = try input(
      mentors: Array(repeating: ([], []), count: 5), slots: (0..<20).map { ($0 % 5, Int64($0 / 5)) })
    input.requests = (0..<24).map { request(Int64($0), Int64($0 % 6)) }
    input.limit = 3
    let plan = MentoringPlan(input)
    #expect(plan.proposals.count == 18)
    let taken = plan.proposals.map { "\(input.requests[$0.request].team) \(input.slots[$0.slot].time.lowerBound)" }
    #expect(Set(taken).count == taken.count && Set(plan.proposals.map(\.slot)).count == 18)
    #expect(MentoringPlan(input) == plan)
    #expect(MentoringPlan(input, seed: 2).proposals.count == 18)
  }

  @Test func nothingIsBookedUntilThePlanIsAppliedAndThenOnce() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3)
      try await event.add(mentors: "ada") { mentor in
        (mentor.expertise, mentor.languages, mentor.slotMinutes) = (["Données"], ["fr"], 240)
      }
      let (backend, id) = (event.backend, event.id)
      try await event.change { event, unit in
        for team in ["t1", "t1", "t2", "t3"] {
          _ = try backend.mentoring.request(by: team, topics: ["donnees"], languages: ["fr"], of: event, in: unit)
        }
      }
      let proposed = try await event.database.read { try backend.mentoring.plan(seed: 1, of: id, in: $0) }
      #expect(proposed.proposals.count == 2 && proposed.fairness.teamsServed == 2)
      #expect(try await event.sessions() == [])
      let applied = try await event.change { try backend.mentoring.applyPlan(seed: 1, of: $0, in: $1) }
      #expect(applied.proposals.allSatisfy { $0.session != nil })
      let again = try await event.change { try backend.mentoring.applyPlan(seed: 1, of: $0, in: $1) }
      #expect(again.proposals.isEmpty && again.unmet.count == 2)
      #expect(
        try await event.value("SELECT count(*) FROM mentor_session WHERE request_id IS NOT NULL", as: Int.self) == 2)
    }
  }
}
