/// What else countries are called: official, older and everyday names.
enum CountryAliases {
  static let text = """
    AE UAE|Emirates|Émirats|EAU|Emirats arabes
    AG Antigua and Barbuda
    BA Bosnia|Bosnia and Herzegovina|Bosnie|Bosnia y Herzegovina
    BL Saint Barthélemy|San Bartolomé
    BN Brunei Darussalam|Brunéi Darussalam
    BO Bolivia, Plurinational State of|Plurinational State of Bolivia|État plurinational de Bolivie
    BQ Bonaire, Sint Eustatius and Saba|Bonaire
    BY Bélarus|Belarus|Belorussia
    CC Cocos Islands|Keeling Islands
    CD DRC|DR Congo|Democratic Republic of the Congo|Congo, Democratic Republic of the|Congo (DRC)|RDC|RD Congo
    CD République démocratique du Congo|República Democrática del Congo|Congo, The Democratic Republic of the
    CF Central African Republic
    CG Congo|Republic of the Congo|République du Congo|Congo (Republic)|República del Congo|Congo Brazzaville
    CI Ivory Coast|Côte d'Ivoire|Costa de Marfil
    CN People's Republic of China|PRC|Mainland China|République populaire de Chine|República Popular China
    CV Cape Verde|Cabo Verde|Cap Vert
    CW Curaçao
    CZ Czech Republic|République tchèque|República Checa
    DO Dominican Republic|Dominicana
    FK Falkland Islands (Malvinas)|Falkland Islands|Falklands|Malvinas|Islas Malvinas|Malouines|Îles Malouines
    FM Micronesia, Federated States of|Federated States of Micronesia|États fédérés de Micronésie
    GB UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Grande-Bretagne|Angleterre|Écosse
    GB Pays de Galles|Irlande du Nord|Gran Bretaña|Inglaterra|Escocia|Gales|Irlanda del Norte|R.-U.
    GB United Kingdom of Great Britain and Northern Ireland
    GM The Gambia|Gambie
    GS South Georgia
    HK Hong Kong|Hongkong
    HM Heard Island and McDonald Islands
    IR Iran, Islamic Republic of|Islamic Republic of Iran|République islamique d'Iran
    KN Saint Kitts and Nevis|St Kitts and Nevis|Saint Kitts
    KP Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK
    KR Korea|Korea, Republic of|Republic of Korea|South Korea|Corée|République de Corée|Corea|República de Corea
    LA Lao People's Democratic Republic|Lao PDR
    LC Saint Lucia|St Lucia
    MD Moldova, Republic of|Republic of Moldova|République de Moldova|República de Moldova
    MF Saint Martin|Saint Martin (French part)
    MK Macedonia|Macédoine|Republic of North Macedonia|Former Yugoslav Republic of Macedonia|FYROM
    MM Burma|Myanmar|Birmanie|Birmania
    MO Macau|Macao
    NL Holland|The Netherlands|Hollande|Holanda
    PM Saint Pierre and Miquelon
    PN Pitcairn
    PS Palestine|Palestine, State of|State of Palestine|État de Palestine|Palestina|Estado de Palestina
    PS Territoires palestiniens|Palestinian Territory, Occupied
    RU Russian Federation|Fédération de Russie|Fédération russe|Federación de Rusia|Federación Rusa
    SH Saint Helena|Saint Helena, Ascension and Tristan da Cunha
    SJ Svalbard and Jan Mayen
    ST Sao Tome and Principe|São Tomé and Príncipe
    SX Sint Maarten (Dutch part)
    SY Syrian Arab Republic|République arabe syrienne|República Árabe Siria
    SZ Swaziland|Swazilandia|Suazilandia
    TC Turks and Caicos Islands
    TL East Timor|Timor oriental|Timor Oriental
    TR Turkey|Türkiye|Turkiye
    TT Trinidad and Tobago|Trinidad
    TW Taiwan, Province of China|Taiwan (Republic of China)|Chinese Taipei
    TZ Tanzania, United Republic of|United Republic of Tanzania|République-Unie de Tanzanie
    UA Ukraine
    US U.S.|U.S.A.|United States of America|The United States|États-Unis d'Amérique|É.-U.|EUA|EE. UU.|EEUU
    VA Vatican|Holy See|Vatican City State|Saint-Siège|Santa Sede|El Vaticano|Vaticano
    VC Saint Vincent and the Grenadines
    VE Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela
    VG British Virgin Islands|Virgin Islands, British
    VI US Virgin Islands|Virgin Islands, U.S.|Virgin Islands (U.S.)
    VN Viet Nam|Viêt Nam
    WF Wallis and Futuna
    """
}
