import Agenda
import Organisations
import Participants
import Submissions
import Teams

/// What can be exported so that it can be imported again; in the order in which a new event takes them in.
public enum ExportNoun: String, CaseIterable, Sendable {
  case organisation
  case team
  case participant
  case submission
  case session
  case speaker

  /// The columns of its file.
  public var columns: [String] {
    switch self {
    case .organisation: OrganisationsService.exportColumns
    case .team: TeamsService.exportColumns
    case .participant: ParticipantsService.exportColumns
    case .submission: SubmissionsService.exportColumns
    case .session: AgendaService.sessionColumns
    case .speaker: AgendaService.speakerColumns
    }
  }

  /// The name of its file in a folder.
  public var fileName: String { rawValue + "s" }
}
