import Vocabulary

extension FieldNames {
  /// The fields of a thing with the names of their columns, first our own, then those of spreadsheets.
  static func of(_ noun: ImportNoun, in language: Language) -> [FieldNames] {
    switch noun {
    case .participant: participant
    case .team: team(in: language)
    case .submission: submission(in: language)
    case .organisation: organisation(in: language)
    }
  }

  private static let participant: [FieldNames] = [
    FieldNames(.key),
    FieldNames(.sourceKey),
    FieldNames(.givenName, PersonColumnNames.givenName),
    FieldNames(.familyName, PersonColumnNames.familyName),
    FieldNames(.displayName, PersonColumnNames.fullName, own: ["name"]),
    FieldNames(.email, PersonColumnNames.email),
    FieldNames(
      .country, ["pays", "pays de nationalité", "país", "país de nacionalidad"], own: ["country_of_nationality"]),
    FieldNames(.city, ["town", "ville", "ciudad"]),
    FieldNames(.affiliation, PersonColumnNames.affiliation),
    FieldNames(.languages, PersonColumnNames.languages, own: ["language"]),
    FieldNames(.alias, ["stage name", "pseudonym", "pseudonyme", "nom de scène", "seudónimo", "apodo"]),
    FieldNames(
      .mayBeNamed,
      [
        "consent", "consent to be named", "may we publish your name?", "may we use your name?", "may we name you?",
        "consentement", "pouvons-nous publier votre nom?", "pouvons-nous publier votre nom ?", "consentimiento",
        "¿podemos publicar su nombre?", "¿podemos publicar tu nombre?",
      ], own: ["consent_public"]),
    FieldNames(.registrationSource, ["came_by"]),
    FieldNames(.team, teamNames),
    FieldNames(.isCaptain, ["team captain", "capitaine", "capitán", "capitana"], own: ["captain"]),
    FieldNames(
      .receivedAt, ["registration date", "date d'inscription", "fecha de inscripción"], own: ["registered_at"]),
    FieldNames(.receivedAsWritten, own: ["registered_as_written"]),
  ]

  private static let teamNames = [
    "team name", "name of your team", "équipe", "nom de l'équipe", "nom d'équipe", "equipo", "nombre del equipo",
  ]

  private static func team(in language: Language) -> [FieldNames] {
    [
      FieldNames(.key), FieldNames(.sourceKey), FieldNames(.name, ["team"] + teamNames + ["nom", "nombre"]),
      FieldNames(.country, ["pays", "país"]),
    ]
      + LocalisedFieldNames(name: "city", fields: LocalisedFieldNames.city, others: ["ville", "ciudad"])
      .names(in: language)
      + [
        FieldNames(
          .affiliation,
          [
            "organisation", "organization", "school", "university", "institution", "company", "université",
            "établissement", "organisme", "universidad", "institución", "organización",
          ]),
        FieldNames(.track, ["category", "challenge", "volet", "catégorie", "défi", "categoría", "reto"]),
        FieldNames(.declaredSize, ["team size", "taille de l'équipe", "tamaño del equipo", "stated_size"]),
        FieldNames(
          .table,
          [
            "table number", "table no", "table no.", "table #", "booth", "stand", "numéro de table", "mesa",
            "número de mesa",
          ]),
        FieldNames(.room, ["building", "salle", "local", "sala", "salón"]),
      ]
      + LocalisedFieldNames(
        name: "about", fields: LocalisedFieldNames.about, others: ["description", "descripción", "présentation"]
      ).names(in: language)
  }

  private static func submission(in language: Language) -> [FieldNames] {
    [FieldNames(.sourceKey), FieldNames(.team, teamNames)]
      + LocalisedFieldNames(
        name: "title", fields: LocalisedFieldNames.title,
        others: [
          "project title", "project name", "titre", "titre du projet", "nom du projet", "título", "título del proyecto",
          "nombre del proyecto",
        ]
      ).names(in: language)
      + LocalisedFieldNames(
        name: "summary", fields: LocalisedFieldNames.summary,
        others: [
          "abstract", "description", "project description", "résumé", "description du projet", "resumen", "descripción",
          "descripción del proyecto",
        ]
      ).names(in: language)
      + [
        FieldNames(.url, ["link", "project url", "project link", "lien", "lien du projet", "enlace"]),
        FieldNames(.videoUrl, ["video", "video link", "vidéo", "lien vidéo", "enlace del video"]),
        FieldNames(.links, ["liens", "enlaces"]),
        FieldNames(.builtWith, ["technologies", "tecnologías"]),
        FieldNames(.optedFor, ["prizes", "prix", "premios"]),
        FieldNames(.receivedAt, ["submitted at", "date de dépôt", "fecha de entrega"]),
        FieldNames(.receivedAsWritten),
      ]
  }

  private static func organisation(in language: Language) -> [FieldNames] {
    [FieldNames(.key), FieldNames(.role, ["rôle", "rol"]), FieldNames(.order, ["ordre", "orden"])]
      + LocalisedFieldNames(
        name: "name", fields: LocalisedFieldNames.name, others: ["organisation", "organization", "nom", "nombre"]
      ).names(in: language)
      + LocalisedFieldNames(
        name: "acronym", fields: LocalisedFieldNames.acronym, others: ["sigle", "acronyme", "sigla", "siglas"]
      ).names(in: language)
      + [FieldNames(.url, ["website", "link", "site web", "lien", "sitio web", "enlace"]), FieldNames(.logo)]
  }
}
