# packet: the words printed in a delivery packet

## Numbers, days and times

packet-number = { $count }
packet-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
packet-day-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
packet-moment = { $day }, { $time12 } { $half ->
    [am] a.m.
   *[pm] p.m.
} { $zone }
packet-moment-zone = { $moment } ({ $zone })

## Head, foot and the document's own title

packet-document = Petition: { $title }
packet-volume-document = { $title }: signatures, volume { $number } of { $of }
packet-description = A petition to { $recipient }. { $target }
packet-dockets = { $count ->
    [one] Docket { $dockets }
   *[other] Dockets { $dockets }
}
packet-as-of-line = As of { $moment }
packet-page = Page { $page } of { $pages }

## Cover

packet-kicker = Petition
packet-count-label = { $count ->
    [one] confirmed signature
   *[other] confirmed signatures
}
packet-part-of = { $count ->
    [one] From a campaign with { $count } confirmed signature in all.
   *[other] From a campaign with { $count } confirmed signatures in all.
}
packet-to = To
packet-from = From
packet-as-of = As of
packet-matters = { $count ->
    [one] Matter
   *[other] Matters
}
packet-contents = In this packet

## Letter

packet-letter-heading = Letter
packet-letter-subject = Re: { $subject }
packet-letter-closing = Respectfully,

## The ask

packet-ask-heading = What we ask
packet-column-docket = Docket
packet-column-matter = Matter

## The numbers

packet-totals-heading = The numbers
packet-totals-intro = Everything that came in is accounted for. A signature counts once its signer has confirmed it from their own mailbox, and counts once only.
packet-received = received
packet-confirmed = confirmed
packet-pending = not confirmed
packet-expired = expired
packet-withdrawn = withdrawn
packet-excluded = excluded
packet-slice-note = This packet holds { $count } of the { $confirmed } confirmed signatures. { $slice }
packet-shared-mailboxes = { $count ->
    [one] In one household two people shared a mailbox. Both signed and confirmed for themselves, and both count.
   *[other] In { $count } households two people shared a mailbox. Each signed and confirmed for themselves, and each counts.
}
packet-column-signatures = Signatures
packet-in-this-packet = In this packet
packet-residency-heading = How the signers are tied to the place
packet-residency-column = Tie
packet-residency-lives = Live there
packet-residency-works = Work there
packet-residency-studies = Study there
packet-residency-elsewhere = Live, work and study elsewhere
packet-visibility-heading = How their names are shown
packet-visibility-column = Name
packet-visibility-full = Full name
packet-visibility-short = First name and initial
packet-visibility-shared = Hidden from the public, shown to you with the signer’s consent
packet-visibility-withheld = Withheld, as the signer asked

## What was signed

packet-petition-heading = What was signed
packet-petition-intro = { $count ->
    [one] Everybody signed the same text.
   *[other] The text was changed while people were signing. Each signature stands under the version it was given to.
}
packet-version = Version { $number }
packet-version-signed = { $count ->
    [0] Nobody in this packet signed this version.
    [one] Signed by one person in this packet.
   *[other] Signed by { $count } people in this packet.
}
packet-version-hash = SHA-256 of this text

## How duplicates were removed

packet-exclusions-heading = How duplicates were removed
packet-exclusions-intro = { $count ->
    [0] No signature was left out.
    [one] One signature was left out. It is listed in exclusions.csv with its reason, and can be put back.
   *[other] { $count } signatures were left out. Each is listed in exclusions.csv with its reason, and each can be put back.
}
packet-exclusions-fairness = Two people who share a name, a home or a mailbox are two people. A record is left out by a rule only where that rule is certain, or else because a person looked at it and decided.
packet-exclusions-put-back = { $count ->
    [one] One decision was undone, and its signature counts again.
   *[other] { $count } decisions were undone, and their signatures count again.
}
packet-exclusions-several = Some records were found by more than one rule. They stand under each of them, and were left out once.
packet-column-rule = Rule
packet-column-excluded = Left out
packet-column-undone = Put back
packet-rule = { $rule ->
    [mailbox-name] The same person signed again from the same mailbox.
    [mailbox-name-order] The same mailbox, and the same words of the name in another order.
    [name-street-zip] The same name at the same street and ZIP code, from another mailbox.
    [name-phone] The same name and the same phone number.
    [mailbox-nameless] The same mailbox, where one of the two gave no name.
    [mailbox-full] A third name from one mailbox, or a second one from another address. Two people of one household may share a mailbox.
    [name-mailbox-typo] The same name, and mailboxes that differ only by a common slip of the pen. A person decided.
    [mailbox-similar-name] The same mailbox, and a name that may be the same. A person decided.
    [name-street-zip-unclear] The same name at the same street and ZIP code, where several people have that name. A person decided.
    [similar-name-street-zip] A name that may be the same, at the same street and ZIP code. A person decided.
    [similar-name-phone] A name that may be the same, with the same phone number. A person decided.
    [mailbox-place-unknown] A second name from one mailbox, and no address that tells whether it is one household. A person decided.
    [name-street] The same name at the same street, where the ZIP code is missing or differs. A person decided.
    [name-zip] The same name in the same ZIP code, where a street is missing. A person decided.
    [hidden-field] Sent by a program: it filled in a field that no person sees.
    [too-fast] Sent by a program: the form came back faster than anybody reads it.
    [held] Held because it looked like a program’s. A person looked at it.
    [many-from-one-address] Many signatures from one network address within an hour.
    [organizer] An organizer looked at it and decided.
   *[other] Left out under a rule named { $rule }.
}
packet-reading-heading = How to read exclusions.csv
packet-reading-intro = It has a row for every record that a rule found, in the order of this packet. No signer’s name and no address is in it.
packet-column-column = Column
packet-column-meaning = What it holds
packet-exclusions-id = A name for the record that tells nothing about the person.
packet-exclusions-rule = The rule, by the short name it has in the table above.
packet-exclusions-survivor = The number of the signature that was kept instead, as in signatures.csv; empty where it is not in this packet.
packet-exclusions-reason = What the rule found.
packet-exclusions-reviewer = Who decided; empty where the rule was certain.
packet-exclusions-undone = “yes” where the decision was undone and the record put back, otherwise “no”.

