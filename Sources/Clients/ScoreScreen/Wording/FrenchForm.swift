struct FrenchForm: FormWording {
  var keysTitle: String { "Les touches" }
  var anyKeyGoesBack: String { "Une touche quelconque revient en arrière" }
  var teamsHint: String { "Entrée ouvrir · ↑ ↓ choisir · ? aide · q quitter" }
  var pointsHint: String { "Entrée suivant · ↑ ↓ se déplacer · Échap autres choix · Ctrl-C quitter" }
  var textHint: String { "Entrée suivant · Échap autres choix · Ctrl-O éditeur · Ctrl-C quitter" }
  var reviewHint: String { "↑ ↓ choisir · Entrée valider · Échap équipes · Ctrl-C quitter" }
  var recusalHint: String { "Entrée ne pas l’évaluer · Échap retour" }
  var conflictHint: String { "↑ ↓ choisir · Entrée valider" }
  var whyNot: String { "Pourquoi n’évaluez-vous pas cette équipe ?" }
  func team(_ number: Int, of count: Int, _ name: String) -> String { "équipe \(number) sur \(count) : \(name)" }
  func saved(_ time: String) -> String { "Enregistré à \(time)" }
  func notSaved(_ sentence: String) -> String { "NON ENREGISTRÉ : \(sentence)" }
  var triedAgain: String { "Nouvel essai avec la prochaine réponse." }
  var onceMore: String { "Ctrl-C encore une fois quitte sans l’enregistrer." }
  var allDone: String { "Il ne reste rien à faire. Merci." }
  func left(_ left: Int, of count: Int) -> String { "Équipes restantes : \(left) sur \(count)." }
  var draft: String { "Brouillon" }
  var ready: String { "Prête" }
  var recused: String { "Non évaluée par vous" }
  func answered(_ answered: Int, of count: Int) -> String { "critères : \(answered) sur \(count)" }
  var nothingIsFinal: String { "rien n’est définitif tant que la fiche n’est pas prête" }
  var noTeam: String { "Vous n’avez pas encore d’équipe à évaluer." }
  var comment: String { "Commentaire pour l’organisation seulement" }
  var feedback: String { "Retour pour l’équipe" }
  var unsavedMark: String { "(non enregistré)" }
  func commentLine(_ text: String) -> String { "Commentaire : \(text)" }
  func feedbackLine(_ text: String) -> String { "Retour : \(text)" }
  var none: String { "aucun" }
  var isReady: String { "Cette fiche est prête. L’organisation peut la rouvrir." }
  var isRecused: String { "Vous n’évaluez pas cette équipe." }
  func stillMissing(_ title: String) -> String { "\(title) n’a pas encore de note : la fiche ne peut pas être prête." }
  func missing(_ title: String) -> String { "\(title) n’a pas encore de note." }
  var complete: String { "Chaque critère a sa note. Une fois la fiche prête, seule l’organisation peut la rouvrir." }
  var pointsAreNumbers: String { "Les points sont un nombre. Le commentaire a son propre champ plus bas." }
  var sayWhy: String { "Dites en quelques mots pourquoi ; l’organisation le lira." }
  var serversStay: String { "Les réponses du serveur sont gardées." }
  var notChosen: String { "Vous n’avez pas choisi les réponses à garder." }
  var lookAgain: String { "Quelqu’un a changé cette fiche entre-temps : relisez-la." }
  func isReadyNow(_ team: String) -> String { "\(team) : la fiche est prête." }
  func notScored(_ team: String) -> String { "Vous n’évaluez pas \(team)." }
  var changedMeanwhile: String {
    "Quelqu’un a changé cette fiche entre-temps. Rien n’est perdu : choisissez les réponses à garder."
  }
  func difference(_ title: String, yours: String, theirs: String) -> String {
    "\(title) : la vôtre \(yours), sur le serveur \(theirs)"
  }
  var keepMine: String { "Garder mes réponses ci-dessus, et les autres du serveur" }
  var keepTheirs: String { "Garder les réponses du serveur" }
  var noEditor: String { "L’éditeur n’a pas pu démarrer." }
  var project: String { "Projet" }
  var inShort: String { "En bref" }
  var look: String { "À voir" }
  var everythingDone: String { "Tout est fait. Merci." }
  func goOn(_ command: String) -> String { "Reprendre là où vous étiez : \(command)" }
  func noNumber(_ text: String) -> String { "\(text) n’est pas un nombre de points. Écrivez 8 ou 6,5." }
  func required(_ title: String) -> String { "\(title) doit être noté ; on ne peut pas rester sans avis." }
  func outOfRange(_ title: String, _ points: String, from low: String, to high: String) -> String {
    "\(title) va de \(low) à \(high), et la note donnée est \(points)."
  }
  func offStep(_ title: String, _ points: String, step: String) -> String {
    "\(title) va par pas de \(step), et la note donnée est \(points)."
  }
  var goBack: String { "Revenir aux réponses" }
  var makeReady: String { "La fiche est prête et compte" }
  var writeComment: String { "Écrire un commentaire ou un retour" }
  var nextTeam: String { "Équipe suivante" }
  var doNotScore: String { "Ne pas évaluer cette équipe" }
  var allTeams: String { "Toutes les équipes" }
  var quit: String { "Quitter" }
  func opening(_ event: String, _ judge: String) -> String {
    "\(event), juge \(judge). Chaque réponse est enregistrée aussitôt."
  }
  var letters: String { "Entrée garde la réponse, b revient, s passe à l’équipe suivante, r récuse, q quitte." }
  func teamTitle(_ number: Int, of count: Int, _ name: String) -> String { "Équipe \(number) sur \(count) : \(name)" }
  func share(_ title: String, _ share: String, _ range: String) -> String { "\(title) : \(share) du total, \(range)" }
  func staysDraft(_ title: String) -> String { "\(title) n’a pas encore de note : la fiche reste un brouillon." }
  var askReady: String {
    "La fiche est-elle prête ? Elle compte alors, et seule l’organisation peut la rouvrir. Tapez y, ou Entrée pour pas encore"
  }
  var askWhichStay: String { "Tapez m pour garder les vôtres, ou Entrée pour garder celles du serveur" }
  func askAgain(_ sentence: String) -> String { "NON ENREGISTRÉ : \(sentence) Entrée essaie encore, q quitte" }
  func readySaved(_ time: String) -> String { "Prête, enregistrée à \(time)." }
  func savedLine(_ time: String) -> String { "Enregistré à \(time)." }
  var changedLine: String { "Quelqu’un a changé cette fiche entre-temps. Rien n’est perdu." }
  let help = [
    "Entrée, ↓ ou Tab   enregistrer la réponse et continuer",
    "↑ ou Maj-Tab   l’enregistrer et revenir",
    "6,5 ou 6.5   des points ; ils remplacent la note ; rien ou - pour aucune réponse",
    "Échap   toute la fiche : la dire prête, ne pas évaluer l’équipe, les autres équipes",
    "Ctrl-O   écrire le commentaire ou le retour dans votre éditeur",
    "Ctrl-C   quitter ; vos réponses sont enregistrées",
  ]
}
