/// What countries are called in English, French and Spanish, behind their two letters (after Unicode CLDR).
enum CountryNames {
  static let text = """
    AD Andorra|Andorre|Andorra
    AE United Arab Emirates|Émirats arabes unis|Emiratos Árabes Unidos
    AF Afghanistan|Afghanistan|Afganistán
    AG Antigua & Barbuda|Antigua-et-Barbuda|Antigua y Barbuda
    AI Anguilla|Anguilla|Anguila
    AL Albania|Albanie|Albania
    AM Armenia|Arménie|Armenia
    AO Angola|Angola|Angola
    AQ Antarctica|Antarctique|Antártida
    AR Argentina|Argentine|Argentina
    AS American Samoa|Samoa américaines|Samoa Americana
    AT Austria|Autriche|Austria
    AU Australia|Australie|Australia
    AW Aruba|Aruba|Aruba
    AX Åland Islands|Îles Åland|Islas Aland
    AZ Azerbaijan|Azerbaïdjan|Azerbaiyán
    BA Bosnia & Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina
    BB Barbados|Barbade|Barbados
    BD Bangladesh|Bangladesh|Bangladés
    BE Belgium|Belgique|Bélgica
    BF Burkina Faso|Burkina Faso|Burkina Faso
    BG Bulgaria|Bulgarie|Bulgaria
    BH Bahrain|Bahreïn|Baréin
    BI Burundi|Burundi|Burundi
    BJ Benin|Bénin|Benín
    BL St. Barthélemy|Saint-Barthélemy|San Bartolomé
    BM Bermuda|Bermudes|Bermudas
    BN Brunei|Brunei|Brunéi
    BO Bolivia|Bolivie|Bolivia
    BQ Caribbean Netherlands|Pays-Bas caribéens|Caribe neerlandés
    BR Brazil|Brésil|Brasil
    BS Bahamas|Bahamas|Bahamas
    BT Bhutan|Bhoutan|Bután
    BV Bouvet Island|Île Bouvet|Isla Bouvet
    BW Botswana|Botswana|Botsuana
    BY Belarus|Biélorussie|Bielorrusia
    BZ Belize|Belize|Belice
    CA Canada|Canada|Canadá
    CC Cocos (Keeling) Islands|Îles Cocos|Islas Cocos
    CD Congo - Kinshasa|Congo-Kinshasa|República Democrática del Congo
    CF Central African Republic|République centrafricaine|República Centroafricana
    CG Congo - Brazzaville|Congo-Brazzaville|Congo
    CH Switzerland|Suisse|Suiza
    CI Côte d’Ivoire|Côte d’Ivoire|Côte d’Ivoire
    CK Cook Islands|Îles Cook|Islas Cook
    CL Chile|Chili|Chile
    CM Cameroon|Cameroun|Camerún
    CN China mainland|Chine continentale|China continental
    CO Colombia|Colombie|Colombia
    CR Costa Rica|Costa Rica|Costa Rica
    CU Cuba|Cuba|Cuba
    CV Cape Verde|Cap-Vert|Cabo Verde
    CW Curaçao|Curaçao|Curazao
    CX Christmas Island|Île Christmas|Isla de Navidad
    CY Cyprus|Chypre|Chipre
    CZ Czechia|Tchéquie|Chequia
    DE Germany|Allemagne|Alemania
    DJ Djibouti|Djibouti|Yibuti
    DK Denmark|Danemark|Dinamarca
    DM Dominica|Dominique|Dominica
    DO Dominican Republic|République dominicaine|República Dominicana
    DZ Algeria|Algérie|Argelia
    EC Ecuador|Équateur|Ecuador
    EE Estonia|Estonie|Estonia
    EG Egypt|Égypte|Egipto
    EH Western Sahara|Sahara occidental|Sáhara Occidental
    ER Eritrea|Érythrée|Eritrea
    ES Spain|Espagne|España
    ET Ethiopia|Éthiopie|Etiopía
    FI Finland|Finlande|Finlandia
    FJ Fiji|Fidji|Fiyi
    FK Falkland Islands|Îles Malouines|Islas Malvinas
    FM Micronesia|Micronésie|Micronesia
    FO Faroe Islands|Îles Féroé|Islas Feroe
    FR France|France|Francia
    GA Gabon|Gabon|Gabón
    GB United Kingdom|Royaume-Uni|Reino Unido
    GD Grenada|Grenade|Granada
    GE Georgia|Géorgie|Georgia
    GF French Guiana|Guyane française|Guayana Francesa
    GG Guernsey|Guernesey|Guernesey
    GH Ghana|Ghana|Ghana
    GI Gibraltar|Gibraltar|Gibraltar
    GL Greenland|Groenland|Groenlandia
    GM Gambia|Gambie|Gambia
    GN Guinea|Guinée|Guinea
    GP Guadeloupe|Guadeloupe|Guadalupe
    GQ Equatorial Guinea|Guinée équatoriale|Guinea Ecuatorial
    GR Greece|Grèce|Grecia
    GS South Georgia and the South Sandwich Islands|Géorgie du Sud-et-les Îles Sandwich du Sud|Islas Georgia del Sur y Sandwich del Sur
    GT Guatemala|Guatemala|Guatemala
    GU Guam|Guam|Guam
    GW Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu
    GY Guyana|Guyana|Guyana
    HK Hong Kong|Hong Kong|Hong Kong
    HM Heard & McDonald Islands|Îles Heard-et-MacDonald|Islas Heard y McDonald
    HN Honduras|Honduras|Honduras
    HR Croatia|Croatie|Croacia
    HT Haiti|Haïti|Haití
    HU Hungary|Hongrie|Hungría
    ID Indonesia|Indonésie|Indonesia
    IE Ireland|Irlande|Irlanda
    IL Israel|Israël|Israel
    IM Isle of Man|Île de Man|Isla de Man
    IN India|Inde|India
    IO Chagos Archipelago|Archipel des Chagos|Archipiélago de Chagos
    IQ Iraq|Irak|Irak
    IR Iran|Iran|Irán
    IS Iceland|Islande|Islandia
    IT Italy|Italie|Italia
    JE Jersey|Jersey|Jersey
    JM Jamaica|Jamaïque|Jamaica
    JO Jordan|Jordanie|Jordania
    JP Japan|Japon|Japón
    KE Kenya|Kenya|Kenia
    KG Kyrgyzstan|Kirghizstan|Kirguistán
    KH Cambodia|Cambodge|Camboya
    KI Kiribati|Kiribati|Kiribati
    KM Comoros|Comores|Comoras
    KN St. Kitts & Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves
    KP North Korea|Corée du Nord|Corea del Norte
    KR South Korea|Corée du Sud|Corea del Sur
    KW Kuwait|Koweït|Kuwait
    KY Cayman Islands|Îles Caïmans|Islas Caimán
    KZ Kazakhstan|Kazakhstan|Kazajistán
    LA Laos|Laos|Laos
    LB Lebanon|Liban|Líbano
    LC St. Lucia|Sainte-Lucie|Santa Lucía
    LI Liechtenstein|Liechtenstein|Liechtenstein
    LK Sri Lanka|Sri Lanka|Sri Lanka
    LR Liberia|Liberia|Liberia
    LS Lesotho|Lesotho|Lesoto
    LT Lithuania|Lituanie|Lituania
    LU Luxembourg|Luxembourg|Luxemburgo
    LV Latvia|Lettonie|Letonia
    LY Libya|Libye|Libia
    MA Morocco|Maroc|Marruecos
    MC Monaco|Monaco|Mónaco
    MD Moldova|Moldavie|Moldavia
    ME Montenegro|Monténégro|Montenegro
    MF St. Martin|Saint-Martin|San Martín
    MG Madagascar|Madagascar|Madagascar
    MH Marshall Islands|Îles Marshall|Islas Marshall
    MK North Macedonia|Macédoine du Nord|Macedonia del Norte
    ML Mali|Mali|Mali
    MM Myanmar (Burma)|Myanmar (Birmanie)|Myanmar (Birmania)
    MN Mongolia|Mongolie|Mongolia
    MO Macao|Macao|Macao
    MP Northern Mariana Islands|Îles Mariannes du Nord|Islas Marianas del Norte
    MQ Martinique|Martinique|Martinica
    MR Mauritania|Mauritanie|Mauritania
    MS Montserrat|Montserrat|Montserrat
    MT Malta|Malte|Malta
    MU Mauritius|Maurice|Mauricio
    MV Maldives|Maldives|Maldivas
    MW Malawi|Malawi|Malaui
    MX Mexico|Mexique|México
    MY Malaysia|Malaisie|Malasia
    MZ Mozambique|Mozambique|Mozambique
    NA Namibia|Namibie|Namibia
    NC New Caledonia|Nouvelle-Calédonie|Nueva Caledonia
    NE Niger|Niger|Níger
    NF Norfolk Island|Île Norfolk|Isla Norfolk
    NG Nigeria|Nigeria|Nigeria
    NI Nicaragua|Nicaragua|Nicaragua
    NL Netherlands|Pays-Bas|Países Bajos
    NO Norway|Norvège|Noruega
    NP Nepal|Népal|Nepal
    NR Nauru|Nauru|Nauru
    NU Niue|Niue|Niue
    NZ New Zealand|Nouvelle-Zélande|Nueva Zelanda
    OM Oman|Oman|Omán
    PA Panama|Panama|Panamá
    PE Peru|Pérou|Perú
    PF French Polynesia|Polynésie française|Polinesia Francesa
    PG Papua New Guinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea
    PH Philippines|Philippines|Filipinas
    PK Pakistan|Pakistan|Pakistán
    PL Poland|Pologne|Polonia
    PM St. Pierre & Miquelon|Saint-Pierre-et-Miquelon|San Pedro y Miquelón
    PN Pitcairn Islands|Îles Pitcairn|Islas Pitcairn
    PR Puerto Rico|Porto Rico|Puerto Rico
    PS Palestinian Territories|Territoires palestiniens|Territorios Palestinos
    PT Portugal|Portugal|Portugal
    PW Palau|Palaos|Palaos
    PY Paraguay|Paraguay|Paraguay
    QA Qatar|Qatar|Catar
    RE Réunion|La Réunion|Reunión
    RO Romania|Roumanie|Rumanía
    RS Serbia|Serbie|Serbia
    RU Russia|Russie|Rusia
    RW Rwanda|Rwanda|Ruanda
    SA Saudi Arabia|Arabie saoudite|Arabia Saudí
    SB Solomon Islands|Îles Salomon|Islas Salomón
    SC Seychelles|Seychelles|Seychelles
    SD Sudan|Soudan|Sudán
    SE Sweden|Suède|Suecia
    SG Singapore|Singapour|Singapur
    SH St. Helena|Sainte-Hélène|Santa Elena
    SI Slovenia|Slovénie|Eslovenia
    SJ Svalbard & Jan Mayen|Svalbard et Jan Mayen|Svalbard y Jan Mayen
    SK Slovakia|Slovaquie|Eslovaquia
    SL Sierra Leone|Sierra Leone|Sierra Leona
    SM San Marino|Saint-Marin|San Marino
    SN Senegal|Sénégal|Senegal
    SO Somalia|Somalie|Somalia
    SR Suriname|Suriname|Surinam
    SS South Sudan|Soudan du Sud|Sudán del Sur
    ST São Tomé & Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe
    SV El Salvador|Salvador|El Salvador
    SX Sint Maarten|Saint-Martin (partie néerlandaise)|Sint Maarten
    SY Syria|Syrie|Siria
    SZ Eswatini|Eswatini|Esuatini
    TC Turks & Caicos Islands|Îles Turques-et-Caïques|Islas Turcas y Caicos
    TD Chad|Tchad|Chad
    TF French Southern Territories|Terres australes françaises|Territorios Australes Franceses
    TG Togo|Togo|Togo
    TH Thailand|Thaïlande|Tailandia
    TJ Tajikistan|Tadjikistan|Tayikistán
    TK Tokelau|Tokelau|Tokelau
    TL Timor-Leste|Timor oriental|Timor Oriental
    TM Turkmenistan|Turkménistan|Turkmenistán
    TN Tunisia|Tunisie|Túnez
    TO Tonga|Tonga|Tonga
    TR Türkiye|Turquie|Turquía
    TT Trinidad & Tobago|Trinité-et-Tobago|Trinidad y Tobago
    TV Tuvalu|Tuvalu|Tuvalu
    TW Taiwan|Taïwan|Taiwán
    TZ Tanzania|Tanzanie|Tanzania
    UA Ukraine|Ukraine|Ucrania
    UG Uganda|Ouganda|Uganda
    UM U.S. Outlying Islands|Îles mineures éloignées des É.-U.|Islas menores alejadas de EE. UU.
    US United States|États-Unis|Estados Unidos
    UY Uruguay|Uruguay|Uruguay
    UZ Uzbekistan|Ouzbékistan|Uzbekistán
    VA Vatican City|État de la Cité du Vatican|Ciudad del Vaticano
    VC St. Vincent & Grenadines|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas
    VE Venezuela|Venezuela|Venezuela
    VG British Virgin Islands|Îles Vierges britanniques|Islas Vírgenes Británicas
    VI U.S. Virgin Islands|Îles Vierges des États-Unis|Islas Vírgenes de EE. UU.
    VN Vietnam|Viêt Nam|Vietnam
    VU Vanuatu|Vanuatu|Vanuatu
    WF Wallis & Futuna|Wallis-et-Futuna|Wallis y Futuna
    WS Samoa|Samoa|Samoa
    XK Kosovo|Kosovo|Kosovo
    YE Yemen|Yémen|Yemen
    YT Mayotte|Mayotte|Mayotte
    ZA South Africa|Afrique du Sud|Sudáfrica
    ZM Zambia|Zambie|Zambia
    ZW Zimbabwe|Zimbabwe|Zimbabue
    """
}
