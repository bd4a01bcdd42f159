struct SpanishForm: FormWording {
  var keysTitle: String { "Qué hacen las teclas" }
  var anyKeyGoesBack: String { "Cualquier tecla vuelve atrás" }
  var teamsHint: String { "Intro abrir · ↑ ↓ elegir · ? ayuda · q salir" }
  var pointsHint: String { "Intro siguiente · ↑ ↓ mover · Esc más opciones · Ctrl-C salir" }
  var textHint: String { "Intro siguiente · Esc más opciones · Ctrl-O editor · Ctrl-C salir" }
  var reviewHint: String { "↑ ↓ elegir · Intro aceptar · Esc equipos · Ctrl-C salir" }
  var recusalHint: String { "Intro no evaluarlo · Esc volver" }
  var conflictHint: String { "↑ ↓ elegir · Intro aceptar" }
  var whyNot: String { "¿Por qué no evalúa a este equipo?" }
  func team(_ number: Int, of count: Int, _ name: String) -> String { "equipo \(number) de \(count): \(name)" }
  func saved(_ time: String) -> String { "Guardado a las \(time)" }
  func notSaved(_ sentence: String) -> String { "NO GUARDADO: \(sentence)" }
  var triedAgain: String { "Se intentará de nuevo con la próxima respuesta." }
  var onceMore: String { "Ctrl-C otra vez sale sin guardarlo." }
  var allDone: String { "No queda nada por hacer. Gracias." }
  func left(_ left: Int, of count: Int) -> String { "Equipos pendientes: \(left) de \(count)." }
  var draft: String { "Borrador" }
  var ready: String { "Lista" }
  var recused: String { "No evaluado por usted" }
  func answered(_ answered: Int, of count: Int) -> String { "criterios: \(answered) de \(count)" }
  var nothingIsFinal: String { "nada es definitivo hasta que la ficha esté lista" }
  var noTeam: String { "Todavía no tiene ningún equipo que evaluar." }
  var comment: String { "Comentario solo para la organización" }
  var feedback: String { "Comentarios para el equipo" }
  var unsavedMark: String { "(no guardado)" }
  func commentLine(_ text: String) -> String { "Comentario: \(text)" }
  func feedbackLine(_ text: String) -> String { "Para el equipo: \(text)" }
  var none: String { "ninguno" }
  var isReady: String { "Esta ficha está lista. La organización puede reabrirla." }
  var isRecused: String { "Usted no evalúa a este equipo." }
  func stillMissing(_ title: String) -> String {
    "\(title) no tiene nota todavía, así que la ficha no puede estar lista."
  }
  func missing(_ title: String) -> String { "\(title) no tiene nota todavía." }
  var complete: String {
    "Cada criterio tiene su nota. Cuando la ficha esté lista, solo la organización podrá reabrirla."
  }
  var pointsAreNumbers: String { "Los puntos son un número. El comentario tiene su propio campo más abajo." }
  var sayWhy: String { "Diga en pocas palabras por qué; la organización lo leerá." }
  var serversStay: String { "Se quedan las respuestas del servidor." }
  var notChosen: String { "No ha elegido qué respuestas se quedan." }
  var lookAgain: String { "Alguien cambió esta ficha mientras tanto: revísela." }
  func isReadyNow(_ team: String) -> String { "\(team): la ficha está lista." }
  func notScored(_ team: String) -> String { "Usted no evalúa a \(team)." }
  var changedMeanwhile: String {
    "Alguien cambió esta ficha mientras tanto. Nada se ha perdido: elija qué respuestas se quedan."
  }
  func difference(_ title: String, yours: String, theirs: String) -> String {
    "\(title): la suya \(yours), en el servidor \(theirs)"
  }
  var keepMine: String { "Guardar mis respuestas de arriba, y las demás del servidor" }
  var keepTheirs: String { "Guardar las respuestas del servidor" }
  var noEditor: String { "No se pudo abrir el editor." }
  var project: String { "Proyecto" }
  var inShort: String { "En breve" }
  var look: String { "Ver" }
  var everythingDone: String { "Todo está hecho. Gracias." }
  func goOn(_ command: String) -> String { "Seguir donde estaba: \(command)" }
  func noNumber(_ text: String) -> String { "\(text) no es un número de puntos. Escriba 8 o 6,5." }
  func required(_ title: String) -> String { "\(title) debe tener nota; no puede quedar sin opinión." }
  func outOfRange(_ title: String, _ points: String, from low: String, to high: String) -> String {
    "\(title) va de \(low) a \(high), y se dio \(points)."
  }
  func offStep(_ title: String, _ points: String, step: String) -> String {
    "\(title) va de \(step) en \(step), y se dio \(points)."
  }
  var goBack: String { "Volver a las respuestas" }
  var makeReady: String { "La ficha está lista y cuenta" }
  var writeComment: String { "Escribir un comentario" }
  var nextTeam: String { "Equipo siguiente" }
  var doNotScore: String { "No evaluar a este equipo" }
  var allTeams: String { "Todos los equipos" }
  var quit: String { "Salir" }
  func opening(_ event: String, _ judge: String) -> String {
    "\(event), juez \(judge). Cada respuesta se guarda al momento."
  }
  var letters: String { "Intro conserva la respuesta, b vuelve atrás, s pasa al equipo siguiente, r recusa, q sale." }
  func teamTitle(_ number: Int, of count: Int, _ name: String) -> String { "Equipo \(number) de \(count): \(name)" }
  func share(_ title: String, _ share: String, _ range: String) -> String { "\(title): \(share) del total, \(range)" }
  func staysDraft(_ title: String) -> String { "\(title) no tiene nota todavía, así que la ficha queda en borrador." }
  var askReady: String {
    "¿Está lista la ficha? Entonces cuenta, y solo la organización puede reabrirla. Escriba y, o Intro si todavía no"
  }
  var askWhichStay: String { "Escriba m para guardar las suyas, o Intro para guardar las del servidor" }
  func askAgain(_ sentence: String) -> String { "NO GUARDADO: \(sentence) Intro lo intenta otra vez, q sale" }
  func readySaved(_ time: String) -> String { "Lista, guardada a las \(time)." }
  func savedLine(_ time: String) -> String { "Guardado a las \(time)." }
  var changedLine: String { "Alguien cambió esta ficha mientras tanto. Nada se ha perdido." }
  let help = [
    "Intro, ↓ o Tab   guardar la respuesta y seguir",
    "↑ o Mayús-Tab   guardarla y volver",
    "6,5 o 6.5   puntos; sustituyen la nota; nada o - para ninguna respuesta",
    "Esc   toda la ficha: darla por lista, no evaluar al equipo, otros equipos",
    "Ctrl-O   escribir el comentario en su editor",
    "Ctrl-C   salir; sus respuestas están guardadas",
  ]
}
