import Vocabulary

/// The key of one sheet.
struct SheetKey {
  let event: EventID
  let round: RoundID
  let judge: JudgeID
  let team: TeamID
  let judgeCode: String
  let teamKey: String

  var auditKey: String { "\(judgeCode) \(teamKey)" }
}
