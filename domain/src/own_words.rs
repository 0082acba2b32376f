//! How much of a text is its writer's own, and which texts are one form letter.
//! It refuses to judge: a text that is all its template's is a testimony too, and is delivered.
//!
//! **The measure.** A text and its template are cut into words (UAX #29, so that Chinese, Japanese and Thai,
//! which put no spaces, are cut into characters), each word is folded ([`fold`]), and every run of four words
//! of the template is kept as one hash. A word of the text is the template's when it stands in a run of four
//! that the template has; every other word is the writer's own. So the order of the template's sentences
//! means nothing, a word changed in the middle of a sentence counts as that one word, and a common phrase of
//! two or three words is nobody's. Work and memory are linear in the two lengths.
//!
//! Runs of words and not an alignment: an alignment costs the product of the lengths and calls a moved
//! paragraph new. Four and not three or five: with three, 'the city of Boston' makes neighbors of strangers;
//! with five, one changed word in nine frees them all. The runs are the shingles of Broder (On the resemblance
//! and containment of documents, 1997).

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::testimony::Stance;
use crate::text::fold;

/// Words in a run.
const RUN: usize = 4;

/// A text with fewer own words than this many in a hundred is its template's: a form letter.
pub const FORM_LETTER_BELOW: u8 = 20;

/// Texts that name no template are one letter from this many runs in common, in a hundred of both together;
/// it is what two texts share that differ in a fifth of their words.
const ALIKE_FROM: usize = 67;

/// Below this many words nothing is called a copy of another: many people write the same sentence.
const SHORT: usize = 20;

/// Bins of the sketch that finds likely pairs, and how many of them must agree at once.
const BINS: usize = 64;
const BAND: usize = 4;

/// How many different letters are looked at for one text in one bucket: a bound on the work when thousands
/// share a paragraph and nothing else.
const LOOKS: usize = 32;

/// How much of a text is its writer's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWords {
    /// Words in the text; of scripts without spaces, characters.
    pub words: usize,
    /// Words that are not the template's.
    pub own: usize,
    /// The template's parts of the text: byte ranges on letter boundaries, in order, apart from each other.
    pub template_parts: Vec<Range<usize>>,
}

impl OwnWords {
    /// Own words in a hundred. 0 means none, and 100 means all: what is between is never rounded to either.
    /// A text without a word is all own: nothing of it is anybody's.
    pub fn percent(&self) -> u8 {
        let exact = |own: usize| u8::try_from(own * 100 / self.words).unwrap_or(100);
        match self.own {
            own if own == self.words => 100,
            0 => 0,
            own => exact(own).clamp(1, 99),
        }
    }

    /// Whether so little is own that it is a form letter.
    pub fn is_form_letter(&self) -> bool {
        self.percent() < FORM_LETTER_BELOW
    }
}

/// Measures a text against its template.
///
/// `fixed` is what stands in the template between its fill-in parts, in order: what a writer fills in is the
/// writer's. Nothing there (no template) leaves every word own. A piece of fewer than four words is too short
/// to know again and stays out, except in a template that has no longer one: there a piece is one run.
pub fn own_words<'t>(text: &str, fixed: impl IntoIterator<Item = &'t str>) -> OwnWords {
    let words = words_of(text);
    let pieces: Vec<Vec<u64>> = fixed.into_iter().map(keys_of).filter(|keys| !keys.is_empty()).collect();
    let longest = pieces.iter().map(Vec::len).max().unwrap_or(0);
    let mut taken = vec![false; words.len()];
    if longest >= RUN {
        let known: HashSet<u64> = pieces.iter().flat_map(|piece| runs(piece, RUN)).collect();
        take(&words, RUN, &known, &mut taken);
    } else {
        for length in 1..=longest {
            let known: HashSet<u64> = pieces
                .iter()
                .filter(|piece| piece.len() == length)
                .flat_map(|piece| runs(piece, length))
                .collect();
            take(&words, length, &known, &mut taken);
        }
    }
    let mut template_parts: Vec<Range<usize>> = Vec::new();
    let mut before = false;
    for (word, taken) in words.iter().zip(&taken) {
        match template_parts.last_mut() {
            Some(part) if *taken && before => part.end = word.range.end,
            _ if *taken => template_parts.push(word.range.clone()),
            _ => {}
        }
        before = *taken;
    }
    OwnWords { words: words.len(), own: taken.iter().filter(|taken| !**taken).count(), template_parts }
}

