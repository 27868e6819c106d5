/**
 * Words that stand again and again in published lists of broken passwords, Danish and English, lower case. A password
 * that is one of them with digits and marks around it falls to the first attempts of any attack.
 */
export const brokenWords: readonly string[] = `
password passwort passw passwd pass passord adgangskode kodeord kode kodeordet adgangskoden mitkodeord minkode
hemmelig hemmeligt secret topsecret changeme changeit letmein welcome welcomeback velkommen velkomst login logon
logind admin administrator root user username bruger brugernavn guest gæst test tester testing testtest
default temp temporary midlertidig ny nyt nypassword newpassword oldpassword mypassword mypass thepassword
qwerty qwertyuiop qwertyui qwertz asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc abc abcd abcdef
iloveyou ilovegod loveyou lovely love jegelskerdig elskerdig elsker elskling skat skatter skattebasse kærlighed
sommer sommeren vinter vinteren forår foråret efterår efteråret summer winter spring autumn fall christmas jul
januar februar marts april maj juni juli august september oktober november december january february march june
july october mandag tirsdag onsdag torsdag fredag lørdag søndag monday tuesday wednesday thursday friday saturday
sunday weekend ferie sommerferie juleferie fredagsbar danmark denmark københavn copenhagen aarhus århus odense
aalborg ålborg esbjerg randers kolding horsens vejle roskilde næstved køge holbæk slagelse kalundborg ringsted
sorø stevns faxe lejre odsherred greve solrød sjælland jylland fyn bornholm norge sverige sweden norway germany
politi politiet politikreds police kommune kommunen borgmester kredsråd lokalråd rådhus rådhuset retsstat
dragon monkey princess prinsesse sunshine solskin football fodbold håndbold baseball basketball hockey soccer
superman batman spiderman starwars pokemon minecraft fortnite roblox master mester killer hunter shadow ninja
mustang ferrari mercedes porsche yamaha harley corvette toyota volvo diamond freedom frihed whatever trustno
computer internet google facebook instagram microsoft windows apple samsung android iphone linkedin twitter
michael jennifer jessica daniel thomas robert jordan ashley nicole anthony charlie andrew matthew joshua
jensen nielsen hansen pedersen andersen christensen larsen sørensen rasmussen jørgensen madsen kristensen olsen
mathias mikkel emma sofie frederik caroline camilla christian martin anders jesper henrik morten rasmus kasper
liverpool arsenal chelsea manchester manchesterunited barcelona realmadrid juventus brøndby brondby fck agf ob
cheese chocolate chokolade cookie banana orange pepper ginger coffee kaffe smørrebrød pølse øl skål tuborg
carlsberg fuckyou fuckoff fuck fucking asshole pussy biteme lort pis kraftedeme satans satan fanden helvede
blink access active enter open sesame opensesame abracadabra hello hellohello hejsa hej hejhej goddag farvel
please thankyou tak tusindtak happy glad lykke lykkelig success succes money penge lucky heaven angel engel
flower blomst butterfly sommerfugl rainbow regnbue purple yellow silver golden green blue black white red
tigger tiger lion eagle falcon phoenix panther cowboy cowboys yankees lakers redsox steelers packers raiders
maggie bailey buddy bella molly rocky max hund hunden kat katten hest hesten fisk pony killing lego legoland
`
  .trim()
  .split(/\s+/)

/** Long passwords from published lists that the words above do not catch. */
export const brokenPasswords: readonly string[] = `
correcthorsebatterystaple correct-horse-battery-staple correct horse battery staple
thisismypassword this-is-my-password this_is_my_password thisisapassword mypasswordis detteerminkode
detteermitkodeord deteretkodeord minhemmeligekode jegharglemtminkode iforgotmypassword ihavenopassword
passwordpassword password1password adminadminadmin administrator1 rootrootroot letmeinletmein letmeinplease
ilovemyfamily ilovemydog ilovemycat ilovemymom ilovemylife ilovejesus1 jegelskermin jegelskermad
iloveyoubaby iloveyoualways iloveyouforever iloveyousomuch jegelskerdigskat jesusislord jesuschrist
whatthefuck whateverwhatever fuckyoubitch gofuckyourself onceuponatime neveragain123
maytheforcebewithyou lukeiamyourfather winteriscoming valarmorghulis harrypotter1 lordoftherings
manchestercity tottenhamhotspur newyorkyankees dallascowboys brondbyif1964 fckøbenhavn
supercalifragilisticexpialidocious sommerogsol sommersol2026 sologsommer
1qaz2wsx3edc 1qaz2wsx3edc4rfv qwer1234asdf qwertyasdfgh qwerty123456 qwerty12345678 asdfghjkl123 zaq12wsxcde3
q1w2e3r4t5y6 q1w2e3r4t5y6u7 1a2b3c4d5e6f a1b2c3d4e5f6 abc123abc123 abcd1234efgh 123abc456def 1234qwerasdf
123456789abc 1234567890qw 0123456789ab 147258369147 159357456852 112233445566 123123123123 121212121212
`
  .trim()
  .split(/\s+/)
