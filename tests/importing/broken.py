"""Files that cannot be read, each with what the import says of it."""

from __future__ import annotations

BROKEN: dict[str, tuple[bytes, str]] = {
    # what any file can have
    "quiz.docx": (
        b"PK",
        (
            "quiz.docx:1:1: the ending '.docx' belongs to no format that can be read [import-format]\n"
            "    hint: one of: .xml (Moodle XML), .csv (CSV), .txt (GIFT or Aiken), .gift (GIFT)"
        ),
    ),
    "latin.txt": (
        "Caf\u00e9 {T}\n".encode("latin-1"),
        "latin.txt:1:4: byte 0xe9 is not UTF-8 [import-not-utf8]\n    hint: save the file as UTF-8",
    ),
    "bell.txt": (
        b"One {T}\n\nTwo \x07 {F}\n",
        "bell.txt:3:5: the character U+0007 cannot be seen and is not allowed [import-character]\n    hint: delete it",
    ),
    "empty.txt": (
        b"\n",
        "empty.txt:1:1: there is no question in the file [import-empty]\n    hint: choose another file",
    ),
    # Moodle XML
    "broken.xml": (
        b"<quiz>\n<question type='essay'>\n</quiz>\n",
        (
            "broken.xml:3:3: this is not XML: mismatched tag [import-xml]\n"
            "    hint: export the file again, or mend it here"
        ),
    ),
    "bomb.xml": (
        b'<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<quiz>&b;</quiz>\n',
        (
            "bomb.xml:2:1: a document type stands in the file, which could make it grow without end [import-xml]\n"
            "    hint: remove the lines of '<!DOCTYPE'"
        ),
    ),
    "secrets.xml": (
        b'<!DOCTYPE quiz SYSTEM "file:///etc/passwd">\n<quiz/>\n',
        (
            "secrets.xml:1:1: a document type stands in the file, which could make it grow without end [import-xml]\n"
            "    hint: remove the lines of '<!DOCTYPE'"
        ),
    ),
    "encoding.xml": (
        b'<?xml version="1.0" encoding="big5"?>\n<quiz/>\n',
        "encoding.xml:1:1: multi-byte encodings are not supported [import-not-utf8]\n    hint: save the file as UTF-8",
    ),
    "page.xml": (
        b"<html><body/></html>\n",
        (
            "page.xml:1:1: the file begins with <html>, it should be <quiz> [import-xml]\n"
            "    hint: export the questions from Moodle as 'Moodle XML'"
        ),
    ),
    "share.xml": (
        b'<quiz><question type="multichoice">\n  <answer fraction="150"><text>A</text></answer>\n</question></quiz>\n',
        (
            "share.xml:2:3: '150' is no share of a hundred [import-worth]\n"
            '    hint: write a number from -100 to 100, as in fraction="50"'
        ),
    ),
    "number.xml": (
        b'<quiz><question type="numerical">\n  <answer fraction="100"><text>many</text></answer>\n</question></quiz>\n',
        "number.xml:2:3: 'many' is no number [import-number]\n    hint: write it with digits and a full stop",
    ),
    "judge.xml": (
        b'<quiz>\n<question type="truefalse"><answer fraction="0"><text>true</text></answer></question></quiz>\n',
        (
            "judge.xml:2:1: neither 'true' nor 'false' is worth 100 [import-moodle]\n"
            '    hint: write fraction="100" at one'
        ),
    ),
    "gaps.xml": (
        b'<quiz>\n<question type="cloze"><questiontext>\n<text>No gap</text></questiontext></question></quiz>\n',
        "gaps.xml:3:1: no gap stands in the text [import-moodle]\n    hint: write it as {1:SHORTANSWER:=answer}",
    ),
    "kind.xml": (
        b'<quiz>\n<question type="cloze"><questiontext><text>{1:WHEEL:=a}</text></questiontext></question></quiz>\n',
        (
            "kind.xml:2:38: 'WHEEL' is no kind of gap that is known here [import-moodle]\n"
            "    hint: one of: SHORTANSWER, MULTICHOICE, NUMERICAL"
        ),
    ),
    # GIFT
    "open.txt": (
        b"One {T}\n\nThe tide {=rises ~falls\n\nThree {F}\n",
        (
            "open.txt:3:10: the '{' is never closed [import-gift]\n"
            r"    hint: write '}' behind the answers, or \{ for the sign"
        ),
    ),
    "closed.txt": (
        b"The tide } rises {T}\n",
        ("closed.txt:1:10: a '}' has no '{' before it [import-gift]\n    hint: write \\} for the sign"),
    ),
    "second.txt": (
        b"The tide {T} rises {F}\n",
        ("second.txt:1:20: a second '{' stands in the question [import-gift]\n    hint: write \\{ for the sign"),
    ),
    "name.gift": (
        b"::Tides The tide rises {T}\n",
        "name.gift:1:1: the name that begins here does not end [import-gift]\n    hint: write '::' behind it",
    ),
    "sign.txt": (
        b"The tide {falls =rises}\n",
        "sign.txt:1:11: an answer has no sign before it [import-gift]\n    hint: write '=' or '~' before it",
    ),
    "nothing.txt": (
        b"The tide {=rises ~#No}\n",
        "nothing.txt:1:19: nothing stands behind the '~' [import-gift]\n    hint: write an answer, or remove it",
    ),
    "pairs.txt": (
        b"Match {=sea -> tide\n=land}\n",
        "pairs.txt:2:2: nothing belongs to this item [import-gift]\n    hint: write '->' and what belongs to it",
    ),
    "worth.txt": (
        b"Choose {~%fifty%a ~%500%b}\n",
        (
            "worth.txt:1:10: '%fifty%' is no share of a hundred [import-worth]\n"
            "    hint: write a number from -100 to 100, as in %50%\n"
            "worth.txt:1:20: '%500%' is no share of a hundred [import-worth]\n"
            "    hint: write a number from -100 to 100, as in %50%"
        ),
    ),
    "number.txt": (
        b"How many {#two}\n",
        (
            "number.txt:1:12: 'two' is no number [import-number]\n"
            "    hint: write it as 3, as 3:2 with a tolerance, or as 1..5"
        ),
    ),
    # Aiken
    "unanswered.txt": (
        b"What pulls the sea?\nA. The moon\nB. The wind\n",
        "unanswered.txt:1:1: the question has no answer [import-aiken]\n    hint: end it with 'ANSWER: A'",
    ),
    "next.txt": (
        b"What pulls the sea?\nA. The moon\nB. The wind\nWhat else?\nA. The sun\nB. Nothing\nANSWER: A\n",
        (
            "next.txt:4:1: this line is no option, and the question has no answer yet [import-aiken]\n"
            "    hint: write 'ANSWER: A' above it"
        ),
    ),
    "letter.txt": (
        b"What pulls the sea?\nA. The moon\nB. The wind\nANSWER: C\n",
        "letter.txt:4:1: 'C' is no option of this question [import-aiken]\n    hint: one of: A, B",
    ),
    "twice.txt": (
        b"What pulls the sea?\nA. The moon\nA. The wind\nB. The sun\nANSWER: A\n",
        (
            "twice.txt:3:1: the letter 'A' is there twice [import-aiken]\n"
            "    hint: end the question above with 'ANSWER: \u2026'"
        ),
    ),
    "one.txt": (
        b"What pulls the sea?\nA. The moon\nANSWER: A\n",
        "one.txt:1:1: the question has fewer than two options [import-aiken]\n    hint: write each as 'A. \u2026'",
    ),
    "unasked.txt": (
        b"A. The moon\nB. The wind\nANSWER: A\n",
        (
            "unasked.txt:3:1: nothing is asked above this answer [import-aiken]\n"
            "    hint: write the question above its options"
        ),
    ),
    # CSV
    "column.csv": (
        b"prompt,a,b\nWhat?,x,y\n",
        (
            "column.csv:1:1: there is no column 'right' [import-column]\n"
            "    hint: write 'right' into the first line, which names the columns"
        ),
    ),
    "misspelt.csv": (
        b"prompt,a,b,right,explanatoin\nWhat?,x,y,a,So.\n",
        (
            "misspelt.csv:1:1: 'explanatoin' is not a column that is known here [import-column]\n"
            "    hint: did you mean 'explanation'?"
        ),
    ),
    "cells.csv": (
        b"prompt,a,b,right\nWhat, then?,x,y,a\n",
        (
            "cells.csv:2:1: the row has 5 cells, and there are 4 columns [import-row]\n"
            "    hint: put a text that holds the sign between cells into quotes"
        ),
    ),
    "quote.csv": (
        b'prompt,a,b,right\nWhat?,"x" y,z,a\n',
        (
            "quote.csv:2:1: this is no row: ',' expected after '\"' [import-row]\n"
            '    hint: write "" for a quote in a quoted text'
        ),
    ),
    "right.csv": (
        b"prompt,a,b,right\nOne?,x,y,a\nWhat?,x,y,d\n",
        "right.csv:3:1: 'd' names no options of this question [import-row]\n    hint: write one or more of: a, b",
    ),
    "type.csv": (
        b"type,prompt,right\norder,What?,x\n",
        (
            "type.csv:2:1: 'order' is not a type that a table can hold [import-row]\n"
            "    hint: one of: choice, true-false, short-answer, numeric, reflect"
        ),
    ),
    "judge.csv": (
        b"type,prompt,right\ntrue-false,It rises.,perhaps\n",
        (
            "judge.csv:2:1: 'perhaps' is no answer to a question of the type 'true-false' [import-row]\n"
            "    hint: write true or false into the column 'right'"
        ),
    ),
    "number.csv": (
        (
            b"quiz,version,language,question,type,name,weight,objective,section,row,id,text,belongs_to,leads_to,right,"
            b"feedback,speaker\nmoon,1,en,,,,,,,minutes,,many,,,,,\nmoon,1,en,moon.a,numeric,A,1,,,number,,many,,,,,\n"
        ),
        (
            "number.csv:3:1: the rows of the question 'moon.a' make no question of the type 'numeric' [import-row]\n"
            "    hint: download the sheet again"
        ),
    ),
    "ours.csv": (
        b"question,row,text\nmoon.one,prompt,What?\n",
        "\n".join(
            f"ours.csv:1:1: there is no column '{name}' [import-column]\n"
            f"    hint: write '{name}' into the first line, which names the columns"
            for name in (
                *("belongs_to", "feedback", "id", "language", "leads_to", "name", "objective", "quiz", "right"),
                *("section", "speaker", "type", "version", "weight"),
            )
        ),
    ),
}
"""Files by their names: what is in them, and what is said."""
