//! The tally: five strokes as the mark of Redress, as progress toward a goal, as the moment after confirming.
//! It never draws a stroke that nobody made, and never closes the last one before the goal is reached.

use std::fmt::Write;

use leptos::prelude::*;

use crate::words::Words;

/// The most strokes of a row; a row this long is still a row on a telephone.
const LONGEST_ROW: u64 = 35;

/// The five strokes beside the name of the product.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg
            class="mark"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            aria-hidden="true"
        >
            <path d="M5 4v16M10 4v16M15 4v16M20 4v16M2 17 22.5 7"></path>
        </svg>
    }
}

/// Signatures as a row of strokes on the way to the goal; without a goal, a row of fives that is full.
///
/// A stroke that is yet to come is dotted, so that it is told apart without color.
#[component]
pub fn Tally(words: Words, signed: u64, goal: Option<u64>) -> impl IntoView {
    let (strokes, made) = row(signed, goal);
    (strokes > 0).then(|| {
        let (done, todo) = (path(0..made), path(made..strokes));
        let width = strokes * 10 + (strokes - 1) / 5 * 4;
        let label = match goal {
            Some(goal) => {
                words.say_with("tally-of", &[("signed", signed.into()), ("goal", goal.into())])
            }
            None => words.say_with("tally", &[("signed", signed.into())]),
        };
        view! {
            <svg
                class="tally"
                viewBox=format!("0 0 {width} 26")
                preserveAspectRatio="xMinYMid"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
                role="img"
                aria-label=label
            >
                {(!todo.is_empty()).then(|| view! { <path class="todo" stroke-dasharray="0 4.6" d=todo></path> })}
                <path d=done></path>
            </svg>
        }
    })
}

/// The five that a signature fell into, its own stroke drawn last and in red.
#[component]
pub fn OwnStroke(signed: u64) -> impl IntoView {
    let own = signed.saturating_sub(1) % 5;
    let (before, own) = (path(0..own), path(own..own + 1));
    view! {
        <svg
            class="own-stroke"
            viewBox="0 0 50 26"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            aria-hidden="true"
        >
            <path d=before></path>
            // One for the length, whatever it is in units: the style draws it from nought to one.
            <path class="own" pathLength="1" d=own></path>
        </svg>
    }
}

/// How many strokes a row has, and how many of them are made.
fn row(signed: u64, goal: Option<u64>) -> (u64, u64) {
    let Some(goal) = goal.filter(|goal| *goal > 0) else {
        let made = signed.min(LONGEST_ROW);
        return (made, made);
    };
    let strokes = goal.min(LONGEST_ROW);
    if signed >= goal {
        return (strokes, strokes);
    }
    // Rounded down, but the first signature is worth a stroke, and only the goal is worth the last.
    let made = signed.saturating_mul(strokes) / goal;
    (strokes, made.max(u64::from(signed > 0)).min(strokes - 1))
}

/// Strokes by number, as one path; every fifth crosses the four before it.
fn path(strokes: std::ops::Range<u64>) -> String {
    let mut path = String::new();
    for stroke in strokes {
        let x = (stroke * 10 + stroke / 5 * 4 + 4) as f32;
        // A hand is not a ruler: each stroke leans and slips a little, always in the same way.
        let lean = [0.7, -0.4, 0.2, -0.8, 0.4, 0.9, -0.2][(stroke % 7) as usize];
        let slip = [0.0, 0.6, -0.5, 0.3, -0.2][(stroke * 3 % 5) as usize];
        // Writing to a string cannot fail.
        let _ = if stroke % 5 == 4 {
            write!(path, "M{:.1} {:.1}L{:.1} {:.1}", x - 43.0, 19.5 + slip, x - 3.5, 6.5 + lean)
        } else {
            write!(path, "M{:.1} {:.1}L{:.1} {:.1}", x + lean / 2.0, 4.0 + slip, x - lean / 2.0, 22.0 - slip)
        };
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_stroke_is_kept_for_the_goal() {
        assert_eq!(row(3_087, Some(3_500)), (35, 30));
        assert_eq!(row(3_499, Some(3_500)), (35, 34));
        assert_eq!(row(3_500, Some(3_500)), (35, 35));
        assert_eq!(row(9_999, Some(3_500)), (35, 35));
    }

    #[test]
    fn one_signature_is_one_stroke_however_far_the_goal() {
        assert_eq!(row(1, Some(1_000_000)), (35, 1));
        assert_eq!(row(0, Some(1_000_000)), (35, 0));
        assert_eq!(row(3, Some(10)), (10, 3));
    }

    #[test]
    fn without_a_goal_nothing_is_left_to_do() {
        assert_eq!(row(0, None), (0, 0));
        assert_eq!(row(7, None), (7, 7));
        assert_eq!(row(4_000, Some(0)), (35, 35));
    }
}