## The schedule

packet-signatures-heading = Signatures
packet-signatures-none = There are no confirmed signatures yet.
packet-signatures-here = { $count ->
    [one] One signature. It is in signatures-001.pdf as well, and as a table in signatures.csv and signatures.xlsx.
   *[other] All { $count } signatures follow. They are in signatures-001.pdf as well, and as a table in signatures.csv and signatures.xlsx.
}
packet-signatures-elsewhere = { $volumes ->
    [one] All { $count } signatures are in one volume beside this document, and as a table in signatures.csv and signatures.xlsx.
   *[other] All { $count } signatures are in { $volumes } volumes beside this document, and as a table in signatures.csv and signatures.xlsx.
}
packet-range = { $first } to { $last }
packet-schedule-heading = { $count ->
    [one] Signature { $first }
   *[other] Signatures { $first } to { $last }
}
packet-volume-kicker = { $of ->
    [one] Signature schedule
   *[other] Signature schedule, volume { $number } of { $of }
}
packet-volume-only = { $count ->
    [one] The one confirmed signature of this packet.
   *[other] All { $count } confirmed signatures of this packet.
}
packet-volume-intro = { $count } of the { $all } confirmed signatures of this packet.
packet-name-withheld = Name withheld
packet-column-number = No.
packet-column-name = Name
packet-column-place = Place
packet-column-tie = Tie
packet-column-day = Day
packet-column-version = Version
packet-tie-lives = lives
packet-tie-works = works
packet-tie-studies = studies
packet-tie-elsewhere = elsewhere

## The files

packet-files-heading = The files of this packet
packet-files-intro = manifest.json lists every file with its size and its SHA-256, so that anybody can tell whether one was changed.
packet-column-file = File
packet-column-numbers = Numbers
packet-column-holds = What it holds
packet-file-packet = This document.
packet-file-volumes = The signature schedule, for print, in volumes.
packet-file-csv = Every signature, one to a row, for any spreadsheet or program.
packet-file-xlsx = The same as a workbook, with the numbers on a second sheet.
packet-file-exclusions = Every record that was left out or put back, with its reason.
packet-file-manifest = What this packet is, when it was made, and how to check that it is whole.

## Testimony

