import Vocabulary

/// What the name of a column says of a team's people: "Member 2 e-mail", "prénom du membre 3", "Team leader", "Integrantes".
struct MemberColumnName: Equatable {
  enum Part: Equatable {
    case fullName, givenName, familyName, email
    /// "Nom" and "nombre" alone: the whole name, or the part of it that no other column holds.
    case frenchName, spanishName
    /// A cell with the names of several people.
    case list
  }

  /// Nil for the leader and for a list.
  let number: Int?
  let isLeader: Bool
  let part: Part

  /// Nil for the name of any other column.
  init?(_ name: String) {
    var (number, isLeader, isMember, isList, rest): (Int?, Bool, Bool, Bool, [String]) = (nil, false, false, false, [])
    for word in Self.words(of: name) where !Self.fillers.contains(word) {
      if let found = Self.number(word), number == nil {
        number = found
      } else if Self.members.contains(word), !isMember {
        isMember = true
      } else if Self.leaders.contains(word), !isLeader {
        isLeader = true
      } else if Self.lists.contains(word), !isList {
        isList = true
      } else {
        rest.append(word)
      }
    }
    guard let part = Self.part(rest, isList: isList && number == nil) else { return nil }
    // "Chef" and "lead" alone are not always those of a team.
    if isLeader, rest.isEmpty, !Self.saysTeam(name) { return nil }
    guard isLeader ? number == nil && !isList : (isMember || isList) && (number != nil) != (part == .list) else {
      return nil
    }
    self.number = number
    self.isLeader = isLeader
    self.part = part
  }

  /// The words, with a number that is joined to its word as one of its own: "member2".
  private static func words(of name: String) -> [String] {
    FoldedName(name).text.split(separator: " ").flatMap { word -> [String] in
      let letters = String(word.prefix { $0.isLetter })
      guard members.contains(letters), letters.count < word.count else { return [String(word)] }
      return [letters, String(word.dropFirst(letters.count))]
    }
  }

  private static func saysTeam(_ name: String) -> Bool {
    let words = words(of: name)
    return words.contains { ["leader", "lider", "team", "equipe", "lequipe", "dequipe", "equipo"].contains($0) }
  }

  /// "2", "02", "2s" as in "member 2's name".
  private static func number(_ word: String) -> Int? {
    let digits = word.hasSuffix("s") ? String(word.dropLast()) : word
    return digits.utf8.count <= 2 ? Int(digits) : nil
  }

  private static func part(_ rest: [String], isList: Bool) -> Part? {
    if isList { return rest.allSatisfy(listWords.contains) ? .list : nil }
    return parts[rest.joined(separator: " ")]
  }

  private static let members: Set = [
    "member", "teammate", "membre", "coequipier", "coequipiere", "integrante", "miembro",
    "companero",
    "companera", "participant", "participante", "student", "etudiant", "etudiante", "estudiante", "hacker", "person",
    "personne", "persona",
  ]
  private static let leaders: Set = [
    "leader", "lead", "captain", "capitaine", "capitan", "capitana", "chef", "cheffe", "lider", "responsable",
  ]
  private static let lists: Set = [
    "members", "teammates", "membres", "coequipiers", "coequipieres", "integrantes", "miembros", "companeros",
    "companeras",
  ]
  private static let fillers: Set = [
    "of", "the", "your", "team", "teams", "group", "project", "other", "additional", "all", "address", "equipe",
    "lequipe",
    "dequipe", "groupe", "projet", "du", "de", "des", "la", "le", "les", "autres", "tous", "adresse", "electronique",
    "equipo",
    "grupo", "proyecto", "del", "el", "los", "las", "otros", "otras", "direccion", "electronico", "no", "n", "numero",
  ]
  private static let listWords: Set = [
    "name", "names", "full", "noms", "nom", "nombres", "nombre", "emails", "email", "mails", "mail", "e", "courriels",
    "courriel",
    "correos", "correo", "and", "et", "y",
  ]
  private static let parts: [String: Part] = [
    "": .fullName, "name": .fullName, "full name": .fullName, "name surname": .fullName, "nom complet": .fullName,
    "prenom et nom": .fullName, "nom et prenom": .fullName, "nombre completo": .fullName,
    "nombre y apellido": .fullName,
    "nombre y apellidos": .fullName, "first name": .givenName, "given name": .givenName, "first": .givenName,
    "prenom": .givenName, "prenoms": .givenName, "last name": .familyName, "family name": .familyName,
    "surname": .familyName, "last": .familyName, "nom famille": .familyName, "apellido": .familyName,
    "apellidos": .familyName, "nom": .frenchName, "nombre": .spanishName, "email": .email, "e mail": .email,
    "mail": .email, "courriel": .email, "correo": .email,
  ]
}
