"""Forms are found in any script, however their words are encoded, and inside of no other word."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from primer.features.glossary.model import Term
from primer.text.terms import TermIndex, claim_of, is_single_syllable


def marked(text: str, forms: str, language: str = "en") -> str:
    """The text with brackets around what is found in it; each form is a term of its own."""
    terms = [Term(id=f"t{at}", term="T", forms=(form,), definition="D") for at, form in enumerate(forms.split("|"))]
    for mention in reversed(list(TermIndex(terms, language).mentions(text))):
        text = f"{text[: mention.start]}[{text[mention.start : mention.end]}]{text[mention.end :]}"
    return text


def apart(text: str) -> str:
    """The text with each accent behind its letter, as some systems type it."""
    return normalize("NFD", text)


#: What a row is about, the forms with bars between them, and a text in which all that is found stands in brackets.
CASES = [
    ("an accent typed apart", "café", f"a [{apart('café')}] and a [café]"),
    ("a form typed apart", apart("café"), f"a [{apart('café')}] and a [café]"),
    ("a mark that makes another word", "cafe", f"a {apart('café')} and a café, but a [cafe]"),
    ("a mark in the middle", "resume", f"a {apart('résume')}, a re\u0301sume, a [resume]"),
    ("case", "éducation", f"[Éducation], [ÉDUCATION], [{apart('ÉDUCATION')}]"),
    ("Vietnamese", "trị liệu", f"[{apart('Trị liệu')}] tâm lý, [trị liệu], tri lieu"),
    ("Hindi", "चिकित्सा", "यह [चिकित्सा] है। चिकित्सालय"),
    ("a Hindi word that goes on with a mark", "क", "कि का [क] क्"),
    ("a joiner inside a Hindi word", "शक्ति", "[शक्\u200dति] [शक्ति] शक्तिमान"),
    ("Tamil", "சிகிச்சை", "இது [சிகிச்சை]. சிகிச்சையாளர்"),
    ("Hebrew with points", "טיפול", "הוא [טִיפּוּל] טוב, הטיפול"),
    ("a Hebrew form with points", "טִיפּוּל", "הוא [טיפול] טוב"),
    ("a Hebrew abbreviation", 'עו"ס', 'היא [עו״ס] או [עו"ס]'),
    ("a Hebrew hyphen", "בית-ספר", "זה [בית־ספר]. ספר"),
    ("Arabic with vowels", "علاج", "هذا [عِلاج] والعلاج"),
    ("an Arabic form with vowels", "عِلَاج", "هذا [علاج]"),
    ("a stretched Arabic word", "علاج", "هذا [عـــلاج]ـ نفسي"),
    ("two Arabic words", "علاج نفسي", "هذا [علاج نفسي]."),
    ("a Persian joiner", "روان\u200cدرمانی", "این [روان\u200cدرمانی] است، روان\u200cدرمانی\u200cها"),
    ("a Persian word before a joiner", "درمان", "[درمان] درمان\u200cها"),
    ("a soft hyphen", "therapy", "the [ther\u00adapy], ther\u00adapyst, [therapy]\u00ad"),
    ("a soft hyphen in a form", "ther\u00adapy", "the [therapy]"),
    ("a place to break", "therapy", "the [ther\u200bapy] \u200b[therapy]\u200b"),
    ("marks that choose a direction", "therapy", "a \u202e[therapy]\u200f here"),
    ("gaps that do not break", "waiting list", "[waiting\u00a0list], [waiting\u202flist], [waiting\u3000list]"),
    ("a form with such a gap", "waiting\u00a0list", "a [waiting list]"),
    ("hyphens", "self-harm", "[self\u2011harm], [self\u2010harm], [self-harm], [self-\u00adharm], self\u2013harm"),
    ("a word inside a hyphenated one", "harm", "self-harm, self\u2011harm, harm\u2010free, self-\u00adharm, [harm]"),
    ("apostrophes", "ship's cat", "[ship\u2019s cat], [ship's cat], [ship\u02bcs cat], ship\u2018s cat"),
    ("a Ukrainian apostrophe", "п'ять", "це [пʼять] [п’ять]"),
    ("a possessive", "therapist", "the [therapist]'s, the [Therapist]\u2019s, THERAPISTS'"),
    ("a possessive in capitals", "CBT", "[CBT]\u2019s, [CBT]'S, cbt's"),
    ("a possessive that is listed", "ship|ship's cat", "the [ship's cat], the [ship]'s dog"),
    ("a possessive of two words", "working alliance", "the [working alliance]'s end, a working's alliance"),
    ("a possessive of many", "therapists", "the [therapists]' room"),
    ("other letters behind an apostrophe", "can|it", "can't, it'll, [it]'s"),
    ("a form with a possessive of many", "clients' rights|rights", "[clients\u2019 rights], clients' own [rights]"),
    ("a form that ends with an apostrophe", "clients'|clients", "the [clients'] rights, [clients]"),
    ("French elision", "alliance", "avec l'[alliance], L\u2019[Alliance], d'[alliance], presqu'alliance"),
    ("elision before two words", "alliance de travail", "L\u2019[alliance de travail]."),
    ("elision of que", "anxiété", "plus qu\u2019[anxiété]"),
    ("Italian elision", "alleanza", "il valore dell\u2019[alleanza]."),
    ("Catalan elision and middle dot", "aliança|col·laboració", "l'[aliança], una [Col·laboració]"),
    ("an article that is listed", "alliance|l'alliance", "voici [l\u2019alliance]"),
    ("a name with an apostrophe", "brien", "O'Brien"),
    ("German capitals", "straße", "[STRASSE], [straße], [STRAẞE]"),
    ("a German genitive is another word", "Therapeut", "des Therapeuten, ein [Therapeut]"),
    ("a Greek sigma at the end", "λόγος", "[ΛΌΓΟΣ], [Λόγος]"),
    ("a capital I with a dot", "ilişki", "[İlişki]"),
    ("Thai", "จิตบำบัด", "การทำ[จิตบำบัด]ช่วยได้"),
    ("a Thai vowel before its consonant", "กา", "[กา]บิน เกา"),
    ("Lao", "ການປິ່ນປົວ", "ແມ່ນ[ການປິ່ນປົວ]"),
    ("Khmer", "ការព្យាបាល", "នេះជា[ការព្យាបាល]ល្អ"),
    ("a Khmer consonant below another", "ព", "ព្យា"),
    ("Khmer with places to break", "ការព្យាបាល", "នេះ\u200b[ការ\u200bព្យាបាល]\u200bល្អ"),
    ("Burmese", "ကုထုံး", "ဤ[ကုထုံး]သည်"),
    ("the end of a Burmese syllable", "က", "ကန် ကိ"),
    ("Chinese", "治疗", "心理[治疗]很好。"),
    ("the longest Chinese form", "治疗|心理治疗", "[心理治疗]很好，[治疗]"),
    ("Latin letters in Chinese", "CBT", "使用[CBT]疗法"),
    ("a form of both", "CBT疗法|CBT", "使用[CBT疗法]和[CBT]"),
    ("a Chinese number beside it", "治疗", "80%的人和1/3的[治疗]，3.5倍的[治疗]"),
    ("a name of two parts", "阿伦·贝克", "[阿伦·贝克]说"),
    ("Japanese", "認知行動療法", "彼は[認知行動療法]を受けた。"),
    ("katakana", "カウンセリング", "[カウンセリング]を受ける、カウンセリングルーム"),
    ("katakana typed apart", "ガイド", f"この[{apart('ガイド')}]は"),
    ("katakana with a dot", "セルフ・ケア", "[セルフ・ケア]が大事"),
    ("Korean particles", "치료", "그 [치료]는 [치료]를 [치료]에서 [치료]들이 [치료]. 치료은 치료사 심리치료"),
    ("particles behind a consonant", "상담", "[상담]은 [상담]을 [상담]으로, 상담가"),
    ("particles behind an R", "결말", "[결말]로"),
    ("Korean typed apart", "치료", f"[{apart('치료')}]{apart('를')}"),
    ("Korean behind Latin letters", "CBT", "[CBT]는"),
    ("digits", "PHQ-9|12", "the [PHQ-9], PHQ-99, [12], 123"),
    ("Arabic digits", "١٢ خطوة", "برنامج [١٢ خطوة]"),
    (
        "signs around a word",
        "therapy",
        "\u201c[therapy]\u201d ([therapy]), [therapy]; '[therapy]' [therapy]\u2026 \u2014[therapy]",
    ),
    ("the end of a sentence", "therapy", "a [therapy]. [Therapy]! [Therapy]? And [therapy]..."),
    ("a single letter", "q", "a [q], p.q, quiz"),
    ("the longest of three", "a|a b|a b c", "[a b c] [a b] [a]"),
    ("a shorter one where the longer breaks off", "a b c|a b", "[a b] d"),
    ("the same in capitals", "CAT|cat", "[CAT], [cat], [Cat]"),
    (
        "a capital beside another is a name",
        "data protection|\u200bboard",
        "the Data Protection Board, [data protection]",
    ),
    ("a name behind an elided article", "alliance", "l'Alliance Française, l'[Alliance] est"),
    ("addresses", "therapy", "therapy.org www.therapy.org https://therapy.org x.org/therapy /therapy/ ?therapy=1"),
    ("addresses of people", "therapy", "user@therapy.org therapy@x.org @therapy #therapy"),
    ("names of files", "therapy", "therapy.pdf a/therapy_notes.txt therapy_notes C:\\therapy\\x my-therapy.pdf"),
    (
        "signs inside addresses",
        "therapy|news",
        "therapy+news@x.org x.org/~therapy x.org/a,therapy;news x.org/a:therapy",
    ),
    ("commas and colons of a text", "therapy|治疗", "[therapy], [therapy]; [therapy]: 定义:[治疗],[治疗];x.org"),
    ("addresses with invisible signs", "therapy", "therapy.\u200borg therapy\u00ad.pdf user@\u200btherapy"),
    ("names of files in Chinese", "治疗", "心理治疗指南.pdf /治疗/ @心理治疗中心 治疗.中国 [治疗]。见"),
    ("an address amid Chinese", "治疗", "请看example.com上的[治疗]说明，example.com/治疗/说明.html"),
    ("signs between Chinese words", "治疗", "心理[治疗]和/或药物，[治疗]&药物，[治疗]=药物"),
    ("a stroke between Thai words", "การบำบัด", "[การบำบัด]และ/หรือยาช่วยได้"),
    ("names of files in Thai", "จิตบำบัด", "คู่มือจิตบำบัด.pdf"),
    ("a sentence without a gap", "therapy", "It ends.Therapy helps.therapy"),
]


@pytest.mark.parametrize(("forms", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_found(forms: str, text: str):
    assert marked(text.replace("[", "").replace("]", ""), forms) == text


@pytest.mark.parametrize(("forms", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_it_is_the_same_however_text_and_forms_are_encoded(forms: str, text: str):
    bare = text.replace("[", "").replace("]", "")

    for text_form in ("NFC", "NFD"):
        for form_form in ("NFC", "NFD"):
            result = marked(normalize(text_form, bare), normalize(form_form, forms))
            assert normalize("NFC", result) == normalize("NFC", text)


def test_in_turkish_the_i_without_a_dot_is_another_letter():
    assert marked("Isınma, ISINMA, ısınma, isinma", "ısınma", "tr") == "[Isınma], [ISINMA], [ısınma], isinma"
    assert marked("İLİŞKİ, ILIŞKI", "ilişki", "tr-TR") == "[İLİŞKİ], ILIŞKI"
    assert marked("ISINMA", "ısınma", "en") == "ISINMA"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("café", apart("café")),
        ("Café", "café"),
        ("ship's", "ship\u2019s"),
        ("self-harm", "self\u2011harm"),
        ("waiting list", "waiting\u00a0list"),
        ("therapy", "ther\u00adapy"),
        ("علاج", "عِلاج"),
        ("straße", "strasse"),
        ("λόγος", "Λόγοσ"),
    ],
)
def test_ways_to_write_one_form_are_one_claim(one: str, other: str):
    assert claim_of(one) == claim_of(other) is not None


@pytest.mark.parametrize(("one", "other"), [("CAT", "cat"), ("cafe", "café"), ("harm", "self-harm"), ("a b", "ab")])
def test_other_words_are_other_claims(one: str, other: str):
    assert claim_of(one) != claim_of(other)


@pytest.mark.parametrize(
    "form", ["?", "\u00ad", "\u200b \u200b", "-", "self-", "a/b", "Ph.D.", "'tis", "\u0301", "a--b", "halyard (rope)"]
)
def test_what_is_made_of_no_words_is_no_form(form: str):
    assert claim_of(form) is None


@pytest.mark.parametrize(("form", "single"), [("心", True), ("ใจ", True), ("心理", False), ("q", False), ("キ", False)])
def test_one_sign_of_a_script_without_spaces(form: str, single: bool):
    assert is_single_syllable(form) is single
