import ImportFormats
import ImportStaging
import Vocabulary

extension StagedProblem {
  /// What was found, as a sentence for the organiser.
  func sentence(_ noun: ImportNoun) -> Message {
    let (value, other) = (quoted(value ?? ""), other ?? "")
    switch code {
    case .sameKey:
      return "The key \(value) stands in row \(other) as well: each \(noun.rawValue) takes one row."
    case .sameEmail:
      return "The address \(value) stands in row \(other) as well: each participant has one of their own."
    case .sameRole: return "The organisation has the role \(value) in row \(other) as well: once is enough."
    case .sameTeam:
      return "The team \(value) stands in row \(other) as well: each team takes one row."
    case .samePerson:
      return "The address \(value) belongs to the participant of row \(other): each participant takes one row."
    case .emailTaken:
      return "Another participant of this event, \(quoted(other)), already has the address \(value). "
        + "Find them: \(run: "participant list")"
    case .noName: return "There is no name, and the \(self.field == "name" ? "team" : "participant") is new."
    case .teamFull: return "Team \(value) is full: this event allows \(other) members in a team."
    case .teamUnknown:
      guard let near = self.other else { return "There is no team \(value). List them: \(run: "team list")" }
      return "There is no team \(value). Did you mean \(quoted(near))? If it is new: \(run: "team add KEY --name NAME")"
    case .teamTooLate:
      return "There is no team \(value), and files make none once judging has begun. "
        + "To add it: \(run: "team add KEY --name NAME")"
    case .tooLate:
      return "Judging has ended, so files add and change no \(other) any more. "
        + "To take the event back: \(run: "event phase set judging --reason TEXT")"
    case .inOtherTeam:
      return "The participant is already in team \(quoted(other)), and nobody is in two: \(value) was not joined."
    case .inTwoTeams:
      return "\(value) is in team \(quoted(other)) already and stays there: nobody is in two."
    case .left:
      return "\(quoted(other)) was taken out of team \(value) since the last import and stays out. "
        + "To take the file's: --overwrite"
    case .teamNotActive: return "Team \(value) is \(other), so nobody can join it."
    case .secondCaptain: return "Team \(value) already has a captain, so this participant is a member of it."
    case .almostKnown: return "The team \(value) is new, and its name is almost that of \(quoted(other))."
    case .merged: return "The team \(value) was merged into \(quoted(other)), so the row changes nothing of it."
    case .trackUnknown: return "There is no track \(value). List them: \(run: "track list")"
    case .withdrawn: return "\(quoted(other)) withdrew, and stays so."
    case .erased:
      let who = noun == .participant ? "This person" : "A person of this row"
      return "\(who) asked to be erased and is left out. To take them all the same: --with-erased"
    case .erasedEmail:
      return "The address is that of a person who asked to be erased, so this participant is kept without it. "
        + "To take it all the same: --with-erased"
    case .sharedEmail:
      return "The address \(value) belongs to somebody else as well, so this participant is kept without one."
    case .keptByHand:
      let kept = self.other.map { "\(quoted($0)) was set by hand since the last import and stays" }
      return
        "\(kept ?? "This was emptied by hand since the last import and stays empty"); the file says \(value). To take the file's: --overwrite"
    case .refused: return "The row breaks the rule \(quoted(other))."
    }
  }
}
