//! How many words a text has, as a clerk's word processor counts them: on the server and while it is typed.
//! It brings no table of Unicode's: a browser downloads what stands here.

/// Counts the words of a text.
///
/// A word is what stands between spaces and has a letter or a digit, so that a list's dash is none and `e-mail` is
/// one. Chinese and Japanese have no spaces: each character is a word, as word processors count them. Thai, Lao,
/// Burmese and Khmer have none either, and words of several letters: five letters are taken for one.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().map(of_run).sum()
}

const LETTERS_OF_A_WORD: usize = 5;

/// The words of a run without a space.
fn of_run(run: &str) -> usize {
    let (mut alone, mut unspaced, mut others) = (0_usize, 0_usize, 0_usize);
    // Whether the last letter was of a script with spaces: what follows belongs to its word.
    let mut within = false;
    for c in run.chars() {
        match c {
            // Kana, bopomofo, and the ideographs of Unicode's first and third planes.
            '\u{3041}'..='\u{312F}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}' => {
                alone += 1;
                within = false;
            }
            '\u{0E01}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => {
                unspaced += 1;
                within = false;
            }
            _ if c.is_alphanumeric() => {
                others += usize::from(!within);
                within = true;
            }
            // An apostrophe, a hyphen or a mark parts nothing.
            _ => {}
        }
    }
    // Punctuation within a run makes no second word of it.
    alone + unspaced.div_ceil(LETTERS_OF_A_WORD) + others
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_counted_as_a_word_processor_counts_them() {
        for (text, words) in [
            ("", 0),
            ("  \n ", 0),
            ("Pass the ordinance.", 3),
            ("I don't e-mail at 9:30 a.m. – ever", 7),
            ("- a list\n- of two", 4),
            ("**very** _clear_", 2),
            ("Docket 0683/0397", 2),
            ("¿Qué pasó? Nada.", 3),
            ("人脸识别", 4),
            ("カメラ", 3),
            ("我住在Boston三年", 6),
            ("أكتب إليكم دعما للمشروع", 4),
            ("Tôi sống ở đây", 4),
            ("나는 여기 산다", 3),
            ("ฉันขอให้สภา", 3),
            ("…", 0),
        ] {
            assert_eq!(count_words(text), words, "{text}");
        }
    }

    proptest! {
        #[test]
        fn two_texts_apart_have_the_words_of_both(a in ".{0,60}", b in ".{0,60}") {
            prop_assert_eq!(count_words(&format!("{a} {b}")), count_words(&a) + count_words(&b));
        }
    }
}
