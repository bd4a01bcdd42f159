/// What nationals of a country are called, where the word means one country in all three languages.
///
/// Words for several countries are left out, such as "Congolese", "Korean", "Dominican" and Spanish "americano".
enum Nationalities {
  static let text = """
    AD Andorran|andorran|andorrane|andorrano|andorrana
    AE Emirati|émirati|émirien|émirienne|emiratí
    AF Afghan|afghan|afghane|afgano|afgana
    AL Albanian|albanais|albanaise|albanés|albanesa
    AM Armenian|arménien|arménienne|armenio|armenia
    AO Angolan|angolais|angolaise|angoleño|angoleña
    AR Argentinian|Argentine|argentin|argentino|argentina
    AT Austrian|autrichien|autrichienne|austriaco|austriaca
    AU Australian|australien|australienne|australiano|australiana
    AZ Azerbaijani|azerbaïdjanais|azerbaïdjanaise|azerbaiyano|azerbaiyana
    BA Bosnian|bosnien|bosnienne|bosnio|bosnia
    BB Barbadian|barbadien|barbadienne|barbadense
    BD Bangladeshi|bangladais|bangladaise|bangladesí
    BE Belgian|belge|belga
    BF Burkinabe|burkinabé|burkinabè|burkinés|burkinesa
    BG Bulgarian|bulgare|búlgaro|búlgara
    BH Bahraini|bahreïni|bahreïnien|bahreïnienne|bareiní
    BI Burundian|burundais|burundaise|burundés|burundesa
    BJ Beninese|béninois|béninoise|beninés|beninesa
    BN Bruneian|brunéien|brunéienne|bruneano|bruneana
    BO Bolivian|bolivien|bolivienne|boliviano|boliviana
    BR Brazilian|brésilien|brésilienne|brasileño|brasileña|brasilero|brasilera
    BS Bahamian|bahamien|bahamienne|bahameño|bahameña
    BT Bhutanese|bhoutanais|bhoutanaise|butanés|butanesa
    BW Botswanan|Motswana|botswanais|botswanaise|botsuano|botsuana
    BY Belarusian|Belorussian|bélarusse|biélorusse|bielorruso|bielorrusa
    BZ Belizean|bélizien|bélizienne|beliceño|beliceña
    CA Canadian|canadien|canadienne|canadiense|Québécois|Québécoise|Quebecer
    CF Central African|centrafricain|centrafricaine|centroafricano|centroafricana
    CH Swiss|suisse|suissesse|suizo|suiza
    CI Ivorian|ivoirien|ivoirienne|marfileño|marfileña
    CL Chilean|chilien|chilienne|chileno|chilena
    CM Cameroonian|camerounais|camerounaise|camerunés|camerunesa
    CN Chinese|chinois|chinoise|chino|china
    CO Colombian|colombien|colombienne|colombiano|colombiana
    CR Costa Rican|costaricain|costaricaine|costaricien|costaricienne|costarricense
    CU Cuban|cubain|cubaine|cubano|cubana
    CV Cape Verdean|cap-verdien|cap-verdienne|caboverdiano|caboverdiana
    CY Cypriot|chypriote|chipriota
    CZ Czech|tchèque|checo|checa
    DE German|allemand|allemande|alemán|alemana
    DJ Djiboutian|djiboutien|djiboutienne|yibutiano|yibutiana
    DK Danish|danois|danoise|danés|danesa
    DZ Algerian|algérien|algérienne|argelino|argelina
    EC Ecuadorian|équatorien|équatorienne|ecuatoriano|ecuatoriana
    EE Estonian|estonien|estonienne|estonio|estonia
    EG Egyptian|égyptien|égyptienne|egipcio|egipcia
    ER Eritrean|érythréen|érythréenne|eritreo|eritrea
    ES Spanish|Spaniard|espagnol|espagnole|español|española
    ET Ethiopian|éthiopien|éthiopienne|etíope
    FI Finnish|finlandais|finlandaise|finlandés|finlandesa
    FJ Fijian|fidjien|fidjienne|fiyiano|fiyiana
    FR French|français|française|francés|francesa
    GA Gabonese|gabonais|gabonaise|gabonés|gabonesa
    GB British|English|Scottish|Welsh|Northern Irish|britannique|anglais|anglaise|écossais|écossaise|gallois|galloise
    GB británico|británica|inglés|inglesa|escocés|escocesa|galés|galesa
    GD Grenadian|grenadien|grenadienne|granadino|granadina
    GE Georgian|géorgien|géorgienne|georgiano|georgiana
    GH Ghanaian|ghanéen|ghanéenne|ghanés|ghanesa
    GM Gambian|gambien|gambienne|gambiano|gambiana
    GN Guinean|guinéen|guinéenne|guineano|guineana
    GQ Equatorial Guinean|équato-guinéen|équato-guinéenne|ecuatoguineano|ecuatoguineana
    GR Greek|grec|grecque|griego|griega
    GT Guatemalan|guatémaltèque|guatemalteco|guatemalteca
    GW Bissau-Guinean|bissau-guinéen|bissau-guinéenne|guineano de Bisáu
    GY Guyanese|guyanien|guyanienne|guyanés|guyanesa
    HN Honduran|hondurien|hondurienne|hondureño|hondureña
    HR Croatian|Croat|croate|croata
    HT Haitian|haïtien|haïtienne|haitiano|haitiana
    HU Hungarian|hongrois|hongroise|húngaro|húngara
    ID Indonesian|indonésien|indonésienne|indonesio|indonesia
    IE Irish|irlandais|irlandaise|irlandés|irlandesa
    IL Israeli|israélien|israélienne|israelí
    IN Indian|indien|indienne|indio|india
    IQ Iraqi|irakien|irakienne|iraquien|iraquienne|iraquí
    IR Iranian|iranien|iranienne|iraní
    IS Icelandic|Icelander|islandais|islandaise|islandés|islandesa
    IT Italian|italien|italienne|italiano|italiana
    JM Jamaican|jamaïcain|jamaïcaine|jamaiquino|jamaiquina|jamaicano|jamaicana
    JO Jordanian|jordanien|jordanienne|jordano|jordana
    JP Japanese|japonais|japonaise|japonés|japonesa
    KE Kenyan|kényan|kényane|keniano|keniana|keniata
    KG Kyrgyz|kirghize|kirguís|kirguisa
    KH Cambodian|cambodgien|cambodgienne|camboyano|camboyana
    KM Comorian|comorien|comorienne|comorense
    KP North Korean|nord-coréen|nord-coréenne|norcoreano|norcoreana
    KR South Korean|sud-coréen|sud-coréenne|surcoreano|surcoreana
    KW Kuwaiti|koweïtien|koweïtienne|kuwaití
    KZ Kazakh|Kazakhstani|kazakh|kazakhe|kazakhstanais|kazakhstanaise|kazajo|kazaja
    LA Laotian|laotien|laotienne|laosiano|laosiana
    LB Lebanese|libanais|libanaise|libanés|libanesa
    LI Liechtensteiner|liechtensteinois|liechtensteinoise|liechtensteiniano|liechtensteiniana
    LK Sri Lankan|sri-lankais|sri-lankaise|srilankais|srilankaise|esrilanqués|esrilanquesa
    LR Liberian|libérien|libérienne|liberiano|liberiana
    LS Basotho|lésothien|lésothienne|lesotense
    LT Lithuanian|lituanien|lituanienne|lituano|lituana
    LU Luxembourger|Luxembourgish|luxembourgeois|luxembourgeoise|luxemburgués|luxemburguesa
    LV Latvian|letton|lettone|lettonne|letón|letona
    LY Libyan|libyen|libyenne|libio|libia
    MA Moroccan|marocain|marocaine|marroquí
    MC Monégasque|Monacan|monegasco|monegasca
    MD Moldovan|moldave|moldavo|moldava
    ME Montenegrin|monténégrin|monténégrine|montenegrino|montenegrina
    MG Malagasy|malgache
    MK Macedonian|macédonien|macédonienne|macedonio|macedonia
    ML Malian|malien|malienne|maliense
    MM Burmese|birman|birmane|birmano|birmana
    MN Mongolian|mongol|mongole|mongola
    MR Mauritanian|mauritanien|mauritanienne|mauritano|mauritana
    MT Maltese|maltais|maltaise|maltés|maltesa
    MU Mauritian|mauricien|mauricienne|mauriciano|mauriciana
    MV Maldivian|maldivien|maldivienne|maldivo|maldiva
    MW Malawian|malawien|malawienne|malauí
    MX Mexican|mexicain|mexicaine|mexicano|mexicana
    MY Malaysian|malaisien|malaisienne|malasio|malasia
    MZ Mozambican|mozambicain|mozambicaine|mozambiqueño|mozambiqueña
    NA Namibian|namibien|namibienne|namibio|namibia
    NE Nigerien|nigérien|nigérienne|nigerino|nigerina
    NG Nigerian|nigérian|nigériane|nigeriano|nigeriana
    NI Nicaraguan|nicaraguayen|nicaraguayenne|nicaragüense
    NL Dutch|néerlandais|néerlandaise|hollandais|hollandaise|neerlandés|neerlandesa|holandés|holandesa
    NO Norwegian|norvégien|norvégienne|noruego|noruega
    NP Nepalese|Nepali|népalais|népalaise|nepalés|nepalesa|nepalí
    NZ New Zealander|néo-zélandais|néo-zélandaise|neozelandés|neozelandesa
    OM Omani|omanais|omanaise|omaní
    PA Panamanian|panaméen|panaméenne|panameño|panameña
    PE Peruvian|péruvien|péruvienne|peruano|peruana
    PG Papua New Guinean|papou|papoue|papú
    PH Filipino|Filipina|Philippine|philippin|filipino|filipina
    PK Pakistani|pakistanais|pakistanaise|pakistaní
    PL Polish|polonais|polonaise|polaco|polaca
    PR Puerto Rican|portoricain|portoricaine|puertorriqueño|puertorriqueña
    PS Palestinian|palestinien|palestinienne|palestino|palestina
    PT Portuguese|portugais|portugaise|portugués|portuguesa
    PY Paraguayan|paraguayen|paraguayenne|paraguayo|paraguaya
    QA Qatari|qatarien|qatarienne|catarí
    RO Romanian|roumain|roumaine|rumano|rumana
    RS Serbian|serbe|serbio|serbia
    RU Russian|russe|ruso|rusa
    RW Rwandan|rwandais|rwandaise|ruandés|ruandesa
    SA Saudi|Saudi Arabian|saoudien|saoudienne|saudí|saudita
    SC Seychellois|seychelloise|seychellense
    SD Sudanese|soudanais|soudanaise|sudanés|sudanesa
    SE Swedish|Swede|suédois|suédoise|sueco|sueca
    SG Singaporean|singapourien|singapourienne|singapurense
    SI Slovenian|Slovene|slovène|esloveno|eslovena
    SK Slovak|slovaque|eslovaco|eslovaca
    SL Sierra Leonean|sierra-léonais|sierra-léonaise|sierraleonés|sierraleonesa
    SM Sammarinese|saint-marinais|saint-marinaise|sanmarinense
    SN Senegalese|sénégalais|sénégalaise|senegalés|senegalesa
    SO Somali|somalien|somalienne|somalí
    SR Surinamese|surinamais|surinamaise|surinamés|surinamesa
    SS South Sudanese|sud-soudanais|sud-soudanaise|sursudanés|sursudanesa
    ST São Toméan|santoméen|santoméenne|santotomense
    SV Salvadoran|Salvadorian|salvadorien|salvadorienne|salvadoreño|salvadoreña
    SY Syrian|syrien|syrienne|sirio|siria
    SZ Swazi|suazi
    TD Chadian|tchadien|tchadienne|chadiano|chadiana
    TG Togolese|togolais|togolaise|togolés|togolesa
    TH Thai|thaïlandais|thaïlandaise|tailandés|tailandesa
    TJ Tajik|tadjik|tadjike|tayiko|tayika
    TL Timorese|timorais|timoraise|timorense
    TM Turkmen|turkmène|turcomano|turcomana
    TN Tunisian|tunisien|tunisienne|tunecino|tunecina
    TR Turkish|turc|turque|turco|turca
    TT Trinidadian|trinidadien|trinidadienne|trinitense
    TW Taiwanese|taïwanais|taïwanaise|taiwanés|taiwanesa
    TZ Tanzanian|tanzanien|tanzanienne|tanzano|tanzana
    UA Ukrainian|ukrainien|ukrainienne|ucraniano|ucraniana
    UG Ugandan|ougandais|ougandaise|ugandés|ugandesa
    US American|américain|américaine|estadounidense|étatsunien|étatsunienne
    UY Uruguayan|uruguayen|uruguayenne|uruguayo|uruguaya
    UZ Uzbek|ouzbek|ouzbèke|uzbeko|uzbeka
    VE Venezuelan|vénézuélien|vénézuélienne|venezolano|venezolana
    VN Vietnamese|vietnamien|vietnamienne|vietnamita
    VU Vanuatuan|vanuatais|vanuataise
    WS Samoan|samoan|samoane|samoano|samoana
    XK Kosovar|Kosovan|kosovare
    YE Yemeni|Yemenite|yéménite|yemení
    ZA South African|sud-africain|sud-africaine|sudafricano|sudafricana
    ZM Zambian|zambien|zambienne|zambiano|zambiana
    ZW Zimbabwean|zimbabwéen|zimbabwéenne|zimbabuense
    """
}
