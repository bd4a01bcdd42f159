/// What the demonstration does, step by step, in words for an organiser and in the commands that a person would type.
public struct DemoScript: Sendable {
  public enum Step: Equatable, Sendable {
    case heading(String)
    case say(String)
    /// The arguments behind `datajam`.
    case run([String])
    /// Two organisers approve the event's result, each by a token, and one of them announces it for an hour.
    case publish(event: String, at: String)
  }

  public let steps: [Step]

  /// The real edition of 2021, then a fictional event from its teams to its winners, then the proof of the log.
  public static let whole = DemoScript(steps: edition2021 + fictional + proof)

  private static let space = "\u{A0}"

  private static let edition2021: [Step] = [
    .heading("The real event: the DataJam Against Exploitation 2021"),
    .say(
      """
      Its organiser published the teams, their ranks and the parts of the first prize. No scores were published, so
      none are invented: the ranks are repeated as they were announced. The French and the Spanish texts are our own
      translation.
      """),
    .run([
      "event", "add", "datajam-2021", "--name-en", "DataJam Against Exploitation", "--name-fr",
      "DataJam contre l’exploitation", "--name-es", "DataJam contra la Explotación", "--from", "2021-05-07", "--to",
      "2021-05-17", "--announced", "2021-06-04",
      "--tz",
      "America/Toronto", "--mode", "online", "--languages", "en,fr", "--stated-participants", "75",
      "--stated-nationalities", "16", "--purpose-en",
      "to find technological solutions that help prevent and fight human trafficking in Canada, to raise awareness, "
        + "to build capacity and to encourage collaboration across sectors", "--purpose-fr",
      "autour de solutions technologiques qui aident à prévenir et à combattre la traite des personnes au Canada, "
        + "ainsi que de la sensibilisation, du renforcement des capacités et de la collaboration entre les secteurs",
      "--purpose-es",
      "para encontrar soluciones tecnológicas que ayuden a prevenir y combatir la trata de personas en Canadá, "
        + "sensibilizar, fortalecer las capacidades y fomentar la colaboración entre sectores",
      "--notice-en",
      "From the facts that the organizer published. The amount of the monetary prize was not among them.",
      "--notice-fr",
      "D’après les faits publiés par l’organisateur, qui ne comprennent pas le montant du prix en argent. "
        + "Texte français\(space): traduction du projet datajam. † Nom français officiel non confirmé.",
      "--notice-es",
      "A partir de los hechos que publicó la entidad organizadora, que no incluyen el monto del premio en dinero. "
        + "Texto en español: traducción del proyecto datajam.",
    ]),
    .run(["organisation", "import", "-E", "datajam-2021", "datajam-2021/organisations.csv"]),
    .run(["team", "import", "-E", "datajam-2021", "datajam-2021/teams.csv"]),
    .run(["submission", "import", "-E", "datajam-2021", "datajam-2021/submissions.csv"]),
    .run(["prize", "import", "-E", "datajam-2021", "datajam-2021/prizes.csv"]),
    .run(["result", "import", "-E", "datajam-2021", "datajam-2021/ranks.csv"]),
    .say(
      """
      The page of its agenda said "(EST)" in May and "Saturday, May 9, 2021", which was a Sunday. The first is only told; \
      the second stops an import until somebody says which is right. Here the date is believed.
      """),
    .run([
      "agenda", "import", "-E", "datajam-2021", "datajam-2021/sessions.csv", "--speakers",
      "datajam-2021/speakers.csv", "--weekday-mismatch", "date",
    ]),
    .run(["agenda", "list", "-E", "datajam-2021", "--tz", "America/Vancouver"]),
    .run(["agenda", "publish", "-E", "datajam-2021"]),
    .run([
      "agenda", "export", "-E", "datajam-2021", "--as", "ics", "--language", "fr", "-o", "datajam-2021/agenda.fr.ics",
    ]),
    .run([
      "event", "relate", "datajam-2021", "--follow-up", "DataJam Pasos Libres 2021", "--when", "fall 2021",
    ]),
    .say(
      """
      Two organisers approve a result, each known by a token; here you are both. The hour of the real announcement is not \
      known: midnight stands for it, and no text names an hour.
      """),
    .run(["prize", "award", "-E", "datajam-2021"]),
    .publish(event: "datajam-2021", at: "2021-06-04T00:00"),
    .say("What was never published? Nothing is made up; the doctor names it, with the command that would fill it in:"),
    .run(["doctor", "-E", "datajam-2021"]),
    .say("Is every fact there, in all three languages? A language with a missing text would be refused."),
    .run(["announcement", "check", "-E", "datajam-2021", "--languages", "en,fr,es"]),
    .say("The announcement, in English, in French and in Spanish, from one record:"),
    .run(["announcement", "render", "-E", "datajam-2021", "--languages", "en,fr,es"]),
    .run([
      "announcement", "render", "-E", "datajam-2021", "--languages", "en,fr,es", "--as", "all", "-o",
      "datajam-2021/announcement",
    ]),
  ]