/// Marks the words that stand in a known run.
fn take(words: &[Word], length: usize, known: &HashSet<u64>, taken: &mut [bool]) {
    if known.is_empty() {
        return;
    }
    for (at, window) in words.windows(length).enumerate() {
        if known.contains(&run(window.iter().map(|word| word.key))) {
            taken[at..at + length].fill(true);
        }
    }
}

/// What is kept of a text to compare it with thousands: the hashes of its runs, never a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    words: usize,
    /// Sorted, each once.
    runs: Vec<u64>,
}

impl Fingerprint {
    /// The fingerprint of a text: eight bytes for each of its words.
    pub fn of(text: &str) -> Self {
        let keys = keys_of(text);
        let mut runs: Vec<u64> = runs(&keys, RUN.min(keys.len().max(1))).collect();
        runs.sort_unstable();
        runs.dedup();
        Self { words: keys.len(), runs }
    }

    /// Runs in common, in a hundred of the runs of both together (Broder's resemblance).
    pub fn alike_percent(&self, other: &Self) -> usize {
        let (mut a, mut b, mut shared) = (self.runs.iter().peekable(), other.runs.iter().peekable(), 0);
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        let both = self.runs.len() + other.runs.len() - shared;
        (shared * 100).checked_div(both).unwrap_or(0)
    }

    /// The least run of each bin (one-permutation hashing; Li, Owen and Zhang 2012); an empty bin borrows from
    /// the next full one to its right.
    fn sketch(&self) -> [u64; BINS] {
        let mut bins = [u64::MAX; BINS];
        for &run in &self.runs {
            let bin = &mut bins[usize::try_from(run >> 58).unwrap_or(0)];
            *bin = (*bin).min(run);
        }
        let full = bins;
        for at in 0..BINS {
            if let Some(borrowed) =
                (0..BINS).map(|step| full[(at + step) % BINS]).find(|run| *run != u64::MAX)
            {
                bins[at] = borrowed;
            }
        }
        bins
    }
}

/// One text of a campaign, as the grouping reads it.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a, K> {
    /// The template its writer started from.
    pub template: Option<K>,
    /// Where it stands: who is for it and who is against it never send one letter, whatever words they share.
    pub stance: Option<Stance>,
    /// Its share of own words; 100 without a template.
    pub own_percent: u8,
    /// Its fingerprint.
    pub print: &'a Fingerprint,
}

/// The form letters among texts: groups of indexes, each in the order given, ordered by their first.
///
/// One group are the texts of one template and one stance that are nearly all its own (a single one is a group too: more
/// may come), and texts that are nearly each other without naming one (two or more). A group's first is its
/// representative: give the texts from the earliest on, and it stays the same while others arrive. The same
/// texts in the same order give the same groups. Five thousand texts of 500 words take about a second.
pub fn form_letters<K: Copy + Ord>(sheets: &[Sheet<'_, K>]) -> Vec<Vec<usize>> {
    let mut groups = Groups((0..sheets.len()).collect());
    let of_template = |sheet: &Sheet<'_, K>| sheet.template.filter(|_| sheet.own_percent < FORM_LETTER_BELOW);
    let mut first: BTreeMap<(K, Option<Stance>), usize> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        if let Some(template) = of_template(sheet) {
            let first = *first.entry((template, sheet.stance)).or_insert(at);
            groups.unite(first, at);
        }
    }
    unite_alike(sheets, &mut groups);

    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..sheets.len() {
        members.entry(groups.root(at)).or_default().push(at);
    }
    let is_letter =
        |group: &Vec<usize>| group.len() > 1 || group.iter().any(|&at| of_template(&sheets[at]).is_some());
    members.into_values().filter(is_letter).collect()
}

/// Joins what is alike: texts meet in buckets by parts of their sketches, and are compared there.
fn unite_alike<K>(sheets: &[Sheet<'_, K>], groups: &mut Groups) {
    let sketches: Vec<[u64; BINS]> = sheets.iter().map(|sheet| sheet.print.sketch()).collect();
    for band in 0..BINS / BAND {
        // By key: the texts of the bucket that were found unlike each other.
        let mut buckets: HashMap<(u64, Option<Stance>), Vec<usize>> = HashMap::new();
        for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.print.words >= SHORT) {
            let part = &sketches[at][band * BAND..][..BAND];
            let heads = buckets.entry((run(part.iter().copied()), sheet.stance)).or_default();
            let mut known = false;
            for &head in heads.iter() {
                if groups.root(head) == groups.root(at) {
                    known = true;
                } else if likely(&sketches[head], &sketches[at])
                    && sheets[head].print.alike_percent(sheet.print) >= ALIKE_FROM
                {
                    groups.unite(head, at);
                    known = true;
                }
            }
            if !known && heads.len() < LOOKS {
                heads.push(at);
            }
        }
    }
}

