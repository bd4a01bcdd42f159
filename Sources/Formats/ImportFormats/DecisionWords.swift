import Vocabulary

/// Words by which files say that somebody is not in, in three languages.
enum DecisionWords {
  /// Whether a column is called as one with decisions is: "Application Status", "RSVP", "Estado de la solicitud".
  static func canName(_ column: String) -> Bool {
    let words = FoldedName(column).text.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last, !words.contains(where: foreign.contains) else { return false }
    return words.contains(where: names.contains) || edges.contains(first) || edges.contains(last)
  }

  /// Whether a value keeps somebody out, or leaves it open: "Declined", "pending_approval", "En attente".
  static func refuse(_ value: String) -> Bool {
    let words = FoldedName(value).text.split(separator: " ")
    return words.count <= 6 && words.contains { refusals.contains(String($0)) }
  }

  private static let names: Set = [
    "status", "statut", "estatus", "rsvp", "approval", "decision", "approbation", "aprobacion",
  ]
  /// Words that say it at the beginning or the end of a name only.
  private static let edges: Set = [
    "estado", "etat", "refund", "refunded", "void", "voided", "cancelled", "canceled", "accepted", "approved",
    "admitted",
    "attending", "going", "confirmed", "attendance", "accepte", "approuve", "confirme", "presence", "remboursement",
    "aceptado",
    "aprobado", "confirmado", "asistencia", "reembolso",
  ]
  /// Words for what is decided about something else.
  private static let foreign: Set = [
    "marital", "civil", "immigration", "visa", "student", "employment", "citizenship", "vaccination", "discount",
    "matrimonial", "migratorio", "etudiant", "estudiante",
  ]
  private static let refusals: Set = [
    "declined", "decline", "rejected", "reject", "refunded", "refund", "void", "voided", "cancelled", "canceled",
    "waitlist",
    "waitlisted", "waiting", "pending", "no", "not", "withdrawn", "withdrew", "denied", "unpaid", "invited", "expired",
    "deleted", "removed", "failed", "incomplete", "abandoned", "disqualified", "refuse", "refusee", "rejete", "rejetee",
    "rembourse", "remboursee", "annule", "annulee", "attente", "non", "retire", "retiree", "desiste", "desistee",
    "impaye",
    "impayee", "invitee", "invite", "rechazado", "rechazada", "reembolsado", "reembolsada", "cancelado", "cancelada",
    "anulado", "anulada", "espera", "pendiente", "retirado", "retirada", "denegado", "denegada", "declinado",
    "declinada",
    "invitado", "invitada", "impagado",
  ]
}