packet-testimony-heading = Testimony
packet-testimony-intro = { $count ->
    [0] No testimony has been approved yet.
    [one] One testimony was written to you. It stands as its writer wrote it, in its own language.
   *[other] { $count } testimonies were written to you. Each stands as its writer wrote it, in its own language. They are in order of matter and stance; one on two matters is printed under the first and counts for both.
}
packet-testimony-forms = { $count ->
   *[other] { $count } of them sent a letter that others sent as well. Such a letter is printed once, with the list of all who sent it; each one’s own wording is in a file of its own.
}
packet-testimony-here = The letters follow. They are in testimony-001.pdf as well, and each is a file of its own in the folder testimony.
packet-testimony-elsewhere = The letters are in volumes beside this document, and each is a file of its own in the folder testimony.
packet-testimony-title = Testimony of { $name }
packet-testimony-withheld-title = Testimony, name withheld
packet-testimony-kicker = { $stance ->
    [in-favor] Written testimony, in favor
    [opposed] Written testimony, opposed
   *[neutral] Written testimony, neither for nor against
}
packet-stance = { $stance ->
    [in-favor] In favor
    [opposed] Opposed
   *[neutral] Neutral
}
packet-testimony-group = { $stance ->
    [in-favor] { $matter }: in favor
    [opposed] { $matter }: opposed
   *[neutral] { $matter }: neutral
}
packet-testimony-no-matter = On no docket
packet-testimony-foot = { $title } · Testimony { $number }
packet-testimony-page = Page { $page }
packet-testimony-page-in = { $file }, page { $page }
packet-testimony-document = { $title }: testimony, volume { $number } of { $of }
packet-testimony-volume-kicker = { $of ->
    [one] Testimony
   *[other] Testimony, volume { $number } of { $of }
}
packet-testimony-volume-intro = { $count ->
    [one] One testimony, as its writer wrote it.
   *[other] { $count } testimonies, each as its writer wrote it.
}
packet-testimony-place = { $tie ->
    [lives] { $given ->
        [0] Lives there
       *[other] Lives there, { $zip }
    }
    [works] { $given ->
        [0] Works there
       *[other] Works there, { $zip }
    }
    [studies] { $given ->
        [0] Studies there
       *[other] Studies there, { $zip }
    }
   *[elsewhere] { $given ->
        [0] Lives, works and studies elsewhere
       *[other] Elsewhere, { $zip }
    }
}
packet-line-to = To
packet-line-docket = Docket
packet-line-from = Name
packet-line-affiliation = Affiliation
packet-line-place = Place
packet-line-date = Date
packet-line-language = Language
packet-line-speaking = Wishes to speak
packet-speaking = { $how ->
    [in-person] in the room
    [by-video] by video
   *[no] no
}
packet-percent = { $count } %
packet-written-in = Written in { $language }
packet-form-first = { $count ->
   *[other] sent by { $count } people
}
packet-form-other = same letter as no. { $number }
packet-form-heading = Who else sent testimony { $number }
packet-form-intro = { $count ->
    [one] One more person sent this letter, in part in their own words.
   *[other] { $count } more people sent this letter, in part in their own words.
}
packet-speakers-heading = Who wishes to speak
packet-speakers-intro = { $count ->
    [one] One of the writers wishes to speak at the hearing.
   *[other] { $count } of the writers wish to speak at the hearing. They are listed in running order.
}
packet-column-note = Note
packet-column-page = Page
packet-column-own = Own words
packet-column-all = All
packet-column-order = Order
packet-column-how = How
packet-file-testimony = The letters in print, in volumes, each with its contents.
packet-file-testimony-pdf = Each testimony alone, as its writer’s own letter.
packet-file-testimony-docx = The same for word processors.
packet-file-testimonies = Every testimony, one to a row, with its text.
packet-language = { $tag ->
    [am] Amharic
    [ar] Arabic
    [bn] Bengali
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [fa] Persian
    [fr] French
    [he] Hebrew
    [hi] Hindi
    [ht] Haitian Creole
    [hy] Armenian
    [it] Italian
    [ja] Japanese
    [kea] Cabo Verdean Creole
    [km] Khmer
    [ko] Korean
    [ne] Nepali
    [pl] Polish
    [pt] Portuguese
    [pt-BR] Brazilian Portuguese
    [ru] Russian
    [so] Somali
    [sq] Albanian
    [sw] Swahili
    [th] Thai
    [ti] Tigrinya
    [tl] Tagalog
    [uk] Ukrainian
    [ur] Urdu
    [vi] Vietnamese
    [yi] Yiddish
    [zh] Chinese
    [zh-Hans] Chinese (simplified)
    [zh-Hant] Chinese (traditional)
   *[other] { $tag }
}

## The coalition's letters, and statements

packet-count-testimonies = { $count ->
    [one] written testimony
   *[other] written testimonies
}
packet-coalition-kicker = Coalition letter
packet-coalition-signed = Co-signed by
packet-coalition-text = Text
packet-coalition-version = Version { $number }, SHA-256
packet-coalition-foot = Coalition letter: { $title }
packet-coalition-organizations = { $count ->
    [0] no organization yet
    [one] { $count } organization
   *[other] { $count } organizations
}
packet-coalition-individuals = { $count ->
    [one] { $count } individual
   *[other] { $count } individuals
}
packet-coalition-both = { $organizations } and { $individuals }
packet-coalition-heading = Co-signed by { $totals }
packet-coalition-asked-again = { $count ->
    [one] One more co-signed an earlier text, is being asked about this one, and is not listed.
   *[other] { $count } more co-signed an earlier text, are being asked about this one, and are not listed.
}
packet-coalition-waiting = { $count ->
    [one] One more has not been confirmed and is not listed.
   *[other] { $count } more have not been confirmed and are not listed.
}
packet-coalition-identification = * Organization named for identification only.
packet-coalition-persons = Individuals
packet-organization-kind = { $kind ->
    [union] Unions
    [community] Neighborhood and community groups
    [faith] Congregations
    [rights] Civil rights and civil liberties
    [education] Education and libraries
    [professional] Professions and research
    [business] Businesses
   *[other] Other organizations
}
packet-column-organization = Organization
packet-column-signatory = Signed by
packet-column-as = Who they are
packet-statements-heading = What others say
packet-file-letters-pdf = Each coalition letter, with everybody under it.
packet-file-letters-docx = The same for word processors.
