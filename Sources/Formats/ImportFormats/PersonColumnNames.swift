/// What people call the columns of a person, in English, French and Spanish.
public enum PersonColumnNames {
  public static let givenName = [
    "first name", "forename", "prénom", "prénoms", "prénom(s)", "nombre", "nombres", "nombre de pila", "nombre(s)",
  ]
  public static let familyName = [
    "last name", "surname", "nom", "nom de famille", "apellido", "apellidos", "apellido(s)",
  ]
  public static let fullName = [
    "full name", "your name", "your full name", "participant name", "nom complet", "prénom et nom", "nom et prénom",
    "nombre completo", "nombre y apellido", "nombre y apellidos",
  ]
  public static let email = [
    "e-mail", "email address", "e-mail address", "mail", "courriel", "adresse courriel", "adresse e-mail",
    "adresse email", "adresse électronique", "correo", "correo electrónico", "dirección de correo",
    "dirección de correo electrónico",
  ]
  public static let affiliation = [
    "organisation", "organization", "school", "university", "college", "institution", "company", "employer",
    "université", "école", "établissement", "organisme", "entreprise", "universidad", "escuela", "institución",
    "empresa", "organización",
  ]
  public static let languages = ["preferred language", "langue", "langues", "langue préférée", "idioma", "idiomas"]
  /// The time at which a form was answered.
  public static let answerTime = ["Timestamp", "Horodateur", "Marca temporal"]
}