/// Whether two sketches agree enough to compare the texts: half of the bins, well below what is asked.
fn likely(a: &[u64; BINS], b: &[u64; BINS]) -> bool {
    a.iter().zip(b).filter(|(a, b)| a == b).count() * 2 >= BINS
}

/// Union-find; the root of a set is its earliest member.
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

struct Word {
    range: Range<usize>,
    key: u64,
}

fn words_of(text: &str) -> Vec<Word> {
    text.unicode_word_indices()
        .map(|(start, word)| Word { range: start..start + word.len(), key: key(word) })
        .collect()
}

fn keys_of(text: &str) -> Vec<u64> {
    text.unicode_words().map(key).collect()
}

fn runs(keys: &[u64], length: usize) -> impl Iterator<Item = u64> + '_ {
    keys.windows(length).map(|window| run(window.iter().copied()))
}

/// The hash of a folded word: FNV-1a, the same on every machine and in every release.
fn key(word: &str) -> u64 {
    let hash = |bytes: &mut dyn Iterator<Item = u8>| {
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
    };
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        hash(&mut word.bytes().map(|byte| byte.to_ascii_lowercase()))
    } else {
        hash(&mut fold(word).bytes())
    }
}

/// The hash of a run: every word changes all its bits (the finalizer of SplitMix64).
fn run(keys: impl Iterator<Item = u64>) -> u64 {
    keys.fold(0x9e37_79b9_7f4a_7c15, |hash, key| {
        let mixed = (hash.rotate_left(23) ^ key).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use proptest::prelude::*;

    use super::*;

    const TEMPLATE: &str = "I write in support of docket 0683. Face recognition is wrong more often for women \
        and for people of color. No neighbor should have to prove to a machine that they are not someone else. \
        I ask the council to pass the ordinance without exceptions.";

    fn percent(text: &str, template: &str) -> u8 {
        own_words(text, [template]).percent()
    }

    /// A text of `words` words that shares no run with one of another seed.
    fn invented(seed: usize, words: usize) -> String {
        (0..words).map(|at| format!("w{seed}x{at} ")).collect()
    }

    #[test]
    fn a_template_sent_as_it_is_has_no_own_word() {
        assert_eq!(percent(TEMPLATE, TEMPLATE), 0);
        assert_eq!(percent(&TEMPLATE.to_uppercase(), TEMPLATE), 0);
        assert_eq!(percent("I agree.", "I agree."), 0);
    }

    #[test]
    fn a_text_without_a_template_is_all_own() {
        assert_eq!(own_words(TEMPLATE, []).percent(), 100);
        assert_eq!(percent("", TEMPLATE), 100);
        assert_eq!(percent("My mother was stopped at the station by mistake.", TEMPLATE), 100);
    }

    #[test]
    fn one_own_sentence_is_counted_by_its_words() {
        let text = format!("{TEMPLATE} My son was stopped at Ruggles in May.");
        let measured = own_words(&text, [TEMPLATE]);
        assert_eq!(measured.own, 8);
        assert_eq!(measured.template_parts.len(), 1);
        assert!(text[measured.template_parts[0].clone()].ends_with("without exceptions"));
    }

    #[test]
    fn one_changed_word_is_one_own_word() {
        assert_eq!(own_words(&TEMPLATE.replace("machine", "camera"), [TEMPLATE]).own, 1);
    }

    #[test]
    fn sentences_in_another_order_are_still_the_templates() {
        let turned: Vec<&str> = TEMPLATE.split(". ").collect();
        let turned = turned.into_iter().rev().collect::<Vec<_>>().join(". ");
        assert_eq!(percent(&turned, TEMPLATE), 0);
    }

    #[test]
    fn what_is_filled_in_is_own() {
        let fixed = ["My name is", "and I have lived in this city for", "years, near the station."];
        let text = "My name is Ana and I have lived in this city for eleven years, near the station.";
        let measured = own_words(text, fixed);
        // 'My name is' is too short to know again.
        assert_eq!(measured.own, 5);
        assert_eq!(&text[measured.template_parts[1].clone()], "years, near the station");
    }

    #[test]
    fn common_phrases_are_nobodys() {
        assert_eq!(
            percent("The city of Boston is where I teach, and I ask the mayor to listen.", TEMPLATE),
            100
        );
    }

    #[test]
    fn chinese_and_arabic_and_thai_are_measured() {
        let chinese = "我写信支持第0683号提案。人脸识别对有色人种的错误率更高。请市议会通过这项条例。";
        assert_eq!(percent(chinese, chinese), 0);
        let own = format!("{chinese}我的儿子去年五月在车站被误认。");
        assert!((20..45).contains(&percent(&own, chinese)), "{}", percent(&own, chinese));
        let arabic = "أكتب إليكم دعما للمشروع رقم 0683. أطلب من المجلس إقرار هذا القانون دون استثناء.";
        assert_eq!(percent(arabic, arabic), 0);
        assert_eq!(percent("أنا معلمة في المدينة وأخاف على طلابي من الكاميرات", arabic), 100);
        let thai = "ฉันขอให้สภาเมืองผ่านข้อบัญญัตินี้โดยไม่มีข้อยกเว้น";
        assert_eq!(percent(thai, thai), 0);
    }

    fn groups(texts: &[(Option<u8>, u8, &str)]) -> Vec<Vec<usize>> {
        let prints: Vec<Fingerprint> = texts.iter().map(|(.., text)| Fingerprint::of(text)).collect();
        let sheets: Vec<Sheet<'_, u8>> = texts
            .iter()
            .zip(&prints)
            .map(|((template, own_percent, _), print)| Sheet {
                template: *template,
                stance: None,
                own_percent: *own_percent,
                print,
            })
            .collect();
        form_letters(&sheets)
    }

    #[test]
    fn texts_of_one_template_with_little_of_their_own_are_one_letter() {
        let (a, b, c) = (invented(1, 40), invented(2, 40), invented(3, 40));
        let texts: [(Option<u8>, u8, &str); 5] =
            [(Some(1), 70, &a), (Some(1), 0, &b), (Some(2), 3, &c), (Some(1), 19, &a), (None, 100, &a)];
        // The last and the first are the same text, so they stand in the letter as well.
        assert_eq!(groups(&texts), [vec![0, 1, 3, 4], vec![2]]);
    }

    #[test]
    fn copies_without_a_template_are_one_letter_and_neighbors_with_one_sentence_are_not() {
        let signed = |name: &str| format!("{TEMPLATE} Yours, {name}");
        let (a, b) = (signed("Ana María Ruiz"), signed("Tomasz"));
        let shared = format!("{} I ask the council to pass the ordinance.", invented(7, 60));
        let other = format!("{} I ask the council to pass the ordinance.", invented(8, 60));
        let texts: Vec<(Option<u8>, u8, &str)> =
            [&shared, &a, &other, &b].map(|text| (None, 100, text.as_str())).into();
        assert_eq!(groups(&texts), [[1, 3]]);
    }

    #[test]
    fn the_same_short_sentence_from_two_people_is_no_form_letter() {
        assert!(groups(&[(None, 100, "I support this."), (None, 100, "I support this.")]).is_empty());
    }

    #[test]
    fn many_letters_that_share_a_paragraph_stay_apart_and_copies_among_them_meet() {
        let paragraph = invented(0, 60);
        let mut texts: Vec<String> =
            (1..300).map(|seed| format!("{paragraph} {}", invented(seed, 140))).collect();
        for copy in 0..40 {
            texts.push(format!("{} Yours, neighbor {copy}", invented(900, 200)));
        }
        let texts: Vec<(Option<u8>, u8, &str)> =
            texts.iter().map(|text| (None, 100, text.as_str())).collect();
        assert_eq!(groups(&texts), [(299..339).collect::<Vec<_>>()]);
    }

    proptest! {
        #[test]
        fn any_text_is_measured_and_its_parts_are_on_letter_boundaries(text in "\\PC{0,200}", template in "\\PC{0,200}") {
            let measured = own_words(&text, [template.as_str()]);
            prop_assert!(measured.percent() <= 100 && measured.own <= measured.words);
            let mut end = 0;
            for part in &measured.template_parts {
                prop_assert!(part.start >= end && text.get(part.clone()).is_some());
                end = part.end;
            }
            let print = Fingerprint::of(&text);
            prop_assert!(print.alike_percent(&Fingerprint::of(&template)) <= 100);
            prop_assert!(own_words(&text, [text.as_str()]).own == 0);
        }

        #[test]
        fn nothing_shared_is_all_own(words in prop::collection::vec("[a-m]{1,8}", 1..60)) {
            prop_assert_eq!(percent(&words.join(" "), "zebra yak xylophone wolf vulture"), 100);
        }

        #[test]
        fn more_own_words_never_lower_the_share(own in 0_usize..60) {
            let less = format!("{TEMPLATE} {}", invented(1, own));
            let more = format!("{TEMPLATE} {}", invented(1, own + 1));
            prop_assert!(percent(&less, TEMPLATE) <= percent(&more, TEMPLATE));
        }
    }
}
