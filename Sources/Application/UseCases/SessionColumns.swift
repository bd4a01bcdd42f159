import ImportFormats

extension SessionImporter {
  static let columns =
    [
      ImportColumn.key, .date, ImportColumn("start", ["starts", "start time", "from", "début", "inicio", "desde"]),
      ImportColumn("end", ["ends", "end time", "until", "fin", "hasta"]), .timeZone,
      ImportColumn("languages", ["language", "langue", "langues", "idioma", "idiomas"]),
      ImportColumn("audience"), ImportColumn("kind", ["type", "genre", "tipo"]),
    ]
    + ImportColumn.localised("title", ["session", "session title", "talk", "name", "titre", "título", "nom", "nombre"])
    + ImportColumn.localised(
      "objective", ["description", "abstract", "summary", "résumé", "objectif", "objetivo", "resumen", "descripción"])
    + [
      .room, ImportColumn("url", ["link", "lien", "enlace", "zoom"]),
      ImportColumn("register_url", ["registration", "registration link", "inscription", "inscripción"]),
      ImportColumn("capacity", ["seats", "capacité", "capacidad"]), ImportColumn("cancelled", ["annulé", "cancelado"]),
      ImportColumn(
        "speakers",
        [
          "speaker", "presenter", "presenters", "intervenant", "intervenants", "intervenante", "conférencier",
          "ponente",
          "ponentes",
        ]),
    ] + printed + exported
  /// What the table of an exported agenda has beside.
  private static let exported = ["starts_at", "ends_at", "status"].map { ImportColumn($0) }
  /// How a page printed what the columns before hold.
  private static let printed = ["date_as_printed", "hours", "time_zone", "time_zone_as_printed"].map {
    ImportColumn($0)
  }
}
