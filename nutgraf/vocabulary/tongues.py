"""What tells a language by its text: the scripts of the world, and for Latin letters the small words that each uses.

The words are among the most frequent of their language and not those of many others; the letters are all that it
uses beside a to z, names of other countries aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SCRIPTS: Final[Mapping[str, str]] = {
    "latin": "A-Za-zÀ-ɏḀ-ỿ",
    "greek": "Ͱ-Ͽἀ-῿",
    "cyrillic": "Ѐ-ԯ",
    "armenian": "Ա-֏",
    "hebrew": "א-ת",
    "arabic": "ؠ-يٮ-ۓۺ-ۿݐ-ݿ",
    "devanagari": "ऀ-ॣॱ-ॿ",
    "bengali": "ঀ-৥",
    "gurmukhi": "ਁ-੥",
    "gujarati": "ઁ-૥",
    "tamil": "ஂ-௣",
    "telugu": "ఀ-౥",
    "kannada": "ಀ-೥",
    "malayalam": "ഀ-൥",
    "sinhala": "ං-෴",
    "thai": "ก-ฺเ-๎",
    "lao": "ກ-ຽເ-ໍ",
    "burmese": "က-ဿ",
    "georgian": "Ⴀ-ჿ",
    "amharic": "ሀ-፼",
    "khmer": "ក-៓",
    "kana": "ぁ-ヿ",
    "hangul": "가-힣ᄀ-ᇿ",
    "han": "㐀-䶿一-鿿",
}
"""The letters of each script, as the inside of a character class."""

LANGUAGE_OF_SCRIPT: Final[Mapping[str, str]] = {
    "greek": "el",
    "hebrew": "he",
    "armenian": "hy",
    "bengali": "bn",
    "gurmukhi": "pa",
    "gujarati": "gu",
    "tamil": "ta",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
    "sinhala": "si",
    "thai": "th",
    "lao": "lo",
    "burmese": "my",
    "georgian": "ka",
    "khmer": "km",
    "amharic": "am",
    "hangul": "ko",
}
"""Scripts that news of one language alone is written in."""

ALPHABETS_OF_SCRIPT: Final[Mapping[str, Mapping[str, str]]] = {
    "cyrillic": {
        "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
        "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
        "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
        "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    },
    "arabic": {
        "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652ـ",
        "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویيك\u200c\u064b\u0651ۀة",
        "ur": "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےۃۂۓ\u064b\u064e\u064f\u0650\u0651",
    },
}
"""The letters of languages that share a script, in lower case."""

WORDS_OF_SCRIPT: Final[Mapping[str, Mapping[str, str]]] = {
    "cyrillic": {
        "ru": "и в не на что с по это как из за от для также после был были его она они или уже который которые их её но а же бы все если только при до об у",
        "bg": "и в на да се за не от са че като след с по при или също това който която които беше ще а но към всички ако само до си му те",
        "uk": "і в у на що з та не за до це як від для також після був були його вона вони або вже який які а але же всі якщо тільки при її їх про",
        "be": "і ў на што з не за да гэта як ад для таксама пасля быў былі яго яна яны або ужо які якія а але ўсе калі толькі пры яе іх пра",
        "sr": "и у је на да се су од за који која не са то као што али после био били или сва свако његов",
        "mk": "и во на да се за од не со што ќе ги го како кои беше според или ја нив сите тоа",
        "kk": "және мен бұл үшін деп болды бойынша туралы қарай кейін бар жоқ екі бір жəне болып оның осы өз барлық емес немесе әр құқығы",
        "mn": "нь энэ байна юм гэж болон тухай хийж бол байсан",
    },
    "devanagari": {
        "hi": "के का की में है और से को पर ने कि यह भी हैं इस एक नहीं था थे गया लिए हो या तो कर रहे सकता किया",
        "mr": "आणि आहे या च्या व हे ते की मध्ये असून केली केले होते झाली यांनी नाही हा ही त्या करण्यात म्हणून त्यांनी असे",
        "ne": "र छ को मा छन् गरेको भएको लागि यो पनि हुने भने नेपाल उनले थियो तथा गर्ने भए हो वा उनी गरे",
    },
    "arabic": {
        "ar": "في من على أن إلى التي الذي هذا هذه كما بعد عن مع كان وقال ما لا قد بين هو هي لم لن أو كل ذلك إن حيث منذ ثم هناك يوم كانت قبل خلال بعض أي",
        "fa": "و در به از که این را با است برای آن می شد شده بود اما تا هم یک هر کند شود دارد باید ها نیز خود کرد گفت بر پس",
        "ur": "کے کی میں ہے اور سے کو کا پر نے کہ یہ بھی ہیں اس ایک نہیں تھا گیا",
        "ps": "د په او چې له کې ته دي دا سره هم نه یې یو",
        "ckb": "لە و بۆ بە کە ئەم دەکات هەر لەگەڵ پێش کرد",
    },
}
"""Small words, for scripts of more than one language; in lower case."""

SMALL_WORDS: Final[Mapping[str, str]] = {
    "en": "the of and to that is was for with as on by at from it be has have are were which this but not they will said he his",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei wird um noch wie einem über einen zum war haben nur oder aber vor bis zur durch sind",
    "fr": "le la les de des et du un une est dans que pour qui par sur au pas plus avec ce il sont ont été aux mais cette comme ou leur se ses après selon où tout deux elle ils sans était entre contre toute avait même",
    "es": "el la los de que y en un una del las por con para se es al lo como más su sus pero ha fue está este entre cuando muy sin sobre también desde según a o no han había otros porque donde hasta todos ni durante contra e esta tiene toda años",
    "pt": "o a os de que e do da em um uma para com não no na por mais dos das as se foi ao como mas são tem pelo pela também já ou sua seu após segundo foram havia outros porque onde até todos contra pelos esta toda anos",
    "it": "il di che e la per un una in del della non con sono si da le dei al nel più alla come anche ha lo gli i è ma delle dal dalla questo dopo stato secondo ed hanno tra fra contro suo sua loro dai nella alle agli ogni dove anni essere",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar uit maar die heeft over wordt werd worden nog tot hij haar",
    "sv": "och att det som en på är av för med till den har inte om ett i från men var de vid sig så kan efter också säger när ska blir mot utan nu kommer mer vara hon hade skulle mellan några hans deras blivit över under samt enligt",
    "da": "og at det som en på er af for med til den har ikke om et i fra men var de ved sig så kan efter også siger når skal bliver blev hvor mod uden nu kommer mere være hun vil havde skulle mellem nogle hans deres blevet over under samt der måtte",
    "no": "og at det som en på er av for med til den har ikke om et i fra men var de ved seg så kan etter også sier når skal blir ble hvor mot uten nå kommer mer være hun vil hadde skulle mellom noen hans deres blitt over under samt må opp bare",
    "fi": "ja on ei se että oli ovat myös kun mukaan hän kuin mutta sen joka tai vuonna ole sekä jo niin mitä vielä sanoo kertoo jälkeen jotka kuitenkin jossa olla hänen niiden sitä voi siitä pitää",
    "is": "og að er í á sem það til um við af ekki en með var fyrir eru frá þetta hann segir verið eftir ekki",
    "pl": "i w na z się nie do że jest o to jak po od za przez dla ale przy ma są oraz który która które także może już tym tylko będzie został",
    "cs": "a se v na je že to z do o s za by ale pro jsou jako který která které podle také jeho po od už bylo byla byl aby při byli kteří když než nebo ještě před dnes roku řekl má být této však",
    "sk": "a sa v na je že to z do o s za by ale pre sú ako ktorý ktorá ktoré podľa tiež jeho po od už bolo bola bol aby pri boli ktorí keď než alebo ešte pred dnes roku povedal má byť tejto však",
    "sl": "in je v na se da so za ki z pa bi po tudi ne od kot ni bo pri še iz kar ali že",
    "hr": "i je u na se da su za od o s koji koja koje što ne će kao po ali bi iz ili nakon te još bio",
    "hu": "a az és hogy nem is egy ez volt meg de el csak már még mint szerint vagy azt lesz után között ami aki van nincs minden volna amely illetve pedig ezt arra mert két be ki",
    "ro": "și de în a la că cu o pe un este nu din pentru care mai se al fost dar după sunt ale prin sau lui această",
    "et": "ja on ei et ka see oli aga kui mis ning või tema siis veel oma selle pärast juba",
    "lv": "un ir ar par no uz ka arī bet kas pie pēc gada kā tika bija nav vai šis",
    "lt": "ir yra kad į iš su tai bet už kaip taip buvo apie nuo po ar dar jau kuris pasak turi jo jos metu žmonių visi arba teisę gali per",
    "tr": "ve bir bu da de için ile olarak çok daha ise olan gibi en kadar sonra ama oldu olduğunu dedi ne her göre tarafından gün önce yıl değil veya kendi üzere karşı edildi etti ya iki kişi şu o yılında",
    "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan adalah oleh juga ke telah mereka kata tersebut sebagai karena bisa ada bahwa saat tahun menurut pihak sudah warga polisi serta usai atas kepada lebih secara hari kota bahkan",
    "ms": "yang dan di dari untuk dengan pada ini itu tidak dalam akan adalah oleh juga ke telah mereka kata beliau sebagai kerana boleh ialah daripada berkata bahawa kepada lebih atas tahun polis bagi iaitu manakala sudah wang secara hari pihak",
    "tl": "ang ng sa na mga at ay ni para kay hindi ito si may nang ayon siya pero din kung",
    "vi": "và của là có trong được cho không các với một người đã này những đến khi tại để từ về theo cũng",
    "sw": "ya na wa kwa ni katika za la kuwa hii cha yake huo kama baada hiyo lakini wake alisema",
    "ca": "el la els de que i en un una del les per amb és no al com més però seva aquest ha va dels ser també segons ni fins tots altres dret sobre on molt sense perquè tota",
    "gl": "o a os de que e do da en un unha para con non no na por máis dos das as se foi ao como pero son ten tamén seu súa estes ata dun dunha dende así outros",
    "eu": "eta da ez du bat dute izan zen ere baina egin hau zuen dira den zuten bere bai hori duen egiteko ditu beste edo izango",
    "sq": "dhe në të e një për me nga që është se më nuk i ka si u janë kjo por pas",
    "af": "die en van in is het nie dat te vir met op om ook was hy sal deur aan by wat hulle kan uit word moet elke na sy wees",
    "cy": "y yn a i o ar mae wedi ei am fod bod yr gan oedd nid",
    "ga": "an na agus ar i le go a sé bhí tá sin ag nach don",
    "eo": "la de kaj en estas al por ne kun oni pri ĝi li kiu tio",
}
"""By language; in lower case. A word in many languages counts for each of them."""

ALPHABETS: Final[Mapping[str, str]] = {
    "en": "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßšžðþ",
    "de": "äöüßéèà",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "es": "áéíñóúüç",
    "pt": "àáâãçéêíóôõúü",
    "it": "àèéìíîòóùú",
    "nl": "ëïéèöüáóíê",
    "sv": "åäöéüà",
    "da": "æøåéüöä",
    "no": "æøåéòôöä",
    "fi": "äöåšž",
    "is": "áðéíóúýþæö",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ",
    "et": "äöõüšž",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "tr": "çğıöşüâîû",
    "ca": "àçèéíïòóúü",
    "gl": "áéíóúñü",
    "eu": "ñç",
    "sq": "ëç",
    "af": "êëéèôîïöüá",
}
"""By language: its letters beside a to z, in lower case. English has those of the names it takes from its neighbours."""
