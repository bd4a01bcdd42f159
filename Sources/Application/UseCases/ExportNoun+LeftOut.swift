extension ExportNoun {
  /// What no export holds, why, and the tables of the schema that it means.
  public struct LeftOut: Sendable {
    public let what: String
    public let reason: String
    public let relations: [String]

    init(_ what: String, _ reason: String, _ relations: String...) {
      self.what = what
      self.reason = reason
      self.relations = relations
    }
  }

  /// Why a new event cannot take what an export holds.
  enum Reason {
    static let published = "the export has only their dates and notes; publish the agenda again"
    static let said = "they hold only with the token of the organiser who decided; decide again"
    static let proved = "the log of their database proves them; compute, approve and announce the result again"
    static let issued = "the export has no codes; issue them again after the announcement"
  }

  public static let leftOut = [
    LeftOut(
      "tokens and codes", "only hashes of them are kept; make new ones", "access_token", "judge_invitation",
      "team_invitation"),
    LeftOut(
      "the log", "its chains prove what happened in this database; keep its seal, or the database itself",
      "audit_chain",
      "audit_entry", "audit_personal_value", "audit_checkpoint", "row_record"),
    LeftOut(
      "approvals of corrections", "an approval holds only with the token of the organiser who gave it",
      "announcement_approval"),
    LeftOut(
      "erased people", "nothing but hashes of them is kept, with a secret of this event", "erased_name", "erased_person"
    ),
    LeftOut("what earlier files said", "it is kept to tell edits by hand from values of files", "import_origin"),
    LeftOut("removed events", "they belong to no event", "removed_event"),
  ]
}