  private static let fictional: [Step] = [
    .heading("A fictional event, to show the judging: the Harbour DataJam"),
    .say("12 teams, 6 judges, 3 criteria, 3 sheets for each team. Every person and organisation in it is made up."),
    .run([
      "event", "add", "demo-jam", "--name-en", "Harbour DataJam (fictional)", "--name-fr", "DataJam du port (fictif)",
      "--name-es", "DataJam del puerto (ficticio)",
      "--from", "2026-05-08", "--to", "2026-05-10", "--announced", "2026-05-22", "--tz", "America/Halifax", "--mode",
      "hybrid", "--languages", "en,fr,es", "--team-size", "4", "--purpose-en", "to make a harbour’s open data useful",
      "--purpose-fr", "pour rendre utiles les données ouvertes d’un port", "--purpose-es",
      "para dar uso a los datos abiertos de un puerto",
    ]),
    .run(["organisation", "import", "-E", "demo-jam", "demo-jam/organisations.csv"]),
    .run(["team", "import", "-E", "demo-jam", "demo-jam/teams.csv"]),
    .run(["participant", "import", "-E", "demo-jam", "demo-jam/participants.csv"]),
    .run(["participant", "stats", "-E", "demo-jam"]),
    .run(["submission", "import", "-E", "demo-jam", "demo-jam/submissions.csv"]),
    .run(["prize", "import", "-E", "demo-jam", "demo-jam/prizes.csv"]),
    .say("What is judged, and by whom:"),
    .run(["rubric", "import", "-E", "demo-jam", "demo-jam/rubric.csv"]),
    .run(["rubric", "show", "-E", "demo-jam"]),
    .run(["judge", "import", "-E", "demo-jam", "demo-jam/judges.csv"]),
    .run(["judging", "open", "-E", "demo-jam", "main"]),
    .run(["assignment", "import", "-E", "demo-jam", "demo-jam/assignments.csv"]),
    .say("The scores come in. Two sheets are still missing and one lacks a criterion, as it happens:"),
    .run(["score", "import", "-E", "demo-jam", "demo-jam/scores.csv"]),
    .run(["score", "missing", "-E", "demo-jam"]),
    .say("J-03 completes the unfinished sheet; the other two never come. The round closes."),
    .run(["score", "set", "-E", "demo-jam", "J-03", "kelp", "data=7", "--ready"]),
    .run(["judging", "close", "-E", "demo-jam"]),
    .run(["result", "freeze", "-E", "demo-jam"]),
    .say("The ranking allows for how severe each judge is, and says how sure each rank is:"),
    .run(["result", "compute", "-E", "demo-jam"]),
    .say("What made the winner's rank, number by number:"),
    .run(["result", "explain", "-E", "demo-jam", "aurora"]),
    .say(
      "Who receives what? Until the hour that two organisers approve and one of them sets, nothing of it is public."),
    .run(["prize", "award", "-E", "demo-jam"]),
    .publish(event: "demo-jam", at: "2026-05-22T14:00"),
    .run(["announcement", "check", "-E", "demo-jam"]),
    .run(["announcement", "render", "-E", "demo-jam"]),
  ]

  private static let proof: [Step] = [
    .heading("Every change above was logged"),
    .run(["log", "list", "-E", "demo-jam", "--last", "5"]),
    .run(["log", "seal", "-E", "demo-jam"]),
    .run(["log", "verify"]),
  ]
}
