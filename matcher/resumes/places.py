"""Places in a line of a resume: "Boston, MA", "Berlin, Germany", "Remote"."""

from __future__ import annotations

import re

from matcher.resumes.jobwords import looks_like_company, title_likeness

# Big towns that are written without their country, and that are no first or family names.
_TOWNS = frozenset(
    name.strip()
    for name in """
    amsterdam, ankara, antwerp, athens, atlanta, auckland, bangalore, bengaluru, bangkok,
    barcelona, basel, beijing, belgrade, berlin, bern, birmingham, bogota, bogotá, bologna, bonn,
    bordeaux, boston, bratislava, bremen, brisbane, brussels, bucharest, budapest, buenos aires,
    cairo, cape town, chennai, chicago, cologne, copenhagen, dubai, dublin, düsseldorf, edinburgh,
    eindhoven, frankfurt, gdansk, gdańsk, geneva, glasgow, gothenburg, guadalajara, hamburg,
    hanoi, haifa, hanover, hannover, helsinki, herzliya, ho chi minh city, houston, hyderabad,
    istanbul, jakarta, jerusalem, johannesburg, karachi, kazan, kharkiv, kiev, kyiv, köln, krakow,
    kraków, kuala lumpur, kyoto, lagos, lahore, las vegas, leeds, leipzig, lisbon, lisboa,
    liverpool, ljubljana, london, los angeles, lviv, lyon, madrid, malaga, málaga, manchester,
    manila, marseille, melbourne, mexico city, miami, milano, minneapolis, minsk, montreal,
    moscow, mumbai, munich, münchen, nairobi, new delhi, delhi, new york city, new york, nyc,
    netanya, noida, nuremberg, nürnberg, novosibirsk, odessa, osaka, oslo, ottawa, oxford, paris,
    petah tikva, philadelphia, pittsburgh, porto, poznan, poznań, prague, pune, ramat gan,
    rehovot, riga, rio de janeiro, riyadh, rome, rotterdam, saint petersburg,
    st petersburg, salt lake city, san diego, san francisco, san jose,
    sao paulo, são paulo, seattle, seoul, shanghai, shenzhen, stockholm, strasbourg,
    stuttgart, tallinn, tampa, tashkent, tbilisi, tehran, tel aviv, tokyo, toronto, toulouse,
    tunis, turin, torino, utrecht, vancouver, vienna, wien, vilnius, warsaw, warszawa,
    wroclaw, wrocław, yekaterinburg, ekaterinburg, yerevan, zagreb, zurich, zürich,
    aarhus, abu dhabi, accra, ahmedabad, albuquerque, belfast, bergamo, bilbao, boise, brno,
    calgary, canberra, cardiff, casablanca, christchurch, cincinnati, cluj-napoca, coimbatore,
    coimbra, curitiba, debrecen, delft, denver, detroit, doha, edmonton, espoo, fukuoka, gdynia,
    genoa, ghent, graz, grenoble, groningen, gurgaon, gurugram, guangzhou, hangzhou, honolulu,
    indianapolis, indore, innsbruck, ipswich, izmir, jaipur, jeddah, karlsruhe, kampala, katowice,
    kaunas, kochi, kolkata, lausanne, leicester, leuven, lille, linköping, linz, łódź, luzern,
    lucerne, mainz, malmö, mannheim, medellín, milwaukee, monterrey, montevideo, montpellier,
    münster, nagoya, nantes, nashville, nottingham, odense, omaha, orlando, ostrava, plovdiv,
    porto alegre, potsdam, pretoria, rennes, sacramento, salzburg, san antonio, saskatoon,
    seville, sevilla, sheffield, southampton, spokane, st. gallen, suzhou, taipei, tampere, tartu,
    thessaloniki, the hague, timisoara, trondheim, tucson, tulsa, turku, uppsala, valencia,
    wellington, winnipeg, winterthur, wolfsburg, zaragoza
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
    """Whether the whole text is the name of a big town: "Tel-Aviv", "St. Petersburg"."""
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
