"""Places in a line of a resume: "Boston, MA", "Berlin, Germany", "Remote"."""

from __future__ import annotations

import re

from matcher.resumes.jobwords import looks_like_company, title_likeness

# Towns that are written without their country, and that are no first or family names.
_TOWNS = frozenset(
    name.strip().replace("-", " ").replace(".", "")
    for name in """
    a coruña, aachen, aalborg, aarhus, aberdeen, abidjan, abu dhabi, abuja, accra, adana, addis
    ababa, agadir, agra, ahmedabad, aix-en-provence, al khobar, albuquerque, aleppo, alger, algiers,
    alicante, almaty, almere, amersfoort, amiens, amman, amritsar, amsterdam, anaheim, angers,
    ankara, ann arbor, annecy, antalya, antananarivo, antwerp, apeldoorn, arnhem, arusha, astana,
    asuncion, asunción, athens, athina, atlanta, auckland, augsburg, austin, aveiro, baghdad,
    bakersfield, baku, baltimore, bamako, bandung, bangalore, bangkok, barcelona, bari,
    barranquilla, basel, baton rouge, batumi, beer sheva, beersheba, beijing, beirut, belfast,
    belgaum, belgrade, bellevue, belo horizonte, bengaluru, benin city, beograd, bergamo, berlin,
    bern, besançon, bhopal, bhubaneswar, białystok, bielefeld, bielsko-biała, bilbao, birmingham,
    bishkek, bloemfontein, blumenau, bochum, bogota, bogotá, boise, bologna, bonn, bordeaux, boston,
    bournemouth, braga, brampton, brasilia, brasov, brasília, bratislava, braunschweig, brașov,
    breda, bremen, brescia, brighton, brisbane, bristol, brno, bruges, brugge, brussels,
    bucaramanga, bucharest, bucurești, budapest, buenos aires, bulawayo, burgas, bursa, busan,
    bydgoszcz, cagliari, cairo, calgary, cali, calicut, cambridge, campinas, can tho, canberra,
    cancún, canterbury, cape town, caracas, cardiff, cartagena, casablanca, catania, cebu, cebu
    city, chandigarh, changsha, charleroi, chattanooga, cheltenham, chelyabinsk, chemnitz, chengdu,
    chennai, chiang mai, chicago, chihuahua, chisinau, chittagong, chișinău, chongqing,
    christchurch, cincinnati, ciudad de méxico, clermont-ferrand, cluj, cluj-napoca, cochabamba,
    coimbatore, coimbra, cologne, colombo, colorado springs, concepción, constanța, copenhagen,
    cork, cotonou, coventry, craiova, cuenca, cupertino, curitiba, cyberjaya, córdoba, da nang,
    daegu, daejeon, dakar, dalian, dallas, damascus, dammam, dar es salaam, darmstadt, davao, davao
    city, debrecen, dehradun, delft, delhi, den haag, denpasar, denver, derby, des moines, detroit,
    dhaka, dijon, dnipro, doha, donostia, dortmund, douala, dresden, dubai, dublin, duisburg,
    dundee, dunedin, durban, durham, dushanbe, düsseldorf, edinburgh, edmonton, eindhoven,
    ekaterinburg, el paso, eldoret, enschede, entebbe, enugu, erbil, erfurt, erlangen, esbjerg,
    eskişehir, espoo, exeter, faisalabad, faridabad, faro, fes, firenze, florianopolis,
    florianópolis, fort lauderdale, fort worth, fortaleza, frankfurt, freiburg, fresno, fukuoka,
    gaborone, galway, gaziantep, gdansk, gdańsk, gdynia, geelong, geneva, genoa, gent, george town,
    ghaziabad, ghent, gijón, giza, glasgow, gliwice, goiânia, gold coast, gomel, gothenburg,
    gqeberha, granada, grand rapids, graz, greater noida, grenoble, grodno, groningen, guadalajara,
    guangzhou, guatemala city, guayaquil, guildford, gurgaon, gurugram, guwahati, győr, göteborg,
    göttingen, haarlem, hai phong, haifa, hamburg, hangzhou, hannover, hanoi, hanover, harare,
    harbin, hasselt, havana, hefei, heidelberg, helsingborg, helsinki, heraklion, hermosillo,
    herzliya, hilversum, hiroshima, ho chi minh city, hobart, holon, honolulu, houston, hsinchu,
    hubli, huddersfield, hull, hyderabad, hà nội, iasi, iași, ibadan, incheon, indianapolis, indore,
    ingolstadt, innopolis, innsbruck, inverness, ipswich, isfahan, islamabad, istanbul,
    ivano-frankivsk, izmir, jacksonville, jaipur, jakarta, jalandhar, jeddah, jena, jerusalem,
    johannesburg, johor bahru, joinville, jyväskylä, jönköping, kaduna, kampala, kano, kanpur,
    kansas city, kaohsiung, karachi, karlsruhe, kassel, kathmandu, katowice, kaunas, kazan, kharkiv,
    khartoum, khobar, kiel, kielce, kiev, kigali, kinshasa, kisumu, kitchener, klagenfurt,
    knoxville, kobe, koblenz, kocaeli, kochi, kolkata, konstanz, konya, kozhikode, košice, krakow,
    kraków, krasnodar, kuala lumpur, kumasi, kuwait city, kyiv, kyoto, köln, københavn, la paz, la
    plata, lagos, lahore, lalitpur, las palmas, las vegas, lausanne, le havre, leeds, leicester,
    leiden, leipzig, leiria, leuven, liberec, lille, lima, limerick, linköping, linz, lisboa,
    lisbon, liverpool, liège, ljubljana, lodz, lomé, london, long beach, los angeles, louisville,
    luanda, lublin, lucerne, lucknow, ludhiana, lugano, lusaka, luton, luzern, lviv, lyon, lübeck,
    maastricht, macau, madrid, madurai, magdeburg, mainz, makati, malaga, malmö, managua, manama,
    manaus, manchester, mandaluyong, mangalore, manila, mannheim, mansoura, maputo, mar del plata,
    maracaibo, maribor, marrakech, marseille, mashhad, mechelen, medan, medellín, melbourne,
    memphis, menlo park, metz, mexico city, miami, middlesbrough, midrand, milan, milano, milton
    keynes, milwaukee, minneapolis, minsk, mississauga, modena, mohali, mombasa, monterrey,
    montevideo, montpellier, montreal, montréal, moscow, mountain view, mulhouse, multan, mumbai,
    munich, murcia, muscat, mysore, mysuru, málaga, mérida, mönchengladbach, münchen, münster,
    nablus, nagoya, nagpur, nairobi, nakuru, namur, nanjing, nantes, naples, napoli, nashik,
    nashville, navi mumbai, netanya, new delhi, new orleans, new york, new york city, newcastle,
    newcastle upon tyne, nijmegen, ningbo, nizhny novgorod, niš, noida, norrköping, norwich,
    nottingham, novi sad, novosibirsk, nuremberg, nyc, nîmes, nürnberg, oakland, odense, odesa,
    odessa, oklahoma city, oldenburg, olomouc, omaha, omsk, opole, oradea, oran, orlando, orléans,
    osaka, osijek, oslo, osnabrück, ostrava, ottawa, oulu, oviedo, oxford, paderborn, padova, padua,
    palermo, palma, palo alto, pamplona, panama city, panchkula, pangyo, paris, parma, pasig, patna,
    patras, penang, perth, perugia, peshawar, petah tikva, petaling jaya, peterborough,
    philadelphia, phnom penh, phuket, pisa, pittsburgh, plovdiv, plymouth, plzeň, podgorica,
    pokhara, pondicherry, port elizabeth, port harcourt, port louis, port of spain, portland, porto,
    porto alegre, portsmouth, potsdam, poznan, poznań, prague, praha, pretoria, pristina,
    puducherry, puebla, pune, pécs, qingdao, quebec city, queretaro, querétaro, quetta, quezon city,
    quito, québec, raanana, rabat, raipur, rajkot, raleigh, ramallah, ramat gan, ranchi, rawalpindi,
    recife, redmond, redwood city, regensburg, rehovot, reims, rennes, reykjavik, reykjavík,
    ribeirão preto, riga, rijeka, rio de janeiro, rishon lezion, riyadh, roma, rome, rostock,
    rostov-on-don, rotterdam, rouen, rzeszów, saarbrücken, sacramento, saint louis, saint paul,
    saint petersburg, saint-étienne, saitama, salamanca, salt lake city, salzburg, san antonio, san
    diego, san francisco, san jose, san josé, san juan, san luis potosí, san salvador, san
    sebastián, sandton, santa barbara, santa clara, santa monica, santiago de chile, santo domingo,
    sao paulo, sapporo, sarajevo, saskatoon, scottsdale, seattle, secunderabad, semarang, sendai,
    seongnam, seoul, setúbal, sevilla, seville, sfax, shah alam, shanghai, sharjah, sheffield,
    shenyang, shenzhen, shiraz, sialkot, sibiu, siena, skopje, sophia antipolis, sopot, sousse,
    southampton, spokane, st louis, st paul, st petersburg, st. gallen, stavanger, stellenbosch,
    stockholm, stoke-on-trent, strasbourg, stuttgart, sunderland, sunnyvale, surabaya, surat, suwon,
    suzhou, swansea, swindon, sylhet, szczecin, szeged, são josé dos campos, são paulo, tabriz,
    tacoma, taguig, taichung, tainan, taipei, tallinn, tampa, tampere, tangier, tartu, tashkent,
    tauranga, tbilisi, tegucigalpa, tehran, tel aviv, tema, thane, the hague, thessaloniki,
    thiruvananthapuram, tianjin, tijuana, tilburg, timisoara, timișoara, tirana, tiruchirappalli,
    tirupati, tokyo, tomsk, torino, toronto, toruń, toulon, toulouse, trento, trichy, trieste,
    trivandrum, tromsø, trondheim, tsukuba, tucson, tucumán, tulsa, tunis, turin, turku, uberlândia,
    udine, ulaanbaatar, ulm, umeå, uppsala, utrecht, vadodara, valencia, valladolid, valparaiso,
    valparaíso, vancouver, vantaa, varanasi, varna, venezia, venice, verona, vienna, vientiane,
    vigo, vijayawada, villach, vilnius, vinnytsia, virginia beach, visakhapatnam, vizag, viña del
    mar, voronezh, västerås, walldorf, warangal, warsaw, warszawa, washington dc, waterford,
    waterloo, wellington, wien, wiesbaden, windhoek, winnipeg, winterthur, wolfsburg, wolverhampton,
    wroclaw, wrocław, wuhan, wuppertal, würzburg, xi'an, xiamen, yangon, yaounde, yaoundé,
    yekaterinburg, yerevan, yogyakarta, yokneam, yokohama, york, zagreb, zapopan, zaporizhzhia,
    zaragoza, zhengzhou, zug, zurich, zürich, évora, örebro, łódź
    """.split(",")
)
US_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY"
    "|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|D\\.C\\.?|ON|BC|QC|AB|SK|MB|NSW|VIC|QLD"
)
STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii"
    "|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
    "|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico"
    "|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia"
    "|Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia"
    "|New Brunswick|Queensland|New South Wales"
)
COUNTRIES = (
    "USA|U\\.S\\.A\\.?|US|U\\.S\\.|United States(?: of America)?|UK|U\\.K\\.|United Kingdom|England"
    "|Scotland|Wales|Ireland|Canada|Mexico|México|Brazil|Brasil|Argentina|Chile|Colombia|Peru|Spain"
    "|España|Portugal|France|Germany|Deutschland|Austria|Österreich|Switzerland|Schweiz|Suisse|Italy"
    "|Italia|Netherlands|The Netherlands|Nederland|Belgium|Luxembourg|Denmark|Sweden|Norway|Finland"
    "|Iceland|Poland|Polska|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Turkey"
    "|Türkiye|Russia|Ukraine|Belarus|Israel|Egypt|Nigeria|Kenya|Ghana|South Africa|Morocco|Tunisia"
    "|India|Pakistan|Bangladesh|Sri Lanka|Nepal|China|Hong Kong|Taiwan|Japan|Korea|South Korea"
    "|S\\.? ?Korea|Republic of Korea|Singapore|Malaysia|Indonesia|Philippines|Vietnam|Thailand"
    "|Australia|New Zealand|UAE|United Arab Emirates|Saudi Arabia|Qatar|Kuwait|Jordan|Lebanon|Iran"
    "|Iraq|Kazakhstan|Armenia|Azerbaijan|Serbia|Croatia|Slovenia|Estonia|Latvia|Lithuania|Cyprus"
    "|Malta|Europe|State"
)
_PLACE = re.compile(
    rf"^(?:remote|hybrid|on-?site|(?:[\w.'’ -]{{1,40}},\s?){{0,3}}(?:{COUNTRIES}|{STATE_NAMES}|"
    rf"(?-i:{US_STATES}))(?:,?\s\d{{5}}(?:-\d{{4}})?)?(?:,?\s(?:{COUNTRIES}))?)$",
    re.IGNORECASE,
)
# "Data Analyst Boston, MA": a place at the end of other words, one word of town unless the
# first of two is a usual one.
PLACE_AT_END = re.compile(
    r"(?:^|[\s,(]{1,3})(?:(?:New|San|Los|Las|St\.?|Saint|Santa|Fort|Ft\.?|El|North|South|West|East|Mount|"
    r"Palo|Salt|Des|Baton|Grand|Little|Long|Cape|Tel|Hong|Rio|Sao|São|Buenos|Kuala|Abu) )?"
    rf"[A-Z][\w.'’-]{{1,24}}\s?,\s?(?:{US_STATES}|State|{STATE_NAMES}|{COUNTRIES})"
    rf"(?:\s?,\s?(?:{COUNTRIES}))?\)?\s*$"
)
# What anonymised resumes put for a town: "City , State , USA", and "City" alone at an end.
ANONYMOUS_PLACE = re.compile(
    rf"(?<!\w)(?:City\s?,\s?State\b|City(?=\s*$)|(?<=[-–¼\x8c] )City(?! (?:Univ|Coll|School))\b"
    rf"|(?<=[a-z] )City(?=\s(?:Expected|GPA|{COUNTRIES}))|State(?=\s?,\s?(?:{COUNTRIES}|[A-Z])))"
    rf"(?:\s?,?\s(?:{COUNTRIES})(?!\w)|\s?,\s?[A-Z][A-Za-z]+(?=\s*$))?"
)
COUNTRY_AT_END = re.compile(rf"(?:^|[\s,]+)(?:{COUNTRIES}),?\s*$")
# Where a town ends: at a space, or where the next word is glued to it ("MoscowDeveloper").
_GAP = re.compile(r"[ ,]{1,3}|(?<=[a-z])(?=[A-Z][a-z])")
_AWAY = re.compile(r"remote(?:ly)?|hybrid|on-?site", re.IGNORECASE)


def is_town(text: str) -> bool:
    """Whether the whole text is a town that is known without its country: "St. Petersburg"."""
    return " ".join(text.casefold().replace("-", " ").replace(".", " ").split()) in _TOWNS


def after_town(text: str) -> int:
    """Offset after a big town, or "Remote", at the begin of a text; 0 when there is none."""
    for found in list(_GAP.finditer(text, 0, 24))[:3][::-1]:
        if is_town(text[: found.start()]) or _AWAY.fullmatch(text[: found.start()]):
            return found.end()
    return 0


def looks_like_place(text: str) -> bool:
    """Whether the whole text is a place: "Boston, MA", "Berlin, Germany", "Remote"."""
    if is_town(text):
        return True
    if len(text) > 80 or _PLACE.match(text.strip(" ()•·|,.")) is None:
        return False
    first = text.partition(",")[0]
    return not looks_like_company(first) and title_likeness(first) < 2
